"""What the calendar says on Vandaag: now and soon, and the rest of the week."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from edtui.desk.calendar_entries import ACTIVITIES, Entry
from edtui.desk.calendar_view import CalendarIndex
from edtui.locale import _, dates
from edtui.records.planned import FREES
from edtui.records.zones import moment
from edtui.tui.screens.calendar.looks import looks
from edtui.tui.screens.calendar.reading import said_look
from edtui.tui.screens.calendar.words import CalendarWords, wall_now
from edtui.tui.surroundings import marks
from edtui.tui.widgets import section_list

DAYS = 7
"""Days after this one that are told."""

MOST_NOW, MOST_SOON = 8, 12


class Blocks(NamedTuple):
    """Lines of Vandaag, in the language in use."""

    now: Sequence[section_list.Entry] = ()
    soon: Sequence[section_list.Entry] = ()


def blocks(app: Any, index: CalendarIndex) -> Blocks:
    """Give the lines for today and for the days after it.

    Args:
        app: the program.
        index: the calendar, read already.
    """
    desk = index.desk
    now = desk.clock.now()
    today = desk.clock.today()
    last = today + timedelta(days=DAYS)
    entries = [
        entry
        for entry in index.between(today, last, layers=ACTIVITIES).entries
        if entry.status not in FREES
    ]
    words = CalendarWords.of(desk, index, app)
    wall = wall_now(desk)
    asked = looks(index, entries, wall)
    dot = f" {marks(app).between} "

    def told(entry: Entry) -> str:
        look = asked.get(entry.key)
        why = f"{marks(app).look} {said_look(look, words)}" if look is not None else ""
        return dot.join(part for part in (why, words.people(entry)) if part)

    def titled(entry: Entry) -> str:
        where = words.where(entry)
        return f"{words.what(entry)}, {where}" if where and not entry.title else words.what(entry)

    def today_line(entry: Entry) -> section_list.Entry:
        begins = moment(entry.start, entry.zone).astimezone(now.tzinfo)
        when = _("now") if begins <= now else dates.away(begins, now)
        kind = _("whole day") if entry.whole_day else dates.time(entry.start)
        return section_list.Entry(kind, titled(entry), told(entry), when, value=entry.key)

    def later_line(entry: Entry) -> section_list.Entry:
        kind = f"{dates.weekday(entry.day.weekday())} {entry.day.day}"
        when = _("whole day") if entry.whole_day else dates.time(entry.start)
        return section_list.Entry(kind, titled(entry), told(entry), when, value=entry.key)

    here = (e for e in entries if e.day <= today and (e.whole_day or e.end >= wall))
    soon = (e for e in entries if e.day > today)
    return Blocks(
        [today_line(entry) for entry in _first(here, MOST_NOW)],
        [later_line(entry) for entry in _first(soon, MOST_SOON)],
    )


def _first(entries: Iterable[Entry], most: int) -> Sequence[Entry]:
    return [entry for entry, _at in zip(entries, range(most), strict=False)]
