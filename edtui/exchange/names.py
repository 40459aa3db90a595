"""A name as people write it in one cell, taken apart as Dutch names are."""

import re
from typing import NamedTuple

_INFIX_WORDS = """
    van de den der het 't ’t ‘t 's ’s te ten ter in op aan bij onder over uit uijt voor vd v.d.
    von vom zu zur du des d' la le les l' el al da dos das do di del della los las af toe tot
"""
INFIXES = frozenset(_INFIX_WORDS.split())
"""Words that stand between first name and surname, in lower case."""

_TITLES = re.compile(
    r"^(?:(?:dhr|mw|mevr|mevrouw|meneer|de heer|drs|dr|ir|mr|mrs|ms|prof)\b\.?\s+)+", re.I
)
_CALLED = re.compile(r"\s*[(\"“„]([^()\"“”„]+)[)\"”]\s*")


class NameParts(NamedTuple):
    """A person's name."""

    first_names: str = ""
    infix: str = ""
    surname: str = ""
    called: str = ""


def split_name(text: str) -> NameParts:
    """Take apart "Riet van Dam", "Dam, Riet van", "van Dam, Riet" or "Henriëtte (Riet) Post".

    The last word that is no infix is the surname where nothing says otherwise; one word alone is
    a first name.
    """
    text = _TITLES.sub("", " ".join(text.split()))
    called = ""
    if found := _CALLED.search(text):
        called = found.group(1).strip()
        text = _CALLED.sub(" ", text, count=1).strip()
    if "," in text:
        return _with_comma(text)._replace(called=called)
    words = text.split()
    at = next((i for i, word in enumerate(words) if i and word.lower() in INFIXES), None)
    if at is None:
        return NameParts(" ".join(words[:-1]) or text, "", words[-1] if words[1:] else "", called)
    end = at
    while end < len(words) and words[end].lower() in INFIXES:
        end += 1
    if end == len(words):  # "Riet van": nothing is left to be a surname
        return NameParts(" ".join(words), "", "", called)
    return NameParts(" ".join(words[:at]), " ".join(words[at:end]), " ".join(words[end:]), called)


def split_surname(text: str) -> tuple[str, str]:
    """Take "van der Berg" or "Berg, van der" apart in infix and surname."""
    surname, comma, rest = (part.strip() for part in text.partition(","))
    if comma and rest and all(word.lower() in INFIXES for word in rest.split()):
        return rest, surname
    words = text.split()
    end = 0
    while end < len(words) - 1 and words[end].lower() in INFIXES:
        end += 1
    return " ".join(words[:end]), " ".join(words[end:])


def _with_comma(text: str) -> NameParts:
    parts = [part.strip() for part in text.split(",")]
    infix, surname = split_surname(parts[0])
    rest = " ".join(part for part in parts[1:] if part).split()
    behind = len(rest)
    while behind and rest[behind - 1].lower() in INFIXES:
        behind -= 1
    before = 0
    while before < behind and rest[before].lower() in INFIXES:
        before += 1
    infix = " ".join(filter(None, (infix, *rest[:before], *rest[behind:])))
    return NameParts(" ".join(rest[before:behind]), infix, surname)
