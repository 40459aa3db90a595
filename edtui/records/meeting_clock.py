"""The clock of a running meeting: which step, how long still, how much over. Pure.

A `Running` is a value: each key gives a new one, and the moment always comes from outside. It holds
moments, not a countdown, so that whoever reads it again after a lock, a crash or a power cut has
the same step and the right time without having counted meanwhile.
"""

from datetime import datetime, timedelta
from typing import Annotated, NamedTuple, Self

from pydantic import AwareDatetime, Field, model_validator

from edtui.errors import N_
from edtui.records.base import Part
from edtui.records.refusal import refuse

LONG_AWAY = timedelta(minutes=15)
"""Nobody kept a meeting for so long: it was broken off, and its clock stands since then."""

Seconds = Annotated[int, Field(ge=0, le=7 * 24 * 3600)]


class StepTime(Part):
    """One step's time."""

    planned: Seconds
    """Seconds that the method, shared out over the agenda, gives it."""

    added: Seconds = 0
    """Seconds that the group gave it on the way."""

    spent: Seconds = 0
    """Seconds that it took, those that run now left out."""

    @property
    def given(self) -> int:
        """Seconds that it has in all."""
        return self.planned + self.added

    @property
    def over(self) -> int:
        """Seconds that it took more than it had."""
        return max(0, self.spent - self.given)


class Running(Part):
    """Where a meeting is. At every moment exactly one step has its turn."""

    steps: Annotated[tuple[StepTime, ...], Field(min_length=1, max_length=500)]
    at: Annotated[int, Field(ge=0)] = 0
    """Place of the step that has its turn."""

    since: AwareDatetime | None = None
    """From when that step runs; None while it is paused."""

    begun: AwareDatetime | None = None
    kept: AwareDatetime | None = None
    """When this was last saved."""

    ended: AwareDatetime | None = None

    @model_validator(mode="after")
    def _at_a_step(self) -> Self:
        if self.at >= len(self.steps):
            raise refuse(N_("There is no such step."), field="at")
        return self

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return self.since is None


class Reading(NamedTuple):
    """What the clock says at a moment, in seconds."""

    at: int
    left: int
    """Of the step; below 0 it is over."""

    left_in_all: int
    """Until the meeting was to end, whatever the steps took; below 0 it is over."""

    spent: int
    """By the step."""

    paused: bool
    ended: bool


def begin(seconds: tuple[int, ...], now: datetime) -> Running:
    """Start at the first step.

    Args:
        seconds: planned for each step.
        now: the moment, with a time zone.
    """
    steps = tuple(StepTime(planned=each) for each in seconds)
    return Running(steps=steps, since=now, begun=now, kept=now)


def read(clock: Running, now: datetime) -> Reading:
    """Give what the clock says."""
    here = clock.steps[clock.at]
    spent = here.spent + _runs(clock, now)
    left = here.given - spent
    in_all = sum(step.planned - step.spent for step in clock.steps) - _runs(clock, now)
    return Reading(clock.at, left, in_all, spent, clock.paused, clock.ended is not None)


def pause(clock: Running, now: datetime) -> Running:
    """Let the clock stand; one that stands stays as it is."""
    return _stopped(clock, now)


def go_on(clock: Running, now: datetime) -> Running:
    """Let the clock run; one that runs or is over stays as it is."""
    if clock.since is not None or clock.ended is not None:
        return clock
    return clock.with_(since=now)


def to_step(clock: Running, place: int, now: datetime) -> Running:
    """Go to a step; it goes on from the time that it took earlier. A pause stays a pause."""
    place = max(0, min(place, len(clock.steps) - 1))
    if place == clock.at or clock.ended is not None:
        return clock
    stopped = _stopped(clock, now)
    return stopped.with_(at=place, since=None if clock.paused else now)


def is_last(clock: Running) -> bool:
    """Say whether no step follows."""
    return clock.at == len(clock.steps) - 1


def more(clock: Running, seconds: int, now: datetime) -> Running:
    """Give the step more time; one that is over gets it from now on, so that it shows again."""
    here = clock.steps[clock.at]
    missing = max(0, -read(clock, now).left)
    steps = list(clock.steps)
    steps[clock.at] = here.with_(added=here.added + seconds + missing)
    return clock.with_(steps=tuple(steps))


def end(clock: Running, now: datetime) -> Running:
    """Stop for good; what each step took is counted."""
    return clock if clock.ended else _stopped(clock, now).with_(ended=now)


def kept(clock: Running, now: datetime) -> Running:
    """Note that it is saved now."""
    return clock.with_(kept=now)


def come_back(clock: Running, now: datetime) -> Running:
    """Give the clock as it is after a lock, a crash or a power cut.

    The meeting went on meanwhile, so its clock did. Where nobody was there for `LONG_AWAY` it was
    broken off: the clock stands at the last moment that was kept.
    """
    if clock.since is None or clock.kept is None or now - clock.kept <= LONG_AWAY:
        return clock
    return _stopped(clock, max(clock.kept, clock.since))


def over(clock: Running) -> int:
    """Give the seconds that all steps together took more than they had: told, never scolded.

    A step that took longer and one that took less make up for each other: the meeting as a whole
    was no longer for it.
    """
    return max(0, sum(step.spent - step.given for step in clock.steps))


def _runs(clock: Running, now: datetime) -> int:
    if clock.since is None:
        return 0
    # A clock that was put back must not give time that nobody had.
    return max(0, int((now - clock.since).total_seconds()))


def _stopped(clock: Running, now: datetime) -> Running:
    if clock.since is None:
        return clock
    here = clock.steps[clock.at]
    steps = list(clock.steps)
    steps[clock.at] = here.with_(spent=here.spent + _runs(clock, now))
    return clock.with_(steps=tuple(steps), since=None)
