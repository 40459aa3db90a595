"""Minutes become final: one act, from which actions, cases, notes and the next agenda follow."""

from datetime import date

from edtui.desk import calendar
from edtui.desk.actions import with_name
from edtui.desk.errors import NotNow
from edtui.desk.meeting_agenda import filled, from_calendar
from edtui.desk.meetings import STATUSES, coming
from edtui.desk.session import Act, Desk
from edtui.errors import N_, NotFound, Sentence
from edtui.locale import _, dates
from edtui.records.action_point import ActionPoint
from edtui.records.activity import Activity
from edtui.records.case import Advice, Case, discussed
from edtui.records.case_note import CaseNote, brought_in
from edtui.records.meeting import AgendaItem, Meeting, MeetingStatus, Outcome, OutcomeKind
from edtui.records.planned import ActivityStatus

_PASSED_BY = 20
"""Seconds: who only steps past a case for lack of time has not talked about it."""


def save_minutes(desk: Desk, meeting: Meeting) -> Meeting:
    """Save minutes that were corrected while they were read.

    Raises:
        ChangedElsewhere: somebody saved them since they were read.
        NotNow: they are final, or the meeting is not over.
        ReadOnly: nothing can be written now.
    """
    _check_draft(desk.get(Meeting, meeting.id))
    with desk.act(_label(N_("Minutes of {day} corrected"), meeting.on)) as act:
        return act.put(meeting)


def finalise(
    desk: Desk, meeting: Meeting, *, usefulness: int | None = None, next_on: date | None = None
) -> Meeting:
    """Make minutes final.

    What was noted as an action becomes an action point; a decision becomes an advice in its case;
    cases are talked about from now on and come back when the group said so; notes that were
    brought in know the meeting; the calendar says that it was held; and the next agenda stands.

    Args:
        desk: where.
        meeting: as it was read.
        usefulness: 1 to 5, what the group says of it.
        next_on: day of the next meeting, as the group confirms it.

    Raises:
        ChangedElsewhere: somebody saved something of it since it was read.
        NotNow: they are final already, or the meeting is not over.
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    _check_draft(desk.get(Meeting, meeting.id))
    with desk.act(_label(N_("Minutes of {day} final"), meeting.on)) as act:
        outcomes = tuple(_assigned(desk, act, meeting, one) for one in meeting.outcomes)
        for place, item in enumerate(meeting.agenda):
            _talked_about(desk, act, meeting, place, item)
        _held_in_calendar(desk, act, meeting)
        final = act.put(
            meeting.with_(
                status=MeetingStatus.FINAL,
                outcomes=outcomes,
                usefulness=usefulness,
                next_on=next_on,
                final_on=desk.clock.today(),
            )
        )
        if next_on is not None:
            _next_agenda(desk, act, meeting, next_on)
    return final


def _assigned(desk: Desk, act: Act, meeting: Meeting, outcome: Outcome) -> Outcome:
    if outcome.kind is not OutcomeKind.ACTION or outcome.action_id:
        return outcome
    item = meeting.agenda[outcome.item] if outcome.item < len(meeting.agenda) else None
    made = ActionPoint(
        what=outcome.what,
        person_id=outcome.person_id,
        who=outcome.who,
        due=outcome.due,
        made_on=meeting.on,
        case_id=item.case_id if item else None,
        came_of="meeting",
        source_id=meeting.id,
    )
    return outcome.with_(action_id=act.put(with_name(desk, made)).id)


def _talked_about(desk: Desk, act: Act, meeting: Meeting, place: int, item: AgendaItem) -> None:
    reached = _was_reached(meeting, place, item)
    case = desk.find(Case, item.case_id)
    if not reached or case is None or not case.is_open:
        return  # what there was no time for stays as it was, and comes again by itself
    mine = [one for one in meeting.outcomes if one.item == place]
    decided = [one.what for one in mine if one.kind is OutcomeKind.DECISION]
    todo = [one.what for one in mine if one.kind is OutcomeKind.ACTION]
    advice = tuple(
        Advice(what=what, given_on=meeting.on, meeting_id=meeting.id) for what in decided
    )
    changed = discussed(case, comes_back_on=item.comes_back_on, next_step=(todo or [""])[0])
    act.put(changed.with_(advice=(*changed.advice, *advice)))
    note = desk.find(CaseNote, item.note_id)
    if note is not None:
        act.put(brought_in(note, meeting.id, meeting.table_ids))


def _was_reached(meeting: Meeting, place: int, item: AgendaItem) -> bool:
    steps = meeting.steps_of(place)
    if not item.board.empty or any(meeting.steps[at].said for at in steps):
        return True
    if any(one.item == place for one in meeting.outcomes):
        return True
    clock = meeting.clock
    return clock is not None and sum(clock.steps[at].spent for at in steps) >= _PASSED_BY


def _held_in_calendar(desk: Desk, act: Act, meeting: Meeting) -> None:
    if not (meeting.activity_id or meeting.series_id):
        return
    key = calendar.Key(meeting.activity_id or 0, meeting.series_id or 0, meeting.original)
    if meeting.series_id and meeting.original:
        stored = calendar.stored_at(desk, meeting.series_id, meeting.original)
        key = key._replace(activity=stored.id if stored else 0)
    try:
        held: Activity = calendar.activity(desk, key)
    except NotFound:  # taken out of the calendar since: the minutes stand without it
        return
    if not held.is_closed and held.day <= desk.clock.today():
        calendar.put_changed(desk, act, held.with_(status=ActivityStatus.DONE))


def _next_agenda(desk: Desk, act: Act, meeting: Meeting, day: date) -> None:
    """Make the agenda of the next date, or fill up the one that is there."""
    there = next((one for one in coming(desk) if one.planned.day == day), None)
    if there is not None and there.meeting is not None:
        if there.meeting.status is MeetingStatus.PLANNED:
            fresh = filled(desk, there.meeting)
            if fresh != there.meeting:
                act.put(fresh)
        return
    if there is not None:
        act.put(from_calendar(desk, there.planned))
        return
    again = Meeting(
        title=meeting.title,
        on=day,
        at=meeting.at,
        minutes=meeting.minutes,
        kind=meeting.kind,
        frame=meeting.frame,
        table_ids=meeting.table_ids,
        attendance=meeting.attendance,
    )
    act.put(filled(desk, again))


def _check_draft(meeting: Meeting) -> None:
    if meeting.status is not MeetingStatus.DRAFT:
        raise NotNow(status=_(STATUSES[meeting.status]))


def _label(msgid: str, day: date) -> Sentence:
    return Sentence(msgid, {"day": dates.day(day)})
