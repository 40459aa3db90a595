"""Applicants whose time is over: who was turned down is kept four weeks, or a year with consent."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from edtui.desk.applications import applicant_name
from edtui.desk.erasing import erase
from edtui.desk.session import Desk
from edtui.records.erasure import Why
from edtui.records.retention import application_keep_until
from edtui.records.vacancy import Application, Stage


class Due(NamedTuple):
    """An application that is to be erased."""

    application: Application
    name: str
    keep_until: date
    """Last day on which it may be kept."""


def erasure_due(desk: Desk) -> list[Due]:
    """Give the applications whose time is over, the longest overdue first."""
    due = []
    today = desk.clock.today()
    for stage in (Stage.REJECTED, Stage.WITHDRAWN):
        for application in desk.having(Application, "stage", stage.value):
            until = application_keep_until(application)
            if until is not None and until < today:
                due.append(Due(application, applicant_name(desk, application), until))
    return sorted(due, key=lambda one: one.keep_until)


def erase_applications(desk: Desk, numbers: Sequence[int]) -> int:
    """Erase applications whose time is over (`edtui.desk.erasing.erase`); give how many.

    Raises:
        NotFound: one of them is not there; then none is erased.
        ReadOnly: nothing can be written now.
    """
    return erase(desk, applications=numbers, why=Why.RETENTION).records
