"""What the page of a story says: its own sections, and those of the areas (`plug.py`)."""

from edtui.desk.story_row_making import row_now
from edtui.desk.story_rows import StoryRow
from edtui.records.story import Story
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.page import Page
from edtui.tui.screens.people.summary import Lines
from edtui.tui.screens.stories.areas import areas
from edtui.tui.screens.stories.plug import GROUPS
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.screens.stories.words import look_words, standing_words


def line_of(tools: StoryTools, story: Story) -> StoryRow:
    """Give the line of one story, read now."""
    return row_now(tools.desk, story)


def story_page(tools: StoryTools, story: Story) -> Page:
    """Give the page of a story."""
    sections = [
        section
        for area in areas()
        if area.sections is not None
        for section in area.sections(tools, story)
    ]
    sections.sort(key=lambda one: GROUPS.index(one.group) if one.group in GROUPS else len(GROUPS))
    row, today = line_of(tools, story), tools.desk.clock.today()
    after = (
        tools.narrator(story),
        tools.label("story_workflows", story.workflow.value),
        standing_words(row, today),
        look_words(row, today),
    )
    return Page(story.id, story.title, DOT.join(filter(None, after)), tuple(sections))


def story_summary(tools: StoryTools, story: Story) -> Lines:
    """Give the lines below the list: what the narrator wants comes before what it is."""
    row, today = line_of(tools, story), tools.desk.clock.today()
    narrator = tools.narrator(story)
    look = look_words(row, today)
    head = [(story.title, "name"), (f"{DOT}{narrator}" if narrator else "", "")]
    head.append((f"{DOT}{standing_words(row, today)}", "attention" if row.asks(today) else "quiet"))
    if look:
        head.append((f"{DOT}{look}", "attention" if row.asks(today) else "quiet"))
    lines = [head]
    for area in areas():
        if area.summary is not None and (said := area.summary(tools, story)):
            lines += [[(one, "")] for one in said.splitlines()]
    return lines
