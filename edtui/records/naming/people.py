"""Names that no list knows whole: by title, first name, initials, infix, what is said of them."""

from collections.abc import Iterator, Sequence

from edtui.records.naming.cues import (
    ARTICLES,
    CAPITAL_INFIXES,
    CUES,
    INFIXES,
    SPEAKS,
    STRONG_INFIXES,
    TITLES,
)
from edtui.records.naming.known import KnownNames
from edtui.records.naming.spans import Kind, Span, span
from edtui.records.naming.tokens import Token, tokens
from edtui.records.naming.words import Words

_MANY = 6
"""Words at most after the first one of a name."""


def people(line: str, known: KnownNames, words: Words) -> Iterator[Span]:
    """Give the names of people in a line, in order; they do not overlap."""
    found = tokens(line)
    reader = _Reader(found, known, words)
    i = 0
    while i < len(found):
        count, kind = reader.name_at(i)
        if count:
            yield span(found[i].start, found[i + count - 1].end, kind)
        i += count or 1


class _Reader:
    """Reads names of the words of one line. Counts are words, 0 for no name."""

    def __init__(self, found: Sequence[Token], known: KnownNames, words: Words) -> None:
        self._found = found
        self._known = known
        self._words = words

    def name_at(self, i: int) -> tuple[int, Kind]:
        """Give how many words from word ``i`` on are a name, and of which kind."""
        roster = self._known.at(self._found, i)
        first = self._by_itself(i)
        if roster:
            longer = self._surname(i + roster) if roster == 1 else 0
            return max(first, roster + longer), Kind.ROSTER
        return first, Kind.NAME

    def _by_itself(self, i: int) -> int:
        return (
            self._titled(i)
            or self._with_initials(i)
            or self._first_name(i)
            or self._with_infix(i)
            or self._known_surname(i)
            or self._two_capitals(i)
            or self._said(i)
        )

    def _titled(self, i: int) -> int:
        """As "mevrouw De Vries", "dhr. J. Jansen", "mevr. dr. Al Amrani", "mevrouw jansen"."""
        if self._found[i].folded not in TITLES:
            return 0
        n = 1
        while self._is_next(i + n, " ", ". ", ".") and self._found[i + n].folded in TITLES:
            n += 1
        if not self._is_next(i + n, " ", ". ", "."):
            return 0
        more = (
            self._with_initials(i + n)
            or self._first_name(i + n)
            or self._surname(i + n, lower=True)
        )
        return n + more if more else 0

    def _with_initials(self, i: int) -> int:
        """As "J. Jansen", "A.B. de Vries", "Th. v.d. Berg"."""
        n = 0
        while self._has(i + n) and self._found[i + n].initial and n < 4:
            if n and not self._found[i + n].follows(".", ". "):
                break
            n += 1
        if not n or not self._is_next(i + n, ". ", "."):
            return 0
        more = self._surname(i + n)
        return n + more if more else 0

    def _first_name(self, i: int) -> int:
        token, words = self._found[i], self._words
        word = token.folded
        if word not in words.first_names:
            genitive = word.endswith("s") and word[:-1] in words.first_names and token.capital
            if not genitive or word[:-1] in words.also_words or word in words.no_names:
                return 0
        ordinary = word in words.also_words or word in words.no_names
        n = 1
        # Jan Willem, Anne-Marie
        while self._is_next(i + n, " ", "-") and self._found[i + n].capital and n < 3:
            if self._found[i + n].folded not in words.first_names:
                break
            n += 1
        more = self._surname(i + n)
        certain = not ordinary and (token.text[0].isupper() or len(word) > 3)
        if certain or more or n > 1:
            starts = token.text[0].isupper() or certain
            return n + more if starts else 0
        article = i and self._found[i - 1].folded in ARTICLES
        return 1 if token.capital and not token.begins and not article else 0

    def _surname(self, i: int, *, lower: bool = False) -> int:
        """Give the words of a surname from word ``i`` on, what stands before it included."""
        n = 0
        while (
            self._is_next(i + n, " ", ". ", ".", "'", " '", "' ", " ’", "’ ", "-", " -")
            and n < _MANY
        ):
            token = self._found[i + n]
            if token.folded in INFIXES and not (token.capital and self._ends_here(i + n)):
                n += 1
                continue
            break
        if not self._is_next(i + n, " ", ". ", ".", "-", "'", "’", " '", "' ", "’ "):
            return 0
        token = self._found[i + n]
        common = token.folded in self._words.surnames and (
            n > 0 or token.folded not in self._words.also_words
        )
        cap = token.text[0].isupper() and (len(token.text) > 1 or n == 0) and not token.begins
        if token.text.isupper() and len(token.text) > 1:
            cap = cap and common
        capital = cap and (n > 0 or token.folded not in self._words.no_names or common)
        if not capital and not (common and (lower or n)):
            return 0
        n += 1
        # Smit-de Boer, Dos Santos Silva
        if self._is_next(i + n, "-") and self._has(i + n):
            more = self._surname(i + n)
            n += more
        elif self._is_next(i + n, " ") and self._found[i + n].capital:
            follower = self._found[i + n].folded
            n += 1 if follower not in self._words.no_names else 0
        return n

    def _with_infix(self, i: int) -> int:
        """As "van der Meulen", "v.d. Berg", and "de Vries" where many are called so."""
        if self._found[i].folded not in INFIXES:
            return 0
        n = 1
        while (
            self._is_next(i + n, " ", ".", ". ", " '", "' ", "'")
            and self._found[i + n].folded in INFIXES
            and n < 4
        ):
            n += 1
        if not self._has(i + n):
            return 0
        last, parts = self._found[i + n], tuple(self._found[i + k].folded for k in range(n))
        gap_fits = last.follows(" ", ". ", ".", "' ", "'")
        if not gap_fits or not last.capital or last.begins or last.folded in self._words.no_names:
            return 0
        if parts in STRONG_INFIXES:
            return n + 1
        if parts[0] in CAPITAL_INFIXES and self._found[i].capital:
            return n + 1
        listed = last.folded in self._words.surnames
        return (
            n + 1
            if listed and (self._found[i].capital or last.folded not in self._words.also_words)
            else 0
        )

    def _known_surname(self, i: int) -> int:
        token = self._found[i]
        if token.folded not in self._words.surnames or not token.capital:
            return 0
        return (
            0
            if token.folded in self._words.also_words or token.folded in self._words.no_names
            else 1
        )

    def _two_capitals(self, i: int) -> int:
        """As "Oumou Barry": two words with capitals that are nothing else."""
        if not self._unknown(i) or not self._unknown(i + 1) or not self._is_next(i + 1, " "):
            return 0
        if i and self._found[i - 1].folded in ARTICLES and not self._found[i].begins:
            return 0
        return 2

    def _said(self, i: int) -> int:
        """As "haar broer Ilyo", "met Ilyo", "Ilyo zei"."""
        if not self._unknown(i):
            return 0
        token = self._found[i]
        before = self._found[i - 1].folded if i and not token.begins and token.follows(" ") else ""
        after = self._found[i + 1].folded if self._is_next(i + 1, " ") else ""
        cued = before in CUES
        speaks = after in SPEAKS and before not in ARTICLES
        owns = (
            not token.begins and self._is_next(i + 1, "'", "’") and self._found[i + 1].text == "s"
        )
        return 1 if cued or speaks or owns else 0

    def _unknown(self, i: int) -> bool:
        if not self._has(i):
            return False
        token = self._found[i]
        return token.capital and len(token.text) > 1 and token.folded not in self._words.no_names

    def _ends_here(self, i: int) -> bool:
        """Say whether no word of a name follows: then "Ben" is a name and not an infix."""
        return not self._is_next(i + 1, " ", "-", ". ", "' ") or not (
            self._found[i + 1].capital or self._found[i + 1].folded in INFIXES
        )

    def _has(self, i: int) -> bool:
        return i < len(self._found)

    def _is_next(self, i: int, *gaps: str) -> bool:
        return 0 < i < len(self._found) and self._found[i].gap in gaps
