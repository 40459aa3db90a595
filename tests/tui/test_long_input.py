"""Long texts: wrapped and painted as Textual does it, only quicker."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.bare_app import BareApp, lines
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument
from textual.widgets.text_area import Selection

from edtui.tui.widgets import quick_wrap
from edtui.tui.widgets.long_input import LongInput
from edtui.tui.widgets.quick_wrap import QuickWrap

TEXTS = st.text(alphabet="ab  é漢-.\n", max_size=120)


@pytest.fixture(autouse=True)
def _short_is_long(monkeypatch):
    monkeypatch.setattr(quick_wrap, "LONG", 8)
    monkeypatch.setattr(quick_wrap, "PIECE", 24)


@settings(max_examples=200, deadline=None)
@given(
    text=TEXTS,
    width=st.integers(3, 14),
    edits=st.lists(st.tuples(st.integers(0, 150), st.integers(0, 12), TEXTS), max_size=4),
)
def test_an_edit_leaves_rows_as_if_all_was_wrapped_anew(text, width, edits):
    quick_wrap.LONG, quick_wrap.PIECE = 8, 24
    document = Document(text)
    wrapped = QuickWrap(document, width)
    for at, gone, more in edits:
        start = document.get_location_from_index(min(at, len(document.text)))
        end = document.get_location_from_index(min(at + gone, len(document.text)))
        start, end = sorted((start, end))
        result = document.replace_range(start, end, more)
        wrapped.wrap_range(start, end, result.end_location)
        anew = WrappedDocument(Document(document.text), width)
        assert wrapped._wrap_offsets == anew._wrap_offsets
        assert wrapped._offset_to_line_info == anew._offset_to_line_info
        assert wrapped._line_index_to_offsets == anew._line_index_to_offsets
        assert [wrapped.get_sections(i) for i in range(document.line_count)] == anew.lines


class Stock(LongInput):
    """Painted by Textual."""

    def _render_line(self, y):
        return super(LongInput, self)._render_line(y)


async def test_it_is_painted_as_textual_paints_it():
    text = "een lange regel met woorden die niet past, en [/b] nog een\n\n\tingesprongen\n漢字 漢字"
    quick, stock = LongInput(), Stock()
    app = BareApp(quick, stock)
    async with app.run_test(size=(30, 24)) as pilot:
        quick.text = stock.text = text
        quick.styles.height = stock.styles.height = 10
        for selection in (((0, 3), (0, 3)), ((0, 5), (3, 1)), ((1, 0), (2, 0)), ((0, 0), (1, 0))):
            quick.selection = stock.selection = Selection(*selection)
            stock.focus()
            await pilot.pause()
            # An empty line that is selected is a cell here, and a bar there.
            shown = [line.replace("▌", "") for line in lines(app)]
            assert [line.strip() for line in shown[:10]] == [line.strip() for line in shown[10:20]]


async def test_the_cursor_goes_through_rows_and_the_text_stays_whole():
    area = LongInput()
    app = BareApp(area)
    async with app.run_test(size=(20, 10)) as pilot:
        area.text = "een twee drie vier vijf zes zeven acht negen tien"
        area.focus()
        await pilot.press("down", "down", "end", "x", "up", "home", "y", "backspace", "enter")
        assert area.text.replace("\n", "").replace("x", "") == (
            "een twee drie vier vijf zes zeven acht negen tien"
        )
        assert area.document.line_count == 2
