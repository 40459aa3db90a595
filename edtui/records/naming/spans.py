"""A piece of a text that could name somebody, and which counts where two overlap."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from edtui.errors import N_, Sentence


class Kind(StrEnum):
    """What a piece of a text looks like."""

    EMAIL = "email"
    IBAN = "iban"
    BSN = "bsn"
    PHONE = "phone"
    BIRTH = "birth"
    ADDRESS = "address"
    NUMBER = "number"
    """By which somebody is known somewhere: of a client, a file, a policy."""

    NAME = "name"
    ROSTER = "roster"
    """A name on the roster."""


_SAYS = {
    Kind.EMAIL: N_("This looks like an e-mail address."),
    Kind.IBAN: N_("This looks like an account number."),
    Kind.BSN: N_("This looks like a BSN."),
    Kind.PHONE: N_("This looks like a phone number."),
    Kind.BIRTH: N_("This looks like a date of birth."),
    Kind.ADDRESS: N_("This looks like an address."),
    Kind.NUMBER: N_("This looks like somebody's number."),
    Kind.NAME: N_("This looks like a name."),
    Kind.ROSTER: N_("This is a name on the roster."),
}

_FIRST = tuple(Kind)
"""Which kind counts where two pieces overlap, the first one first; a roster's name aside."""


class Span(NamedTuple):
    """A piece of a text: ``text[start:end]``."""

    start: int
    end: int
    kind: Kind
    sentence: Sentence
    """What it looks like; without the piece itself."""


def span(start: int, end: int, kind: Kind) -> Span:
    """Make a span with the sentence of its kind."""
    return Span(start, end, kind, Sentence(_SAYS[kind]))


def settled(found: Iterable[Span]) -> tuple[Span, ...]:
    """Give spans in the order of the text, of those that overlap the one that counts."""
    kept: list[Span] = []
    for one in sorted(found, key=_rank):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept))


def _rank(one: Span) -> tuple[int, int, int]:
    # "Riet van Dam" of the roster and of the patterns is one name: the longer one.
    kind = Kind.NAME if one.kind is Kind.ROSTER else one.kind
    return (_FIRST.index(kind), one.start - one.end, one.kind is Kind.NAME)
