"""People on the roster: add, edit, move along the lifecycle, take away, give a role."""

from datetime import date

from edtui.desk.errors import NotNow
from edtui.desk.roster_index import RosterIndex
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Act, Desk
from edtui.desk.traces import pointing_at
from edtui.desk.vocabularies import word
from edtui.errors import N_, Sentence
from edtui.records.base import Record
from edtui.records.lifecycle import Status, is_on_team, may_follow, next_statuses
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application

__all__ = [
    "PersonRow",
    "RosterIndex",
    "add_person",
    "add_role",
    "edit_person",
    "edit_role",
    "moves",
    "person_rows",
    "remove_person",
    "remove_role",
    "roles_of",
    "set_status",
    "spoken",
]


def named(msgid: str, person: Person) -> Sentence:
    """Give a sentence about a person: ``{name}`` is filled."""
    return Sentence(msgid, {"name": display_name(person)})


def add_person(desk: Desk, person: Person, *roles: RoleAssignment) -> Person:
    """Put a new person on the roster, with the roles they begin with, as one act.

    Args:
        desk: where.
        person: with id 0.
        roles: their ``person_id`` is filled in here.

    Raises:
        ReadOnly: nothing can be written now.
    """
    with desk.act(named(N_("{name} added"), person)) as act:
        saved = act.put(person)
        for role in roles:
            act.put(role.with_(person_id=saved.id))
    return saved


def edit_person(desk: Desk, person: Person) -> Person:
    """Save a changed person.

    Raises:
        ChangedElsewhere: somebody saved the person since it was read.
        NotNow: the status may not follow the one that is stored.
        ReadOnly: nothing can be written now.
    """
    _check_move(desk.get(Person, person.id).status, person.status)
    with desk.act(named(N_("{name} changed"), person)) as act:
        return act.put(person)


def moves(status: str) -> tuple[str, ...]:
    """Give the statuses to which a person may go from here, the most usual first."""
    erased: str = Status.ERASED  # erasing is more than a status
    return tuple(code for code in next_statuses(status) if code != erased)


def set_status(desk: Desk, number: int, status: str, *, on: date | None = None) -> Person:
    """Move a person along the lifecycle.

    Args:
        desk: where.
        number: the person's.
        status: code of the vocabulary ``statuses``.
        on: day of the move, today where it is not given; the first day with the team for who
            comes in, the last one for who leaves.

    Raises:
        NotFound: there is no such person.
        NotNow: that status may not follow.
        ReadOnly: nothing can be written now.
    """
    person = desk.get(Person, number)
    _check_move(person.status, status)
    with desk.act(named(N_("{name}: other status"), person)) as act:
        return act.put(moved(person, status, on or desk.clock.today()))


def moved(person: Person, status: str, on: date) -> Person:
    """Give a person with another status, and the days that belong to it."""
    left: str = Status.LEFT
    if status == left:
        return person.with_(status=status, left_on=on)
    since = person.since or (on if is_on_team(status) else None)
    return person.with_(status=status, left_on=None, since=since)


def spoken(desk: Desk, number: int, on: date | None = None) -> Person:
    """Note that somebody spoke with a person, today or on another day; the newest day counts.

    Raises:
        NotFound: there is no such person.
        ReadOnly: nothing can be written now.
    """
    person = desk.get(Person, number)
    newest = max(on or desk.clock.today(), person.last_spoken_on or date.min)
    with desk.act(named(N_("Spoken with {name}"), person)) as act:
        return act.put(person.with_(last_spoken_on=newest))


def remove_person(desk: Desk, number: int) -> None:
    """Take a person that was added by mistake off the roster, with their roles, as one act.

    What refers to the person is let go: an application keeps the name. Erasing somebody who was
    on the team is something else (it also cleans the file's history).

    Raises:
        NotFound: there is no such person.
        ReadOnly: nothing can be written now.
    """
    person = desk.get(Person, number)
    with desk.act(named(N_("{name} removed"), person)) as act:
        for role in roles_of(desk, number):
            act.remove(role)
        _let_go(desk, act, person)
        act.remove(person)


def roles_of(desk: Desk, number: int) -> list[RoleAssignment]:
    """Give all roles of a person, running ones first, then the newest."""
    ours = desk.having(RoleAssignment, "person_id", number)
    today = desk.clock.today()
    return sorted(ours, key=lambda r: (not r.holds_on(today), -(r.start or date.min).toordinal()))


def add_role(desk: Desk, role: RoleAssignment) -> RoleAssignment:
    """Give a person a role.

    Raises:
        NotFound: there is no such person.
        ReadOnly: nothing can be written now.
    """
    person = desk.get(Person, role.person_id)
    with desk.act(named(N_("Role of {name} added"), person)) as act:
        return act.put(role)


def edit_role(desk: Desk, role: RoleAssignment) -> RoleAssignment:
    """Save a changed role.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    person = desk.get(Person, role.person_id)
    with desk.act(named(N_("Role of {name} changed"), person)) as act:
        return act.put(role)


def remove_role(desk: Desk, number: int) -> None:
    """Take away a role that was added by mistake; ending one is `edtui.desk.ending.end_role`.

    Raises:
        NotFound: there is none.
        ReadOnly: nothing can be written now.
    """
    role = desk.get(RoleAssignment, number)
    person = desk.get(Person, role.person_id)
    with desk.act(named(N_("Role of {name} removed"), person)) as act:
        act.remove(role)


def person_rows(desk: Desk) -> list[PersonRow]:
    """Give the roster's lines once, for the command line; a screen holds a `RosterIndex`.

    Raises:
        NotAllowed: the role has no key to the roster.
    """
    desk.count(Person)
    index = RosterIndex(desk)
    index.build()
    rows = list(index.rows)
    index.close()
    return rows


def _check_move(status: str, to: str) -> None:
    if not may_follow(status, to):
        raise NotNow(status=word("statuses", status))


def _let_go(desk: Desk, act: Act, person: Person) -> None:
    """Let go of a person in every area (`edtui.desk.traces`)."""
    free: dict[tuple[str, int], Record] = {}
    for pointing in pointing_at(desk, Person.table, person.id):
        record, trace = pointing.record, pointing.trace
        own = isinstance(record, RoleAssignment) and record.person_id == person.id
        if not trace.goes and not own:
            place = record.table, record.id
            free[place] = trace.released(free.get(place, record), person.id)
    for record in free.values():
        act.put(record)
    for application in desk.having(Application, "person_id", person.id):
        name = application.applicant_name or display_name(person)
        act.put(application.with_(person_id=None, applicant_name=name))
