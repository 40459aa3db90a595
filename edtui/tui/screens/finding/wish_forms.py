"""The forms of a reader's wishes: for whom, what is better left out, why none of these."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from edtui.errors import N_
from edtui.locale import _
from edtui.records.story_words import Audience, Medium, Purpose
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.narrow import Narrow
from edtui.tui.screens.finding.wishes import NOT_NOW, Wishes
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.fields import Field, TextField

_WHY = 200
"""Signs of why at most."""


def wish_form(tools: StoryTools, wishes: Wishes) -> Form:
    """Make the form; it gives other wishes."""
    fields: list[Field] = [
        tools.pick("purpose", N_("For what"), "story_purposes", required=True),
        tools.pick("audience", N_("For whom"), "story_audiences", required=True),
        tools.pick("medium", N_("In which form"), "story_media", required=True),
        tools.several("avoided", N_("Rather without"), "story_note_domains",
                      help=N_("not offered; nobody keeps what you choose here")),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> Wishes:
        return replace(
            wishes,
            purpose=Purpose(values["purpose"]),
            audience=Audience(values["audience"]),
            medium=Medium(values["medium"]),
            avoided=tuple(values.get("avoided") or ()),
        )

    stored = {
        "purpose": wishes.purpose.value,
        "audience": wishes.audience.value,
        "medium": wishes.medium.value,
        "avoided": wishes.avoided,
    }
    return Narrow(_("For whom"), [Section("", fields)], stored=stored, save=save, small=True)


class Why(NamedTuple):
    """Why none of these, and for how long not."""

    words: str
    scope: str


def none_form(tools: StoryTools) -> Form:
    """Make the form of "none of these"; it gives a `Why`, in which nothing has to stand."""
    fields: list[Field] = [
        TextField("why", N_("Why not"), max_length=_WHY,
                  help=N_("may stay empty; it is gone when you leave the offers")),
        tools.choice("scope", N_("For how long"), "story_hide_scopes", required=True,
                     help=N_("not now: until something else is looked for")),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> Why:
        return Why(str(values.get("why") or ""), str(values["scope"]))

    return Narrow(
        _("None of these"), [Section("", fields)], stored={"scope": NOT_NOW}, save=save, small=True
    )
