"""The words of a line, with where each stands and what stands before it."""

import re
from typing import NamedTuple

from edtui.records.folding import fold
from edtui.records.naming.cues import SHORT

_WORD = re.compile(r"[^\W\d_]+")
_ENDS = frozenset(".!?:;\n•–—-*#>|")
"""After one of these with a space, or at the start of a line, a capital says nothing."""


class Token(NamedTuple):
    """One word: letters only."""

    text: str
    folded: str
    start: int
    end: int
    gap: str
    """What stands between the word before and this one."""

    begins: bool
    """It begins a sentence."""

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is: "Riet", not "riet" or "GGZ"."""
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper())

    @property
    def initial(self) -> bool:
        """Whether it could be an initial: "J", "Th"."""
        return self.text[0].isupper() and (
            len(self.text) == 1 or (len(self.text) == 2 and self.text[1].islower())
        )

    def follows(self, *gaps: str) -> bool:
        """Say whether nothing but one of some gaps stands before it."""
        return self.gap in gaps


def tokens(line: str) -> list[Token]:
    """Give the words of a line."""
    found: list[Token] = []
    before = 0
    for match in _WORD.finditer(line):
        gap = line[before : match.start()]
        bare = gap.strip()
        begins = not found or (bool(bare) and bare[-1] in _ENDS and gap[-1:].isspace())
        if begins and bare == "." and found and _abbreviated(found[-1]):
            begins = False
        text = match[0]
        found.append(Token(text, fold(text), match.start(), match.end(), gap, begins))
        before = match.end()
    return found


def _abbreviated(token: Token) -> bool:
    """Say whether the point after a word is of the word and not of the sentence."""
    return token.folded in SHORT or token.initial
