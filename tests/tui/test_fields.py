"""Fields: what was typed is kept, and what is wrong is said in words after it was touched."""

from datetime import date, time

import pytest
from support.bare_app import type_fast
from support.fielded import all_kinds, starter, text
from textual import events

from edtui.desk.naming import name_guard
from edtui.errors import BadInput
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    HoursField,
    LinesField,
    LongTextField,
    MoneyField,
    NumberField,
    PartsField,
    SeveralField,
    TextField,
    TimeField,
    YesNoField,
    fixed,
)
from edtui.tui.widgets.line_input import LineInput


@pytest.fixture
def shown(clock):
    return starter(clock)


@pytest.mark.parametrize("at", range(len(all_kinds())))
async def test_every_kind_starts_empty_and_quiet_and_keeps_its_value(shown, at):
    import json

    field = all_kinds()[at]
    app, run = shown(field)
    async with run as pilot:
        await pilot.pause()
        assert field.is_empty or isinstance(field, YesNoField)
        assert field.wrong is None
        assert field.label in text(app)
        before = field.value
        field.value = json.loads(json.dumps(before))
        assert field.value == before
        assert not app.heard, "filling in is not typing"


@pytest.mark.parametrize("at", range(len(all_kinds())))
@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_any_key_in_any_field_breaks_nothing(shown, at, size):
    field = all_kinds()[at]
    app, run = shown(field, size=size)
    async with run as pilot:
        field.focus_editor()
        for key in [
            *"a1 +[/b]", "down", "up", "enter", "space", "backspace", "delete", "left", "right",
            "home", "end", "pageup", "pagedown", "escape", "tab", "shift+tab", "ctrl+a", "ctrl+k",
        ]:  # fmt: skip
            if isinstance(field, PartsField) and key in ("enter", "space", "+"):
                continue  # opens a window; see the tests of forms
            await type_fast(pilot, key)
        assert app.return_code is None


async def test_what_is_needed_is_said_only_after_it_was_touched(shown):
    field = TextField("name", "Name", required=True)
    app, run = shown(field)
    async with run as pilot:
        await pilot.pause()
        assert field.problem is not None
        assert field.wrong is None
        field.focus_editor()
        await type_fast(pilot, "x", "backspace")
        assert field.wrong is not None
        assert "! Name" in text(app)
        assert "This is still needed." in text(app)
        await type_fast(pilot, "y")
        assert "This is still needed." not in text(app)


async def test_help_stands_under_the_field_with_the_focus(shown):
    one, two = TextField("a", "A", help="Help of a"), TextField("b", "B", help="Help of b")
    app, run = shown(one, two)
    async with run as pilot:
        one.focus_editor()
        await pilot.pause()
        assert "Help of a" in text(app)
        await type_fast(pilot, "tab")
        await pilot.pause()
        assert "Help of b" in text(app)
        assert "Help of a" not in text(app)


@pytest.mark.parametrize("guarded", [False, True])
async def test_what_is_too_long_stays_and_is_said_until_it_fits(shown, guarded, memory_desk):
    guard = name_guard(memory_desk) if guarded else None
    field = TextField("title", "Title", max_length=20, guard=guard)
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, *"abcdefghij")
        field.input.post_message(events.Paste("k" * 10))
        await pilot.pause()
        assert field.problem is None, "it fits, just"
        field.input.post_message(events.Paste("and three lines\nof a\r\ntext\n"))
        await pilot.pause()
        assert field.value == "abcdefghij" + "k" * 10 + "and three lines of a text"
        assert field.problem == field.wrong
        assert "25 too many: at most 20 characters fit here." in text(app)
        field.value = "a title that fits"
        await type_fast(pilot, "s")
        await pilot.pause()
        assert field.wrong is None
        assert "too many" not in text(app)


async def test_a_line_that_takes_no_more_says_so(shown):
    line = LineInput(max_length=10)
    app, run = shown(line)
    async with run as pilot:
        line.focus()
        await type_fast(pilot, *"abcdefghij")
        assert not app._notifications
        line.post_message(events.Paste("and more"))
        await pilot.pause()
        said = [one.message for one in app._notifications]
        assert said == ["At most 10 characters fit on this line: nothing was added."]
        assert line.value == "abcdefghij"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("24-11", date(2026, 11, 24)),
        ("24 nov", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("morgen", date(2026, 11, 22)),
        ("+2w", date(2026, 12, 5)),
    ],
)
async def test_a_day_is_understood_and_echoed_in_full(shown, typed, wanted):
    from edtui.locale import dates

    field = DateField("day", "Day")
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, *["space" if sign == " " else sign for sign in typed])
        await pilot.pause()
        assert field.read() == wanted
        assert typed in text(app)
        assert dates.echo(wanted, date(2026, 11, 21)) in text(app)


async def test_a_day_that_is_none_is_kept_and_said(shown):
    field = DateField("day", "Day")
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, *"31-2")
        await pilot.pause()
        assert field.value == "31-2"
        assert field.wrong is not None
        assert "! Day" in text(app)
        with pytest.raises(BadInput):
            field.read()


async def test_a_stored_day_can_be_read_back(shown):
    field = DateField("day", "Day")
    _app, run = shown(field)
    async with run:
        for stored in (date(2026, 11, 24), "2026-11-24"):
            field.fill(stored)
            assert field.read() == date(2026, 11, 24)
        field.fill(None)
        assert field.read() is None


async def test_times_and_numbers(shown):
    at, hours = TimeField("t", "Time"), HoursField("h", "Hours", most=40)
    money, count = MoneyField("m", "Money"), NumberField("n", "Count", whole=True, least=1)
    app, run = shown(at, hours, money, count)
    async with run as pilot:
        for field, typed, wanted in [
            (at, "14:00", time(14, 0)),
            (hours, "3:30", 3.5),
            (hours, "3,5", 3.5),
            (money, "12,50", 1250),
            (count, "4", 4),
        ]:
            field.value = ""
            field.focus_editor()
            await type_fast(pilot, *typed)
            assert field.read() == wanted
            assert field.wrong is None
            field.fill(wanted)
            assert field.read() == wanted
        hours.focus_editor()
        hours.value = ""
        await type_fast(pilot, *"41")
        assert hours.wrong is not None
        assert "40" in text(app)
        count.value = ""
        count.focus_editor()
        await type_fast(pilot, *"2,5")
        assert count.wrong is not None


async def test_long_text_takes_enter_and_lines_are_read_one_by_one(shown):
    field = LinesField("areas", "Areas")
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, *"ab", "enter", "enter", *"cd", "space")
        assert field.read() == ["ab", "cd"]
        assert not any(type(event).__name__ == "Done" for event in app.heard)


@pytest.mark.parametrize("kind", [TextField, LongTextField])
async def test_a_pasted_escape_sequence_does_not_reach_the_terminal(shown, kind):
    from textual import events

    field = kind("a", "A")
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        app.focused.post_message(events.Paste("a\x1b[31mb"))
        await pilot.pause()
        assert "\x1b" not in text(app)
        assert "[31mb" in text(app)
        field.fill("stored\x1b]0;title\x07")
        await pilot.pause()
        assert "\x1b" not in text(app)
        assert "\x07" not in text(app)


async def test_fields_can_be_drawn_in_ascii_only(shown):
    fields = [
        ChoiceField("d", "Choice", fixed(("a", "one"), ("b", "two"))),
        SeveralField("f", "Several", fixed(("x", "ex"), ("y", "ey"))),
    ]
    app, run = shown(*fields, ascii_only=True)
    async with run as pilot:
        fields[0].value = "a"
        fields[1].fill(["x", "y"])
        fields[1].focus_editor()
        await type_fast(pilot, "down")
        await pilot.pause()
        assert text(app).isascii()
