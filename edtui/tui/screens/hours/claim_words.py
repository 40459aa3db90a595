"""What a claim says, in words: its sums, and how it stands to the three limits."""

from collections.abc import Iterable

from edtui.desk.claims import Sheet
from edtui.locale import _, dates, numbers, say
from edtui.records.allowance import Limit, LimitState
from edtui.records.claim import Claim, ClaimStatus
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.screens.visiting.board import Fact

_LOOK = (LimitState.OVER, LimitState.NOT_KNOWN)


def status_words(claim: Claim, tools: PlanTools) -> str:
    """Give how a claim stands; of one that nobody saved that it is only made up from reports."""
    said = tools.words.label("claim_statuses", claim.status.value)
    if claim.status is ClaimStatus.PAID and claim.paid_on is not None:
        return f"{said} {dates.short_day(claim.paid_on)}"
    return said


def mark_of(sheet: Sheet) -> str:
    """Give the mark of a claim: ``!`` over a limit, ``?`` something to look at."""
    if sheet.limits.state is LimitState.OVER:
        return "!"
    return "?" if sheet.said or (sheet.differs and sheet.claim.id) else ""


def sums(sheet: Sheet) -> Iterable[Fact]:
    """Give what a claim comes to."""
    claim = sheet.claim
    if claim.cents_an_hour:
        per = f"{numbers.hours(claim.hours)} × {numbers.money(claim.cents_an_hour)}"
        yield _("Hours"), f"{per} = {numbers.money(claim.for_hours)}"
    else:
        yield (
            _("Hours"),
            _("{hours}, not paid by the hour").format(hours=numbers.hours(claim.hours)),
        )
    if claim.kilometres:
        way = sum(round(one.kilometres * claim.cents_a_kilometre) for one in claim.lines)
        said = numbers.number(claim.kilometres)
        if claim.cents_a_kilometre:
            said += f" × {numbers.money(claim.cents_a_kilometre)} = {numbers.money(way)}"
        else:
            said = _("{number}, no amount for a kilometre yet").format(number=said)
        yield _("Kilometres"), said
    costs = sum(one.costs for one in claim.lines)
    if costs:
        yield _("Costs"), numbers.money(costs)
    yield _("Together"), numbers.money(claim.total)
    if claim.elsewhere:
        yield (
            _("Elsewhere"),
            _("{amount} from others").format(amount=numbers.money(claim.elsewhere)),
        )


def meters(sheet: Sheet) -> Iterable[Fact]:
    """Give how a claim stands to the limits for an hour, a month and the year."""
    year = sheet.claim.year
    if sheet.limits.state is LimitState.NONE:
        yield _("Limits"), _("none: real costs alone")
        return
    for label, limit in (
        (_("An hour"), sheet.limits.hour),
        (_("The month"), sheet.limits.month),
        (_("The year {year}").format(year=year), sheet.limits.year),
    ):
        yield label, _meter(limit)


def to_look_at(sheet: Sheet) -> Iterable[Fact]:
    """Give what a person should know."""
    for sentence in sheet.said:
        yield _("Look at"), say(sentence)
    if sheet.differs and sheet.claim.id:
        yield _("Look at"), _("the reports say something else now")


def _meter(limit: Limit) -> str:
    used = numbers.money(limit.used)
    if limit.state is LimitState.NOT_KNOWN or limit.most is None:
        return _("{used} of a limit that is not known").format(used=used)
    most = numbers.money(limit.most)
    if limit.state is LimitState.OVER:
        over = numbers.money(limit.used - limit.most)
        return _("{used} of {most}: {over} over").format(used=used, most=most, over=over)
    left = numbers.money(limit.most - limit.used)
    return _("{used} of {most}, {left} left").format(used=used, most=most, left=left)
