"""Moving about the calendar: periods, shapes, lanes, layers, filters."""

from dataclasses import replace
from datetime import date

from edtui.desk.calendar_entries import Layer
from edtui.desk.calendar_view import CalendarFilter
from edtui.tui.screens.calendar.looking import Lanes, Looking, Shape
from edtui.tui.screens.calendar.reading import Reading
from edtui.tui.screens.calendar.ways import CalendarWays
from edtui.tui.widgets.calendar_grid import CalendarGrid
from edtui.tui.widgets.calendar_list import CalendarList


class CalendarMoves(CalendarWays):
    """The part of the calendar's screen that looks at other days, or at the same in another way."""

    reading: Reading | None = None
    """What stands in the period; None while it is not known."""

    @property
    def grid(self) -> CalendarGrid:
        """The days."""
        return self.query_one("#grid", CalendarGrid)

    @property
    def list(self) -> CalendarList:
        """What is on the day under the cursor, or on all of them."""
        return self.query_one("#day-list", CalendarList)

    def look(self, looking: Looking) -> None:
        """Look at other days, or at the same in another way."""
        raise NotImplementedError

    def go(self, day: date) -> None:
        """Put the cursor on a day."""
        if self.looking is not None:
            self.look(self.looking.to(day))

    def action_previous(self) -> None:
        """Show the period before."""
        if self.looking is not None:
            self.look(self.looking.turned(-1))

    def action_next(self) -> None:
        """Show the period after."""
        if self.looking is not None:
            self.look(self.looking.turned(1))

    def action_today(self) -> None:
        """Go to today."""
        self.go(self.desk.clock.today())

    def action_go(self) -> None:
        """Go to a date that is typed."""
        from edtui.tui.screens.calendar.go_to import GoTo

        def typed(day: date | None) -> None:
            if day is not None:
                self.go(day)

        self.app.push_screen(GoTo(self.desk.clock.today()), typed)

    def shape(self, shape: Shape) -> None:
        """Show the days in a shape."""
        if self.looking is not None:
            self.look(self.looking.shaped(shape))
            (self.grid if self.grid.display else self.list).focus()

    def action_month(self) -> None:
        """Show a month."""
        self.shape(Shape.MONTH)

    def action_fortnight(self) -> None:
        """Show two weeks."""
        self.shape(Shape.FORTNIGHT)

    def action_week(self) -> None:
        """Show a week."""
        self.shape(Shape.WEEK)

    def action_day(self) -> None:
        """Show a day."""
        self.shape(Shape.DAY)

    def action_agenda(self) -> None:
        """Show four weeks as a list."""
        self.shape(Shape.AGENDA)

    def action_lanes(self) -> None:
        """Give every person a line of its own; then every location; then nobody."""
        looking = self.looking
        if looking is None:
            return
        if looking.shape not in (Shape.WEEK, Shape.DAY):
            looking = looking.shaped(Shape.WEEK)
        order = list(Lanes)
        lanes = order[(order.index(looking.lanes) + 1) % len(order)]
        self.look(replace(looking, lanes=lanes))
        (self.grid if self.grid.display else self.list).focus()

    def action_layers(self) -> None:
        """Choose what is shown."""
        from edtui.tui.screens.calendar.layers import LayersDialog

        def turned(layers: frozenset[Layer]) -> None:
            if self.looking is not None:
                self.look(replace(self.looking, layers=layers))

        if self.looking is not None:
            self.app.push_screen(LayersDialog(self.looking.layers, turned))

    def action_filters(self) -> None:
        """Narrow the calendar."""
        from edtui.tui.screens.calendar.asking import filter_form

        def chosen(where: CalendarFilter | None) -> None:
            if where is not None and self.looking is not None:
                self.look(replace(self.looking, where=where))

        if self.looking is not None and self.reading is not None:
            form = filter_form(self.reading.words, self.looking.where)
            self.app.push_screen(form, chosen)

    def action_back(self) -> None:
        """Go back to the days; there, show everything again."""
        if self.list.has_focus and self.grid.display:
            self.grid.focus()
        elif self.looking is not None and (
            self.looking.is_narrowed or self.looking.layers < frozenset(Layer)
        ):
            self.look(replace(self.looking, where=CalendarFilter(), layers=frozenset(Layer)))
