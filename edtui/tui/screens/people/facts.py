"""Pieces that the pages of mode 2 share: records in, facts out."""

from edtui.desk.session import Desk
from edtui.locale import _
from edtui.locale.numbers import hours
from edtui.records.base import Record
from edtui.records.contact import ContactWay
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.tui.screens.people.page import Fact
from edtui.tui.screens.people.words import Words

DOT = " · "


def name_of(desk: Desk, kind: type[Record], number: int | None) -> str:
    """Give the name of a person, organisation or location; empty where it is gone."""
    found = desk.find(kind, number)
    if found is None:
        return ""
    return display_name(found) if isinstance(found, Person) else str(getattr(found, "name", ""))


def hours_a_week(amount: float | None) -> str:
    """Give "3.5 hours", which are a week's; empty where none were agreed."""
    if amount is None:
        return ""
    return _("{hours} hours").format(hours=hours(amount))


def contact_way(way: ContactWay, words: Words) -> Fact:
    """One way to reach somebody, one not to use with a warning."""
    use = "" if way.use == "yes" else words.label("contact_uses", way.use)
    text = DOT.join(part for part in (way.value, use, way.note) if part)
    tone = {"never": "attention", "rather_not": "quiet"}.get(way.use, "")
    return Fact(text, tone, words.label("contact_kinds", way.kind))
