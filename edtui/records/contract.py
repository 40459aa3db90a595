"""The form in which a person works, and the hours agreed, from a date."""

from collections.abc import Iterable
from datetime import date

from edtui.records.period import Period, on_day
from edtui.records.quantities import WeekHours
from edtui.records.text import Code, Line


class ContractPeriod(Period):
    """One agreement: a change of form or hours is a next period."""

    form: Code = ""
    """Vocabulary ``contract_forms``."""

    hours_a_week: WeekHours | None = None
    """Hours agreed; None where none were agreed."""

    note: Line = ""


def contract_on(contracts: Iterable[ContractPeriod], day: date) -> ContractPeriod | None:
    """Give the agreement that holds on ``day``: of several, the one that started last."""
    holding = on_day(contracts, day)
    return max(holding, key=lambda period: period.start or date.min, default=None)
