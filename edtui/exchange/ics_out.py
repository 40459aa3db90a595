"""Write the calendar as iCalendar (RFC 5545). What may not go out is left out by a gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from edtui.exchange.ics_items import PRODUCT, CalendarItem
from edtui.records.activity import Activity
from edtui.records.planned import ActivityStatus, PlannedFields
from edtui.records.series import ClosedDay, Series, dates_of
from edtui.records.zones import moment

if TYPE_CHECKING:
    import icalendar

Gate = Callable[[PlannedFields, str], bool]
"""Says whether a field (``title``, ``place``, ``notes``) of an activity or series may go out."""

Words = Callable[[PlannedFields], str]
"""Gives words for an activity or series: what it is called, or where it is."""

_AHEAD = timedelta(days=5 * 366)
"""So far ahead holidays that an endless series leaves out are written as exceptions."""

_SOON = timedelta(days=62)
"""So soon most rules mean their first date."""


def item_of_activity(
    activity: Activity,
    *,
    uid: str,
    called: Words,
    where: Words,
    gate: Gate,
    series_time: time | None = None,
) -> CalendarItem:
    """Give an activity as an entry of a calendar file.

    Args:
        activity: as it is, of a series with what the series says.
        uid: of the activity, or of its series.
        called: what it is called where its title may not go out: the kind alone.
        where: where it is.
        gate: asked for each text.
        series_time: of a date of a series: when the series starts, on the wall.
    """
    return CalendarItem(
        uid=uid,
        start=activity.start,
        end=activity.end,
        zone=activity.zone,
        whole_day=activity.whole_day,
        sequence=activity.sequence,
        cancelled=activity.status is ActivityStatus.CANCELLED,
        tentative=activity.status is ActivityStatus.PLANNED,
        original=activity.original,
        series_time=series_time,
        **_texts(activity, called, where, gate),  # type: ignore[arg-type]  # by name, checked there
    )


def items_of_series(
    series: Series,
    stored: Iterable[Activity],
    *,
    called: Words,
    where: Words,
    gate: Gate,
    today: date,
    closed: ClosedDay | None = None,
) -> list[CalendarItem]:
    """Give a series as entries: the series itself, then its dates that are different.

    Args:
        series: the series.
        stored: what was entered for its dates, as it is (`edtui.records.occurrences.occurrence`).
        called: see `item_of_activity`.
        where: see `item_of_activity`.
        gate: asked for each text.
        today: from which the holidays of the next years are counted.
        closed: the holidays that it leaves out.
    """
    different = [one for one in stored if one.original is not None]
    first, skipped, added = _exceptions(series, different, today, closed)
    master = CalendarItem(
        uid=series.uid,
        start=series.start_on(first),
        end=series.end_on(first),
        zone=series.zone,
        whole_day=series.whole_day,
        sequence=series.sequence,
        tentative=True,
        rule=series.rule,
        skipped=skipped,
        added=added,
        **_texts(series, called, where, gate),  # type: ignore[arg-type]  # by name, checked there
    )
    return [
        master,
        *(
            item_of_activity(
                one,
                uid=series.uid,
                called=called,
                where=where,
                gate=gate,
                series_time=master.start.time(),
            )
            for one in sorted(different, key=lambda one: one.original or one.day)
        ),
    ]


def _exceptions(
    series: Series, different: Sequence[Activity], today: date, closed: ClosedDay | None
) -> tuple[date, tuple[date, ...], tuple[date, ...]]:
    """Give the first date that the rule means, the dates to leave out, and those to add."""
    if not (different or series.skipped or series.added or closed):
        soon = series.rule_dates(min(series.first, date.max - _SOON) + _SOON)
        if soon:
            return soon[0], (), ()
    horizon = _horizon(series, today)
    meant = set(series.rule_dates(horizon))
    there = set(dates_of(series, date.min, horizon, closed))
    originals = {one.original for one in different if one.original is not None}
    first = min(meant, default=series.first)
    skipped = (meant - there - originals) | ({first} - there - originals)
    # A date that is different has to be one of the series, or other programs lose it.
    added = (there | originals) - meant - {first}
    return first, tuple(sorted(skipped)), tuple(sorted(added))


def write_ics(items: Iterable[CalendarItem], now: datetime, name: str = "") -> bytes:
    """Give a calendar file.

    Args:
        items: what it holds.
        now: the moment at which it is written, with a zone.
        name: of the calendar.
    """
    import icalendar  # late: only who exports waits for it

    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    if name:
        calendar.add("x-wr-calname", name)
    for item in items:
        calendar.add_component(_event(item, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(item: CalendarItem, now: datetime) -> icalendar.Event:
    import icalendar

    event = icalendar.Event()
    event.add("uid", item.uid)
    event.add("sequence", item.sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", _when(item, item.start))
    event.add("dtend", _when(item, item.end))
    event.add("summary", item.title)
    if item.place:
        event.add("location", item.place)
    if item.words:
        event.add("description", item.words)
    if item.kind:
        event.add("x-edtui-kind", item.kind)
    if item.partial:
        event.add("x-edtui-partial", "TRUE")
    status = "CANCELLED" if item.cancelled else "TENTATIVE" if item.tentative else "CONFIRMED"
    event.add("status", status)
    if item.cancelled:  # it stays, so that who has it sees it struck out, and takes nobody's time
        event.add("transp", "TRANSPARENT")
    if item.original is not None:
        event.add("recurrence-id", _on(item, item.original))
    if item.rule is not None:
        event.add("rrule", icalendar.vRecur.from_ical(_rule_text(item)))
    for field, days in (("exdate", item.skipped), ("rdate", item.added)):
        if days:
            event.add(
                field, [_on(item, day) for day in days], {"VALUE": "DATE"} if item.whole_day else {}
            )
    return event


def _when(item: CalendarItem, wall: datetime) -> date:
    return wall.date() if item.whole_day else wall.replace(tzinfo=ZoneInfo(item.zone))


def _on(item: CalendarItem, day: date) -> date:
    """Give the name of a date of a series: the day, at the time at which the series starts."""
    at = item.series_time if item.series_time is not None else item.start.time()
    return _when(item, datetime.combine(day, at))


def _rule_text(item: CalendarItem) -> str:
    """Give the rule with its last day as iCalendar wants it: a moment, where there are times."""
    rule = item.rule
    assert rule is not None  # noqa: S101  asked by who calls
    if rule.until is None or item.whole_day:
        return rule.text
    last = moment(datetime.combine(rule.until, item.start.time()), item.zone)
    return f"{rule.with_(until=None).text};UNTIL={last:%Y%m%dT%H%M%SZ}"


def _texts(
    planned: PlannedFields, called: Words, where: Words, gate: Gate
) -> dict[str, str | bool]:
    open_ = {name: gate(planned, name) for name in ("title", "place", "notes")}
    private = {"title": planned.title, "place": where(planned), "notes": planned.notes}
    return {
        "title": planned.title if planned.title and open_["title"] else called(planned),
        "place": private["place"] if open_["place"] else "",
        "words": planned.notes if open_["notes"] else "",
        "kind": planned.kind,
        "partial": any(text and not open_[name] for name, text in private.items()),
    }


def _horizon(series: Series, today: date) -> date:
    if series.rule and series.rule.until:
        return max((series.rule.until, *series.added))
    ahead = min(max(series.first, today), date.max - _AHEAD) + _AHEAD
    return max((ahead, *series.added, *series.skipped))
