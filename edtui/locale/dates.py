"""Days and times as people say them, in the language in use: "di 24 nov", "over 9 dagen".

Babel comes in at the first date that is written, so that starting up does not wait for it.
Written days are remembered, because a list writes the same few again and again.
"""

import datetime as dt
from functools import lru_cache

from edtui.locale import _, ngettext, spoken

_WEEKS_FROM = 14
_MONTHS_FROM = 70
_YEARS_FROM = 730
_DAYS_A_WEEK = 7
_DAYS_A_MONTH = 30.44
_DAYS_A_YEAR = 365.25


def day(date: dt.date) -> str:
    """Give weekday, day and month: "di 24 nov"."""
    return _format(_plain(date), "EEE d MMM", spoken())


def full_day(date: dt.date) -> str:
    """Give weekday, day, month and year: "di 24 nov 2026"."""
    return _format(_plain(date), "EEE d MMM y", spoken())


def short_day(date: dt.date) -> str:
    """Give day, month and year without the weekday: "24 nov 2026"."""
    return _format(_plain(date), "d MMM y", spoken())


def long_day(date: dt.date) -> str:
    """Give everything in full: "dinsdag 24 november 2026"."""
    return _format(_plain(date), "EEEE d MMMM y", spoken())


def day_in(language: str, date: dt.date) -> str:
    """Give day, month and year in full in a language of the paper: "24 november 2026"."""
    return _format(_plain(date), "d MMMM y", language)


def month(date: dt.date) -> str:
    """Give the month and year in full: "november 2026"."""
    return _format(_plain(date), "MMMM y", spoken())


def month_name(number: int) -> str:
    """Give the name of a month, 1 (January) to 12: "maart"."""
    return _format(dt.date(2024, number, 1), "LLLL", spoken())


def day_of_year(date: dt.date) -> str:
    """Give day and month alone: "24 nov"."""
    return _format(_plain(date), "d MMM", spoken())


def weekday(number: int, *, short: bool = True) -> str:
    """Give the name of a weekday, 0 (Monday) to 6: "di", or "dinsdag"."""
    # 1 January 2024 was a Monday.
    return _format(dt.date(2024, 1, 1 + number), "EEE" if short else "EEEE", spoken())


def time(moment: dt.time | dt.datetime) -> str:
    """Give the time in 24 hours: "09:04"."""
    return moment.strftime("%H:%M")


def moment(at: dt.datetime) -> str:
    """Give day and time: "di 24 nov 09:04"."""
    return f"{day(at)} {time(at)}"


def relative(date: dt.date, today: dt.date) -> str:
    """Give a day by its distance: "vandaag", "gisteren", "over 9 dagen", "6 weken geleden".

    Days up to two weeks, then weeks up to ten, then months up to two years, then years.
    """
    distance = _plain(date).toordinal() - _plain(today).toordinal()
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    if distance in near:
        return near[distance]
    size, unit = _unit(abs(distance))
    return _in(size, unit) if distance > 0 else _since(size, unit)


def echo(date: dt.date, today: dt.date) -> str:
    """Give a day so that a typing error shows: "di 24 nov 2026, over 3 dagen"."""
    return f"{full_day(date)}, {relative(date, today)}"


def ago(moment: dt.datetime, now: dt.datetime) -> str:
    """Give how long ago a moment was, from "zojuist" to years; one to come counts as now."""
    seconds = (now - moment).total_seconds()
    if seconds < 60:
        return _("just now")
    minutes = int(seconds // 60)
    if minutes < 60:
        return ngettext("{count} minute ago", "{count} minutes ago", minutes).format(count=minutes)
    today = now.date()
    then = moment.astimezone(now.tzinfo).date()
    if then == today:
        hours = minutes // 60
        return ngettext("{count} hour ago", "{count} hours ago", hours).format(count=hours)
    if (today - then).days == 1:
        return _("yesterday {time}").format(time=time(moment.astimezone(now.tzinfo)))
    return relative(then, today)


def away(moment: dt.datetime, now: dt.datetime) -> str:
    """Give how far off a moment of today is: "over 56 min"; another day as `relative`."""
    minutes = int((moment - now).total_seconds() // 60)
    then = moment.astimezone(now.tzinfo).date()
    if then != now.date():
        return relative(then, now.date())
    if minutes < 0:
        return ago(moment, now)
    if minutes < 60:
        return _("in {count} min").format(count=minutes)
    hours = round(minutes / 60)
    return ngettext("in {count} hour", "in {count} hours", hours).format(count=hours)


def period(start: dt.date | None, end: dt.date | None) -> str:
    """Give a period, open sides too: "24 nov - 6 dec 2026", "vanaf 24 nov 2026"."""
    if start and end:
        pattern = "d MMM" if start.year == end.year else "d MMM y"
        first = _format(_plain(start), pattern, spoken())
        return short_day(end) if start == end else f"{first} - {short_day(end)}"
    if start:
        return _("from {day}").format(day=short_day(start))
    if end:
        return _("until {day}").format(day=short_day(end))
    return ""


def _unit(days: int) -> tuple[int, str]:
    if days < _WEEKS_FROM:
        return days, "day"
    if days < _MONTHS_FROM:
        return days // _DAYS_A_WEEK, "week"
    if days < _YEARS_FROM:
        return round(days / _DAYS_A_MONTH), "month"
    return int(days / _DAYS_A_YEAR), "year"


def _in(count: int, unit: str) -> str:
    if unit == "day":
        text = ngettext("in {count} day", "in {count} days", count)
    elif unit == "week":
        text = ngettext("in {count} week", "in {count} weeks", count)
    elif unit == "month":
        text = ngettext("in {count} month", "in {count} months", count)
    else:
        text = ngettext("in {count} year", "in {count} years", count)
    return text.format(count=count)


def _since(count: int, unit: str) -> str:
    if unit == "day":
        text = ngettext("{count} day ago", "{count} days ago", count)
    elif unit == "week":
        text = ngettext("{count} week ago", "{count} weeks ago", count)
    elif unit == "month":
        text = ngettext("{count} month ago", "{count} months ago", count)
    else:
        text = ngettext("{count} year ago", "{count} years ago", count)
    return text.format(count=count)


def _plain(date: dt.date) -> dt.date:
    return date.date() if isinstance(date, dt.datetime) else date


@lru_cache(maxsize=4096)
def _format(date: dt.date, pattern: str, language: str) -> str:
    from babel.dates import format_date  # late: see the docstring of the module

    return format_date(date, pattern, locale=language)
