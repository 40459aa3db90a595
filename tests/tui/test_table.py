"""The list: columns that line up, keys, hostile text, what it says when it is empty."""

import pytest
from support.bare_app import BareApp, lines
from support.listed import (
    COLUMNS,
    HOSTILE,
    SIZES,
    Item,
    cursor_line,
    new_table,
    people,
    row,
    source,
)

from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Order


@pytest.fixture
def table() -> RecordTable:
    return new_table()


@pytest.mark.parametrize("size", SIZES)
async def test_every_key_moves_as_it_says(table, size):
    app = BareApp(table)
    async with app.run_test(size=size) as pilot:
        table.show(source(people(200)))
        table.focus()
        page = table.page - 1
        for key, wanted in [
            ("j", 1), ("down", 2), ("k", 1), ("up", 0), ("up", 0), ("pagedown", page),
            ("pageup", 0), ("G", 199), ("down", 199), ("g", 0), ("end", 199), ("home", 0),
        ]:  # fmt: skip
            await pilot.press(key)
            assert table.cursor_index == wanted, key
            assert f"Person {wanted + 1:06}"[:10] in cursor_line(app)
        await pilot.press("enter")
        assert app.heard[-1].number == 1


async def test_less_important_columns_go_away_in_a_narrow_window(table):
    shown = {}
    for width in (120, 80, 60, 40, 20):
        table = RecordTable(COLUMNS)
        app = BareApp(table)
        async with app.run_test(size=(width, 20)) as pilot:
            table.show(source(people(30)))
            await pilot.pause()
            shown[width] = [column.name for column in table.shown_columns]
            assert all(len(line) <= width for line in lines(app))
    assert shown[120] == shown[80] == ["name", "role", "hours", "free", "look"]
    assert shown[60] == ["name", "role", "hours", "look"]
    assert shown[40] == ["name", "look"]
    assert shown[20] == ["name"]


async def test_numbers_stand_at_the_right_and_cut_text_says_so(table):
    app = BareApp(table)
    async with app.run_test(size=(80, 24)) as pilot:
        table.show(ListSource([Item(1, "x" * 90), Item(2, "y")], row))
        await pilot.pause()
        head, first, second = lines(app)[:3]
        assert "…" in first
        end = head.index("Hours week") + len("Hours week")
        assert first[:end].endswith("3,5 / 4")
        assert second[:end].endswith("3,5 / 4")


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_stay_in_their_column(table, size):
    from rich.cells import cell_len

    app = BareApp(table)
    async with app.run_test(size=size, notifications=True) as pilot:
        table.show(source([Item(at, name) for at, name in enumerate(HOSTILE, 1)]))
        table.focus()
        await pilot.press("j", "k")
        shown = lines(app)
        start = cell_len(shown[0][: shown[0].index("Role")])
        for line in shown[1 : len(HOSTILE) + 1]:
            before, _, _ = line.partition("volunt")
            assert cell_len(before) == start
            assert "\x1b" not in line
            assert "\u202e" not in line
        assert "[@click" in "\n".join(shown)
        "".join(shown).encode()
    assert app.return_code is None


async def test_control_signs_are_visible_and_the_marks_have_ascii_forms(table):
    app = BareApp(table, ascii_only=True)
    async with app.run_test(size=(80, 24)) as pilot:
        table.show(source([*people(5), Item(6, "x" * 90)]))
        table.sort(Order("name"))
        await pilot.pause()
        text = "\n".join(lines(app))
        assert text.replace("\N{REPLACEMENT CHARACTER}", "").isascii()
        assert "\n>  Person" in text
        assert "~" in text


async def test_a_list_that_is_empty_names_the_key_and_one_filtered_to_nothing_the_words(table):
    app = BareApp(table)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        table.focus()
        table.show(source([]))
        await pilot.press("j", "k", "g", "G", "enter", "<", ">", "=", "pagedown", "pageup")
        assert "Nobody yet, n adds one." in "\n".join(lines(app))
        table.filtered_by = "x[/b]z"
        await pilot.pause()
        assert "Nothing with 'x[/b]z'" in "\n".join(lines(app))
        assert not app.heard
        assert table.cursor_number is None


@pytest.mark.parametrize("theme", ["light", "contrast-dark", "contrast-light"])
async def test_a_theme_can_change_while_it_is_shown(table, theme):
    app = BareApp(table)
    async with app.run_test() as pilot:
        table.show(source(people(9)))
        await pilot.pause()
        app.theme = theme
        await pilot.pause()
        assert "Person 000001" in cursor_line(app)


async def test_a_resize_keeps_the_cursor_in_sight(table):
    app = BareApp(table)
    async with app.run_test(size=(80, 40)) as pilot:
        table.show(source(people(100)))
        table.focus()
        for _ in range(35):
            table.action_down()
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        assert "Person 000036" in cursor_line(app)
