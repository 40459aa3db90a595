"""Talks that clients asked for: the client chooses, prepared, planned, had, talked over."""

from datetime import date, time

import pytest
from desk.calendar_team import KEES, LINDE, RIET, visit, wall

from edtui.desk import calendar, client_talks
from edtui.desk.calendar import Key, key_of
from edtui.desk.planning import CannotPlan
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk, TalkMode
from edtui.tui.dialogs.ask import Ask
from edtui.tui.screens.planning import openings
from edtui.tui.screens.planning.talk_planning import TalkPlanning
from edtui.tui.screens.planning.talk_preparation import TalkPreparation
from edtui.tui.screens.planning.talks import Talks


def asked(desk, handle="the man [/b]", **more) -> ClientTalk:
    fields = {"location_id": LINDE, "asked_on": date(2026, 11, 20), **more}
    return client_talks.save_talk(desk, ClientTalk(handle=handle, **fields))


async def test_a_talk_alone_from_asking_to_talked_over(at_desk, desk):
    async with at_desk((120, 40)) as at:
        openings.open_talks(at.app)
        await at.settle()
        assert isinstance(at.screen, Talks)
        assert "No client waits for a talk. n notes one." in at.text()
        await at.press("n")
        await at.type("guitar [red]")
        await at.press("ctrl+s")
        assert "guitar [red]" in at.text()
        assert "ask with whom" in at.text()
        await at.press("p")
        assert "Ask the client first" in at.text()
        await at.press("e")
        await at.fill(mode="alone", location_id=LINDE)
        await at.press("ctrl+s")
        (talk,) = desk.all(ClientTalk)
        assert (talk.mode, talk.chosen_on) == ("alone", date(2026, 11, 21))
        assert "Preparation: 0 of 7 looked at." in at.text()
        await at.press("r")
        assert isinstance(at.screen, TalkPreparation)
        await at.press("space", "j", "enter")
        await at.type("yes")
        await at.press("ctrl+s")
        assert [one.note for one in desk.get(ClientTalk, talk.id).preparation] == ["", "yes"]
        await at.press("k", "space")
        assert [one.item for one in desk.get(ClientTalk, talk.id).preparation] == ["consent"]
        await at.press("escape", "p")
        await at.fill(day="2026-11-24", at="10:00", peer_id=RIET)
        assert (at.field("to").value, at.field("debrief_time").value) == ("11:00", "11:15")
        await at.fill(debrief_day="2026-11-30")
        assert "The talk afterwards is to be by" in at.text()
        await at.fill(debrief_day="2026-11-25")
        await at.press("ctrl+s")
        assert "Tue 24 Nov 10:00" in at.text()
        (planned,) = desk.all(Activity)
        assert (planned.kind, planned.person_ids, planned.debrief) == (
            "client_conversation", (RIET,), True,
        )  # fmt: skip
        await at.press("d")
        assert "not talked over yet" in at.text() or "done" in at.text()
        assert desk.get(Activity, planned.id).status == "done"
        client = desk.get(ClientTalk, talk.id)
        assert client.debriefed_on is None
        await at.press("a", "b")
        assert desk.get(ClientTalk, talk.id).debriefed_on == date(2026, 11, 21)


async def test_a_report_offers_to_note_the_talks_that_were_asked_for(at_desk, desk):
    made = calendar.add_activity(desk, visit("2026-11-20 10:00", "2026-11-20 11:30", RIET))
    async with at_desk() as at:
        openings.report_visit(at.app, key_of(made))
        await at.settle()
        await at.fill(follow_alone=1, follow_both=1)
        await at.press("ctrl+s")
        assert isinstance(at.screen, Ask)
        assert "asked for a talk: 2" in at.text()
        await at.press("right", "enter")
        await at.type("garden")
        await at.press("ctrl+s")
        await at.type("window")
        await at.press("ctrl+s")
        found = [(one.handle, one.mode, one.location_id) for one in desk.all(ClientTalk)]
        assert found == [("garden", "alone", LINDE), ("window", "both", LINDE)]


def test_what_stands_in_the_way_of_a_talk_is_said_and_passed_with_a_reason(tools):
    desk = tools.desk
    calendar.add_activity(desk, visit("2026-11-24 10:30", "2026-11-24 12:00", RIET, kind="blog"))
    planning = TalkPlanning(tools, asked(desk, mode=TalkMode.BOTH))
    values = {"day": date(2026, 11, 24), "at": time(10), "to": time(11), "peer_id": RIET}
    found = planning.look({**values, "confidant_id": KEES})
    assert [one.code.value for one in found if one.hard] == ["double_booked"]
    with pytest.raises(CannotPlan):
        planning.save({**values, "confidant_id": KEES})
    assert "confidant_id" in planning.wrong({**values, "confidant_id": RIET})
    thursday = {**values, "confidant_id": KEES, "day": date(2026, 11, 26)}
    reasons = [{"code": "outside_availability", "person_id": RIET, "reason": "ok"}]
    planned = planning.save({**thursday, "checks": reasons})
    activity = desk.get(Activity, planned.activity_id)
    assert [one.reason for one in activity.passed] == ["ok"]


async def test_talks_that_lapse_and_talks_that_left_the_calendar(at_desk, desk):
    talk = asked(desk, mode=TalkMode.BOTH)
    begin, end = wall("2026-11-24 10:00"), wall("2026-11-24 11:00")
    planned = client_talks.plan_talk(desk, talk.id, begin, end, peer_id=RIET, confidant_id=KEES)
    calendar.set_status(desk, Key(planned.activity_id), "cancelled", by="team")
    async with at_desk() as at:
        openings.open_talks(at.app, talk.id)
        await at.settle()
        assert "not in the calendar any more" in at.text()
        await at.press("x")
        await at.type("moved")
        await at.press("ctrl+s")
        assert desk.get(ClientTalk, talk.id).lapsed_why == "moved"
        assert "No client waits for a talk" in at.text()
        await at.press("a")
        assert "the man [/b]" in at.text()
