"""May a story leave, this text, this way, for these people, on this day? One answer for every exit.

`may` is pure: everything that it looks at is given in. The strictest rule wins. What a narrator did
not say is no; what was said once and was followed by something newer says nothing any more; what
ended says so, and stays shut until the narrator was asked again.

Looking after a story at the desk, and giving it to its own narrator, are no exits (`WORKROOM`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from edtui.errors import Sentence
from edtui.records import story_reasons as why
from edtui.records.story import Story, third_parties_open, wording_open
from edtui.records.story_consent import REMIND, StoryConsent, governing
from edtui.records.story_exits import MEDIA, WORKROOM, Exit
from edtui.records.story_papers import Occasion, Papers, Reader
from edtui.records.story_says import consent_says, said
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import (
    Attribution,
    Inclusion,
    Medium,
    NotesState,
    Value,
    Workflow,
    most_hidden,
)

__all__ = ["Answer", "Exit", "Occasion", "Papers", "Reader", "Verdict", "may"]


class Answer(StrEnum):
    """What the gate says, the strictest first."""

    NO = "may_not"
    ASK = "may_if_asked"
    YES = "may"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, and why in words."""

    answer: Answer
    reasons: tuple[Sentence, ...]
    """Why not, or why to ask first, or by what yes."""

    warnings: tuple[Sentence, ...] = ()
    """What to think of all the same; they neither open nor shut."""

    attribution: Attribution | None = None
    """How the narrator is named, where it may leave."""

    consent_id: int | None = None
    ask_id: int | None = None


def may(papers: Papers, occasion: Occasion, way: Exit, reader: Reader | None = None) -> Verdict:
    """Say whether one text of a story may leave.

    Args:
        papers: all that stands on paper about the story, and the text that is meant.
        occasion: for what, for whom, in which form, on which day.
        way: how it leaves.
        reader: what the reader hides and avoids, where it is offered to somebody.
    """
    if papers.withdrawn or papers.story is None:
        return Verdict(Answer.NO, (Sentence(why.WITHDRAWN),))
    story, version = papers.story, papers.version
    if (occasion.audience, way) in WORKROOM:
        return _workroom(papers, story)
    no = [reason for rule in _STORY_RULES for reason in rule(story, papers, occasion)]
    if version is None or version.story_id != story.id:
        return Verdict(Answer.NO, (*no, Sentence(why.NO_TEXT)))
    no += _version_says(version)
    if occasion.medium not in MEDIA[way]:
        no.append(Sentence(why.OTHER_FORM))
    if reader is not None:
        no += _reader_says(story, reader)
    consent = governing(papers.consents, version.id)
    no += consent_says(papers, version, consent, occasion)
    if consent is None:
        return Verdict(Answer.NO, tuple(no))
    name = most_hidden(story.attribution, consent.attribution, version.attribution)
    if version.anonymity_level < max(story.anonymity_wanted, consent.anonymity_wanted):
        no.append(Sentence(why.TOO_RECOGNISABLE))
    if name is None:
        no.append(Sentence(why.NAME_NOT_CHOSEN))
    found = said(papers, version, consent, occasion, way)
    if found.value is Value.NO:
        no.append(found.reason)
    if no:
        return Verdict(Answer.NO, tuple(no), consent_id=consent.id)
    answer = Answer.ASK if found.value is Value.ASK else Answer.YES
    warnings = _warnings(story, consent, occasion)
    return Verdict(answer, (found.reason,), warnings, name, consent.id, found.ask_id)


def _workroom(papers: Papers, story: Story) -> Verdict:
    if papers.version is not None and papers.version.purged_on is not None:
        return Verdict(Answer.NO, (Sentence(why.PURGED),))
    return Verdict(Answer.YES, (Sentence(why.WORKROOM),), attribution=story.attribution)


def _work_says(story: Story, _papers: Papers, _occasion: Occasion) -> list[Sentence]:
    found = []
    if story.workflow is Workflow.RESTING:
        found.append(Sentence(why.RESTING))
    elif story.workflow is not Workflow.READY:
        found.append(Sentence(why.NOT_READY))
    if third_parties_open(story):
        found.append(Sentence(why.THIRD_PARTIES))
    if story.inclusion is Inclusion.REFUSED:
        found.append(Sentence(why.REFUSED_BY_TEAM))
    return found


def _embargo_says(story: Story, _papers: Papers, occasion: Occasion) -> list[Sentence]:
    if story.embargo_open_ended:
        return [Sentence(why.EMBARGO_OPEN)]
    if story.embargo_until is None:
        return []
    over = story.embargo_until < occasion.today
    return [
        Sentence(why.EMBARGO_OVER if over else why.EMBARGO, {"day": story.embargo_until}),
    ]


def _narrator_says(_story: Story, papers: Papers, occasion: Occasion) -> list[Sentence]:
    narrator, found = papers.narrator, []
    pause = narrator.not_now_until
    if pause is not None and (occasion.on <= pause or occasion.today <= pause):
        found.append(Sentence(why.PAUSE, {"day": pause}))
    if narrator.month_is_full and occasion.medium is Medium.TOLD_BY_SELF:
        found.append(Sentence(why.MONTH_FULL))
    return found


_STORY_RULES: Final[tuple[Callable[[Story, Papers, Occasion], list[Sentence]], ...]] = (
    _work_says,
    _embargo_says,
    _narrator_says,
)


def _version_says(version: StoryVersion) -> list[Sentence]:
    if version.purged_on is not None or not version.text:
        return [Sentence(why.PURGED)]
    if not version.is_approved:
        return [Sentence(why.NOT_APPROVED, {"number": version.no})]
    return []


def _reader_says(story: Story, reader: Reader) -> list[Sentence]:
    if story.id in reader.hidden:
        return [Sentence(why.HIDDEN_BY_READER)]
    return [Sentence(why.AVOIDED_BY_READER)] if story.domains & reader.avoided else []


def _warnings(story: Story, consent: StoryConsent, occasion: Occasion) -> tuple[Sentence, ...]:
    found = []
    until: date | None = consent.valid_until
    if until is not None and (until - occasion.today).days <= max(REMIND):
        found.append(Sentence(why.ENDS_SOON, {"day": until}))
    if story.notes_state is NotesState.NOT_ASSESSED:
        found.append(Sentence(why.NOTES_NOT_ASSESSED))
    if wording_open(story):
        found.append(Sentence(why.WORDING_OPEN))
    if consent.talk.is_manager:
        found.append(Sentence(why.TALK_BY_MANAGER))
    return tuple(found)
