"""Read a period as people type it: ``24-11 t/m 30-11``, ``1 t/m 3 dec``, ``vanaf 1 jan``."""

import re
from datetime import date, timedelta

from edtui.errors import N_, BadInput
from edtui.records.folding import fold
from edtui.records.when_date import Prefer, read_date, step
from edtui.records.when_words import LAST, NEAR, NEXT, THIS, UNITS

_BETWEEN = re.compile(
    r"(?:(?:van|vanaf|from) )?(.+?) ?(?: tot en met | t/m | tm | tot | until | till | to "
    r"| through | - | – |–|—|\.\.+) ?(.+)"
)
_FROM = re.compile(r"(?:vanaf|sinds|from|since) (.+)")
_UNTIL = re.compile(r"(?:tot en met|t/m|tot|until|till|to) (.+)")
_DAY_ONLY = re.compile(r"[0-9]{1,2}")


class PeriodBackwards(BadInput):
    """The last day is before the first (params: ``start``, ``end``)."""

    sentence = N_("The last day ({end}) is before the first ({start}).")
    hint = N_("Type the first day, then until, then the last day.")


def read_period(
    text: str, today: date, prefer: Prefer = "future"
) -> tuple[date | None, date | None]:
    """Read a typed period: first and last day, both included, None where it is open.

    A single day is a period of one day; ``deze week``, ``next month`` are whole ones. An end
    without a year is the first such day after the start.

    Raises:
        BadInput: one of the days cannot be read, or they are the wrong way round.
    """
    wanted = " ".join(fold(text).split())
    if (whole := _whole(wanted, today)) is not None:
        return whole
    if match := _UNTIL.fullmatch(wanted):
        return None, read_date(match[1], today, prefer)
    if match := _BETWEEN.fullmatch(wanted):
        return _between(match[1], match[2], today, prefer)
    if match := _FROM.fullmatch(wanted):
        return read_date(match[1], today, prefer), None
    day = read_date(text, today, prefer)
    return day, day


def _between(first: str, last: str, today: date, prefer: Prefer) -> tuple[date, date]:
    if _DAY_ONLY.fullmatch(first):
        end = read_date(last, today, prefer)
        # "24 t/m 26 nov": the first day is in the month of the last.
        start = read_date(f"{int(first)}-{end.month}-{end.year:04}", today)
    else:
        start = read_date(first, today, prefer)
        end = read_date(last, today if last in NEAR else start)
        if end < start:
            # "1-11 t/m vandaag": the start without a year is the one before the end.
            start = read_date(first, end, "past")
    if end < start:
        raise PeriodBackwards(start=start, end=end)
    return start, end


def _whole(wanted: str, today: date) -> tuple[date, date] | None:
    how, _, word = wanted.partition(" ")
    unit = UNITS.get(word, "")
    if unit not in ("week", "month", "year") or len(word) < 3:
        return None
    steps = (
        {True: 1}.get(how in NEXT) or {True: -1}.get(how in LAST) or (0 if how in THIS else None)
    )
    if steps is None:
        return None
    try:
        day = step(today, steps, unit)
        if unit == "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6)
        start = day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)
        return start, step(start, 1, unit) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None
