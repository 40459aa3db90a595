"""Consent's part in what stands already: Vandaag, drafts, names of its records."""

from collections.abc import Iterable

from edtui.desk import drafts, story_asks, today
from edtui.desk.page import Name
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Desk
from edtui.desk.stories import narrator_name
from edtui.desk.story_reminders import reminders
from edtui.desk.today import TodayItem
from edtui.errors import N_, NotAllowed, Sentence
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_ask import StoryAsk
from edtui.records.story_consent import StoryConsent
from edtui.records.story_tombstone import Tombstone
from edtui.records.story_use import StoryUse
from edtui.records.story_version import StoryVersion

KINDS = {
    "withdrawn": N_("Withdrawn"),
    "consent": N_("Consent"),
    "ask": N_("Question"),
}
"""Code of what Vandaag shows of consent to its short word."""


def plug_in() -> None:
    """Let consent take part; a second call does nothing."""
    if _reminders in today.SOURCES:
        return
    today.KINDS.update(KINDS)
    today.SOURCES.extend([_withdrawn, _reminders, _asks])
    today.NAMES[StoryConsent.table] = _title_of_consent
    drafts.NEW_OF["consent_"] = StoryVersion.table


def _reminders(desk: Desk, _rows: Iterable[PersonRow]) -> Iterable[TodayItem]:
    for one in reminders(desk):
        words = N_("ended: ask again") if one.days_left < 0 else N_("ends soon")
        text = Sentence(N_("version {number}"), {"number": one.version.no})
        told = (Sentence(words), text)
        table = StoryConsent.table
        yield TodayItem("consent", one.story.title, told, one.ends_on, table, one.consent.id)


def _asks(desk: Desk, _rows: Iterable[PersonRow]) -> Iterable[TodayItem]:
    for one in story_asks.queue(desk):
        story = desk.find(Story, one.story_id)
        if story is None:
            continue
        what = N_("to be asked") if one.asked_on is None else N_("waits for an answer")
        told: list[Sentence | Name | str] = [Sentence(what)]
        name = _narrator(desk, story)
        told += [Name(name)] if name else []
        told += [one.occasion] if one.occasion else []
        yield TodayItem("ask", story.title, tuple(told), one.on, StoryAsk.table, one.id)


def _withdrawn(desk: Desk, _rows: Iterable[PersonRow]) -> Iterable[TodayItem]:
    """Give what is left to be worked off after withdrawing."""
    for stone in desk.all(Tombstone):
        uses = desk.having(StoryUse, "story_id", stone.story_id)
        count = sum(use.recalled_on is None for use in uses)
        if not count and stone.told_narrator_on is not None:
            continue
        told: list[Sentence | Name | str] = []
        if count:
            told.append(Sentence(N_("{count} to do"), {"count": count}))
        if stone.told_narrator_on is None:
            told.append(Sentence(N_("narrator not told yet")))
        person = desk.find(Person, stone.narrator_id) if desk.reads(Person.table) else None
        told += [Name(display_name(person))] if person is not None else []
        day = stone.withdrawn_at.date()
        yield TodayItem("withdrawn", _STORY, tuple(told), day, Tombstone.table, stone.id)


_STORY = "–"
"""A withdrawn story has no name any more."""


def _narrator(desk: Desk, story: Story) -> str:
    try:
        return narrator_name(desk, story)
    except NotAllowed:
        return ""


def _title_of_consent(desk: Desk, number: int) -> str:
    consent = desk.find(StoryConsent, number)
    story = desk.find(Story, consent.story_id) if consent is not None else None
    return story.title if story is not None else ""
