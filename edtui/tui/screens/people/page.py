"""What a page of one record says: sections of lines, in groups that are tabs on a small screen."""

from collections.abc import Sequence
from typing import NamedTuple


class Fact(NamedTuple):
    """One line of a section: private text is welcome, a longer one is broken over lines."""

    text: str
    tone: str = ""
    """``attention`` (look here), ``quiet``, or empty."""

    lead: str = ""
    """A word before it, set in a column of its own: the kind of a contact way, a weekday."""


class Section(NamedTuple):
    """A piece of a page that is read, and changed, as one."""

    name: str
    title: str
    """Message id."""

    facts: Sequence[Fact] = ()
    group: str = ""
    """Heading over it, and the tab it stands in (message id)."""

    form: str = ""
    """Name of the form that changes it; empty: nothing to change here."""


class Page(NamedTuple):
    """All of one record."""

    number: int
    title: str
    """The record's name. Private text."""

    facts: str = ""
    """What stands after the name, with dots between."""

    sections: Sequence[Section] = ()

    @property
    def groups(self) -> list[str]:
        """The groups in their order."""
        return list(dict.fromkeys(section.group for section in self.sections))

    def section(self, name: str) -> Section | None:
        """Give the section with this name."""
        return next((one for one in self.sections if one.name == name), None)


NO_PAGE = Page(0, "")

NOTHING = "–"
"""What a section without facts says."""
