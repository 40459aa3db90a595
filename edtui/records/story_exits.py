"""The ways in which a story leaves, and the forms of sharing that each can be."""

from enum import StrEnum
from typing import Final

from edtui.records.story_words import Audience, Medium


class Exit(StrEnum):
    """The ways in which a story leaves."""

    TELLING = "telling"
    """Told from memory: nothing leaves the program; the narrator's yes is needed all the same."""

    KIOSK = "kiosk"
    READING = "reading"
    PROJECTING = "projecting"
    PRINTING = "printing"
    EXPORT = "export"
    BOOKLET = "booklet"
    QUOTING = "quoting"
    SNIPPET = "snippet"


_DIGITAL = frozenset({Medium.INTERNAL_DIGITAL})
_SPOKEN = frozenset({Medium.TOLD_BY_SELF, Medium.READ_ALOUD, Medium.THEATRE})

MEDIA: Final[dict[Exit, frozenset[Medium]]] = {
    Exit.TELLING: frozenset(Medium),
    Exit.KIOSK: _DIGITAL,
    Exit.READING: _DIGITAL | _SPOKEN,
    Exit.PROJECTING: _DIGITAL | _SPOKEN,
    Exit.PRINTING: frozenset({Medium.ON_PAPER}),
    Exit.EXPORT: frozenset(
        {Medium.ON_PAPER, Medium.INTERNAL_DIGITAL, Medium.WEB, Medium.AUDIO, Medium.VIDEO}
    ),
    Exit.BOOKLET: frozenset({Medium.ON_PAPER}),
    Exit.QUOTING: frozenset({Medium.QUOTE_ONLY}),
    Exit.SNIPPET: _DIGITAL,
}
"""Exit to the forms of sharing that it can be."""

WORKROOM: Final = frozenset(
    {(Audience.COORDINATOR, one) for one in (Exit.READING, Exit.SNIPPET)}
    | {
        (Audience.SELF_ONLY, one)
        for one in (Exit.READING, Exit.SNIPPET, Exit.PRINTING, Exit.EXPORT)
    }
)
"""Who looks after it reads it; its own narrator gets it. Neither is sharing."""
