"""Text made equal for comparing and sorting, the same on every machine."""

import unicodedata

# Letters that do not come apart into a letter and an accent.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "_": " "}
)


def fold(text: str) -> str:
    """Give ``text`` without case, accents and differences of spaces."""
    if text.isascii():  # most texts are, and this is ten times quicker
        return " ".join(text.lower().replace("_", " ").split())
    bare = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    kept = "".join(sign for sign in bare if not unicodedata.combining(sign))
    # Taking signs apart can bring capitals and spaces back.
    return " ".join(kept.casefold().split())
