"""A rule of a series as the fields of a form, and back: what a person can choose in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from edtui.errors import N_
from edtui.records.availability import WEEKDAYS
from edtui.records.rule import WEEKDAY_CODES, Frequency, Rule, nth_weekday

WEEK, MONTH_WEEKDAY, MONTH_DAY, YEAR, DAY = "week", "month_weekday", "month_day", "year", "day"
LISTED, OWN = "listed", "own"

KINDS = (
    (WEEK, N_("by week")),
    (MONTH_WEEKDAY, N_("by month, on a weekday")),
    (MONTH_DAY, N_("by month, on a date")),
    (YEAR, N_("by year")),
    (DAY, N_("by day")),
    (LISTED, N_("on listed days")),
)
"""Code of a rhythm to its words (message ids)."""

ASKS: Mapping[str, frozenset[str]] = {
    WEEK: frozenset({"interval", "days", "until", "count"}),
    MONTH_WEEKDAY: frozenset({"interval", "days", "nth", "until", "count"}),
    MONTH_DAY: frozenset({"interval", "month_day", "until", "count"}),
    YEAR: frozenset({"interval", "until", "count"}),
    DAY: frozenset({"interval", "until", "count"}),
    LISTED: frozenset(),
    OWN: frozenset({"until", "count"}),
}
"""Code of a rhythm to the fields that it asks for."""

KEYS = ("rhythm", "interval", "days", "nth", "month_day", "until", "count")
LAST_DAY = -1
Values = Mapping[str, Any]


def rhythm_shown(rule: Rule | None, first: date) -> dict[str, Any]:
    """Give the values of the fields for a rule that counts from ``first``.

    A rule that does not fit in them (from another program) has the rhythm ``own``.
    """
    weekday = WEEKDAYS[first.weekday()]
    shown: dict[str, Any] = {
        "rhythm": LISTED,
        "interval": 1,
        "days": [weekday],
        "nth": nth_weekday(first)[:-2],
        "month_day": first.day,
        "until": None,
        "count": None,
    }
    if rule is None:
        return shown
    shown |= {"interval": rule.interval, "until": rule.until, "count": rule.count}
    if rule.by_set_pos or rule.by_year_day or rule.by_week_no:
        return shown | {"rhythm": OWN}
    return shown | {"rhythm": OWN, **_fitting(rule, first)}


def _fitting(rule: Rule, first: date) -> dict[str, Any]:
    days = [_weekday(code) for code in rule.by_day]
    plain = not rule.by_month and not rule.by_month_day
    if rule.freq is Frequency.DAILY and plain and not days:
        return {"rhythm": DAY}
    if rule.freq is Frequency.WEEKLY and plain:
        return {"rhythm": WEEK, "days": days or [WEEKDAYS[first.weekday()]]}
    if rule.freq is Frequency.MONTHLY and not rule.by_month:
        return _in_month(rule, first, days)
    dated = (rule.by_month, rule.by_month_day) in (((), ()), ((first.month,), (first.day,)))
    if rule.freq is Frequency.YEARLY and not days and dated:
        return {"rhythm": YEAR}
    return {}


def _in_month(rule: Rule, first: date, days: list[str]) -> dict[str, Any]:
    which = {code[:-2].lstrip("+") for code in rule.by_day}
    if days and not rule.by_month_day and len(which) == 1 and which <= {*"12345", "-1"}:
        return {"rhythm": MONTH_WEEKDAY, "days": days, "nth": which.pop()}
    if not days and len(rule.by_month_day) <= 1:
        day = rule.by_month_day[0] if rule.by_month_day else first.day
        return {"rhythm": MONTH_DAY, "month_day": day} if day >= LAST_DAY else {}
    return {}


def rule_of(values: Values, first: date, old: Rule | None = None) -> Rule | None:
    """Give the rule of the fields; None for listed days only.

    Args:
        values: what was filled in.
        first: the day from which is counted.
        old: the rule that stands, for the rhythm ``own``.

    Raises:
        pydantic.ValidationError: what was filled in does not fit together.
    """
    kind = values.get("rhythm") or WEEK
    if kind == LISTED or (kind == OWN and old is None):
        return None
    ends = {"until": values.get("until"), "count": values.get("count")}
    if kind == OWN and old is not None:
        return old.with_(**ends)
    days = sorted(set(values.get("days") or ()), key=WEEKDAYS.index)
    codes = [WEEKDAY_CODES[WEEKDAYS.index(day)] for day in days]
    codes = codes or [WEEKDAY_CODES[first.weekday()]]
    fields: dict[str, Any] = {"freq": Frequency.WEEKLY, "by_day": tuple(codes)}
    if kind == DAY:
        fields = {"freq": Frequency.DAILY}
    elif kind == YEAR:
        fields = {"freq": Frequency.YEARLY}
    elif kind == MONTH_WEEKDAY:
        nth = values.get("nth") or nth_weekday(first)[:-2]
        by_day = tuple(f"{nth}{code}" for code in codes)
        fields = {"freq": Frequency.MONTHLY, "by_day": by_day}
    elif kind == MONTH_DAY:
        day = values.get("month_day") or first.day
        fields = {"freq": Frequency.MONTHLY, "by_month_day": (day,)}
    return Rule.model_validate({"interval": values.get("interval") or 1, **ends, **fields})


def same_rhythm(one: Values, other: Values) -> bool:
    """Say whether two sets of values mean the same, by the fields that count for them."""
    if one.get("rhythm") != other.get("rhythm"):
        return False
    asked = ASKS.get(str(one.get("rhythm")), frozenset())
    return all(_bare(one.get(name)) == _bare(other.get(name)) for name in asked)


def _weekday(code: str) -> str:
    return WEEKDAYS[WEEKDAY_CODES.index(code[-2:])]


def _bare(value: Any) -> Any:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return sorted(value)
    return value or None
