"""The areas on the stories' screens, in the order in which their sections stand. Add a line."""

import importlib
from collections.abc import Iterator
from functools import cache

from edtui.tui.screens.stories.plug import Area, Key

AREAS = (
    "edtui.tui.screens.stories.own",
    "edtui.tui.screens.consent.area",
    "edtui.tui.screens.finding.area",
    "edtui.tui.screens.reading.area",
    "edtui.tui.screens.telling.area",
    "edtui.tui.screens.story_out.area",
)


@cache
def areas() -> tuple[Area, ...]:
    """Give the areas; the first time their modules are read."""
    return tuple(importlib.import_module(name).AREA for name in AREAS)


def key_named(verb: str) -> Key | None:
    """Give what a command does, by its verb."""
    return next((area.keys[verb] for area in areas() if verb in area.keys), None)


def opening(form: str) -> Iterator[tuple[Area, str]]:
    """Give the area that opens a section's form, and what stands behind the dash."""
    first, _dash, rest = form.partition("-")
    for area in areas():
        if first in area.opens:
            yield area, rest
