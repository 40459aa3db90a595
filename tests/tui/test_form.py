"""The form: checked while typing, nothing lost, a guard at leaving, drafts, two versions."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel, Field
from support.bare_app import BareApp, lines, type_fast

from edtui.desk.errors import ChangedElsewhere, ReadOnly
from edtui.errors import N_, Sentence
from edtui.tui.dialogs.ask import Ask
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.pick import Pick
from edtui.tui.dialogs.versions import Versions, differing
from edtui.tui.messages import LockComing
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    HoursField,
    LongTextField,
    Option,
    PartsField,
    TextField,
    fixed,
)

SIZES = [(80, 24), (120, 40), (60, 20)]
STORED = {"first": "Riet", "last": "van Dam", "since": None, "hours": 4.0, "notes": "", "ways": ()}


class Found(NamedTuple):
    values: dict
    moment: datetime


def sections():
    return [
        Section(
            N_("Who"),
            [
                TextField("first", "First name", required=True),
                TextField("last", "Surname"),
                DateField("since", "Since"),
            ],
        ),
        Section(
            N_("Work"),
            [
                HoursField("hours", "Hours", most=40),
                ChoiceField("kind", "Kind", fixed(("a", "one"), ("b", "other"))),
                LongTextField("notes", "Notes"),
                PartsField(
                    "ways",
                    "Ways",
                    fields=lambda: [TextField("value", "Number", required=True)],
                    line=lambda part: str(part["value"]),
                ),
            ],
        ),
    ]


class Desk:
    """What a screen gives to a form."""

    def __init__(self) -> None:
        self.saved: list[dict] = []
        self.drafts: list[dict] = []
        self.dropped = 0
        self.result: list[object] = []
        self.error: Exception | None = None

    def save(self, values):
        if self.error is not None:
            error, self.error = self.error, None
            raise error
        self.saved.append(values)
        return "saved"

    def drop(self) -> None:
        self.dropped += 1


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def opened(clock, desk):
    """Opens a form over an app; gives the app and its pilot's context."""

    def start(size=(80, 24), **more):
        app = BareApp()
        app.clock = clock
        given = {
            "stored": STORED,
            "save": desk.save,
            "keep_draft": desk.drafts.append,
            "drop_draft": desk.drop,
        }

        class Running:
            async def __aenter__(self):
                self.run = app.run_test(size=size, notifications=True)
                pilot = await self.run.__aenter__()
                form = Form("Change Riet [/b]", sections(), **(given | more))
                app.push_screen(form, desk.result.append)
                await pilot.pause()
                return pilot, form

            async def __aexit__(self, *failure):
                await self.run.__aexit__(*failure)

        return app, Running()

    return start


def text(app) -> str:
    return "\n".join(lines(app))


@pytest.mark.parametrize("size", SIZES)
async def test_fill_in_with_enter_and_tab_and_save(opened, desk, size):
    app, run = opened(size)
    async with run as (pilot, _form):
        assert "Change Riet [/b]" in text(app)
        await pilot.press("x", "enter", "y", "tab", *"24-11", "enter", "down", "right", "tab")
        await type_fast(pilot, *"note", "enter", *"more")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert desk.saved[0] | {"since": None} == {
            "first": "Rietx",
            "last": "van Damy",
            "since": None,
            "hours": 4.0,
            "kind": "a",
            "notes": "note\nmore",
            "ways": [],
        }
        assert desk.result == ["saved"]
        assert desk.dropped == 1


async def test_labels_line_up_and_fields_have_no_boxes(opened):
    app, run = opened()
    async with run:
        shown = lines(app)
        starts = {
            line.index(word) for line in shown for word in ("Riet", "van Dam") if word in line
        }
        assert len(starts) <= 2
        assert not set("│┌└╭╰") & set(text(app))


async def test_saving_goes_to_the_first_wrong_field_and_keeps_everything(opened, desk):
    app, run = opened()
    async with run as (pilot, form):
        await type_fast(pilot, *["backspace"] * 4)
        await type_fast(pilot, "tab", "tab")
        await type_fast(pilot, *"31-2")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not desk.saved
        assert app.focused is form.sheet.fields["first"].input
        assert "2 fields still need a look." in text(app) or "2 velden" in text(app)
        assert form.sheet.fields["since"].value == "31-2"
        await type_fast(pilot, *"Ria", "tab", "tab")
        await type_fast(pilot, *["backspace"] * 4)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert desk.saved[0]["first"] == "Ria"


async def test_rules_over_fields_are_checked_while_typing(opened, desk):
    def check(values):
        if values.get("last") == "van Damx":
            return {"last": Sentence(N_("Not {name}."), {"name": "[/b]"})}
        return {}

    app, run = opened(check=check)
    async with run as (pilot, form):
        await pilot.press("tab", "x")
        await pilot.pause()
        assert "Not [/b]." in text(app)
        await pilot.press("ctrl+s")
        assert not desk.saved
        await pilot.press("y")
        await pilot.pause()
        assert "Not [/b]." not in text(app)
        assert form.sheet.fields["last"].wrong is None


async def test_leaving_untouched_asks_nothing(opened, desk):
    _app, run = opened()
    async with run as (pilot, _form):
        await pilot.press("tab", "tab", "escape")
        await pilot.pause()
        assert desk.result == [None]


@pytest.mark.parametrize("size", SIZES)
async def test_leaving_with_something_typed_asks_first(opened, desk, size):
    app, run = opened(size)
    async with run as (pilot, form):
        await pilot.press("x", "escape")
        await pilot.pause()
        assert isinstance(app.screen, Ask)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is form
        assert form.sheet.fields["first"].value == "Rietx"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("right", "right", "enter")
        await pilot.pause()
        assert app.screen is form, "the third answer goes back"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert desk.result == [None]
        assert not desk.saved
        assert desk.dropped == 1


async def test_the_first_answer_of_the_guard_saves(opened, desk):
    _app, run = opened()
    async with run as (pilot, _form):
        await pilot.press("x", "escape")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert desk.saved[0]["first"] == "Rietx"
        assert desk.result == ["saved"]


async def test_a_draft_is_kept_once_for_each_change_and_before_a_lock(opened, desk):
    app, run = opened()
    async with run as (pilot, form):
        form.keep_now()
        assert not desk.drafts, "nothing typed, nothing kept"
        await pilot.press("x")
        await pilot.pause()
        form.keep_now()
        form.keep_now()
        assert [draft["first"] for draft in desk.drafts] == ["Rietx"]
        await pilot.pause()
        assert "09:04" in text(app)
        await pilot.press("y")
        form.post_message(LockComing(20))
        await pilot.pause()
        assert desk.drafts[-1]["first"] == "Rietxy"
        await pilot.press("z")
        await pilot.pause()
        form.lock_coming()
        assert desk.drafts[-1]["first"] == "Rietxyz"
        assert form.unsaved() is not None


async def test_a_found_draft_is_offered_and_counts_as_typed(opened, desk):
    moment = datetime(2026, 11, 21, 8, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
    draft = Found({"first": "Ria", "since": "31 feb", "gone": "a field of an older form"}, moment)
    app, run = opened(draft=draft)
    async with run as (pilot, form):
        await pilot.pause()
        assert "08:12" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert form.sheet.fields["first"].value == "Ria"
        assert form.sheet.fields["since"].value == "31 feb"
        assert form.sheet.fields["since"].wrong is not None
        assert form.unsaved() is not None


async def test_a_found_draft_can_be_thrown_away(opened, desk):
    draft = Found({"first": "Ria"}, datetime(2026, 11, 21, 8, 12))
    app, run = opened(draft=draft)
    async with run as (pilot, form):
        await pilot.pause()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert form.sheet.fields["first"].value == "Riet"
        assert form.unsaved() is None
        assert desk.dropped == 1


class Rules(BaseModel):
    hours: float = Field(le=36)


def broken_rules() -> Exception:
    try:
        Rules(hours=38)
    except ValueError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize(
    "error",
    [
        ReadOnly(why=Sentence(N_("The disk is full."))),
        OSError(28, "secret path"),
        broken_rules(),
        ChangedElsewhere(theirs={}, yours={}),
    ],
)
async def test_a_save_that_fails_keeps_all_and_says_why(opened, desk, error):
    app, run = opened()
    async with run as (pilot, form):
        await pilot.press("x")
        desk.error = error
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.screen is form
        assert form.sheet.fields["first"].value == "Rietx"
        assert form.query_one("#form-told").display
        assert "secret path" not in text(app)
        if isinstance(error, ValueError):
            assert "36" in text(app), "said at the field"
        assert desk.drafts, "what could not be saved is kept as a draft"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert desk.saved[0]["first"] == "Rietx", "the second try goes through"


async def test_somebody_else_saved_meanwhile(opened, desk):
    newer = STORED | {"last": "van Dam-Post", "hours": 6.0, "since": "2026-11-01"}
    taken = []

    def take(document):
        taken.append(document)
        return newer

    app, run = opened(take_theirs=take)
    async with run as (pilot, _form):
        await pilot.press("tab", "x")
        desk.error = ChangedElsewhere(theirs={"revision": 2}, yours={})
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, Versions)
        assert taken == [{"revision": 2}]
        assert "van Damx" in text(app)
        assert "van Dam-Post" in text(app)
        await pilot.press("j", "k", "right", "ctrl+s")
        await pilot.pause()
        saved = desk.saved[0]
        assert saved["last"] == "van Dam-Post", "chosen by hand"
        assert saved["hours"] == 6.0, "only the other changed it"
        assert saved["first"] == "Riet"
        assert str(saved["since"]) == "2026-11-01"


async def test_going_back_from_two_versions_saves_nothing(opened, desk):
    app, run = opened(take_theirs=lambda document: STORED | {"last": "other"})
    async with run as (pilot, form):
        await pilot.press("tab", "x")
        desk.error = ChangedElsewhere(theirs={}, yours={})
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is form
        assert form.sheet.fields["last"].value == "van Damx"
        assert not desk.saved


async def test_which_version_comes_first(opened):
    _app, run = opened()
    async with run as (_pilot, form):
        rows = differing(
            form.sheet,
            {"first": "a", "last": "a", "hours": 1.0, "notes": ""},
            {"first": "b", "last": "a", "hours": 2.0, "notes": None},
            {"first": "a", "last": "b", "hours": 3.0, "notes": ""},
        )
        assert [(row.key, row.first, row.both) for row in rows] == [
            ("first", "yours", False),
            ("last", "theirs", False),
            ("hours", "yours", True),
        ]


async def test_parts_are_added_changed_and_removed(opened, desk):
    app, run = opened(stored=STORED | {"ways": [{"value": "06 1", "kept": 1}]})
    async with run as (pilot, form):
        parts = form.sheet.fields["ways"]
        parts.focus_editor()
        await pilot.press("enter")
        await pilot.pause()
        await type_fast(pilot, *"23")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert parts.read() == [{"value": "06 123", "kept": 1}]
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.screen is not form, "the number is needed"
        await type_fast(pilot, *"[/b]")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [part["value"] for part in parts.read()] == ["06 123", "[/b]"]
        assert "[/b]" in text(app)
        await pilot.press("down", "delete", "down", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert [part["value"] for part in parts.read()] == ["06 123"]


async def test_pages_go_from_part_to_part(opened):
    app, run = opened()
    async with run as (pilot, form):
        await pilot.press("pagedown")
        assert form.sheet.fields["hours"].has_focus_within
        await pilot.press("pageup")
        assert form.sheet.fields["first"].has_focus_within
        await pilot.press("up")
        await pilot.press("pagedown", "pagedown", "pagedown")
        assert app.screen is form


@pytest.mark.parametrize("size", SIZES)
async def test_the_field_with_the_focus_is_in_sight(opened, size):
    app, run = opened(size)
    async with run as (pilot, form):
        for field in form.sheet:
            field.focus_editor()
            await pilot.pause()
            body = form.query_one("#form-body").region
            assert body.overlaps(field.region)
            assert field.region.bottom <= body.bottom


async def test_pick_narrows_and_gives_the_code(clock):
    app, given = BareApp(), []
    async with app.run_test() as pilot:
        options = [Option("a", "Riet [/b]"), Option("b", "Rik"), Option("c", "Youssef")]
        for keys, wanted in [(["r", "i", "down", "enter"], "b"), (["escape"], None)]:
            app.push_screen(Pick("Who?", options), given.append)
            await pilot.pause()
            assert "Riet [/b]" in text(app)
            await pilot.press(*keys)
            await pilot.pause()
            assert given[-1] == wanted
        app.push_screen(Pick("Who?", options), given.append)
        await pilot.pause()
        await pilot.press("z", "enter")
        await pilot.pause()
        assert "Nothing fits" in text(app)
