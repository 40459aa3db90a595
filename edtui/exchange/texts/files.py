"""Reading a text from a file of any of the kinds, whatever its name says and whoever made it."""

import io
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from edtui.exchange.delimited import encoding_of
from edtui.exchange.errors import NoSuchFile
from edtui.exchange.texts import open_document, word
from edtui.exchange.texts.errors import BrokenText, NotAText, NoWords, OddText, TextTooBig
from edtui.exchange.texts.found import Found, TextIn, from_lines, joined
from edtui.exchange.texts.markdown import read_markdown
from edtui.exchange.texts.xml_in import Broken, Odd
from edtui.records.case_note import LONGEST
from edtui.records.text import clean_line, clean_notes

FILE_LIMIT: Final = 30 * 1024 * 1024
"""Bytes; a story with photographs in it is smaller."""

PART_LIMIT: Final = 20 * 1024 * 1024
"""Bytes of the one part with the words, unpacked; a story of 200,000 signs needs about 2 MB."""

ENDINGS: Final = (".txt", ".md", ".markdown", ".docx", ".odt")

_LOCKED = b"\xd0\xcf\x11\xe0"
"""How an old .doc begins, and a .docx with a password."""

_MACHINE: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
"""Signs that nobody types; a text has at most a few by accident."""

_DOCUMENTS: Final[dict[str, Callable[[bytes], Found]]] = {
    word.PART: word.read_word,
    open_document.PART: open_document.read_open_document,
}
"""Name of the part of the file that holds the words to what reads it."""


def read_text(path: Path) -> TextIn:
    """Read a text; the file stays as it is.

    Raises:
        BrokenText: it is cut off, or locked with a password.
        NoSuchFile: it is not there, is no file, or may not be read.
        NotAText: it is of another kind.
        NoWords: there is no text in it.
        OddText: it holds what a document never needs.
        TextTooBig: it is more than one story.
    """
    return text_in(path.name, file_bytes(path))


def file_bytes(path: Path) -> bytes:
    """Give what stands in a file; nothing else than a file is opened.

    Raises:
        NoSuchFile: it is not there, is no file, or may not be read.
        TextTooBig: it has more than `FILE_LIMIT` bytes.
    """
    try:
        # Not blocking: a pipe under the name of a story would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise NoSuchFile(name=path.name)
            content = stream.read(FILE_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise NoSuchFile(name=path.name) from error
    if len(content) > FILE_LIMIT:
        raise TextTooBig(name=path.name)
    return content


def text_in(name: str, content: bytes) -> TextIn:
    """Give the words of a file by its name and bytes; see `read_text`."""
    stem, ending = Path(name).stem, Path(name).suffix.casefold()
    if content.startswith(_LOCKED):
        raise BrokenText(name=name)
    if content.startswith(b"PK"):
        found = _document(name, content)
        text = joined(found.paragraphs)
    elif ending in (".docx", ".odt"):
        raise BrokenText(name=name)
    elif ending in (".txt", ".md", ".markdown", ""):
        said = _decoded(name, content)
        if len(said) > 2 * LONGEST:
            raise TextTooBig(name=name)
        markdown = ending in (".md", ".markdown")
        found = read_markdown(said) if markdown else Found()
        text = joined(found.paragraphs) if markdown else from_lines(said)
    else:
        raise NotAText(name=name)
    text = str(clean_notes(text))
    if not text:
        raise NoWords(name=name)
    if len(text) > LONGEST:
        raise TextTooBig(name=name)
    title = str(clean_line(found.title or stem))[:200]
    return TextIn(title, text, found.pictures, found.notes, found.remarks)


def _document(name: str, content: bytes) -> Found:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [part for part in _DOCUMENTS if part in archive.NameToInfo]
            if not parts:
                raise NotAText(name=name)
            with archive.open(parts[0]) as stream:
                # Read up to the limit, whatever the file says of its own size.
                inner = stream.read(PART_LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise BrokenText(name=name) from error
    except (RuntimeError, NotImplementedError) as error:  # sealed with a password, oddly packed
        raise BrokenText(name=name) from error
    if len(inner) > PART_LIMIT:
        raise TextTooBig(name=name)
    try:
        return _DOCUMENTS[parts[0]](inner)
    except Odd as error:
        raise OddText(name=name) from error
    except Broken as error:
        raise BrokenText(name=name) from error


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")):
        raise NotAText(name=name)
    text = content.decode(encoding_of(content), errors="replace")
    if len(_MACHINE.findall(text)) > len(text) // 100:
        raise NotAText(name=name)
    return text
