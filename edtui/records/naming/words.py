"""The word lists of ``data/naming``: plain text, words with spaces between them, ``#`` comments."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from edtui.records.folding import fold


class Words(NamedTuple):
    """What is known of words, folded."""

    first_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    """Without what stands before them."""

    also_words: frozenset[str] = frozenset()
    """Names that are ordinary words too."""

    no_names: frozenset[str] = frozenset()
    """Written with a capital somewhere and name nobody."""


NO_WORDS = Words()


@lru_cache(maxsize=4)
def load_words(folder: Path) -> Words:
    """Read the lists of a folder; one that is not there is empty."""
    return Words(*(_read(folder / f"{name}.txt") for name in Words._fields))


def _read(path: Path) -> frozenset[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()  # without a list less is found, and nothing breaks
    return frozenset(fold(word) for line in lines for word in line.partition("#")[0].split())
