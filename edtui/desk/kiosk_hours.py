"""Hours and pauses of kiosks as a person types them, one a line: "ma-vr 9:00-17:00"."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time

from edtui.errors import N_, BadInput
from edtui.locale import dates
from edtui.records.availability import WEEKDAYS
from edtui.records.kiosk import Opening
from edtui.records.when_date import read_date
from edtui.records.when_time import read_time

_SHORT = ("ma di wo do vr za zo", "mo tu we th fr sa su")
_DAYS = {day: number for week in _SHORT for number, day in enumerate(week.split())}
_OPEN = re.compile(r"^([^\W\d]+)\.?(?:\s*-\s*([^\W\d]+)\.?)?\s+(\S+?)\s*-\s*(\S+)$")
_UNTIL = re.compile(r"\s+(?:-|t/m|tot|until|to)\s+")


class NoHours(BadInput):
    """A line of the hours is not understood (params: ``line``)."""

    sentence = N_("'{line}' is not understood: type a line such as mo-fr 9:00-17:00.")


class NoPause(BadInput):
    """A line of the pauses is not understood (params: ``line``)."""

    sentence = N_("'{line}' is not understood: type a line such as 24-12-2026 - 1-1-2027.")


def read_opening(lines: Iterable[str]) -> tuple[Opening, ...]:
    """Understand the hours.

    Raises:
        NoHours: a line is not understood.
    """
    found = []
    for line in lines:
        parts = _OPEN.match(line.strip())
        if parts is None:
            raise NoHours(line=line)
        first = _DAYS.get(parts[1][:2].casefold())
        last = _DAYS.get((parts[2] or parts[1])[:2].casefold())
        try:
            start, end = read_time(parts[3]), read_time(parts[4])
            if first is None or last is None or last < first:
                raise NoHours(line=line)
            found += [
                Opening(weekday=WEEKDAYS[number], start=start, end=end)
                for number in range(first, last + 1)
            ]
        except ValueError:
            raise NoHours(line=line) from None
        except BadInput:
            raise NoHours(line=line) from None
    return tuple(found)


def opening_lines(opening: Sequence[Opening]) -> list[str]:
    """Give the hours as lines; days in a row with the same hours stand together."""
    by_day = {
        number: [(one.start, one.end) for one in opening if one.weekday == code]
        for number, code in enumerate(WEEKDAYS)
    }
    lines, number = [], 0
    while number < len(WEEKDAYS):
        last = number
        while last + 1 < len(WEEKDAYS) and by_day[last + 1] == by_day[number]:
            last += 1
        days = dates.weekday(number)
        if last > number:
            days += f"-{dates.weekday(last)}"
        lines += [f"{days} {_said(start)}-{_said(end)}" for start, end in by_day[number]]
        number = last + 1
    return lines


def read_pauses(lines: Iterable[str], today: date) -> tuple[tuple[date, date], ...]:
    """Understand times of days in which kiosks are closed.

    Raises:
        NoPause: a line is not understood.
    """
    found = []
    for line in lines:
        parts = _UNTIL.split(line.strip())
        try:
            days = [read_date(part, today) for part in parts]
        except (BadInput, ValueError):
            raise NoPause(line=line) from None
        if not 0 < len(days) <= 2 or days[-1] < days[0]:
            raise NoPause(line=line)
        found.append((days[0], days[-1]))
    return tuple(sorted(found))


def pause_lines(pauses: Sequence[tuple[date, date]]) -> list[str]:
    """Give the pauses as lines that can be read again."""
    return [f"{first:%d-%m-%Y} - {last:%d-%m-%Y}" for first, last in pauses]


def _said(at: time) -> str:
    return f"{at:%H:%M}"
