"""How a series repeats, in words: "every 2 weeks on Tuesday, until 30 Jun 2027"."""

from edtui.errors import N_
from edtui.locale import _, dates, ngettext
from edtui.records.rule import WEEKDAY_CODES, Frequency, Rule
from edtui.records.series import Series

NTH = {
    "1": N_("the first"),
    "2": N_("the second"),
    "3": N_("the third"),
    "4": N_("the fourth"),
    "5": N_("the fifth"),
    "-1": N_("the last"),
}
"""Which weekday of a month (message ids)."""


def series_words(series: Series) -> str:
    """Give the rhythm of a series, with what it leaves out."""
    if series.rule is None:
        return _("only on the listed days") if series.added else _("once")
    parts = [rule_words(series.rule, series)]
    if series.skip_holidays:
        parts.append(_("not on public holidays"))
    if series.skip_school:
        parts.append(_("not in school holidays"))
    return ", ".join(parts)


def rule_words(rule: Rule, series: Series) -> str:
    """Give a rule in words; what it does not say is taken from the first day of its series."""
    return ", ".join(part for part in (_every(rule, series), _end(rule)) if part)


def _every(rule: Rule, series: Series) -> str:
    count = rule.interval
    if rule.by_set_pos or rule.by_year_day or rule.by_week_no:
        return _("in its own rhythm ({rule})").format(rule=rule.with_(until=None, count=None).text)
    if rule.freq is Frequency.DAILY:
        said = ngettext("every day", "every {count} days", count).format(count=count)
        return said if not rule.by_day else f"{said} ({_weekdays(rule.by_day)})"
    if rule.freq is Frequency.WEEKLY:
        days = rule.by_day or (WEEKDAY_CODES[series.first.weekday()],)
        said = ngettext("every week on {days}", "every {count} weeks on {days}", count)
        return said.format(count=count, days=_weekdays(days))
    if rule.freq is Frequency.MONTHLY:
        said = ngettext("every month on {day}", "every {count} months on {day}", count)
    else:
        said = ngettext("every year on {day}", "every {count} years on {day}", count)
        if not rule.by_day and not rule.by_month_day:
            return said.format(count=count, day=_date(series.first.day, series.first.month))
    return said.format(count=count, day=_in_month(rule, series))


def _in_month(rule: Rule, series: Series) -> str:
    if rule.by_day:
        return ", ".join(_nth(code) for code in rule.by_day)
    days = rule.by_month_day or (series.first.day,)
    return ", ".join(_("the last day") if day == -1 else _ordinal(day) for day in days)


def _nth(code: str) -> str:
    number, day = code[:-2].lstrip("+"), WEEKDAY_CODES.index(code[-2:])
    which = _(NTH[number]) if number in NTH else number
    return _("{which} {weekday}").format(which=which, weekday=dates.weekday(day, short=False))


def _weekdays(codes: tuple[str, ...]) -> str:
    return ", ".join(dates.weekday(WEEKDAY_CODES.index(code[-2:]), short=False) for code in codes)


def _ordinal(day: int) -> str:
    return _("day {number}").format(number=day)


def _date(day: int, month: int) -> str:
    import datetime as dt

    return dates.day(dt.date(2024, month, day)).partition(" ")[2]


def _end(rule: Rule) -> str:
    if rule.until is not None:
        return _("until {day}").format(day=dates.short_day(rule.until))
    if rule.count is not None:
        return ngettext("{count} time", "{count} times", rule.count).format(count=rule.count)
    return ""
