"""A gentle look at an e-mail address or a phone number: a doubt to show, never a refusal.

What the person gave is kept as it was given; a form shows the doubt beside it and saves it anyway.
"""

import re

from edtui.errors import N_, Sentence
from edtui.records.contact import ContactWay

PHONES = frozenset({"phone", "mobile", "message_app"})
"""Kinds of contact way whose value is a phone number."""

_SLIPS = {
    "gmail.con": "gmail.com",
    "gmail.co": "gmail.com",
    "gmail.nl": "gmail.com",
    "gmial.com": "gmail.com",
    "gmai.com": "gmail.com",
    "hotmail.con": "hotmail.com",
    "hotmial.com": "hotmail.com",
    "hotnail.com": "hotmail.com",
    "outlook.con": "outlook.com",
    "ziggo.com": "ziggo.nl",
    "kpnmail.com": "kpnmail.nl",
}


def doubt(way: ContactWay) -> Sentence | None:
    """Give what looks odd about a contact way; None where nothing does."""
    if way.kind == "email":
        return email_doubt(way.value)
    if way.kind in PHONES:
        return phone_doubt(way.value)
    return None


def email_doubt(value: str) -> Sentence | None:
    """Give what looks odd about an e-mail address."""
    if not value:
        return None
    name, at, domain = value.rpartition("@")
    if not at:
        return Sentence(N_("An e-mail address has an @ in it."))
    if not name or "." not in domain.strip(".") or re.search(r"[\s,;]", value):
        return Sentence(N_("This does not look like a whole e-mail address."))
    if meant := _SLIPS.get(domain.casefold()):
        return Sentence(N_("Is this {domain}?"), {"domain": meant})
    return None


def phone_doubt(value: str) -> Sentence | None:
    """Give what looks odd about a phone number; an extension in words is fine."""
    number = re.split(r"[a-zA-Z#]", value.strip(), maxsplit=1)[0]
    digits = phone_digits(number)
    if not value:
        return None
    if len(digits) < 3:
        return Sentence(N_("There is no phone number in this."))
    if digits.startswith("0") and len(digits) != 10:
        return Sentence(
            N_("A Dutch phone number has 10 digits; here are {count}."), {"count": len(digits)}
        )
    return None


def phone_digits(value: str) -> str:
    """Give the digits of a number, a Dutch one from 0: to compare and to find by."""
    digits = re.sub(r"[^0-9]", "", value.replace("(0)", ""))
    if digits.startswith("0031"):
        return "0" + digits[4:]
    if value.strip().startswith("+31"):
        return "0" + digits[2:]
    return digits


def email_key(value: str) -> str:
    """Give an e-mail address to compare by."""
    return value.strip().casefold()
