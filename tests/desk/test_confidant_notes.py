"""A confidant's own notes: nobody else opens them; what is counted of them arrives."""

import json
from collections import Counter
from datetime import date, timedelta

import pytest

from edtui.desk import confidant_notes, counter_lines, drafts, erasing, members, private, team
from edtui.desk.grants import NotForRole
from edtui.desk.session import Desk
from edtui.records.confidant_note import (
    ConfidantNote,
    Counted,
    CounterLine,
    counted_of,
    latest_day,
    note_keep_until,
)
from edtui.vault.kdf import FAST

ANNA, BRAM = "de wachtzin van anna", "linde boot kraan zeven"
CANARY = "kanarie7f3e91c2 zei dat de deur dicht bleef"
NOTE = ConfidantNote(
    handle="de man van de tuin",
    since=date(2026, 10, 5),
    text=CANARY,
    cluster="Noord",
    nature="complaint",
    themes=("seclusion", "privacy"),
    involuntary=("seclusion",),
    minutes=47,
)


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "team.edtui"
    made = team.create_team(
        path, "Team Noord", "anna", ANNA, clock=clock, kdf=FAST, check_passphrase=False
    )
    members.add_member(made.desk, "bram", BRAM, "confidant", kdf=FAST)
    made.desk.close()
    return path


def sit(path, clock, name, phrase) -> Desk:
    return team.open_team(path, name, phrase, clock=clock)


def all_that_opens(desk: Desk) -> str:
    """Give every document that a sign-in can read, of every table, as one text."""
    db = desk.vault.db
    return json.dumps([[name, list(map(dict, db.table(name)))] for name in sorted(db.tables())])


def test_the_coordinator_gets_the_line_and_can_open_the_text_nowhere(path, clock):
    bram = sit(path, clock, "bram", BRAM)
    note = confidant_notes.save_note(bram, NOTE)
    confidant_notes.save_note(bram, note.with_(text=f"{CANARY} en meer"))
    drafts.keep(bram, "note", ConfidantNote.table, note.id, {"text": f"{CANARY} half"})
    confidant_notes.close_note(bram, note.id, "understood")
    assert CANARY in all_that_opens(bram)
    bram.close()

    anna = sit(path, clock, "anna", ANNA)
    with pytest.raises(NotForRole):
        confidant_notes.notes(anna)
    readable = all_that_opens(anna)
    assert "kanarie" not in readable
    assert "de man van de tuin" not in readable
    for table in ("confidant_notes", "undo_private", "drafts_private"):
        assert not anna.reads(table)
    assert not any("private" in name for name in anna.vault.log.compartments)
    assert b"kanarie" not in path.read_bytes()

    # An owner can give herself every right there is: still nothing of it opens.
    owner = anna.vault.members
    owner.grant(anna.vault.user_id, {**anna.vault.members.all()[0].rights, "audit": "rw"})
    owner.let_in_anew("bram", "een heel andere wachtzin", kdf=FAST)
    assert "kanarie" not in all_that_opens(anna)
    anna.close()
    anna = sit(path, clock, "anna", ANNA)
    assert "kanarie" not in all_that_opens(anna)

    lines = counter_lines.lines(anna)
    assert [(one.month, one.nature, one.minutes) for one in lines] == [("2026-10", "complaint", 50)]
    assert counter_lines.years(anna) == [2026]
    anna.close()


def test_what_was_sent_again_replaces_what_was_sent(path, clock):
    bram = sit(path, clock, "bram", BRAM)
    note = confidant_notes.save_note(bram, NOTE)
    assert [one.id for one in confidant_notes.to_send(bram)] == [note.id]
    confidant_notes.send(bram, [note.id])
    assert confidant_notes.to_send(bram) == []
    confidant_notes.close_note(bram, note.id, "solved")
    with pytest.raises(confidant_notes.AlreadyClosed):
        confidant_notes.close_note(bram, note.id, "solved")
    with pytest.raises(NotForRole):
        counter_lines.lines(bram)
    bram.close()
    anna = sit(path, clock, "anna", ANNA)
    assert anna.count(CounterLine) == 2
    assert [one.outcome for one in counter_lines.lines(anna)] == ["solved"]
    document = anna.vault.db.table("counter_lines").all()[0]
    assert set(document) == {"v", "line", "counted"}, "no name, no day, no number of the note"
    anna.close()


def test_a_note_goes_when_its_time_is_over_out_of_the_file(path, clock):
    bram = sit(path, clock, "bram", BRAM)
    note = confidant_notes.save_note(bram, NOTE)
    confidant_notes.close_note(bram, note.id, "solved")
    assert confidant_notes.going_soon(bram) == []
    clock.moment += timedelta(days=85)
    warned = confidant_notes.going_soon(bram)
    assert [(one.number, one.keep_until) for one in warned] == [(note.id, date(2027, 2, 21))]
    assert confidant_notes.due_notes(bram) == []
    clock.moment += timedelta(days=10)
    generation = bram.vault.info().generation
    confidant_notes.erase_notes(bram, [note.id])
    assert confidant_notes.notes(bram) == []
    assert "kanarie" not in all_that_opens(bram)
    assert bram.vault.info().generation > generation
    assert not erasing.unfinished(bram)
    bram.close()
    anna = sit(path, clock, "anna", ANNA)
    assert len(counter_lines.lines(anna)) == 1, "the count stays"
    anna.close()


def test_what_is_not_counted_or_not_due_does_not_go(path, clock):
    bram = sit(path, clock, "bram", BRAM)
    note = confidant_notes.save_note(bram, NOTE)
    closed = confidant_notes.close_note(bram, note.id, "solved")
    with pytest.raises(Exception, match="There is no"):
        confidant_notes.erase_notes(bram, [note.id])
    until = date(2027, 4, 1)
    with pytest.raises(confidant_notes.NotSoLong):
        confidant_notes.keep_longer(bram, note.id, until + timedelta(days=1), "verslag")
    assert confidant_notes.keep_longer(bram, note.id, until, "verslag").keep_until == until
    confidant_notes.save_note(bram, bram.get(ConfidantNote, note.id).with_(minutes=90))
    clock.moment += timedelta(days=140)
    with pytest.raises(confidant_notes.NotCounted):
        confidant_notes.erase_notes(bram, [note.id])
    confidant_notes.send(bram, [note.id])
    assert confidant_notes.erase_notes(bram, [note.id]).records == 1
    assert closed.sent == counted_of(closed)
    bram.close()


def test_a_role_that_was_given_later_gets_its_own_part(path, clock):
    anna = sit(path, clock, "anna", ANNA)
    members.add_member(anna, "cees", "kraan zeven mos vilt", "auditor", kdf=FAST)
    user = next(one.user_id for one in members.members(anna) if one.name == "cees")
    members.grant_role(anna, user, "confidant")
    anna.close()
    cees = sit(path, clock, "cees", "kraan zeven mos vilt")
    assert not private.ready(cees)
    assert confidant_notes.notes(cees) == []
    saved = confidant_notes.save_note(cees, NOTE)
    cees.undo_stack.undo()
    assert confidant_notes.notes(cees) == []
    cees.undo_stack.redo()
    cees.close()
    cees = sit(path, clock, "cees", "kraan zeven mos vilt")
    assert confidant_notes.open_note(cees, saved.id).text == CANARY
    cees.close()


def test_the_days_until_which_a_note_is_kept():
    closed = NOTE.with_(closed_on=date(2026, 11, 21))
    assert note_keep_until(NOTE) is None
    assert note_keep_until(closed) == date(2027, 2, 21)
    assert latest_day(closed) == date(2027, 4, 1)
    longer = closed.with_(keep_until=date(2027, 12, 1), keep_why="x")
    assert note_keep_until(longer) == date(2027, 4, 1)
    late = NOTE.with_(since=date(2026, 1, 1), closed_on=date(2026, 3, 1))
    assert latest_day(late) == date(2027, 4, 1)


# Small numbers


def fill(desk: Desk, **times: int) -> None:
    """Put lines in the inbox: ``q1_complaint=6`` is six complaints in the first quarter."""
    table = desk.vault.db.table(CounterLine.table)
    for what, many in times.items():
        quarter, _, nature = what.partition("_")
        month = f"2026-{int(quarter[1]) * 3:02}"
        for number in range(many):
            counted = Counted(month=month, nature=nature, themes=("privacy",), minutes=10)
            table.insert(CounterLine(line=f"{what}{number}", counted=counted).document())


def group(counts, name):
    return {
        cell.code: cell.shown for cell in next(g for g in counts.groups if g.name == name).cells
    }


def test_small_numbers_are_hidden_and_cannot_be_worked_out(memory_desk):
    fill(memory_desk, q1_complaint=3, q1_question=9, q1_signal=6, q2_question=7)
    year = counter_lines.counts(memory_desk, 2026)
    assert year.total.shown == 25
    assert year.minutes == 250
    # 25 = 16 + 6 + 3: the 3 would follow from the others, so that the 6 is hidden too.
    assert group(year, "nature") == {"question": 16, "signal": None, "complaint": None}
    assert group(year, "themes") == {"privacy": 25}
    first = counter_lines.counts(memory_desk, 2026, 1)
    assert first.total.shown == 18
    assert group(first, "nature")["complaint"] is None


def test_a_quarter_gives_no_small_quarter_away(memory_desk):
    fill(memory_desk, q1_question=9, q2_question=2)
    assert counter_lines.counts(memory_desk, 2026).total.shown == 11
    assert counter_lines.counts(memory_desk, 2026, 2).total.shown is None
    # 11 - 9 would be 2.
    first = counter_lines.counts(memory_desk, 2026, 1)
    assert first.total.shown is None
    assert first.minutes is None
    assert first.groups == [], "of so few nothing more is told"


def test_masking():
    assert [c.shown for c in counter_lines.masked(Counter(a=9, b=5), whole=True)] == [9, 5]
    assert [c.shown for c in counter_lines.masked(Counter(a=9, b=4), whole=True)] == [None, None]
    assert [c.shown for c in counter_lines.masked(Counter(a=9, b=4), whole=False)] == [9, None]
    assert [c.shown for c in counter_lines.masked(Counter(a=3), whole=True)] == [None]


def test_the_demo_has_lines_to_count(memory_desk):
    from edtui.desk.demo import build_demo
    from edtui.desk.vocabularies import vocabularies

    build_demo(memory_desk, "nl")
    sent = [line for table, line in memory_desk.vault.dropped if table == CounterLine.table]
    table = memory_desk.vault.db.table(CounterLine.table)
    for line in sent:
        table.insert(line)
    year = counter_lines.counts(memory_desk, 2026)
    assert year.total.shown == len(sent)
    words = vocabularies(memory_desk)
    for one in year.groups:
        known = {term.code for term in words[one.vocabulary]} if one.vocabulary else None
        assert known is None or {cell.code for cell in one.cells} <= known | {""}, one.name
    assert any(cell.shown is None for one in year.groups for cell in one.cells)
