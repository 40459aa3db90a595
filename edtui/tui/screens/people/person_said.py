"""The desk's page of a person in the words and tones of a screen."""

from edtui.desk import page as desk_page
from edtui.desk.page_words import DOT, PageWords
from edtui.locale import _
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.summary import Lines


def said_page(page: desk_page.Page, words: PageWords, *, title: str, curtain: bool) -> Page:
    """Give a page as it may be seen.

    Args:
        page: what is known.
        words: says it.
        title: the name as it may be seen.
        curtain: names, numbers and notes are not for everybody in the room now.
    """
    sections = [_section(one, words, curtain=curtain) for one in page.sections]
    return Page(page.number, title, words.joined(page.lead), sections)


def summary(said: Page) -> Lines:
    """Give the four lines below the list at 80 columns: texts with their style.

    Who and on which terms; wishes and rather nots; what was last; what is to be looked at.
    """
    name = [(said.title, "name"), (f"{DOT}{said.facts}" if said.facts else "", "")]
    looks = [fact.text for fact in _facts(said, "look")]
    last = [("! ", "attention"), (DOT.join(looks), "attention")] if looks else _led(said, "roles")
    return [
        name,
        [*_led(said, "wishes"), *_led(said, "exclusions")],
        [*_led(said, "spoken"), *_led(said, "free" if said.section("next") is None else "next")],
        last,
    ]


def _section(section: desk_page.Section, words: PageWords, *, curtain: bool) -> Section:
    if section.private and curtain:
        facts = [Fact(_("hidden while the curtain is drawn"), "quiet")]
    else:
        facts = [_fact(one, words) for one in section.facts if not one.aside]
    return Section(section.code, section.title, facts, section.group, section.form)


def _fact(fact: desk_page.Fact, words: PageWords) -> Fact:
    tone = "attention" if fact.look else "quiet" if fact.quiet else ""
    lead = words.said(fact.label) if fact.label is not None else ""
    return Fact(words.line(fact), tone, lead)


def _facts(page: Page, name: str) -> list[Fact]:
    section = page.section(name)
    return list(section.facts) if section is not None else []


def _led(page: Page, name: str) -> list[tuple[str, str]]:
    section = page.section(name)
    title = section.title if section is not None else ""
    text = DOT.join(f"{fact.lead} {fact.text}".strip() for fact in _facts(page, name))
    return [(f"{_(title)}: ", "quiet"), (text or "–", ""), ("   ", "")]
