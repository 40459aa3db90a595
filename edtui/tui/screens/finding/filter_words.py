"""A filter of stories in words."""

from edtui.desk.story_filters import Length, StoryFilter
from edtui.errors import N_
from edtui.locale import _
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.stories.tools import StoryTools

LENGTHS = {
    Length.SHORT: N_("short, up to 3 minutes"),
    Length.MIDDLE: N_("up to 8 minutes"),
    Length.LONG: N_("long, over 8 minutes"),
}
"""How long reading takes, in words (message ids)."""

_LISTS = {
    "dimensions": "story_dimensions",
    "chime": "story_chime",
    "life_domains": "story_life_domains",
    "forms": "story_forms",
    "levels": "story_reading_levels",
}
_FOR = {
    "purpose": "story_purposes",
    "audience": "story_audiences",
    "medium": "story_media",
}


def in_words(where: StoryFilter, tools: StoryTools) -> str:
    """Give it in words, empty for one that does not narrow."""
    parts = [
        tools.label(vocabulary, code)
        for field, vocabulary in _LISTS.items()
        for code in getattr(where, field)
    ]
    parts += [_(LENGTHS[Length(code)]) for code in where.lengths]
    parts += where.themes
    if where.for_somebody:
        parts += [tools.label(vocabulary, getattr(where, name)) for name, vocabulary in
                  _FOR.items()]  # fmt: skip
        parts.append(_("or after asking") if where.ask else "")
    return DOT.join(part for part in parts if part)
