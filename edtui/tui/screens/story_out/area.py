"""What comes in and goes out, as an area of the stories: keys, and the shelf on a story's page."""

from typing import TYPE_CHECKING

from edtui.records.story import Story
from edtui.tui.commands import story_out as _keys  # noqa: F401  bound before the screens are made
from edtui.tui.screens.people.page import Section
from edtui.tui.screens.stories.plug import Area, Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edtui.tui.screens.stories.node import StoryNode
    from edtui.tui.screens.stories.tools import StoryTools


def _shelf(node: "StoryNode") -> None:
    from edtui.tui.screens.story_out.shelf import open_shelf

    open_shelf(node)


def _open_shelf(node: "StoryNode", _rest: str) -> None:
    _shelf(node)


def _open_end(node: "StoryNode", _rest: str) -> None:
    from edtui.tui.screens.story_out.end import open_end

    open_end(node)


def _paper(node: "StoryNode") -> None:
    from edtui.tui.screens.story_out.paper import open_paper

    open_paper(node)


def _take_in(node: "StoryNode") -> None:
    from edtui.tui.screens.story_out.take_in import open_take_in

    open_take_in(node)


def _sections(tools: "StoryTools", story: Story) -> "Iterable[Section]":
    from edtui.tui.screens.story_out.end import end_section
    from edtui.tui.screens.story_out.shelf import shelf_sections

    yield from shelf_sections(tools, story)
    yield end_section(tools, story)


AREA = Area(
    name="story_out",
    keys={
        "shelf": Key(do=_shelf),
        "paper": Key(do=_paper, needs=""),
        "take_in": Key(do=_take_in, needs=""),
    },
    sections=_sections,
    opens={"shelf": _open_shelf, "end": _open_end},
)
