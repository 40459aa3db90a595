"""A series in the calendar's index: its dates, expanded as far as somebody looked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Set
from datetime import date, datetime, time, timedelta

from edtui.desk.calendar import Key
from edtui.desk.calendar_entries import Entry, Layer, entry_of_activity, who
from edtui.desk.years import closed_for
from edtui.records.activity import Activity
from edtui.records.occurrences import occurrence
from edtui.records.series import Series, dates_of

_AHEAD = 400
"""Days that are expanded at once beyond what is asked."""

_FOR_EVER = date.max - timedelta(days=_AHEAD)


class SeriesDates:
    """One series, with what was entered for its single dates."""

    __slots__ = (
        "_dates", "_layer", "_layers", "_overnight", "_people", "_shown", "_taken", "_until",
        "series", "stored",
    )  # fmt: skip

    def __init__(self, series: Series, layers: Mapping[str, Layer]) -> None:
        self.series = series
        self._layers = layers
        self._layer = layers.get(series.kind, Layer.OTHER)
        self._people = who(series)
        self._until = date.min
        self._dates: list[date] = []
        self.stored: dict[int, Activity] = {}
        self._shown: dict[int, Entry] = {}
        self._taken: set[date] = set()
        self._overnight = series.end_on(series.first) > series.start_on(
            series.first + timedelta(days=1)
        ).replace(hour=0, minute=0, second=0)

    @property
    def lasts_over_midnight(self) -> bool:
        """Whether some of its entries last on a day after the one on which they start."""
        return self._overnight or any(one.last_day > one.day for one in self._shown.values())

    def is_of(self, kinds: Set[str]) -> bool:
        """Say whether the series, or what was entered for one of its dates, is of some kinds."""
        return self.series.kind in kinds or any(one.kind in kinds for one in self._shown.values())

    def put(self, number: int, activity: Activity) -> None:
        """Take in what was entered for a date."""
        self.drop(number)
        if activity.original is None:
            return
        self.stored[number] = activity
        shown = occurrence(self.series, activity.original, activity)
        key = Key(number, self.series.id, activity.original)
        self._shown[number] = entry_of_activity(shown, key, self._layers)
        self._taken.add(activity.original)

    def drop(self, number: int) -> None:
        """Forget what was entered for a date."""
        old = self.stored.pop(number, None)
        self._shown.pop(number, None)
        if old is not None and old.original is not None:
            self._taken.discard(old.original)

    def entries(self, first: date, last: date) -> Iterator[Entry]:
        """Give what starts in a period, both days included, in no order."""
        for entry in self._shown.values():
            if first <= entry.start.date() <= last:
                yield entry
        if last > self._until:
            self._expand(last)
        dates = self._dates
        for place in range(bisect_left(dates, first), bisect_right(dates, last)):
            day = dates[place]
            if day not in self._taken:
                yield self._entry(day)

    def _expand(self, last: date) -> None:
        self._until = min(last, _FOR_EVER) + timedelta(days=_AHEAD)
        self._dates = dates_of(self.series, date.min, self._until, closed_for(self.series))

    def _entry(self, day: date) -> Entry:
        series = self.series
        start = datetime.combine(day, time.min if series.whole_day else series.at)
        return Entry(
            start,
            Key(0, series.id, day),
            start + timedelta(minutes=series.minutes),
            series.kind,
            series.title,
            series.location_id or 0,
            series.place,
            self._people,
            series.weight.value,
            "planned",
            self._layer,
            series.whole_day,
            series.zone,
            series.travel_minutes,
            series.organisation_id or 0,
        )
