"""The program with a desk in memory, at the screen of mode 2."""

import pytest
from support.at_screen import at_screen


@pytest.fixture
def at_people(memory_desk):
    """Give a way to open mode 2: ``async with at_people((80, 24)) as at``."""
    return lambda size=(80, 24), desk=None: at_screen(desk or memory_desk, "people", size)
