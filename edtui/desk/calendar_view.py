"""What stands in the calendar in a period: activities, dates of series, and marks in layers.

Made once after unlocking, in a thread; then kept up by the changes that commits tell. A month that
was looked at is there at once; another one takes as long as putting its entries in order.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from edtui.desk.act import Change
from edtui.desk.calendar_contents import Contents, LocationBit, PersonBit
from edtui.desk.calendar_entries import Entry, Layer, Mark
from edtui.desk.calendar_marks import MARK_SOURCES
from edtui.desk.collecting import without_collecting
from edtui.desk.keeping import TeamSettings
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.locale import spoken
from edtui.records.holidays import public_holidays
from edtui.records.planned import FREES

__all__ = ["CalendarFilter", "CalendarIndex", "DayCount", "Entry", "Layer", "Mark", "View"]

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class CalendarFilter:
    """What the calendar is narrowed to; an empty field does not narrow."""

    person_id: int = 0
    location_id: int = 0
    kinds: frozenset[str] = frozenset()

    def takes(self, entry: Entry) -> bool:
        """Say whether an entry is let through."""
        if self.person_id and not entry.has(self.person_id):
            return False
        if self.location_id and entry.location_id != self.location_id:
            return False
        return not self.kinds or entry.kind in self.kinds


EVERYTHING = CalendarFilter()


class View(NamedTuple):
    """What stands in a period."""

    entries: Sequence[Entry]
    """By their start."""

    marks: Sequence[Mark]
    """By layer, then by day."""


class DayCount(NamedTuple):
    """What stands on one day, in numbers, for a month on a small screen."""

    visits: int = 0
    meetings: int = 0
    other: int = 0
    cancelled: int = 0
    marks: frozenset[Layer] = frozenset()


class CalendarIndex:
    """The calendar of one desk. `build` may run in a thread."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._lock = threading.RLock()
        self._building = threading.RLock()
        """Held while everything is read; a save or a look at what stands does not wait for that."""
        self._closed = False
        self._missed: list[Change] | None = None
        self._listeners: list[Callable[[], None]] = []
        self.ready = False
        """Whether `build` has run."""
        self.anew: Callable[[], None] = self.build
        """Reads everything anew where a save asks for it; a screen has a thread do that."""
        self._contents = Contents(desk)
        self._stop_listening = desk.listen(self._changed)

    def build(self) -> None:
        """Read everything anew."""
        with self._building:
            self._build()
        self._tell()

    def ensure(self) -> None:
        """Read everything, unless that was done; where another thread is at it, wait for that."""
        with self._building:
            if not self.ready:
                self.build()

    def _build(self) -> None:
        with self._lock:
            if self._closed:
                return
            self._missed = []
        try:
            with without_collecting():
                fresh = Contents(self.desk)
                fresh.read()
            # What makes the marks loads late; here it keeps nobody waiting.
            public_holidays(self.desk.clock.today().year, spoken())
        except BaseException:
            with self._lock:
                self._missed = None
            raise
        with self._lock:
            missed, self._missed = self._missed or [], None
            if self._closed:
                return
            self._contents = fresh
            for change in missed:
                fresh.take(change)
            self.ready = True

    def close(self) -> None:
        """Drop everything, at lock."""
        self._stop_listening()
        with self._lock:
            self._closed = True
            self.ready = False
            self._contents = Contents(self.desk)

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` in the thread of a change; give the way to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever planned."""
        with self._lock:
            return self._contents.is_empty

    def month(self, year: int, month: int) -> Sequence[Entry]:
        """Give what starts in a month, by start."""
        with self._lock:
            return tuple(self._contents.month((year, month)))

    def between(
        self,
        first: date,
        last: date,
        where: CalendarFilter = EVERYTHING,
        layers: frozenset[Layer] | None = None,
    ) -> View:
        """Give what lasts on a day of a period, both days included.

        Args:
            first: of the period.
            last: of it.
            where: what it is narrowed to.
            layers: those to show; None for all.
        """
        with self._lock:
            found = self._contents.between(first, last)
        entries = [
            entry
            for entry in found
            if (layers is None or entry.layer in layers) and where.takes(entry)
        ]
        return View(entries, self._marks(first, last, where, layers))

    def entries(self, first: date, last: date, kinds: frozenset[str] = frozenset()) -> list[Entry]:
        """Give what starts in a period of any length, in no order: for sums, not for a screen.

        Args:
            first: of the period.
            last: of it.
            kinds: those that are asked for; empty: all.
        """
        with self._lock:
            return list(self._contents.scan(first, last, kinds))

    def counts(
        self, first: date, last: date, where: CalendarFilter = EVERYTHING
    ) -> dict[date, DayCount]:
        """Give for every day of a period on which something is, how much of what."""
        numbers: dict[date, list[int]] = {}
        layers: dict[date, set[Layer]] = {}
        places = {Layer.VISITS: 0, Layer.MEETINGS: 1, Layer.OTHER: 2}
        view = self.between(first, last, where)
        for entry in view.entries:
            place = 3 if entry.status in FREES else places[entry.layer]
            for day in _days(entry.day, entry.last_day, first, last):
                numbers.setdefault(day, [0, 0, 0, 0])[place] += 1
        for mark in view.marks:
            for day in _days(mark.first, mark.last, first, last):
                layers.setdefault(day, set()).add(mark.layer)
        found = {}
        for day in sorted({*numbers, *layers}):
            visits, meetings, other, cancelled = numbers.get(day, (0, 0, 0, 0))
            marks = frozenset(layers.get(day, ()))
            found[day] = DayCount(visits, meetings, other, cancelled, marks)
        return found

    def person(self, number: int) -> PersonBit | None:
        """Give what the calendar knows of a person."""
        return self._contents.people.get(number)

    def people(self) -> Iterable[tuple[int, PersonBit]]:
        """Give what the calendar knows of everybody."""
        with self._lock:
            return list(self._contents.people.items())

    def school_regions(self) -> frozenset[str]:
        """Give the regions whose school holidays are shown; none: of all."""
        return frozenset(team_settings(self.desk).school_regions)

    def person_name(self, number: int) -> str:
        """Give the name of a person; empty for somebody who is not there."""
        bit = self._contents.people.get(number)
        return bit.name if bit else ""

    def location(self, number: int) -> LocationBit | None:
        """Give what the calendar knows of a location."""
        return self._contents.locations.get(number)

    def locations(self) -> Iterable[tuple[int, str]]:
        """Give the name of every location."""
        with self._lock:
            return [(number, bit.name) for number, bit in self._contents.locations.items()]

    def place_name(self, entry: Entry) -> str:
        """Give where an entry is: the name of its location, else the words."""
        bit = self._contents.locations.get(entry.location_id)
        return bit.name if bit else entry.place

    def clusters(self) -> dict[int, str]:
        """Give the travel cluster of every location that has one."""
        with self._lock:
            known = self._contents.locations.items()
            return {number: bit.cluster for number, bit in known if bit.cluster}

    def _marks(
        self, first: date, last: date, where: CalendarFilter, layers: frozenset[Layer] | None
    ) -> list[Mark]:
        found = [
            mark
            for layer, source in MARK_SOURCES
            if layers is None or layer in layers
            for mark in source(self, first, last, spoken())
            if not where.person_id or mark.person_id in (0, where.person_id)
        ]
        order = list(Layer)
        return sorted(found, key=lambda m: (order.index(m.layer), m.first, m.person_id, m.number))

    def _changed(self, changes: Sequence[Change]) -> None:
        if self.ready and any(change.table == "words" for change in changes):
            self.anew()
            return
        with self._lock:
            if self._missed is not None:
                self._missed.extend(changes)
                return
            if not self.ready:
                return
            differs = [self._contents.take(change) for change in _series_first(changes)]
        if any(differs) or any(change.table == TeamSettings.table for change in changes):
            self._tell()

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()


def _series_first(changes: Sequence[Change]) -> list[Change]:
    # What was entered for a date leans on its series; within an act the order may be another.
    return sorted(changes, key=lambda change: change.table != "series")


def _days(first: date, last: date, low: date, high: date) -> Iterator[date]:
    day, end = max(first, low), min(last, high)
    while day <= end:
        yield day
        day += _DAY
