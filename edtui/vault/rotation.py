"""Which backups stay: 7 daily, 4 weekly, 6 monthly. Over days only, so that it can be reckoned.

Of each of the last seven days, four weeks and six months the newest backup stays, this day, week
and month counted, and always the newest of all. So a backup goes at a day that is known when it is
made, which is what makes an erasure come to an end.
"""

from collections.abc import Callable, Collection, Hashable
from datetime import date, timedelta
from typing import Final, NamedTuple

DAILY: Final = 7
WEEKLY: Final = 4
MONTHLY: Final = 6
_LONGEST: Final = 400  # days; the end is known before that


class Dated(NamedTuple):
    """One backup as the rule sees it; the larger one is the newer one."""

    day: date
    generation: int = 0
    sequence: int = 0


def kept(backups: Collection[Dated], today: date) -> set[Dated]:
    """Give those that stay. A day after ``today`` (a clock that was wrong) counts as today."""
    order = sorted(backups, key=lambda one: _key(one, today), reverse=True)
    stay: set[Dated] = set(order[:1])
    stay |= _newest_of_each(order, today, lambda day: day, _days(today))
    stay |= _newest_of_each(order, today, _week, _weeks(today))
    stay |= _newest_of_each(order, today, _month, _months(today))
    return stay


def ends(backups: Collection[Dated], today: date) -> dict[Dated, date]:
    """Give the first day on which each does not stay, if one is made every day from tomorrow on.

    Without newer ones the newest stays for ever; nothing else takes longer than that day.
    """
    found: dict[Dated, date] = {}
    standing, day = set(backups), today
    while len(found) < len(set(backups)) and day < today + timedelta(days=_LONGEST):
        day += timedelta(days=1)
        stay = kept(standing | {Dated(day, 2**63)}, day)
        found |= dict.fromkeys(standing & set(backups) - stay, day)
        standing = stay
    return found


def _newest_of_each(
    order: list[Dated],
    today: date,
    period: Callable[[date], Hashable],
    wanted: set[Hashable],
) -> set[Dated]:
    found: dict[Hashable, Dated] = {}
    for one in order:
        name = period(min(one.day, today))
        if name in wanted:
            found.setdefault(name, one)
    return set(found.values())


def _key(one: Dated, today: date) -> tuple[date, int, int, date]:
    return min(one.day, today), one.generation, one.sequence, one.day


def _days(today: date) -> set[Hashable]:
    return {today - timedelta(days=back) for back in range(DAILY)}


def _weeks(today: date) -> set[Hashable]:
    return {_week(today - timedelta(weeks=back)) for back in range(WEEKLY)}


def _months(today: date) -> set[Hashable]:
    first = today.year * 12 + today.month - 1
    return {divmod(first - back, 12) for back in range(MONTHLY)}


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month - 1
