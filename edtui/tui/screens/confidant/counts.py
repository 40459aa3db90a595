"""What the confidants counted: a year or a quarter in numbers, small ones hidden."""

from edtui.desk import counter_lines
from edtui.desk.counter_lines import LEAST, Cell, Counts, Group
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.locale import _, ngettext
from edtui.locale.numbers import count, hours
from edtui.tui.commands.confidant import COUNTS
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.page_screen import PageScreen

HIDDEN = "-"
_WIDE = 5
"""Cells of a number."""

NUMBERS = N_("Numbers")


class CountsScreen(PageScreen):
    """The number of the page is the year; ``quarter`` is 0 for all of it."""

    WHERE = COUNTS
    MODE = "casework"
    NAME = N_("Counted by confidants")

    def __init__(self, mode: object, desk: Desk) -> None:
        years = counter_lines.years(desk) or [desk.clock.today().year]
        super().__init__(mode, years[0], years[::-1])
        self.quarter = 0

    def find_page(self, number: int) -> Page | None:
        """Give the page of a year or a quarter."""
        counts = counter_lines.counts(self.desk, number, self.quarter)
        title = str(number)
        if self.quarter:
            title = _("{year}, quarter {quarter}").format(year=number, quarter=self.quarter)
        tools = CaseTools(self.desk, self.app)
        sections = [_whole(counts), *(_section(group, tools) for group in counts.groups)]
        return Page(number, title, "", tuple(sections))

    def action_quarter(self) -> None:
        """Go to the next quarter, and after the fourth to the year."""
        self.quarter = (self.quarter + 1) % 5
        self.reload()


def _whole(counts: Counts) -> Section:
    if counts.total.shown == 0:
        return Section("whole", N_("Matters"), [Fact(_("Nothing was sent to count yet."))], NUMBERS)
    told = ngettext("matter", "matters", counts.total.shown or 2)
    facts = [Fact(told, lead=shown(counts.total).rjust(_WIDE))]
    if counts.minutes:
        facts.append(Fact(_("hours of work"), lead=hours(counts.minutes / 60).rjust(_WIDE)))
    told = _(
        "Fewer than {least} is shown as <{least}; {sign} hides what would give such a number away."
    )
    facts.append(Fact(told.format(least=LEAST, sign=HIDDEN), "quiet"))
    return Section("whole", N_("Matters"), facts, NUMBERS)


def _section(group: Group, tools: CaseTools) -> Section:
    facts = [
        Fact(_label(group, cell.code, tools), lead=shown(cell).rjust(_WIDE)) for cell in group.cells
    ]
    return Section(group.name, group.title, facts, NUMBERS)


def _label(group: Group, code: str, tools: CaseTools) -> str:
    if not code:
        return _("goes on") if group.name == "outcome" else _("not filled in")
    return tools.words.label(group.vocabulary, code) if group.vocabulary else code


def shown(cell: Cell) -> str:
    """Give a number as it may be seen."""
    if cell.shown is not None:
        return count(cell.shown)
    return HIDDEN if cell.beside else f"<{LEAST}"
