"""Reading XML that a stranger wrote: no entities, no outside parts, no bottomless nesting.

The parser of the standard library, with every door shut that a document does not need: a document
type is refused before anything in it is looked at, so that nothing can be declared, doubled or
fetched.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NoReturn

# What its known attacks need, a document type, is refused below.
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

DEEPEST = 400
"""Elements within each other; a table in a table in a table has about 40."""

MOST_ELEMENTS = 2_000_000
_PIECE = 64 * 1024


class Odd(Exception):
    """The XML holds what a document never needs."""


class Broken(Exception):
    """It is no whole XML."""


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is called while the document goes by, in its order."""

    start: Callable[[str, Mapping[str, str]], None]
    """Name and attributes of an element, without their namespaces."""

    end: Callable[[str], None]
    text: Callable[[str], None]


def walk(content: bytes, handlers: Handlers) -> None:
    """Go through a document once.

    Raises:
        Broken: it is no whole XML.
        Odd: it has a document type, or is nested deeper than `DEEPEST`.
    """
    parser = ParserCreate(namespace_separator=" ")
    depth = count = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise Odd
        handlers.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handlers.end(_local(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handlers.text
    parser.buffer_text = True
    _shut(parser)
    try:
        for at in range(0, len(content), _PIECE):
            parser.Parse(content[at : at + _PIECE], False)
        parser.Parse(b"", True)
    except (ExpatError, ValueError, LookupError) as error:
        raise Broken from error


def _shut(parser: XMLParserType) -> None:
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.UnparsedEntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.SetParamEntityParsing(0)


def _refuse(*_given: object) -> NoReturn:
    raise Odd


def _local(name: str) -> str:
    """Give a name without its namespace; the two kinds of .docx differ only in that."""
    return sys.intern(name.rpartition(" ")[2])
