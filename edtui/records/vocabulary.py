"""Lists of words that a team chooses from, in Dutch and English, and may add to.

A vocabulary is a TOML file of ``data/vocabulary/`` that a person may edit::

    name = { nl = "herkomst", en = "origin" }
    open = true                                # words may be added in the program

    [terms]
    client = { nl = "cliënt geweest", en = "client", also = ["ex-cliënt"] }
    pilot = { nl = "proef", en = "pilot", retired = true }

Records hold the code, so that a label can change. A term is retired, never taken away: records
that have it keep it, and it is not offered any more. ``short = { nl = "…", en = "…" }`` is what
lists show of a long word. Other keys of a term are kept in ``more``.
"""

import re
import tomllib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from edtui.errors import N_, EdtuiError
from edtui.records.folding import fold

_OWN = ("nl", "en", "retired", "also", "short")
_CODE = re.compile(r"[a-z0-9][a-z0-9_]*")


class VocabularyUnreadable(EdtuiError):
    """A vocabulary file cannot be used (params: ``file``, ``why``)."""

    sentence = N_("The word list {file} cannot be read: {why}")
    hint = N_("Correct the file, or put the one that came with the program back.")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary."""

    code: str
    nl: str
    en: str
    retired: bool = False
    also: tuple[str, ...] = ()
    """Other words for it, by which an import recognises it."""

    more: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """What else the file says of it, such as ``visits_a_year``."""

    short: tuple[str, str] = ("", "")
    """Dutch and English for a narrow column; empty where the word itself is short."""

    def label(self, language: str) -> str:
        """Give the word in a language (``nl`` or ``en``)."""
        return self.nl if language == "nl" else self.en

    def short_label(self, language: str) -> str:
        """Give the word for a narrow column."""
        return self.short[0 if language == "nl" else 1] or self.label(language)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A named list of terms, in the order in which they are offered."""

    name: str
    """The file's name without ``.toml``: ``origins``, ``roles`` …"""

    nl: str
    en: str
    terms: tuple[Term, ...]
    open: bool = True
    """Whether words may be added in the program; the rules know the codes of a closed one."""

    _by_code: dict[str, Term] = field(init=False, repr=False, compare=False)
    _by_word: dict[str, Term] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_word: dict[str, Term] = {}
        for term in self.terms:
            for word in filter(None, (term.code, term.nl, term.en, *term.also, *term.short)):
                by_word.setdefault(fold(word), term)
        object.__setattr__(self, "_by_code", {term.code: term for term in self.terms})
        object.__setattr__(self, "_by_word", by_word)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def title(self, language: str) -> str:
        """Give the name of the list in a language."""
        return self.nl if language == "nl" else self.en

    def get(self, code: str) -> Term | None:
        """Give a term by its code, retired ones too."""
        return self._by_code.get(code)

    def label(self, code: str, language: str) -> str:
        """Give the word for a code; a code that is not known stands for itself."""
        term = self._by_code.get(code)
        return term.label(language) if term else code

    def short_label(self, code: str, language: str) -> str:
        """Give the word of a code for a narrow column."""
        term = self._by_code.get(code)
        return term.short_label(language) if term else code

    def offered(self) -> tuple[Term, ...]:
        """Give the terms to choose from: those not retired."""
        return tuple(term for term in self.terms if not term.retired)

    def find(self, text: str) -> Term | None:
        """Give the term that ``text`` names, by code or word in any language and any case."""
        return self._by_word.get(fold(text))

    def with_terms(self, terms: Iterable[Term]) -> "Vocabulary":
        """Give the list with ``terms`` added at the end; one with a known code replaces it."""
        merged = {term.code: term for term in self.terms}
        merged.update((term.code, term) for term in terms)
        return replace(self, terms=tuple(merged.values()))

    def new_term(self, word: str, *, nl: str = "", en: str = "") -> Term:
        """Make a term of a word that a person added, with a code that is not in use."""
        code = slug(word)
        number = 2
        while code in self._by_code:
            code = f"{slug(word)}_{number}"
            number += 1
        return Term(code, nl or word, en or word)


def slug(word: str) -> str:
    """Give a code for a word: lower case letters a to z, digits, underscores; at most 50."""
    bare = re.sub(r"[^a-z0-9]+", "_", fold(word)).strip("_")[:50].rstrip("_")
    # A word without any Latin letter still needs a code that is the same every time.
    return bare or f"x{zlib.crc32(word.encode('utf-8', 'replace')):08x}"


def load_vocabulary(path: Path) -> Vocabulary:
    """Read one vocabulary file.

    Raises:
        VocabularyUnreadable: it is not there, not TOML, or misses a word.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyUnreadable(file=path.name, why=str(error)) from None
    try:
        name, terms = content["name"], content["terms"]
        return Vocabulary(
            name=path.stem,
            nl=str(name["nl"]),
            en=str(name["en"]),
            terms=tuple(_term(code, fields) for code, fields in terms.items()),
            open=bool(content.get("open", True)),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise VocabularyUnreadable(file=path.name, why=str(error)) from None


def load_vocabularies(folder: Path) -> dict[str, Vocabulary]:
    """Read every vocabulary of a folder, by name.

    Raises:
        VocabularyUnreadable: one of them cannot be read.
    """
    return {path.stem: load_vocabulary(path) for path in sorted(folder.glob("*.toml"))}


def _term(code: str, fields: Mapping[str, Any]) -> Term:
    if not _CODE.fullmatch(code):
        raise ValueError(f"code {code!r}")
    more = {k: v for k, v in fields.items() if k not in _OWN}
    short = fields.get("short", {})
    return Term(
        code=code,
        nl=str(fields["nl"]),
        en=str(fields["en"]),
        retired=bool(fields.get("retired", False)),
        also=tuple(str(word) for word in fields.get("also", ())),
        more=more,
        short=(str(short.get("nl", "")), str(short.get("en", ""))),
    )
