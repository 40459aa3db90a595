"""What is known of a story besides its text, as words to search, and where each of them stands."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from edtui.desk.raw import Raw
from edtui.desk.vocabularies import shipped
from edtui.errors import N_
from edtui.records.story_parts import TRAITS

_OWN = {
    "title": N_("Title"),
    "summary": N_("Summary"),
    "narrator_alias": N_("Narrator"),
    "chosen_name": N_("Narrator"),
    "experience": N_("Experience"),
    "themes": N_("Themes"),
    "core_struggle": N_("Core struggle"),
    "helped": N_("What helped"),
    "hindered": N_("What did not help"),
    "purpose_of_narrator": N_("What the narrator wants with it"),
    "not_for": N_("Not for"),
    "wish_recognition": N_("How the narrator wants to be seen"),
    "period_covered": N_("Period"),
}
"""Fields in own words."""

_CODES = {
    "form": ("story_forms", N_("Form")),
    "perspective": ("story_perspectives", N_("Perspective")),
    "dimensions": ("story_dimensions", N_("Area of recovery")),
    "chime": ("story_chime", N_("CHIME")),
    "life_domains": ("story_life_domains", N_("Area of life")),
}
"""Fields in words of a list."""


class Known(NamedTuple):
    """One thing that is known of a story."""

    label: str
    """Message id of what it is called."""

    words: str
    """As they are looked for: a word of a list in both languages."""

    terms: tuple[str, str] = ("", "")
    """A word of a list, in Dutch and in English."""

    def shown(self, language: str) -> str:
        """Give it in one language."""
        return self.terms[0 if language == "nl" else 1] or self.words


def known(document: Raw) -> Iterator[Known]:
    """Give what is known of a story; a word of a list in both languages."""
    for field, label in _OWN.items():
        value = document.get(field)
        if value:
            yield Known(label, value if isinstance(value, str) else " · ".join(value))
    for field, (vocabulary, label) in _CODES.items():
        value = document.get(field)
        for code in (value,) if isinstance(value, str) else value or ():
            if any(terms := _terms(vocabulary, code)):
                yield Known(label, " / ".join(dict.fromkeys(terms)), terms)
    for trait in document.get("traits", ()):
        name = str(trait.get("name", ""))
        for code in trait.get("values", ()):
            if any(terms := _terms(TRAITS.get(name, ""), code)):
                yield Known(N_("Traits"), " / ".join(dict.fromkeys(terms)), terms)
        if trait.get("words"):
            yield Known(N_("Traits"), str(trait["words"]))


def known_of(document: Raw) -> str:
    """Give all of it as one text."""
    return "\n".join(one.words for one in known(document))


@lru_cache(maxsize=512)
def _terms(vocabulary: str, code: str) -> tuple[str, str]:
    """Give a word in Dutch and in English; empty for a code of the team's own."""
    held = shipped().get(vocabulary)
    term = held.get(code) if held is not None else None
    return (term.nl, term.en) if term is not None else ("", "")
