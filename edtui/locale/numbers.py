"""Numbers, hours and money in the language in use: "1.234,5", "3,5", "€ 12,50".

Babel comes in at the first number that is written, so that starting up does not wait for it.
"""

from decimal import Decimal

from edtui.locale import spoken


def number(value: float | Decimal, *, digits: int = 2) -> str:
    """Give a number with at most ``digits`` decimals, none where they are zero: "1.234,5"."""
    from babel.numbers import format_decimal  # late: see the module

    pattern = "#,##0" + ("." + "#" * digits if digits else "")
    return format_decimal(value, format=pattern, locale=spoken())


def count(value: int) -> str:
    """Give a whole number: "1.234"."""
    return number(value, digits=0)


def hours(value: float) -> str:
    """Give hours in decimals: "3,5"."""
    return number(value, digits=2)


def money(cents: int) -> str:
    """Give an amount in cents as euros: "€ 12,50" ("€12.50" in English)."""
    from babel.numbers import format_currency  # late: see the module

    amount = Decimal(cents) / 100
    # A terminal may break at, or count, a no-break space in its own way.
    return format_currency(amount, "EUR", locale=spoken()).replace("\u00a0", " ")


def percent(part: float) -> str:
    """Give a part of one in whole percents: "25%"."""
    return f"{count(round(part * 100))}%"
