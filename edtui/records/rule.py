"""How a series repeats, by the rules of iCalendar (RFC 5545), expanded by dateutil.

Only whole days repeat: a rule gives at most one date a day, and the time stands in the series.
"""

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import Annotated, Literal, Self

from dateutil.rrule import rrule, rrulestr
from pydantic import Field, model_validator

from edtui.errors import N_, BadInput
from edtui.records.base import Part
from edtui.records.refusal import refuse

WeekdayCode = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
WEEKDAY_CODES: tuple[WeekdayCode, ...] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""In the order of `datetime.date.weekday`."""

_DATE_PATTERN = "%Y%m%d"
_MOST = 5000


class Frequency(StrEnum):
    """How far apart, before the interval counts."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class RuleNotUnderstood(BadInput):
    """A text is not a rule by which whole days repeat."""

    sentence = N_("This way of repeating is not known here.")
    hint = N_("Days, weeks, months and years can repeat; hours cannot.")


ByDay = Annotated[str, Field(pattern=r"^([+-]?[1-9][0-9]?)?(MO|TU|WE|TH|FR|SA|SU)$")]
"""A weekday, in months and years with which one: "TU", "1TU", "-1FR"."""

_NotZero = Annotated[int, Field(ge=-366, le=366)]


class Rule(Part):
    """One rule; the names are those of iCalendar. An empty list does not narrow."""

    freq: Frequency = Frequency.WEEKLY
    interval: Annotated[int, Field(ge=1, le=1000)] = 1
    by_day: tuple[ByDay, ...] = ()
    by_month_day: tuple[_NotZero, ...] = ()
    """From -31 to 31; -1 is the last day of the month."""

    by_month: tuple[Annotated[int, Field(ge=1, le=12)], ...] = ()
    by_year_day: tuple[_NotZero, ...] = ()
    by_week_no: tuple[_NotZero, ...] = ()
    by_set_pos: tuple[_NotZero, ...] = ()
    week_start: WeekdayCode = "MO"
    until: date | None = None
    """Last day on which it may fall."""

    count: Annotated[int, Field(ge=1, le=_MOST)] | None = None
    """How many dates the rule gives; skipped ones count too, as in iCalendar."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.until is not None and self.count is not None:
            raise refuse(N_("Give a last day or a number of times, not both."), field="count")
        which = any(len(day) > len("TU") for day in self.by_day)
        if which and (self.freq in (Frequency.DAILY, Frequency.WEEKLY) or self.by_week_no):
            raise refuse(N_("A first or last weekday belongs to a month or year."), field="by_day")
        for name, most in (("by_month_day", 31), ("by_week_no", 53)):
            if any(abs(number) > most for number in getattr(self, name)):
                raise refuse(N_("This day is not in the calendar."), field=name)
        numbers = (*self.by_month_day, *self.by_year_day, *self.by_week_no, *self.by_set_pos)
        if 0 in numbers:
            raise refuse(N_("This day is not in the calendar."), field="by_month_day")
        if self.by_month_day and self.freq is Frequency.WEEKLY:
            raise refuse(N_("A day of the month belongs to a month."), field="by_month_day")
        if self.by_year_day and self.freq is not Frequency.YEARLY:
            raise refuse(N_("A day of the year belongs to a year."), field="by_year_day")
        if self.by_week_no and self.freq is not Frequency.YEARLY:
            raise refuse(N_("A number of a week belongs to a year."), field="by_week_no")
        narrowed = self.by_day or self.by_month_day or self.by_month
        if self.by_set_pos and not (narrowed or self.by_year_day or self.by_week_no):
            raise refuse(N_("Say of which days it is the first or last."), field="by_set_pos")
        return self

    @property
    def text(self) -> str:
        """The rule as iCalendar writes it, with the last day as a date."""
        parts = [self._pattern]
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        if self.until is not None:
            parts.append(f"UNTIL={self.until.strftime(_DATE_PATTERN)}")
        return ";".join(parts)

    @property
    def _pattern(self) -> str:
        parts = [f"FREQ={self.freq.value}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        named: tuple[tuple[str, Sequence[object]], ...] = (
            ("BYMONTH", self.by_month),
            ("BYWEEKNO", self.by_week_no),
            ("BYYEARDAY", self.by_year_day),
            ("BYMONTHDAY", self.by_month_day),
            ("BYDAY", self.by_day),
            ("BYSETPOS", self.by_set_pos),
        )
        parts += [f"{name}={','.join(map(str, values))}" for name, values in named if values]
        if self.week_start != "MO":
            parts.append(f"WKST={self.week_start}")
        return ";".join(parts)

    def dates(self, first: date, last: date) -> list[date]:
        """Give the dates from ``first``, where counting begins, to and with ``last``.

        Args:
            first: what iCalendar calls the start; weekday, day and phase are taken from it where
                the rule does not say them.
            last: where to stop, because a rule can go on for ever.
        """
        end = min(self.until, last) if self.until else last
        if end < first:
            return []
        endless = rrulestr(self._pattern, dtstart=_midnight(first))
        assert isinstance(endless, rrule)  # noqa: S101  for the type: one rule makes one rrule
        # A rule that fits no day at all stops at its end only, so it always gets one.
        made = endless.replace(until=_midnight(end))
        return [one.date() for one in islice(made, self.count)]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a rule as iCalendar writes it, with or without ``RRULE:`` in front.

        Raises:
            RuleNotUnderstood: it is none, or repeats hours or minutes.
        """
        fields: dict[str, object] = {}
        for part in text.strip().upper().removeprefix("RRULE:").rstrip(";").split(";"):
            name, _, value = part.partition("=")
            if name not in _READ:
                raise RuleNotUnderstood
            field, read = _READ[name]
            try:
                fields[field] = read(value.strip())
            except ValueError:
                raise RuleNotUnderstood from None
        if "freq" not in fields:
            raise RuleNotUnderstood
        try:
            return cls.model_validate(fields)
        except ValueError:
            raise RuleNotUnderstood from None


def nth_weekday(day: date, *, last: bool = False) -> str:
    """Give which weekday of its month a day is: "1TU" for a first Tuesday, "-1TU" for a last."""
    code = WEEKDAY_CODES[day.weekday()]
    if last:
        return f"{-((days_in_month(day) - day.day) // 7 + 1)}{code}"
    return f"{(day.day - 1) // 7 + 1}{code}"


def days_in_month(day: date) -> int:
    """Give how many days the month of a day has."""
    return monthrange(day.year, day.month)[1]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  a day, not a moment


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",") if number.strip()]


def _words(text: str) -> list[str]:
    return [word.strip().removeprefix("+") for word in text.split(",") if word.strip()]


def _day(text: str) -> date:
    return datetime.strptime(text[:8], _DATE_PATTERN).date()  # noqa: DTZ007  a day, not a moment


_READ: dict[str, tuple[str, Callable[[str], object]]] = {
    "FREQ": ("freq", str),
    "INTERVAL": ("interval", int),
    "COUNT": ("count", int),
    "UNTIL": ("until", _day),
    "WKST": ("week_start", str),
    "BYDAY": ("by_day", _words),
    "BYMONTHDAY": ("by_month_day", _numbers),
    "BYMONTH": ("by_month", _numbers),
    "BYYEARDAY": ("by_year_day", _numbers),
    "BYWEEKNO": ("by_week_no", _numbers),
    "BYSETPOS": ("by_set_pos", _numbers),
}
