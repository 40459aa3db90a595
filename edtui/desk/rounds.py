"""Plan a round: all due locations over a period and some people, as lines to accept one by one.

The plan keeps every check of `edtui.records.planning_checks`, also the soft ones, and spreads
hours, travel and weight. OR-tools looks for it where it is installed; elsewhere a plain way of
planning does.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from edtui.desk import rounds_plain, rounds_solver
from edtui.desk.calendar import Key, named, with_uid
from edtui.desk.calendar_entries import entry_of_activity
from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.due_visits import DueLocation, due_locations
from edtui.desk.planning import CannotPlan, findings
from edtui.desk.rounds_problem import left_out_why, made_of
from edtui.desk.rounds_words import lines_of
from edtui.desk.session import Desk
from edtui.errors import N_, BadInput, EdtuiError, Sentence
from edtui.records.activity import Activity
from edtui.records.organisation import Location
from edtui.records.planned import Participant, PassedCheck
from edtui.records.planning_checks import Finding
from edtui.records.round import Line, broken
from edtui.records.round_wish import RoundWish
from edtui.records.visiting_norm import DueState

Progress = Callable[[float, Sentence], None]
"""Told how far it is, 0 to 1, and in words. Comes from the thread that plans."""

_SECONDS = 0.1
"""For one location more."""

LONGEST_DAYS = 120
"""So long a period a round may have."""


class RoundTooLong(BadInput):
    """A round is planned for at most so many days (params: ``most``)."""

    sentence = N_("Choose a period of at most {most} days.")


class NobodyToPlan(BadInput):
    """No people were chosen for a round."""

    sentence = N_("Choose who can go.")


class Stopped(EdtuiError):
    """Somebody stopped the planning; nothing is saved."""

    sentence = N_("The planning was stopped; nothing is planned.")


class LeftOut(NamedTuple):
    """A location for which the proposal has no visit."""

    location_id: int
    why: Sentence


class Proposal(NamedTuple):
    """A round to look through."""

    lines: tuple[Line, ...]
    """By time."""

    left_out: tuple[LeftOut, ...]
    method: str
    """``solver`` or ``plain``."""


def propose(
    desk: Desk,
    index: CalendarIndex,
    wish: RoundWish,
    progress: Progress | None = None,
    *,
    seconds: float | None = None,
    plain: bool = False,
    stopped: Callable[[], bool] | None = None,
) -> Proposal:
    """Give a proposal for all due locations. Slow: call it in a thread.

    Args:
        desk: where.
        index: built.
        wish: period, people and places.
        progress: told from time to time.
        seconds: how long the solver may look for something better; None: as long as it takes for
            so many locations, at most five.
        plain: True to do without OR-tools.
        stopped: asked from time to time whether to go on; once it says so, `Stopped` is raised.

    Raises:
        NobodyToPlan: no people were chosen.
        RoundTooLong: the period is longer than four months.
        Stopped: it was stopped.
    """
    if not wish.person_ids:
        raise NobodyToPlan
    if (wish.last - wish.first).days >= LONGEST_DAYS:
        raise RoundTooLong(most=LONGEST_DAYS)
    tell = _watching(progress or _quiet, stopped)
    places = to_visit(desk, index, wish)
    plan = made_of(desk, index, wish, places, lambda part: tell(part * 0.3, _LOOKING))
    chosen = rounds_plain.solve(plan, lambda part, done: tell(0.3 + part * 0.1, _planned(done)))
    method = "plain"
    if not plain and rounds_solver.installed():
        method = "solver"
        chosen = rounds_solver.solve(
            plan,
            lambda part, done: tell(0.4 + part * 0.6, _planned(done)),
            seconds=min(1.0 + len(places) * _SECONDS, 5.0) if seconds is None else seconds,
            start=chosen,
            stopped=stopped,
        )
        if stopped is not None and stopped():
            raise Stopped
    if broken(plan, chosen):  # never: both ways of planning are held to the same rules
        raise AssertionError(broken(plan, chosen))
    lines = lines_of(index, plan, chosen, places)
    there = {line.location_id for line in lines}
    out = tuple(
        LeftOut(place.location_id, left_out_why(place))
        for place in plan.places
        if place.location_id not in there
    )
    return Proposal(lines, out, method)


def to_visit(desk: Desk, index: CalendarIndex, wish: RoundWish) -> list[DueLocation]:
    """Give the locations of a round: those that were chosen, else those that are due."""
    every = due_locations(desk, index)
    if wish.location_ids:
        return [one for one in every if one.location_id in wish.location_ids]
    return [
        one
        for one in every
        if one.due.state in (DueState.OVERDUE, DueState.DUE)
        or (
            one.due.state is DueState.LATER
            and one.due.planned is None
            and one.due.opens is not None
            and one.due.opens <= wish.last
        )
    ]


def activity_for(desk: Desk, line: Line, wish: RoundWish) -> Activity:
    """Give the activity that a line becomes, to look at or to change before it is accepted."""
    location = desk.get(Location, line.location_id)
    people = tuple(Participant(person_id=number) for number in line.person_ids)
    return Activity(
        kind=wish.kind,
        start=line.start,
        end=line.end,
        location_id=location.id,
        people=people,
        travel_minutes=wish.travel_minutes,
        weight="heavy" if location.id in wish.heavy else "medium",
        not_alone=location.not_alone,
        contact=location.access_contact,
    )


def line_findings(
    desk: Desk, index: CalendarIndex, line: Line, others: Sequence[Line], wish: RoundWish
) -> list[Finding]:
    """Give everything to look at if a line stood in the calendar with other lines.

    Args:
        desk: where.
        index: built.
        line: proposed, or changed since.
        others: lines that would stand there too; the line itself does not count.
        wish: by which the lines were made.
    """
    beside = [
        entry_of_activity(activity_for(desk, other, wish), Key(), {})
        for other in others
        if other.location_id != line.location_id
    ]
    return findings(desk, index, activity_for(desk, line, wish), beside)


def accept(
    desk: Desk,
    index: CalendarIndex,
    lines: Sequence[Line],
    wish: RoundWish,
    reasons: Mapping[int, str] | None = None,
) -> list[Activity]:
    """Put lines into the calendar as one act; what changed since is looked at once more.

    Args:
        desk: where.
        index: built.
        lines: those that were accepted.
        wish: by which they were made.
        reasons: number of a location to why what is soft about its visit is all right.

    Raises:
        CannotPlan: something came in between; nothing is saved.
        NotFound: a location is gone.
        ReadOnly: nothing can be written now.
    """
    found, ready = [], []
    for line in lines:
        reason = (reasons or {}).get(line.location_id, "")
        about = line_findings(desk, index, line, lines, wish)
        found += [one for one in about if one.hard or not reason]
        passed = tuple(
            PassedCheck(
                code=one.code.value,
                person_id=one.person_id,
                reason=reason,
                passed_on=desk.clock.today(),
                passed_by=desk.vault.user_id,
            )
            for one in about
            if reason
        )
        ready.append(activity_for(desk, line, wish).with_(passed=passed))
    if found:
        raise CannotPlan(found)
    if len(ready) == 1:
        label = Sentence(N_("{what} planned"), {"what": named(desk, ready[0])})
    else:
        label = Sentence(N_("Round of {count} visits planned"), {"count": len(ready)})
    with desk.act(label) as act:
        return act.put_new([with_uid(desk, one) for one in ready])


_LOOKING = Sentence(N_("Looking who can go where"))


def _planned(count: int) -> Sentence:
    return Sentence(N_("Visits planned so far: {count}"), {"count": count})


def _watching(tell: Progress, stopped: Callable[[], bool] | None) -> Progress:
    """Give a progress that ends the planning when somebody stops it."""

    def told(part: float, words: Sentence) -> None:
        if stopped is not None and stopped():
            raise Stopped
        tell(part, words)

    return told


def _quiet(_part: float, _words: Sentence) -> None:
    """Tell nobody."""
