"""The stories' own part of their screens: what a story is, its texts, how far the work is."""

from edtui.tui.commands import stories as _commands  # noqa: F401  its keys
from edtui.tui.screens.stories import own_keys, own_sections, text_keys
from edtui.tui.screens.stories.plug import Area, Key

AREA = Area(
    name="own",
    keys={
        "new": Key(own_keys.new_story, needs=""),
        "edit": Key(own_keys.edit_section),
        "write": Key(text_keys.write),
        "texts": Key(own_keys.show_texts, needs="version", writes=False),
        "step": Key(own_keys.step),
        "names": Key(own_keys.names, why_not=own_keys.behind_curtain),
        "notes": Key(own_keys.content_notes),
        "remove": Key(own_keys.remove, why_not=own_keys.has_texts, asks=own_keys.asks_remove),
        "write_text": Key(text_keys.write_on, needs="version"),
        "describe": Key(text_keys.describe, needs="version"),
        "derive": Key(text_keys.derive, needs="version", why_not=text_keys.no_words),
        "difference": Key(text_keys.difference, needs="version", writes=False,
                          why_not=text_keys.made_of_nothing),
        "approve": Key(text_keys.approve, needs="version", why_not=text_keys.no_words),
        "hand_in": Key(text_keys.hand_in, needs="version", why_not=text_keys.handed_in,
                       asks=text_keys.asks_hand_in),
        "erase_text": Key(text_keys.erase, needs="version", why_not=text_keys.erased,
                          asks=text_keys.asks_erase),
    },
    sections=own_sections.sections,
    summary=own_sections.summary,
    opens={
        "step": own_keys.open_step,
        "story": own_keys.open_form,
        "text": own_keys.open_text,
        "names": own_keys.open_names,
    },
    records={
        "stories": own_keys.show_story,
        "story_versions": own_keys.show_version,
    },
    draft=own_keys.form_of_draft,
)  # fmt: skip
