"""Telling and care on the stories' screens: two keys, the sections Told and Narrator, drafts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from edtui.errors import N_, Sentence
from edtui.records.story import Story
from edtui.tui.commands import telling as _commands  # noqa: F401  its keys
from edtui.tui.screens.stories.plug import Area, Key

if TYPE_CHECKING:
    from edtui.tui.dialogs.form import Form
    from edtui.tui.screens.people.page import Section
    from edtui.tui.screens.stories.node import StoryNode
    from edtui.tui.screens.stories.tools import StoryTools

NOT_ON_ROSTER = Sentence(
    N_("This narrator is not on the roster: choose the person first, under Name.")
)


def told(node: "StoryNode", _rest: str = "") -> None:
    """Note that the story was told elsewhere."""
    from edtui.tui.screens.telling.ways import note_use

    version = node.version
    if version is not None:
        note_use(node, node.tools(), version.story_id, version.id)


def narrator(node: "StoryNode", _rest: str = "") -> None:
    """Show the narrator."""
    from edtui.tui.screens.telling.ways import open_narrator

    story = node.story
    if story is not None and story.narrator_id is not None:
        open_narrator(node, story.narrator_id)


def no_narrator(node: "StoryNode") -> Sentence | None:
    """Say that nobody on the roster is the narrator."""
    story = node.story
    return NOT_ON_ROSTER if story is not None and story.narrator_id is None else None


def use(node: "StoryNode", number: str) -> None:
    """Look back on a use."""
    show_use(node, int(number))


def show_use(node: "StoryNode", number: int) -> None:
    """Look back on a use that was chosen on Vandaag."""
    from edtui.tui.screens.telling.ways import open_use

    open_use(node, node.tools(), number)


def sections(tools: "StoryTools", story: Story) -> "Iterable[Section]":
    """Give the sections of a story's page."""
    from edtui.tui.screens.telling.sections import story_sections

    return story_sections(tools, story)


def draft(tools: "StoryTools", table: str, number: int, form: str) -> "Form | None":
    """Give the form of a draft."""
    from edtui.tui.screens.telling.ways import form_of_draft

    return form_of_draft(tools, table, number, form)


AREA = Area(
    name="telling",
    keys={
        "told": Key(told, needs="version"),
        "narrator": Key(narrator, why_not=no_narrator, writes=False),
    },
    sections=sections,
    opens={"use": use, "told": told, "narrator": narrator},
    records={"story_uses": show_use},
    draft=draft,
)
