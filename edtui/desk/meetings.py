"""Meetings before they begin: which there are, which comes, and what is done to an agenda."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from edtui.desk import meeting_agenda
from edtui.desk.errors import NotNow
from edtui.desk.meeting_dates import Planned, planned_meetings
from edtui.desk.session import Desk
from edtui.errors import N_, NotAllowed, Sentence
from edtui.locale import _, dates
from edtui.records.meeting import Meeting, MeetingStatus, divided

STATUSES = {
    MeetingStatus.PLANNED: N_("agenda"),
    MeetingStatus.RUNNING: N_("going on"),
    MeetingStatus.DRAFT: N_("minutes to read"),
    MeetingStatus.FINAL: N_("minutes final"),
}
"""What each status is called."""

_BACK = timedelta(days=3)
"""A meeting of so many days ago may still be held: it began late, or was not opened."""


class Coming(NamedTuple):
    """A date of the calendar, with its meeting where somebody opened it already."""

    planned: Planned
    meeting: Meeting | None


def all_meetings(desk: Desk) -> list[Meeting]:
    """Give every meeting, the newest first."""
    return sorted(desk.all(Meeting), key=lambda one: (one.on, one.id), reverse=True)


def coming(desk: Desk) -> list[Coming]:
    """Give the meetings that the calendar has from now on, the first one first.

    A date whose meeting is over already is left out; without the calendar's key there are none.
    """
    first = desk.clock.today() - _BACK
    try:
        found = planned_meetings(desk, first)
    except NotAllowed:
        return []
    held = [one for one in desk.all(Meeting) if one.on >= first - timedelta(days=60)]
    given = [Coming(planned, _held(held, planned)) for planned in found]
    return [one for one in given if _to_come(one, desk.clock.today())]


def running(desk: Desk) -> Meeting | None:
    """Give the meeting that is going on, the newest of them."""
    found = desk.having(Meeting, "status", MeetingStatus.RUNNING.value)
    return max(found, key=lambda one: (one.on, one.id), default=None)


def prepare(desk: Desk, planned: Planned) -> Meeting:
    """Make the agenda of a date of the calendar; one that is there already is given.

    Raises:
        ReadOnly: nothing can be written now.
    """
    held = _held(desk.all(Meeting), planned)
    if held is not None:
        return held
    made = meeting_agenda.from_calendar(desk, planned)
    with desk.act(_label(N_("Agenda made for {day}"), made.on)) as act:
        return act.put(made)


def prepare_free(desk: Desk, **fields: object) -> Meeting:
    """Make a meeting that stands in no calendar.

    Raises:
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    kind = str(fields.get("kind", "case_meeting"))
    known = {"frame": meeting_agenda.FRAMES.get(kind, ""), "on": desk.clock.today(), **fields}
    made = meeting_agenda.filled(desk, Meeting.model_validate(known))
    with desk.act(_label(N_("Agenda made for {day}"), made.on)) as act:
        return act.put(made)


def opened(desk: Desk, number: int) -> Meeting:
    """Give a meeting to look at; one that is planned with what came up since, which is kept.

    Raises:
        NotFound: there is none.
    """
    meeting = desk.get(Meeting, number)
    if meeting.status is not MeetingStatus.PLANNED or desk.read_only is not None:
        return meeting
    fresh = meeting_agenda.filled(desk, meeting)
    if fresh == meeting or not desk.vault.may_write("casework"):
        return meeting
    # Nobody did this, so nobody can take it back; what is on it by itself would come again.
    with desk.act(_label(N_("Agenda of {day} filled up"), meeting.on), undoable=False) as act:
        return act.put(fresh)


def change(desk: Desk, meeting: Meeting) -> Meeting:
    """Save a changed agenda.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        NotNow: the meeting began already.
        ReadOnly: nothing can be written now.
    """
    _check_planned(desk.get(Meeting, meeting.id))
    with desk.act(_label(N_("Agenda of {day} changed"), meeting.on)) as act:
        return act.put(meeting)


def moved(meeting: Meeting, place: int, by: int) -> Meeting:
    """Give the agenda with an item some places further; at an end it stays there."""
    agenda = list(meeting.agenda)
    item = agenda.pop(place)
    agenda.insert(max(0, min(place + by, len(agenda))), item)
    return meeting.with_(agenda=tuple(agenda))


def minutes_set(meeting: Meeting, place: int, minutes: int) -> Meeting:
    """Give the agenda with other minutes for an item; the others keep theirs."""
    wanted = max(1, min(240, minutes))
    return meeting.with_item(place, minutes=wanted).with_(shared_out=False)


def shared_out_anew(meeting: Meeting) -> Meeting:
    """Give the agenda with the time divided by the program again."""
    return meeting.with_(agenda=divided(meeting.minutes, meeting.agenda), shared_out=True)


def taken_off(meeting: Meeting, place: int) -> Meeting:
    """Give the agenda without an item, which the program does not put there again."""
    item = meeting.agenda[place]
    agenda = (*meeting.agenda[:place], *meeting.agenda[place + 1 :])
    off = (*meeting.left_off, item.key) if item.by_itself else meeting.left_off
    given = meeting.with_(agenda=agenda, left_off=off)
    return shared_out_anew(given) if meeting.shared_out else given


def remove(desk: Desk, number: int) -> None:
    """Take away a meeting that did not begin.

    Raises:
        NotFound: there is none.
        NotNow: it began already.
        ReadOnly: nothing can be written now.
    """
    meeting = desk.get(Meeting, number)
    _check_planned(meeting)
    with desk.act(_label(N_("Agenda of {day} removed"), meeting.on)) as act:
        act.remove(meeting)


def _held(held: Iterable[Meeting], planned: Planned) -> Meeting | None:
    """Give the meeting that was made for a date of the calendar."""
    for one in held:
        if planned.series_id and one.series_id == planned.series_id:
            if one.original == planned.original:
                return one
        elif planned.activity_id and one.activity_id == planned.activity_id:
            return one
    return None


def _to_come(one: Coming, today: date) -> bool:
    if one.meeting is None:
        return one.planned.day >= today
    return one.meeting.status in (MeetingStatus.PLANNED, MeetingStatus.RUNNING)


def _check_planned(meeting: Meeting) -> None:
    if meeting.status is not MeetingStatus.PLANNED:
        raise NotNow(status=_(STATUSES[meeting.status]))


def _label(msgid: str, day: date) -> Sentence:
    return Sentence(msgid, {"day": dates.day(day)})
