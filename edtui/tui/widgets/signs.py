"""The signs for a widget, before and after it stands in an app that knows its terminal."""

from textual.dom import DOMNode

from edtui.tui.surroundings import Marks, marks


def signs_for(node: DOMNode) -> Marks:
    """Give the signs that the terminal of ``node`` can draw."""
    return marks(node.app)
