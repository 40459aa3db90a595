"""The way into consent for the rest of the program."""

from typing import TYPE_CHECKING

from edtui.desk import story_asks
from edtui.locale import _
from edtui.records.occasion_words import ReadOccasion
from edtui.records.story import Story
from edtui.records.story_papers import Occasion
from edtui.records.story_version import StoryVersion
from edtui.tui.dialogs.form import Form
from edtui.tui.screens.consent.consent_form import FORM, consent_form
from edtui.tui.screens.consent.consent_page import text_title
from edtui.tui.screens.consent.occasion_form import occasion_form

if TYPE_CHECKING:
    from edtui.tui.screens.stories.node import StoryNode
    from edtui.tui.screens.stories.tools import StoryTools


def consent_draft(tools: "StoryTools", form: str) -> Form | None:
    """Go on with a half typed consent; None where its text is gone."""
    number = form.removeprefix(FORM)
    if not number.isdigit():
        return None
    version = tools.desk.find(StoryVersion, int(number))
    story = tools.desk.find(Story, version.story_id) if version is not None else None
    if version is None or story is None:
        return None
    return consent_form(tools, version, f"{story.title} · {text_title(tools, version)}")


def ask_narrator(node: "StoryNode") -> None:
    """Ask for the occasion, then put the question about the text at hand in the queue."""
    story, version = node.story, node.version
    if story is None or version is None:
        return

    def filled(held: Occasion | None) -> None:
        if held is not None and node.do(
            lambda: story_asks.ask(node.desk, story.id, version.id, held)
        ):
            node.app.notify(_("It stands in the queue of what is to be asked."), markup=False)

    title = f"{story.title} · {text_title(node.tools(), version)}"
    node.app.push_screen(occasion_form(node.tools(), ReadOccasion(), title, story.id), filled)
