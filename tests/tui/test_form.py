"""The form: filled in with keys, checked while typing, a guard at leaving, parts, pages."""

import pytest
from support.bare_app import BareApp, lines, type_fast
from support.formed import SIZES, STORED, Desk, opener, text

from edtui.errors import N_, Sentence
from edtui.tui.dialogs.ask import Ask
from edtui.tui.dialogs.pick import Pick
from edtui.tui.widgets.fields import (
    Option,
)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def opened(clock, desk):
    return opener(clock, desk)


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
    _app, run = opened(size)
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
