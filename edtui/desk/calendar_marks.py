"""The layers of the calendar that are no activities: away, holidays, what ends. Others may add."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol

from edtui.desk.calendar_contents import PersonBit
from edtui.desk.calendar_entries import Layer, Mark
from edtui.desk.session import Desk
from edtui.desk.vocabularies import word
from edtui.desk.years import school_holidays
from edtui.errors import N_, Sentence
from edtui.records.holidays import EVERYWHERE, public_holidays


class People(Protocol):
    """What a source of marks looks at (`edtui.desk.calendar_view.CalendarIndex`)."""

    desk: Desk

    def people(self) -> Iterable[tuple[int, PersonBit]]:
        """Give what the calendar knows of everybody."""
        ...

    def school_regions(self) -> frozenset[str]:
        """Give the regions whose school holidays are shown; none: of all."""
        ...


MarkSource = Callable[[People, date, date, str], Iterable[Mark]]
"""Gives the marks of a period, both days included, in a language."""


def _away(index: People, first: date, last: date, _language: str) -> Iterable[Mark]:
    for number, person in index.people():
        for start, end, note in person.away:
            if start <= last and end >= first and person.on_team:
                what = Sentence(N_("{name} is away"), {"name": person.name, "note": note})
                yield Mark(Layer.AWAY, start, end, what, number, "people", number)


def _holidays(_index: People, first: date, last: date, language: str) -> Iterable[Mark]:
    for year in range(first.year, last.year + 1):
        for day, name in public_holidays(year, language).items():
            if first <= day <= last:
                yield Mark(Layer.HOLIDAYS, day, day, name)


def _school(index: People, first: date, last: date, language: str) -> Iterable[Mark]:
    regions = index.school_regions()
    for one in school_holidays():
        ours = not regions or one.region in {EVERYWHERE, *regions}
        if ours and one.first <= last and one.last >= first:
            name, region = one.label(language), word("school_regions", one.region)
            what = name if one.region == EVERYWHERE else f"{name} ({region})"
            yield Mark(Layer.SCHOOL, one.first, one.last, what)


def _expiring(index: People, first: date, last: date, _language: str) -> Iterable[Mark]:
    for number, person in index.people():
        if not person.on_team:
            continue
        name = {"name": person.name}
        if person.vog is not None and first <= person.vog <= last:
            what = Sentence(N_("{name}: renew the VOG"), name)
            yield Mark(Layer.EXPIRING, person.vog, person.vog, what, number, "people", number)
        for day in person.certificates:
            if first <= day <= last:
                what = Sentence(N_("{name}: a certificate ends"), name)
                yield Mark(Layer.EXPIRING, day, day, what, number, "people", number)


MARK_SOURCES: list[tuple[Layer, MarkSource]] = [
    (Layer.AWAY, _away),
    (Layer.HOLIDAYS, _holidays),
    (Layer.SCHOOL, _school),
    (Layer.EXPIRING, _expiring),
]
"""Requests come with their own area, which appends to this list as casework does."""
