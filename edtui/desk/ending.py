"""Ending a role in one pass: why, the talk, the keys, what is open and who takes it over.

Ending a role leaves the person; whether the person leaves too is asked beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from edtui.desk import open_matters as open_
from edtui.desk.errors import NotNow, ReasonNeeded
from edtui.desk.open_matters import OpenMatter, Provider
from edtui.desk.roster import moved, roles_of
from edtui.desk.session import Act, Desk
from edtui.desk.vocabularies import vocabularies, word
from edtui.errors import N_, Sentence
from edtui.locale import spoken
from edtui.records.lifecycle import Status, may_follow
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Vacancy


@dataclass(frozen=True)
class Ending:
    """What is filled in when a role ends."""

    reason: str
    """Code of the vocabulary ``leaving_reasons``."""

    last_day: date | None = None
    """Today where it is not given; it may lie ahead."""

    note: str = ""
    exit_talk_on: date | None = None
    exit_talk_note: str = ""
    keys_returned_on: date | None = None
    logins_closed_on: date | None = None
    thanked_on: date | None = None
    successor_id: int | None = None
    """Person who takes over the role: gets the same role from the day after."""

    hand_over: Mapping[OpenMatter, int] = field(default_factory=dict)
    """Open matter to the number of the person who takes it over."""

    person_leaves: bool = False
    """Whether the person leaves the team with this role."""

    vacancy_title: str = ""
    """Opens a vacancy for the free place under this title; empty for none."""


def still_open(desk: Desk, role: RoleAssignment) -> list[OpenMatter]:
    """Give what is still open, for the pass that ends the role."""
    return open_.open_matters(desk, role)


def is_last_role(desk: Desk, role: RoleAssignment) -> bool:
    """Say whether the person has no other running role."""
    today = desk.clock.today()
    return not any(
        other.holds_on(today) for other in roles_of(desk, role.person_id) if other.id != role.id
    )


def end_role(desk: Desk, number: int, ending: Ending) -> RoleAssignment:
    """End a role with everything that comes with it, as one act.

    Args:
        desk: where.
        number: the role's.
        ending: what was filled in.

    Raises:
        NotFound: the role, its person or a successor is not there.
        NotNow: the role has ended already, or the person's status does not allow leaving.
        ReasonNeeded: no reason was given.
        pydantic.ValidationError: the last day is before the first.
        ReadOnly: nothing can be written now.
    """
    role = desk.get(RoleAssignment, number)
    person = desk.get(Person, role.person_id)
    if not ending.reason:
        raise ReasonNeeded
    if role.end is not None and role.end_reason:
        raise NotNow(status=word("statuses", Status.LEFT.value))
    last_day = ending.last_day or desk.clock.today()
    ended = role.with_(
        end=last_day,
        end_reason=ending.reason,
        end_note=ending.note,
        exit_talk_on=ending.exit_talk_on,
        exit_talk_note=ending.exit_talk_note,
        keys_returned_on=ending.keys_returned_on,
        logins_closed_on=ending.logins_closed_on,
        thanked_on=ending.thanked_on,
        successor_id=ending.successor_id,
    )
    with desk.act(_label(desk, role, person)) as act:
        ended = act.put(ended)
        for matter, to in ending.hand_over.items():
            desk.get(Person, to)
            open_.PROVIDERS[matter.kind].hand_over(desk, act, matter, to)
        if ending.successor_id:
            desk.get(Person, ending.successor_id)
            act.put(_succeeding(role, ending.successor_id, last_day))
        if ending.person_leaves:
            _let_leave(desk, act, desk.get(Person, person.id), last_day)
        if ending.vacancy_title:
            act.put(_vacancy(desk, role, ending.vacancy_title))
    return ended


def _label(desk: Desk, role: RoleAssignment, person: Person) -> Sentence:
    named = vocabularies(desk)["roles"].label(role.role, spoken())
    return Sentence(N_("{name}: {role} ended"), {"name": display_name(person), "role": named})


def _succeeding(role: RoleAssignment, successor: int, last_day: date) -> RoleAssignment:
    return RoleAssignment(
        person_id=successor,
        role=role.role,
        organisation_id=role.organisation_id,
        location_ids=role.location_ids,
        hours_a_week=role.hours_a_week,
        start=date.fromordinal(last_day.toordinal() + 1),
    )


def _let_leave(desk: Desk, act: Act, person: Person, last_day: date) -> None:
    # Until the last day is over somebody is leaving; after it, gone.
    status = Status.LEFT if last_day <= desk.clock.today() else Status.LEAVING
    if not may_follow(person.status, status.value):
        raise NotNow(status=word("statuses", person.status))
    act.put(moved(person, status.value, last_day))


def _vacancy(desk: Desk, role: RoleAssignment, title: str) -> Vacancy:
    return Vacancy(
        title=title,
        role=role.role,
        organisation_id=role.organisation_id,
        location_ids=role.location_ids,
        hours_a_week=role.hours_a_week,
        opened_on=desk.clock.today(),
        replaces_role_id=role.id,
    )


def _coached(desk: Desk, role: RoleAssignment) -> Iterable[OpenMatter]:
    """Give the people whom the person accompanies, where this is the person's last role."""
    if not is_last_role(desk, role):
        return
    for other in desk.having(Person, "coach_id", role.person_id):
        what = Sentence(N_("accompanies {name}"), {"name": display_name(other)})
        yield OpenMatter("coaching", Person.table, other.id, what)


def _take_over_coaching(desk: Desk, act: Act, matter: OpenMatter, to: int) -> None:
    # Whoever is accompanied cannot accompany themselves: then nobody does, and that shows.
    coach = to if to != matter.number else None
    act.put(desk.get(Person, matter.number).with_(coach_id=coach))


open_.register(Provider("coaching", _coached, _take_over_coaching))
