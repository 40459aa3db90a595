"""Read a day as people type it, in Dutch and English: ``24-11``, ``morgen``, ``vr``, ``+2w``.

The day comes before the month, always. What was understood is echoed in full beside the field
(`edtui.locale.dates.echo`), and the echo itself can be read back. Times and periods:
`edtui.records.when_time` and `edtui.records.when_period`; all of it: `edtui.records.when`.
"""

import re
import unicodedata
from datetime import date, timedelta
from typing import Literal

from edtui.errors import N_, BadInput
from edtui.records.folding import fold
from edtui.records.when_words import (
    COMING,
    COUNTS,
    LAST,
    MONTHS,
    NEAR,
    NEXT,
    THIS,
    UNITS,
    WEEKDAYS,
)

Prefer = Literal["future", "past", "near"]
"""Which year (or week) is meant where none is typed: the first such day from today on, the last
one up to today, or the one closest to today."""

_LONGEST = 80
_NUMERIC = re.compile(r"([0-9]{1,2})\s?[-/. ]\s?([0-9]{1,2})(?:\s?[-/. ]\s?([0-9]{4}|[0-9]{2}))?")
_ISO = re.compile(r"([0-9]{4})\s?[-/.]?\s?([0-9]{2})\s?[-/.]?\s?([0-9]{2})")
_DAY_MONTH = re.compile(
    r"([0-9]{1,2})(?:e|de|ste|st|nd|rd|th)?(?: of)?[ -]?([a-z]{3,9})(?:[ -]?'?([0-9]{4}|[0-9]{2}))?"
)
_MONTH_DAY = re.compile(r"([a-z]{3,9}) ([0-9]{1,2})(?:st|nd|rd|th)?(?: ([0-9]{4}|[0-9]{2}))?")
_SIGNED = re.compile(r"([+-]) ?([0-9]{1,4}) ?([a-z]*)")
_ONE_ON = re.compile(r"([a-z]+) ([a-z]{3,})")
_TO_COME = re.compile(r"(?:over|in) ([a-z0-9]{1,7}) ([a-z]+)(?: time)?")
_GONE_BY = re.compile(r"([a-z0-9]{1,7}) ([a-z]+) (?:geleden|ago)")


class DateNotUnderstood(BadInput):
    """A text is not a day (params: ``text``)."""

    sentence = N_("“{text}” is not a day that I know.")
    hint = N_("Type it like 24-11, 24 nov, tomorrow, fri or +2w.")


class DateMissing(BadInput):
    """There is no text."""

    sentence = N_("Type a day here.")
    hint = DateNotUnderstood.hint


class NoSuchDay(BadInput):
    """The calendar does not have it (params: ``text``)."""

    sentence = N_("“{text}” is not in the calendar.")
    hint = N_("Look whether day and month are right; the day comes first.")


class OtherWeekday(BadInput):
    """The day of the week is another one (params: ``day``)."""

    sentence = N_("The day of the week does not fit: it is {day}.")
    hint = N_("Leave the day of the week out, or correct the date.")


def read_date(text: str, today: date, prefer: Prefer = "future") -> date:
    """Read a typed day.

    Args:
        text: a date (``24-11``, ``24/11/26``, ``2026-11-24``, ``24 nov``, ``Nov 24, 2026``), a
            word (``vandaag``, ``tomorrow``), a weekday (``vr``, ``volgende vr``, ``last fri``), a
            distance (``+2w``, ``-3d``, ``over 2 weken``, ``3 days ago``), or an echoed day.
        today: what the words count from.
        prefer: which one is meant where the year is not typed.

    Raises:
        DateMissing, DateNotUnderstood, NoSuchDay, OtherWeekday: with what to do about it.
    """
    wanted = _tidy(text)
    if not wanted:
        raise DateMissing
    if len(wanted) > _LONGEST:
        raise DateNotUnderstood(text=_clip(text))
    try:
        found = _distance(wanted, today) or _weekday(wanted, today, prefer)
        return found or _dated(wanted, today, prefer)
    except (ValueError, OverflowError):
        raise NoSuchDay(text=_clip(text)) from None
    except DateNotUnderstood:
        raise DateNotUnderstood(text=_clip(text)) from None


def _tidy(text: str) -> str:
    # An echo is "di 24 nov 2026, over 3 dagen"; an English date can be "Nov 24, 2026".
    wanted = fold(unicodedata.normalize("NFKC", text))
    head, comma, tail = wanted.partition(",")
    if comma and not re.fullmatch(r" ?'?[0-9]{2,4}", tail):
        wanted = head if any(sign.isdigit() for sign in head) else f"{head} {tail}"
    return " ".join(wanted.replace(",", " ").rstrip(".").split())


def _clip(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _distance(wanted: str, today: date) -> date | None:
    if wanted in NEAR:
        return today + timedelta(days=NEAR[wanted])
    if match := _SIGNED.fullmatch(wanted):
        unit = UNITS.get(match[3] or "d")
        return step(today, int(match[1] + match[2]), unit) if unit else None
    if match := _ONE_ON.fullmatch(wanted):
        steps = 1 if match[1] in NEXT else -1 if match[1] in LAST else None
        return step(today, steps, UNITS[match[2]]) if steps and match[2] in UNITS else None
    for pattern, direction in ((_TO_COME, 1), (_GONE_BY, -1)):
        match = pattern.fullmatch(wanted)
        count = _count(match[1]) if match else None
        if match and match[2] in UNITS and count is not None:
            return step(today, direction * count, UNITS[match[2]])
    return None


def _count(word: str) -> int | None:
    if re.fullmatch(r"[0-9]{1,4}", word):
        return int(word)
    return COUNTS.get(word)


def step(day: date, count: int, unit: str) -> date:
    """Give the day ``count`` units further; the last of the month where the month is shorter.

    Raises:
        ValueError, OverflowError: the calendar ends before it.
    """
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    for last in range(day.day, 0, -1):
        try:
            return first.replace(day=last)
        except ValueError:
            continue
    return first


def _weekday(wanted: str, today: date, prefer: Prefer) -> date | None:
    how, _, name = wanted.rpartition(" ")
    number = WEEKDAYS.get(name)
    if number is None:
        return None
    this_week = today + timedelta(days=number - today.weekday())
    later = this_week if this_week > today else this_week + timedelta(days=7)
    earlier = this_week if this_week < today else this_week - timedelta(days=7)
    if not how:
        closest = min((earlier, later), key=lambda day: abs(day - today))
        return {"future": later, "past": earlier, "near": closest}[prefer]
    for words, day in (
        (THIS, this_week),
        (NEXT, this_week + timedelta(days=7)),
        (COMING, later),
        (LAST, earlier),
    ):
        if how in words:
            return day
    return None


def _dated(wanted: str, today: date, prefer: Prefer) -> date:
    name, _, rest = wanted.partition(" ")
    number = WEEKDAYS.get(name.rstrip("."))
    found = _date(rest if number is not None and rest else wanted, today, prefer)
    if number is not None and found.weekday() != number:
        raise OtherWeekday(day=found)
    return found


def _date(wanted: str, today: date, prefer: Prefer) -> date:
    if match := _ISO.fullmatch(wanted):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(wanted):
        return _with_year(int(match[1]), int(match[2]), match[3], today, prefer)
    plain = wanted.replace(".", "")
    match = _DAY_MONTH.fullmatch(plain)
    if match and match[2] in MONTHS:
        return _with_year(int(match[1]), MONTHS[match[2]], match[3], today, prefer)
    match = _MONTH_DAY.fullmatch(plain)
    if match and match[1] in MONTHS:
        return _with_year(int(match[2]), MONTHS[match[1]], match[3], today, prefer)
    raise DateNotUnderstood


def _with_year(day: int, month: int, year: str | None, today: date, prefer: Prefer) -> date:
    if year is None:
        # Nine years: 29 February can be eight away (around 2100).
        around = range(max(today.year - 8, date.min.year), min(today.year + 8, date.max.year) + 1)
        return _preferred(day, month, around, today, prefer)
    if len(year) == 4:
        return date(int(year), month, day)
    return date(_full_year(int(year), today, prefer), month, day)


def _full_year(two_digits: int, today: date, prefer: Prefer) -> int:
    """Give the closest such year; for the past the last one up to this year (dates of birth)."""
    here = today.year // 100 * 100 + two_digits
    years = [year for year in (here - 100, here, here + 100) if 1 <= year <= date.max.year]
    if prefer == "past":
        years = [year for year in years if year <= today.year] or years
    return min(years, key=lambda year: abs(year - today.year))


def _preferred(day: int, month: int, years: range, today: date, prefer: Prefer) -> date:
    days = [found for year in years if (found := _or_none(year, month, day))]
    if not days:
        raise ValueError
    if prefer == "future":
        days = [found for found in days if found >= today] or days
    elif prefer == "past":
        days = [found for found in days if found <= today] or days
    return min(days, key=lambda found: abs(found - today))


def _or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
