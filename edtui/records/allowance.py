"""A claim against the limits of its year: for an hour, a month and the year. All hold together.

Over one is over all of them. Paid hours and claimed costs count together, and so does what other
organisations pay. Who gets real costs alone has no limits.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from edtui.errors import N_, Sentence
from edtui.records.claim import Claim
from edtui.records.year_amounts import YearAmounts


class LimitState(StrEnum):
    """How a sum stands to a limit."""

    WITHIN = "within"
    OVER = "over"
    NOT_KNOWN = "not_known"
    NONE = "none"
    """Real costs alone: no limit applies."""


class Limit(NamedTuple):
    """One of the three limits. Amounts in cents."""

    state: LimitState
    used: int
    most: int | None


class Limits(NamedTuple):
    """The three limits of a claim; all hold together."""

    hour: Limit
    month: Limit
    year: Limit
    confirmed: bool
    """Whether somebody looked at the amounts of the year."""

    @property
    def state(self) -> LimitState:
        """How the claim stands: over one is over."""
        states = {self.hour.state, self.month.state, self.year.state}
        for state in (LimitState.OVER, LimitState.NOT_KNOWN, LimitState.WITHIN):
            if state in states:
                return state
        return LimitState.NONE


def limits(
    claim: Claim, of_year: Iterable[Claim], amounts: YearAmounts, birth_date: date | None
) -> Limits:
    """Hold a claim against the limits of its year.

    Args:
        claim: of one month.
        of_year: all claims of the person in that year; ``claim`` itself counts once.
        amounts: of that year.
        birth_date: of the person, if it is known.
    """
    others = [one for one in of_year if one.month != claim.month]
    months = [*others, claim]
    in_year = sum(one.total + one.elsewhere for one in months)
    no_limit = claim.costs_alone and not claim.elsewhere
    no_limit_year = all(one.costs_alone and not one.elsewhere for one in months)
    an_hour = [amounts.hour_for(birth_date, one.day) for one in claim.lines if one.hours]
    lowest = min((most for most in an_hour if most is not None), default=amounts.hour)
    if None in an_hour:
        lowest = None
    return Limits(
        _limit(claim.cents_an_hour, lowest, none=no_limit),
        _limit(claim.total + claim.elsewhere, amounts.month, none=no_limit),
        _limit(in_year, amounts.whole_year, none=no_limit_year),
        amounts.confirmed_on is not None,
    )


def sentences(found: Limits, year: int) -> list[Sentence]:
    """Give what a person should know about a claim's limits, nothing where all is well."""
    said: list[Sentence] = []
    if found.state is LimitState.NONE:
        return said
    for limit, msgid in (
        (found.hour, N_("The amount for an hour is over the limit of {year}.")),
        (found.month, N_("This month is over the limit of {year}.")),
        (found.year, N_("The year is over the limit of {year}.")),
    ):
        if limit.state is LimitState.OVER:
            said.append(Sentence(msgid, {"year": year}))
    if found.state is LimitState.NOT_KNOWN or LimitState.NOT_KNOWN in (
        found.hour.state,
        found.month.state,
        found.year.state,
    ):
        said.append(Sentence(N_("The amounts of {year} are not known yet."), {"year": year}))
    elif not found.confirmed:
        said.append(Sentence(N_("Nobody looked at the amounts of {year} yet."), {"year": year}))
    return said


def _limit(used: int, most: int | None, *, none: bool) -> Limit:
    if none:
        return Limit(LimitState.NONE, used, most)
    if most is None:
        return Limit(LimitState.NOT_KNOWN, used, None)
    return Limit(LimitState.OVER if used > most else LimitState.WITHIN, used, most)
