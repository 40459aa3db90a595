"""The ways to telling and care, from a story's page, from Vandaag, from elsewhere."""

from typing import TYPE_CHECKING

from edtui.desk.story_uses import Noted
from edtui.errors import N_
from edtui.locale import _, say
from edtui.records.narrator_care import NarratorCare
from edtui.records.story import Story
from edtui.records.story_gate import Answer
from edtui.records.story_use import StoryUse
from edtui.tui.screens.telling.care_forms import care_form
from edtui.tui.screens.telling.use_forms import told_form, use_form

if TYPE_CHECKING:
    from edtui.tui.dialogs.form import Form
    from edtui.tui.screens.base import DeskScreen
    from edtui.tui.screens.stories.tools import StoryTools


def note_use(screen: "DeskScreen", tools: "StoryTools", story_id: int, version_id: int = 0) -> None:
    """Note that a story was told elsewhere."""
    story = tools.desk.find(Story, story_id)
    if story is None:
        return

    def noted(found: Noted | None) -> None:
        if found is not None and found.verdict.answer is not Answer.YES:
            said = _("It is noted. {reason} Talk about it with the narrator.")
            reason = say(found.verdict.reasons[0])
            text = said.format(reason=reason)
            screen.app.notify(text, severity="warning", timeout=10, markup=False)

    screen.app.push_screen(told_form(tools, story, version_id), noted)


def open_narrator(screen: "DeskScreen", person_id: int) -> None:
    """Show a narrator's page."""
    from edtui.tui.screens.telling.narrator import NarratorScreen

    screen.app.push_screen(NarratorScreen(screen.mode, person_id))


def open_use(screen: "DeskScreen", tools: "StoryTools", use_id: int) -> None:
    """Look back on a use, or correct its line."""
    form = form_of_use(tools, use_id)
    if form is None:
        screen.app.notify(_(N_("This is no longer there.")), markup=False)
    else:
        screen.app.push_screen(form)


def form_of_use(tools: "StoryTools", use_id: int) -> "Form | None":
    """Give the form of a use, also of a story that was withdrawn; None where there is no use."""
    use = tools.desk.find(StoryUse, use_id)
    if use is None:
        return None
    story = tools.desk.find(Story, use.story_id)
    return use_form(tools, use, story.title if story else _("A story that was taken back"))


def form_of_draft(tools: "StoryTools", table: str, number: int, form: str) -> "Form | None":
    """Give the form of a draft; None where its record is gone or it is nothing of telling."""
    owner = form.rpartition("_")[2]
    if table == StoryUse.table:
        if number:
            return form_of_use(tools, number)
        story = tools.desk.find(Story, int(owner)) if owner.isdigit() else None
        return told_form(tools, story) if story is not None else None
    if table == NarratorCare.table:
        care = tools.desk.find(NarratorCare, number) if number else None
        person_id = care.person_id if care else int(owner) if owner.isdigit() else 0
        return care_form(tools, person_id) if person_id else None
    return None
