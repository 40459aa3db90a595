"""A compiled catalogue (.mo), looked up where it lies: gettext's own reader takes 3 ms to begin.

Source of the format: GNU gettext manual, "The Format of GNU MO Files". Messages stand sorted, so
a look-up is a binary search. English and Dutch have the same two plural forms.
"""

# Read before the passphrase is asked (DESIGN, section 7), hence no struct, typing or pathlib.
import sys

_MAGIC = 0x950412DE


class Catalogue:
    """Messages by their id; an id without a message stands for itself."""

    def __init__(self, content: bytes = b"") -> None:
        """Take the bytes of a .mo file, as `msgfmt` or Babel writes it on this kind of machine.

        Raises:
            ValueError: they are something else.
        """
        self._content = content
        self._found: dict[str, str] = {}
        self._count = self._number(8) if content else 0
        if content and self._number(0) != _MAGIC:
            raise ValueError("not a catalogue")

    def gettext(self, msgid: str) -> str:
        """Give a message."""
        return self._message(msgid) or msgid

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Give the form of a message for ``count``."""
        forms = self._message(f"{one}\0{many}").split("\0")
        if len(forms) == 2:
            return forms[count != 1]
        return one if count == 1 else many

    def _message(self, msgid: str) -> str:
        if msgid not in self._found:
            self._found[msgid] = self._find(msgid)
        return self._found[msgid]

    def _find(self, msgid: str) -> str:
        wanted = msgid.encode()
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            found = self._text(12, middle)
            if found == wanted:
                return self._text(16, middle).decode()
            if found < wanted:
                low = middle + 1
            else:
                high = middle
        return ""

    def _text(self, table: int, index: int) -> bytes:
        """Give a text of the table whose place stands at ``table``: 12 ids, 16 messages."""
        at = self._number(table) + 8 * index
        length, start = self._number(at), self._number(at + 4)
        return self._content[start : start + length]

    def _number(self, at: int) -> int:
        return int.from_bytes(self._content[at : at + 4], sys.byteorder)
