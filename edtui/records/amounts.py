"""Read numbers, hours and money as people type them, with a comma or a point.

Where both stand, the last one is the decimal mark. Where one stands with exactly three digits
after it (``1.234``), it groups thousands; hours never have thousands, so there it is the mark.
"""

import re
import unicodedata

from edtui.errors import N_, BadInput

_PLAIN = re.compile(r"[0-9]{1,12}")
_DECIMAL = re.compile(r"([0-9]{0,12})[.,]([0-9]{1,6})")
_GROUPED = re.compile(r"([0-9]{1,3}(?:([.,' ])[0-9]{3})(?:\2[0-9]{3}){0,3})(?:[.,]([0-9]{1,6}))?")
_CLOCK = re.compile(r"([0-9]{1,3})\s?(?::|u|h|uur|hours?|uren)\s?([0-9]{1,2})(?:\s?(?:m|min))?")
_MINUTES = re.compile(r"([0-9]{1,5})\s?(?:m|min|minuten|minutes?|minuut)")
_HOUR_WORDS = re.compile(r"\s?(?:u|h|uur|uren|hours?|per week|pw|/week|uur per week)\.?$")
_MONEY_SIGNS = re.compile(r"€|\beur(?:o|os)?\b|eur$")
_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}


class NumberNotUnderstood(BadInput):
    """A text is not a number (params: ``text``)."""

    sentence = N_("“{text}” is not a number that I know.")
    hint = N_("Type it like 4 or 3.5.")


class HoursNotUnderstood(BadInput):
    """A text is not a number of hours (params: ``text``)."""

    sentence = N_("“{text}” is not a number of hours that I know.")
    hint = N_("Type it like 3.5 or 3:30.")


class MoneyNotUnderstood(BadInput):
    """A text is not an amount of money (params: ``text``)."""

    sentence = N_("“{text}” is not an amount that I know.")
    hint = N_("Type it like 12.50.")


def read_number(text: str) -> float:
    """Read a number, negative too: ``4``, ``3,5``, ``1.234,5``, ``-2``.

    Raises:
        NumberNotUnderstood: it is none, or too long to be meant.
    """
    wanted = _tidy(text)
    sign = -1.0 if wanted[:1] in ("-", "−") else 1.0
    value = _number(wanted.lstrip("-−+").strip() if wanted[:1] in "-−+" else wanted)
    if value is None:
        raise NumberNotUnderstood(text=_clip(text))
    return sign * value


def read_count(text: str) -> int:
    """Read a whole number that is not negative.

    Raises:
        NumberNotUnderstood: it is none.
    """
    value = _number(_tidy(text))
    if value is None or value != int(value):
        raise NumberNotUnderstood(text=_clip(text))
    return int(value)


def read_hours(text: str) -> float:
    """Read hours, rounded to two digits: ``3,5``, ``3:30``, ``3u30``, ``3½``, ``45 min``.

    Raises:
        HoursNotUnderstood: it is none.
    """
    wanted = _tidy(text)
    if match := _MINUTES.fullmatch(wanted):
        return round(int(match[1]) / 60, 2)
    if (match := _CLOCK.fullmatch(wanted)) and int(match[2]) < 60:
        return round(int(match[1]) + int(match[2]) / 60, 2)
    while shorter := _HOUR_WORDS.sub("", wanted):
        if shorter == wanted:
            break
        wanted = shorter
    value = _number(wanted, thousands=False)
    if value is None:
        raise HoursNotUnderstood(text=_clip(text))
    return round(value, 2)


def read_money(text: str) -> int:
    """Read an amount as cents: ``12,50``, ``€ 12``, ``1.900``, ``12,-``, ``12.5 euro``.

    Raises:
        MoneyNotUnderstood: it is none, is negative, or has parts of a cent.
    """
    wanted = " ".join(_MONEY_SIGNS.sub(" ", _tidy(text)).split())
    wanted = re.sub(r"[.,]\s?(?:-|–|—|=){1,2}$", "", wanted)
    value = _number(wanted)
    cents = None if value is None else round(value * 100)
    if value is None or cents is None or abs(value * 100 - cents) > 0.001:
        raise MoneyNotUnderstood(text=_clip(text))
    return cents


def _tidy(text: str) -> str:
    for half, decimal in _HALVES.items():
        text = text.replace(half, decimal)
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _number(wanted: str, *, thousands: bool = True) -> float | None:
    if _PLAIN.fullmatch(wanted):
        return float(wanted)
    if thousands and (match := _GROUPED.fullmatch(wanted)) and not wanted.startswith("0"):
        mark = wanted[match.end(1)] if match[3] else ""
        if mark != match[2]:
            return float(re.sub(r"[^0-9]", "", match[1]) + "." + (match[3] or "0"))
    if match := _DECIMAL.fullmatch(wanted):
        return float(f"{match[1] or 0}.{match[2]}")
    return None


def _clip(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
