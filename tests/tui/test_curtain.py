"""Behind the curtain names are hidden within texts too: minutes, actions, notes, messages."""

from datetime import timedelta

import pytest
from support.at_screen import at_screen

from edtui.desk import (
    actions,
    case_notes,
    cases,
    meeting_running,
    meetings,
    minutes,
    organisations,
    roster,
)
from edtui.records.action_point import ActionPoint
from edtui.records.case_note import CaseNote
from edtui.records.meeting import Outcome
from edtui.records.organisation import Organisation
from edtui.records.person import Person
from edtui.tui.curtain import shown_text
from edtui.tui.screens.meeting.minutes import MinutesScreen

SAID = "Riet van Dam calls the team; then Femke comes along."


@pytest.fixture
def desk(memory_desk):
    """A case with a note and an action, a meeting of which the minutes are to be read."""
    desk, today = memory_desk, memory_desk.clock.today()
    with desk.act(cases.Sentence("people")) as act:
        act.put(Person(called="Riet", infix="van", surname="Dam", status="active"))
    case = cases.add_case(desk, summary="asked Riet van Dam", since=today)
    case_notes.save_note(
        desk, CaseNote(case_id=case.id, on=today, sight="desk", client=SAID, question="Riet?")
    )
    late = today - timedelta(days=1)
    actions.save_action(desk, ActionPoint(what=f"Action: {SAID}", made_on=late, due=late))
    meeting = meetings.prepare_free(desk, title="Vrij overleg")
    item = meetings.meeting_agenda.own_item(meeting, title="Plan of Riet van Dam", question=SAID)
    meeting = meetings.change(desk, meeting.with_(agenda=(item,), remarks=SAID))
    running = meeting_running.begin(desk, meeting.id)
    steps = (running.steps[0].with_(said=SAID), *running.steps[1:])
    outcome = Outcome(what=SAID, person_id=1, due=today + timedelta(days=7))
    meeting_running.finish(desk, running.with_(steps=steps, outcomes=(outcome,)))
    return desk


def test_without_a_curtain_all_is_whole(desk):
    [meeting] = meetings.all_meetings(desk)
    text = "\n".join(line.text for line in minutes.minutes(desk, meeting))
    assert text.count(SAID) == 4
    assert f"Riet van Dam: {SAID}" in text


async def test_names_within_texts_are_hidden(desk):
    async with at_screen(desk, size=(120, 40)) as at:

        def seen(text: str) -> None:
            shown = at.text()
            assert text in shown, shown
            assert "van Dam" not in shown, shown
            assert "Femke" not in shown, shown

        assert "Riet van Dam" in at.text(), "the action stands on Vandaag"
        await at.press("f9")
        seen("Action: R.v.D. calls")
        await at.go("casework")
        seen("asked R.v.D.")
        await at.press("enter")
        seen("R.?")
        await at.press("escape", "p")
        seen("Action: R.v.D. calls")
        await at.press("escape")
        [meeting] = meetings.all_meetings(desk)
        at.app.push_screen(MinutesScreen(at.screen.mode, meeting.id))
        await at.settle()
        seen("Plan of R.v.D.")
        seen("Question: R.v.D. calls")
        seen("R.v.D.: R.v.D. calls the team")
        await at.press("escape")
        at.app.notify("Riet van Dam was added by hand.")
        await at.pilot.pause()
        seen("R.v.D. was added by hand.")
        await at.press("ctrl+t")
        seen("R.v.D. was added by hand.")
        await at.press("escape")
        # Who comes on the roster is hidden from then on.
        with desk.act(cases.Sentence("people")) as act:
            act.put(Person(called="Pluis", surname="Wolkenveld", status="active"))
        await at.settle()
        at.app.notify("Pluis Wolkenveld is here.")
        await at.pilot.pause()
        assert "P.W. is here." in at.text()


async def test_a_new_name_is_hidden_also_where_another_save_follows_at_once(memory_desk):
    said = "Zebedeus kwam langs."
    async with at_screen(memory_desk, "people") as at:
        await at.press("f9")
        assert shown_text(at.app, said) == said
        roster.add_person(memory_desk, Person(called="Zebedeus"))
        organisations.save_organisation(memory_desk, Organisation(name="Lindenhart"))
        await at.settle()
        assert "Zebedeus" not in shown_text(at.app, said)
