"""Which stories are shown: by what they are about, their form, length, reading level, and for whom.

No filter says how hopeful, good or successful a story is, on purpose; none is there by default.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from edtui.desk.folding import fold
from edtui.desk.grants import CONFIDANT, COORDINATOR, PEER_WORKER
from edtui.desk.raw import Raw
from edtui.desk.session import Desk
from edtui.desk.story_occasion import may_we
from edtui.desk.story_papers import occasion
from edtui.errors import N_, BadInput
from edtui.records.story import Story
from edtui.records.story_gate import Exit
from edtui.records.story_version import StoryVersion, reading_minutes
from edtui.records.story_words import Audience, Medium, Purpose


class Length(StrEnum):
    """How long a text takes to read."""

    SHORT = "short"
    MIDDLE = "middle"
    LONG = "long"


UP_TO: Final = {Length.SHORT: 3, Length.MIDDLE: 8}
"""Minutes of reading at most; what takes longer is long."""

_BY_ROLE: Final = {CONFIDANT: Audience.OWN_TEAM, PEER_WORKER: Audience.OWN_TEAM}
"""As whom a role sees stories; every other one but the coordinator as the public."""


class HalfAnAudience(BadInput):
    """For whom, without for what or in which form, is no question to the gate."""

    sentence = N_("For whom goes together with for what and in which form.")
    hint = N_("Choose all three, or none of them.")


@dataclass(frozen=True)
class StoryFilter:
    """What the list is narrowed to. An empty field does not narrow; of several any will do."""

    themes: tuple[str, ...] = ()
    """Own words of the team."""

    dimensions: tuple[str, ...] = ()
    chime: tuple[str, ...] = ()
    life_domains: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    """Of `Length`."""

    levels: tuple[str, ...] = ()
    """Vocabulary ``story_reading_levels``."""

    purpose: str = ""
    audience: str = ""
    medium: str = ""
    ask: bool = False
    """Whether those for which the narrator is asked first are shown too."""

    def __post_init__(self) -> None:
        if 0 < len([one for one in (self.purpose, self.audience, self.medium) if one]) < 3:
            raise HalfAnAudience

    @property
    def for_somebody(self) -> bool:
        """Whether it asks the gate."""
        return bool(self.audience)

    def takes(self, story: Raw) -> bool:
        """Say whether what is known of a story fits; its text is another matter."""
        themes = {fold(theme) for theme in story.get("themes", ())}
        if self.themes and themes.isdisjoint(map(fold, self.themes)):
            return False
        wanted = (
            (self.dimensions, story.get("dimensions", ())),
            (self.chime, story.get("chime", ())),
            (self.life_domains, story.get("life_domains", ())),
            (self.forms, (story.get("form", ""),)),
        )
        return all(not one or not set(one).isdisjoint(has) for one, has in wanted)

    def takes_text(self, story: Raw, version: Raw) -> bool:
        """Say whether a text of a story is as long and as plain as asked."""
        level = version.get("plain_level") or story.get("plain_level", "")
        if self.levels and level not in self.levels:
            return False
        return not self.lengths or length_of(str(version.get("text", ""))) in self.lengths


class Fitting(NamedTuple):
    """What a filter leaves."""

    stories: frozenset[int]
    texts: Mapping[int, int] | None
    """Story to the one text that may be seen; None: the newest of each."""


def length_of(text: str) -> Length:
    """Give how long a text is."""
    minutes = reading_minutes(text)
    return next((length for length, most in UP_TO.items() if minutes <= most), Length.LONG)


def fitting(desk: Desk, where: StoryFilter) -> Fitting | None:
    """Give what a filter leaves for who is at the desk; None: everything.

    Slow where it asks the gate about every story: call it in a thread and keep the answer.
    """
    texts = texts_for(desk, where)
    if where == StoryFilter():
        return None if texts is None else Fitting(frozenset(texts), texts)
    stories = dict(desk.documents(Story))
    left = {
        number
        for number, story in stories.items()
        if (texts is None or number in texts) and where.takes(story)
    }
    if where.lengths or where.levels:
        shown = texts if texts is not None else _newest(desk)
        # One text after another: all of them together are as much as the file.
        left = {
            of
            for number, version in desk.documents(StoryVersion)
            if (of := int(version["story_id"])) in left
            and shown.get(of) == number
            and where.takes_text(stories[of], version)
        }
    return Fitting(frozenset(left), texts)


def texts_for(desk: Desk, where: StoryFilter) -> Mapping[int, int] | None:
    """Give which text of which story may be seen: by the gate, of the filter and of the role.

    Whoever is not the coordinator gets neither title nor snippet of what the gate holds back.
    """
    own = None if desk.vault.role == COORDINATOR else _seen_by(desk, desk.vault.role)
    if not where.for_somebody:
        return own
    use = occasion(desk, Purpose(where.purpose), Audience(where.audience), Medium(where.medium))
    answers = may_we(desk, use)
    lines = (*answers.may, *(answers.ask if where.ask else ()))
    chosen = {line.story.id: line.version.id for line in lines if line.version is not None}
    if own is None:
        return chosen
    return {story: text for story, text in own.items() if chosen.get(story) == text}


def themes_in_use(desk: Desk) -> list[str]:
    """Give the team's own words for what stories are about, each once."""
    found: dict[str, str] = {}
    for _number, story in desk.documents(Story):
        for theme in story.get("themes", ()):
            found.setdefault(fold(theme), theme)
    return [found[key] for key in sorted(found)]


def _seen_by(desk: Desk, role: str) -> Mapping[int, int]:
    audience = _BY_ROLE.get(role, Audience.PUBLIC)
    use = occasion(desk, Purpose.SHELF, audience, Medium.INTERNAL_DIGITAL)
    found = may_we(desk, use, Exit.SNIPPET).may
    return {line.story.id: line.version.id for line in found if line.version is not None}


def _newest(desk: Desk) -> Mapping[int, int]:
    found: dict[int, tuple[int, int]] = {}
    for number, version in desk.documents(StoryVersion):
        if version.get("text"):
            story, at = int(version["story_id"]), (int(version.get("no", 0)), number)
            found[story] = max(at, found.get(story, at))
    return {story: number for story, (_no, number) in found.items()}
