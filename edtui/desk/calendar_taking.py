"""Entries of a calendar file become activities and series, inside one act."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from edtui.desk.calendar import stored_at
from edtui.desk.session import Act, Desk
from edtui.desk.vocabularies import vocabularies
from edtui.exchange.ics_items import CalendarItem
from edtui.records.activity import Activity
from edtui.records.occurrences import entered
from edtui.records.organisation import Location
from edtui.records.planned import ActivityStatus
from edtui.records.series import Series


class Taken(NamedTuple):
    """How many entries were taken over."""

    new: int
    changed: int


def taken_from(desk: Desk, act: Act, items: Sequence[CalendarItem], source: str) -> Taken:
    """Save entries, each in the place of what has its name already.

    Args:
        desk: where.
        act: in which.
        items: those that are new or changed.
        source: name of the calendar from which they come.
    """
    taking = _Taking(desk, act, source, {one.uid for one in items if one.original is not None})
    # A date of a series needs its series first.
    for item in sorted(items, key=lambda item: item.original is not None):
        taking.take(item)
    return Taken(taking.new, taking.changed)


class _Taking:
    def __init__(self, desk: Desk, act: Act, source: str, dated: Set[str]) -> None:
        self._desk, self._act, self._source = desk, act, source
        self._dated = dated
        self._kinds = vocabularies(desk)["activity_kinds"]
        self._places = {}
        if desk.reads(Location.table):
            self._places = {str(d.get("name", "")): n for n, d in desk.documents(Location)}
        self.new = self.changed = 0

    def take(self, item: CalendarItem) -> None:
        """Save one entry."""
        if item.original is not None:
            self._date(item)
        elif item.repeats or item.uid in self._dated or self._desk.having(Series, "uid", item.uid):
            # A series of which only the first date is left repeats no more, and still is one.
            self._series(item)
        else:
            self._single(item)

    def _single(self, item: CalendarItem) -> None:
        old = next(iter(self._desk.having(Activity, "uid", item.uid)), None)
        values = {**self._texts(item, old), **self._times(item), **self._name(item)}
        if item.cancelled:
            values |= {"status": ActivityStatus.CANCELLED, "cancelled_by": "location"}
        elif old is not None and old.status is ActivityStatus.CANCELLED:
            values |= {"status": ActivityStatus.PLANNED, "cancelled_by": "", "reason": ""}
        elif old is None and not item.tentative:
            values["status"] = ActivityStatus.CONFIRMED
        self._put(old, Activity.model_validate({**(dict(old) if old else {}), **values}))

    def _series(self, item: CalendarItem) -> None:
        old = next(iter(self._desk.having(Series, "uid", item.uid)), None)
        texts = self._texts(item, old)
        values = {
            **texts,
            **self._name(item),
            "first": item.start.date(),
            "at": item.start.time(),
            "minutes": max(int((item.end - item.start).total_seconds() // 60), 1),
            "zone": item.zone,
            "whole_day": item.whole_day,
            "rule": item.rule,
            "skipped": item.skipped,
            "added": item.added,
        }
        if old is None:
            values |= {"skip_holidays": False, "skip_school": ""}
            for single in self._desk.having(Activity, "uid", item.uid):
                if single.series_id is None and not single.is_closed:
                    self._act.remove(single)  # it repeats from now on
        self._put(old, Series.model_validate({**(dict(old) if old else {}), **values}))

    def _date(self, item: CalendarItem) -> None:
        series = next(iter(self._desk.having(Series, "uid", item.uid)), None)
        if series is None or item.original is None:
            self._alone(item)
            return
        old = stored_at(self._desk, series.id, item.original)
        if old is not None and old.is_closed and not item.cancelled:
            return  # what is over here stays as it was
        changes = {
            **self._texts(item, old or series),
            **self._times(item),
            "sequence": item.sequence,
        }
        if item.cancelled:
            changes |= {"status": ActivityStatus.CANCELLED, "cancelled_by": "location"}
        elif old is None and not item.tentative:
            changes["status"] = ActivityStatus.CONFIRMED
        self._put(old, entered(series, item.original, old, **changes))

    def _alone(self, item: CalendarItem) -> None:
        """Take a date over whose series is not in the file, as an activity of its own."""
        uid = f"{item.uid}/{item.original}"[:200]
        old = next(iter(self._desk.having(Activity, "uid", uid)), None)
        values = {**self._texts(item, old), **self._times(item), **self._name(item), "uid": uid}
        if item.cancelled:
            values |= {"status": ActivityStatus.CANCELLED, "cancelled_by": "location"}
        self._put(old, Activity.model_validate({**(dict(old) if old else {}), **values}))

    def _texts(self, item: CalendarItem, old: Activity | Series | None) -> dict[str, object]:
        if item.partial and old is not None:
            return {}
        values: dict[str, object] = {"notes": item.words}
        kind = item.kind if item.kind in self._kinds else ""
        if kind or old is None:
            values["kind"] = kind or self._guess(item.title)
        labels = {term.label(language) for term in self._kinds for language in ("nl", "en")}
        values["title"] = "" if kind and item.title in labels else item.title
        location = self._places.get(item.place)
        values["location_id"] = location
        values["place"] = "" if location else item.place
        return values

    def _guess(self, title: str) -> str:
        found = self._kinds.find(title) if title else None
        return found.code if found else "executive_meeting"

    def _times(self, item: CalendarItem) -> Mapping[str, object]:
        return {
            "start": item.start,
            "end": item.end,
            "zone": item.zone,
            "whole_day": item.whole_day,
        }

    def _name(self, item: CalendarItem) -> Mapping[str, object]:
        known = item.uid.endswith("@edtui")
        return {
            "uid": item.uid,
            "sequence": item.sequence,
            "source": "" if known else self._source,
        }

    def _put(self, old: Activity | Series | None, new: Activity | Series) -> None:
        self._act.put(new)
        if old is None:
            self.new += 1
        else:
            self.changed += 1
