"""The words of a .docx: paragraphs in their order. Deleted, hidden and doubled text is left out."""

from collections.abc import Mapping

from edtui.exchange.texts.found import Found
from edtui.exchange.texts.xml_in import Handlers, walk

PART = "word/document.xml"

_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText"})
"""Taken out by a tracked change; the same again for old programs; the code behind a field."""

_PICTURES = frozenset({"pict", "blip"})
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_OFF = frozenset({"0", "false", "off", "none"})


def read_word(content: bytes) -> Found:
    """Read ``word/document.xml``.

    Raises:
        edtui.exchange.texts.xml_in.Broken, edtui.exchange.texts.xml_in.Odd: as they say.
    """
    reader = _Word()
    walk(content, Handlers(reader.start, reader.end, reader.text))
    return reader.found


class _Word:
    def __init__(self) -> None:
        self.found = Found()
        self._open: list[list[str]] = []
        """Pieces of each paragraph that is open: one can stand in a text box of another."""

        self._skip = 0
        self._in_text = self._hidden = self._in_run = False
        self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._skip or name in _SKIPPED:
            self._skip += 1
            return
        match name:
            case "p":
                self._open.append([])
                self._style = ""
            case "pStyle":
                self._style = attributes.get("val", "").casefold()
            case "r":
                self._in_run, self._hidden = True, False
            case "vanish" if self._in_run:
                self._hidden = attributes.get("val", "1") not in _OFF
            case "t":
                self._in_text = True
            case "tab" if self._in_run:
                self._add(" ")
            case "br" | "cr" if self._in_run:
                self._add("\n")
            case "noBreakHyphen":
                self._add("-")
        self.found.pictures += name in _PICTURES
        self.found.notes += name in _NOTES
        self.found.remarks += name == "commentReference"

    def end(self, name: str) -> None:
        if self._skip:
            self._skip -= 1
            return
        if name == "t":
            self._in_text = False
        elif name == "r":
            self._in_run = self._hidden = False
        elif name == "p" and self._open:
            self._close("".join(self._open.pop()))

    def text(self, data: str) -> None:
        if self._in_text and not self._skip:
            self._add(data)

    def _add(self, piece: str) -> None:
        if self._open and not self._hidden:
            self._open[-1].append(piece)

    def _close(self, paragraph: str) -> None:
        is_title = self._style in ("title", "titel")
        if is_title and not self.found.title and paragraph.strip():
            self.found.title = paragraph.strip()
            return
        self.found.paragraphs.append(paragraph)
