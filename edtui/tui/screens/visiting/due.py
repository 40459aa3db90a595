"""Which locations ask for a visit, by their windows, and how often each is visited."""

from collections.abc import Callable, Iterable
from typing import Any

from edtui.desk.due_visits import DueLocation, due_locations, due_sentence, norm_of
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, ngettext, say
from edtui.locale.numbers import count
from edtui.records.folding import fold
from edtui.records.organisation import Location
from edtui.records.visiting_norm import DueState, VisitingNorm
from edtui.tui.commands.base import Command
from edtui.tui.commands.visiting import DUE
from edtui.tui.screens.planning.tools import PlanTools, cannot_write
from edtui.tui.screens.visiting.board import Board, Fact
from edtui.tui.screens.visiting.words import window_words
from edtui.tui.widgets.rows import Row, Toned
from edtui.tui.widgets.table_columns import Column

_NOW = (DueState.OVERDUE, DueState.DUE)
_STATES = list(DueState)


class DueScreen(Board):
    """Every location with a norm; overdue ones first."""

    WHERE = DUE
    COLUMNS = (
        Column("name", N_("Location"), min=18, max=28, priority=9),
        Column("when", N_("When"), min=27, max=38, priority=8),
        Column("last", N_("Last visit"), min=14, max=16, priority=6),
        Column("theme", N_("Last theme"), min=18, max=24, priority=3),
        Column("best", N_("Best day"), min=12, max=20, priority=2),
        Column("cluster", N_("Cluster"), min=7, max=12, priority=4),
    )
    BESIDE = COLUMNS[:3]
    EMPTY = Sentence(N_("No location asks for a visit now. {key} shows all."), {"key": "f"})
    NEEDS_ROW = frozenset({"visit", "norm", "calendar"})

    def __init__(self, mode: object, tools: PlanTools) -> None:
        super().__init__(mode, tools)
        self.everything = False
        self._total = 0

    def read(self) -> list[DueLocation]:
        """Give every location with a norm."""
        return due_locations(self.desk, self.tools.index)

    def take(self, data: list[DueLocation]) -> list[DueLocation]:
        """Leave out what does not ask for a visit now."""
        self._total = len(data)
        return [one for one in data if self.everything or one.due.state in _NOW]

    def number(self, item: DueLocation) -> int:
        """Give the location's number."""
        return item.location_id

    def row(self, item: DueLocation) -> Row:
        """Give a location's line."""
        late = item.due.state is DueState.OVERDUE
        when = say(due_sentence(item.due))
        last = dates.short_day(item.due.last) if item.due.last else _("never")
        cells = (
            item.name,
            Toned(when, "attention") if late else when,
            last,
            self.tools.words.label("themes", item.last_theme) if item.last_theme else "",
            _best(item, self.tools),
            item.cluster,
        )
        return Row(item.location_id, cells, "!" if late else "", item.due.state not in _NOW)

    def keys(self) -> dict[str, Callable[[Any], Any]]:
        """Give by what the list sorts."""
        return {
            "name": lambda one: fold(one.name),
            "when": lambda one: (_STATES.index(one.due.state), str(one.due.closes or "")),
            "last": lambda one: one.due.last,
            "cluster": lambda one: fold(one.cluster) or None,
        }

    def facts(self, item: DueLocation) -> Iterable[Fact]:
        """Give what helps to plan a visit there."""
        yield item.name, ""
        norm = norm_of(self.desk, item.location_id)
        place = self.tools.held(item.location_id)
        if item.organisation:
            yield _("Organisation"), item.organisation
        yield _("How often"), often(norm, place, self.tools)
        due = item.due
        if due.opens and due.closes:
            yield _("Between"), dates.period(due.opens, due.closes)
        if due.planned:
            yield _("Planned"), dates.echo(due.planned, self.desk.clock.today())
        if due.last:
            theme = self.tools.words.label("themes", item.last_theme) if item.last_theme else ""
            echo = dates.echo(due.last, self.desk.clock.today())
            yield _("Last visit"), " · ".join(filter(None, (echo, theme)))
        best = _best(item, self.tools)
        if best:
            yield _("Best day"), best
        if item.not_alone:
            yield _("Mind"), _("nobody goes there alone")
        if place is not None and place.access_contact:
            yield _("Ask for"), place.access_contact
        if norm.note:
            yield _("Agreed"), norm.note

    def lead(self) -> str:
        """Say what is shown."""
        late = sum(one.due.state is DueState.OVERDUE for one in self.items)
        if not late:
            return ""
        said = ngettext(
            "{count} location waits longer than was agreed.",
            "{count} locations wait longer than was agreed.",
            late,
        )
        return said.format(count=count(late))

    def headline(self) -> str:
        """Say how many there are."""
        of = _("{shown} of {total}").format(shown=len(self.items), total=self._total)
        shown = count(self._total) if len(self.items) == self._total else of
        return " · ".join((_("To be visited"), shown))

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in ("visit", "norm", "plan_round") and (why := cannot_write(self.desk)):
            return why
        return super().why_not(command)

    def chosen(self, item: DueLocation) -> None:
        """Plan a visit there."""
        from edtui.tui.screens.planning.openings import new_activity

        day = max(self.desk.clock.today(), item.due.opens or self.desk.clock.today())
        new_activity(self.app, day, location_id=item.location_id)

    def action_visit(self) -> None:
        """Plan a visit to the location under the cursor."""
        self.chosen(self.current)

    def action_norm(self) -> None:
        """Change how often it is visited."""
        from edtui.tui.screens.visiting.norm_form import norm_form

        self.app.push_screen(norm_form(self.tools, self.current.location_id))

    def action_all(self) -> None:
        """Show all locations, or only those that ask for a visit."""
        self.everything = not self.everything
        self.reload()

    def action_plan_round(self) -> None:
        """Plan a round."""
        from edtui.tui.screens.visiting.openings import plan_round

        plan_round(self.app)

    def action_calendar(self) -> None:
        """Show the calendar of the location under the cursor."""
        from edtui.tui.screens.calendar.jump import show_soon

        show_soon(self.app, location_id=self.current.location_id)


def often(norm: VisitingNorm, place: Location | None, tools: PlanTools) -> str:
    """Give in words how often a location is visited."""
    from edtui.records.organisation import visiting_norm

    if norm.windows:
        return "; ".join(window_words(one) for one in norm.windows)
    times = norm.visits_a_year
    if times is None and place is not None:
        times = visiting_norm(place, tools.words.held["location_kinds"])
    said = (
        ngettext("{count} time a year", "{count} times a year", times).format(count=times)
        if times
        else _("no norm")
    )
    if norm.paused_until:
        day = dates.full_day(norm.paused_until)
        said += " · " + _("not before {day}").format(day=day)
    return said


def _best(item: DueLocation, tools: PlanTools) -> str:
    day = tools.words.label("weekdays", item.best_day) if item.best_day else ""
    return " ".join(filter(None, (day, item.best_time)))
