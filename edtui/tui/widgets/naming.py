"""What an editor shows of what could name somebody: a quiet underline, a line of words, a list."""

from typing import TYPE_CHECKING, Any

from rich.style import Style
from rich.text import Text

from edtui.locale import _, ngettext, say
from edtui.records.folding import fold
from edtui.tui.widgets.cell_text import cell_text, cut

if TYPE_CHECKING:
    from textual.screen import Screen

    from edtui.desk.naming import NameGuard, StandIn
    from edtui.records.naming import Span

LOOK = Style(underline=True)
"""Seen on any terminal, colours or not."""

AS_IT_IS = "as it is"
_SHOWN = 40
"""Cells at most of a piece in the line of words."""


class Guarding:
    """The guard of one editor, if it has one, and what its writer said may stay."""

    def __init__(self, guard: "NameGuard | None") -> None:
        self._guard = guard
        self._allowed: set[str] = set()

    def spans(self, text: str) -> "tuple[Span, ...]":
        """Give what is marked in a text."""
        return self._kept(text, self._guard.spans(text)) if self._guard else ()

    def line(self, line: str) -> "tuple[Span, ...]":
        """Give what is marked in one line."""
        return self._kept(line, self._guard.line(line)) if self._guard else ()

    def _kept(self, text: str, found: "tuple[Span, ...]") -> "tuple[Span, ...]":
        if not self._allowed:
            return found
        return tuple(one for one in found if fold(text[one.start : one.end]) not in self._allowed)

    def allow(self, piece: str) -> None:
        """Mark a piece no more: it names nobody."""
        self._allowed.add(fold(piece))

    def stand_ins(self, text: str, span: "Span") -> "list[StandIn]":
        """Give what may stand in a piece's place, fitted to the sentence."""
        found = self._guard.stand_ins(text, span) if self._guard else []
        if not begins_sentence(text, span.start):
            return found
        return [one._replace(text=one.text[:1].upper() + one.text[1:]) for one in found]


def begins_sentence(text: str, at: int) -> bool:
    """Say whether a sentence begins at a place of a text."""
    before = text[:at].rstrip(" \t")
    return not before or before[-1] in ".!?\n"


def nearest(found: "tuple[Span, ...]", at: int) -> "Span | None":
    """Give the piece at a place, else the last one before it, else the first."""
    before = [one for one in found if one.start <= at]
    return before[-1] if before else (found[0] if found else None)


def underlined(text: Text, found: "tuple[Span, ...]") -> Text:
    """Mark pieces of a text."""
    for one in found:
        text.stylize(LOOK, one.start, one.end)
    return text


def hint(text: str, found: "tuple[Span, ...]", at: int, key: str) -> str:
    """Give the line of words for a text; empty where nothing was found."""
    one = nearest(found, at)
    if one is None:
        return ""
    piece = cut(cell_text(text[one.start : one.end]), _SHOWN, "…")
    told = _("'{piece}': {what} {key} puts something else there.").format(
        piece=piece, what=_lower(say(one.sentence)), key=key
    )
    more = len(found) - 1
    if not more:
        return told
    counted = ngettext("And one more.", "And {count} more.", more).format(count=more)
    return f"{told} {counted}"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


async def choose_instead(
    screen: "Screen[Any]", guarding: Guarding, text: str, span: "Span"
) -> str | None:
    """Ask what to put in the place of a piece; None for leaving it, which may stay from then on."""
    from edtui.tui.dialogs.pick import Pick
    from edtui.tui.widgets.fields.options import Option

    piece = text[span.start : span.end]
    found = guarding.stand_ins(text, span)
    options = [Option(str(number), one.label) for number, one in enumerate(found)]
    options.append(Option(AS_IT_IS, _("leave it as it is")))
    title = _("In the place of '{piece}'").format(piece=cut(cell_text(piece), _SHOWN, "…"))
    chosen = await screen.app.push_screen_wait(Pick(title, options))
    if chosen is None:
        return None
    if chosen == AS_IT_IS:
        guarding.allow(piece)
        return None
    return found[int(chosen)].text


def without(text: str, start: int, end: int, instead: str) -> tuple[int, int]:
    """Give which piece of a text goes, so that leaving a word out leaves no two spaces."""
    if not instead and text[end : end + 1] == " " and (not start or text[start - 1].isspace()):
        return start, end + 1
    if (
        not instead
        and start
        and text[start - 1] == " "
        and (text[end : end + 1] or ".") in ".,;:!?\n"
    ):
        return start - 1, end
    return start, end
