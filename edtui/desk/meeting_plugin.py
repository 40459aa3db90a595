"""Meetings' part in what stands already: finding, Vandaag, looking back, privacy."""

from collections.abc import Iterable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from edtui.desk import findable, look_back, meetings, retention, today, traces
from edtui.desk.findable import Findable
from edtui.desk.keeping import Retention
from edtui.desk.look_back import INTERVISION, Gathering
from edtui.desk.raw import Raw, as_day
from edtui.desk.retention import Going, Kept
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Desk
from edtui.desk.today import TodayItem
from edtui.desk.traces import Trace
from edtui.errors import N_, Sentence
from edtui.locale import dates
from edtui.records.base import Record
from edtui.records.case import Case
from edtui.records.deliberation import Deliberation
from edtui.records.meeting import Board, Meeting, MeetingStatus
from edtui.records.person import Person

MONTHS = 12
"""So long minutes are kept after they became final (practice 5.2); actions stay till done."""

SOON = timedelta(days=3)
"""So long before a meeting Vandaag asks whether its agenda is there."""

KINDS = {"meeting": N_("Meeting")}


def plug_in() -> None:
    """Let meetings take part; a second call does nothing."""
    if Meeting.table in findable.FINDABLES:
        return
    findable.register(Findable(Meeting.table, "meeting", _title, _line, _show))
    # What goes on now comes before everything that only waits.
    others = dict(today.KINDS)
    today.KINDS.clear()
    today.KINDS.update({**KINDS, **others})
    today.SOURCES.append(_meetings)
    look_back.GATHERINGS.append(_gatherings)
    retention.AREAS.append(retention.Area(Meeting.table, kept_minutes, going))
    for trace in TRACES:
        traces.register(trace)


def _title(document: Raw) -> str:
    return str(document.get("title", ""))


def _line(document: Raw) -> str:
    handles = (str(item.get("title", "")) for item in document.get("agenda", ()))
    return " · ".join(handle for handle in handles if handle)


def _show(_desk: Desk, document: Raw) -> tuple[str, str]:
    day = as_day(str(document.get("on", "")))
    return _title(document), dates.full_day(day) if day else ""


def _meetings(desk: Desk, _rows: Iterable[PersonRow]) -> Iterable[TodayItem]:
    """Give what goes on, whose minutes are to be read, and a next one without an agenda."""
    for status, told in (
        (MeetingStatus.RUNNING, N_("is going on")),
        (MeetingStatus.DRAFT, N_("minutes to read")),
    ):
        for one in desk.having(Meeting, "status", status.value):
            what, now = (Sentence(told),), status is MeetingStatus.RUNNING
            yield TodayItem("meeting", one.title, what, one.on, Meeting.table, one.id, now=now)
    if not desk.vault.may_write("casework"):
        return
    last = desk.clock.today() + SOON
    for coming in meetings.coming(desk):
        if coming.planned.day > last:
            break
        if coming.meeting is None:
            what = (Sentence(N_("no agenda yet")),)
            planned = coming.planned
            yield TodayItem("meeting", planned.title, what, planned.day, Meeting.table, 0)


def _gatherings(desk: Desk) -> Iterable[Gathering]:
    """Give peer consultations that stand in no calendar; the others are counted there."""
    if not desk.reads(Meeting.table):
        return
    for one in desk.having(Meeting, "kind", INTERVISION):
        over = one.status in (MeetingStatus.DRAFT, MeetingStatus.FINAL)
        if over and not (one.activity_id or one.series_id):
            yield Gathering(one.on, one.table_ids)


# Keeping and erasing


def kept_minutes(desk: Desk, rules: Retention | None = None) -> list[Kept]:  # noqa: ARG001  one term
    """Give every final meeting with the day until which its minutes are kept."""
    why = Sentence(N_("minutes; kept {months} months"), {"months": MONTHS})
    return [
        Kept(Meeting.table, one.id, _named(one), _until(one.final_on or one.on), why)
        for one in desk.having(Meeting, "status", MeetingStatus.FINAL.value)
    ]


def going(desk: Desk, numbers: Iterable[int]) -> Going:
    """Give the meetings that go; nothing stays but the actions, which are records of their own."""
    return Going([desk.get(Meeting, number) for number in numbers], [])


def _until(day: date) -> date:
    until: date = day + relativedelta(months=MONTHS)
    return until


def _named(meeting: Meeting) -> str:
    return f"{meeting.title}, {dates.full_day(meeting.on)}"


def _with_person(desk: Desk, number: int) -> Iterable[Meeting]:
    return [
        one
        for one in desk.all(Meeting)
        if number in one.table_ids or any(o.person_id == number for o in one.outcomes)
    ]


def _without_person(record: Record, number: int) -> Record:
    if not isinstance(record, Meeting):
        return record
    outcomes = [
        one.with_(person_id=None, who="") if one.person_id == number else one
        for one in record.outcomes
    ]
    table = [one for one in record.table_ids if one != number]
    return record.with_(outcomes=outcomes, table_ids=table)


def _with_case(desk: Desk, number: int) -> Iterable[Meeting]:
    return [one for one in desk.all(Meeting) if any(item.case_id == number for item in one.agenda)]


def _without_case(record: Record, number: int) -> Record:
    """Give a meeting in which nothing is left of what was said of a case."""
    if not isinstance(record, Meeting):
        return record
    gone = {at for at, item in enumerate(record.agenda) if item.case_id == number}
    agenda = [
        item.with_(
            case_id=None,
            note_id=None,
            title="",
            question="",
            board=Board(),
            deliberation=Deliberation(),
        )
        if at in gone
        else item
        for at, item in enumerate(record.agenda)
    ]
    steps = [step.with_(said="") if step.item in gone else step for step in record.steps]
    outcomes = [one for one in record.outcomes if one.item not in gone]
    return record.with_(agenda=agenda, steps=steps, outcomes=outcomes)


TRACES = (
    Trace(Meeting, "table_ids", Person.table, find=_with_person, release=_without_person),
    Trace(Meeting, "agenda", Case.table, find=_with_case, release=_without_case),
)
