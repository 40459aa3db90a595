"""The public timetable: made by the desk, which holds the calendar, for kiosks, which do not.

Only activities of the chosen kinds, only people who said yes to it, under the name that they chose;
never a client, a title, a note or who else is there.
"""

from collections.abc import Iterable
from datetime import timedelta

from edtui.desk import grants
from edtui.desk.calendar_entries import Entry
from edtui.desk.kiosk_calendar import calendar_of
from edtui.desk.kiosk_settings import kiosk_settings
from edtui.desk.session import Desk
from edtui.errors import N_, Sentence
from edtui.records.kiosk import NEVER_PUBLIC, KioskSettings
from edtui.records.kiosk_shown import KioskShown, ShownTime
from edtui.records.organisation import Location
from edtui.records.planned import FREES, ActivityStatus

TABLES = frozenset({"activities", "series", "locations", "people", "kiosk_settings", "kiosk_shown"})
"""What the timetable is made of."""

_GONE = frozenset({*FREES, ActivityStatus.NO_SHOW})


def shown(desk: Desk) -> KioskShown:
    """Give what stands on the shelf; empty where nothing was put there yet."""
    return next(desk.all(KioskShown), KioskShown())


def publish(desk: Desk) -> KioskShown:
    """Put the timetable of now on the shelf, if it differs from what stands there.

    Raises:
        ReadOnly: nothing can be written now.
    """
    settings = kiosk_settings(desk)
    before = shown(desk)
    today = desk.clock.today()
    last = today + timedelta(days=settings.days - 1)
    times = timetable(desk, settings)
    if (before.times, before.first, before.last) == (times, today, last):
        return before
    now = desk.clock.now()
    with desk.act(Sentence(N_("Timetable for kiosks")), undoable=False) as act:
        return act.put(before.with_(made=now, first=today, last=last, times=times))


def timetable(desk: Desk, settings: KioskSettings) -> tuple[ShownTime, ...]:
    """Give the public times of the days to come, by their start."""
    names = {
        one.person_id: one.name for one in settings.faces if one.in_timetable and one.person_id
    }
    kinds = frozenset(settings.kinds) - NEVER_PUBLIC
    if not names or not kinds or "timetable" not in settings.shows:
        return ()
    first = desk.clock.today()
    last = first + timedelta(days=settings.days - 1)
    with calendar_of(desk) as index:
        found = index.between(first, last).entries
    places = _Places(desk)
    times = [_time(one, names, places) for one in found if one.kind in kinds]
    return tuple(one for one in times if one is not None)


class _Places:
    """Names of locations, each asked once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[int, str] = {}

    def name(self, number: int) -> str:
        if number not in self._known:
            location = self._desk.find(Location, number)
            self._known[number] = location.name if location else ""
        return self._known[number]


def _time(entry: Entry, names: dict[int, str], places: _Places) -> ShownTime | None:
    who = tuple(_chosen(entry, names))
    if not who or entry.status in _GONE:
        return None
    return ShownTime(
        day=entry.day,
        start=None if entry.whole_day else entry.start.time(),
        end=None if entry.whole_day else entry.end.time(),
        kind=entry.kind,
        location_id=entry.location_id or None,
        # The words of a place can be anything, an address of somebody too: only locations.
        where=places.name(entry.location_id) if entry.location_id else "",
        who=who,
    )


def _chosen(entry: Entry, names: dict[int, str]) -> Iterable[str]:
    return (names[one.person_id] for one in entry.people if one.person_id in names)


def may_publish(desk: Desk) -> bool:
    """Say whether the role at the desk puts things on the shelf."""
    return grants.may_write(desk, "shelf")
