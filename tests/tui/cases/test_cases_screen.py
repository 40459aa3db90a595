"""Screen 4 by keys: cases, notes with two sides, action points, looking back, the clock."""

from datetime import timedelta

import pytest

from edtui.desk import case_notes, case_plugin, cases, drafts, today
from edtui.errors import Sentence
from edtui.records.action_point import ActionPoint
from edtui.records.case import Case
from edtui.records.case_count import CaseCount
from edtui.records.case_note import CaseNote, NoteStatus
from edtui.tui.screens.cases.ways import form_of_draft
from edtui.tui.screens.modes import modes_of


def last(desk, kind):
    return list(desk.all(kind))[-1]


async def test_an_empty_screen_says_which_key_fills_it_and_a_case_gets_its_handle(at_cases):
    async with at_cases() as at:
        assert "There are no cases yet. n begins the first one." in at.text()
        await at.press("n")
        await at.type("wants to know why")
        await at.press(*["tab"] * 4)
        await at.type("seclusion")
        await at.press("enter", "ctrl+s")
        [case] = at.desk.all(Case)
        assert case.handle in at.text()
        assert (case.summary, case.status) == ("wants to know why", "new")
        assert case.themes == case.involuntary == ("seclusion",)
        # Everything that is done here can be taken back.
        await at.press("s")
        await at.type("call")
        await at.press("ctrl+s")
        assert last(at.desk, Case).next_step == "call"
        await at.press("u")
        assert last(at.desk, Case).next_step == ""
        handle = last(at.desk, Case).handle
        await at.press("r", "right", "enter")
        assert last(at.desk, Case).handle != handle


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_from_the_list_to_a_note_and_its_corrections(at_cases, told, size):
    async with at_cases(size) as at:
        text = at.text()
        assert "open · 2 of 3" in text
        assert "action late" in text
        if size[0] < 100:
            assert "the organisation's side is still empty" in text  # read along below
        await at.press("j", "enter")
        text = at.text()
        assert "read the letter together" in text
        # Head of the note, never its text before somebody opens it.
        at.screen.query_one("PageView:focus").go_to("note-1")
        await at.settle()
        assert "How do I explain it?" in at.text()
        assert "unsafe" not in at.text()
        await at.press("enter")
        text = at.text()
        assert "Heard it late." in text
        assert "wants to stay" in text
        assert "The building is unsafe." in text
        if size[0] > 100:  # the two sides stand beside each other
            [line] = [one for one in text.splitlines() if "The client's experience" in one]
            assert "What the organisation meant" in line
        assert [e["object_ids"] for _t, e in at.desk.vault.dropped
                if e["event"] == "read" and e["object_type"] == "case_notes"] == [[1]]  # fmt: skip
        # A final note is corrected: it asks why, and what stood there stays.
        await at.press("e")
        await at.type("wrong word")
        await at.press(*["tab"] * 6)
        await at.type("Really: ")
        await at.press("ctrl+s")
        note = at.desk.get(CaseNote, 1)
        assert [one.why for one in note.corrections] == ["wrong word"]
        assert "corrected once" in at.text()
        await at.press("v", "G")
        assert "wrong word" in at.text()


async def test_a_note_is_written_made_final_and_brought_in(at_cases, told):
    async with at_cases() as at:
        await at.press("o")
        await at.type("Who comes along?")
        await at.press("tab")
        await at.type("Wants somebody to come along.")
        assert "still empty: What the organisation meant" in at.text()
        await at.press("ctrl+s")
        note = last(told, CaseNote)
        assert (note.question, note.is_draft, note.author) == (
            "Who comes along?",
            True,
            told.vault.user_id,
        )
        assert "still empty" in at.text()  # it is read at once
        await at.press("m")
        assert told.get(CaseNote, note.id).for_meeting
        await at.press("f")
        assert "Still empty: What the organisation meant." in at.text()
        await at.press("right", "enter")
        assert told.get(CaseNote, note.id).status is NoteStatus.FINAL
        await at.press("f")
        assert "It is final already" in at.text()
        await at.press("a")
        await at.type("ask the team leader")
        await at.press("ctrl+s")
        action = last(told, ActionPoint)
        assert (action.came_of, action.source_id, action.person_id) == ("note", note.id, 1)


async def test_a_case_is_closed_and_its_texts_go_on_their_day(at_cases, told, clock):
    async with at_cases() as at:
        await at.press("j", "c")
        await at.type("s")  # jumps to "solved"
        await at.press("ctrl+s")
        assert told.get(Case, 1).outcome == "solved"
        assert "open · 1 of 3" in at.text()
        await at.press("l")
        assert "closed; kept 12 months" in at.text()
        await at.press("x")
        assert "Its time is not over yet." in at.text()
        await at.press("l")
        await at.type("+2y")
        await at.press("tab")
        await at.type("the committee asked")
        await at.press("ctrl+s")
        assert told.get(Case, 1).keep_why == "the committee asked"
        at.later(timedelta(days=400))
        await at.press("escape", "l")
        assert "Stays" in at.text()
        await at.press("X", "right", "enter")
        await at.settle()
        assert [case.id for case in told.all(Case)] == [1, 2]
        assert told.count(CaseCount) == 1
        assert "the counts stay" in at.text()


async def test_action_points_are_mine_late_waited_for_done_and_dropped(at_cases, told, monkeypatch):
    monkeypatch.setattr(today, "SOURCES", [case_plugin._actions])
    monkeypatch.setattr(today, "KINDS", {**today.KINDS, **case_plugin.KINDS})
    async with at_cases((120, 40)) as at:
        await at.press("1")
        await at.settle()
        assert "Riet van Dam" in at.text()
        await at.press("f9")  # names go behind the curtain, on Vandaag too
        await at.settle()
        assert "ask the team" in at.text()
        assert "Riet van Dam" not in at.text()
        await at.press("f9", "4", "p")
        assert "ask the team" in at.text()
        assert "Riet van Dam" in at.text()
        await at.press("m")
        assert "There is nothing to do here" in at.text() or "mine" in at.text()
        await at.press("l")
        assert "1 day ago" in at.text() or "yesterday" in at.text()
        await at.press("d")
        assert told.get(ActionPoint, 1).status == "done"
        await at.press("c", "r", "a", "x")
        await at.type("not wanted any more")
        await at.press("ctrl+s")
        assert told.get(ActionPoint, 1).dropped_why == "not wanted any more"
        await at.press("n")
        await at.type("call")
        await at.press("ctrl+s")
        assert last(told, ActionPoint).what == "call"
        await at.press("f9")  # names go behind the curtain
        assert "Riet van Dam" not in at.text()


async def test_looking_back_asks_whether_advice_helped(at_cases, told):
    async with at_cases() as at:
        await at.press("b")
        assert "3 cases began" in at.text()
        await at.press("right")
        assert "letter explained" in at.text()
        await at.press("right")
        assert "read the letter together" in at.text()
        await at.press("enter", "right", "ctrl+s")
        assert told.get(Case, 1).advice[0].helped == "yes"
        await at.press("right")
        assert "None known" in at.text()


async def test_what_is_not_theirs_is_not_there_and_another_terminal_is_noticed(at_cases, told):
    about_anna = told.get(CaseNote, 2).with_(about_ids=(1,))
    with told.act(Sentence("by hand")) as act:
        act.put(about_anna)
    async with at_cases() as at:
        assert "1 note" not in at.text()
        await at.press("enter", "right")
        assert "Misses cooking" not in at.text()
        cases.rename_case(told, 2)
        await at.settle()
        assert told.get(Case, 2).handle in at.text()


HOSTILE = "Ann [/b] [@click=app.quit]x[/] \x1b[31m مريم 😀"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_hostile_words_go_through_every_part(at_cases, told, size):
    case = told.get(Case, 1)
    cases.save_case(told, case.with_(summary=HOSTILE, next_step=HOSTILE, handle=HOSTILE[:40]))
    long = "# " + HOSTILE + "\n" + "x" * 10_000 + "\n- " + HOSTILE
    note = CaseNote(case_id=1, on=told.clock.today(), question=HOSTILE, client=long,
                    organisation=HOSTILE, sight="desk")  # fmt: skip
    case_notes.save_note(told, note)
    async with at_cases(size) as at:
        await at.press("j")
        assert "[/b]" in at.text()
        at.screen.open_note(3)
        await at.settle()
        assert "[@click=app.quit]x[/]" in at.text()
        assert "\x1b" not in at.text()
        await at.press("G", "e", "escape", "escape", "p", "escape", "b", "right", "right")
        assert at.app.is_running


@pytest.mark.parametrize("role", ["peer_worker", "kiosk", "auditor"])
def test_who_has_no_key_has_no_such_screen(memory_desk, role):
    memory_desk.vault.role = role
    assert "casework" not in [mode.name for mode in modes_of(memory_desk)]


async def test_nothing_is_lost_when_nothing_can_be_written(at_cases, told):
    told.vault.read_only = Sentence("an older copy")
    async with at_cases() as at:
        await at.press("n")
        assert "an older copy" in at.text()
        await at.press("j", "enter")
        assert "read the letter together" in at.text()


FORMS = [
    ("cases", 0, "case"),
    ("cases", 1, "case"),
    ("cases", 3, "case_outcome"),
    ("case_notes", 0, "note_1"),
    ("case_notes", 2, "note"),
    ("actions", 0, "action_1_1"),
    ("actions", 0, "action_0_0"),
    ("actions", 1, "action"),
]


async def test_what_was_half_typed_finds_its_form_again(at_cases, told):
    async with at_cases() as at:
        tools = at.screen.tools()
        for table, number, form in FORMS:
            drafts.keep(told, form, table, number, {"what": "half"})
            assert form_of_draft(tools, table, number, form)._draft is not None
        assert form_of_draft(tools, "cases", 99, "case") is None
        assert form_of_draft(tools, "case_notes", 99, "note") is None
        at.screen.open_draft("case_notes", 0, "note_1")
        await at.settle()
        assert "A new note" in at.text()
