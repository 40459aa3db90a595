"""What the keys of a claim do, in the list of a month and on its own screen."""

from typing import TYPE_CHECKING

from edtui.desk.claims import Sheet, move_claim, save_claim, year_amounts
from edtui.errors import N_, Sentence
from edtui.records.claim import Claim, ClaimStatus
from edtui.tui.screens.hours.amounts_form import amounts_form

if TYPE_CHECKING:
    from edtui.tui.screens.hours.months import MonthBoard

_ORDER = list(ClaimStatus)
LAST = Sentence(N_("It is paid: there is no next status."))
FIRST = Sentence(N_("It is open: there is no status before."))


def move(screen: "MonthBoard", sheet: Sheet, steps: int) -> None:
    """Go a status on or back; a claim that nobody saved is saved first, in the same act."""
    claim = sheet.claim
    at = _ORDER.index(claim.status) + steps
    if 0 <= at < len(_ORDER):
        screen.attempt(lambda: _moved(screen, claim, _ORDER[at]))


def _moved(screen: "MonthBoard", claim: Claim, status: ClaimStatus) -> None:
    if status is ClaimStatus.PAID and not claim.id:
        claim = save_claim(screen.desk, claim)
    move_claim(screen.desk, claim, status)


def why_not(sheet: Sheet | None, verb: str) -> Sentence | None:
    """Give why a status does not follow."""
    if sheet is None:
        return None
    if verb == "step" and sheet.claim.status is ClaimStatus.PAID:
        return LAST
    if verb == "step_back" and sheet.claim.status is ClaimStatus.OPEN:
        return FIRST
    return None


def show_amounts(screen: "MonthBoard") -> None:
    """Look at the amounts of the year in sight."""
    amounts = year_amounts(screen.desk, screen.year)

    def done(saved: object) -> None:
        if saved is not None:
            screen.reload()

    screen.app.push_screen(amounts_form(screen.desk, amounts), done)
