"""Read a calendar file (iCalendar, RFC 5545) as entries; what cannot be taken over says why."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from edtui.errors import N_, Sentence
from edtui.exchange.errors import TooBig
from edtui.exchange.ics_items import CalendarFile, CalendarItem, NotACalendar, Refused
from edtui.records.activity import LONGEST
from edtui.records.rule import Rule, RuleNotUnderstood
from edtui.records.text import clean_line, clean_notes
from edtui.records.zones import HOME, zone_of

MOST_BYTES = 20_000_000
_USUAL = timedelta(hours=1)
_SERIES_LONGEST = timedelta(days=7)
_TIMES = re.compile(r"(?:^|;)BY(?:HOUR|MINUTE|SECOND)=[0-9]+(?=;|$)", re.IGNORECASE)


class _Not(Exception):
    """An entry cannot be taken over; the argument is the message id."""


def read_ics(data: bytes, name: str = "") -> CalendarFile:
    """Read a calendar file.

    Args:
        data: the file's bytes.
        name: of the file, for what is wrong with it and where the calendar has no name.

    Raises:
        NotACalendar: it is none.
        TooBig: it is bigger than any team's calendar.
    """
    import icalendar  # late: only who imports waits for it

    if len(data) > MOST_BYTES:
        raise TooBig(name=name)
    try:
        calendars = icalendar.Calendar.from_ical(data, multiple=True)
    except (ValueError, TypeError, KeyError, IndexError):
        raise NotACalendar(name=name) from None
    if not calendars or any(one.name != "VCALENDAR" for one in calendars):
        raise NotACalendar(name=name)
    items: list[CalendarItem] = []
    refused: list[Refused] = []
    for event in (event for one in calendars for event in one.walk("VEVENT")):
        uid, title = _line(event, "UID"), _line(event, "SUMMARY")
        try:
            items += _items(event, uid, title)
        except _Not as why:
            refused.append(Refused(uid, title, Sentence(str(why))))
        except (ValueError, TypeError, AttributeError, OverflowError, KeyError):
            refused.append(Refused(uid, title, Sentence(N_("This entry cannot be read."))))
    called = _line(calendars[0], "X-WR-CALNAME") or name
    return CalendarFile(called, tuple(_newest(items)), tuple(refused))


def _items(event: Any, uid: str, title: str) -> Iterator[CalendarItem]:
    if not uid:
        raise _Not(N_("It has no name of its own (UID)."))
    start, end, zone, whole_day = _times(event)
    original = _original(event, zone)
    rule = None if original else _rule(event, start, zone, whole_day)
    if end - start > (_SERIES_LONGEST if rule else LONGEST):
        raise _Not(N_("It lasts longer than can be kept here."))
    added = sorted(_walls(event, "RDATE", zone)) if original is None else []
    status = _line(event, "STATUS").upper()
    here = CalendarItem(
        uid=uid,
        start=start,
        end=end,
        zone=zone,
        whole_day=whole_day,
        sequence=max(int(event.get("SEQUENCE", 0)), 0),
        title=title,
        place=_line(event, "LOCATION"),
        words=_notes(event, "DESCRIPTION"),
        kind=_line(event, "X-EDTUI-KIND"),
        cancelled=status == "CANCELLED",
        tentative=status == "TENTATIVE",
        rule=rule,
        skipped=tuple(sorted({wall.date() for wall in _walls(event, "EXDATE", zone)})),
        added=tuple(sorted({wall.date() for wall in added} - {start.date()})),
        original=original.date() if original else None,
        series_time=original.time() if original else None,
        partial=_line(event, "X-EDTUI-PARTIAL").upper() == "TRUE",
    )
    yield here
    for wall in added:  # an extra date at another time is a date that is different
        if wall.time() != start.time() and not whole_day:
            yield _at(here, wall)


def _at(item: CalendarItem, wall: datetime) -> CalendarItem:
    from dataclasses import replace  # seldom needed

    return replace(
        item,
        start=wall,
        end=wall + (item.end - item.start),
        rule=None,
        skipped=(),
        added=(),
        original=wall.date(),
        series_time=item.start.time(),
    )


def _times(event: Any) -> tuple[datetime, datetime, str, bool]:
    if "DTSTART" not in event:
        raise _Not(N_("It has no start."))
    start = event["DTSTART"].dt
    whole_day = not isinstance(start, datetime)
    zone = HOME if whole_day else _zone(start, recurs="RRULE" in event)
    begin = _wall(start, zone)
    if "DTEND" in event:
        end = _wall(event["DTEND"].dt, zone)
    elif "DURATION" in event:
        end = begin + event["DURATION"].dt
    else:
        end = begin + (timedelta(days=1) if whole_day else _USUAL)
    if end <= begin:
        end = begin + (timedelta(days=1) if whole_day else _USUAL)
    return begin, end, zone, whole_day


def _zone(start: datetime, *, recurs: bool) -> str:
    """Give the zone in which a time is kept: its own where it is known, else the home zone.

    A moment in UTC becomes a time at home; a series in UTC stays in it, or its hours would move
    when the clocks change.
    """
    if start.tzinfo is None:
        return HOME
    key = str(getattr(start.tzinfo, "key", ""))
    if key in ("", "UTC", "Etc/UTC"):
        return "UTC" if recurs and start.utcoffset() == timedelta(0) else HOME
    return key if zone_of(key) is not None else HOME


def _wall(value: date, zone: str) -> datetime:
    if not isinstance(value, datetime):
        return datetime.combine(value, time.min)
    if value.tzinfo is not None and str(getattr(value.tzinfo, "key", "")) != zone:
        value = value.astimezone(zone_of(zone))
    return value.replace(tzinfo=None, microsecond=0, fold=0)


def _walls(event: Any, name: str, zone: str) -> Iterator[datetime]:
    if name not in event:
        return
    listed = event[name] if isinstance(event[name], list) else [event[name]]
    for value in (one.dt for dates in listed for one in dates.dts):
        if isinstance(value, tuple):
            raise _Not(N_("It has dates with a length of their own."))
        yield _wall(value, zone)


def _original(event: Any, zone: str) -> datetime | None:
    if "RECURRENCE-ID" not in event:
        return None
    there = event["RECURRENCE-ID"]
    if "RANGE" in there.params:
        raise _Not(N_("It changes a series from a date on, in a way that is not known here."))
    return _wall(there.dt, zone)


def _rule(event: Any, start: datetime, zone: str, whole_day: bool) -> Rule | None:
    if "RRULE" not in event:
        return None
    found = event["RRULE"]
    if isinstance(found, list):
        raise _Not(N_("It repeats in two ways at once."))
    text = _TIMES.sub("", found.to_ical().decode())
    try:
        rule = Rule.parse(text)
    except RuleNotUnderstood:
        raise _Not(N_("It repeats in a way that is not known here.")) from None
    ends = found.get("UNTIL")
    if not ends or whole_day or not isinstance(ends[0], datetime):
        return rule
    last = _wall(ends[0] if ends[0].tzinfo else ends[0].replace(tzinfo=UTC), zone)
    until = last.date() if last.time() >= start.time() else last.date() - timedelta(days=1)
    return rule.with_(until=max(until, start.date()))


def _newest(items: Iterable[CalendarItem]) -> Iterator[CalendarItem]:
    """Give each entry once: of several with one name and date the one with the highest number."""
    best: dict[tuple[str, date | None], CalendarItem] = {}
    for item in items:
        key = item.uid, item.original
        if key not in best or item.sequence >= best[key].sequence:
            best[key] = item
    yield from best.values()


def _line(event: Any, name: str) -> str:
    return str(clean_line(str(event.get(name, ""))))[:200].strip()


def _notes(event: Any, name: str) -> str:
    return str(clean_notes(str(event.get(name, ""))))[:20_000].strip()
