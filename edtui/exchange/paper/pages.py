"""A page: letters, margins, what stands at its foot, and how text flows over it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from edtui.exchange.paper.content import Paper, PaperSize
from edtui.exchange.paper.letters import FACES, NoPrintPart, printable

MARGINS = {PaperSize.A4: (24.0, 22.0), PaperSize.A5: (18.0, 16.0)}
"""Millimetres at the sides and at the top; the foot takes what its terms need."""

MILLIMETRES = {PaperSize.A4: (210.0, 297.0), PaperSize.A5: (148.0, 210.0)}

_FOOT = 7.0
"""Points; small, and still read without glasses."""

_MOST_ROWS = 9
"""At the foot of a page."""


class Pages:
    """Pages of one paper; text goes on under text."""

    def __init__(self, paper: Paper, fonts: Path) -> None:
        self.lacking: set[str] = set()
        """Signs that the letters lack."""

        self._fonts = fonts
        self._terms: tuple[str, ...] = ()
        side, top = MARGINS[paper.size]
        self.pdf = _empty(paper.size)
        self.pdf.footer = self._feet  # called at the end of every page
        for family, style, name in FACES:
            self.pdf.add_font(family, style, str(fonts / name))
        self.pdf.set_margins(side, top)
        self.pdf.set_lang(paper.language)
        self.pdf.set_title(self._clean(paper.title))
        self.pdf.set_creator("edtui")
        day = paper.made_on
        self.pdf.set_creation_date(datetime(day.year, day.month, day.day, tzinfo=UTC))

    def begin(self, terms: tuple[str, ...] = ()) -> None:
        """Begin a page; these terms stand at its foot, and at that of the pages that follow."""
        self.pdf.add_page()
        self._terms = terms
        rows = len(self._foot_rows())
        self.pdf.set_auto_page_break(True, 16 + rows * self._foot_height)

    def text(
        self, text: str, size: float, *, face: str = "serif", style: str = "", lead: float = 1.45
    ) -> None:
        """Put text under what is there, left straight; no line of a paragraph is left alone."""
        pdf = self.pdf
        pdf.set_font(face, style, size)
        height = size * lead / pdf.k
        lines = pdf.multi_cell(0, height, self._clean(text), dry_run=True, output="LINES")
        at = 0
        while at < len(lines):
            room = int((pdf.h - pdf.b_margin - pdf.get_y() + 0.01) / height)
            left = len(lines) - at
            put = left if room >= left else room - (left - room == 1)
            fresh = pdf.get_y() <= pdf.t_margin + 0.01
            if put < min(2, left) and not fresh:
                pdf.add_page()
                pdf.set_font(face, style, size)
                continue
            put = max(put, 1)
            for line in lines[at : at + put]:
                pdf.cell(0, height, line, align="L", new_x="LMARGIN", new_y="NEXT")
            at += put

    def space(self, millimetres: float) -> None:
        """Leave room; none at the head of a page."""
        if self.pdf.get_y() > self.pdf.t_margin + 1:
            self.pdf.ln(millimetres)

    def rule(self) -> None:
        """Draw a thin line over the width."""
        self.pdf.set_draw_color(150)
        self.pdf.set_line_width(0.2)
        y = self.pdf.get_y()
        self.pdf.line(self.pdf.l_margin, y, self.pdf.w - self.pdf.r_margin, y)

    def room(self, millimetres: float) -> None:
        """Go to the next page where less than this is left."""
        if self.pdf.will_page_break(millimetres):
            self.pdf.add_page()

    def content(self) -> bytes:
        """Give the file."""
        return bytes(self.pdf.output())

    def _clean(self, text: str) -> str:
        made = printable(self._fonts, text)
        self.lacking |= made.lacking
        return made.text

    @property
    def _foot_height(self) -> float:
        return float(_FOOT * 1.35 / self.pdf.k)

    def _foot_rows(self) -> list[str]:
        self.pdf.set_font("sans", "", _FOOT)
        told = "\n".join(self._clean(line) for line in self._terms)
        if not told:
            return []
        rows = self.pdf.multi_cell(0, self._foot_height, told, dry_run=True, output="LINES")
        return list(rows)[:_MOST_ROWS]

    def _feet(self) -> None:
        """Put terms and page number at the foot of the page that ends."""
        pdf, rows = self.pdf, self._foot_rows()
        pdf.set_text_color(70)
        pdf.set_y(-(10 + self._foot_height * len(rows)))
        if rows:
            self.rule()
            pdf.ln(1)
        for row in rows:
            pdf.cell(0, self._foot_height, row, align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.set_y(-8)
        pdf.cell(0, self._foot_height, str(pdf.page_no()), align="R")
        pdf.set_text_color(0)


def _empty(size: PaperSize) -> Any:
    """Give an empty PDF; `Any`, for the library is an extra."""
    try:
        from fpdf import FPDF  # only for printing, and in its extra
    except ImportError as error:
        raise NoPrintPart from error
    return FPDF(orientation="portrait", unit="mm", format=MILLIMETRES[size])
