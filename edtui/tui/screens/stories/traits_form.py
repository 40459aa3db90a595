"""The form of the traits: own words of the team, and what the narrator says of them."""

from edtui.errors import N_
from edtui.locale import _
from edtui.records.story_parts import TRAITS
from edtui.tui.dialogs.form import Section
from edtui.tui.screens.stories.own_facts import TRAIT_NAMES
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.screens.stories.traits import AGREED, SEVERAL, STRUCK, name_is_free, trait_key
from edtui.tui.widgets.fields import Field, SeveralField, fixed


def trait_sections(tools: StoryTools) -> list[Section]:
    """Make the fields, one a trait."""
    fields: list[Field] = []
    for name, vocabulary in TRAITS.items():
        key, label = trait_key(name), TRAIT_NAMES[name]
        if name_is_free(name):
            fields.append(tools.line(key, label))
        elif name in SEVERAL:
            fields.append(tools.several(key, label, vocabulary))
        else:
            fields.append(tools.pick(key, label, vocabulary))
    names = fixed(*((name, _(label)) for name, label in TRAIT_NAMES.items()))
    said: list[Field] = [
        SeveralField(AGREED, N_("Yes"), names, help=N_("traits in which they know themselves")),
        SeveralField(STRUCK, N_("Not so"), names, help=N_("traits that the narrator strikes")),
    ]
    return [
        Section(N_("As somebody here sees it; leaving it open is fine"), fields),
        Section(N_("What the narrator says of it"), said),
    ]
