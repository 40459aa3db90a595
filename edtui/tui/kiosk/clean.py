"""Text for a terminal that obeys whatever it is sent: signs that are no letters are taken out."""

import unicodedata

_OUT = frozenset({"Cc", "Cs", "Co", "Cn"})
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Turn the order of what stands around them."""


def clean(text: str) -> str:
    """Give a text of one line without control signs; breaks and tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    spaced = "".join(" " if sign in "\t\n\r\v\f\x85\u2028\u2029" else sign for sign in text)
    return "".join(
        sign for sign in spaced if sign not in _TURNING and unicodedata.category(sign) not in _OUT
    )


def paragraphs(text: str) -> list[str]:
    """Give the lines of a longer text that say something, cleaned."""
    return [line for part in text.splitlines() if (line := clean(part).strip())]
