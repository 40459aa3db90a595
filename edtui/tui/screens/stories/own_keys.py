"""What the stories' own keys do: begin a story, change a part of it, its step, its names."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from edtui.desk import stories
from edtui.desk.story_names import names_of, save_names
from edtui.desk.story_texts import texts_of
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain, say
from edtui.records.story import Story
from edtui.records.story_parts import StoryNames
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Workflow
from edtui.tui.screens.stories.openings import show_text
from edtui.tui.screens.stories.own_facts import short_title
from edtui.tui.screens.stories.tools import StoryTools

if TYPE_CHECKING:
    from edtui.tui.dialogs.form import Form
    from edtui.tui.screens.stories.node import StoryNode


WITHDRAW = Sentence(
    N_("There is a text with this story; withdrawing lets it go for good, and the proof stays.")
)

CURTAIN = Sentence(N_("Names are hidden now; {key} shows them."), {"key": "f9"})


def new_story(node: "StoryNode") -> None:
    """Begin a story, and put the cursor on it."""
    from edtui.tui.screens.stories import forms
    from edtui.tui.screens.stories.ways import StoryWays

    def begun(found: Story | None) -> None:
        if found is not None and isinstance(node, StoryWays):
            node.wanted = found.id
            node.load_rows()

    node.app.push_screen(forms.story_form(node.tools(), forms.new_story()), begun)


def edit_section(node: "StoryNode") -> None:
    """Change what is under the cursor; in the list what the story is."""
    section = node.section
    node.edit(section.form if section is not None and section.form else "story-what")


def open_form(node: "StoryNode", name: str) -> None:
    """Open a form of the story."""
    from edtui.tui.screens.stories.forms import story_form

    story = node.story
    if story is not None:
        version = node.version
        text_id = version.id if version is not None else 0
        node.app.push_screen(story_form(node.tools(), story, name, text_id=text_id))


def content_notes(node: "StoryNode") -> None:
    """Note what the story touches on."""
    open_form(node, "notes")


def step(node: "StoryNode") -> None:
    """Say how far the work on the story is."""
    from edtui.tui.dialogs.form import Form, Section
    from edtui.tui.widgets.fields import Field

    story, tools = node.story, node.tools()
    if story is None:
        return
    fields: list[Field] = [tools.choice("workflow", N_("Step"), "story_workflows", required=True)]

    def save(values: Mapping[str, Any]) -> Story:
        return stories.set_workflow(tools.desk, story.id, Workflow(values["workflow"]))

    stored = {"workflow": story.workflow.value}
    title = f"{short_title(story)} · {_('Step')}"
    node.app.push_screen(Form(title, [Section("", fields)], stored=stored, save=save, small=True))


def open_step(node: "StoryNode", _rest: str) -> None:
    """Say how far the work is, from the page."""
    step(node)


def names(node: "StoryNode") -> None:
    """Open the replacement list of the story."""
    open_names(node, "")


def behind_curtain(node: "StoryNode") -> Sentence | None:
    """The list is nothing but names: it stays shut while names are hidden."""
    return CURTAIN if getattr(node.app, "curtain", False) else None


def open_names(node: "StoryNode", _rest: str) -> None:
    """Open the replacement list of the story, which stands under another key."""
    story, why = node.story, behind_curtain(node)
    if why is not None:
        node.app.notify(say(why), severity="warning", markup=False)
    if story is None or why is not None:
        return
    try:
        form = names_form(node.tools(), story)
    except EdtuiError as error:  # the key to it is not held here
        node.app.notify(explain(error), severity="warning", markup=False)
        return
    node.app.push_screen(form)


def names_form(tools: StoryTools, story: Story) -> "Form":
    """Make the form of the replacement list.

    Raises:
        NotAllowed: the key to it is not held here.
    """
    from edtui.tui.dialogs.form import Section
    from edtui.tui.screens.people.record_form import Part, record_form
    from edtui.tui.screens.stories.forms_parts import names as names_field

    held = names_of(tools.desk, story.id)
    fields = [names_field("replacements", N_("Names and places"))]
    title = f"{short_title(story)} · {_('Names replaced')}"
    sections = [Section(N_("Kept under another key than the text"), fields)]
    name = "names" if held.id else f"names_{story.id}"

    def save(changed: StoryNames) -> StoryNames:
        return save_names(tools.desk, changed)

    return record_form(tools.desk, held, Part(name, title, sections), save)


def remove(node: "StoryNode") -> None:
    """Remove a story that was begun by mistake."""
    node.do(lambda: stories.remove_story(node.desk, node.number))


def has_texts(node: "StoryNode") -> Sentence | None:
    """Say that a story with a text is withdrawn, and not removed."""
    written = node.number is not None and texts_of(node.desk, node.number)
    return WITHDRAW if written else None


def asks_remove(node: "StoryNode") -> Sentence | None:
    """Ask before a story goes."""
    story = node.story
    msgid = N_("Remove {title}? u takes it back.")
    return Sentence(msgid, {"title": story.title}) if story is not None else None


def show_texts(node: "StoryNode") -> None:
    """Show the text under the cursor, or the one that counts."""
    version = node.version
    if version is not None:
        show_text(node, version.id)


def open_text(node: "StoryNode", rest: str) -> None:
    """Show a text, or begin the first."""
    from edtui.tui.screens.stories.text_keys import write

    if rest.isdigit():
        show_text(node, int(rest))
    else:
        write(node)


def show_story(node: "StoryNode", number: int) -> None:
    """Put the cursor of the list on a story."""
    from edtui.tui.screens.stories.ways import StoryWays

    if isinstance(node, StoryWays):
        node.to_story(number)


def show_version(node: "StoryNode", number: int) -> None:
    """Show a text over its story."""
    version = node.desk.find(StoryVersion, number)
    if version is not None:
        show_story(node, version.story_id)
        show_text(node, number)


def form_of_draft(tools: StoryTools, table: str, number: int, form: str) -> "Form | None":
    """Give the form of a draft of a story or of its names; None where it is none of these."""
    from edtui.tui.screens.stories import forms, text_forms

    desk = tools.desk
    if table == StoryNames.table:
        held = desk.find(StoryNames, number) if number else None
        about = held.story_id if held else int(form.rpartition("_")[2] or 0)
        story = desk.find(Story, about)
        return names_form(tools, story) if story is not None else None
    if table == StoryVersion.table and form == text_forms.FACTS:
        version = desk.find(StoryVersion, number)
        return text_forms.facts_form(tools, version) if version is not None else None
    if table != Story.table or not form.startswith("story_"):
        return None
    story = desk.find(Story, number) if number else forms.new_story()
    return forms.story_form(tools, story, form.removeprefix("story_")) if story else None
