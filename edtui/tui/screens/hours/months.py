"""A list of one month, that goes to the month before and after."""

from edtui.desk.team_hours import month_of
from edtui.locale import dates
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.screens.visiting.board import Board

_MONTHS = 12


class MonthBoard(Board):
    """A subclass reads ``self.year`` and ``self.month``."""

    def __init__(self, mode: object, tools: PlanTools, year: int = 0, month: int = 0) -> None:
        super().__init__(mode, tools)
        today = tools.desk.clock.today()
        self.year = year or today.year
        self.month = month or today.month

    def said_month(self) -> str:
        """Give the month in words."""
        return dates.month(month_of(self.year, self.month)[0])

    def go_to(self, year: int, month: int) -> None:
        """Show another month."""
        self.year, self.month = year, month
        self.heading = self.headline()
        self.reload()

    def _by(self, months: int) -> None:
        at = self.year * _MONTHS + self.month - 1 + months
        if 2000 * _MONTHS <= at < 2200 * _MONTHS:  # as far as a year of amounts goes
            self.go_to(at // _MONTHS, at % _MONTHS + 1)

    def action_previous(self) -> None:
        """Go to the month before."""
        self._by(-1)

    def action_next(self) -> None:
        """Go to the month after."""
        self._by(1)

    def action_this_month(self) -> None:
        """Go to this month."""
        today = self.desk.clock.today()
        self.go_to(today.year, today.month)
