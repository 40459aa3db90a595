"""A question to a narrator in words: how it stands, and the whole of it."""

from datetime import date
from enum import StrEnum

from edtui.errors import N_
from edtui.locale import _, dates, ngettext
from edtui.locale.numbers import count
from edtui.records.story_ask import AskAnswer, StoryAsk
from edtui.tui.screens.consent.words import Label
from edtui.tui.screens.people.list_screen import Read
from edtui.tui.screens.people.page import Fact, Page, Section


class View(StrEnum):
    """Which questions are shown."""

    WAITING = "waiting"
    ANSWERED = "answered"
    LAPSED = "lapsed"


NAMES = {
    View.WAITING: N_("waiting"),
    View.ANSWERED: N_("answered"),
    View.LAPSED: N_("lapsed"),
}


def said_state(one: StoryAsk, today: date) -> str:
    """Give how it stands with a question."""
    if one.answer in (AskAnswer.YES, AskAnswer.NO):
        day = dates.short_day(one.answered_at.date()) if one.answered_at else ""
        word = _("yes") if one.answer is AskAnswer.YES else _("no")
        return f"{word}, {day}" if day else word
    if one.on < today:
        return _("lapsed")
    if one.asked_on is None:
        return _("to be asked")
    return _("asked {day}").format(day=dates.short_day(one.asked_on))


def view_of(one: StoryAsk, today: date) -> View:
    """Give where a question stands."""
    if one.answer in (AskAnswer.YES, AskAnswer.NO):
        return View.ANSWERED
    return View.LAPSED if one.on < today or one.answer is AskAnswer.LAPSED else View.WAITING


def question_page(one: StoryAsk, title: str, label: Label, today: date) -> Read:
    """Give the whole question.

    Args:
        one: the question.
        title: of the story.
        label: of codes.
        today: the day.
    """
    use = " · ".join((
        label("story_purposes", one.purpose.value),
        label("story_audiences", one.audience.value),
        label("story_media", one.medium.value),
    ))  # fmt: skip
    facts = [Fact(dates.echo(one.on, today)), Fact(use)]
    if one.place or one.group_size:
        size = ngettext("{count} person", "{count} people", one.group_size)
        many = size.format(count=count(one.group_size)) if one.group_size else ""
        facts.append(Fact(" · ".join(part for part in (one.place, many) if part)))
    said = [Fact(said_state(one, today))]
    if one.asked_via:
        said.append(Fact(label("story_withdrawn_via", one.asked_via), "quiet"))
    if one.words:
        said.append(Fact(one.words))
    sections = [Section("question", N_("Question"), facts), Section("answer", N_("Answer"), said)]
    name = one.occasion or label("story_purposes", one.purpose.value)
    head = [(title, "name"), (f" · {name}", "quiet")]
    lines = [[(fact.text, "")] for fact in (*facts, *said)]
    return Read(Page(one.id, title, name, sections), [head, *lines][:4])
