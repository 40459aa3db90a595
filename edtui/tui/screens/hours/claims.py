"""The claims of a month: who gets what, how it stands to the limits, what is paid."""

from collections.abc import Callable, Iterable
from typing import Any

from edtui.desk.claims import Sheet, sheets
from edtui.errors import N_, Sentence
from edtui.locale import _, ngettext, numbers
from edtui.locale.numbers import count
from edtui.records.claim import ClaimStatus
from edtui.records.folding import fold
from edtui.tui.commands.base import Command
from edtui.tui.commands.hours import CLAIMS
from edtui.tui.screens.hours import claim_steps
from edtui.tui.screens.hours.claim_words import mark_of, meters, status_words, sums, to_look_at
from edtui.tui.screens.hours.months import MonthBoard
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.screens.visiting.board import Fact
from edtui.tui.widgets.rows import Row
from edtui.tui.widgets.table_columns import Column

_WRITES = frozenset({"step", "step_back", "new"})


class ClaimsScreen(MonthBoard):
    """Everybody with something to claim for a month."""

    WHERE = CLAIMS
    COLUMNS = (
        Column("name", N_("Name"), min=14, max=28, priority=9),
        Column("hours", N_("Hours"), min=5, max=8, priority=5, right=True),
        Column("km", N_("Km"), min=4, max=8, priority=4, right=True),
        Column("costs", N_("Costs"), min=8, max=11, priority=3, right=True),
        Column("total", N_("Together"), min=9, max=12, priority=8, right=True),
        Column("status", N_("Status"), min=9, max=20, priority=7),
    )
    EMPTY = Sentence(
        N_("Nothing was reported for this month. {key} makes a claim all the same."), {"key": "n"}
    )
    NEEDS_ROW = frozenset({"step", "step_back"})

    def read(self) -> list[Sheet]:
        """Give the claims of the month."""
        return sheets(self.desk, self.year, self.month)

    def number(self, item: Sheet) -> int:
        """Give the person's number."""
        return item.claim.person_id

    def row(self, item: Sheet) -> Row:
        """Give a claim's line."""
        claim = item.claim
        cells = (
            self.tools.hide(item.name),
            numbers.hours(claim.hours),
            numbers.number(claim.kilometres) if claim.kilometres else "",
            numbers.money(claim.for_costs) if claim.for_costs else "",
            numbers.money(claim.total),
            status_words(claim, self.tools),
        )
        return Row(claim.person_id, cells, mark_of(item), claim.status is ClaimStatus.PAID)

    def keys(self) -> dict[str, Callable[[Any], Any]]:
        """Give by what the list sorts."""
        order = list(ClaimStatus)
        return {
            "name": lambda one: fold(one.name),
            "hours": lambda one: one.claim.hours,
            "km": lambda one: one.claim.kilometres,
            "costs": lambda one: one.claim.for_costs,
            "total": lambda one: one.claim.total,
            "status": lambda one: order.index(one.claim.status),
        }

    def facts(self, item: Sheet) -> Iterable[Fact]:
        """Give what a claim comes to, and how it stands to the limits."""
        yield f"{self.tools.hide(item.name)} · {status_words(item.claim, self.tools)}", ""
        yield from to_look_at(item)
        yield from sums(item)
        yield from meters(item)

    def lead(self) -> str:
        """Say what is left to pay."""
        if not self.items:
            return ""
        unpaid = [one.claim for one in self.items if one.claim.status is not ClaimStatus.PAID]
        said = ngettext("{count} claim not paid yet", "{count} claims not paid yet", len(unpaid))
        total = numbers.money(sum(one.total for one in unpaid))
        said = said.format(count=count(len(unpaid)))
        return f"{said} · {total}" if unpaid else _("Everything of this month is paid.")

    def headline(self) -> str:
        """Say which month it is."""
        return " · ".join((_("Claims"), self.said_month()))

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in _WRITES and (why := read_only(self)) is not None:
            return why
        return super().why_not(command) or (
            claim_steps.why_not(self.current, verb) if self.is_mounted else None
        )

    def chosen(self, item: Sheet) -> None:
        """Open a claim."""
        self._open(item.claim.person_id)

    def _open(self, person_id: int, *, editing: bool = False) -> None:
        from edtui.tui.screens.hours.claim import ClaimScreen

        screen = ClaimScreen(
            self.mode, self.tools, person_id, self.year, self.month, editing=editing
        )
        self.app.push_screen(screen)

    def action_step(self) -> None:
        """Go to the next status."""
        claim_steps.move(self, self.current, 1)

    def action_step_back(self) -> None:
        """Go a status back."""
        claim_steps.move(self, self.current, -1)

    def action_new(self) -> None:
        """Make a claim for somebody of whom nothing was reported."""
        from edtui.tui.dialogs.form import Form, Section

        field = self.tools.person("person", N_("Whose claim"), required=True)

        def chosen(number: int | None) -> None:
            if number:
                self._open(number, editing=True)

        form = Form(
            _("A claim of {month}").format(month=self.said_month()),
            [Section("", [field])],
            save=lambda values: values["person"],
            small=True,
        )
        self.app.push_screen(form, chosen)

    def action_amounts(self) -> None:
        """Look at the amounts of the year."""
        claim_steps.show_amounts(self)

    def action_hours(self) -> None:
        """Go to the hours of this month."""
        from edtui.tui.screens.hours.hours import HoursScreen

        self.app.switch_screen(HoursScreen(self.mode, self.tools, self.year, self.month))
