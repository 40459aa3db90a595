"""The calendar out and in as iCalendar: a person's, a location's or all of it; a preview first.

Nothing is doubled: an entry is known by its UID, a date of a series by the date that the series
means. Names of people do not go out and do not come in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from edtui.desk.calendar import stored_of
from edtui.desk.calendar_taking import Taken, taken_from
from edtui.desk.raw import Raw
from edtui.desk.session import Act, Desk
from edtui.desk.vocabularies import vocabularies
from edtui.desk.years import closed_for
from edtui.errors import N_, Sentence
from edtui.exchange.ics_in import read_ics
from edtui.exchange.ics_items import CalendarItem, Refused
from edtui.exchange.ics_out import Gate, item_of_activity, items_of_series, write_ics
from edtui.locale import spoken
from edtui.records.activity import Activity
from edtui.records.occurrences import occurrence
from edtui.records.organisation import Location
from edtui.records.planned import CLOSED, ActivityStatus, PlannedFields
from edtui.records.series import Series, last_date
from edtui.records.series_edits import ended

__all__ = ["Incoming", "News", "Which", "apply_import", "export", "preview_import"]


@dataclass(frozen=True)
class Which:
    """What goes out; an empty field does not narrow."""

    person_id: int = 0
    location_id: int = 0
    first: date = date.min
    last: date = date.max

    def takes(self, planned: PlannedFields) -> bool:
        """Say whether an activity or series goes out."""
        if self.person_id and self.person_id not in planned.person_ids:
            return False
        return not self.location_id or planned.location_id == self.location_id

    def may_take(self, document: Raw) -> bool:
        """Say whether a stored activity can go out, without making a record of it.

        Of a series the series says who and where, so all of them can.
        """
        if document.get("series_id"):
            return True
        if not self.first.isoformat() <= str(document["start"])[:10] <= self.last.isoformat():
            return False
        if self.location_id and document.get("location_id") != self.location_id:
            return False
        people = document.get("people", ())
        return not self.person_id or any(one.get("person_id") == self.person_id for one in people)


class News(StrEnum):
    """What an entry of a file is to this calendar."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    SAME = "same"


class Incoming(NamedTuple):
    """One entry of a file, or one that is gone from it."""

    news: News
    item: CalendarItem
    """As in the file; of what is gone, as it stands here."""

    before: CalendarItem | None
    """As it stands here, where it does."""


class ImportPlan(NamedTuple):
    """What an import would do, to look through first."""

    source: str
    """Name of the calendar that comes in."""

    entries: tuple[Incoming, ...]
    refused: tuple[Refused, ...]

    def count(self, news: News) -> int:
        """Give how many entries are new, changed, gone or the same."""
        return sum(one.news is news for one in self.entries)


def export(desk: Desk, gate: Gate, which: Which = Which(), name: str = "") -> bytes:
    """Give the calendar as iCalendar: series with their exceptions, everything else by itself.

    Args:
        desk: where.
        gate: asked for each text that would go out.
        which: whose, and of which days.
        name: of the calendar.
    """
    return write_ics(_standing(desk, gate, which), desk.clock.now(), name)


def preview_import(desk: Desk, data: bytes, name: str = "") -> ImportPlan:
    """Give what taking a file over would do; nothing is saved.

    Args:
        desk: where.
        data: the file's bytes.
        name: of the file.

    Raises:
        NotACalendar: it is none.
        TooBig: it is bigger than any team's calendar.
    """
    file = read_ics(data, name)
    here = {(one.uid, one.original): one for one in _standing(desk, _open, Which())}
    entries = []
    for item in file.items:
        before = here.get((item.uid, item.original))
        entries.append(Incoming(_news(item, before), item, before))
    there = {(item.uid, item.original) for item in file.items}
    entries += [
        Incoming(News.GONE, before, before)
        for before in _from(desk, file.name)
        if (before.uid, before.original) not in there
    ]
    return ImportPlan(file.name, tuple(entries), file.refused)


def apply_import(desk: Desk, plan: ImportPlan, *, with_gone: bool = False) -> Taken:
    """Take over what is new and changed, as one act; what is gone is cancelled where asked.

    Args:
        desk: where.
        plan: by `preview_import`.
        with_gone: whether what came from this calendar and is not in it any more is cancelled.

    Raises:
        ReadOnly: nothing can be written now.
    """
    asked = {News.NEW, News.CHANGED}
    items = [one.item for one in plan.entries if one.news in asked]
    gone = [one.item for one in plan.entries if one.news is News.GONE] if with_gone else []
    label = Sentence(N_("Calendar {name} taken over"), {"name": plan.source})
    with desk.act(label) as act:
        taken = taken_from(desk, act, items, plan.source)
        for item in gone:
            _cancel(desk, act, item)
    return taken


def _standing(desk: Desk, gate: Gate, which: Which) -> list[CalendarItem]:
    """Give what stands in the calendar as entries of a file."""
    kinds = vocabularies(desk)["activity_kinds"]
    names = {}
    if desk.reads(Location.table):
        names = {number: str(d.get("name", "")) for number, d in desk.documents(Location)}

    def called(planned: PlannedFields) -> str:
        return kinds.label(planned.kind, spoken())

    def where(planned: PlannedFields) -> str:
        return names.get(planned.location_id or 0, "") or planned.place

    found: list[CalendarItem] = []
    single: list[Activity] = []
    stored: dict[int, list[Activity]] = {}
    for number, document in desk.documents(Activity):
        if not which.may_take(document):
            continue
        one = Activity.from_document(number, document)
        if one.series_id is None:
            single.append(one)
        else:
            stored.setdefault(one.series_id, []).append(one)
    for series in desk.all(Series):
        different = [occurrence(series, _original(one), one) for one in stored.pop(series.id, ())]
        last = last_date(series)
        over = last is not None and last < which.first and not different
        if which.takes(series) and not over and series.first <= which.last:
            found += items_of_series(
                series,
                different,
                called=called,
                where=where,
                gate=gate,
                today=desk.clock.today(),
                closed=closed_for(series),
            )
    single += [one for left in stored.values() for one in left]
    found += [
        item_of_activity(
            one.model_copy(update={"series_id": None, "original": None}),
            uid=one.uid or f"activity-{one.id}@edtui",
            called=called,
            where=where,
            gate=gate,
        )
        for one in single
        if which.takes(one) and which.first <= one.day <= which.last
    ]
    return found


def _news(item: CalendarItem, before: CalendarItem | None) -> News:
    if before is None:
        return News.NEW
    if item.sequence < before.sequence:
        return News.SAME  # an older file: what stands here is newer
    return News.SAME if _says(item, item.partial) == _says(before, item.partial) else News.CHANGED


def _says(item: CalendarItem, partial: bool) -> tuple[object, ...]:
    """Give what counts as a change; of an entry without its texts only when it is."""
    times = (item.start, item.end, item.zone, item.whole_day, item.cancelled)
    dates = (item.rule, item.skipped, item.added)
    return times + dates + (() if partial else (item.title, item.place, item.words))


def _from(desk: Desk, source: str) -> Sequence[CalendarItem]:
    """Give what came from a calendar, is still to come and is not over."""
    if not source:
        return []
    today = desk.clock.today()
    ours = {one.uid for one in desk.having(Activity, "source", source)}
    ours |= {one.uid for one in desk.having(Series, "source", source)}
    return [
        item
        for item in _standing(desk, _open, Which(first=today))
        if item.uid in ours and item.original is None and not item.cancelled
    ]


def _cancel(desk: Desk, act: Act, item: CalendarItem) -> None:
    for one in desk.having(Activity, "uid", item.uid):
        if one.series_id is None and one.status not in CLOSED:
            off = {"status": ActivityStatus.CANCELLED, "cancelled_by": "location"}
            act.put(one.with_(**off, sequence=one.sequence + 1))
    for series in desk.having(Series, "uid", item.uid):
        left, falls = ended(series, stored_of(desk, series.id), desk.clock.today())
        for one in falls:
            act.remove(one)
        if left is None:
            act.remove(series)
        else:
            act.put(left.with_(sequence=series.sequence + 1))


def _original(one: Activity) -> date:
    return one.original or one.day


def _open(_planned: PlannedFields, _field: str) -> bool:
    return True
