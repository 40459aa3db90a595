"""The ways to reach somebody, and which of them not to use."""

from collections.abc import Iterable

from edtui.records.base import Part
from edtui.records.text import Code, Line, Name


class ContactWay(Part):
    """One way to reach somebody."""

    kind: Code = "phone"
    """Vocabulary ``contact_kinds``: phone, mobile, email, post …"""

    value: Line = ""
    """Number or address, as the person gave it."""

    use: Code = "yes"
    """Vocabulary ``contact_uses``: yes, rather_not, never."""

    note: Line = ""
    """Such as "after five only"."""

    @property
    def usable(self) -> bool:
        """Whether the program may offer it; what is rather not used is offered last."""
        return self.use != "never" and bool(self.value)


class ContactPerson(Part):
    """Somebody at an organisation; not on the roster."""

    name: Name = ""
    function: Line = ""
    contacts: tuple[ContactWay, ...] = ()
    note: Line = ""


def best_first(contacts: Iterable[ContactWay]) -> list[ContactWay]:
    """Give the ways that may be used: the wanted ones first, then those rather not used."""
    usable = [way for way in contacts if way.usable]
    return sorted(usable, key=lambda way: way.use == "rather_not")
