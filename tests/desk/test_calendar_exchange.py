"""Another program's calendar comes in once, and again without doubling; ours goes out."""

from datetime import date

import pytest
from support.memory_vault import MemoryVault

from desk.calendar_team import KEES, RIET, index_of, meeting, shown, starts, visit, wall
from desk.conftest import said as everything
from desk.conftest import taken_back
from edtui.clock import FixedClock
from edtui.desk import calendar
from edtui.desk.calendar import Key
from edtui.desk.calendar_exchange import News, Which, apply_import, export, preview_import
from edtui.desk.session import Desk
from edtui.exchange.ics_in import read_ics
from edtui.records.activity import Activity
from edtui.records.series import Series


def everything_out(_planned, _field) -> bool:
    return True


@pytest.fixture
def other(clock) -> Desk:
    return Desk(MemoryVault(), FixedClock(clock.moment))


def filled(desk) -> Series:
    series = meeting(desk, skip_holidays=True)
    calendar.move(desk, Key(0, series.id, date(2026, 12, 8)), wall("2026-12-09 15:00"))
    calendar.remove_activity(desk, Key(0, series.id, date(2026, 12, 22)))
    calendar.set_status(desk, Key(0, series.id, date(2027, 1, 5)), "cancelled", by="team")
    calendar.add_activity(
        desk, visit("2026-11-25 10:30", "2026-11-25 12:00", RIET, notes="sleutel halen")
    )
    return series


def lines(desk) -> list[tuple]:
    found = [(e.start, e.end, e.kind, e.title, e.status) for e in shown(index_of(desk))]
    return sorted(found)


def test_out_of_one_desk_into_another(desk, other):
    filled(desk)
    data = export(desk, everything_out, name="Team Noord")
    plan = preview_import(other, data)
    assert plan.source == "Team Noord"
    assert plan.count(News.NEW) == len(plan.entries) == 4
    assert plan.refused == ()
    before = everything(other)
    taken = apply_import(other, plan)
    assert (taken.new, taken.changed) == (4, 0)
    assert lines(other) == lines(desk)
    taken_back(other, before)


def test_what_was_cancelled_is_struck_out_in_other_programs_and_takes_no_time(desk):
    import icalendar

    series = filled(desk)
    key = calendar.key_of(calendar.add_activity(desk, visit("2026-11-26 10:30", "2026-11-26 12:00",
                                                            RIET)))  # fmt: skip
    calendar.set_status(desk, key, "cancelled", by="location")
    events = icalendar.Calendar.from_ical(export(desk, everything_out)).walk("VEVENT")
    off = [one for one in events if one["STATUS"] == "CANCELLED"]
    assert [one["TRANSP"] for one in off] == ["TRANSPARENT"] * 2
    assert {one["UID"] for one in off if "RECURRENCE-ID" in one} == {series.uid}
    assert not [one for one in events if "TRANSP" in one and one not in off]


def test_the_same_file_again_is_nothing_new(desk, other):
    filled(desk)
    data = export(desk, everything_out)
    apply_import(other, preview_import(other, data))
    for where in (desk, other):
        again = preview_import(where, data)
        assert {one.news for one in again.entries} == {News.SAME}
        before = everything(where)
        apply_import(where, again)
        assert everything(where) == before


def test_what_changed_takes_its_place(desk, other):
    series = filled(desk)
    apply_import(other, preview_import(other, export(desk, everything_out)))
    calendar.move(desk, Key(0, series.id, date(2026, 12, 8)), wall("2026-12-10 09:00"))
    calendar.edit_activity(desk, Key(0, series.id, date(2027, 1, 19)), notes="taart")
    plan = preview_import(other, export(desk, everything_out))
    assert (plan.count(News.CHANGED), plan.count(News.NEW)) == (1, 1)
    apply_import(other, plan)
    assert lines(other) == lines(desk)
    assert other.count(Activity) == desk.count(Activity)


def elders(*events: str) -> bytes:
    body = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//\r\nX-WR-CALNAME:Kantoor\r\n"
    return f"{head}{body}END:VCALENDAR\r\n".encode()


WEEKLY = (
    "UID:w\r\nDTSTART;TZID=Europe/Amsterdam:20261125T090000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:teamdag"
)
ONCE = (
    "UID:o\r\nDTSTART;TZID=Europe/Amsterdam:20261126T090000\r\n"
    "SUMMARY:verhuizing\r\nLOCATION:De Linde"
)


def test_what_is_gone_from_another_calendar_is_cancelled_where_asked(desk):
    apply_import(desk, preview_import(desk, elders(WEEKLY, ONCE)))
    [once] = desk.all(Activity)
    assert (once.source, once.location_id, once.title) == ("Kantoor", 1, "verhuizing")
    assert next(desk.all(Series)).kind == "team_day"
    plan = preview_import(desk, elders(WEEKLY.replace("090000", "100000")))
    assert [(one.news, one.item.uid) for one in plan.entries] == [
        (News.CHANGED, "w"),
        (News.GONE, "o"),
    ]
    apply_import(desk, plan)
    assert next(desk.all(Activity)).status == "confirmed"
    apply_import(desk, plan._replace(entries=plan.entries[1:]), with_gone=True)
    assert next(desk.all(Activity)).status == "cancelled"
    assert starts(desk)[:2] == ["25-11 10:00", "26-11 09:00"]


def test_an_older_file_changes_nothing(desk):
    apply_import(desk, preview_import(desk, elders(ONCE + "\r\nSEQUENCE:4")))
    plan = preview_import(desk, elders(ONCE.replace("26T", "27T") + "\r\nSEQUENCE:3"))
    assert [one.news for one in plan.entries] == [News.SAME]


def test_one_persons_calendar_without_private_texts(desk):
    filled(desk)
    calendar.add_activity(desk, visit("2026-11-26 10:30", "2026-11-26 12:00", KEES))
    data = export(desk, lambda _planned, field: field == "place", Which(person_id=KEES))
    [item] = read_ics(data).items
    assert item.title == "locatiebezoek"
    assert b"sleutel" not in export(desk, lambda _planned, _field: False)
    assert b"Riet" not in export(desk, everything_out)


def test_a_file_with_texts_left_out_does_not_wipe_them_here(desk):
    filled(desk)
    plan = preview_import(desk, export(desk, lambda _planned, _field: False))
    assert {one.news for one in plan.entries} == {News.SAME}


def test_a_single_entry_of_another_calendar_that_repeats_from_now_on_is_not_doubled(desk):
    def file(more: str) -> bytes:
        lines = (
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//a//EN", "BEGIN:VEVENT", "UID:a@other",
            "DTSTART:20261201T100000", "DTEND:20261201T110000", "SUMMARY:Zaal", more, "END:VEVENT",
            "END:VCALENDAR", "",
        )  # fmt: skip
        return (
            "\r\n".join(filter(None, lines)).replace("END:VCALENDAR", "END:VCALENDAR\r\n").encode()
        )

    apply_import(desk, preview_import(desk, file("")))
    apply_import(desk, preview_import(desk, file("SEQUENCE:1\r\nRRULE:FREQ=WEEKLY;COUNT=3")))
    assert starts(desk) == ["01-12 10:00", "08-12 10:00", "15-12 10:00"]
    apply_import(desk, preview_import(desk, file("SEQUENCE:2")))
    assert starts(desk) == ["01-12 10:00"]
