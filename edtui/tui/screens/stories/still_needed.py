"""What a story still needs before any of it can be shared, in the order in which it is done."""

from collections.abc import Iterable
from typing import NamedTuple

from edtui.desk.story_texts import texts_of
from edtui.errors import N_
from edtui.locale import _
from edtui.records.story import Story, third_parties_open, wording_open
from edtui.records.story_words import Inclusion, NotesState, Workflow
from edtui.tui.screens.people.page import Fact, Section
from edtui.tui.screens.stories.plug import STORY
from edtui.tui.screens.stories.tools import StoryTools


class Need(NamedTuple):
    """One thing, and the form in which it is done."""

    text: str
    form: str


def needs(tools: StoryTools, story: Story) -> Iterable[Need]:
    """Give what is still to be done; nothing of a story that is ready."""
    texts = [one for one in texts_of(tools.desk, story.id) if one.text]
    if not texts:
        yield Need(_("a text"), "text-new")
    elif not any(one.is_approved for one in texts):
        yield Need(_("a text that the narrator approves"), f"text-{texts[-1].id}")
    if not story.purpose_of_narrator:
        yield Need(_("what the narrator wants with it"), "story-wants")
    if story.attribution is None:
        yield Need(_("how the narrator is named"), "story-name")
    if third_parties_open(story):
        yield Need(_("a look at who else could be recognised"), "story-others")
    if story.notes_state is NotesState.NOT_ASSESSED:
        yield Need(_("a look at what it touches on"), "story-notes")
    if wording_open(story):
        yield Need(_("a look at how it speaks of suicide and self-harm"), "story-notes")
    if story.workflow is not Workflow.READY:
        yield Need(_("the step 'ready'"), "step")


def section(tools: StoryTools, story: Story) -> Iterable[Section]:
    """Give the section that says so; none of a story that rests, or that needs nothing."""
    if story.workflow in (Workflow.RESTING, Workflow.ARCHIVED):
        return
    if story.inclusion is Inclusion.REFUSED:
        return
    found = list(needs(tools, story))
    if found:
        facts = [Fact(need.text, "quiet") for need in found]
        yield Section("needed", N_("Still needed"), facts, STORY, found[0].form)
