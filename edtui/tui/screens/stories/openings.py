"""Opening a story or one of its texts on top of any screen of this mode; esc comes back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edtui.tui.screens.base import DeskScreen


def show_story(screen: "DeskScreen", number: int, around: Sequence[int] = ()) -> None:
    """Show the page of a story.

    Args:
        screen: on top of which.
        number: the story's.
        around: numbers of the list that it was opened from, for going from page to page.
    """
    from edtui.tui.screens.stories.story import StoryScreen

    screen.app.push_screen(StoryScreen(screen.mode, number, around))


def show_text(screen: "DeskScreen", version_id: int) -> None:
    """Show one text, for work on it."""
    from edtui.tui.screens.stories.text import TextScreen

    screen.app.push_screen(TextScreen(screen.mode, version_id))


def show_difference(screen: "DeskScreen", version_id: int) -> None:
    """Show what differs between a text and the one that it was made from."""
    from edtui.tui.screens.stories.difference import DifferenceScreen

    screen.app.push_screen(DifferenceScreen(screen.mode, version_id))
