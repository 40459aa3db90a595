"""One text with a whole name, cut into the parts that a person has."""

from typing import TypedDict

# fmt: off
_INFIXES = frozenset({
    "van", "von", "de", "den", "der", "het", "ter", "ten", "te", "in", "op", "'t", "’t", "du",
    "la", "le", "el", "al", "da", "dos", "del", "di", "bin", "ben", "ibn", "uit", "aan", "bij",
    "onder",
})
# fmt: on


class NameParts(TypedDict):
    """Fields of `edtui.records.person.Person`."""

    first_names: str
    infix: str
    surname: str


def split_name(text: str) -> NameParts:
    """Guess the parts of "Riet van Dam" or "Dam, Riet van"; a lone word is a first name.

    A guess, to be looked at by a person: names do not follow rules.
    """
    before, comma, after = text.partition(",")
    if comma:
        words = after.split()
        first, infix = _until_infix(words)
        return {"first_names": first, "infix": infix, "surname": " ".join(before.split())}
    words = text.split()
    if len(words) < 2:
        return {"first_names": text.strip(), "infix": "", "surname": ""}
    start = next((i for i, w in enumerate(words[:-1]) if i and w.casefold() in _INFIXES), 0)
    if not start:
        return {"first_names": words[0], "infix": "", "surname": " ".join(words[1:])}
    end = start
    while end < len(words) - 1 and words[end].casefold() in _INFIXES:
        end += 1
    return {
        "first_names": " ".join(words[:start]),
        "infix": " ".join(words[start:end]),
        "surname": " ".join(words[end:]),
    }


def _until_infix(words: list[str]) -> tuple[str, str]:
    start = next((i for i, w in enumerate(words) if w.casefold() in _INFIXES), len(words))
    return " ".join(words[:start]), " ".join(words[start:])
