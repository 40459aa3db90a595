"""What an import would do, in words."""

from edtui.desk.importing import Choice, ImportPlan, Outcome, PlannedRow
from edtui.locale import _, ngettext, say
from edtui.locale.numbers import count
from edtui.records.names import display_name
from edtui.tui.screens.people.tools import Tools


def counted(plan: ImportPlan) -> str:
    """Give the counts: new, filled in, skipped, not taken; and organisations that would come."""
    counts = plan.counts()
    parts = [
        ngettext("{count} new person", "{count} new people", counts.new).format(
            count=count(counts.new)
        )
    ]
    if counts.merged:
        parts.append(_("{count} filled in").format(count=count(counts.merged)))
    if counts.skipped:
        parts.append(_("{count} skipped").format(count=count(counts.skipped)))
    if counts.refused:
        parts.append(_("{count} not taken").format(count=count(counts.refused)))
    if names := plan.new_organisations:
        said = ngettext("{count} new organisation", "{count} new organisations", len(names))
        parts.append(said.format(count=count(len(names))))
    return " · ".join(parts)


def what_happens(row: PlannedRow) -> str:
    """Give what is done with a row."""
    if row.choice is Choice.MERGE:
        return _("filled in")
    if row.choice is Choice.ADD:
        return _("new, partly") if row.outcome is Outcome.REFUSED else _("new")
    return _("not taken") if row.outcome is Outcome.REFUSED else _("skipped")


def why(row: PlannedRow, tools: Tools) -> str:
    """Give why a row asks for a look: what cannot be understood, and whom it is like."""
    said = [say(fault.why) for fault in row.read.faults]
    if row.like:
        like = row.like[row.onto]
        name = tools.hide(display_name(like.person))
        where = _("row {number}").format(number=like.row) if like.row else ""
        who = f"{name} ({where})" if where else name
        said.append(f"{who}: {', '.join(say(reason) for reason in like.reasons)}")
    return " · ".join(said)


def named(row: PlannedRow, tools: Tools) -> str:
    """Give the name that a row gives, as it may be seen now."""
    return tools.hide(display_name(row.read.person)) if row.read.person else ""
