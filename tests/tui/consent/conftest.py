"""The program with a desk in memory, at the screen of the stories."""

import pytest
from desk.story_team import tell
from support.at_screen import at_screen

from edtui.desk.areas import take_part


@pytest.fixture
def at_stories(memory_desk):
    """Give a way to open mode 5: ``async with at_stories((80, 24)) as at``."""
    take_part()
    return lambda size=(80, 24), **more: at_screen(memory_desk, "stories", size, **more)


@pytest.fixture
def told(memory_desk):
    """A story of Riet: one approved text, a yes to handing it out at a lesson."""
    return tell(memory_desk)
