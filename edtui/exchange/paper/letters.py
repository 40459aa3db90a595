"""The letters on paper: which files, which signs they have, and what stands for one they lack."""

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from edtui.errors import N_, EdtuiError

LACKING: Final = "□"
"""Stands where the letters lack a sign."""

FACES: Final = (
    ("serif", "", "serif.ttf"),
    ("serif", "I", "serif-italic.ttf"),
    ("sans", "", "sans.ttf"),
    ("sans", "B", "sans-bold.ttf"),
)
"""Family, style and file of each."""

_JOINERS = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")


class NoPrintPart(EdtuiError):
    """The extra that makes PDF is not installed."""

    sentence = N_("The part that makes pages is not installed.")
    hint = N_("Install edtui with the extra “print”.")


class Printable(NamedTuple):
    """A text in signs that the letters have."""

    text: str
    lacking: frozenset[str]
    """Signs for which `LACKING` stands now."""


def printable(folder: Path, text: str) -> Printable:
    """Give a text as the letters can print it: composed, without signs that nobody sees."""
    known = _signs(folder)
    composed = unicodedata.normalize("NFC", text)
    kept = [sign for sign in composed if sign not in _JOINERS]
    lacking = frozenset(sign for sign in kept if sign not in "\n\t" and ord(sign) not in known)
    if lacking:
        kept = [LACKING if sign in lacking else sign for sign in kept]
    return Printable("".join(kept).replace("\t", "    "), lacking)


@lru_cache(maxsize=2)
def _signs(folder: Path) -> frozenset[int]:
    """Give the signs that all faces have, as code points."""
    try:
        from fontTools.ttLib import TTFont  # only for printing, and in its extra
    except ImportError as error:
        raise NoPrintPart from error
    every = []
    for _family, _style, name in FACES:
        with TTFont(folder / name, lazy=True) as font:
            every.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*every)
