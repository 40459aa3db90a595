"""The demo's meetings: minutes of two that were held, and the agenda of the next one."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from edtui.desk import meeting_agenda, meeting_running
from edtui.desk.demo_places import Numbers
from edtui.desk.demo_texts import DemoTexts
from edtui.desk.meeting_dates import Planned, planned_meetings
from edtui.desk.session import Act, Desk
from edtui.records import meeting_clock
from edtui.records.case import Case
from edtui.records.meeting import (
    AgendaItem,
    Attended,
    Meeting,
    MeetingStatus,
    Outcome,
    OutcomeKind,
)

_BACK = 60
"""Days in which the meetings that were held are looked for."""


class _Numbered(NamedTuple):
    people: Numbers
    cases: Numbers


def add_meetings(desk: Desk, act: Act, texts: DemoTexts, people: Numbers, cases: Numbers) -> None:
    """Save them, after the calendar and the cases, which are numbers by key."""
    first = texts.some_day(-_BACK)
    every = [one for one in planned_meetings(desk, first) if one.kind == "case_meeting"]
    held = [one for one in every if one.day < texts.today]
    coming = [one for one in every if one.day >= texts.today]
    for fields in texts.file("meetings")["meetings"]:
        if fields["ago"] <= len(held):
            act.put(_held(desk, held[-fields["ago"]], fields, texts, _Numbered(people, cases)))
    if coming:
        act.put(meeting_agenda.from_calendar(desk, coming[0]))


def _held(
    desk: Desk,
    planned: Planned,
    fields: Mapping[str, Any],
    texts: DemoTexts,
    known: _Numbered,
) -> Meeting:
    meeting = meeting_agenda.from_calendar(desk, planned)
    items = [item for item in meeting.agenda if item.case_id is None]
    told = fields["case"]
    mine = [_case(desk, one, texts, known.cases) for one in told]
    agenda = (*items[:2], *mine, *items[2:])
    meeting = meeting_agenda.divided_over(meeting.with_(agenda=agenda))
    start = planned.start.replace(tzinfo=desk.clock.now().tzinfo)
    running = meeting_running.with_steps(desk, meeting, start)
    said = _said(running, fields, told, texts)
    steps = [step.with_(said=said.get(at, "")) for at, step in enumerate(running.steps)]
    outcomes: list[Outcome] = []
    for number, one in enumerate(told):
        item = 2 + number
        todo = {
            "what": texts.text(one["action"]),
            "person_id": known.people[one["who"]],
            "item": item,
        }
        due = planned.day + timedelta(days=14)
        outcomes += [
            Outcome(kind=OutcomeKind.DECISION, what=texts.text(one["decision"]), item=item),
            Outcome(**todo, due=due),
        ]
    return running.with_(
        steps=steps,
        status=MeetingStatus.FINAL,
        clock=_took(running, start, fields["late"]),
        attendance=[Attended(role=role, count=n) for role, n in fields["attendance"].items()],
        outcomes=outcomes,
        usefulness=fields["usefulness"],
        next_on=planned.day + timedelta(days=14),
        final_on=planned.day,
    )


def _case(desk: Desk, fields: Mapping[str, Any], texts: DemoTexts, cases: Numbers) -> AgendaItem:
    item = meeting_agenda.case_item(desk, desk.get(Case, cases[fields["key"]]))
    return item.with_(method="both_sides", question=texts.text(fields["question"]))


def _said(
    meeting: Meeting, fields: Mapping[str, Any], told: list[Any], texts: DemoTexts
) -> dict[int, str]:
    """Give what was said, by place of the step."""
    said: dict[int, str] = {}
    for place, item in enumerate(meeting.agenda):
        steps = meeting.steps_of(place)
        if item.key in fields["said"]:
            said[steps[0]] = texts.text(fields["said"][item.key])
        if item.case_id is not None:
            lines = told[place - 2]["said"]
            said.update(zip(steps, (texts.text(one) for one in lines), strict=True))
    return said


def _took(meeting: Meeting, start: datetime, late: int) -> meeting_clock.Running:
    """Give the clock of a meeting in which each step took its time, and one some minutes more."""
    clock = meeting.clock
    assert clock is not None  # noqa: S101  it has steps
    now = start
    for at, step in enumerate(clock.steps):
        clock = meeting_clock.to_step(clock, at, now)
        now += timedelta(seconds=step.planned + (60 * late if at == 2 else 0))
    return meeting_clock.end(clock, now)
