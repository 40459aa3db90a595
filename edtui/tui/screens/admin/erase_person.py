"""Erasing a person: who, what would go, then a report that says where it still stands."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from edtui.desk import erasing, folding
from edtui.desk.erasing import Erasable, Erased
from edtui.errors import N_
from edtui.locale import _, dates, ngettext, numbers, say
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.ways import Way, Ways
from edtui.tui.screens.admin import who_is_it
from edtui.tui.screens.admin.restoring import kind_of
from edtui.tui.widgets.fields import PersonField

if TYPE_CHECKING:
    from edtui.tui.screens.admin.area import Area
    from edtui.vault.backups import Kept

LEAVE, ERASE = "leave", "erase"
FEW, MOST = 9, 6


def ask(area: "Area", then: Callable[[Erased], None]) -> None:
    """Ask whom, look at what would go, and ask once more; ``then`` is told what was erased."""
    shell, desk = area.shell, area.desk

    def find(typed: str) -> list[tuple[int, str]]:
        rows = shell.roster.rows if shell.roster is not None and shell.roster.ready else ()
        words = [f" {word}" for word in folding.words(typed)]
        found = [row for row in rows if all(word in row.words for word in words)][:FEW]
        return [(row.id, shown_name(shell, row.name)) for row in found]

    def name_of(number: int) -> str:
        return shown_name(shell, who_is_it.name_of(desk, number))

    def chosen(values: dict[str, Any] | None) -> None:
        if values is not None and values["person"]:
            number = int(values["person"])
            told = _("It is looked up where this person stands")
            area.do(told, lambda: erasing.preview(desk, number), lambda seen: sure(number, seen))

    def sure(number: int, seen: Erasable) -> None:
        ways = [
            Way(LEAVE, N_("leave everything as it is"), N_("Nothing is erased.")),
            Way(
                ERASE,
                N_("erase for good"),
                N_("Out of the file and its history. This cannot be taken back."),
            ),
        ]
        title = _("Erase {name}?").format(name=name_of(number))

        def answered(way: str | None) -> None:
            if way == ERASE:
                told = _("It is erased, and the file is written anew with new keys")
                area.do(told, lambda: erasing.erase(desk, people=[number]), then)

        shell.push_screen(Ways(title, would_go(seen), ways), answered)

    field = PersonField("person", N_("Person"), find=find, name_of=name_of, required=True)
    form = Form(_("Erase a person"), [Section("", [field])], small=True)
    shell.push_screen(form, chosen)


def would_go(seen: Erasable) -> str:
    """Give what erasing would do, line by line."""
    counts = [f"{numbers.count(n)} {say(kind_of(table))}" for table, n in seen.goes.items()]
    lines = [_("What goes: {what}.").format(what=", ".join(counts))]
    if seen.lets_go:
        more = ngettext(
            "{count} other record points at it and lets go.",
            "{count} other records point at it and let go.",
            seen.lets_go,
        )
        lines.append(more.format(count=numbers.count(seen.lets_go)))
    if seen.mentions:
        more = ngettext(
            "{count} record of others holds this name in its text; look at it yourself:",
            "{count} records of others hold this name in their text; look at them yourself:",
            len(seen.mentions),
        )
        where = [f"{say(kind_of(table))} {number}" for table, number in seen.mentions[:MOST]]
        rest = f" … (+{len(seen.mentions) - MOST})" if len(seen.mentions) > MOST else ""
        lines.append(
            f"{more.format(count=numbers.count(len(seen.mentions)))} {', '.join(where)}{rest}"
        )
    return "\n".join(lines)


def report(area: "Area", done: Erased, holding: "Sequence[Kept]") -> None:
    """Say what was done, and which backups still hold it until when."""
    said = ngettext("{count} record was erased.", "{count} records were erased.", done.records)
    lines = [
        said.format(count=numbers.count(done.records)),
        _("It is gone from the file, its history, drafts and what can be taken back."),
    ]
    if holding:
        last = max(one.until for one in holding)
        more = ngettext(
            "{count} backup still holds it; it goes on {day}.",
            "{count} backups still hold it; the last one goes on {day}.",
            len(holding),
        )
        lines.append(more.format(count=len(holding), day=dates.full_day(last)))
        lines += [f"  {one.folder / one.name}" for one in holding[:MOST]]
    else:
        lines.append(_("No known backup holds it."))
    way = Way(LEAVE, N_("read"), N_("A paper or a copy elsewhere is yours to destroy."))
    area.app.push_screen(Ways(_("Erased"), "\n".join(lines), [way]))
