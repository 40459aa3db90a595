"""Reads what somebody looks for, in own words: "something about work and voices, not too heavy".

Dutch and English. What is wanted is found by its words; what comes after a word that says no, up to
the next sign or "but", is not wanted. Nothing is guessed of who asks, and nothing is kept.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from edtui.desk.folding import fold, words
from edtui.desk.stems import Kin
from edtui.records.vocabulary import Vocabulary

LONGEST: Final = 300
"""Signs that are looked at."""

_PARTS = re.compile(r"[,.;:!?\n()]+|\b(?:maar|but|wel)\b", re.IGNORECASE)


def _several(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NO: Final = _several("niet geen zonder niets nooit no not without nothing never")

_HEAVY: Final = _several(
    "zwaar zware heftig heftige hevig schokkend heavy intense hard harsh upsetting shocking"
)
_LIGHT: Final = _several("licht lichte luchtig rustig light lighter gentle")

_FILLING: Final = _several(
    "iets een het de van en of met voor door over bij naar om aan in op uit is was zijn wie wat"
    " dat die dit deze ik wil wilde graag zoek zoekt lees lezen hoor horen verhaal verhalen"
    " iemand mensen ook als te heel erg zo er maar liever liefst misschien wordt werd heeft had"
    " something anything about a an the of and or with for by on in at to from is was are who"
    " that this i want would like look looking read hear story stories someone somebody people"
    " also as too very so there rather please maybe has had"
)

_SHORTEST_LABEL: Final = 4
"""Letters of a word of a list that can be meant by a typed one."""


@dataclass(frozen=True)
class Request:
    """What somebody looks for."""

    wanted: tuple[str, ...] = ()
    """Folded words, in the order in which they were typed."""

    unwanted: tuple[str, ...] = ()
    avoided: frozenset[str] = frozenset()
    """Vocabulary ``story_note_domains``."""

    light: bool = False
    """Nothing that is described at length."""


def read_request(text: str, note_domains: Vocabulary, avoided: Iterable[str] = ()) -> Request:
    """Read a request. Nothing in it is wrong.

    Args:
        text: as it was typed.
        note_domains: vocabulary ``story_note_domains``, to know what is not wanted.
        avoided: what was chosen from that list besides.
    """
    wanted: dict[str, None] = {}
    unwanted: dict[str, None] = {}
    light = False
    for part in _PARTS.split(text[:LONGEST]):
        no = False
        for word in words(part):
            if word in _NO:
                no = True
            elif word in _HEAVY:
                light = light or no
                if not no:
                    wanted[word] = None
            elif word in _LIGHT:
                light = light or not no
            elif word not in _FILLING and len(word) > 1:
                (unwanted if no else wanted)[word] = None
    labels = _labels(note_domains)
    found = {code for word in unwanted for code in _meant(word, labels)}
    return Request(tuple(wanted), tuple(unwanted), frozenset(found) | frozenset(avoided), light)


def _labels(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Give the code of each word of each label, in both languages."""
    return {
        word: term.code
        for term in vocabulary
        for label in (term.nl, term.en, *term.also)
        for word in words(label)
        if len(word) >= _SHORTEST_LABEL and term.code != "other"
    }


def _meant(typed: str, labels: Mapping[str, str]) -> set[str]:
    kin = Kin(fold(typed))
    return {code for word, code in labels.items() if word == typed or kin.has(word)}
