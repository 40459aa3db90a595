"""What a page of the kiosk is: words, numbered choices or one question. It draws nothing.

Two fronts show the same pages: the full screen (`edtui.tui.kiosk.app`) and line by line
(`edtui.tui.kiosk.plain`). So there is nothing that one can do and the other cannot.
"""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # who comes by, and what is open for them
    from edtui.tui.kiosk.at import At


class Move(Enum):
    """Where to go, where that is not a new page."""

    STAY = auto()
    BACK = auto()
    HOME = auto()
    """To the first page of who is here."""

    OUT = auto()
    """Sign out, or end the visit: the program begins anew."""


class Wrong(NamedTuple):
    """Stay, and say what is wrong with what was typed or chosen."""

    said: str


class Wait(NamedTuple):
    """Something that takes a moment: done elsewhere, ``said`` stands there meanwhile."""

    said: str
    work: Callable[[], Any]
    then: Callable[[Any], object]
    """Gives where to go, as a choice does."""


class Instead(NamedTuple):
    """Another page in the place of this one, so that "back" does not come here again."""

    page: "Page"
    keep: int = -1
    """How many pages below it stay; -1: all but this one."""


class Choice(NamedTuple):
    """One thing to choose, by its number."""

    label: str
    go: Callable[[], "Page | Move | Wrong | Wait | Instead"]
    note: str = ""
    """A few words behind it."""


class Ask(NamedTuple):
    """One question to type an answer to."""

    label: str
    value: str = ""
    limit: int = 200
    secret: bool = False
    hint: str = ""
    replaced: bool = False
    """The first sign typed takes the place of the value, as of a number that was guessed."""


class Page:
    """One page. A subclass gives the words, and choices or a question."""

    heavy = False
    """A heavy subject: the line with help stands on it."""

    reading = False
    """A long text: paragraphs have room between them."""

    kept: str | None = None
    """What was typed here before somebody went on: it stands there again after "back"."""

    def __init__(self, at: "At") -> None:
        self.at = at

    def title(self) -> str:
        """Give what stands on top."""
        return ""

    def text(self) -> Sequence[str]:
        """Give the paragraphs."""
        return ()

    def choices(self) -> Sequence[Choice]:
        """Give what can be chosen, in order."""
        return ()

    def ask(self) -> Ask | None:
        """Give the question; None where there is something to choose."""
        return None

    def typed(self, text: str) -> "Page | Move | Wrong | Wait | Instead":  # noqa: ARG002  a subclass asks it
        """Take the answer."""
        return Move.STAY

    def still(self) -> bool:
        """Say whether the page may stay: what it shows can be taken away meanwhile."""
        return True
