"""The action points of everybody: mine, late, waited for."""

from collections.abc import Callable, Sequence
from typing import Any

from edtui.desk import actions, folding
from edtui.desk.actions import View
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, explain
from edtui.records.action_point import ActionPoint, is_late
from edtui.records.case import Case
from edtui.tui.commands.base import Command
from edtui.tui.commands.cases import ACTIONS
from edtui.tui.screens.cases.action_form import action_form, drop_form, new_action
from edtui.tui.screens.cases.case_page import action_facts, when_of
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.list_screen import ListScreen, Read
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.summary import Lines
from edtui.tui.screens.people.why_not import NOBODY, read_only
from edtui.tui.widgets.rows import ListSource, Row, RowSource, Toned
from edtui.tui.widgets.table_columns import Column

VIEWS = {
    View.MINE: N_("mine"),
    View.LATE: N_("late"),
    View.WAITING: N_("waiting for"),
    View.OPEN: N_("all open"),
    View.CLOSED: N_("closed"),
}
"""What a view is called."""

_NEEDS_ONE = frozenset({"edit", "done", "drop", "reopen"})
CLOSED = Sentence(N_("It is closed; {key} opens it again."), {"key": "r"})
OPEN = Sentence(N_("It is open already."))


class ActionsScreen(ListScreen):
    """Action points, the first to be done on top."""

    WHERE = ACTIONS
    MODE = "casework"
    NAME = N_("Action points")
    COLUMNS = (
        Column("what", N_("What"), min=20, max=44, priority=9),
        Column("when", N_("When"), min=12, max=26, priority=8),
        Column("who", N_("Who"), min=10, max=22, priority=7),
        Column("case", N_("Case"), min=12, max=22, priority=4),
    )
    BESIDE = COLUMNS[:2]
    EMPTY = Sentence(N_("There is nothing to do here. {key} makes an action point."), {"key": "n"})

    def __init__(self, mode: object, tools: CaseTools, wanted: int = 0) -> None:
        super().__init__(mode)
        self._tools = tools
        self.wanted = wanted
        self.view = View.OPEN

    def tools(self) -> CaseTools:
        """Give what forms are made with."""
        return self._tools.fresh()

    def on_mount(self) -> None:
        """A closed one that is asked for stands among the closed ones."""
        wanted = self.desk.find(ActionPoint, self.wanted)
        if wanted is not None and not wanted.is_open:
            self.view = View.CLOSED

    # Data down

    def find_rows(self, text: str) -> tuple[RowSource, int]:
        """Give the action points of the view that fit what was typed."""
        tools, today = self.tools(), self.desk.clock.today()
        everything = actions.actions(self.desk, self.view)
        handles = {case.id: case.handle for case in self.desk.all(Case)}
        names = self._names(everything)
        typed = folding.words(text)

        def searched(one: ActionPoint) -> str:
            words = (one.what, names[one.id], handles.get(one.case_id or 0, ""))
            return folding.searchable(" ".join(words))

        left = [one for one in everything if folding.has_all(searched(one), typed)]

        def make(one: ActionPoint) -> Row:
            late = is_late(one, today)
            when = dates.relative(one.due, today) if one.due and one.is_open else ""
            when = when or when_of(one, today)
            cells = (
                tools.said(one.what),
                Toned(when, "attention") if late else when,
                tools.hide(names[one.id]) if names[one.id] else _("nobody yet"),
                handles.get(one.case_id or 0, ""),
            )
            return Row(one.id, cells, mark="!" if late else "", dim=not one.is_open)

        keys: dict[str, Callable[[Any], Any]] = {
            "what": lambda one: folding.fold(one.what),
            "who": lambda one: folding.fold(names[one.id]) or None,
            "when": lambda one: one.closed_on or one.due or one.opens,
            "case": lambda one: folding.fold(handles.get(one.case_id or 0, "")) or None,
        }
        return ListSource(left, make, keys=keys), len(everything)

    def _names(self, everything: Sequence[ActionPoint]) -> dict[int, str]:
        """Give who does each; a person's name is looked up once."""
        known: dict[tuple[int | None, str], str] = {}
        found = {}
        for one in everything:
            key = (one.person_id, one.who)
            if key not in known:
                known[key] = actions.who(self.desk, one)
            found[one.id] = known[key]
        return found

    def find_page(self, number: int) -> Read | None:
        """Give what is known of an action point."""
        found = self.desk.find(ActionPoint, number)
        if found is None:
            return None
        tools = self.tools()
        facts = action_facts(self.desk, found, tools)
        sections = [Section("itself", N_("What"), facts, "", "action")]
        case = self.desk.find(Case, found.case_id)
        if case is not None:
            summary = tools.said(case.summary)
            about = [Fact(case.handle), *([Fact(summary)] if summary else [])]
            sections.append(Section("case", N_("Case"), about))
        source = [Fact(tools.words.label("action_sources", found.came_of))] if found.came_of else []
        made = Fact(dates.full_day(found.made_on), "quiet")
        sections.append(Section("made", N_("Made"), [*source, made]))
        page = Page(number, tools.said(found.what), "", tuple(sections))
        lines: Lines = [[(fact.text, fact.tone)] for one in sections for fact in one.facts][:4]
        return Read(page, lines)

    def open_page(self, number: int) -> None:  # noqa: ARG002  the one under the cursor
        """All of an action point stands in its form."""
        self.action_edit()

    def narrowed_to(self) -> str:
        """Give the view in words."""
        return _(VIEWS[self.view])

    def widen(self) -> bool:
        """Go back to everything that is open."""
        if self.view is View.OPEN:
            return False
        self.look_at(View.OPEN)
        return True

    def look_at(self, view: View) -> None:
        """Show other ones."""
        self.view = view
        self.load_rows()

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        if (why := super().why_not(command)) is not None:
            return why
        verb = command.id.rpartition(".")[2]
        if verb in _NEEDS_ONE | {"new"} and (why := read_only(self)) is not None:
            return why
        if verb not in _NEEDS_ONE:
            return None
        action = self.desk.find(ActionPoint, self.number)
        if action is None:
            return NOBODY
        if verb in ("done", "drop"):
            return None if action.is_open else CLOSED
        return OPEN if verb == "reopen" and action.is_open else None

    def action_new(self) -> None:
        """Make an action point, and put the cursor on it."""

        def made(action: ActionPoint | None) -> None:
            if action is not None:
                self.wanted = action.id
                self.load_rows()

        tools = self.tools()
        self.app.push_screen(action_form(tools, new_action(tools)), made)

    def action_edit(self) -> None:
        """Change the one under the cursor."""
        action = self.desk.find(ActionPoint, self.number)
        if action is not None and self.desk.read_only is None:
            self.app.push_screen(action_form(self.tools(), action))

    def action_done(self) -> None:
        """Note that it is done."""
        self._do(lambda number: actions.done(self.desk, number))

    def action_drop(self) -> None:
        """Drop it, and say why."""
        action = self.desk.find(ActionPoint, self.number)
        if action is not None:
            self.app.push_screen(drop_form(self.tools(), action))

    def action_reopen(self) -> None:
        """Open it again."""
        self._do(lambda number: actions.reopen(self.desk, number))

    def action_mine(self) -> None:
        """Show what is to be done by who looks."""
        self.look_at(View.MINE)

    def action_late(self) -> None:
        """Show what is late."""
        self.look_at(View.LATE)

    def action_waiting(self) -> None:
        """Show what others are to do."""
        self.look_at(View.WAITING)

    def action_open(self) -> None:
        """Show everything that is open."""
        self.look_at(View.OPEN)

    def action_closed(self) -> None:
        """Show what was done or dropped."""
        self.look_at(View.CLOSED)

    def _do(self, act: Callable[[int], object]) -> None:
        if self.number is None:
            return
        try:
            act(self.number)
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Change it."""
        event.stop()
        self.action_edit()
