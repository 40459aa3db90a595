"""Planning one activity: the form, what stands in the way, the card, moving and cancelling."""

from datetime import date, time

import pytest
from desk.calendar_team import LINDE, RIET, meeting, visit

from edtui.desk import calendar, organisations, roster
from edtui.desk.calendar import Key, key_of
from edtui.desk.errors import ReadOnly
from edtui.desk.planning import CannotPlan
from edtui.errors import Sentence
from edtui.records.activity import Activity
from edtui.records.availability import AwayPeriod
from edtui.records.organisation import Location
from edtui.records.person import Person
from edtui.tui.screens.planning import openings
from edtui.tui.screens.planning.activity_form import Working
from edtui.tui.screens.planning.card import Card
from edtui.tui.screens.planning.told import Told

TUESDAY = date(2026, 11, 24)


async def test_a_visit_is_planned_by_keyboard(at_desk):
    async with at_desk() as at:
        openings.new_activity(at.app, TUESDAY)
        await at.settle()
        await at.press("enter")
        await at.type("lind")
        await at.press("enter", "enter", "enter")
        await at.type("10")
        assert "11:30" in at.text(), "the end goes along with the start"
        await at.press("tab", "tab", "n")
        await at.type("riet")
        await at.press("enter", "ctrl+s")
        assert "Riet van Dam · visitor" in at.text()
        assert "Nothing stands in the way." in at.text()
        await at.press("ctrl+s")
        (made,) = at.desk.all(Activity)
        assert (made.kind, made.location_id, made.person_ids) == ("location_visit", LINDE, (RIET,))
        assert f"{made.start:%d-%m %H:%M} {made.end:%H:%M}" == "24-11 10:00 11:30"


async def test_what_stands_in_the_way_is_said_while_typing(at_desk, desk):
    other = visit("2026-11-24 09:00", "2026-11-24 12:00", RIET, kind="blog")
    calendar.add_activity(desk, other)
    async with at_desk() as at:
        openings.new_activity(at.app, TUESDAY, at=time(10), person_id=RIET, location_id=LINDE)
        await at.settle()
        assert "! Riet van Dam has something else then, at 09:00." in at.text()
        await at.press("ctrl+s")
        assert "One field still needs a look." in at.text()
        assert desk.count(Activity) == 1
        await at.fill(at="13:00", to="16:00")
        assert "has something else" not in at.text()
        # Two of 3 hours in a week with 4 agreed: soft, so a reason will do, and it is kept.
        assert "? Riet van Dam comes to 6 hours that week; 4 are agreed." in at.text()
        await at.press("ctrl+s")
        assert at.app.focused.__class__.__name__ == "ReasonLine"
        assert "Say why it is all right" in at.text()
        await at.type("asked for it [/b]")
        # Another time and back: what was typed is still there.
        await at.fill(at="09:30", to="11:00")
        await at.fill(at="13:00", to="16:00")
        await at.press("ctrl+s")
        made = max(desk.all(Activity), key=lambda one: one.id)
        assert [(p.code, p.person_id, p.reason) for p in made.passed] == [
            ("over_contract", RIET, "asked for it [/b]")
        ]
        assert made.passed[0].passed_by == desk.vault.user_id
        openings.open_activity(at.app, key_of(made))
        await at.settle()
        assert "more hours than agreed · Riet van Dam: asked for it" in at.text()
        assert "[/b]" in at.text()
        # Changed again: the same reason holds, by who gave it.
        await at.press("e")
        await at.fill(bring="soup")
        await at.press("ctrl+s")
        assert desk.get(Activity, made.id).passed == made.passed
        assert desk.get(Activity, made.id).bring == "soup"


def refuse():
    raise ReadOnly(why=Sentence("the disk is full"))


async def test_what_follows_what_is_wrong_and_nothing_is_lost(at_desk, desk, monkeypatch):
    known = Location(name="Kade", organisation_id=1, access_contact="the desk", not_alone=True)
    kade = organisations.save_location(desk, known)
    async with at_desk() as at:
        openings.new_activity(at.app, TUESDAY, at=time(10), person_id=RIET)
        await at.fill(location_id=kade.id)
        assert (at.field("contact").value, at.field("not_alone").read()) == ("the desk", True)
        assert "? Nobody goes there alone: add somebody." in at.text()
        await at.fill(location_id=LINDE)
        assert (at.field("contact").value, at.field("not_alone").read()) == ("", False)
        await at.fill(to="09:00", notes="typed")
        assert "The end is not after the start." in at.text()
        await at.fill(last_day="2026-11-25", people=[])
        assert "The end is not after the start." not in at.text()
        monkeypatch.setattr(desk, "check_writable", refuse)
        await at.press("ctrl+s")
        assert "It is not saved." in at.text()
        assert at.field("notes").value == "typed"
        monkeypatch.undo()
        at.form.keep_now()
        await at.press("ctrl+s")
        (made,) = desk.all(Activity)
        assert (made.day, made.end.date(), made.notes) == (TUESDAY, date(2026, 11, 25), "typed")


async def test_card_confirm_move_cancel_and_who_must_be_told(at_desk, desk):
    made = calendar.add_activity(desk, visit("2026-11-24 10:00", "2026-11-24 11:30", RIET))
    async with at_desk() as at:
        openings.open_activity(at.app, key_of(made))
        await at.settle()
        assert isinstance(at.screen, Card)
        assert "Tue 24 Nov 2026, in 3 days · 10:00-11:30" in at.text()
        await at.press("c")
        assert desk.get(Activity, made.id).status == "confirmed"
        assert "confirmed" in at.text()
        await at.press("v")
        assert "Move:" in at.text()
        await at.fill(day="2026-11-30", at="14:00")
        assert at.field("to").value == "15:30"
        await at.press("ctrl+s")
        assert isinstance(at.screen, Told)
        assert "was Tue 24 Nov 10:00-11:30, becomes Mon 30 Nov 14:00-15:30" in at.text()
        await at.press("escape")
        assert "Mon 30 Nov 2026" in at.text()
        await at.press("x", "tab")
        await at.press("ctrl+s")
        assert "Say who cancelled." in at.text()
        await at.press("right", "tab")
        await at.type("flu [red]")
        await at.press("ctrl+s")
        assert "Mon 30 Nov 14:00-15:30: does not go on" in at.text()
        await at.press("escape")
        kept = desk.get(Activity, made.id)
        assert (kept.status, kept.cancelled_by, kept.reason) == (
            "cancelled",
            "location",
            "flu [red]",
        )
        assert "cancelled · the location · flu [red]" in at.text()
        # Planned again, with its checks.
        riet = desk.get(Person, RIET)
        away = AwayPeriod(start=date(2026, 11, 29), end=date(2026, 12, 3))
        free = riet.availability.with_(away=(away,))
        roster.edit_person(desk, riet.with_(availability=free))
        await at.press("c")
        assert "Riet van Dam is away" in at.text()
        await at.fill(day="2026-12-07")
        await at.press("ctrl+s")
        again = desk.get(Activity, made.id)
        assert (again.status, again.cancelled_by, again.reason) == ("planned", "", "")


async def test_both_versions_when_somebody_else_was_first(at_desk, desk):
    series = meeting(desk)
    key = Key(0, series.id, TUESDAY)
    async with at_desk((120, 40)) as at:
        openings.move_activity(at.app, key)
        await at.settle()
        await at.press("enter")
        await at.fill(at="16:00", to="17:00")
        calendar.edit_activity(desk, key, bring="soup")
        await at.settle()
        assert "This was changed elsewhere just now" in at.text()
        await at.press("ctrl+s")
        assert "Choose for each field which version stays." in at.text()
        await at.press("ctrl+s")
        stored = calendar.stored_at(desk, series.id, TUESDAY)
        assert (stored.bring, f"{stored.start:%H:%M}") == ("soup", "16:00")


def test_what_lasts_days_is_moved_as_a_whole_and_talked_over(tools):
    trip = visit("2026-11-24 00:00", "2026-11-27 00:00", whole_day=True, kind="team_day")
    working = Working(tools, calendar.add_activity(tools.desk, trip))
    moved = working.save({"day": date(2026, 12, 1), "at": None, "to": None})
    assert (moved.start.date(), moved.end.date()) == (date(2026, 12, 1), date(2026, 12, 4))
    half = {**working.shown(), "after_day": date(2026, 12, 5), "after_time": None}
    assert list(working.wrong(half)) == ["after_time"]
    whole = {**half, "after_time": time(9)}
    assert working.wrong(whole) == {}
    assert f"{working.changed(whole).debrief_at:%d-%m %H:%M}" == "05-12 09:00"


def test_what_was_is_written_down_whoever_it_was(tools):
    desk = tools.desk
    was = calendar.add_activity(desk, visit("2026-11-18 10:00", "2026-11-18 11:30", RIET))
    coming = calendar.add_activity(desk, visit("2026-11-24 10:00", "2026-11-24 11:30", RIET))
    riet = desk.get(Person, RIET)
    roster.edit_person(desk, riet.with_(status="pause"))
    assert Working(tools, was).look({}) == []
    assert Working(tools, was).save({"bring": "soup"}).bring == "soup"
    (found,) = Working(tools, coming).look({})
    assert found.hard
    with pytest.raises(CannotPlan):
        Working(tools, coming).save({"bring": "soup"})
