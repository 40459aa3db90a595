"""Which name or place stands for which in a story: kept apart from its texts, under another key."""

import re
from collections.abc import Iterable

from edtui.desk.session import Desk
from edtui.errors import N_, Sentence
from edtui.records.story import Story
from edtui.records.story_parts import Replacement, StoryNames


def names_of(desk: Desk, story_id: int) -> StoryNames:
    """Give the replacement list of a story; an empty one, where there is none.

    Raises:
        NotAllowed: the key to it is not held here.
    """
    found = desk.having(StoryNames, "story_id", story_id)
    return found[0] if found else StoryNames(story_id=story_id)


def save_names(desk: Desk, names: StoryNames) -> StoryNames:
    """Save the replacement list of a story. Not to be taken back: an old name would come back.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        NotAllowed: the key to it is not held here.
        NotFound: there is no such story.
        ReadOnly: nothing can be written now.
    """
    desk.get(Story, names.story_id)
    with desk.act(Sentence(N_("List of names changed")), undoable=False) as act:
        return act.put(names)


def in_place(text: str, replacements: Iterable[Replacement]) -> str:
    """Give a text with every name replaced, in one pass; whole words only, the longest first."""
    instead = {one.original: one.substitute for one in replacements if one.original}
    return _any_of(instead).sub(lambda found: instead[found[0]], text) if instead else text


def left_in(text: str, replacements: Iterable[Replacement]) -> int:
    """Give how many of the names still stand in a text."""
    names = {one.original for one in replacements if one.original}
    return len(set(_any_of(names).findall(text))) if names else 0


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
