"""The words for codes, in the language in use: what pages, lists and forms of mode 2 ask."""

from collections.abc import Iterable

from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.locale import spoken
from edtui.records.vocabulary import Vocabulary


class Words:
    """Every vocabulary of a desk, read once; make a new one when the records changed."""

    def __init__(self, held: dict[str, Vocabulary]) -> None:
        self.held = held

    @classmethod
    def of(cls, desk: Desk) -> "Words":
        """Read the words of a desk."""
        return cls(vocabularies(desk))

    def label(self, vocabulary: str, code: str) -> str:
        """Give the word for a code; a code that is not known stands for itself."""
        held = self.held.get(vocabulary)
        return held.label(code, spoken()) if held and code else code

    def short(self, vocabulary: str, codes: Iterable[str]) -> str:
        """Give the words for several codes as a narrow column has room for."""
        held = self.held.get(vocabulary)
        return ", ".join(held.short_label(code, spoken()) if held else code for code in codes)

    def labels(self, vocabulary: str, codes: Iterable[str]) -> str:
        """Give the words for several codes, with commas between them."""
        return ", ".join(self.label(vocabulary, code) for code in codes)
