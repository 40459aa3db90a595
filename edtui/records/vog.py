"""The certificate of conduct (*verklaring omtrent het gedrag*): seen, by whom, renew by.

Only the fact is kept, never a copy. A VOG has no legal end; renewing every three years is the
usual policy (research: practice 5.5), and any other day can be set.
"""

from datetime import date

from edtui.records.base import Part
from edtui.records.text import Code, Line, Name

RENEW_AFTER_YEARS = 3


class Vog(Part):
    """What is known of a person's VOG."""

    status: Code = ""
    """Vocabulary ``vog_statuses``: not_needed, asked, applied, seen; empty is not looked at."""

    applied_on: date | None = None
    prepared_by: Name = ""
    """Who set the application ready."""

    profile: Line = ""
    """Screening profile or function aspects, such as "84, 85"."""

    issued_on: date | None = None
    seen_on: date | None = None
    """The original was seen on this day …"""

    seen_by: Name = ""
    """… by this person."""

    renew_by: date | None = None
    """Set by hand; else three years after it was issued (`renewal`)."""

    def renewal(self) -> date | None:
        """Give the day by which a new one should be there; None if none was seen."""
        if self.renew_by:
            return self.renew_by
        base = self.issued_on or self.seen_on
        return add_years(base, RENEW_AFTER_YEARS) if base else None


def add_years(day: date, years: int) -> date:
    """Give the same day some years later; 29 February becomes 28 where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=min(day.year + years, date.max.year), day=28)
