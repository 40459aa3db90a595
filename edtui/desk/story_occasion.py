"""May we? An occasion, and which stories may, may if asked, and may not, each with why."""

from typing import NamedTuple, TypeVar

from edtui.desk.session import Desk
from edtui.desk.stories import stories
from edtui.desk.story_papers import history_before, narrator
from edtui.records.story import Story
from edtui.records.story_ask import StoryAsk
from edtui.records.story_consent import StoryConsent
from edtui.records.story_gate import Answer, Exit, Verdict, may
from edtui.records.story_papers import Narrator, Occasion, Papers, Reader
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Catalogue

R = TypeVar("R", StoryVersion, StoryConsent, StoryAsk)

_BEST = (Answer.YES, Answer.ASK, Answer.NO)


class OccasionLine(NamedTuple):
    """One story for an occasion: the text that fits it best, and what the gate says."""

    story: Story
    version: StoryVersion | None
    verdict: Verdict


class Answers(NamedTuple):
    """Every story, by what the gate says; by title within that."""

    may: tuple[OccasionLine, ...]
    ask: tuple[OccasionLine, ...]
    no: tuple[OccasionLine, ...]


def may_we(
    desk: Desk, occasion: Occasion, way: Exit = Exit.TELLING, reader: Reader | None = None
) -> Answers:
    """Ask the gate about every story, with the text of each that may best; nothing leaves.

    Stories that no list shows are left out.
    """
    versions = _by_story(desk, StoryVersion)
    consents = _by_story(desk, StoryConsent)
    asks = _by_story(desk, StoryAsk)
    before, narrators = history_before(desk), dict[int, Narrator]()
    found: dict[Answer, list[OccasionLine]] = {answer: [] for answer in Answer}
    for story in stories(desk):
        if story.catalogue is Catalogue.HIDDEN:
            continue
        key = story.narrator_id or 0
        if key not in narrators:
            narrators[key] = narrator(desk, story, occasion.on)
        lines = []
        # The newest text first: of two that may equally, it is the one.
        texts = sorted(versions.get(story.id, []), key=_no, reverse=True)
        every: list[StoryVersion | None] = [*texts] or [None]
        for version in every:
            held = Papers(
                story=story,
                version=version,
                consents=tuple(consents.get(story.id, [])),
                asks=tuple(asks.get(story.id, [])),
                narrator=narrators[key],
                history_before=before,
            )
            lines.append(OccasionLine(story, version, may(held, occasion, way, reader)))
        best = min(lines, key=_order)
        found[best.verdict.answer].append(best)
    return Answers(*(tuple(found[answer]) for answer in _BEST))


def _order(line: OccasionLine) -> tuple[int, int]:
    # Of texts that may not, the one that is nearest to it says why.
    place = _BEST.index(line.verdict.answer)
    return place, len(line.verdict.reasons) if line.verdict.answer is Answer.NO else 0


def _no(version: StoryVersion) -> int:
    return version.no


def _by_story(desk: Desk, kind: type[R]) -> dict[int, list[R]]:
    every: dict[int, list[R]] = {}
    for record in desk.all(kind):
        every.setdefault(record.story_id, []).append(record)
    return every
