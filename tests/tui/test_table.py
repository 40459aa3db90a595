"""The list: columns that line up, a cursor that stays, order, states, keys."""

import pytest
from support.bare_app import BareApp, lines

from edtui.errors import N_, EdtuiError, Sentence
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Order, Row, Toned
from edtui.tui.widgets.table_columns import Column

COLUMNS = [
    Column("name", "Name", min=12, max=32, priority=9),
    Column("role", "Role", min=14, max=22, priority=5),
    Column("hours", "Hours week", min=7, max=10, priority=4, right=True),
    Column("free", "Free", min=9, max=14, priority=2),
    Column("look", "Look at", min=13, max=24, priority=7),
]
SIZES = [(80, 24), (120, 40), (60, 20)]
HOSTILE = [
    "Ann [/b]",
    "note [see file]",
    "[@click=app.quit]x[/]",
    "\x1b[31mred\x1b[0m",
    "漢字の名前さん",
    "👨\u200d👩\u200d👧 👍🏽 ❤\ufe0f",
    "שלום עולם",
    "\u202eevil",
    "e\u0301ve",
    "\u0301alone",
    "two\nlines\tand a tab",
    "n" * 300,
    "\ud800 half",
    "",
]


class Item:
    def __init__(self, number: int, name: str) -> None:
        self.id = number
        self.name = name


def people(count: int) -> list[Item]:
    return [Item(number, f"Person {number:06}") for number in range(1, count + 1)]


def row(item: Item) -> Row:
    look = Toned("vog missing", "attention") if item.id % 5 == 0 else ""
    return Row(
        item.id,
        [item.name, "voluntary peer worker", "3,5 / 4", "di wo do vr", look],
        "!" if look else "",
    )


def source(items) -> ListSource:
    return ListSource(items, row, keys={"name": lambda item: item.name, "hours": lambda i: -i.id})


@pytest.fixture
def table() -> RecordTable:
    return RecordTable(COLUMNS, empty=Sentence(N_("Nobody yet, {key} adds one."), {"key": "n"}))


def cursor_line(app) -> str:
    return next(line for line in lines(app) if line.startswith("›"))


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


async def test_the_cursor_stays_on_its_record_and_at_its_place(table):
    app = BareApp(table)
    async with app.run_test(size=(80, 24)) as pilot:
        items = people(100)
        table.show(source(items))
        table.focus()
        for _ in range(50):
            table.action_down()
        await pilot.pause()
        number, place = table.cursor_number, lines(app).index(cursor_line(app))
        table.show(source([Item(1000 + n, "A new one") for n in range(30)] + items))
        await pilot.pause()
        assert table.cursor_number == number
        assert lines(app).index(cursor_line(app)) == place
        table.show(source([item for item in items if item.id != number]))
        await pilot.pause()
        assert table.cursor_number == number + 1
        assert lines(app).index(cursor_line(app)) == place
        table.show(source([item for item in items if item.id < 5]))
        assert table.cursor_number == 1
        table.show(source([]))
        assert table.cursor_number is None
        table.show(source(items))
        assert table.cursor_number == 1


async def test_a_source_that_changed_in_place_is_read_again(table):
    app = BareApp(table)
    async with app.run_test() as pilot:
        items = people(3)
        table.show(source(items))
        items[0].name = "Somebody else"
        items.append(Item(4, "One more"))
        table.show(source(items))
        await pilot.pause()
        assert "Somebody else" in cursor_line(app)
        assert table.virtual_size.height == 5


async def test_the_keys_sort_by_each_column_and_turn_the_order(table):
    app = BareApp(table)
    async with app.run_test() as pilot:
        table.show(source(people(50)))
        table.focus()
        await pilot.press(">")
        assert table.order == Order("name")
        assert "Name ↑" in lines(app)[0]
        await pilot.press("=")
        assert table.order == Order("name", descending=True)
        assert table.source.row(0).number == 50
        assert "Name ↓" in lines(app)[0]
        assert table.cursor_number == 1
        await pilot.press(">")
        assert table.order == Order("hours"), "columns that cannot sort are passed over"
        assert table.source.row(0).number == 50
        await pilot.press(">")
        assert table.order is None
        await pilot.press("<")
        assert table.order == Order("hours")


async def test_what_is_not_known_stands_last_either_way():
    items = [Item(1, "b"), Item(2, None), Item(3, "a")]
    by_name = ListSource(items, row, keys={"name": lambda item: item.name})
    up, down = by_name.ordered(Order("name")), by_name.ordered(Order("name", descending=True))
    assert [up.row(i).number for i in range(3)] == [3, 1, 2]
    assert [down.row(i).number for i in range(3)] == [1, 3, 2]
    assert [up.ordered(None).row(i).number for i in range(3)] == [1, 2, 3]


async def test_the_mouse_chooses_opens_sorts_and_scrolls(table):
    app = BareApp(table)
    async with app.run_test() as pilot:
        table.show(source(people(100)))
        await pilot.pause()
        await pilot.click(table, offset=(10, 4))
        assert table.cursor_number == 4
        await pilot.click(table, offset=(10, 6), times=2)
        assert app.heard[-1].number == 6
        await pilot.click(table, offset=(4, 0))
        assert table.order == Order("name")
        table.scroll_down(animate=False)
        await pilot.pause()
        assert "Person 000002" in lines(app)[1]


async def test_rows_that_take_time_are_found_in_a_thread_and_the_newest_wins(table):
    import threading

    app = BareApp(table)
    async with app.run_test() as pilot:
        table.show(source(people(3)))
        gate = threading.Event()

        def slow():
            gate.wait(5)
            return source([Item(99, "old answer")])

        table.load(slow)
        table.load(lambda: source([Item(7, "new answer")]))
        gate.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert table.cursor_number == 7


async def test_after_200_ms_a_person_is_told_that_it_is_looking(table):
    import threading

    app = BareApp(table)
    async with app.run_test() as pilot:
        table.show(source(people(3)))
        gate = threading.Event()

        def slow():
            gate.wait(5)
            return source(people(4))

        table.load(slow)
        await pilot.pause()
        assert "looking" not in lines(app)[0]
        await pilot.pause(0.25)
        assert "looking" in lines(app)[0]
        assert "Person 000001" in lines(app)[1], "the rest stays usable"
        gate.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "looking" not in lines(app)[0]


async def test_rows_that_cannot_be_found_leave_what_was_there(table):
    app = BareApp(table)
    async with app.run_test() as pilot:
        table.show(source(people(3)))

        def broken():
            raise EdtuiError()

        table.load(broken)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.heard[-1], RecordTable.LoadFailed)
        assert len(table.source) == 3


class Counting:
    """A source that counts how often a row is asked for."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked = 0

    def __len__(self) -> int:
        return self.count

    def row(self, index: int) -> Row:
        self.asked += 1
        return Row(index + 1, [f"Person {index}", "peer", "3", "di", ""])

    def position_of(self, number: int) -> int | None:
        return number - 1 if 0 < number <= self.count else None


async def test_100_000_rows_ask_no_more_than_100(table):
    asked = {}
    for count in (100, 100_000):
        rows = Counting(count)
        table = RecordTable(COLUMNS)
        app = BareApp(table)
        async with app.run_test() as pilot:
            table.show(rows)
            table.focus()
            await pilot.press("G", "g", "pagedown", "j", "k")
            table.show(rows)
            await pilot.pause()
        asked[count] = rows.asked
    assert max(asked.values()) < 500, "a few windows and a sample for the widths"


async def test_100_000_rows_are_sorted_in_a_thread(table):
    app = BareApp(table)
    async with app.run_test() as pilot:
        table.show(source(people(100_000)))
        table.focus()
        await pilot.press("G", ">", "=")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert table.cursor_number == 100_000
        assert table.cursor_index == 0
        assert table.source.row(1).number == 99_999


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
