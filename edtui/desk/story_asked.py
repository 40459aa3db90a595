"""A word that somebody looks for in stories, and what counts as that word."""

from collections.abc import Iterable


class Asked:
    """One typed word, and the other forms of it that stand in some story."""

    def __init__(self, word: str, forms: Iterable[str] = ()) -> None:
        self.word = word
        self.forms = frozenset(forms)

    def fits(self, word: str) -> bool:
        """Say whether a folded word of a text is meant."""
        return word.startswith(self.word) or word in self.forms
