"""A narrator: how much telling asks, what is agreed, how it was, stories, where they were told.

For the narrator and who looks after the stories. There is no list of narrators, on purpose: nobody
is compared.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date

from textual import work

from edtui.desk import story_reminders
from edtui.desk.session import Desk
from edtui.desk.story_papers import care_of
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, say
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_use import StoryUse
from edtui.tui.commands.base import Command
from edtui.tui.commands.telling import NARRATOR
from edtui.tui.dialogs.form import Form
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.page_screen import PageScreen
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.screens.telling.care_forms import care_form, check_in_form, pause_form
from edtui.tui.screens.telling.sections import (
    care_facts,
    check_in_facts,
    load_section,
    use_sections,
)

CARE, STORIES, TOLD = N_("Care"), N_("Stories"), N_("Told")
_WRITES = frozenset({"edit", "check_in", "pause"})


class NarratorScreen(PageScreen):
    """One narrator; the number is the person's."""

    WHERE = NARRATOR
    MODE = "stories"
    NAME = N_("Narrator")
    logged = 0
    """Number of the person of whom was logged that this is read."""

    def tools(self) -> StoryTools:
        """Give what forms are made with."""
        return StoryTools(self.desk, self.app)

    def find_page(self, number: int) -> Page | None:
        """Give the page; None where the person was erased."""
        if self.desk.find(Person, number) is None:
            return None
        tools = self.tools()
        return Page(number, tools.person_name(number), "", tuple(_sections(tools, number)))

    def on_page_screen_page_read(self, message: PageScreen.PageRead) -> None:
        """Note that the page is read, once."""
        if message.page is not None and self.logged != self.number:
            self.logged = self.number
            self._log_read(self.number)

    @work(thread=True, group="log", exit_on_error=False)
    def _log_read(self, number: int) -> None:
        with suppress(EdtuiError):  # locked meanwhile, or a full disk, which the next save tells
            self.desk.log.read(Person.table, number)

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        return read_only(self) if verb in _WRITES else super().why_not(command)

    def action_edit(self) -> None:
        """Change the part under the cursor."""
        section = self.view.section
        self.open_part(section.form if section is not None and section.form else "care")

    def action_check_in(self) -> None:
        """Note how it is."""
        self.app.push_screen(check_in_form(self.tools(), self.number))

    def action_pause(self) -> None:
        """Note a pause, or end it."""
        self.app.push_screen(pause_form(self.tools(), self.number))

    def action_sheet(self) -> None:
        """Show the narrator's own sheet."""
        from edtui.tui.screens.telling.sheet import SheetScreen

        self.app.push_screen(SheetScreen(self.mode, self.number))

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Read or change the section that was chosen."""
        event.stop()
        if event.section.form:
            self.open_part(event.section.form)

    def open_part(self, form: str) -> None:
        """Open what a section is about."""
        name, _dash, rest = form.partition("-")
        if name == "story":
            from edtui.tui.screens.stories.openings import show_story

            show_story(self, int(rest))
            return
        if (why := read_only(self)) is not None:
            self.app.notify(say(why), markup=False)
            return
        opened = self._form(name, rest)
        if opened is not None:
            self.app.push_screen(opened)

    def _form(self, name: str, rest: str) -> Form | None:
        tools = self.tools()
        if name == "check":
            return check_in_form(tools, self.number)
        if name == "use":
            from edtui.tui.screens.telling.ways import form_of_use

            return form_of_use(tools, int(rest))
        return care_form(tools, self.number)


def _sections(tools: StoryTools, person_id: int) -> Iterable[Section]:
    desk = tools.desk
    care = care_of(desk, person_id)
    load = load_section(desk, person_id, CARE)
    yield load._replace(form="care")
    yield Section("agreed", N_("Agreed"), care_facts(tools, care), CARE, "care")
    yield Section("check-ins", N_("How is it"), check_in_facts(care), CARE, "check")
    stories = sorted(desk.having(Story, "narrator_id", person_id), key=lambda one: one.title)
    ends = {one.story.id: one.ends_on for one in story_reminders.reminders(desk)}
    for story in stories:
        state = DOT.join(filter(None, _state(tools, story)))
        facts = [Fact(story.title), Fact(state, "quiet"), *_ends(desk, ends, story)]
        yield Section(f"story-{story.id}", N_("Story"), facts, STORIES, f"story-{story.id}")
    if not stories:
        yield Section("no-story", N_("Stories"), (), STORIES)
    uses = sorted(desk.having(StoryUse, "narrator_id", person_id), key=_newest, reverse=True)
    yield from use_sections(tools, uses, TOLD)
    if not uses:
        yield Section("no-use", N_("Told"), (), TOLD)


def _state(tools: StoryTools, story: Story) -> tuple[str, ...]:
    return (tools.label("story_workflows", story.workflow.value), story.summary)


def _ends(desk: Desk, ends: Mapping[int, date], story: Story) -> Iterable[Fact]:
    day = ends.get(story.id)
    if day is not None:
        said = _("consent ends {day}").format(day=dates.relative(day, desk.clock.today()))
        yield Fact(said, "attention")


def _newest(use: StoryUse) -> tuple[date, int]:
    return use.on, use.id
