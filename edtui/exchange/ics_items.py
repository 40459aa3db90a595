"""What a calendar file holds, one entry each: neither iCalendar's words nor a record yet."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from edtui.errors import N_, Sentence
from edtui.exchange.errors import BadFile
from edtui.records.rule import Rule

PRODUCT = "-//edtui//edtui//NL"


class NotACalendar(BadFile):
    """A file is not a calendar (params: ``name``)."""

    sentence = N_("{name} is not a calendar.")
    hint = N_("Export the calendar as iCalendar (.ics).")


@dataclass(frozen=True)
class CalendarItem:
    """One activity, one series, or one date of a series that is different."""

    uid: str
    start: datetime
    """On the wall, in ``zone``."""

    end: datetime
    zone: str
    whole_day: bool = False
    sequence: int = 0
    title: str = ""
    place: str = ""
    words: str = ""
    kind: str = ""
    """Code of ``activity_kinds``; empty where the file does not say it."""

    cancelled: bool = False
    tentative: bool = False
    rule: Rule | None = None
    skipped: tuple[date, ...] = ()
    added: tuple[date, ...] = ()
    original: date | None = None
    """Of a date of a series: the one that the series means."""

    series_time: time | None = None
    """Of a date of a series: when the series starts on it, on the wall."""

    partial: bool = False
    """Whether texts were left out when it was written; then only its times say something."""

    @property
    def repeats(self) -> bool:
        """Whether it is a series."""
        return self.rule is not None or bool(self.added)


class Refused(NamedTuple):
    """An entry of a file that cannot be taken over, and why."""

    uid: str
    title: str
    """Private text."""

    why: Sentence


class CalendarFile(NamedTuple):
    """What a file holds."""

    name: str
    """Of the calendar, as the file says it."""

    items: tuple[CalendarItem, ...]
    refused: tuple[Refused, ...]
