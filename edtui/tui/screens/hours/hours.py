"""Hours of a month: planned and done by person, against what was agreed."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from edtui.desk.calendar_entries import Entry
from edtui.desk.team_hours import PersonHours, leave_hours, month_of, team_hours
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, numbers
from edtui.records.folding import fold
from edtui.tui.commands.hours import HOURS
from edtui.tui.screens.calendar.words import CalendarWords, times
from edtui.tui.screens.hours.months import MonthBoard
from edtui.tui.screens.visiting.board import Fact
from edtui.tui.widgets.rows import Row, Toned
from edtui.tui.widgets.table_columns import Column


class HoursScreen(MonthBoard):
    """Everybody of the team in one month."""

    WHERE = HOURS
    COLUMNS = (
        Column("name", N_("Name"), min=14, max=30, priority=9),
        Column("planned", N_("Planned"), min=7, max=9, priority=6, right=True),
        Column("done", N_("Done"), min=6, max=9, priority=7, right=True),
        Column("agreed", N_("Contract"), min=8, max=11, priority=5, right=True),
        Column("left", N_("Left"), min=8, max=9, priority=8, right=True),
        Column("km", N_("Km"), min=4, max=9, priority=3, right=True),
        Column("costs", N_("Costs"), min=8, max=11, priority=2, right=True),
    )
    BESIDE = COLUMNS[:5]
    EMPTY = Sentence(N_("There is nobody on the team yet."))
    NEEDS_ROW = frozenset({"calendar"})
    _entries: dict[int, list[Entry]]

    def read(self) -> tuple[list[PersonHours], dict[int, list[Entry]]]:
        """Give everybody's hours, and what they are made of."""
        first, last = month_of(self.year, self.month)
        index = self.tools.index
        found: dict[int, list[Entry]] = {}
        for entry in sorted(index.entries(first, last)):
            for one in entry.people:
                found.setdefault(one.person_id, []).append(entry)
        return team_hours(self.desk, index, first, last), found

    def take(self, data: Any) -> list[PersonHours]:
        """Keep what the hours are made of."""
        people, self._entries = data
        return list(people)

    def number(self, item: PersonHours) -> int:
        """Give the person's number."""
        return item.person_id

    def row(self, item: PersonHours) -> Row:
        """Give a person's line."""
        left = item.sum.left
        over = left is not None and left < 0
        shown = "" if left is None else numbers.hours(left)
        cells = (
            self.tools.hide(item.name),
            _hours(item.sum.planned),
            _hours(item.sum.done),
            "" if item.sum.agreed is None else numbers.hours(item.sum.agreed),
            Toned(shown, "attention") if over else shown,
            numbers.number(item.kilometres) if item.kilometres else "",
            numbers.money(item.costs) if item.costs else "",
        )
        return Row(item.person_id, cells, "!" if over else "", not item.sum.total)

    def keys(self) -> dict[str, Callable[[Any], Any]]:
        """Give by what the list sorts."""
        return {
            "name": lambda one: fold(one.name),
            "planned": lambda one: one.sum.planned,
            "done": lambda one: one.sum.done,
            "agreed": lambda one: one.sum.agreed,
            "left": lambda one: one.sum.left,
            "km": lambda one: one.kilometres,
            "costs": lambda one: one.costs,
        }

    def facts(self, item: PersonHours) -> Iterable[Fact]:
        """Give what the hours of a person are made of."""
        yield f"{self.tools.hide(item.name)} · {self.said_month()}", ""
        left = item.sum.left
        if left is not None and left < 0:
            said = _("{hours} more than was agreed").format(hours=numbers.hours(-left))
            yield _("Look at"), said
        words = CalendarWords.of(self.desk, self.tools.index, self.app)
        for entry in self._entries.get(item.person_id, ()):
            when = f"{dates.day(entry.day)} {times(entry)}".strip()
            what = " · ".join(filter(None, (words.what(entry), words.where(entry))))
            yield when, f"{what} · {words.status(entry.status)}"
        if item.person_id not in self._entries:
            yield _("Nothing in the calendar this month."), ""

    def headline(self) -> str:
        """Say which month it is."""
        return " · ".join((_("Hours"), self.said_month()))

    def chosen(self, item: PersonHours) -> None:
        """Show the claim of a person."""
        from edtui.tui.screens.hours.claim import ClaimScreen

        screen = ClaimScreen(self.mode, self.tools, item.person_id, self.year, self.month)
        self.app.push_screen(screen)

    def action_calendar(self) -> None:
        """Show the calendar of the person under the cursor."""
        from edtui.tui.screens.calendar.jump import show_soon

        day = month_of(self.year, self.month)[0]
        show_soon(self.app, day=day, person_id=self.current.person_id)

    def action_claims(self) -> None:
        """Go to the claims of this month."""
        from edtui.tui.screens.hours.claims import ClaimsScreen

        self.app.switch_screen(ClaimsScreen(self.mode, self.tools, self.year, self.month))

    def action_export(self) -> None:
        """Write the hours to a new file."""
        from edtui.tui.screens.hours.file_form import ask_file

        first, last = month_of(self.year, self.month)
        people = list(self.items)

        def chosen(path: Path | None) -> None:
            if path is not None:
                self.do(
                    _("The hours are written"),
                    lambda: leave_hours(self.desk, people, first, last, path),
                    lambda _none: self.app.notify(
                        _("The hours stand in {file}.").format(file=path.name), markup=False
                    ),
                )

        start = Path.home() / f"edtui-{self.year}-{self.month:02d}.xlsx"
        self.app.push_screen(ask_file(_("The hours of everybody go out"), start), chosen)


def _hours(value: float) -> str:
    return numbers.hours(value) if value else ""
