"""Text in a grid of cells: private text made harmless, measured, cut and filled to a width.

Terminals disagree about the width of joined emoji (families, skin tones, variation selectors), so
in a grid they are drawn apart: a column is then as wide everywhere as it is here. The whole,
unchanged text stands in the detail.
"""

import unicodedata

from rich.cells import cell_len

_JOINERS = frozenset("\ufe0e\ufe0f") | {chr(code) for code in range(0x1F3FB, 0x1F400)}
"""Signs whose effect on a width depends on the terminal: left out, as joiners (Cf) are."""

_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of the text around them: shown, as they can hide what is said."""

_UNSEEN = frozenset({"Cc", "Cs", "Co", "Zl", "Zp"})
_ALONE = "\N{DOTTED CIRCLE}"


def cell_text(value: object) -> str:
    """Give ``value`` as one line in which every sign is itself and has a width that is known.

    White space becomes one space, control and direction signs a visible sign.
    """
    text = str(value)
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    shown = "".join(_shown(sign) for sign in text)
    if shown and unicodedata.category(shown[0]) == "Mn":
        return _ALONE + shown
    return shown


def _shown(sign: str) -> str:
    if sign in _JOINERS:
        return ""
    kind = unicodedata.category(sign)
    if sign in _DIRECTIONS or kind in _UNSEEN:
        return "\N{REPLACEMENT CHARACTER}"
    return "" if kind == "Cf" else sign


def cut(text: str, width: int, sign: str = "…") -> str:
    """Give ``text`` in at most ``width`` cells; a cut one ends in ``sign`` (one cell).

    Args:
        text: what `cell_text` gave.
        width: in cells; 0 or less gives nothing.
        sign: what says that there is more.
    """
    if width <= 0:
        return ""
    if len(text) <= width and text.isascii():
        return text
    if cell_len(text) <= width:
        return text
    kept: list[str] = []
    used = 0
    for one in text:
        used += cell_len(one)
        if used > width - 1:
            break
        kept.append(one)
    return "".join(kept).rstrip() + sign


def fitted(text: str, width: int, *, right: bool = False, sign: str = "…") -> str:
    """Give ``text`` in exactly ``width`` cells, filled with spaces or cut."""
    shown = cut(text, width, sign)
    space = " " * (width - cell_len(shown))
    return space + shown if right else shown + space


def wrapped(text: str, width: int) -> list[str]:
    """Give ``text`` in lines of at most ``width`` cells, broken between words where it can be."""
    lines = [""]
    for word in cell_text(text).split():
        together = f"{lines[-1]} {word}".lstrip()
        if cell_len(together) <= width:
            lines[-1] = together
        else:
            lines.append(cut(word, width))
    return [line for line in lines if line]
