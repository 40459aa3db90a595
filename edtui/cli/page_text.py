"""A page of facts as lines of text."""

from collections.abc import Mapping
from datetime import date

from edtui.cli.output import plain
from edtui.desk.page import Link, Page
from edtui.desk.page_words import PageWords
from edtui.locale import _
from edtui.records.vocabulary import Vocabulary


def print_page(page: Page, words: Mapping[str, Vocabulary], today: date) -> None:
    """Print the title, and each section that says something with a fact a line."""
    said = PageWords(words, today, link=_link)
    behind = said.joined(page.lead)
    print(plain(f"{page.title} · {behind}" if behind else page.title))
    for section in page.sections:
        if not section.facts:
            continue
        print(f"\n{_(section.title)}")
        for fact in section.facts:
            before = f"{plain(said.said(fact.label))}: " if fact.label is not None else ""
            print(f"  {before}{plain(said.line(fact))}")


def _link(link: Link) -> str:
    """Give a name with the number that other commands ask for."""
    return f"{link.name} ({link.number})"
