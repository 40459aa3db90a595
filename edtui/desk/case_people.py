"""Names of the team for casework, also for who holds no key to the roster.

A confidant may read cases and not the roster. For a confidant the members of the desk have the
names by which they sign in; others have the name that was kept with the action.
"""

from collections.abc import Iterable

from edtui.desk.folding import fold
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.users import user_names
from edtui.records.lifecycle import ON_TEAM
from edtui.records.names import display_name
from edtui.records.person import Person


def person_name(desk: Desk, number: int | None) -> str:
    """Give the name of somebody of the team; empty where it is not known here."""
    if not number:
        return ""
    if desk.reads(Person.table):
        person = desk.find(Person, number)
        return display_name(person) if person else ""
    return _members(desk).get(number, "")


def people_to_choose(desk: Desk, typed: str = "") -> list[tuple[int, str]]:
    """Give the people of the team whose names hold what is typed: number and name, by name."""
    if desk.reads(Person.table):
        every: Iterable[tuple[int, str]] = (
            (person.id, display_name(person))
            for person in desk.all(Person)
            if person.status in ON_TEAM
        )
    else:
        every = _members(desk).items()
    wanted = fold(typed)
    found = [(number, name) for number, name in every if wanted in fold(name)]
    return sorted(found, key=lambda one: fold(one[1]))


def author_name(desk: Desk, user_id: str) -> str:
    """Give the name of a member, also of one who is gone; empty where it is not known."""
    return user_names(desk).get(user_id, "")


def _members(desk: Desk) -> dict[int, str]:
    names = user_names(desk)
    people = team_settings(desk).person_of.items()
    return {number: names[user] for user, number in people if user in names}
