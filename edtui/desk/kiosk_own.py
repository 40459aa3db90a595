"""What is somebody's own at a kiosk: calendar, hours, visits to report, check-ins."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from weakref import WeakKeyDictionary

from edtui.desk import calendar_held, private
from edtui.desk.calendar_entries import Entry
from edtui.desk.calendar_view import CalendarFilter, CalendarIndex
from edtui.desk.kiosk_sheet import Sheet, own_sheet
from edtui.desk.session import Desk
from edtui.desk.visit_reports import CLIENT_TALK
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, Sentence
from edtui.records.check_in import CheckIn
from edtui.records.kiosk_letter import SentReport
from edtui.records.planned import FREES, ActivityStatus
from edtui.records.visit_report import VisitReport

AHEAD = timedelta(days=42)
BACK = timedelta(days=60)
"""Older visits are not asked for any more."""


class Own:
    """Who signed in: the sheet from the desk, and the calendar. Dropped with the desk."""

    def __init__(self, desk: Desk) -> None:
        self.sheet: Sheet = own_sheet(desk)
        self.calendar: CalendarIndex | None = calendar_held.hold(desk)
        if self.calendar is not None:
            self.calendar.ensure()

    @property
    def person_id(self) -> int:
        """Number on the roster; 0 where it is not known."""
        return self.sheet.person_id


_OWN: "WeakKeyDictionary[Desk, Own]" = WeakKeyDictionary()


def own(desk: Desk) -> Own:
    """Give what is read once after signing in; slow the first time."""
    found = _OWN.get(desk)
    if found is None:
        found = _OWN[desk] = Own(desk)
    return found


def between(desk: Desk, first: date, last: date) -> Sequence[Entry]:
    """Give one's own activities of a period, by their start."""
    mine = own(desk)
    if mine.calendar is None or not mine.person_id:
        return ()
    return mine.calendar.between(first, last, CalendarFilter(person_id=mine.person_id)).entries


def coming(desk: Desk) -> Sequence[Entry]:
    """Give one's own activities of today and the weeks to come."""
    today = desk.clock.today()
    return [one for one in between(desk, today, today + AHEAD) if one.status not in FREES]


def place(desk: Desk, entry: Entry) -> str:
    """Give where an activity is; empty where it is not known."""
    return own(desk).sheet.places.get(entry.location_id, "") or entry.place


def to_report(desk: Desk, sent: Iterable[object] = ()) -> list[Entry]:
    """Give one's own visits that were and of which one said nothing yet, the newest first.

    Args:
        desk: of who signed in.
        sent: keys of what was sent just now.
    """
    mine, today, now = own(desk), desk.clock.today(), desk.clock.now().replace(tzinfo=None)
    kinds = vocabularies(desk)["activity_kinds"]
    visits = {term.code for term in kinds if term.more.get("layer") == "visit"} - {CLIENT_TALK}
    said = {
        report.activity_id
        for report in _reports(desk)
        if any(one.person_id == mine.person_id and one.hours for one in report.people)
    }
    done = set(sent)
    off = {*FREES, ActivityStatus.NO_SHOW}
    found = [
        one
        for one in between(desk, today - BACK, today)
        if one.kind in visits
        and one.location_id
        and one.start <= now
        and one.status not in off
        and one.key not in done
        and not (one.key.activity and one.key.activity in said)
    ]
    return found[::-1]


def last_kilometres(desk: Desk, location_id: int) -> float:
    """Give the kilometres that one reported for a location the last time; 0 for none."""
    mine = own(desk).person_id
    found = [
        (report.day, one.kilometres)
        for report in _reports(desk)
        if report.location_id == location_id
        for one in report.people
        if one.person_id == mine and one.kilometres
    ]
    return max(found)[1] if found else 0


class Month(NamedTuple):
    """One's own hours and kilometres of a month."""

    first: date
    hours: float
    kilometres: float
    cents: int
    visits: int


def months(desk: Desk, count: int = 6) -> list[Month]:
    """Give one's own months, the newest first, as far as they were reported."""
    mine = own(desk).person_id
    found: dict[date, Month] = {}
    for report in _reports(desk):
        for one in report.people:
            if one.person_id == mine:
                first = report.day.replace(day=1)
                before = found.get(first, Month(first, 0, 0, 0, 0))
                found[first] = Month(
                    first,
                    round(before.hours + one.hours, 2),
                    round(before.kilometres + one.kilometres, 1),
                    before.cents + one.costs,
                    before.visits + 1,
                )
    return sorted(found.values(), reverse=True)[:count]


def sent_report(entry: Entry) -> SentReport:
    """Give an empty report of an activity."""
    return SentReport(
        activity_id=entry.key.activity or None,
        series_id=entry.key.series or None,
        original=entry.key.original,
        day=entry.day,
        hours=round((entry.end - entry.start).total_seconds() / 3600, 2),
    )


def check_ins(desk: Desk) -> list[CheckIn]:
    """Give one's own check-ins, the newest first; nobody else can."""
    if not private.ready(desk):
        return []
    return sorted(desk.all(CheckIn), key=lambda one: (one.on, one.id), reverse=True)


def check_in(desk: Desk, mood: int, words: str) -> CheckIn:
    """Keep how one is, for oneself alone.

    Raises:
        edtui.desk.private.NoPrivatePart: no place is kept for it.
        ReadOnly: nothing can be written now.
    """
    private.begin(desk)
    with desk.act(Sentence(N_("Check-in")), undoable=False) as act:
        return act.put(CheckIn(on=desk.clock.today(), mood=mood, words=words))


def forget_check_in(desk: Desk, number: int) -> None:
    """Take a check-in away.

    Raises:
        NotFound: it is gone already.
    """
    with desk.act(Sentence(N_("Check-in")), undoable=False) as act:
        act.remove(desk.get(CheckIn, number))


def _reports(desk: Desk) -> Iterable[VisitReport]:
    return desk.all(VisitReport) if desk.reads(VisitReport.table) else ()
