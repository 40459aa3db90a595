"""Which three of many stories are offered: what fits, and always one that is no upward story.

Pure: what fits, and how well, is given in.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from edtui.records.story import Story
from edtui.records.story_gate import Answer
from edtui.records.story_version import StoryVersion

FEW: Final = 3

UPWARD: Final = "upward"
"""In vocabulary ``story_trajectories``."""


class Kind(StrEnum):
    """What an offer is there for."""

    FITS = "fits"
    OTHER_COURSE = "other_course"
    SURPRISE = "surprise"


class Candidate:
    """A story that may be offered."""

    def __init__(self, story: Story, version: StoryVersion, answer: Answer, *, tie: str) -> None:
        self.story, self.version, self.answer = story, version, answer
        self.score = self.about = 0
        """How many of the words fit, and how many of them what is known of it."""

        self._tie = tie

    @property
    def order(self) -> tuple[int, int, bool, str]:
        """Most of what was asked first; of equals, what may at once; then the day."""
        return -self.score, -self.about, self.answer is Answer.ASK, self._tie

    @property
    def course(self) -> frozenset[str]:
        """How it goes; empty where that was not noted."""
        return course(self.story)

    @property
    def alike(self) -> tuple[str, tuple[str, ...], frozenset[str]]:
        """What two stories have in common that are much the same."""
        return self.story.form, self.story.life_domains, self.course


def course(story: Story) -> frozenset[str]:
    """Give how a story goes, as it was noted and the narrator did not strike it."""
    return frozenset(
        value
        for trait in story.traits
        if trait.name == "trajectory" and trait.narrator_agrees is not False
        for value in trait.values
    )


def three(found: Sequence[Candidate]) -> list[tuple[Candidate, Kind]]:
    """Give three, or as many as there are, of candidates in their order."""
    chosen: list[tuple[Candidate, Kind]] = []
    _add(chosen, found, FEW - 1)
    if not any(not_upward(one.course) for one, _kind in chosen):
        rest = [one for one in found if not _among(one, chosen)]
        # Where no course was noted: a story of which it is not known that it goes upward.
        other = next((one for one in rest if not_upward(one.course)), None)
        other = other or next((one for one in rest if not one.course), None)
        if other is not None:
            chosen.append((other, Kind.OTHER_COURSE))
    _add(chosen, found, FEW)
    return chosen


def _add(chosen: list[tuple[Candidate, Kind]], found: Sequence[Candidate], most: int) -> None:
    """Add what fits, then what is unlike what is there, then whatever is left."""
    for takes in (_fits, _unlike, _any_one):
        for one in found:
            if len(chosen) < most and not _among(one, chosen) and takes(one, chosen):
                chosen.append((one, Kind.FITS if one.score else Kind.SURPRISE))


def _fits(one: Candidate, _chosen: Sequence[tuple[Candidate, Kind]]) -> bool:
    return bool(one.score)


def _unlike(one: Candidate, chosen: Sequence[tuple[Candidate, Kind]]) -> bool:
    return all(one.alike != other.alike for other, _kind in chosen)


def _any_one(_one: Candidate, _chosen: Sequence[tuple[Candidate, Kind]]) -> bool:
    return True


def _among(one: Candidate, chosen: Sequence[tuple[Candidate, Kind]]) -> bool:
    return any(one is other for other, _kind in chosen)


def not_upward(values: frozenset[str]) -> bool:
    """Say whether it was noted how a story goes, and that is not upward."""
    return bool(values) and UPWARD not in values
