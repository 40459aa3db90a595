"""The recovery sheet: sixteen words on paper that open the vault when the passphrase is lost.

It is shown once, as text to print or to write over, and then two of its words are asked, so that
nobody keeps a sheet with a slip of the pen.
"""

import secrets
from collections.abc import Sequence
from datetime import date

from edtui.locale import _, dates

GROUP = 4
"""Words a line."""

ASKED = 2


def groups(words: Sequence[str]) -> list[list[tuple[int, str]]]:
    """Give the words in lines of four, each with its number from 1."""
    numbered = list(enumerate(words, start=1))
    return [numbered[start : start + GROUP] for start in range(0, len(numbered), GROUP)]


def sheet_text(words: Sequence[str], *, team: str, user: str, day: date) -> str:
    """Give the sheet as text, to print: for whom, the words, and what to do with it."""
    wide = max(map(len, words), default=0)
    lines = [
        "  ".join(f"{number:2} {word:<{wide}}" for number, word in group).rstrip()
        for group in groups(words)
    ]
    return "\n".join(
        [
            _("Recovery sheet of {name}").format(name=user),
            _("Team {team}, {day}").format(team=team, day=dates.long_day(day)),
            "",
            *lines,
            "",
            _("These words open the vault when the passphrase is lost."),
            _("Keep this sheet in a safe place, apart from the computer."),
            _("An older sheet opens nothing any more."),
        ]
    )


def places_to_ask(words: Sequence[str]) -> list[int]:
    """Give the numbers (from 1) of two words to type over, in order."""
    return sorted(secrets.SystemRandom().sample(range(1, len(words) + 1), ASKED))


def is_right(words: Sequence[str], place: int, typed: str) -> bool:
    """Say whether what was typed is the word at a place; its first four letters will do."""
    word, given = words[place - 1].casefold(), typed.strip().casefold()
    return len(given) >= min(4, len(word)) and word.startswith(given)
