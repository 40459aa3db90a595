"""Three offers to a request in own words, each with why; one of them is no story that goes upward.

No order by hope, by marks or by how often a story was told: a story comes first when more of what
was asked stands in it. Of equals the day decides, so that the same tellers are not always first.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from edtui.desk.session import Desk
from edtui.desk.story_asked import Asked
from edtui.desk.story_choosing import FEW, Candidate, Kind, not_upward, three
from edtui.desk.story_known import known
from edtui.desk.story_occasion import OccasionLine, may_we
from edtui.desk.story_request import Request
from edtui.desk.story_search import StoryWords
from edtui.desk.story_snippets import marks
from edtui.errors import N_, Sentence
from edtui.locale import spoken
from edtui.records import story_reasons as why
from edtui.records.story import Story
from edtui.records.story_gate import Answer, Exit
from edtui.records.story_papers import Occasion, Reader
from edtui.records.story_version import StoryVersion

DETAILED: Final = "detailed"
"""In vocabulary ``story_note_levels``."""

ABOUT = N_("it is about {words}")
IN_TEXT = N_("in its text: {words}")
OTHER_COURSE = N_("does not go upward")
COURSE_UNKNOWN = N_("how it goes was not noted")
SOMETHING_ELSE = N_("something else")
ASK_FIRST = N_("ask the narrator first")


@dataclass(frozen=True)
class Offer:
    """One story, and why."""

    story: Story
    version: StoryVersion
    kind: Kind
    reasons: tuple[Sentence, ...]
    ask_first: bool


@dataclass(frozen=True)
class Offers:
    """What somebody is offered; none of them is always an answer."""

    offers: tuple[Offer, ...]
    left_out: int
    """Stories that may, and were left out because of what the reader does not want."""

    fits: bool
    """Whether anything fits the words; else all of them are something else."""

    other_course: bool
    """Whether one of them is noted not to go upward; where there is none it is said."""


def offers(
    desk: Desk,
    index: StoryWords,
    request: Request,
    occasion: Occasion,
    hidden: Collection[int] = (),
) -> Offers:
    """Give three offers, or as many as there are. Slow: ask it in a thread.

    Args:
        desk: where.
        index: of its stories.
        request: what is looked for.
        occasion: how it would be read or told; the gate says which stories may.
        hidden: numbers of stories that were offered already, or are not wanted.
    """
    reader = Reader(frozenset(hidden), request.avoided)
    answers = may_we(desk, occasion, Exit.TELLING, reader)
    may = [*answers.may, *answers.ask]
    # The words of the text that would be read, which need not be the newest one.
    texts = {line.story.id: line.version.id for line in may if line.version is not None}
    unwanted = [index.find(index.asked(word), texts) for word in request.unwanted]
    asked = [one for word in request.wanted for one in index.asked(word)]
    wanted = [(index.find([one], texts), index.about(one)) for one in asked]
    left_out = sum(_only_by_reader(line) for line in answers.no)
    found: list[Candidate] = []
    for line in may:
        if line.version is None:
            continue
        number = line.story.id
        if any(number in one for one in unwanted) or (request.light and _too_much(line.story)):
            left_out += 1
            continue
        tie = _tie(occasion, request, number)
        one = Candidate(line.story, line.version, line.verdict.answer, tie=tie)
        one.score = sum(number in stories for stories, _about in wanted)
        one.about = sum(number in about for _stories, about in wanted)
        found.append(one)
    found.sort(key=lambda one: one.order)
    chosen = three(found)
    return Offers(
        tuple(_offer(one, kind, asked) for one, kind in chosen),
        left_out,
        fits=any(one.score for one, _kind in chosen) or not request.wanted,
        other_course=any(not_upward(one.course) for one, _kind in chosen),
    )


def _offer(one: Candidate, kind: Kind, asked: Sequence[Asked]) -> Offer:
    reasons = _why(one, asked)
    if not one.score:
        reasons.append(Sentence(SOMETHING_ELSE))
    if not_upward(one.course):
        reasons.append(Sentence(OTHER_COURSE))
    elif kind is Kind.OTHER_COURSE:
        reasons.append(Sentence(COURSE_UNKNOWN))
    ask = one.answer is Answer.ASK
    if ask:
        reasons.append(Sentence(ASK_FIRST))
    return Offer(one.story, one.version, kind, tuple(reasons), ask)


def _why(one: Candidate, asked: Sequence[Asked]) -> list[Sentence]:
    """Give what it is about of what was asked, and which words stand in its text."""
    facts = [
        fact
        for fact in known(one.story.document())
        if fact.label != "Title" and marks(fact.words, asked)
    ]
    about = [fact.shown(spoken()) for fact in facts]
    left = [each for each in asked if not any(marks(fact.words, [each]) for fact in facts)]
    text = one.version.text
    words = dict.fromkeys(
        text[span.start : span.end].casefold() for span, _which in marks(text, left)
    )
    reasons = []
    if about:
        reasons.append(Sentence(ABOUT, {"words": ", ".join(dict.fromkeys(about))}))
    if words:
        reasons.append(Sentence(IN_TEXT, {"words": ", ".join(list(words)[:FEW])}))
    return reasons


def _too_much(story: Story) -> bool:
    return any(note.level == DETAILED for note in story.notes)


def _only_by_reader(line: OccasionLine) -> bool:
    """Say whether nothing but what the reader does not want keeps it back."""
    own = {why.HIDDEN_BY_READER, why.AVOIDED_BY_READER}
    return all(reason.msgid in own for reason in line.verdict.reasons)


def _tie(occasion: Occasion, request: Request, story: int) -> str:
    said = f"{occasion.today.isoformat()} {' '.join(request.wanted)} {story}"
    return hashlib.sha256(said.encode()).hexdigest()
