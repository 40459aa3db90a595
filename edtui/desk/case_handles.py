"""Handles for cases: a colour and an animal that nobody uses now, such as "blue heron"."""

from collections.abc import Iterator
from itertools import count

from edtui.desk.folding import fold
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.locale import spoken
from edtui.records.case import Case, CaseStatus
from edtui.records.vocabulary import Term


def new_handle(desk: Desk) -> str:
    """Give a handle in the language in use: that of no case if possible, else of no open one.

    The same animal is not given out twice in two languages.
    """
    every: set[str] = set()
    open_ones: set[str] = set()
    for _number, document in desk.documents(Case):
        handle = fold(str(document["handle"]))
        every.add(handle)
        if document.get("status") != CaseStatus.CLOSED:
            open_ones.add(handle)
    place = spoken()
    for taken in (every, open_ones):
        for words in _pairs(desk):
            if not any(fold(one) in taken for one in words.values()):
                return words[place]
    first = next(_pairs(desk))[place]
    return next(name for name in (f"{first} {n}" for n in count(2)) if fold(name) not in open_ones)


def _pairs(desk: Desk) -> Iterator[dict[str, str]]:
    """Give every colour with every animal in both languages, from a place that chance chooses."""
    words = vocabularies(desk)
    colours, animals = words["handle_colours"].offered(), words["handle_animals"].offered()
    whole = len(colours) * len(animals)
    start = int(desk.clock.new_id(), 16) % whole
    for step in range(whole):
        colour, animal = divmod((start + step) % whole, len(animals))
        yield _both(colours[colour], animals[animal])


def _both(colour: Term, animal: Term) -> dict[str, str]:
    return {language: f"{colour.label(language)} {animal.label(language)}" for language in _SPOKEN}


_SPOKEN = ("nl", "en")
