"""Putting a backup back into the open vault: a deliberate act, after a look at what it changes."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from edtui.desk import backups, tables
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, ngettext, numbers, say
from edtui.tui.dialogs.ways import Way, Ways

if TYPE_CHECKING:
    from edtui.tui.screens.admin.area import Area
    from edtui.vault.comparing import Comparison, Difference

LEAVE, DO = "leave", "do"
MOST = 8
"""Lines of tables that are told one by one."""


def compare_and_ask(area: "Area", path: Path, day: date) -> None:
    """Compare, show what would be lost and what would come back, and ask."""

    def compared(found: "Comparison") -> None:
        if not records_only(found):
            area.app.notify(_("This backup holds just what is there now."))
            return
        ways = [
            Way(LEAVE, N_("leave everything as it is"), N_("Nothing changes.")),
            Way(
                DO,
                N_("put this backup back"),
                N_("It cannot be taken back; what is there now stands in newer backups, if any."),
            ),
        ]
        title = _("Back to {day}").format(day=dates.full_day(day))
        area.app.push_screen(Ways(title, told(found), ways), chosen)

    def chosen(way: str | None) -> None:
        if way == DO:
            area.do(_("The backup is put back"), lambda: backups.restore(area.desk, path), restored)

    def restored(found: "Comparison") -> None:
        text = _("Put back: {back} records came back, {lost} went, {changed} are as they were.")
        counts = {
            name: numbers.count(sum(getattr(one, name) for one in records_only(found)))
            for name in ("back", "lost", "changed")
        }
        area.app.notify(text.format(**counts), timeout=15)

    area.do(_("The backup is compared"), lambda: backups.compare(area.desk, path), compared)


def told(found: "Comparison") -> str:
    """Give what putting back would change, line by line."""
    lines = []
    if found.saves:
        saves = ngettext(
            "Since then somebody saved {count} time.",
            "Since then somebody saved {count} times.",
            found.saves,
        )
        lines += [saves.format(count=numbers.count(found.saves)), ""]
    shown = records_only(found)
    for one in shown[:MOST]:
        counts = [
            (N_("{count} would be lost"), one.lost),
            (N_("{count} would come back"), one.back),
            (N_("{count} would be as they were"), one.changed),
        ]
        parts = [_(text).format(count=numbers.count(count)) for text, count in counts if count]
        lines.append(f"{say(kind_of(one.table))}: {', '.join(parts)}")
    if len(shown) > MOST:
        lines.append(_("and {count} other kinds").format(count=len(shown) - MOST))
    if found.left_alone or found.unseen:
        lines += ["", _("Parts for which you have no key to write stay as they are.")]
    lines += ["", _("Who may sign in, the log and what was erased stay as they are now.")]
    return "\n".join(lines)


def records_only(found: "Comparison") -> "list[Difference]":
    """Give the tables of records: half-typed forms and what can be taken back are nobody's loss."""
    return [one for one in found.tables if not tables.is_beside(one.table)]


def kind_of(table: str) -> Sentence:
    """Give what stands in a table, in plain words."""
    return Sentence(_KINDS[table]) if table in _KINDS else tables.noun(table)


_KINDS = {
    "people": N_("people"),
    "roles": N_("roles"),
    "organisations": N_("organisations"),
    "locations": N_("locations"),
    "vacancies": N_("vacancies"),
    "applications": N_("applications"),
    "words": N_("words"),
    "filters": N_("filters"),
    "settings": N_("settings"),
    "cases": N_("cases"),
    "case_notes": N_("notes on cases"),
    "case_counts": N_("lines of counts"),
    "actions": N_("action points"),
    "users": N_("sign-ins"),
    "import_mappings": N_("known columns of lists"),
    "activities": N_("activities"),
}
