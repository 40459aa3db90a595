"""Action points: made, done, dropped, carried over; mine, late, waited for. One act each."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from edtui.desk.case_people import person_name
from edtui.desk.errors import NotNow, ReasonNeeded
from edtui.desk.session import Act, Desk
from edtui.desk.settings import own_person_id
from edtui.desk.vocabularies import word
from edtui.errors import N_, Sentence
from edtui.records.action_point import (
    ActionPoint,
    ActionStatus,
    carried,
    closed,
    is_late,
    is_own,
    is_waiting,
    reopened,
)
from edtui.records.visit_report import VisitReport


class View(StrEnum):
    """Which action points."""

    MINE = "mine"
    LATE = "late"
    WAITING = "waiting"
    """Others do them, or they wait for something."""

    OPEN = "open"
    CLOSED = "closed"


def save_action(desk: Desk, action: ActionPoint) -> ActionPoint:
    """Save a new or changed action point.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    msgid = N_("Action changed: {what}") if action.id else N_("Action made: {what}")
    return _put(desk, with_name(desk, action), msgid)


def with_name(desk: Desk, action: ActionPoint) -> ActionPoint:
    """Give an action with the name of who does it beside the number.

    Who holds no key to the roster reads the name there.
    """
    name = person_name(desk, action.person_id)
    return action.with_(who=name) if name and name != action.who else action


def who(desk: Desk, action: ActionPoint) -> str:
    """Give who does it; empty where nobody does yet."""
    return person_name(desk, action.person_id) or action.who


def done(desk: Desk, number: int, on: date | None = None) -> ActionPoint:
    """Note that an action is done, today or on another day.

    Raises:
        NotFound: there is none.
        NotNow: it is closed already.
        ReadOnly: nothing can be written now.
    """
    action = _open(desk, number)
    return _put(desk, closed(action, on or desk.clock.today()), N_("Action done: {what}"))


def drop(desk: Desk, number: int, why: str) -> ActionPoint:
    """Note that an action is not to be done any more, and why.

    Raises:
        NotFound: there is none.
        NotNow: it is closed already.
        ReasonNeeded: no reason was given.
        ReadOnly: nothing can be written now.
    """
    action = _open(desk, number)
    if not why.strip():
        raise ReasonNeeded
    dropped = closed(action, desk.clock.today(), status=ActionStatus.DROPPED, why=why)
    return _put(desk, dropped, N_("Action dropped: {what}"))


def reopen(desk: Desk, number: int) -> ActionPoint:
    """Open an action again.

    Raises:
        NotFound: there is none.
        NotNow: it is open.
        ReadOnly: nothing can be written now.
    """
    action = desk.get(ActionPoint, number)
    if action.is_open:
        raise NotNow(status=word("action_statuses", action.status.value))
    return _put(desk, reopened(action), N_("Action opened again: {what}"))


def carry(desk: Desk, numbers: Iterable[int], day: date, due: date | None = None) -> int:
    """Carry open actions over at the meeting of ``day``, with a new last day where one is given.

    Returns:
        How many were carried; closed ones stay as they are.

    Raises:
        NotFound: one of them is not there; then none is carried.
        ReadOnly: nothing can be written now.
    """
    waiting = [one for one in (desk.get(ActionPoint, number) for number in numbers) if one.is_open]
    if waiting:
        with desk.act(
            Sentence(N_("Actions carried over: {count}"), {"count": len(waiting)})
        ) as act:
            for action in waiting:
                act.put(carried(action, day, due))
    return len(waiting)


def actions(desk: Desk, view: View = View.OPEN) -> list[ActionPoint]:
    """Give action points: open ones by their last day, closed ones the newest first."""
    today, own = desk.clock.today(), own_person_id(desk)
    if view is View.CLOSED:
        over = [one for one in desk.all(ActionPoint) if not one.is_open]
        return sorted(over, key=lambda one: (one.closed_on or today, one.id), reverse=True)
    found = desk.having(ActionPoint, "status", ActionStatus.OPEN.value)
    if view is View.MINE:
        found = [one for one in found if is_own(one, own)]
    elif view is View.LATE:
        found = [one for one in found if is_late(one, today)]
    elif view is View.WAITING:
        found = [one for one in found if is_waiting(one, own)]
    return sorted(found, key=_by_day)


def of_case(desk: Desk, number: int) -> list[ActionPoint]:
    """Give the actions of a case: open ones by their last day, then closed ones."""
    found = desk.having(ActionPoint, "case_id", number)
    return sorted(found, key=lambda one: (not one.is_open, _by_day(one)))


def of_source(desk: Desk, came_of: str, number: int) -> list[ActionPoint]:
    """Give the actions that came of a note, meeting, visit or poll."""
    found = [one for one in desk.having(ActionPoint, "source_id", number) if one.came_of == came_of]
    return sorted(found, key=_by_day)


def put_agreements(desk: Desk, act: Act, report: VisitReport) -> VisitReport:
    """Make action points of the agreements of a visit report, inside the act that saves it.

    One that was made before follows its agreement while it is open.

    Returns:
        The report with the actions' numbers in its agreements.
    """
    if not desk.vault.may_write("casework"):
        return report
    agreements = []
    for agreement in report.agreements:
        told = {
            "what": agreement.what,
            "person_id": agreement.person_id,
            "who": agreement.who,
            "due": agreement.before,
        }
        known = desk.find(ActionPoint, agreement.action_id)
        if known is None and agreement.what and not agreement.action_id:
            fresh = ActionPoint(
                **told, came_of="visit", source_id=report.activity_id, made_on=report.day
            )
            made = act.put(with_name(desk, fresh))
            agreement = agreement.with_(action_id=made.id)  # noqa: PLW2901  the one that is kept
        elif known is not None and known.is_open and agreement.what:
            changed = with_name(desk, known.with_(**told))
            if changed != known:
                act.put(changed)
        agreements.append(agreement)
    return report.with_(agreements=tuple(agreements))


def _by_day(action: ActionPoint) -> tuple[date, int]:
    return action.due or date.max, action.id


def _open(desk: Desk, number: int) -> ActionPoint:
    action = desk.get(ActionPoint, number)
    if not action.is_open:
        raise NotNow(status=word("action_statuses", action.status.value))
    return action


def _put(desk: Desk, action: ActionPoint, msgid: str) -> ActionPoint:
    with desk.act(Sentence(msgid, {"what": action.what})) as act:
        return act.put(action)
