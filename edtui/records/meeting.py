"""A case meeting: its agenda, where it is, what was said under each step, what came of it.

Cases go by their handles and people by their roles: no field takes a client's name.
"""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.deliberation import Deliberation
from edtui.records.meeting_clock import Running
from edtui.records.method import AgendaPart, Speaker, StepForm
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, Name, Notes

ItemMinutes = Annotated[int, Field(ge=1, le=240)]

Usefulness = Annotated[int, Field(ge=1, le=5)]
"""From 1, it gave nothing, to 5, it gave much."""


class MeetingStatus(StrEnum):
    """How far a meeting is."""

    PLANNED = "planned"
    RUNNING = "running"
    DRAFT = "draft"
    """It is over; the minutes are there and were not agreed on yet."""

    FINAL = "final"


class OutcomeKind(StrEnum):
    """What was agreed on."""

    ACTION = "action"
    DECISION = "decision"


class Board(Part):
    """The whiteboard of one item: a column for each side."""

    left: Notes = ""
    """The client's side; of another subject the first column."""

    right: Notes = ""
    """The organisation's side."""

    @property
    def empty(self) -> bool:
        """Whether nothing stands on it."""
        return not (self.left or self.right)


class AgendaItem(Part):
    """One line of an agenda."""

    key: Code
    """Its own within the meeting, whatever its place: ``check_in``, ``case_12``, ``own_3``."""

    part: AgendaPart = AgendaPart.OTHER
    title: Line = ""
    minutes: ItemMinutes = 5
    method: Code = ""
    """Code of the method by which it is talked over; empty: one step."""

    prompt: Line = ""
    """What the group is asked, where there is no method."""

    who: Speaker = Speaker.EVERYONE
    case_id: RecordId | None = None
    note_id: RecordId | None = None
    """The note that was written for this meeting."""

    why: Code = ""
    """Why the case came here by itself: ``new``, ``back``, ``note``."""

    question: Line = ""
    """Of the inbringer; stands on top all the while."""

    by_itself: bool = False
    """The program put it here."""

    comes_back_on: date | None = None
    """When the group wants to see the case again."""

    board: Board = Board()
    deliberation: Deliberation = Deliberation()


class MeetingStep(Part):
    """One step of the meeting, as its method had it when it began."""

    item: Annotated[int, Field(ge=0)]
    """Place of its item on the agenda."""

    title: Line
    prompt: Line = ""
    who: Speaker = Speaker.EVERYONE
    form: StepForm = StepForm.NONE
    said: Notes = ""


class Outcome(Part):
    """An action or a decision, as it was noted at the table."""

    kind: OutcomeKind = OutcomeKind.ACTION
    what: Line
    person_id: RecordId | None = None
    who: Name = ""
    """Who does it, where that is nobody of the roster; a role, never a client's name."""

    due: date | None = None
    item: Annotated[int, Field(ge=0)] = 0
    action_id: RecordId | None = None
    """The action point that was made of it."""


class Attended(Part):
    """How many were there in a role: names do not stand in minutes."""

    role: Code
    """Vocabulary ``roles``; ``guest`` for somebody else."""

    count: Annotated[int, Field(ge=1, le=100)] = 1


class Meeting(Record):
    """One meeting, from agenda to minutes."""

    table: ClassVar[str] = "meetings"

    title: Line
    on: date
    at: time | None = None
    minutes: Annotated[int, Field(ge=5, le=600)] = 60
    """What it may take in all."""

    kind: Code = "case_meeting"
    """Vocabulary ``activity_kinds``."""

    frame: Code = "two_weekly"
    """Code of the method by which the agenda is divided; empty: only what was put there."""

    activity_id: RecordId | None = None
    series_id: RecordId | None = None
    original: date | None = None
    """Where it stands in the calendar."""

    status: MeetingStatus = MeetingStatus.PLANNED
    agenda: Annotated[tuple[AgendaItem, ...], Field(max_length=60)] = ()
    shared_out: bool = True
    """The program divides the minutes; False once somebody set them by hand."""

    left_off: tuple[Code, ...] = ()
    """Keys of items that the program would put here and somebody took off."""

    attendance: tuple[Attended, ...] = ()
    table_ids: tuple[RecordId, ...] = ()
    """People of the roster at the table: who may read the notes that were on it."""

    steps: Annotated[tuple[MeetingStep, ...], Field(max_length=500)] = ()
    clock: Running | None = None
    outcomes: Annotated[tuple[Outcome, ...], Field(max_length=300)] = ()
    board_open: bool = False
    """The whiteboard is what is shown."""

    bell: bool = True
    """A soft bell rings when a step's time is over."""

    writer: Line = ""
    """The terminal that writes; others show."""

    remarks: Notes = ""
    """What was added when the minutes were read."""

    usefulness: Usefulness | None = None
    next_on: date | None = None
    final_on: date | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        keys = [item.key for item in self.agenda]
        if len(set(keys)) < len(keys):
            raise refuse(N_("Something stands on the agenda twice."), field="agenda")
        if any(step.item >= len(self.agenda) for step in self.steps):
            raise refuse(N_("A step belongs to nothing on the agenda."), field="steps")
        if self.clock is not None and len(self.clock.steps) != len(self.steps):
            raise refuse(N_("The clock does not know every step."), field="clock")
        if self.status is not MeetingStatus.PLANNED and self.clock is None:
            raise refuse(N_("A meeting that began has a clock."), field="status")
        return self

    @property
    def planned_minutes(self) -> int:
        """Minutes of all items together."""
        return sum(item.minutes for item in self.agenda)

    @property
    def cases(self) -> tuple[AgendaItem, ...]:
        """The items that are a case."""
        return tuple(item for item in self.agenda if item.part is AgendaPart.CASES)

    @property
    def item_now(self) -> AgendaItem | None:
        """The item whose step has its turn; None before the meeting begins."""
        if self.clock is None:
            return None
        return self.agenda[self.steps[self.clock.at].item]

    def steps_of(self, item: int) -> tuple[int, ...]:
        """Give the places of the steps of an item."""
        return tuple(at for at, step in enumerate(self.steps) if step.item == item)

    def with_item(self, place: int, **changes: object) -> Self:
        """Give a copy with a changed item."""
        changed = self.agenda[place].with_(**changes)
        return self.with_(agenda=(*self.agenda[:place], changed, *self.agenda[place + 1 :]))

    def with_said(self, place: int, said: str) -> Self:
        """Give a copy with another text under a step."""
        changed = self.steps[place].with_(said=said)
        return self.with_(steps=(*self.steps[:place], changed, *self.steps[place + 1 :]))


def divided(minutes: int, agenda: tuple[AgendaItem, ...], least: int = 5) -> tuple[AgendaItem, ...]:
    """Share the time of a meeting out: the cases get alike what the other items leave.

    Where the cases would get less than ``least`` minutes each, practical matters give theirs up
    first, down to ``least``; what then still does not fit is left to the people to see.

    Args:
        minutes: of the whole meeting.
        agenda: the items; those that are no case keep their minutes where that can be.
        least: minutes that a case gets at any rate.
    """
    cases = [item for item in agenda if item.part is AgendaPart.CASES]
    if not cases:
        return agenda
    practical = [item for item in agenda if item.part is AgendaPart.PRACTICAL]
    fixed = sum(item.minutes for item in agenda if item.part is not AgendaPart.CASES)
    lacking = max(0, least * len(cases) - (minutes - fixed))
    shorter: dict[str, int] = {}
    for item in practical:
        given = min(lacking, max(0, item.minutes - least))
        shorter[item.key] = item.minutes - given
        lacking -= given
        fixed -= given
    room = max(least * len(cases), minutes - fixed)
    each, rest = divmod(room, len(cases))
    for place, item in enumerate(cases):
        shorter[item.key] = min(240, each + (1 if place < rest else 0))
    return tuple(item.with_(minutes=shorter.get(item.key, item.minutes)) for item in agenda)
