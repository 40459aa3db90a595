"""A narrator's own sheet: my stories, where told, what I allowed, until when, how to stop.

It holds no story: titles, what was said, and where.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from edtui.desk.narrator_sheet_words import WORDS
from edtui.desk.reader_words import words_on
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.story_consents import current
from edtui.desk.story_papers import care_of
from edtui.desk.story_versions import versions_of
from edtui.desk.vocabularies import vocabularies
from edtui.locale import dates
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_consent import ConsentStatus, StoryConsent
from edtui.records.story_use import StoryUse
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Value

_STATES = {
    ConsentStatus.WITHDRAWN: "stopped",
    ConsentStatus.REFUSED: "said_no",
    ConsentStatus.UPDATE_REQUIRED: "again",
    ConsentStatus.PENDING: "nothing",
}
_NEXT_DAY = 1


class SheetLine(NamedTuple):
    """One line of it; private text."""

    text: str
    level: int = 0
    """1 for the title, 2 for a heading."""


def sheet(desk: Desk, person_id: int, language: str) -> list[SheetLine]:
    """Give the sheet of a narrator.

    Args:
        desk: where.
        person_id: on the roster.
        language: ``nl`` or ``en``.

    Raises:
        NotFound: there is no such person.
    """
    found = []
    for line in _Sheet(desk, desk.get(Person, person_id), language).lines():
        text = line.lstrip("#") if line.startswith(("# ", "## ")) else line
        found.append(SheetLine(text.strip(), len(line) - len(text)))
    return found


class _Sheet:
    """Puts what stands on paper about a narrator into sentences."""

    def __init__(self, desk: Desk, person: Person, language: str) -> None:
        self.desk, self.person, self.language = desk, person, language
        self.today = desk.clock.today()
        self._words = WORDS[language]
        self._held = vocabularies(desk)

    def say(self, which: str, /, **places: object) -> str:
        return self._words[which].format(**places)

    def label(self, vocabulary: str, code: str) -> str:
        return self._held[vocabulary].label(code, self.language) if code else ""

    def day(self, day: date) -> str:
        return dates.day_in(self.language, day)

    def lines(self) -> Iterable[str]:
        """Give the whole sheet."""
        team = team_settings(self.desk).team_name
        title = self.say("title_team", team=team) if team else self.say("title")
        yield f"# {title}"
        yield self.say("for", name=display_name(self.person), day=self.day(self.today))
        yield ""
        yield self.say("intro")
        stories = sorted(
            self.desk.having(Story, "narrator_id", self.person.id), key=lambda one: one.title
        )
        if not stories:
            yield ""
            yield self.say("none")
        for story in stories:
            yield ""
            yield f"## {story.title}"
            yield from self._story(story)
        yield from self._gone({story.id for story in stories})
        yield from self._care()
        yield ""
        yield f"## {self.say('stop_title')}"
        for name in ("stop_1", "stop_2", "stop_3", "stop_4", "stop_5", "pause_how"):
            yield self.say(name)

    def _story(self, story: Story) -> Iterable[str]:
        for name, text in (
            ("wants", story.purpose_of_narrator),
            ("not_for", story.not_for),
            ("seen", story.wish_recognition),
        ):
            if text:
                yield self.say(name, text=" ".join(text.split()))
        shown = [one for one in versions_of(self.desk, story.id) if one.purged_on is None]
        known = [one for one in shown if one.is_approved or current(self.desk, one.id)]
        for version in known or shown[:1]:
            yield from self._version(story, version)
        uses = self._uses(story.id)
        yield self.say("told") if uses else self.say("never_told")
        yield from (f"- {self._use('use', use)}" for use in uses)
        if words := words_on(self.desk, story.id):
            yield self.say("words", words=", ".join(words))

    def _version(self, story: Story, version: StoryVersion) -> Iterable[str]:
        kind = self.label("story_version_kinds", version.kind.value)
        yield self.say("text", number=version.no, kind=kind)
        if version.is_approved and version.approved_on:
            yield self.say("approved", day=self.day(version.approved_on))
        else:
            yield self.say("not_approved")
        if story.attribution:
            name = self.label("story_attributions", story.attribution.value)
            chosen = f" ({story.chosen_name})" if story.chosen_name else ""
            yield self.say("named", name=name + chosen)
        yield from self._consent(current(self.desk, version.id))

    def _consent(self, consent: StoryConsent | None) -> Iterable[str]:
        if consent is None or consent.status is not ConsentStatus.GIVEN:
            yield self.say(_STATES[consent.status] if consent else "nothing")
            return
        allowed = [one for one in consent.scopes if one.value is not Value.NO]
        if not allowed:
            yield self.say("nothing")
            return
        yield self.say("allowed")
        for one in allowed:
            said = self.say(
                "scope",
                purpose=self.label("story_purposes", one.purpose.value),
                audience=self.label("story_audiences", one.audience.value),
                medium=self.label("story_media", one.medium.value),
                value=self.label("story_values", one.value.value),
            )
            yield f"- {said}"
        until = consent.valid_until
        if until is not None:
            yield self.say("until" if until >= self.today else "over", day=self.day(until))

    def _uses(self, story_id: int) -> list[StoryUse]:
        found = self.desk.having(StoryUse, "story_id", story_id)
        return sorted(found, key=lambda use: (use.on, use.id))

    def _use(self, name: str, use: StoryUse) -> str:
        what = [use.occasion or self.label("story_purposes", use.purpose.value), use.place]
        if use.group_size > 1:
            what.append(self.say("people", count=use.group_size))
        what.append(self.label("story_media", use.medium.value))
        if use.told_by:
            what.append(self.say("by", name=use.told_by))
        return self.say(name, day=self.day(use.on), what=", ".join(filter(None, what)))

    def _gone(self, here: set[int]) -> Iterable[str]:
        """Give where stories were told that the narrator stopped; no text of them is left."""
        told = self.desk.having(StoryUse, "narrator_id", self.person.id)
        gone = sorted(
            (use for use in told if use.story_id not in here), key=lambda use: (use.on, use.id)
        )
        if gone:
            yield ""
            yield f"## {self.say('gone_title')}"
            yield from (f"- {self._use('gone', use)}" for use in gone)

    def _care(self) -> Iterable[str]:
        care, found = care_of(self.desk, self.person.id), []
        if care.not_now_until and care.not_now_until >= self.today:
            found.append(self.say("pause", day=self.day(care.not_now_until)))
        if care.max_times_per_month is not None:
            most = care.max_times_per_month
            found.append(self.say("most", count=most) if most else self.say("never"))
        if care.no_go_topics:
            found.append(self.say("topics", text=" ".join(care.no_go_topics.split())))
        if care.wants_company is not None:
            found.append(self.say("company" if care.wants_company else "alone"))
        if care.aftercare_person:
            found.append(self.say("aftercare", name=care.aftercare_person))
        if (days := care.contact_after_days) is not None:
            name = {0: "contact_same", _NEXT_DAY: "contact_next"}.get(days, "contact")
            found.append(self.say(name, count=days))
        if found:
            yield ""
            yield f"## {self.say('care_title')}"
            yield from found
