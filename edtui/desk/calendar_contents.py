"""What the calendar's index holds: activities by month, series, names, and what makes marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import NamedTuple

from edtui.desk.act import Change
from edtui.desk.attention import certificates_end, vog_ends
from edtui.desk.calendar_entries import LAYER_OF, Entry, Layer, Packed, pack, unpack
from edtui.desk.calendar_series import SeriesDates
from edtui.desk.raw import Raw, as_day
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.errors import NotAllowed
from edtui.records.activity import LONGEST, Activity
from edtui.records.lifecycle import is_on_team
from edtui.records.names import document_name
from edtui.records.series import Series

Month = tuple[int, int]
"""Year and month."""

_KEPT_MONTHS = 6
"""So many months stay in order; more would only be more for the garbage collector to look at."""


class PersonBit(NamedTuple):
    """What the calendar needs of a person."""

    name: str
    on_team: bool
    away: tuple[tuple[date, date, str], ...]
    """First day, last day, and the word for it."""

    vog: date | None
    certificates: tuple[date, ...]


class LocationBit(NamedTuple):
    """What the calendar needs of a location."""

    name: str
    cluster: str
    organisation_id: int


class Contents:
    """Everything that the index is made of. Not safe for threads by itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        kinds = vocabularies(desk)["activity_kinds"]
        self.layers: Mapping[str, Layer] = {
            term.code: LAYER_OF.get(str(term.more.get("layer", "")), Layer.OTHER) for term in kinds
        }
        self._single: dict[int, Packed] = {}
        self._months: dict[Month, set[int]] = {}
        self._long: set[int] = set()
        self._series: dict[int, SeriesDates] = {}
        self._of: dict[int, int] = {}
        """Number of an activity of a series to the series'."""

        self._sorted: dict[Month, list[Entry]] = {}
        self.people: dict[int, PersonBit] = {}
        self.locations: dict[int, LocationBit] = {}

    def read(self) -> None:
        """Read everything that this person may read."""
        for number, document in self._documents(Series.table):
            self._take_series(number, document)
        for number, document in self._documents(Activity.table):
            self._take_activity(number, document)
        for number, document in self._documents("people"):
            self.people[number] = person_bit(document)
        for number, document in self._documents("locations"):
            self.locations[number] = _location_bit(document)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever planned."""
        return not self._single and not self._series

    def month(self, month: Month) -> list[Entry]:
        """Give what starts in a month, sorted. The list is kept: do not change it."""
        kept = self._sorted.get(month)
        if kept is not None:
            return kept
        first = date(*month, 1)
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        found = [self._entry(number) for number in self._months.get(month, ())]
        for series in self._series.values():
            found += series.entries(first, last)
        found.sort()
        while len(self._sorted) >= _KEPT_MONTHS:
            del self._sorted[next(iter(self._sorted))]
        self._sorted[month] = found
        return found

    def between(self, first: date, last: date) -> list[Entry]:
        """Give what lasts on a day of a period, sorted by start."""
        begin, end = datetime.combine(first, time()), datetime.combine(last, time.max)
        found: list[Entry] = []
        for month in months_of(first, last):
            by_start = self.month(month)
            low = bisect_left(by_start, begin, key=_start_of)
            found += by_start[low : bisect_right(by_start, end, key=_start_of)]
        long = (self._entry(number) for number in self._long)
        earlier = [one for one in long if one.day < first <= one.last_day]
        before = first - timedelta(days=1)
        for series in self._series.values():
            if series.lasts_over_midnight:
                there = series.entries(before - LONGEST, before)
                earlier += [one for one in there if one.last_day >= first]
        return sorted([*earlier, *found]) if earlier else found

    def scan(self, first: date, last: date, kinds: Set[str] = frozenset()) -> Iterator[Entry]:
        """Give what starts in a long period, in no order, without keeping its months.

        Args:
            first: of the period.
            last: of it.
            kinds: those that are asked for; empty: all. What is left out costs nothing.
        """
        for number, packed in self._single.items():
            if first <= packed[0].date() <= last and (not kinds or packed[2] in kinds):
                yield self._entry(number)
        for series in self._series.values():
            if not kinds or series.is_of(kinds):
                yield from (one for one in series.entries(first, last) if _is(one, kinds))

    def stored_of(self, series: int) -> list[Activity]:
        """Give what was entered for single dates of a series."""
        there = self._series.get(series)
        return list(there.stored.values()) if there else []

    def take(self, change: Change) -> bool:
        """Follow a change; say whether anything here differs now."""
        if change.table == Activity.table:
            self._drop_activity(change.number)
            if change.after is not None:
                self._take_activity(change.number, change.after)
        elif change.table == Series.table:
            self._change_series(change.number, change.after)
        elif change.table == "people":
            self._people_change(change)
        elif change.table == "locations":
            self.locations.pop(change.number, None)
            if change.after is not None:
                self.locations[change.number] = _location_bit(change.after)
        else:
            return False
        return True

    def _documents(self, table: str) -> Iterator[tuple[int, Raw]]:
        try:
            for document in self._desk.vault.db.table(table):
                yield document.doc_id, document
        except NotAllowed:  # no key for this compartment: the calendar does without
            return

    def _people_change(self, change: Change) -> None:
        self.people.pop(change.number, None)
        if change.after is not None:
            self.people[change.number] = person_bit(change.after)

    def _take_series(self, number: int, document: Raw) -> None:
        series = Series.from_document(number, document)
        self._series[number] = SeriesDates(series, self.layers)

    def _change_series(self, number: int, document: Raw | None) -> None:
        old = self._series.pop(number, None)
        self._sorted.clear()
        stored = old.stored if old else {}
        if document is None:
            for one, activity in stored.items():
                self._of.pop(one, None)
                self._put_single(one, pack(activity.document()))
            return
        self._take_series(number, document)
        for one, activity in stored.items():
            self._series[number].put(one, activity)

    def _take_activity(self, number: int, document: Raw) -> None:
        series = int(document.get("series_id") or 0)
        if series and series not in self._series:
            found = self._desk.find(Series, series)
            if found is not None:
                self._series[series] = SeriesDates(found, self.layers)
        if series in self._series:
            self._series[series].put(number, Activity.from_document(number, document))
            self._of[number] = series
            self._sorted.clear()
        else:
            self._put_single(number, pack(document))

    def _entry(self, number: int) -> Entry:
        return unpack(number, self._single[number], self.layers)

    def _put_single(self, number: int, packed: Packed) -> None:
        start, end, *_ = packed
        self._single[number] = packed
        self._months.setdefault(_month(start), set()).add(number)
        self._sorted.pop(_month(start), None)
        if end.date() > start.date():
            self._long.add(number)

    def _drop_activity(self, number: int) -> None:
        series = self._of.pop(number, None)
        if series is not None:
            if series in self._series:
                self._series[series].drop(number)
            self._sorted.clear()
        packed = self._single.pop(number, None)
        self._long.discard(number)
        if packed is not None:
            self._months[_month(packed[0])].discard(number)
            self._sorted.pop(_month(packed[0]), None)


def months_of(first: date, last: date) -> Iterable[Month]:
    """Give the months of a period, in order."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def person_bit(person: Raw) -> PersonBit:
    """Take from a document of ``people`` what the calendar needs."""
    availability = person.get("availability") or {}
    away = tuple(
        (
            as_day(period.get("start")) or date.min,
            as_day(period.get("end")) or date.max,
            str(period.get("note", "")),
        )
        for period in availability.get("away", ())
    )
    needed = (person.get("vog") or {}).get("status") != "not_needed"
    certificates = (as_day(day) for day in certificates_end(person))
    return PersonBit(
        document_name(person),
        is_on_team(person.get("status", "active")),
        away,
        as_day(vog_ends(person)) if needed else None,
        tuple(day for day in certificates if day is not None),
    )


def _is(entry: Entry, kinds: Set[str]) -> bool:
    return not kinds or entry.kind in kinds


def _location_bit(location: Raw) -> LocationBit:
    return LocationBit(
        str(location.get("name", "")),
        str(location.get("travel_cluster", "")),
        int(location.get("organisation_id") or 0),
    )


_start_of = attrgetter("start")


def _month(start: datetime) -> Month:
    return start.year, start.month
