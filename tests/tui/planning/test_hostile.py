"""Texts that are not texts go through every window of planning; small windows; the curtain."""

from datetime import date

from desk.calendar_team import LINDE, RIET, meeting, visit
from desk.conftest import HOSTILE

from edtui.desk import calendar, client_talks, organisations, roster, visit_reports
from edtui.desk.calendar import Key, key_of
from edtui.records.client_talk import ClientTalk, TalkMode
from edtui.records.organisation import Location
from edtui.records.person import Person
from edtui.records.planned import Participant
from edtui.tui.commands.registry import all_commands, faults
from edtui.tui.screens.planning import openings

PLACES = {"activity", "report", "series_dates", "talks", "preparation", "told"}
ESCAPE = "\x1b[31mred\x1b]0;title\x07"
LONG = "very long " * 1000
DAY = date(2026, 11, 24)


def fill_with_hostile(desk) -> tuple[Key, Key, Key]:
    """Give an activity, a date of a series and a visit that was, full of such texts."""
    short, notes = " ".join(HOSTILE[:3])[:80], "\n".join([*HOSTILE, ESCAPE, LONG])
    line = (ESCAPE + " ".join(HOSTILE))[:200]
    organisations.save_location(desk, desk.get(Location, LINDE).with_(name=short))
    roster.edit_person(desk, desk.get(Person, RIET).with_(first_names=short))
    more = {"title": line, "notes": notes, "bring": line, "contact": LONG[:200]}
    one = visit("2026-11-24 10:00", "2026-11-24 11:30", RIET, **more)
    guest = Participant(name=HOSTILE[1], role="guest")
    one = calendar.add_activity(desk, one.with_(people=(*one.people, guest), preparation=line))
    series = meeting(desk, **{**more, "notes": line})
    was = calendar.add_activity(desk, visit("2026-11-20 10:00", "2026-11-20 11:30", RIET))
    report = visit_reports.begin(desk, key_of(was))
    visit_reports.save_report(desk, key_of(was), report.with_(success=line))
    talk = ClientTalk(handle=line, reach=line, notes=notes, asked_on=DAY, mode=TalkMode.ALONE)
    client_talks.save_talk(desk, talk)
    return key_of(one), Key(0, series.id, DAY), key_of(was)


async def test_any_text_goes_through_every_window(at_desk, desk):
    one, dated, was = fill_with_hostile(desk)
    async with at_desk() as at:
        openings.open_activity(at.app, one)
        await at.press("down", "e", "escape", "x", "escape", "escape")
        openings.open_activity(at.app, dated)
        await at.press("s", "e", "escape", "escape", "v", "right", "enter")
        await at.fill(day="2026-11-23")
        await at.press("ctrl+s")
        assert "\x1b" not in at.text()
        await at.press("down", "escape", "escape", "right", "enter", "escape")
        openings.report_visit(at.app, was)
        await at.settle()
        await at.press("escape")
        openings.open_talks(at.app)
        await at.press("r", "enter", "escape", "escape", "p", "escape", "escape")
        assert len(at.app.screen_stack) == 1, at.text()
        assert at.app.is_running


async def test_a_small_window_keeps_the_keys_in_sight(at_desk, desk):
    one, dated, _was = fill_with_hostile(desk)
    async with at_desk((60, 20)) as at:
        openings.open_activity(at.app, one)
        await at.settle()
        assert "esc back" in at.text()
        await at.press("escape")
        openings.move_activity(at.app, dated)
        await at.press("right", "right", "enter")
        assert "^s save  esc back" in at.text()


async def test_the_curtain_hides_names(at_desk, desk):
    one = visit("2026-11-24 10:00", "2026-11-24 11:30", RIET)
    made = calendar.add_activity(desk, one.with_(status="confirmed"))
    async with at_desk() as at:
        openings.open_activity(at.app, key_of(made))
        await at.settle()
        assert "Riet van Dam" in at.text()
        await at.press("f9")
        assert "R.v.D." in at.text()
        await at.press("v")
        await at.fill(day="2026-11-23")
        await at.press("ctrl+s")
        assert "R.v.D." in at.text()
        assert "Riet" not in at.text()


def test_no_two_keys_are_in_each_others_way():
    known = {command.where for command in all_commands()}
    assert known >= PLACES
    assert [fault for fault in faults() if fault.split(".")[0] in PLACES] == []
