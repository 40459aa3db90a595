"""Stories laid out on pages: one function for each kind of paper."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from edtui.exchange.paper import words
from edtui.exchange.paper.content import Paper, PaperKind, PaperStory
from edtui.exchange.paper.pages import Pages
from edtui.locale import _, dates
from edtui.records.story_version import paragraphs


class Printed(NamedTuple):
    """A PDF, and what it could not print."""

    content: bytes
    pages: int
    lacking: frozenset[str]
    """Signs for which a box stands."""


def printed(paper: Paper, fonts: Path) -> Printed:
    """Lay it out.

    Args:
        paper: what comes on it; at least one story.
        fonts: folder with the letters (``data/fonts``).

    Raises:
        edtui.exchange.paper.letters.NoPrintPart: the extra is not installed.
    """
    pages = Pages(paper, fonts)
    _LAYOUTS[paper.kind](pages, paper)
    content = pages.content()
    return Printed(content, pages.pdf.pages_count, frozenset(pages.lacking))


def _booklet(pages: Pages, paper: Paper) -> None:
    pages.begin()
    pages.pdf.set_y(pages.pdf.h * 0.22)
    pages.text(paper.title, 22, face="sans", style="B", lead=1.25)
    pages.space(4)
    pages.text("\n".join(filter(None, (paper.team, paper.for_whom, _day(paper)))), 10, face="sans")
    pages.pdf.set_y(pages.pdf.h * 0.55)
    pages.text(_(words.STORIES), 9, face="sans", style="B")
    pages.space(1)
    for story in paper.stories:
        pages.text(" · ".join(filter(None, (story.title, story.by))), 10)
    for story in paper.stories:
        pages.begin(story.terms)
        _head(pages, story, 17, 8.5)
        for piece in paragraphs(story.text):
            pages.text(piece, 10.5, lead=1.5)
            pages.space(2.6)
    pages.begin()
    pages.text(_(words.WITHDRAWN), 10, face="sans")
    pages.space(4)
    pages.text(paper.contact, 10, face="sans", style="B")
    if any(story.help_line for story in paper.stories):
        pages.space(6)
        pages.text(f"{_(words.HELP)}\n{_(words.IN_DANGER)}", 10, face="sans")


def _handout(pages: Pages, paper: Paper) -> None:
    for story in paper.stories:
        pages.begin(story.terms)
        pages.text(" · ".join(filter(None, (paper.title, paper.for_whom))), 9, face="sans")
        pages.space(4)
        _head(pages, story, 20)
        pages.text(_(words.AGREED), 9.5, face="sans", style="B")
        for line in words.AGREEMENTS:
            pages.text(f"•  {_(line)}", 9.5, face="sans")
        pages.space(5)
        for number, piece in enumerate(paragraphs(story.text), start=1):
            _numbered(pages, number, piece)
        pages.room(40)
        pages.space(2)
        pages.text(_(words.TALK), 11, face="sans", style="B")
        for line in words.QUESTIONS:
            pages.text(f"•  {_(line)}", 10.5, face="sans", lead=1.5)
        pages.space(3)
        pages.text(_(words.GIVE_BACK), 10.5, face="sans", style="B")


def _sheet(pages: Pages, paper: Paper) -> None:
    for story in paper.stories:
        pages.begin(story.terms)
        _head(pages, story, 24, 13)
        for piece in paragraphs(story.text):
            pages.text(piece, 14, face="sans", lead=1.6)
            pages.space(5)


def _head(pages: Pages, story: PaperStory, title: float, size: float = 9.5) -> None:
    """Put what the narrator wants above the text, and what it touches on."""
    pages.text(story.title, title, face="sans", style="B", lead=1.2)
    pages.space(1)
    pages.text(story.by, size + 1, face="sans")
    pages.space(4)
    told = (
        (words.INTENT, story.purpose),
        (words.NOT_FOR, story.not_for),
        (words.SEEN_AS, story.seen_as),
        (words.SHOWN, ", ".join(story.shown)),
    )
    for label, text in told:
        if text:
            pages.text(_(label), size, face="sans", style="B")
            pages.text(text, size + 0.5, style="I")
            pages.space(1.5)
    lines = story.notes or tuple(filter(None, (story.notes_open,)))
    if lines:
        pages.space(1)
        pages.text(_(words.NOTES), size, face="sans", style="B")
        for line in lines:
            pages.text(f"•  {line}", size, face="sans")
        pages.text(_(words.CHOOSE), size, face="sans")
    if story.help_line:
        pages.text(f"{_(words.HELP)} {_(words.IN_DANGER)}", size, face="sans", style="B")
    pages.space(3)
    pages.rule()
    pages.space(5)


def _numbered(pages: Pages, number: int, piece: str) -> None:
    """Put a paragraph with its number in the margin, so that a group can point at it."""
    pdf = pages.pdf
    pages.room(12)
    pdf.set_font("sans", "", 8)
    pdf.set_text_color(90)
    y = pdf.get_y()
    pdf.set_xy(pdf.l_margin - 9, y + 0.6)
    pdf.cell(6, 5, str(number), align="R")
    pdf.set_text_color(0)
    pdf.set_xy(pdf.l_margin, y)
    pages.text(piece, 11.5, lead=1.55)
    pages.space(3)


def _day(paper: Paper) -> str:
    return dates.day_in(paper.language, paper.made_on)


_LAYOUTS: dict[PaperKind, Callable[[Pages, Paper], None]] = {
    PaperKind.BOOKLET: _booklet,
    PaperKind.HANDOUT: _handout,
    PaperKind.SHEET: _sheet,
}
