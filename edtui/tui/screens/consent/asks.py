"""What is to be asked of narrators for one occasion each, and what they said."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from edtui.desk import folding, story_asks
from edtui.desk.stories import narrator_name
from edtui.errors import N_, NotAllowed, Sentence
from edtui.locale import _, dates
from edtui.records.story import Story
from edtui.records.story_ask import StoryAsk
from edtui.tui.commands.base import Command
from edtui.tui.commands.may_we import ASKS
from edtui.tui.dialogs.form import Section as FormSection
from edtui.tui.screens.consent.ask_words import (
    NAMES,
    View,
    question_page,
    said_state,
    view_of,
)
from edtui.tui.screens.consent.story_form import StoryForm
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.fields import Field, TextField
from edtui.tui.widgets.rows import ListSource, Row, RowSource, Toned
from edtui.tui.widgets.table_columns import Column

_WRITES = frozenset({"asked", "yes", "no"})
OVER = Sentence(N_("Its day is over: that is the same as a no."))


class AsksScreen(ListScreen):
    """Questions to narrators, the soonest day first."""

    WHERE = ASKS
    MODE = "stories"
    NAME = N_("To ask")
    COLUMNS = (
        Column("day", N_("Day"), min=11, max=18, priority=9),
        Column("story", N_("Story"), min=16, max=36, priority=8),
        Column("state", N_("Stands"), min=12, max=22, priority=7),
        Column("narrator", N_("Narrator"), min=10, max=22, priority=6),
        Column("what", N_("Occasion"), min=14, max=36, priority=5),
    )
    BESIDE = (
        Column("day", N_("Day"), min=9, max=12, priority=7),
        Column("story", N_("Story"), min=12, max=36, priority=9),
        Column("state", N_("Stands"), min=10, max=14, priority=8),
    )
    EMPTY = Sentence(N_("Nothing is to be asked. In '{may}' {key} puts a question here."),
                     {"may": Sentence(N_("May we?")), "key": "a"})  # fmt: skip
    stays_when_withdrawn = True

    def __init__(self, mode: object, wanted: int = 0) -> None:
        super().__init__(mode)
        self.wanted = wanted
        self.view = View.WAITING

    def tools(self) -> StoryTools:
        """Give what forms are made with."""
        return StoryTools(self.desk, self.app)

    def on_mount(self) -> None:
        """One that is asked for may stand in another view."""
        asked = self.desk.find(StoryAsk, self.wanted)
        if asked is not None:
            self.view = view_of(asked, self.desk.clock.today())

    # Data down

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the questions of the view that fit what was typed."""
        tools, today = self.tools(), self.desk.clock.today()
        everything = self._questions(today)
        titles = {story.id: story for story in self.desk.all(Story)}
        typed = folding.words(text)

        def title(one: StoryAsk) -> str:
            story = titles.get(one.story_id)
            return story.title if story is not None else ""

        left = [
            one for one in everything
            if folding.has_all(folding.searchable(title(one), one.occasion, one.place), typed)
        ]  # fmt: skip

        def make(one: StoryAsk) -> Row:
            waits = self.view is View.WAITING
            to_ask = waits and one.asked_on is None
            state = said_state(one, today)
            cells = (
                dates.relative(one.on, today) if waits else dates.short_day(one.on),
                title(one),
                Toned(state, "attention") if to_ask else state,
                self._narrator(titles.get(one.story_id)),
                one.occasion or tools.words.label("story_purposes", one.purpose.value),
            )
            return Row(one.id, cells, mark="!" if to_ask else "", dim=not waits)

        keys: dict[str, Callable[[Any], Any]] = {
            "day": lambda one: one.on,
            "story": lambda one: folding.fold(title(one)),
            "state": lambda one: one.asked_on,
        }
        return ListSource(left, make, keys=keys), len(everything)

    def _questions(self, today: date) -> list[StoryAsk]:
        if self.view is View.WAITING:
            return story_asks.queue(self.desk)
        if self.view is View.LAPSED:
            return sorted(story_asks.lapsed(self.desk), key=lambda one: one.on, reverse=True)
        found = [one for one in self.desk.all(StoryAsk) if view_of(one, today) is View.ANSWERED]
        return sorted(found, key=lambda one: (one.answered_at is None, one.on), reverse=True)

    def _narrator(self, story: Story | None) -> str:
        if story is None:
            return ""
        try:
            name = narrator_name(self.desk, story)
        except NotAllowed:
            name = story.narrator_alias
        return self.tools().hide(name) if name else ""

    def narrowed_to(self) -> str:
        """Give which view it is."""
        return _(NAMES[self.view])

    def widen(self) -> bool:
        """Go back to what waits."""
        if self.view is View.WAITING:
            return False
        self._show_view(View.WAITING)
        return True

    def find_page(self, number: int) -> Read | None:
        """Give the whole question."""
        one = self.desk.find(StoryAsk, number)
        story = self.desk.find(Story, one.story_id) if one is not None else None
        if one is None or story is None:
            return None
        return question_page(one, story.title, self.tools().words.label, self.desk.clock.today())

    def open_page(self, number: int) -> None:
        """Go to the story."""
        from edtui.tui.screens.stories.openings import show_story

        one = self.desk.find(StoryAsk, number)
        if one is not None and self.desk.find(Story, one.story_id) is not None:
            show_story(self, one.story_id)

    # Keys

    @property
    def asked(self) -> StoryAsk | None:
        """The question under the cursor."""
        return self.desk.find(StoryAsk, self.number)

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in _WRITES | {"story"} and self.number is None:
            return NOBODY
        if verb in _WRITES:
            if (why := read_only(self)) is not None:
                return why
            if self.view is View.LAPSED:
                return OVER
        return super().why_not(command)

    def action_asked(self) -> None:
        """Note that the narrator was asked."""
        one = self.asked
        if one is None:
            return
        field = self.tools().choice("via", N_("How"), "story_withdrawn_via")

        def save(values: Mapping[str, Any]) -> StoryAsk:
            return story_asks.asked(self.desk, one.id, values.get("via", ""))

        self._form(one, N_("asked"), [field], save)

    def action_yes(self) -> None:
        """Note a yes."""
        self._answer(yes=True)

    def action_no(self) -> None:
        """Note a no."""
        self._answer(yes=False)

    def _answer(self, *, yes: bool) -> None:
        one = self.asked
        if one is None:
            return
        fields: list[Field] = [
            TextField("words", N_("In their words"), max_length=200,
                      help=N_("may stay empty; a reason is never asked")),
            self.tools().choice("via", N_("How"), "story_withdrawn_via"),
            TextField("by", N_("Who answered"), max_length=80,
                      help=N_("only where it was not the narrator, as the narrator chose")),
        ]  # fmt: skip

        def save(values: Mapping[str, Any]) -> StoryAsk:
            return story_asks.answer(self.desk, one.id, yes=yes, **values)

        self._form(one, N_("said yes") if yes else N_("said no"), fields, save)

    def _form(
        self, one: StoryAsk, what: str, fields: list[Field], save: Callable[..., Any]
    ) -> None:
        story = self.desk.find(Story, one.story_id)
        title = f"{story.title if story else ''} · {_(what)}"
        form = StoryForm(title, [FormSection("", fields)], stored={}, save=save, small=True)
        self.app.push_screen(form.about(one.story_id))

    def action_story(self) -> None:
        """Go to the story."""
        if self.number is not None:
            self.open_page(self.number)

    def action_waiting(self) -> None:
        """Show what waits."""
        self._show_view(View.WAITING)

    def action_answered(self) -> None:
        """Show what was answered."""
        self._show_view(View.ANSWERED)

    def action_lapsed(self) -> None:
        """Show what nobody answered."""
        self._show_view(View.LAPSED)

    def _show_view(self, view: View) -> None:
        self.view = view
        self.load_rows()
