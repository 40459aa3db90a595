"""The way to hours and claims for the rest of the program."""

from typing import Any

from edtui.desk.claims import year_amounts
from edtui.locale import _
from edtui.records.claim import Claim
from edtui.records.year_amounts import YearAmounts
from edtui.tui.screens.planning.tools import PlanTools, tools_for
from edtui.tui.screens.visiting.board import NO_KEY
from edtui.tui.screens.visiting.openings import mode_of


def open_hours(app: Any) -> None:
    """Show the hours of this month."""
    tools = _tools(app)
    if tools is None:
        return
    from edtui.tui.screens.hours.hours import HoursScreen

    app.push_screen(HoursScreen(mode_of(app), tools))


def open_claims(app: Any, number: int = 0) -> None:
    """Show the claims of this month, or one claim.

    Args:
        app: the program.
        number: of a claim; 0 for the month.
    """
    tools = _tools(app)
    if tools is None:
        return
    from edtui.tui.screens.hours.claim import ClaimScreen
    from edtui.tui.screens.hours.claims import ClaimsScreen

    claim = tools.desk.find(Claim, number)
    if claim is None:
        app.push_screen(ClaimsScreen(mode_of(app), tools))
        return
    screen = ClaimScreen(mode_of(app), tools, claim.person_id, claim.year, claim.month)
    app.push_screen(screen)


def open_amounts(app: Any, number: int = 0) -> None:
    """Look at the amounts of a year.

    Args:
        app: the program.
        number: of saved amounts; 0 for those of this year.
    """
    tools = _tools(app)
    if tools is None:
        return
    from edtui.tui.screens.hours.amounts_form import amounts_form

    saved = tools.desk.find(YearAmounts, number)
    year = saved.year if saved is not None else tools.desk.clock.today().year
    app.push_screen(amounts_form(tools.desk, year_amounts(tools.desk, year)))


def open_draft(app: Any, table: str, number: int, form: str) -> bool:
    """Go on with what was half typed; False where it is nothing of these screens."""
    parts = form.split("-")
    if not all(part.isdecimal() for part in parts[1:]):
        return False
    numbers = [int(part) for part in parts[1:]]
    tools = _tools(app) if table in (Claim.table, YearAmounts.table) else None
    if tools is None:
        return False
    if parts[0] == "amounts" and len(numbers) == 1:
        from edtui.tui.screens.hours.amounts_form import amounts_form

        app.push_screen(amounts_form(tools.desk, year_amounts(tools.desk, numbers[0])))
        return True
    if parts[0] == "claim" and len(numbers) == 3:
        from edtui.tui.screens.hours.claim import ClaimScreen

        app.push_screen(ClaimScreen(mode_of(app), tools, *numbers, editing=True))
        return True
    del number
    return False


def _tools(app: Any) -> PlanTools | None:
    tools = tools_for(app)
    if tools is not None and not tools.desk.reads(Claim.table):
        app.notify(_(NO_KEY), severity="warning", markup=False)
        return None
    return tools
