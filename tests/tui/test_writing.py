"""Writing on the whole screen, and fields that mark what could name somebody."""

from datetime import date

import pytest
from support.bare_app import BareApp, lines, type_fast
from textual import work

from edtui import config, locale
from edtui.desk.naming import NameGuard
from edtui.errors import EdtuiError
from edtui.records.naming import Recogniser, load_words
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.pick import Pick
from edtui.tui.screens.writing import Writing, write
from edtui.tui.screens.writing.markdown import Look, inline, lead
from edtui.tui.screens.writing.sheet import Sheet
from edtui.tui.widgets.fields import LongTextField, TextField


@pytest.fixture(autouse=True)
def _english():
    locale.speak("en")


@pytest.fixture
def guard() -> NameGuard:
    names = {1: ("Riet van Dam",), 2: ("Ann O'Hara",)}
    known = [name for several in names.values() for name in several]
    words = load_words(config.data_dir() / "naming")
    recogniser = Recogniser(known, date(2026, 11, 21), words)
    return NameGuard(names, recogniser, {1: ["peer worker"]}, ("red heron",))


class WritingApp(BareApp):
    """Opens the writing screen and remembers what came back."""

    def __init__(self, text: str, **more) -> None:
        super().__init__()
        self.text, self.more, self.back = text, more, None

    def on_mount(self) -> None:
        super().on_mount()
        self.begin()

    @work
    async def begin(self) -> None:
        self.back = await write(self, "Note on [/b]", self.text, **self.more)


def shown(app) -> str:
    return "\n".join(lines(app))


async def test_what_is_written_comes_back_and_is_kept_on_the_way(guard):
    kept: list[str] = []
    app = WritingApp(
        "# Both sides\n\n**Bold** [@click=app.quit]x[/]", keep=kept.append, guard=guard
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, Writing)
        assert "Note on [/b]" in shown(app)
        assert "[@click=app.quit]x[/]" in shown(app)
        assert "4 words" in shown(app)
        await type_fast(pilot, *"abc", "enter", *"no")
        screen.lock_coming()
        assert kept[-1].endswith("x[/]abc\nno")
        screen.keep_now()
        assert len(kept) == 1, "nothing new is not kept again"
        await type_fast(pilot, "escape")
        await pilot.pause()
        assert app.back == kept[-1]


async def test_a_draft_that_cannot_be_kept_is_said_and_nothing_is_lost():
    def refuses(text: str) -> None:
        raise EdtuiError

    app = WritingApp("", keep=refuses)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await type_fast(pilot, *"abc")
        app.screen.keep_now()
        await pilot.pause()
        assert "draft" in shown(app)
        await type_fast(pilot, "escape")
        await pilot.pause()
        assert app.back == "abc"


async def test_a_name_is_said_and_replaced_and_may_stay(guard):
    app = WritingApp("Riet belde. Ook Ann O'Hara was er.", guard=guard)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        sheet = app.screen.sheet
        assert "Ann O'Hara" in app.screen.found
        await type_fast(pilot, "f4")
        await pilot.pause()
        assert isinstance(app.screen, Pick)
        await type_fast(pilot, *"leave it as", "enter")
        await pilot.pause()
        assert "Riet" in app.screen.found, "what may stay is said no more"
        await type_fast(pilot, "f4")
        await pilot.pause()
        await type_fast(pilot, *"peer", "enter")
        await pilot.pause()
        assert sheet.text == "The peer worker belde. Ook Ann O'Hara was er."
        assert app.screen.found == ""
        await type_fast(pilot, "ctrl+z")
        assert sheet.text.startswith("Riet belde"), "it can be taken back"


async def test_searching_goes_round_and_the_text_stays_as_it_was():
    text = "\n".join(f"row {number} with heron" for number in range(60))
    app = WritingApp(text)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        sheet = app.screen.sheet
        sheet.move_cursor((0, 0))
        await type_fast(pilot, "f3")
        await type_fast(pilot, *"HERON")
        assert "1 of 60" in shown(app) or "1 van 60" in shown(app)
        await type_fast(pilot, "enter", "enter")
        assert sheet.selected_text == "heron"
        assert sheet.selection.start[0] == 2
        await type_fast(pilot, "up", "up", "up")
        assert sheet.selection.start[0] == 59
        await type_fast(pilot, "escape")
        await type_fast(pilot, "x")
        assert sheet.text == text + "x", "it goes on where the search came, and overwrites nothing"


def test_words_are_counted_as_a_person_does():
    assert Sheet("", None).words == 0
    assert Sheet("# Two words\n\n- and - three more!", None).words == 5


def test_the_signs_of_markdown_are_known():
    assert [(p.start, p.end, p.look) for p in inline("**a** b")] == [
        (2, 3, Look.STRONG),
        (0, 2, Look.SIGN),
        (3, 5, Look.SIGN),
    ]
    for line in ("2 * 3 * 4", "snake_case_name", "a - b", "[/b] 100%"):
        assert inline(line) == lead(line) == [], line
    for line in ("# x", "- x", "> x", "1. x", "---", "`x`", "*x*", "- [ ] x"):
        assert inline(line) or lead(line), line


async def test_fields_say_what_could_name_somebody_and_save_all_the_same(guard):
    saved = []
    form = Form(
        "Case",
        [
            Section(
                "",
                [
                    TextField("step", "Next step", guard=guard),
                    LongTextField("side", "Client", guard=guard, large=True),
                    TextField("free", "Free"),
                ],
            )
        ],
        save=saved.append,
    )
    app = BareApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(form)
        await pilot.pause()
        step, side, free = form.sheet
        await type_fast(pilot, *"bel", "space", *"06-12345678")
        assert "phone number" in step.said
        assert "f4" in shown(app)
        await type_fast(pilot, "f4")
        await pilot.pause()
        await type_fast(pilot, "enter")
        await pilot.pause()
        assert step.value == "bel (phone number)"
        assert step.said == ""
        side.focus_editor()
        await type_fast(pilot, *"Riet", "space", *"zei", "enter", "f5")
        await pilot.pause()
        assert isinstance(app.screen, Writing)
        await type_fast(pilot, *"meer", "escape")
        await pilot.pause()
        assert side.value == "Riet zei\nmeer"
        assert "Riet" in side.said
        free.focus_editor()
        await type_fast(pilot, *"Riet", "f4", "f5")
        await pilot.pause()
        assert app.screen is form, "a field that was not asked to marks nothing"
        await type_fast(pilot, "ctrl+s")
        assert saved[0]["side"] == "Riet zei\nmeer", "a hint never stops anybody"


async def test_what_is_written_large_is_in_the_forms_draft_before_a_lock():
    kept: list[dict] = []
    side = LongTextField("side", "Client", large=True)
    form = Form("Case", [Section("", [side])], keep_draft=kept.append)
    app = BareApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(form)
        await pilot.pause()
        await type_fast(pilot, "f5")
        await pilot.pause()
        await type_fast(pilot, *"long")
        app.screen.keep_now()
        assert kept == [{"side": "long"}], "every two seconds"
        await type_fast(pilot, *"er")
        app.screen.lock_coming()
        assert kept[-1] == {"side": "longer"}
