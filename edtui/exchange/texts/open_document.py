"""The words of an .odt: paragraphs and headings in their order, without notes and remarks."""

from collections.abc import Mapping

from edtui.exchange.texts.found import Found
from edtui.exchange.texts.xml_in import Handlers, walk

PART = "content.xml"

_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "note", "hidden-text", "hidden-paragraph", "forms", "script"}
)
_MOST_SPACES = 20


def read_open_document(content: bytes) -> Found:
    """Read ``content.xml``.

    Raises:
        edtui.exchange.texts.xml_in.Broken, edtui.exchange.texts.xml_in.Odd: as they say.
    """
    reader = _OpenDocument()
    walk(content, Handlers(reader.start, reader.end, reader.text))
    return reader.found


class _OpenDocument:
    def __init__(self) -> None:
        self.found = Found()
        self._open: list[list[str]] = []
        self._skip = 0
        self._in_body = False
        self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._skip or name in _SKIPPED:
            if not self._skip:
                self.found.remarks += name == "annotation"
                self.found.notes += name == "note"
            self._skip += 1
            return
        match name:
            case "text":
                self._in_body = True
            case "p" | "h" if self._in_body:
                self._open.append([])
                self._style = attributes.get("style-name", "").casefold()
            case "s":
                count = attributes.get("c", "1")
                self._add(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
            case "tab":
                self._add(" ")
            case "line-break":
                self._add("\n")
            case "image":
                self.found.pictures += 1

    def end(self, name: str) -> None:
        if self._skip:
            self._skip -= 1
        elif name in ("p", "h") and self._open:
            paragraph = "".join(self._open.pop())
            if self._style == "title" and not self.found.title and paragraph.strip():
                self.found.title = paragraph.strip()
            else:
                self.found.paragraphs.append(paragraph)

    def text(self, data: str) -> None:
        if not self._skip:
            self._add(" ".join(data.split("\n")))

    def _add(self, piece: str) -> None:
        if self._open:
            self._open[-1].append(piece)
