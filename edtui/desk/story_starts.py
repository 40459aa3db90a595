"""With which words a new version of a text begins: names replaced, an outline to speak from."""

import re
from collections.abc import Iterable

from edtui.desk.story_names import in_place
from edtui.records.story_parts import Replacement
from edtui.records.story_version import paragraphs
from edtui.records.story_words import VersionKind

_END = re.compile(r"(?<=[.!?…])[\"'’”)]*\s")


def start_of(kind: VersionKind, text: str, replaced: Iterable[Replacement]) -> str:
    """Give the text with which a version begins.

    Args:
        kind: what it is to become.
        text: from which it is made.
        replaced: which name or place stands for which.
    """
    if kind is VersionKind.ANONYMISED:
        return in_place(text, replaced)
    if kind is VersionKind.SPOKEN:
        return outline(text)
    return text


def outline(text: str) -> str:
    """Give the first sentence of each paragraph, one a line: to speak from, in own words."""
    return "\n".join(f"- {_END.split(one, maxsplit=1)[0].strip()}" for one in paragraphs(text))
