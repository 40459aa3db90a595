"""A confidant's own notes by keyboard alone, and what the coordinator sees of them."""

from datetime import date, timedelta

import pytest
from support.at_screen import at_screen
from support.memory_vault import MemoryVault

from edtui.desk import confidant_notes, drafts
from edtui.desk.session import Desk
from edtui.records.confidant_note import ConfidantNote, Counted, CounterLine
from edtui.tui.dialogs.form import Form
from edtui.tui.screens.confidant.counts import CountsScreen
from edtui.tui.screens.confidant.notes import OwnNotesScreen
from edtui.tui.screens.writing import Writing

HOSTILE = "Ann [/b] [@click=app.quit]x[/] \u202eomgekeerd"


def at_casework(desk: Desk, size=(80, 24)):
    return at_screen(desk, "casework", size)


@pytest.fixture
def bram(clock) -> Desk:
    return Desk(MemoryVault("bram", "confidant"), clock)


def note(desk: Desk, **more) -> ConfidantNote:
    fields = {"handle": "heron", "since": date(2026, 10, 5), "text": "they said no", **more}
    return confidant_notes.save_note(desk, ConfidantNote(**fields))


def sent(desk: Desk) -> list[dict]:
    return [line for table, line in desk.vault.dropped if table == CounterLine.table]


async def test_a_note_from_beginning_to_counted(bram):
    async with at_casework(bram) as at:
        await at.press("t")
        assert not isinstance(at.screen, CountsScreen), "counts are the coordinator's"
        await at.press("w")
        assert isinstance(at.screen, OwnNotesScreen)
        await at.see("nobody else can open")
        await at.press("n")
        assert isinstance(at.screen, Form)
        await at.type("mw. Jansen")
        await at.see("looks like a name")
        await at.press("ctrl+s")
        await at.see("mw. Jansen")
        assert isinstance(at.screen, OwnNotesScreen), "a hint stops nobody"
        await at.press("w")
        assert isinstance(at.screen, Writing)
        await at.type("It was never explained.")
        at.screen.lock_coming()
        kept = drafts.offer(bram, "own_note", ConfidantNote.table, 1)
        assert kept.values == {"text": "It was never explained."}
        await at.press("escape")
        assert bram.get(ConfidantNote, 1).text == "It was never explained."
        assert drafts.offer(bram, "own_note", ConfidantNote.table, 1) is None
        await at.press("t")
        await at.see("Send one line to count?")
        await at.press("right", "enter")
        assert len(sent(bram)) == 1
        await at.press("c")
        await at.press("space", "ctrl+s")
        assert bram.get(ConfidantNote, 1).outcome == "solved"
        line = sent(bram)[-1]
        assert line["counted"]["outcome"] == "solved"
        assert "explained" not in str(line)
        await at.press("t")
        await at.see("Everything was counted as it is now.")
        await at.press("x")
        await at.see("It was counted")


async def test_every_key_in_the_list_and_on_the_page_with_hostile_text(bram):
    bram_note = note(bram, handle=HOSTILE, text=f"{HOSTILE}\n" * 3 + "y" * 3_000)
    confidant_notes.close_note(bram, bram_note.id, "solved")
    bram.clock.moment += timedelta(days=85)
    note(bram, handle="second")
    async with at_casework(bram, (120, 40)) as at:
        await at.press("w")
        await at.see("[/b]")
        await at.see("goes")
        await at.press("l")
        assert isinstance(at.app.screen, OwnNotesScreen), "an open note needs no reason"
        await at.press("j", "l")
        assert isinstance(at.screen, Form)
        await at.press("escape")
        await at.press("X")
        await at.see("No note is over its time.")
        await at.press("c")
        assert bram.get(ConfidantNote, bram_note.id).is_open
        await at.press("u")
        assert not bram.get(ConfidantNote, bram_note.id).is_open, "it can be taken back"
        await at.press("enter", "tab", "escape")
    bram.clock.moment += timedelta(days=20)
    async with at_casework(bram, (60, 20)) as at:
        await at.press("w", "X")
        await at.see("out of the file for good")
        await at.press("right", "enter")
        assert bram.find(ConfidantNote, bram_note.id) is None
        await at.press("enter")
        await at.see("second")
        await at.see("they said no")
        await at.press("f9")
        await at.see("curtain is drawn")
        assert "they said no" not in at.text()
        await at.press("escape", "escape", "escape")


async def test_the_coordinator_sees_numbers_and_no_way_to_the_notes(memory_desk):
    table = memory_desk.vault.db.table(CounterLine.table)
    for number in range(11):
        nature = "complaint" if number < 4 else "question"
        counted = Counted(month="2026-10", nature=nature, minutes=30)
        table.insert(CounterLine(line=str(number), counted=counted).document())
    async with at_casework(memory_desk) as at:
        await at.press("w")
        assert not isinstance(at.screen, OwnNotesScreen)
        await at.press("t")
        assert isinstance(at.screen, CountsScreen)
        await at.see("11")
        assert "<5" in at.text()
        assert "5.5" in at.text(), "hours of work"
        await at.press("q", "q", "q", "q")
        await at.see("quarter 4")
        await at.press("q", "[", "]", "escape")
        assert not isinstance(at.screen, CountsScreen)


async def test_nothing_was_counted_yet(memory_desk):
    async with at_casework(memory_desk) as at:
        await at.press("t")
        await at.see("Nothing was sent to count yet.")
