"""What the painted calendar asks of its days: how many items, and each in words, when in sight."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple, Protocol


class Item(NamedTuple):
    """One thing on a day. Private text is fine: whoever paints it makes it harmless."""

    value: object
    """What it stands for; the cursor keeps to it."""

    start: datetime
    end: datetime
    whole_day: bool
    times: str
    """"13:00-15:30"; empty for a whole day."""

    what: str
    short: str
    """The few words for a small cell."""

    who: str
    names: str
    """Who, by first names, for a small cell."""

    where: str
    told: str = ""
    """How it stands, or why it asks for a look."""

    mark: str = " "
    """One sign: ``!`` look, ``?`` not confirmed, done, cancelled, moved."""

    tone: str = ""
    """``attention``, ``unsure`` or ``quiet``."""


class Span(NamedTuple):
    """When an item is."""

    start: datetime
    end: datetime
    whole_day: bool


class Flag(NamedTuple):
    """Something of a whole day that is no item: a holiday, somebody away, what ends."""

    sign: str
    """One cell."""

    told: str
    tone: str = "quiet"
    many: int = 1
    """Of how many it tells."""

    begins: bool = True
    """Whether it begins on this day, or is told here first of the days that are shown."""


class Lane(NamedTuple):
    """A line of its own: a person, a location, or what has neither."""

    value: int
    """Number of the record; 0 for items of nobody."""

    name: str


class Days(Protocol):
    """The days of a period."""

    @property
    def today(self) -> date:
        """Which day it is."""
        ...

    def count(self, day: date, lane: Lane | None = None) -> int:
        """Give how many items a day has, or those of a lane."""
        ...

    def item(self, day: date, at: int, lane: Lane | None = None) -> Item:
        """Give an item of a day by its place, from 0, in the order of their start."""
        ...

    def value(self, day: date, at: int, lane: Lane | None = None) -> object:
        """Give what an item stands for, without its words."""
        ...

    def span(self, day: date, at: int) -> Span:
        """Give when an item is, without its words."""
        ...

    def flags(self, day: date, lane: Lane | None = None) -> Sequence[Flag]:
        """Give the flags of a day, or those of a lane: that this person is away."""
        ...

    def sums(self, day: date) -> str:
        """Give the items of a day in numbers: "2v 1m"."""
        ...

    def sums_in_words(self, day: date) -> str:
        """Give them in words: "2 visits, 1 meeting"."""
        ...

    def looks(self, day: date) -> int:
        """Give how many items of a day ask for a look."""
        ...

    def lanes(self) -> Sequence[Lane]:
        """Give the lanes that have something."""
        ...


class NoDays:
    """Days of which nothing is known yet."""

    def __init__(self, today: date = date(2000, 1, 1)) -> None:
        self.today = today

    def count(self, day: date, lane: Lane | None = None) -> int:  # noqa: ARG002  nothing anywhere
        """Give 0."""
        return 0

    def item(self, day: date, at: int, lane: Lane | None = None) -> Item:  # noqa: ARG002  a subclass asks it
        """There is none."""
        raise IndexError(at)

    def value(self, day: date, at: int, lane: Lane | None = None) -> object:  # noqa: ARG002  a subclass asks it
        """There is none."""
        raise IndexError(at)

    def span(self, day: date, at: int) -> Span:  # noqa: ARG002  a subclass asks it
        """There is none."""
        raise IndexError(at)

    def flags(self, day: date, lane: Lane | None = None) -> Sequence[Flag]:  # noqa: ARG002  a subclass asks it
        """Give nothing."""
        return ()

    def sums(self, day: date) -> str:  # noqa: ARG002  a subclass asks it
        """Give nothing."""
        return ""

    def sums_in_words(self, day: date) -> str:  # noqa: ARG002  a subclass asks it
        """Give nothing."""
        return ""

    def looks(self, day: date) -> int:  # noqa: ARG002  a subclass asks it
        """Give 0."""
        return 0

    def lanes(self) -> Sequence[Lane]:
        """Give none."""
        return ()
