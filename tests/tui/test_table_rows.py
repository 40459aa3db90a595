"""The rows of a list: the cursor stays, order, rows that take time, 100,000 of them."""

import pytest
from support.bare_app import BareApp, lines
from support.listed import (
    COLUMNS,
    Item,
    cursor_line,
    new_table,
    people,
    row,
    source,
)

from edtui.errors import EdtuiError
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Order, Row


@pytest.fixture
def table() -> RecordTable:
    return new_table()


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
            gate.wait(60)
            return source([Item(99, "old answer")])

        table.load(slow)
        table.load(lambda: source([Item(7, "new answer")]))
        gate.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert table.cursor_number == 7


async def test_after_200_ms_a_person_is_told_that_it_is_looking(table):
    import threading
    import time

    app = BareApp(table)
    async with app.run_test() as pilot:
        table.show(source(people(3)))
        gate = threading.Event()

        def slow():
            gate.wait(60)
            return source(people(4))

        began = time.monotonic()
        table.load(slow)
        while "looking" not in lines(app)[0]:
            assert time.monotonic() - began < 20
            await pilot.pause(0.01)
        assert time.monotonic() - began > 0.19
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
