"""Until when what is known of somebody is kept, by default (practice 5.2).

These functions say the day; erasing is done after a person confirmed it.
"""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from edtui.records.case import Case
from edtui.records.lifecycle import Status
from edtui.records.person import Person
from edtui.records.vacancy import Application, Stage
from edtui.records.vog import add_years

WEEKS_AFTER_REJECTION = 4
YEARS_WITH_CONSENT = 1
YEARS_AFTER_LEAVING = 1
MONTHS_AFTER_CASE = 12


def application_keep_until(
    application: Application,
    *,
    weeks: int = WEEKS_AFTER_REJECTION,
    years_with_consent: int = YEARS_WITH_CONSENT,
) -> date | None:
    """Give the last day on which an application may be kept.

    Returns:
        Four weeks after a no or a withdrawal; a year after it with the applicant's consent; None
        while it runs, and for somebody who was hired (then the person's own record holds it).
    """
    if application.stage not in (Stage.REJECTED, Stage.WITHDRAWN):
        return None
    if application.decided_on is None:
        return None
    if application.consent_to_keep_on:
        return add_years(application.decided_on, years_with_consent)
    return application.decided_on + timedelta(weeks=weeks)


def person_keep_until(person: Person, *, years: int = YEARS_AFTER_LEAVING) -> date | None:
    """Give the last day on which somebody who left may be kept; None for who did not leave."""
    if person.status != Status.LEFT or person.left_on is None:
        return None
    return add_years(person.left_on, years)


def case_keep_until(case: Case, *, months: int = MONTHS_AFTER_CASE) -> date | None:
    """Give the last day on which the texts of a case may be kept; None while it is open.

    Where somebody gave a reason to keep it longer, the day that was chosen then.
    """
    if case.closed_on is None:
        return None
    by_rule: date = case.closed_on + relativedelta(months=months)
    return max(by_rule, case.keep_until) if case.keep_until else by_rule


def is_past(keep_until: date | None, today: date) -> bool:
    """Say whether the day is over."""
    return keep_until is not None and keep_until < today
