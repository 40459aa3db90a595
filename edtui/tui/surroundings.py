"""What the terminal can: its signs, its colours, its size."""

import locale
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Marks:
    """The few signs that mean something on every screen, one cell each."""

    cursor: str = "›"
    look: str = "!"
    unsure: str = "?"
    between: str = "·"
    cut: str = "…"
    rule: str = "─"
    dots: str = "•"
    """What stands for each letter of a passphrase."""

    up: str = "↑"
    down: str = "↓"
    ticked: str = "✓"
    unticked: str = " "
    chosen: str = "●"
    free: str = "○"
    required: str = "*"
    block: str = "━"


ASCII_MARKS = Marks(
    cursor=">",
    between="-",
    cut="~",
    rule="-",
    dots="*",
    up="^",
    down="v",
    ticked="x",
    chosen="o",
    free=".",
    block="=",
)

_CONSOLES = ("linux", "vt", "cons", "ansi", "wsvt", "sun")


@dataclass(frozen=True)
class Surroundings:
    """What was found about the terminal when the program started."""

    ascii: bool = False
    """Only ASCII signs are sure to be in its font."""

    few_colours: bool = False
    """A Linux console or a person who wants no colours: an ANSI theme suits."""

    @property
    def marks(self) -> Marks:
        """The marks that this terminal can show."""
        return ASCII_MARKS if self.ascii else Marks()


def look(environ: Mapping[str, str], encoding: str | None = None) -> Surroundings:
    """Find what the terminal can.

    Args:
        environ: the environment (``TERM``, ``NO_COLOR``).
        encoding: of the terminal; None asks the locale.
    """
    term = environ.get("TERM", "")
    console = term.startswith(_CONSOLES)
    utf8 = (encoding or locale.getpreferredencoding(False)).lower().replace("-", "") == "utf8"
    no_colour = bool(environ.get("NO_COLOR"))
    return Surroundings(ascii=console or not utf8, few_colours=console or no_colour)


def marks(app: Any) -> Marks:
    """Give the marks for the terminal of ``app``; those of a good terminal in a bare test app."""
    found = getattr(app, "surroundings", None)
    return found.marks if isinstance(found, Surroundings) else Marks()
