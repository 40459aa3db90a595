"""Calendar files: what goes out comes back the same; what others write is read, or says why not."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.series_rules import EARLY, LATE, judged, serieses, wall

from edtui.exchange.errors import TooBig
from edtui.exchange.ics_in import MOST_BYTES, read_ics
from edtui.exchange.ics_items import CalendarItem, NotACalendar
from edtui.exchange.ics_out import item_of_activity, items_of_series, write_ics
from edtui.records.activity import Activity
from edtui.records.occurrences import entered, occurrence, occurrences
from edtui.records.series import Series
from edtui.records.text import clean_line, clean_notes

NOW = datetime(2026, 11, 21, 9, 4, tzinfo=UTC)
TODAY = date(2026, 11, 21)
lines = st.text(max_size=40).map(clean_line)
notes = st.text(max_size=80).map(clean_notes)


def everything(_planned, _field) -> bool:
    return True


def called(planned) -> str:
    return planned.title or planned.kind


def words(planned) -> str:
    return planned.place


OUT = {"called": called, "where": words, "gate": everything}


@st.composite
def series_with_dates(draw):
    whole_day = draw(st.booleans())
    series = draw(
        serieses(
            uid="reeks@edtui",
            title=draw(lines.filter(bool)),
            place=draw(lines),
            notes=draw(notes),
            whole_day=whole_day,
            sequence=draw(st.integers(0, 9)),
            **({"at": time(0, 0), "minutes": 24 * 60} if whole_day else {}),
        )
    )
    dates = sorted(judged(series, LATE))[:50]
    picked = draw(st.lists(st.sampled_from(dates), max_size=3, unique=True)) if dates else []
    stored = []
    for day in picked:
        start = datetime.combine(
            day + timedelta(days=draw(st.integers(-3, 3))), time(0 if whole_day else 9)
        )
        end = start + (timedelta(days=1) if whole_day else timedelta(hours=1))
        status = draw(st.sampled_from(["planned", "confirmed", "cancelled"]))
        one = entered(series, day, None, start=start, end=end, status=status, notes=draw(notes))
        stored.append(one)
    return series, stored


@settings(max_examples=60, deadline=None)
@given(series_with_dates())
def test_out_and_in_is_the_same(drawn):
    series, stored = drawn
    items = items_of_series(series, stored, today=TODAY, **OUT)
    file = read_ics(write_ics(items, NOW, "Team"))
    assert file.name == "Team"
    assert file.refused == ()
    back = {(one.uid, one.original): one for one in file.items}
    assert back == {(one.uid, one.original): one for one in items}


def on_the_wall(rule: str, begin) -> str:
    """Give a rule with its end as the time on the wall at the place where it begins."""
    found = re.search(r"UNTIL=(\d{8}T\d{6})Z", rule)
    if found is None:
        return rule
    end = datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    return rule.replace(found[0], f"UNTIL={end.astimezone(begin.tzinfo):%Y%m%dT%H%M%S}")


@settings(max_examples=60, deadline=None)
@given(series_with_dates())
def test_another_program_sees_the_same_dates(drawn):
    """What stands in the file, expanded by dateutil alone, is what the calendar shows."""
    from dateutil.rrule import rruleset, rrulestr

    series, stored = drawn
    data = write_ics(items_of_series(series, stored, today=TODAY, **OUT), NOW)
    first, *_ = icalendar.Calendar.from_ical(data).walk("VEVENT")
    begin = first["DTSTART"].dt
    naive = (
        (lambda d: d.replace(tzinfo=None))
        if isinstance(begin, datetime)
        else (lambda d: datetime.combine(d, time()))
    )

    def dates(name) -> list[datetime]:
        listed = first.get(name, [])
        return [
            naive(one.dt)
            for some in (listed if isinstance(listed, list) else [listed])
            for one in some.dts
        ]

    made = rruleset()
    made.rdate(naive(begin))  # always one of the dates, whatever the rule says (RFC 5545, 3.8.5.3)
    if "RRULE" in first:
        text = first["RRULE"].to_ical().decode()
        end = f"{LATE:%Y%m%d}T235959" if "UNTIL" not in text else None
        rule = rrulestr(on_the_wall(text, begin), dtstart=naive(begin))
        made.rrule(
            rule.replace(until=datetime.fromisoformat(end)) if end and "COUNT" not in text else rule
        )
    for day in dates("RDATE"):
        made.rdate(day)
    for day in dates("EXDATE"):
        made.exdate(day)
    seen = {day.date() for day in made if EARLY <= day.date() <= LATE}
    expected = judged(series, LATE + timedelta(days=1)) | {one.original for one in stored}
    assert seen == {day for day in expected if EARLY <= day <= LATE}


def text(*lines: str) -> bytes:
    body = "\r\n".join(
        ["BEGIN:VEVENT", "UID:a@elders", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"]
    )
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//"
    return f"{head}\r\n{body}\r\nEND:VCALENDAR\r\n".encode()


def one(*lines: str) -> CalendarItem:
    file = read_ics(text(*lines))
    assert file.refused == ()
    [item] = file.items
    return item


def test_times_of_other_zones_and_without_an_end():
    there = one("DTSTART:20260701T080000Z")
    assert (there.start, there.end, there.zone) == (
        wall("2026-07-01 10:00"),
        wall("2026-07-01 11:00"),
        "Europe/Amsterdam",
    )
    london = one("DTSTART;TZID=Europe/London:20260701T090000", "DURATION:PT30M")
    assert (london.zone, london.end) == ("Europe/London", wall("2026-07-01 09:30"))
    windows = one("DTSTART;TZID=W. Europe Standard Time:20260701T090000")
    assert windows.start == wall("2026-07-01 09:00")
    assert one("DTSTART;VALUE=DATE:20260701").whole_day
    assert one("DTSTART:20260701T090000").zone == "Europe/Amsterdam"


def test_the_last_day_of_a_rule_is_that_of_its_zone():
    # 23:00 UTC is midnight in Amsterdam: the meeting of 2 December at 10:00 is after it.
    item = one(
        "DTSTART;TZID=Europe/Amsterdam:20261111T100000", "RRULE:FREQ=WEEKLY;UNTIL=20261201T230000Z"
    )
    assert item.rule.until == date(2026, 12, 1)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("DTSTART:20260701T080000Z", "RRULE:FREQ=HOURLY"),
        ("DTSTART:20260701T080000Z", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"),
        ("DTSTART:20260701T080000Z", "DTEND:20270701T080000Z"),
        ("DTSTART:20260701T080000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260701T080000Z"),
        ("DTSTART:onzin",),
        ("DTSTART:20260701T080000Z", "SEQUENCE:veel"),
    ],
)
def test_what_cannot_be_kept_is_told_and_the_rest_is_read(lines):
    data = text(*lines).replace(
        b"END:VCALENDAR",
        b"BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260701T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR",
    )
    file = read_ics(data)
    assert [item.uid for item in file.items if item.uid == "b"] == ["b"]
    assert len(file.refused) + len(file.items) >= 1
    assert all(str(one.why) for one in file.refused)


@pytest.mark.parametrize(
    "data", [b"", b"hallo", b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"\xff\xfe\x00", b"BEGIN:VCALENDAR"]
)
def test_what_is_no_calendar_says_so(data):
    with pytest.raises(NotACalendar):
        read_ics(data, "x.ics")


def test_a_file_that_is_too_big_is_not_read():
    with pytest.raises(TooBig):
        read_ics(b" " * (MOST_BYTES + 1))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with suppress(NotACalendar):
        read_ics(text("DTSTART:20260701T080000Z", "SUMMARY:x") + data)


def test_the_gate_leaves_private_texts_out():
    visit = Activity(
        start=wall("2026-11-24 10:00"),
        end=wall("2026-11-24 11:00"),
        title="gesprek met mevrouw in 3b",
        place="De Linde",
        notes="sleutel onder de pot",
        uid="v@edtui",
    )
    item = item_of_activity(
        visit,
        uid=visit.uid,
        called=lambda _: "bezoek",
        where=words,
        gate=lambda _, field: field == "place",
    )
    data = write_ics([item], NOW).decode()
    assert "mevrouw" not in data
    assert "sleutel" not in data
    assert "De Linde" in data
    assert read_ics(data.encode()).items[0].partial


def test_a_series_over_both_clock_changes_keeps_its_time_on_the_wall():
    series = Series(
        first=date(2026, 3, 24),
        at=time(10),
        uid="r@edtui",
        title="x",
        rule={"interval": 1, "until": date(2026, 11, 3)},
    )
    [item] = read_ics(write_ics(items_of_series(series, [], today=TODAY, **OUT), NOW)).items
    back = Series(first=item.start.date(), at=item.start.time(), rule=item.rule, id=1)
    there = occurrences(back, [], date(2026, 3, 1), date(2026, 11, 30))
    meant = [occurrence(series.with_(id=1), day) for day in sorted(judged(series, LATE))]
    assert [one.begins for one in there] == [one.begins for one in meant]
    assert len({one.begins.hour for one in there}) == 2
