"""Style sheets that one program of a test has read are not read again by the next.

Each test of a screen starts the program anew, and a fifth of that is reading the same style sheets.
"""

from typing import Any

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

MOST = 4096
"""Style sheets kept for one set of colours."""


def share() -> None:
    """Let all programs of this process share what they have read, for the same colours."""
    kept: dict[frozenset[tuple[str, str]], LRUCache[Any, Any]] = {}
    begin, recolour = Stylesheet.__init__, Stylesheet.set_variables

    def shared(sheet: Stylesheet) -> None:
        colours = frozenset(sheet._variables.items())
        sheet._parse_cache = kept.setdefault(colours, LRUCache(MOST))

    def begin_shared(sheet: Stylesheet, **options: Any) -> None:
        begin(sheet, **options)
        shared(sheet)

    def recolour_shared(sheet: Stylesheet, variables: dict[str, str]) -> None:
        sheet._parse_cache = LRUCache(1)  # that of the others is not to be emptied
        recolour(sheet, variables)
        shared(sheet)

    Stylesheet.__init__, Stylesheet.set_variables = begin_shared, recolour_shared
