"""Meeting mode: its keys, two terminals, a deliberation with six, hostile words."""

from datetime import timedelta

import pytest

from edtui import locale
from edtui.desk import meeting_running
from edtui.desk.act import Act
from edtui.records import meeting_clock
from edtui.records.meeting import Meeting, MeetingStatus, OutcomeKind
from edtui.tui.commands import registry
from edtui.tui.commands.meetings import MEETING, MEETING_WRITING
from edtui.tui.widgets.keybar import KeyBar

HOSTILE = ["Ann [/b]", "[@click=app.quit]x[/]", "مريم العلي", "\x1b[2J", "x" * 10_000, "{name} %s"]


def stored(a) -> Meeting:
    return a.meeting


async def test_the_keys_of_a_meeting(at, begun, clock):  # noqa: PLR0915  one run, many keys
    async with at(size=(120, 40)) as a:
        await a.press("enter")
        screen = a.screen
        assert a.app.curtain  # names are hidden in front of a group
        await a.press("space")
        a.later(timedelta(minutes=9))
        assert meeting_clock.read(screen.meeting.clock, clock.now()).left == 300
        await a.press("space", "plus")
        assert stored(a).clock.steps[0].added == 120
        await a.press("n", "n", "p")
        assert stored(a).clock.at == 1
        await a.press("n")
        assert "How do I explain why the move went on?" in a.text()
        # Every key is text while somebody writes.
        await a.press("enter")
        await a.type("npad+cwe 1 ?")
        assert screen.sheet.said.text == "npad+cwe 1 ?"
        assert stored(a).clock.at == 2
        await a.press("ctrl+n")
        assert stored(a).steps[2].said == "npad+cwe 1 ?"
        assert screen.writing
        await a.press("escape")
        assert stored(a).clock.at == 3

        await a.press("a")
        await a.type("ask for the letter")
        await a.press("tab", "tab")
        await a.type("Riet van Dam")
        await a.press("tab")
        await a.type("24-11")
        await a.press("ctrl+s", "d")
        await a.type("explain together")
        await a.press("ctrl+s")
        action, decision = stored(a).outcomes
        assert (action.what, action.who, str(action.due)) == (
            "ask for the letter", "Riet van Dam", "2026-11-24",
        )  # fmt: skip
        assert decision.kind is OutcomeKind.DECISION
        assert "R.v.D.: ask for the letter" in a.text()
        await a.press("c")
        assert "Riet van Dam: ask for the letter" in a.text()

        await a.press("w", "enter")
        await a.type("their side")
        await a.press("tab")
        await a.type("our side")
        await a.press("escape")
        assert stored(a).agenda[2].board.right == "our side"
        assert "The organisation's side" in a.text()
        await a.press("w", "r")
        await a.press("ctrl+s")
        assert str(stored(a).agenda[2].comes_back_on) == "2026-12-07"
        await a.press("b")
        assert not stored(a).bell

        # Looking elsewhere: the clock goes on; the curtain is as it was before.
        await a.press("escape")
        assert not a.app.curtain
        await a.press("1")
        line = next(one for one in a.text().splitlines() if "is going on" in one)
        assert line.lstrip().startswith("› Meeting"), "the first line of Vandaag"
        await a.press("4")
        clock.advance(timedelta(seconds=30))
        await a.press("enter")
        reading = meeting_clock.read(a.screen.meeting.clock, clock.now())
        assert (reading.at, reading.spent) == (3, 30)
        await a.press("e", "right", "enter")
        assert stored(a).status is MeetingStatus.DRAFT

        # Minutes: read once, then final; the next date is the calendar's.
        assert "their side" in a.text()
        # What stands on the whiteboard can be corrected as what was said can.
        await a.press("e", "tab", "tab", "X", "ctrl+s")
        assert "X" in stored(a).agenda[2].board.right + stored(a).agenda[2].board.left
        await a.press("space", "f", "right", "right", "right", "right", "ctrl+s")
        final = a.desk.get(Meeting, begun.id)
        assert final.status is MeetingStatus.FINAL
        assert (final.usefulness, str(final.next_on)) == (4, "2026-12-07")


async def test_what_is_typed_is_kept_within_two_seconds(at, begun):
    async with at() as a:
        await a.press("enter", "enter")
        await a.type("half a sen")
        await a.until(lambda: stored(a).steps[0].said == "half a sen")
        # The process is gone; whoever opens the file has the same step and the same words.
        again = meeting_running.come_back(a.desk, begun.id)
        assert again.steps[0].said == "half a sen"


async def test_a_second_terminal_shows_and_can_take_over(at, begun, monkeypatch):
    monkeypatch.setattr(
        meeting_running, "written_elsewhere", lambda _desk, held: held.writer == "other 1"
    )

    def elsewhere(a, change):
        """What the other terminal keeps."""
        now = change(stored(a)).with_(writer="other 1")
        act = Act(a.desk)
        with a.desk.commit() as changes:
            act.put(now)
            changes.extend(act.changes)

    async with at() as a:
        elsewhere(a, lambda now: now.with_said(0, "they write"))
        await a.press("enter")
        assert a.screen.watching
        assert "they write" in a.text()
        elsewhere(a, lambda now: now.with_said(0, "they write more"))
        await a.until(lambda: "they write more" in a.text())
        await a.press("n", "enter")
        assert stored(a).clock.at == 0  # it only shows
        assert not a.screen.writing
        await a.press("t", "enter")
        await a.type(" and here")
        await a.press("escape")
        assert stored(a).steps[0].said == "they write more and here"
        # The other one takes it back while something is half typed here.
        await a.press("enter")
        await a.type(" mine")
        elsewhere(a, lambda now: now.with_said(1, "theirs"))
        await a.until(lambda: a.screen.watching)
        said = [step.said for step in stored(a).steps[:2]]
        assert said == ["they write more and here mine", "theirs"]


async def test_a_deliberation_with_six(at, memory_desk):
    from edtui.desk import meetings
    from edtui.desk.meeting_agenda import own_item

    held = meetings.prepare_free(memory_desk, title="Deliberation", kind="moral_deliberation")
    item = own_item(held, title="the door", minutes=120)
    begun = meeting_running.begin(memory_desk, meetings.change(
        memory_desk, held.with_(agenda=(item,))).id)  # fmt: skip
    async with at(desk=memory_desk) as a:
        await a.hold(begun.id)
        await a.press("n", "n", "f")
        for text in ("tell", "trust", "keep silent", "safety"):
            await a.type(text)
            await a.press("tab")
        await a.press("ctrl+s")
        assert "A: tell" in a.text()
        await a.press("n", "n", "f", "enter")
        await a.type("sister")
        await a.press("tab")
        await a.type("rest")
        await a.press("ctrl+s", "ctrl+s")
        assert "sister: rest" in a.text()

        await a.press("n", "n", "f")
        await a.type("6")
        await a.press("ctrl+s")
        for person in range(6):
            assert f"Person {person + 1} of 6" in a.text()
            await a.type("ab"[person % 2])
            await a.press("enter")
            await a.type(f"secret {person}")
            assert f"secret {person}" not in a.text()
            assert stored(a).agenda[0].deliberation.seen == ()
            await a.press("enter", "enter", "enter")
        told = stored(a).agenda[0].deliberation
        assert [choice.side for choice in told.seen] == ["a", "b"] * 3
        assert "secret 5" in a.text()
        await a.press("n", "n", "f", "enter")
        await a.type("tell her together")
        await a.press("ctrl+s", "ctrl+s")
        assert [one.what for one in stored(a).outcomes] == ["tell her together"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_hostile_words_are_only_words(at, desk, begun, size):
    words = HOSTILE[:4]
    meeting = begun.with_said(0, HOSTILE[4]).with_said(1, "\n".join(HOSTILE))
    meeting = meeting.with_item(2, question=HOSTILE[0]).with_item(0, title=HOSTILE[1])
    meeting = meeting.with_(title=HOSTILE[0], outcomes=[{"what": word} for word in words])
    meeting_running.keep(desk, meeting)
    async with at(size) as a:
        assert "Ann [/b]" in a.text()
        await a.press("enter")
        for _ in range(4):
            assert "\x1b" not in a.text()
            await a.press("n")
        assert "A. [/b]" in a.text(), "the curtain is drawn"
        await a.press("c")
        assert "Ann [/b]" in a.text()
        await a.press("w", "w", "e", "right", "enter", "space", "space")
        assert a.app.return_code is None


def test_no_key_of_a_meeting_hides_another():
    assert registry.faults() == []
    plain = [c for c in registry.commands_for(MEETING_WRITING) if len(c.keys[0]) == 1]
    assert plain == []
    assert {c.keys[0] for c in registry.commands_for(MEETING)} >= {
        "space", "n", "p", "plus", "a", "d", "c", "w",
    }  # fmt: skip


async def test_at_eighty_columns_every_key_of_the_talk_is_in_sight(at, begun):
    async with at(size=(80, 24)) as a:
        await a.press("enter")
        for language, words in (("en", "n next"), ("nl", "n verder")):
            locale.speak(language)
            a.screen.query_one(KeyBar).refresh()
            await a.pilot.pause()
            line = a.key_line()
            assert words in line
            assert {"+", "p", "w", "c", "?", "esc"} <= set(line.split()), line
