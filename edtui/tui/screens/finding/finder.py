"""Narrows the list of stories: words of their texts while one types, and a filter."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from edtui.desk import folding, stored
from edtui.desk.session import Desk
from edtui.desk.story_asked import Asked
from edtui.desk.story_filters import Fitting, StoryFilter, fitting
from edtui.desk.story_rows import StoryRow
from edtui.desk.story_search import StoryWords
from edtui.desk.story_snippets import Snippet, found_in, snippet
from edtui.locale import _
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.tui.messages import RecordsChanged
from edtui.tui.screens.finding.filter_words import in_words
from edtui.tui.screens.stories.plug import Found
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.rows import Marked

if TYPE_CHECKING:
    from edtui.tui.screens.stories.stories import StoriesScreen
    from edtui.tui.shell import Shell

WIDTH = 60
"""Signs of a snippet at most, as the list has room for."""

LEAD = 12
"""Signs before what was found, so that it is in sight where there is little room."""


class StoryFinder:
    """The finder of one list."""

    def __init__(self, screen: "StoriesScreen") -> None:
        self._screen = screen
        self.where = StoryFilter()
        self._fits: tuple[object, Fitting | None] = (None, None)
        self._looks_again = False

    @property
    def words_index(self) -> StoryWords | None:
        """The index of the desk; None while there is none."""
        return cast("Shell", self._screen.app).story_words

    def find(self, tools: StoryTools, typed: str, rows: Sequence[StoryRow]) -> Found:
        """Give the stories that fit, and beside each what was found in it."""
        index, fits = self.words_index, self._fitting(tools.desk)
        left = rows if fits is None else [row for row in rows if row.id in fits.stories]
        if index is None or not folding.words(typed):
            return Found(left, {})
        if not index.ready and not self._looks_again:
            self._looks_again = True
            index.when_ready(self._look_again)
        asked, texts = index.asked(typed), fits.texts if fits is not None else None
        tools.desk.log.searched()
        stories = _having(index, asked, texts, _named(tools, left, asked))
        curtain = bool(getattr(tools.app, "curtain", False))
        notes = Notes(tools.desk, index, asked, texts, hidden=curtain)
        found = [row for row in left if row.id in stories]
        # What was found stands beside each; the curtain hides every word of a text.
        return Found(found, cast("Mapping[int, str]", notes) if found and not curtain else {})

    def words(self, tools: StoryTools) -> str:
        """Give the filter in words."""
        return in_words(self.where, tools)

    def widen(self) -> bool:
        """Take the filter away; tell whether there was one."""
        was, self.where = self.where, StoryFilter()
        return was != self.where

    def narrow(self, where: StoryFilter) -> None:
        """Use another filter."""
        self.where = where

    def _look_again(self) -> None:
        """Every text was read: what was found so far may be too little."""
        self._screen.post_message(RecordsChanged())

    def _fitting(self, desk: Desk) -> Fitting | None:
        """Give what the filter leaves; asked anew when something changed, or a day began."""
        index = self.words_index
        now = (self.where, index.seen if index else object(), desk.clock.today())
        if self._fits[0] != now:
            self._fits = (now, fitting(desk, self.where))
        return self._fits[1]


class Notes(Mapping[int, object]):
    """What was found in each story, looked up when its line comes into sight."""

    def __init__(
        self,
        desk: Desk,
        index: StoryWords,
        asked: Sequence[Asked],
        texts: Mapping[int, int] | None,
        *,
        hidden: bool = False,
    ) -> None:
        self._desk, self._index, self._asked, self._texts = desk, index, asked, texts
        self._hidden = hidden
        self._kept: dict[int, object] = {}
        index.forgetful.add(self)

    __hash__ = object.__hash__

    def forget(self) -> None:
        """Let go of every piece of a text."""
        self._kept.clear()

    def __getitem__(self, story: int) -> object:
        if story not in self._kept:
            self._kept[story] = "" if self._hidden else self._find(story)
        return self._kept[story]

    def __iter__(self) -> Iterator[int]:
        return iter(self._kept)

    def __len__(self) -> int:
        return 1  # there is something to say, whatever was looked at so far

    def _find(self, story: int) -> object:
        number = self._index.newest(story) if self._texts is None else self._texts.get(story)
        db = self._desk.vault.db
        version = stored.read(db, StoryVersion.table, number) if number else None
        text = str(version.get("text", "")) if version is not None else ""
        found = snippet(text, self._asked, WIDTH, lead=LEAD)
        if found is None and (known := stored.read(db, Story.table, story)) is not None:
            found = found_in(known, self._asked, WIDTH, LEAD)
        return as_marked(found) if found is not None else ""


def as_marked(found: Snippet) -> Marked:
    """Give a snippet as a cell."""
    pieces: list[tuple[str, bool]] = [(f"{_(found.label)}: ", False)] if found.label else []
    at = 0
    for mark in found.marks:
        pieces += [(found.text[at : mark.start], False), (found.text[mark.start : mark.end], True)]
        at = mark.end
    return Marked((*pieces, (found.text[at:], False)))


def _having(
    index: StoryWords,
    asked: Sequence[Asked],
    texts: Mapping[int, int] | None,
    named: Mapping[str, set[int]],
) -> set[int]:
    """Give the stories in which each word fits: text, what is known, or the narrator's name."""
    if not any(named.values()):
        return index.find(asked, texts)
    return set.intersection(
        *(index.find([one], texts) | named.get(one.word, set()) for one in asked)
    )


def _named(
    tools: StoryTools, rows: Sequence[StoryRow], asked: Sequence[Asked]
) -> dict[str, set[int]]:
    """Give by word the stories whose narrator has it in the name, as it may be seen now."""
    by_narrator: dict[tuple[int, str], list[int]] = {}
    for row in rows:
        if row.narrator_id or row.alias:
            by_narrator.setdefault((row.narrator_id, row.alias), []).append(row.id)
    found: dict[str, set[int]] = {one.word: set() for one in asked}
    for (narrator, alias), stories in by_narrator.items():
        name = folding.searchable(tools.narrator_of(narrator, alias))
        for one in asked:
            if folding.has_all(name, [one.word]):
                found[one.word].update(stories)
    return found
