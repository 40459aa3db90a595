"""What an entry of the calendar is called, when it is, who is there, and how it stands."""

from datetime import datetime, timedelta
from typing import Any

from edtui.desk.calendar_entries import Entry, Layer
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.locale import dates, ngettext, spoken
from edtui.records.vocabulary import Vocabulary
from edtui.records.zones import HOME, zone_of
from edtui.tui.curtain import shown_name

_WITH_ROLE = frozenset({"trainee", "coach", "guest"})
"""Roles that are said behind a name: who does not fill a place."""


class CalendarWords:
    """The words for entries, read once; make a new one when the records changed."""

    def __init__(self, held: dict[str, Vocabulary], index: CalendarIndex, app: Any) -> None:
        self.held = held
        self.index = index
        self.app = app
        self._kinds: dict[str, str] = {}

    @classmethod
    def of(cls, desk: Desk, index: CalendarIndex, app: Any) -> "CalendarWords":
        """Read the words of a desk."""
        return cls(vocabularies(desk), index, app)

    def label(self, vocabulary: str, code: str) -> str:
        """Give the word for a code; a code that is not known stands for itself."""
        held = self.held.get(vocabulary)
        return held.label(code, spoken()) if held and code else code

    def kind(self, code: str) -> str:
        """Give the word for a kind of activity, with a capital."""
        found = self._kinds.get(code)
        if found is None:
            word = self.label("activity_kinds", code)
            found = self._kinds[code] = word[:1].upper() + word[1:]
        return found

    def status(self, code: str) -> str:
        """Give the word for how an activity stands."""
        return self.label("activity_statuses", code)

    def what(self, entry: Entry) -> str:
        """Give what an entry is called: its title, else its kind."""
        return entry.title or self.kind(entry.kind)

    def short(self, entry: Entry) -> str:
        """Give the few words by which an entry is known in a small cell."""
        if entry.layer is Layer.VISITS and not entry.title:
            return self.where(entry) or self.kind(entry.kind)
        return self.what(entry)

    def where(self, entry: Entry) -> str:
        """Give where an entry is."""
        return self.index.place_name(entry)

    def people(self, entry: Entry, look: int = 0) -> str:
        """Give who is there, as it may be seen now, with a mark behind who asks for a ``look``."""
        found: list[str] = []
        unnamed = 0
        for one in entry.people:
            name = one.name or self.index.person_name(one.person_id)
            if not name:  # a role that may not read the roster
                unnamed += 1
                continue
            shown = shown_name(self.app, name)
            if one.role in _WITH_ROLE:
                shown = f"{shown} ({self.label('activity_roles', one.role)})"
            found.append(f"{shown} !" if look and one.person_id == look else shown)
        if unnamed:
            found.append(
                ngettext("{count} person", "{count} people", unnamed).format(count=unnamed)
            )
        return ", ".join(found)

    def first_names(self, entry: Entry) -> str:
        """Give who is there by the first word of each name, as it may be seen now."""
        names = (one.name or self.index.person_name(one.person_id) for one in entry.people)
        shown = (shown_name(self.app, name).partition(" ")[0] for name in names if name)
        return ", ".join(shown)

    def person(self, number: int) -> str:
        """Give the name of a person as it may be seen now."""
        return shown_name(self.app, self.index.person_name(number))

    def location(self, number: int) -> str:
        """Give the name of a location."""
        bit = self.index.location(number)
        return bit.name if bit is not None else ""


def wall_now(desk: Desk) -> datetime:
    """Give the time that a clock on the wall shows where the team is."""
    return desk.clock.now().astimezone(zone_of(HOME)).replace(tzinfo=None)


def times(entry: Entry) -> str:
    """Give when an entry is on its day: "13:00-15:30"; nothing for a whole day."""
    if entry.whole_day:
        return ""
    end = entry.end
    if end - entry.start > timedelta(days=1):
        return f"{dates.time(entry.start)}-"
    return f"{dates.time(entry.start)}-{dates.time(end)}"
