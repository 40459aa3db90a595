"""Text as one types it when searching: without case and accents, cut into words."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_OWN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŀ": "l", "æ": "ae", "œ": "oe"}
)
"""Letters that Unicode does not take apart into a letter and a sign."""


def fold(text: str) -> str:
    """Give ``text`` without case and accents: "Łukasz Ünal" becomes "lukasz unal"."""
    if text.isascii():  # most texts are, and this runs over every word of the vault
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(s for s in bare if not unicodedata.combining(s)).translate(_OWN_LETTERS)


def words(text: str) -> list[str]:
    """Give the folded words of a text, in order."""
    return _WORD.findall(fold(text))


def has_all(searched: str, typed: list[str]) -> bool:
    """Say whether every typed word begins some word of ``searched``.

    Args:
        searched: folded words with a space before each (`searchable`).
        typed: folded words.
    """
    return all(f" {word}" in searched for word in typed)


def searchable(*texts: str) -> str:
    """Give the words of texts, folded, with a space before each: what `has_all` looks in."""
    return "".join([f" {word}" for text in texts if text for word in words(text)])
