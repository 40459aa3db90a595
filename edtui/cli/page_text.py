"""A page of facts as lines of text."""

from collections.abc import Mapping

from edtui.cli.output import plain
from edtui.desk.page import Coded, Hours, Link, Page, Since, Value
from edtui.errors import Sentence
from edtui.locale import _, dates, numbers, say, spoken
from edtui.records.vocabulary import Vocabulary


def print_page(page: Page, words: Mapping[str, Vocabulary]) -> None:
    """Print the title, and each section with a fact a line."""
    print(plain(page.title))
    for section in page.sections:
        print(f"\n{say(section.title)}")
        for fact in section.facts:
            said = " · ".join(plain(_said(value, words)) for value in fact.values)
            print(f"  {say(fact.label)}: {said}")


def _said(value: Value, words: Mapping[str, Vocabulary]) -> str:
    match value:
        case Coded(vocabulary, code):
            said = words[vocabulary].label(code, spoken()) if vocabulary in words else code
        case Hours(hours):
            said = _("{hours} hours a week").format(hours=numbers.hours(hours))
        case Link(_table, number, name):
            said = f"{name} ({number})"
        case Since(start, end):
            said = dates.period(start, end)
        case Sentence():
            said = say(value)
        case str():
            said = value
        case _:
            said = dates.full_day(value)
    return said
