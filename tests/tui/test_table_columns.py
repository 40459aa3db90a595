"""Which columns fit, and how text is cut and measured."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from edtui.tui.widgets.cell_text import cell_text, cut, fitted, wrapped
from edtui.tui.widgets.table_columns import GUTTER, Column, place

columns = st.lists(
    st.builds(
        Column,
        name=st.just("c"),
        title=st.just("c"),
        min=st.integers(1, 30),
        max=st.integers(1, 60),
        priority=st.integers(0, 9),
    ),
    min_size=1,
    max_size=9,
)


@given(columns=columns, window=st.integers(8, 200), data=st.data())
def test_columns_never_leave_the_window_nor_stand_on_each_other(columns, window, data):
    wanted = [data.draw(st.integers(0, column.max)) for column in columns]
    placed = place(columns, wanted, window)
    assert placed
    end = GUTTER - 2
    for one in placed:
        assert one.start >= end + 2
        assert one.width >= 1
        end = one.start + one.width
    assert end <= max(window, GUTTER + 1)
    best = max(range(len(columns)), key=lambda i: (columns[i].priority, -i))
    assert best in [one.cell for one in placed]


@given(columns=columns, window=st.integers(30, 200))
def test_a_column_is_as_wide_as_its_least_or_gone(columns, window):
    wanted = [column.max for column in columns]
    placed = place(columns, wanted, window)
    if len(placed) > 1:
        assert all(one.width >= min(one.column.min, one.column.max) for one in placed)


@given(st.text(), st.integers(1, 40))
def test_a_cell_is_always_as_wide_as_its_column(text, width):
    shown = fitted(cell_text(text), width)
    assert cell_len(shown) == width
    assert sum(cell_len(sign) for sign in shown) == width, "in any terminal"


@given(st.text(), st.integers(1, 40))
def test_nothing_in_a_cell_speaks_to_the_terminal(text, width):
    shown = cell_text(text)
    kinds = {unicodedata.category(sign) for sign in shown}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in shown)
    assert cell_len(cut(shown, width)) <= width
    assert all(cell_len(line) <= width for line in wrapped(text, width))


def test_accents_that_stand_apart_are_put_together():
    assert cell_text("e\u0301ve") == "éve"
    assert cell_text("\u0301x").startswith("◌")
