"""The few signs that carry meaning, and what stands for them on a console that only has ASCII."""

from typing import NamedTuple

from textual.dom import DOMNode

from edtui.tui.surroundings import Surroundings


class Signs(NamedTuple):
    """One cell each, unless said otherwise."""

    cursor: str = "›"
    attention: str = "!"
    unsure: str = "?"
    between: str = "·"
    cut: str = "…"
    up: str = "↑"
    down: str = "↓"
    ticked: str = "✓"
    unticked: str = " "
    chosen: str = "●"
    free: str = "○"
    rule: str = "─"
    required: str = "*"
    block: str = "━"


UNICODE = Signs()
ASCII = Signs(
    cursor=">",
    between="-",
    cut="~",
    up="^",
    down="v",
    ticked="x",
    chosen="o",
    free=".",
    rule="-",
    block="=",
)


def signs_for(node: DOMNode) -> Signs:
    """Give the signs that the terminal of ``node`` can draw."""
    found = getattr(node.app, "surroundings", None)
    return ASCII if isinstance(found, Surroundings) and found.ascii else UNICODE
