"""The reading widget alone: what is wanted first, a real choice, folding, a pace, no trace."""

from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from support.bare_app import BareApp, lines
from support.typed import settle

from edtui.clock import FixedClock
from edtui.records.story_words import NotesState
from edtui.tui.screens.reading.after import AfterReading, Help
from edtui.tui.screens.reading.matter import Matter, Touch
from edtui.tui.screens.reading.reader import StoryReader

HOSTILE = "Ann [/b] [@click=app.quit]x[/] \x1b[31m \u202eمريم 😀"
TEXT = "\n\n".join(f"Alinea {n} begint hier. " + "Woorden gaan door. " * 30 for n in range(1, 9))
LOSS = Touch("loss, mentioned", 2, 2, "a neighbour dies")
WARD = Touch("seclusion, described", 5, 6)
MATTER = Matter(
    title="Na de storm", text=TEXT, by="Riet", intent="laten zien dat kleine stappen tellen",
    not_for="werving", wish="vakman die even stil stond", shown=("woont in het oosten",),
    state=NotesState.LISTED, touches=(LOSS, WARD, Touch("language")),
)  # fmt: skip


class Bare(BareApp):
    """Nothing but the reader: no desk, no shell."""

    def __init__(self, widget, clock):
        super().__init__(widget)
        self.widget, self.clock = widget, clock

    def on_story_reader_began(self, _event):
        self.heard.append("began")

    def on_story_reader_left(self, event):
        self.heard.append(("left", event.began))

    def on_story_reader_too_much(self, _event):
        self.heard.append("too much")

    def on_after_reading_word(self, event):
        self.heard.append(("word", event.word))

    def on_after_reading_too_much(self, _event):
        self.heard.append("too much")

    def on_after_reading_done(self, _event):
        self.heard.append("done")


@asynccontextmanager
async def shown(widget, size=(80, 24)):
    """Show a widget: ``async with shown(StoryReader(MATTER)) as at``."""
    app = Bare(widget, FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=UTC)))
    async with app.run_test(size=size) as pilot:

        async def press(*keys):
            for key in keys:
                await pilot.press(key)
            await settle(pilot, lambda _one: False)

        await press()
        yield SimpleNamespace(
            app=app, pilot=pilot, press=press, text=lambda: "\n".join(lines(app)), heard=app.heard
        )


async def test_the_teller_comes_first_then_what_it_touches_on_then_the_choice():
    async with shown(StoryReader(MATTER)) as at:
        text = at.text()
        for part in ("Na de storm", "Riet · 4 minutes to read", "The teller wants",
                     "kleine stappen",
                     "Not for", "werving", "Wants to be seen as", "woont in het oosten",
                     "the whole story   language", "paragraph 2", "loss, mentioned",
                     "a neighbour dies", "paragraphs 5 to 6", "enter   read it",
                     "f       fold paragraph 2", "p       begin after paragraph 2",
                     "esc     not now"):  # fmt: skip
            assert part in text, part
        assert "Alinea" not in text  # nothing of the text before somebody chose
        await at.press("escape")
        assert at.heard == [("left", False)]


async def test_a_passage_is_folded_before_or_while_reading_and_opened_again():
    async with shown(StoryReader(MATTER)) as at:
        await at.press("down", "f")
        assert "seclusion, described  folded" in at.text()
        await at.press("enter", "g")
        assert at.heard == ["began"]
        await at.press("f")  # the passage in sight: paragraph 2
        assert "Alinea 1 begint" in at.text()
        assert "folded: paragraph 2, loss, mentioned; f opens it" in at.text()
        assert "Alinea 2" not in at.text()
        seen = ""
        for _page in range(20):
            seen += at.text()
            await at.press("space")
        assert "Alinea 8" in seen
        assert "This is where the story ends." in seen
        assert "Alinea 5" not in seen
        assert "Alinea 6" not in seen
        await at.press("g", "f")
        assert "Alinea 2" in at.text()


@pytest.mark.parametrize("folded", [False, True])
async def test_going_past_a_passage_shows_nothing_of_it(folded):
    async with shown(StoryReader(MATTER)) as at:
        await at.press("down", *["f"] * folded, "p")
        assert "Alinea 7 begint" in at.text().splitlines()[0]
        assert "Alinea 6" not in at.text()
        last = Matter("t", "Een.\n\nTwee.\n\nDrie.", state=NotesState.LISTED,
                      touches=(Touch("loss", 2, 9),))  # fmt: skip
        at.app.widget.show(last)
        await at.press("enter", "p")
        assert at.text().strip() == "This is where the story ends."


async def test_stopping_at_any_line_leaves_nothing_behind():
    async with shown(StoryReader(MATTER)) as at:
        await at.press("enter", *["down"] * 17, "escape")
        assert at.heard == ["began", ("left", True)]
        at.app.widget.show(MATTER)  # and it begins at the beginning again
        await at.press("enter")
        assert "Alinea 1 begint" in at.text().splitlines()[0]
        while at.heard.count(("left", True)) < 2:  # enter goes on, and stops at the end
            await at.press("enter")
        await at.press("t")
        assert at.heard[-1] == "too much"
        at.app.widget.close_text()
        await at.press("g")
        assert "Alinea" not in at.text()


@pytest.mark.parametrize("state", NotesState)
async def test_the_four_states_say_what_is_known(state):
    said = {
        "not_assessed": "Nobody has looked yet",
        "none": "there is nothing to say beforehand",
        "listed": "It touches on:",
        "narrator_prefers_not": "The teller leaves open",
    }
    async with shown(StoryReader(Matter("", "", state=state)), (60, 20)) as at:
        assert said[state.value] in at.text()
        await at.press("f", "p", "down", "up", "enter")
        assert "There is no text here." in at.text()


async def test_reading_aloud_has_a_pace_and_leaves_out_what_is_folded():
    async with shown(StoryReader(MATTER, aloud=True)) as at:
        await at.press("enter")
        assert "120 words a minute · 7 minutes left · the mark stands still" in at.text()
        await at.press("+", "+", "-")
        assert "130 words a minute" in at.text()
        await at.press("f")
        assert "6 minutes left" in at.text()
        await at.press("s")
        text = at.app.widget.text
        at.app.clock.advance(timedelta(seconds=55))
        text.tick()
        await at.press()
        # 119 words: past paragraph 1 (94), and paragraph 2 is folded.
        [line] = [one for one in at.text().splitlines() if "› " in one]
        assert "Alinea 3" in line
        await at.press("]", "[", "s", "s")
        at.app.clock.advance(timedelta(minutes=30))
        text.tick()
        await at.press()
        assert "0 minutes left" in at.text()
        assert "stands still" in at.text()
        await at.press("a")
        assert "words a minute" not in at.text()
    async with shown(StoryReader(MATTER, may_aloud=False)) as quiet:
        await quiet.press("enter", "a")
        assert "words a minute" not in quiet.text()


async def test_hostile_text_is_never_markup():
    long = f"{HOSTILE}\n\n{'x' * 10_000}\n\n# {HOSTILE}"
    touch = Touch(HOSTILE, 1, 2, HOSTILE)
    matter = Matter(HOSTILE * 4, long, HOSTILE, long, HOSTILE, HOSTILE, (HOSTILE,),
                    NotesState.LISTED, (touch, Touch(HOSTILE)))  # fmt: skip
    async with shown(StoryReader(matter)) as at:
        assert "[/b] [@click=app.quit]x[/]" in at.text()
        await at.press("G", "g", "enter")
        assert "[/b] [@click=app.quit]x[/]" in at.text()
        assert "\x1b" not in at.text()
        assert "\u202e" not in at.text()
        await at.press("f", "p", "G", "a", "s", "s")
        assert max(len(one) for one in at.text().splitlines()) <= 80


async def test_after_it_one_word_or_none_and_too_much_asks_nothing():
    near = Help("Riet, bij de koffie", "113, dag en nacht")
    async with shown(AfterReading(near)) as at:
        assert "One word is enough" in at.text()
        await at.press(*"thuis", "enter")
        await at.press(*["backspace"] * 9, "space", "enter")
        assert at.heard == [("word", "thuis"), "done"]
        await at.press("f2")
        assert "Riet, bij de koffie" in at.text()
        assert "113, dag en nacht" in at.text()
        assert "?" not in at.text()
        await at.press("enter")
        assert at.heard == [("word", "thuis"), "done", "too much", "done"]
    async with shown(AfterReading(near, too_much=True)) as first:
        assert "One word" not in first.text()
        assert first.text().strip().startswith("Talk with somebody: Riet")


async def test_a_number_to_call_stands_before_and_after_what_touches_on_suicide():
    matter = Matter("t", "Een.", state=NotesState.NONE, help="Bel 113, dag en nacht.")
    async with shown(StoryReader(matter)) as at:
        assert "Bel 113, dag en nacht." in at.text()
        await at.press("enter")
        text = at.text()
        assert text.index("This is where the story ends.") < text.index("Bel 113, dag en nacht.")


async def test_another_width_keeps_the_place():
    async with shown(StoryReader(MATTER), (120, 40)) as at:
        await at.press("enter", *["down"] * 9)
        assert "Alinea 2 begint" in "".join(at.text().splitlines()[:2])
        await at.pilot.resize_terminal(50, 20)
        await at.press()
        assert "Alinea 2 begint" in "".join(at.text().splitlines()[:2])
