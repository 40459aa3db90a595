"""A request to see what is kept about oneself: an overview, with others blacked out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from edtui.desk import traces
from edtui.desk.blackening import BAR, Blackener
from edtui.desk.page import Fact, Link, Name, Page, Several, Value, Within
from edtui.desk.person_page import person_page
from edtui.desk.session import Desk
from edtui.records.log_entry import Event
from edtui.records.person import Person

ANSWER_WITHIN = relativedelta(months=1)
"""By law; two months more where it is difficult, if that is said within the first."""


class KeptRecord(NamedTuple):
    """One record about the person, as it is kept."""

    table: str
    number: int
    fields: Mapping[str, Any]
    """Field name to value, others blacked out."""


class Overview(NamedTuple):
    """Everything that is kept about one person."""

    page: Page
    """To read."""

    records: tuple[KeptRecord, ...]
    """Every field of every record that is theirs."""

    mentioned: tuple[tuple[str, int], ...]
    """Other records (table, number) whose texts hold the name: to be looked at by a person."""

    answer_before: date
    """Last day to answer a request of today."""


def overview(desk: Desk, number: int) -> Overview:
    """Give everything about one person; that it leaves is logged first.

    Raises:
        NotFound: there is no such person.
        ReadOnly: the log cannot be written now.
    """
    person = desk.get(Person, number)
    desk.log.leaving(Event.EXPORT, Person.table, [number], person_ids=[number])
    blackener = Blackener(desk, person)
    records = tuple(
        KeptRecord(one.table, one.id, blackener.document(one.document()))
        for one in reversed(traces.going_with(desk, [person]))
    )
    return Overview(
        page=_blackened(person_page(desk, number), number, blackener),
        records=records,
        mentioned=tuple(traces.mentions(desk, person)),
        answer_before=desk.clock.today() + ANSWER_WITHIN,
    )


def _blackened(page: Page, number: int, blackener: Blackener) -> Page:
    sections = tuple(
        replace(section, facts=tuple(_fact(fact, number, blackener) for fact in section.facts))
        for section in page.sections
    )
    return replace(page, sections=sections)


def _fact(fact: Fact, number: int, blackener: Blackener) -> Fact:
    return replace(fact, values=_values(fact.values, number, blackener))


def _values(values: tuple[Value, ...], number: int, blackener: Blackener) -> tuple[Value, ...]:
    return tuple(_value(one, number, blackener) for one in values)


def _value(value: Value, number: int, blackener: Blackener) -> Value:
    match value:
        case Link():
            other = value.table == Person.table and value.number != number
            return BAR if other else value
        case Several(values):
            return Several(_values(values, number, blackener))
        case Within(whole, part):
            inside = Several(_values(part.values, number, blackener))
            return Within(_value(whole, number, blackener), inside)
        case Name(name):
            return blackener.text(name)
        case str():
            return blackener.text(value)
        case _:
            return value
