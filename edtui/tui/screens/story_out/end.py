"""What a narrator wants with a story when the organisation ends: seen, and noted."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from edtui.desk.handing_over import said_end, say_end
from edtui.errors import N_
from edtui.locale import _, dates
from edtui.records.story import Story
from edtui.records.story_end import End, StoryEnd
from edtui.tui.dialogs.form import Section as FormSection
from edtui.tui.screens.consent.story_form import StoryForm
from edtui.tui.screens.people.page import Fact, Section
from edtui.tui.widgets.fields import TextField

if TYPE_CHECKING:
    from edtui.tui.screens.stories.node import StoryNode
    from edtui.tui.screens.stories.tools import StoryTools

TITLE = N_("When it ends")


def end_section(tools: "StoryTools", story: Story) -> Section:
    """Give the section of a story's page."""
    from edtui.tui.screens.stories.plug import CONSENT

    said = said_end(tools.desk, story.id)
    if said is None:
        facts = [Fact(_("not asked yet: then nothing of it is passed on or destroyed"), "quiet")]
    else:
        day = dates.full_day(said.said_on) if said.said_on else ""
        told = (tools.words.label("story_ends", said.end.value), said.words, day)
        facts = [Fact(" · ".join(text for text in told if text))]
    return Section("end", _(TITLE), facts, group=CONSENT, form="end")


def open_end(node: "StoryNode") -> None:
    """Ask what the narrator wants."""
    story = node.story
    if story is None:
        return
    desk, tools = node.desk, node.tools()
    said = said_end(desk, story.id)
    fields = [
        tools.choice("end", N_("The narrator wants to"), "story_ends", required=True),
        TextField("words", N_("In words"), max_length=200, help=N_("such as: to whom")),
        TextField("held_by", N_("Who asked"), max_length=80),
    ]

    def save(values: Mapping[str, Any]) -> StoryEnd:
        return say_end(
            desk,
            story.id,
            End(values["end"]),
            held_by=values["held_by"] or "",
            words=values["words"] or "",
        )

    stored = {"end": said.end.value, "words": said.words, "held_by": said.held_by} if said else {}
    node.app.push_screen(
        StoryForm(
            _("{title}, when the organisation ends").format(title=story.title),
            [FormSection("", fields)],
            stored=stored,
            save=save,
            small=True,
        ).about(story.id)
    )
