"""The form in which stories are narrowed."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from edtui.desk.story_filters import StoryFilter, themes_in_use
from edtui.errors import N_
from edtui.locale import _
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.narrow import Narrow
from edtui.tui.screens.finding.filter_words import LENGTHS
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.fields import Option, SeveralField, YesNoField, fixed


def filter_form(tools: StoryTools, where: StoryFilter) -> Form:
    """Make the form; its result is a `StoryFilter`. An empty field does not narrow.

    Args:
        tools: what fields are made with.
        where: what stands in it.
    """

    def themes() -> list[Option]:
        return [Option(theme, theme) for theme in themes_in_use(tools.desk)]

    lengths = fixed(*((code.value, _(word)) for code, word in LENGTHS.items()))
    about = Section(
        N_("About"),
        [
            SeveralField("themes", N_("Themes"), themes),
            tools.several("dimensions", N_("Area of recovery"), "story_dimensions"),
            tools.several("chime", N_("CHIME"), "story_chime"),
            tools.several("life_domains", N_("Area of life"), "story_life_domains"),
        ],
    )
    text = Section(
        N_("The text"),
        [
            tools.several("forms", N_("Form"), "story_forms"),
            SeveralField("lengths", N_("Length"), lengths),
            tools.several("levels", N_("Reading level"), "story_reading_levels"),
        ],
    )
    fit = Section(
        N_("Fit for"),
        [
            tools.pick("purpose", N_("For what"), "story_purposes",
                       help=N_("only stories with a text that may; choose all three")),
            tools.pick("audience", N_("For whom"), "story_audiences"),
            tools.pick("medium", N_("In which form"), "story_media"),
            YesNoField("ask", N_("After asking too"), required=True,
                       help=N_("also where the narrator wants to be asked each time")),
        ],
    )  # fmt: skip

    def save(values: Mapping[str, Any]) -> StoryFilter:
        given: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list | tuple) else value
            for name, value in values.items()
            if value not in (None, "")
        }
        return StoryFilter(**given)

    sections = [about, text, fit]
    return Narrow(_("Which stories"), sections, stored=asdict(where), save=save, small=True)
