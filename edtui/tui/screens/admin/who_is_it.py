"""Which person on the roster a member is."""

from typing import TYPE_CHECKING, Any, cast

from edtui.desk import folding, members
from edtui.desk.members import MemberRow
from edtui.desk.session import Desk
from edtui.errors import N_, NotAllowed
from edtui.locale import _
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.widgets.fields import PersonField

if TYPE_CHECKING:
    from edtui.tui.screens.admin.area import Area

FEW = 9
"""So many names are offered at once."""


def name_of(desk: Desk, number: int) -> str:
    """Give a person's name; empty where there is none, or no key for the roster."""
    try:
        person = desk.find(Person, number)
    except NotAllowed:
        return ""
    return display_name(person) if person is not None else ""


def ask(area: "Area", member: MemberRow) -> None:
    """Ask who a member is, and keep it."""
    desk, shell = area.desk, area.shell

    def find(typed: str) -> list[tuple[int, str]]:
        rows = shell.roster.rows if shell.roster is not None and shell.roster.ready else ()
        words = [f" {word}" for word in folding.words(typed)]
        found = [row for row in rows if all(word in row.words for word in words)][:FEW]
        return [(row.id, shown_name(shell, row.name)) for row in found]

    def save(values: dict[str, Any]) -> bool:
        members.link_person(desk, member.user_id, cast(int | None, values["person"]))
        return True

    field = PersonField(
        "person",
        N_("Is on the roster"),
        find=find,
        name_of=lambda number: shown_name(shell, name_of(desk, number)),
        help=N_("empty: not on the roster"),
    )
    title = _("Who is {name}?").format(name=shown_name(shell, member.name))
    form = Form(
        title, [Section("", [field])], stored={"person": member.person_id}, save=save, small=True
    )
    shell.push_screen(form)
