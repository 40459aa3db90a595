"""What an area adds to the stories: keys, sections of a story's page, forms, records to show.

An area is one module with an ``AREA``, named in `edtui.tui.screens.stories.areas`. It imports its
own commands module at the top and everything heavier in its functions.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from edtui.desk.story_rows import StoryRow
from edtui.errors import N_, Sentence
from edtui.records.story import Story
from edtui.tui.screens.people.page import Section

if TYPE_CHECKING:  # an area is read before the first form is made
    from edtui.tui.dialogs.form import Form
    from edtui.tui.screens.stories.tools import StoryTools

Node = Any
"""The screen on which a key was pressed: a `edtui.tui.screens.stories.node.StoryNode`.

That file knows this one; an area names the class where it takes it.
"""

STORY, ABOUT, TEXTS = N_("Story"), N_("About"), N_("Texts")
CONSENT, TOLD, NARRATOR = N_("Consent"), N_("Told"), N_("Narrator")
GROUPS = (STORY, ABOUT, TEXTS, CONSENT, TOLD, NARRATOR)
"""Headings of a story's page, on a small screen its tabs, in their order."""


@dataclass(frozen=True)
class Key:
    """What a command of `edtui.tui.commands.stories.plugged` does."""

    do: "Callable[[Node], object]"
    why_not: "Callable[[Node], Sentence | None] | None" = None
    """Why it does nothing now, besides what ``needs`` and ``writes`` say."""

    asks: "Callable[[Node], Sentence | None] | None" = None
    """For a dangerous one: the question, naming what it would touch."""

    needs: str = "story"
    """``story`` or ``version``: must be under the cursor; empty: nothing."""

    writes: bool = True
    """Whether it cannot be done where nothing can be written."""


class Found(NamedTuple):
    """Which stories fit what was typed and chosen."""

    rows: Sequence[StoryRow]
    notes: Mapping[int, str]
    """By story: what was found in it, to stand beside it."""


class Finder(Protocol):
    """Narrows the list of stories."""

    def find(self, tools: "StoryTools", typed: str, rows: Sequence[StoryRow]) -> Found:
        """Give what fits. Called in a thread."""
        ...

    def words(self, tools: "StoryTools") -> str:
        """Give in words what was chosen besides typing; empty for nothing."""
        ...

    def widen(self) -> bool:
        """Take away what was chosen; tell whether there was anything."""
        ...


@dataclass(frozen=True)
class Area:
    """What one area adds."""

    name: str
    keys: Mapping[str, Key] = field(default_factory=dict)
    """By the verb of the command."""

    sections: "Callable[[StoryTools, Story], Iterable[Section]] | None" = None
    """Sections of a story's page. Called in a thread."""

    summary: "Callable[[StoryTools, Story], str] | None" = None
    """A few words for the lines below the list. Called in a thread."""

    opens: "Mapping[str, Callable[[Node, str], object]]" = field(default_factory=dict)
    """By what a section's ``form`` begins with, up to a dash; the rest is given along."""

    records: "Mapping[str, Callable[[Node, int], object]]" = field(default_factory=dict)
    """By table: shows a record that was chosen in find or on Vandaag."""

    draft: "Callable[[StoryTools, str, int, str], Form | None] | None" = None
    """Gives the form of a draft: of a table, a number (0 for something new), a form's name."""

    finder: "Callable[[Node], Finder] | None" = None
    """Makes what narrows the list; it is given the screen of the list."""
