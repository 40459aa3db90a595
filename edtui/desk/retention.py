"""What has been kept long enough: a list to look at, and erasing what a person confirmed."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from edtui.desk.applications import applicant_name
from edtui.desk.erasing import Erased, erase
from edtui.desk.keeping import Retention
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.errors import N_, NotFound, Sentence
from edtui.records.base import Record
from edtui.records.erasure import Why
from edtui.records.lifecycle import Status
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.retention import application_keep_until, is_past, person_keep_until
from edtui.records.vacancy import Application, Stage

TURNED_DOWN = N_("turned down or withdrew; kept {weeks} weeks, with consent longer")
LEFT = N_("left; kept {years} years")


class Kept(NamedTuple):
    """One record that has an end, and when."""

    table: str
    number: int
    name: str
    keep_until: date
    """Last day on which it may be kept."""

    why: Sentence
    """By which rule."""


class Going(NamedTuple):
    """What goes when a time is over, and what stays in its place."""

    records: list[Record]
    stays: list[Record]
    """New records, such as counts."""


class Area(NamedTuple):
    """What another area keeps for a while."""

    table: str
    due: Callable[[Desk, Retention], Iterable[Kept]]
    """Everything that has an end, whenever that is."""

    going: Callable[[Desk, Iterable[int]], Going]
    """What goes of records with these numbers."""


AREAS: list[Area] = []
"""A later area appends its own."""


def due(desk: Desk, *, on: date | None = None) -> list[Kept]:
    """Give what is to be erased, the longest overdue first.

    Args:
        desk: where.
        on: the day on which it is to be over; today where it is not given. A later day says what
            is coming.
    """
    day = on or desk.clock.today()
    rules = team_settings(desk).retention
    every = [*_applications(desk, rules), *_people(desk, rules)]
    for area in AREAS:
        every += area.due(desk, rules)
    return sorted((one for one in every if is_past(one.keep_until, day)), key=_by_day)


def erase_due(desk: Desk, chosen: Iterable[tuple[str, int]]) -> Erased:
    """Erase what a person confirmed of `due`; what is not due is refused.

    Args:
        desk: where.
        chosen: table and number of each.

    Raises:
        NotFound: one of them is not due (any more); then none is erased.
        ReadOnly: nothing can be written now.
    """
    wanted = list(dict.fromkeys(chosen))
    known = {(one.table, one.number) for one in due(desk)}
    for table, number in wanted:
        if (table, number) not in known:
            raise NotFound(what=Sentence(N_("overdue record")), number=number)
    others: list[Record] = []
    stays: list[Record] = []
    for area in AREAS:
        going = area.going(desk, [number for table, number in wanted if table == area.table])
        others += going.records
        stays += going.stays
    return erase(
        desk,
        people=[number for table, number in wanted if table == Person.table],
        applications=[number for table, number in wanted if table == Application.table],
        others=others,
        instead=stays,
        why=Why.RETENTION,
    )


def change_rules(desk: Desk, rules: Retention) -> Retention:
    """Save how long what is kept.

    Raises:
        ReadOnly: nothing can be written now.
    """
    with desk.act(Sentence(N_("Settings changed"))) as act:
        return act.put(team_settings(desk).with_(retention=rules)).retention


def _applications(desk: Desk, rules: Retention) -> Iterable[Kept]:
    why = Sentence(TURNED_DOWN, {"weeks": rules.weeks_after_rejection})
    for stage in (Stage.REJECTED, Stage.WITHDRAWN):
        for one in desk.having(Application, "stage", stage.value):
            until = application_keep_until(
                one,
                weeks=rules.weeks_after_rejection,
                years_with_consent=rules.years_with_consent,
            )
            if until is not None:
                yield Kept(Application.table, one.id, applicant_name(desk, one), until, why)


def _people(desk: Desk, rules: Retention) -> Iterable[Kept]:
    why = Sentence(LEFT, {"years": rules.years_after_leaving})
    for person in desk.having(Person, "status", Status.LEFT.value):
        until = person_keep_until(person, years=rules.years_after_leaving)
        if until is not None:
            yield Kept(Person.table, person.id, display_name(person), until, why)


def _by_day(one: Kept) -> tuple[date, str, int]:
    return one.keep_until, one.table, one.number
