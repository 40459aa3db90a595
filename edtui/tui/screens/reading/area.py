"""Reading on the stories' screens: one key on each of them."""

from typing import TYPE_CHECKING

from edtui.tui.commands import reading as _commands  # noqa: F401  its keys
from edtui.tui.screens.stories.plug import Area, Key

if TYPE_CHECKING:
    from edtui.tui.screens.stories.node import StoryNode


def read(node: "StoryNode") -> None:
    """Read the text under the cursor."""
    from edtui.tui.screens.reading.ways import read as read_text

    version = node.version
    if version is not None:
        read_text(node.app, version.story_id, version.id)


AREA = Area(name="reading", keys={"read": Key(read, needs="version", writes=False)})
