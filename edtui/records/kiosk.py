"""A shared terminal, and what a team shows there: texts, hours, faces, a question.

All of it is public by nature: it stands on the shelf, which a kiosk's key reads. Nothing of a
client, and of the team only who said yes to it, and what.
"""

from datetime import date, datetime, time
from typing import Annotated, ClassVar, Self

from pydantic import Field, StringConstraints, model_validator

from edtui.errors import N_
from edtui.records.availability import WEEKDAYS
from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, Name, Notes

SECTIONS = ("stories", "people", "timetable", "talk", "idea", "poll", "sign_in")
"""What the start page can offer, in its order."""

NEVER_PUBLIC = frozenset({"client_conversation", "mediation", "complaints_committee"})
"""Kinds of activity that are never shown to visitors, whatever was chosen."""

PUBLIC_KINDS = ("location_visit", "walk_in")
"""Kinds of activity that are shown where a team chose nothing else."""

HELP_PHONE = "113 / 0800-0113"
"""Day and night, free: where somebody thinks of ending their life (the Netherlands)."""


class Words(Part):
    """A text in both languages; one of them is enough."""

    nl: Notes = ""
    en: Notes = ""

    def spoken(self, language: str) -> str:
        """Give the text in a language, else in the other one."""
        return (self.en or self.nl) if language == "en" else (self.nl or self.en)


class Opening(Part):
    """A time in the week at which the kiosk is open."""

    weekday: Code
    """Vocabulary ``weekdays``."""

    start: time
    end: time
    """After the start, on the same day."""

    @model_validator(mode="after")
    def _after_the_start(self) -> Self:
        if self.weekday not in WEEKDAYS:
            raise refuse(N_("Choose a day of the week."), field="weekday")
        if self.end <= self.start:
            raise refuse(N_("The end is not after the start."), field="end")
        return self


class Poll(Part):
    """A question to visitors with answers to choose from."""

    mark: Line = ""
    """Random: by which its answers are known to be its own."""

    question: Words = Words()
    answers: tuple[Words, ...] = ()
    until: date | None = None
    """Last day; None as long as it stands here."""

    @property
    def whole(self) -> bool:
        """Whether there is something to ask."""
        return bool(self.question.spoken("nl")) and len(self.answers) > 1

    def open_on(self, day: date) -> bool:
        """Say whether it is asked on a day."""
        return self.whole and (self.until is None or day <= self.until)


class Face(Part):
    """Somebody of the team who wants to be named here, with what that person wants told."""

    person_id: RecordId | None = None
    """Of the roster; None for somebody who is not on it."""

    name: Name
    """As the person wants to be called here."""

    role: Code = "peer_worker"
    """Vocabulary ``roles``."""

    about: Words = Words()
    reach: Line = ""
    """How to reach this person, such as "by the coffee, on Tuesdays"."""

    in_timetable: bool = False
    """Whether the timetable says where and when this person is."""

    agreed_on: date | None = None
    """When the person said yes to this."""


class KioskSettings(Record):
    """What all kiosks of the team show, one document."""

    table: ClassVar[str] = "kiosk_settings"

    greeting: Words = Words()
    """Above the choices; empty: "Welcome at", with the team's name."""

    message: Words = Words()
    """Of the day."""

    message_until: date | None = None
    help_words: Words = Words()
    """The line with help; empty: the national one."""

    opening: tuple[Opening, ...] = ()
    """None: always open."""

    closed_words: Words = Words()
    """On the page of a closed kiosk; empty: when it opens."""

    pauses: tuple[tuple[date, date], ...] = ()
    """First and last day of times in which it is closed."""

    shows: tuple[Code, ...] = SECTIONS
    faces: tuple[Face, ...] = ()
    kinds: tuple[Code, ...] = PUBLIC_KINDS
    """Vocabulary ``activity_kinds``: what the timetable shows."""

    days: Annotated[int, Field(ge=1, le=60)] = 14
    """How far the timetable looks ahead."""

    hidden_stories: tuple[RecordId, ...] = ()
    """Stories that stand on the shelf and that no kiosk offers all the same."""

    poll: Poll = Poll()

    @model_validator(mode="after")
    def _known_sections(self) -> Self:
        if set(self.shows) - set(SECTIONS):
            raise refuse(N_("Choose what is shown from the list."), field="shows")
        if any(last < first for first, last in self.pauses):
            raise refuse(N_("The end is before the start."), field="pauses")
        return self

    def message_on(self, day: date, language: str) -> str:
        """Give the message of a day; empty where there is none."""
        if self.message_until is not None and day > self.message_until:
            return ""
        return self.message.spoken(language)


class Kiosk(Record):
    """One terminal."""

    table: ClassVar[str] = "kiosks"

    user_id: Line
    """As the vault numbers it among its members."""

    name: Name
    """Where it stands, such as "Hall"."""

    location_id: RecordId | None = None
    where: Name = ""
    """The name of the location, as visitors know it."""

    language: Annotated[str, StringConstraints(pattern="^(nl|en)$")] = "nl"
    """In which it begins."""

    closed: bool = False
    """Closed by hand."""

    reset_at: datetime | None = None
    """When the desk last asked it to begin anew."""

    last_seen: datetime | None = None
    last_version: Line = ""


def closed_until(
    settings: KioskSettings, now: datetime, *, days: int = 60
) -> tuple[bool, datetime | None]:
    """Say whether a kiosk is closed, and from when it is open again.

    Args:
        settings: with the hours and the pauses.
        now: with the workstation's time zone.
        days: how far ahead to look.

    Returns:
        Whether it is closed; the first open moment, None where it is open or none was found.
    """
    opening: dict[int, list[Opening]] = {}
    for one in settings.opening:
        opening.setdefault(WEEKDAYS.index(one.weekday), []).append(one)
    if not _paused(settings, now.date()) and _open_at(settings, opening, now):
        return False, None
    for ahead in range(days + 1):
        day = date.fromordinal(now.date().toordinal() + ahead)
        if _paused(settings, day):
            continue
        times = [time.min]
        if opening:
            times = sorted(one.start for one in opening.get(day.weekday(), ()))
        for start in times:
            moment = datetime.combine(day, start, now.tzinfo)
            if moment > now:
                return True, moment
    return True, None


def _paused(settings: KioskSettings, day: date) -> bool:
    return any(first <= day <= last for first, last in settings.pauses)


def _open_at(settings: KioskSettings, by_day: dict[int, list[Opening]], now: datetime) -> bool:
    if not settings.opening:
        return True
    at = now.time()
    return any(one.start <= at < one.end for one in by_day.get(now.weekday(), ()))
