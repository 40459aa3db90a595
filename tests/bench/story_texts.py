"""Invented texts as long and as varied as stories are: some 450 words in 1,500, ever new ones."""

import random
from collections.abc import Iterator
from itertools import accumulate

WORDS = 1_500
_VOCABULARY = 300_000
_OFTEN, _KNOWN = 100, 3_000
_BEGIN = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "sch",
    "t",
    "tr",
    "v",
    "vr",
    "w",
    "z",
]
_MIDDLE = ["a", "e", "i", "o", "u", "aa", "ee", "oo", "ie", "oe", "ij", "ei", "ui", "ou", "eu"]
_END = ["", "", *["n", "r", "l", "t", "s", "k", "m", "p", "d", "st", "nd", "cht", "ng"]]
_TAIL = ["", "", *["en", "de", "te", "ing", "s"]]


def texts(count: int, seed: int = 3) -> Iterator[str]:
    """Give ``count`` texts; half of each are the words that every text is made of."""
    dice = random.Random(seed)
    every = _vocabulary(dice, min(_VOCABULARY, 4_000 + 300 * count))
    # How often a word is used falls with its place, as in any language.
    weights = list(accumulate(1 / (place + 2.7) for place in range(len(every))))

    parts = {few: (every[:few], weights[:few]) for few in (_OFTEN, _KNOWN, len(every))}

    def some(few: int, words: int) -> list[str]:
        return dice.choices(parts[few][0], cum_weights=parts[few][1], k=words)

    for _ in range(count):
        own = some(len(every), WORDS // 12)
        words = some(_OFTEN, WORDS // 2) + some(_KNOWN, WORDS // 4)
        words += dice.choices(own, k=WORDS // 8)
        words += some(len(every), WORDS - len(words))
        dice.shuffle(words)
        yield _written(words)


def _written(words: list[str]) -> str:
    """Give words as sentences in paragraphs, some with a comma, some with an accent."""
    sentences = []
    for number, start in enumerate(range(0, len(words), 12)):
        piece = words[start : start + 12]
        piece[0] = piece[0].capitalize()
        piece[len(piece) // 2] += ","
        if number % 7 == 0:
            piece[-1] += "é"
        sentences.append(" ".join(piece) + (".\n\n" if number % 9 == 8 else ". "))
    return "".join(sentences)


def _vocabulary(dice: random.Random, size: int) -> list[str]:
    """Give words that begin as Dutch ones do; the short ones come first, and are used most."""
    seen: dict[str, None] = {}
    while len(seen) < size:
        parts = 1 if len(seen) < 300 else 2 if len(seen) < 20_000 else dice.choice((2, 2, 3, 4))
        word = "".join(
            dice.choice(_BEGIN) + dice.choice(_MIDDLE) + dice.choice(_END) for _ in range(parts)
        )
        seen[word + (dice.choice(_TAIL) if len(seen) > 300 else "")] = None
    return list(seen)
