"""One person's claim of a month: its lines, what it comes to, the limits, how it stands."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from edtui.desk.claims import Sheet, renewed, save_claim, sheet
from edtui.errors import N_, Sentence
from edtui.locale import _, dates, numbers
from edtui.records.claim import Claim, ClaimLine, ClaimStatus
from edtui.tui.commands.base import Command
from edtui.tui.commands.hours import CLAIM
from edtui.tui.screens.hours import claim_steps
from edtui.tui.screens.hours.claim_words import meters, status_words, sums, to_look_at
from edtui.tui.screens.hours.months import MonthBoard
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.screens.visiting.board import Fact
from edtui.tui.widgets.rows import Row
from edtui.tui.widgets.table_columns import Column

PAID = Sentence(N_("It is paid. Take the status back first."))
THE_SAME = Sentence(N_("The reports say the same as this claim."))

Item = tuple[int, ClaimLine]


class ClaimScreen(MonthBoard):
    """The claim of one person for one month."""

    WHERE = CLAIM
    COLUMNS = (
        Column("day", N_("Day"), min=10, max=14, priority=9, sorts=False),
        Column("what", N_("What"), min=14, max=44, priority=8, sorts=False),
        Column("hours", N_("Hours"), min=5, max=8, priority=7, right=True, sorts=False),
        Column("km", N_("Km"), min=4, max=8, priority=5, right=True, sorts=False),
        Column("costs", N_("Costs"), min=8, max=11, priority=6, right=True, sorts=False),
        Column("words", N_("For"), min=8, max=24, priority=2, sorts=False),
    )
    BESIDE = COLUMNS[:5]
    EMPTY = Sentence(
        N_("Nothing was reported for this month. {key} adds a line by hand."), {"key": "e"}
    )

    def __init__(
        self,
        mode: object,
        tools: PlanTools,
        person_id: int,
        year: int,
        month: int,
        *,
        editing: bool = False,
    ) -> None:
        super().__init__(mode, tools, year, month)
        self.person_id = person_id
        self.sheet: Sheet | None = None
        self._editing = editing

    def read(self) -> Sheet:
        """Give the claim as it is, or as it would be."""
        found = sheet(self.desk, self.person_id, self.year, self.month)
        if found.claim.id:
            self.desk.log.read(Claim.table, found.claim.id)
        return found

    def take(self, data: Sheet) -> list[Item]:
        """Keep the claim and give its lines."""
        self.sheet = data
        if self._editing:
            self._editing = False
            self.call_after_refresh(self.action_edit)
        return list(enumerate(data.claim.lines, start=1))

    def number(self, item: Item) -> int:
        """Give the place in the claim."""
        return item[0]

    def row(self, item: Item) -> Row:
        """Give a line."""
        number, line = item
        cells = (
            dates.day(line.day),
            line.what,
            numbers.hours(line.hours) if line.hours else "",
            numbers.number(line.kilometres) if line.kilometres else "",
            numbers.money(line.costs) if line.costs else "",
            line.costs_words,
        )
        return Row(number, cells)

    def tell(self) -> None:
        """Write the sums also where there is no line under the cursor."""
        super().tell()
        if self.is_mounted and self.sheet is not None:
            facts = list(self.facts(None))
            self.show_facts(facts)

    def facts(self, item: Any) -> Iterable[Fact]:  # noqa: ARG002  the same on every line
        """Give what the claim comes to, and how it stands to the limits."""
        if self.sheet is None:
            return
        yield from to_look_at(self.sheet)
        yield from sums(self.sheet)
        yield from meters(self.sheet)
        if self.sheet.claim.notes:
            yield _("Notes"), self.sheet.claim.notes

    def lead(self) -> str:
        """Say how it stands."""
        if self.sheet is None:
            return ""
        said = status_words(self.sheet.claim, self.tools)
        return said if self.sheet.claim.id else _("{status} · made from the reports").format(
            status=said
        )  # fmt: skip

    def headline(self) -> str:
        """Say whose claim of which month it is."""
        name = self.tools.hide(self.sheet.name) if self.sheet is not None else ""
        return " · ".join(filter(None, (_("Claim"), name, self.said_month())))

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in ("back", "amounts", "export"):
            return None
        if (why := read_only(self)) is not None or self.sheet is None:
            return why
        paid = self.sheet.claim.status is ClaimStatus.PAID
        if verb in ("edit", "renew") and paid:
            return PAID
        if verb == "renew" and not self.sheet.differs:
            return THE_SAME
        return claim_steps.why_not(self.sheet, verb) or super().why_not(command)

    def chosen(self, item: Item) -> None:  # noqa: ARG002  the whole claim is one form
        """Change the claim."""
        if self.sheet is not None and self.sheet.claim.status is not ClaimStatus.PAID:
            self.action_edit()

    def action_edit(self) -> None:
        """Change amounts and lines by hand."""
        from edtui.tui.screens.hours.claim_form import claim_form

        if self.sheet is not None:
            self.app.push_screen(claim_form(self.tools, self.sheet, self.said_month()))

    def action_renew(self) -> None:
        """Take over what the reports say now."""
        found = self.sheet
        if found is not None:
            self.attempt(lambda: save_claim(self.desk, renewed(self.desk, found.claim)))

    def action_step(self) -> None:
        """Go to the next status."""
        if self.sheet is not None:
            claim_steps.move(self, self.sheet, 1)

    def action_step_back(self) -> None:
        """Go a status back."""
        if self.sheet is not None:
            claim_steps.move(self, self.sheet, -1)

    def action_amounts(self) -> None:
        """Look at the amounts of the year."""
        claim_steps.show_amounts(self)

    def action_export(self) -> None:
        """Write the claim to a new file."""
        from edtui.desk.claim_leaving import leave_claim
        from edtui.tui.screens.hours.file_form import ask_file

        found = self.sheet
        if found is None:
            return

        def chosen(path: Path | None) -> None:
            if path is not None:
                self.do(
                    _("The claim is written"),
                    lambda: leave_claim(self.desk, found, path),
                    lambda _none: self.app.notify(
                        _("The claim stands in {file}.").format(file=path.name), markup=False
                    ),
                )

        start = Path.home() / f"edtui-p{self.person_id}-{self.year}-{self.month:02d}.xlsx"
        self.app.push_screen(ask_file(_("The claim goes out"), start), chosen)
