"""Rows and a list for tests of the list."""

from edtui.errors import N_, Sentence
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row, Toned
from edtui.tui.widgets.table_columns import Column
from support.bare_app import lines

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


def cursor_line(app) -> str:
    return next(line for line in lines(app) if line.startswith("›"))


def new_table() -> RecordTable:
    return RecordTable(COLUMNS, empty=Sentence(N_("Nobody yet, {key} adds one."), {"key": "n"}))
