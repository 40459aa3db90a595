"""An action point: who does what, before when or within a window. Closed ones are never late."""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import model_validator

from edtui.errors import N_
from edtui.records.base import Record
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, Name


class ActionStatus(StrEnum):
    """Codes of the vocabulary ``action_statuses``."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class ActionPoint(Record):
    """One thing that somebody does."""

    table: ClassVar[str] = "actions"

    what: Line
    person_id: RecordId | None = None
    """Who does it, of the roster."""

    who: Name = ""
    """Who does it, of outside: best a function."""

    opens: date | None = None
    """The first day on which it makes sense; None: now."""

    due: date | None = None
    """The last day."""

    status: ActionStatus = ActionStatus.OPEN
    made_on: date
    closed_on: date | None = None
    dropped_why: Line = ""
    waiting_for: Line = ""
    """For what or whom it waits, such as an answer of a team leader."""

    case_id: RecordId | None = None
    came_of: Code = ""
    """Vocabulary ``action_sources``: note, meeting, visit, poll; empty: made by itself."""

    source_id: RecordId | None = None
    """Number of what it came of, in the table that `came_of` says."""

    carried: tuple[date, ...] = ()
    """Days of the meetings at which it was carried over."""

    @model_validator(mode="after")
    def _rules_over_fields(self) -> Self:
        if not self.what:
            raise refuse(N_("Say what is to be done."), field="what")
        if self.opens and self.due and self.due < self.opens:
            raise refuse(N_("The last day is before the first day."), field="due")
        if self.status is ActionStatus.DROPPED and not self.dropped_why:
            raise refuse(N_("Say why it is dropped."), field="dropped_why")
        if (self.status is ActionStatus.OPEN) != (self.closed_on is None):
            raise refuse(N_("Only what is done or dropped has a last day."), field="closed_on")
        return self

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status is ActionStatus.OPEN


def is_late(action: ActionPoint, today: date) -> bool:
    """Say whether an open action's last day is over."""
    return action.is_open and action.due is not None and action.due < today


def is_waiting(action: ActionPoint, own_id: int | None) -> bool:
    """Say whether somebody waits for it: others do it, or it waits for something itself.

    Args:
        action: which.
        own_id: number on the roster of who looks, where it is known.
    """
    return action.is_open and (bool(action.waiting_for) or not is_own(action, own_id))


def is_own(action: ActionPoint, own_id: int | None) -> bool:
    """Say whether an action is to be done by who looks."""
    return own_id is not None and action.person_id == own_id


def closed(
    action: ActionPoint, day: date, *, status: ActionStatus = ActionStatus.DONE, why: str = ""
) -> ActionPoint:
    """Give an action as done, or as dropped for a reason."""
    return action.with_(status=status, closed_on=day, dropped_why=why, waiting_for="")


def reopened(action: ActionPoint) -> ActionPoint:
    """Give a closed action as open again."""
    return action.with_(status=ActionStatus.OPEN, closed_on=None, dropped_why="")


def carried(action: ActionPoint, day: date, due: date | None = None) -> ActionPoint:
    """Give an open action as carried over at the meeting of ``day``, with a new last day if any.

    The same meeting carries it once.
    """
    days = tuple(sorted({*action.carried, day}))
    opens = action.opens if due is None or not action.opens or action.opens <= due else None
    return action.with_(carried=days, due=due or action.due, opens=opens)
