"""Three offers to a request in own words, each with why; one of them is no story that goes upward.

No order by hope, by marks or by how often a story was told: a story comes first when more of what
was asked stands in it. Of equals the day decides, so that the same tellers are not always first.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from edtui.desk.session import Desk
from edtui.desk.story_known import known
from edtui.desk.story_occasion import OccasionLine, may_we
from edtui.desk.story_request import Request
from edtui.desk.story_search import Asked, StoryWords
from edtui.desk.story_snippets import marks
from edtui.errors import N_, Sentence
from edtui.locale import spoken
from edtui.records import story_reasons as why
from edtui.records.story import Story
from edtui.records.story_gate import Answer, Exit
from edtui.records.story_papers import Occasion, Reader
from edtui.records.story_version import StoryVersion

FEW: Final = 3

UPWARD: Final = "upward"
"""In vocabulary ``story_trajectories``."""

DETAILED: Final = "detailed"
"""In vocabulary ``story_note_levels``."""

ABOUT = N_("it is about {words}")
IN_TEXT = N_("in its text: {words}")
OTHER_COURSE = N_("does not go upward")
COURSE_UNKNOWN = N_("how it goes was not noted")
SOMETHING_ELSE = N_("something else")
ASK_FIRST = N_("ask the narrator first")


class Kind(StrEnum):
    """What an offer is there for."""

    FITS = "fits"
    OTHER_COURSE = "other_course"
    SURPRISE = "surprise"


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


class _One:
    """A story that may be offered."""

    def __init__(self, line: OccasionLine, version: StoryVersion, *, tie: str) -> None:
        self.story, self.version, self.answer = line.story, version, line.verdict.answer
        self.score = self.about = 0
        """How many of the words fit, and how many of them what is known of it."""

        self._tie = tie

    @property
    def order(self) -> tuple[int, int, bool, str]:
        """Most of what was asked first; of equals, what may at once; then the day."""
        return -self.score, -self.about, self.answer is Answer.ASK, self._tie

    @property
    def course(self) -> frozenset[str]:
        return course(self.story)

    @property
    def alike(self) -> tuple[str, tuple[str, ...], frozenset[str]]:
        """What two stories have in common that are much the same."""
        return self.story.form, self.story.life_domains, self.course


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
    unwanted = _any(index, request.unwanted)
    asked = [one for word in request.wanted for one in index.asked(word)]
    wanted = [(index.find([one]), index.about(one)) for one in asked]
    left_out = sum(_only_by_reader(line) for line in answers.no)
    found: list[_One] = []
    for line in (*answers.may, *answers.ask):
        if line.version is None:
            continue
        if line.story.id in unwanted or (request.light and _too_much(line.story)):
            left_out += 1
            continue
        one = _One(line, line.version, tie=_tie(occasion, request, line.story.id))
        one.score = sum(one.story.id in stories for stories, _about in wanted)
        one.about = sum(one.story.id in about for _stories, about in wanted)
        found.append(one)
    found.sort(key=lambda one: one.order)
    chosen = _three(found)
    return Offers(
        tuple(_offer(one, kind, asked) for one, kind in chosen),
        left_out,
        fits=any(one.score for one, _kind in chosen) or not request.wanted,
        other_course=any(_not_upward(one.course) for one, _kind in chosen),
    )


def course(story: Story) -> frozenset[str]:
    """Give how a story goes, as it was noted and the narrator did not strike it."""
    return frozenset(
        value
        for trait in story.traits
        if trait.name == "trajectory" and trait.narrator_agrees is not False
        for value in trait.values
    )


def _three(found: Sequence[_One]) -> list[tuple[_One, Kind]]:
    chosen: list[tuple[_One, Kind]] = []
    _add(chosen, found, FEW - 1)
    if not any(_not_upward(one.course) for one, _kind in chosen):
        rest = [one for one in found if not _among(one, chosen)]
        # Where no course was noted: a story of which it is not known that it goes upward.
        other = next((one for one in rest if _not_upward(one.course)), None)
        other = other or next((one for one in rest if not one.course), None)
        if other is not None:
            chosen.append((other, Kind.OTHER_COURSE))
    _add(chosen, found, FEW)
    return chosen


def _add(chosen: list[tuple[_One, Kind]], found: Sequence[_One], most: int) -> None:
    """Add what fits, then what is unlike what is there, then whatever is left."""
    for takes in (_fits, _unlike, _any_one):
        for one in found:
            if len(chosen) < most and not _among(one, chosen) and takes(one, chosen):
                chosen.append((one, Kind.FITS if one.score else Kind.SURPRISE))


def _fits(one: _One, _chosen: Sequence[tuple[_One, Kind]]) -> bool:
    return bool(one.score)


def _unlike(one: _One, chosen: Sequence[tuple[_One, Kind]]) -> bool:
    return all(one.alike != other.alike for other, _kind in chosen)


def _any_one(_one: _One, _chosen: Sequence[tuple[_One, Kind]]) -> bool:
    return True


def _among(one: _One, chosen: Sequence[tuple[_One, Kind]]) -> bool:
    return any(one is other for other, _kind in chosen)


def _offer(one: _One, kind: Kind, asked: Sequence[Asked]) -> Offer:
    reasons = _why(one, asked)
    if not one.score:
        reasons.append(Sentence(SOMETHING_ELSE))
    if _not_upward(one.course):
        reasons.append(Sentence(OTHER_COURSE))
    elif kind is Kind.OTHER_COURSE:
        reasons.append(Sentence(COURSE_UNKNOWN))
    ask = one.answer is Answer.ASK
    if ask:
        reasons.append(Sentence(ASK_FIRST))
    return Offer(one.story, one.version, kind, tuple(reasons), ask)


def _why(one: _One, asked: Sequence[Asked]) -> list[Sentence]:
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


def _not_upward(values: frozenset[str]) -> bool:
    return bool(values) and UPWARD not in values


def _too_much(story: Story) -> bool:
    return any(note.level == DETAILED for note in story.notes)


def _any(index: StoryWords, words: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for word in words:
        found |= index.find(index.asked(word))
    return found


def _only_by_reader(line: OccasionLine) -> bool:
    """Say whether nothing but what the reader does not want keeps it back."""
    own = {why.HIDDEN_BY_READER, why.AVOIDED_BY_READER}
    return all(reason.msgid in own for reason in line.verdict.reasons)


def _tie(occasion: Occasion, request: Request, story: int) -> str:
    said = f"{occasion.today.isoformat()} {' '.join(request.wanted)} {story}"
    return hashlib.sha256(said.encode()).hexdigest()
