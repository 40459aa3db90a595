"""The way into consent for the rest of the program."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from edtui.desk import story_asks
from edtui.desk.story_exit import verdict_on
from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.records.occasion_words import ReadOccasion
from edtui.records.story import Story
from edtui.records.story_gate import Answer, Exit
from edtui.records.story_papers import Occasion
from edtui.records.story_version import StoryVersion
from edtui.tui.dialogs.form import Form
from edtui.tui.screens.consent.consent_form import FORM, consent_form
from edtui.tui.screens.consent.consent_page import text_title
from edtui.tui.screens.consent.occasion_form import from_values, occasion_form

if TYPE_CHECKING:
    from edtui.tui.screens.stories.node import StoryNode
    from edtui.tui.screens.stories.tools import StoryTools

NOTHING_TO_ASK = N_("Nothing can be asked now. {reason}")
NOT_ASKED = N_("This cannot be asked. {reason}")


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


def why_not_ask(node: "StoryNode") -> Sentence | None:
    """Give why the narrator is not asked now, whatever the occasion would be."""
    story, version = node.story, node.version
    if story is None or version is None:
        return None
    why = story_asks.why_not(node.desk, story.id, version.id)
    return None if why is None else Sentence(NOTHING_TO_ASK, {"reason": why})


def ask_narrator(node: "StoryNode") -> None:
    """Ask for the occasion, then put the question about the text at hand in the queue."""
    story, version = node.story, node.version
    if story is None or version is None:
        return
    desk = node.desk

    def check(values: Mapping[str, Any]) -> Mapping[str, Sentence]:
        held = from_values(desk, values)
        if held is None:
            return {}
        verdict = verdict_on(desk, story.id, version.id, held, Exit.TELLING)
        if verdict.answer is Answer.NO:
            # Where somebody is typing: the words fill in the fields below them.
            by_words = form.sheet.fields["words"].touched
            said = Sentence(NOT_ASKED, {"reason": verdict.reasons[0]})
            return {"words" if by_words else "medium": said}
        return {}

    def keep(held: Occasion) -> None:
        story_asks.ask(desk, story.id, version.id, held)

    def filled(held: Occasion | None) -> None:
        if held is not None:
            node.app.notify(_("It stands in the queue of what is to be asked."), markup=False)

    title = f"{story.title} · {text_title(node.tools(), version)}"
    form = occasion_form(node.tools(), ReadOccasion(), title, story.id, check=check, keep=keep)
    node.app.push_screen(form, filled)
