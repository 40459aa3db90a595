"""A meeting that goes on: begin it, keep every few words of it, take the writing over, end it.

What is typed is kept in the record itself (`keep`), sealed, at most two seconds after it was typed.
That is no act: it cannot be taken back and makes no line in the log; beginning, ending and agreeing
on the minutes do.
"""

import os
from datetime import datetime

from edtui.desk.act import Act
from edtui.desk.errors import ChangedElsewhere, NotNow
from edtui.desk.meeting_agenda import prompt_of, title_of
from edtui.desk.meetings import STATUSES
from edtui.desk.methods import methods
from edtui.desk.session import Desk
from edtui.desk.terminals import terminals
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, spoken
from edtui.records import meeting_clock
from edtui.records.meeting import AgendaItem, Meeting, MeetingStatus, MeetingStep
from edtui.records.method import Method, shared_out

KEEP_EVERY = 1.0
"""Seconds between two looks whether something was typed: with the save well under two seconds."""

BEAT = 60.0
"""Seconds after which a running meeting is kept also where nothing was typed, so that it is known
until when somebody was there."""


class NothingOnAgenda(EdtuiError):
    """A meeting needs something to talk about."""

    sentence = N_("There is nothing on this agenda yet.")
    hint = N_("Add something first: n.")
    exit_status = 2


def begin(desk: Desk, number: int) -> Meeting:
    """Begin a meeting: its methods become steps with their time, and the clock runs.

    It is held today, whatever day was planned.

    Raises:
        NotFound: there is none.
        NotNow: it began already.
        NothingOnAgenda: the agenda is empty.
        ReadOnly: nothing can be written now.
    """
    meeting = desk.get(Meeting, number)
    if meeting.status is not MeetingStatus.PLANNED:
        raise NotNow(status=_(STATUSES[meeting.status]))
    if not meeting.agenda:
        raise NothingOnAgenda
    begun = with_steps(desk, meeting, _now(desk)).with_(
        writer=own_terminal(desk), on=desk.clock.today()
    )
    label = Sentence(N_("Meeting of {day} begun"), {"day": dates.day(meeting.on)})
    with desk.act(label, undoable=False) as act:
        return act.put(begun)


def with_steps(desk: Desk, meeting: Meeting, now: datetime) -> Meeting:
    """Give a meeting that begins now: each item has the steps of its method, with their time."""
    steps: list[MeetingStep] = []
    seconds: list[int] = []
    known = methods(desk)
    for place, item in enumerate(meeting.agenda):
        for step, given in _steps(desk, item, place, known.get(item.method)):
            steps.append(step)
            seconds.append(given)
    clock = meeting_clock.begin(tuple(seconds), now)
    return meeting.with_(status=MeetingStatus.RUNNING, steps=tuple(steps), clock=clock)


def keep(desk: Desk, meeting: Meeting) -> Meeting:
    """Keep a running meeting as it is now.

    Raises:
        ChangedElsewhere: another terminal took the writing over.
        ReadOnly: nothing can be written now.
    """
    clock = meeting.clock
    kept = meeting.with_(clock=meeting_clock.kept(clock, _now(desk))) if clock else meeting
    act = Act(desk)
    with desk.commit() as changes:
        saved = act.put(kept)
        changes.extend(act.changes)
    return saved


def come_back(desk: Desk, number: int) -> Meeting:
    """Take up a running meeting at this terminal: the same step, the clock right.

    Raises:
        NotFound: there is none.
        ReadOnly: nothing can be written now.
    """
    meeting = desk.get(Meeting, number)
    if meeting.status is not MeetingStatus.RUNNING or meeting.clock is None:
        return meeting
    clock = meeting_clock.come_back(meeting.clock, _now(desk))
    return keep(desk, meeting.with_(clock=clock, writer=own_terminal(desk)))


def written_elsewhere(desk: Desk, meeting: Meeting) -> bool:
    """Say whether another terminal that is still there writes this meeting."""
    if meeting.status is not MeetingStatus.RUNNING or not meeting.writer:
        return False
    if meeting.writer == own_terminal(desk):
        return False
    path = getattr(desk.vault, "path", None)
    if path is None:
        return False
    process = meeting.writer.rpartition(" ")[2]
    return any(str(one.process) == process for one in terminals(path))


def own_terminal(desk: Desk) -> str:
    """Give what this terminal is called in a meeting: who, and which process."""
    return f"{desk.vault.user_id} {os.getpid()}"


def on_top_of(desk: Desk, mine: Meeting, base: Meeting) -> Meeting:
    """Give what another terminal kept, with what was typed here since it was last kept.

    Args:
        desk: where.
        mine: as it is here, not kept.
        base: as it was last kept here.
    """
    theirs = desk.get(Meeting, mine.id)
    for place, step in enumerate(mine.steps[: len(theirs.steps)]):
        if step.said != base.steps[place].said:
            there = theirs.steps[place].said
            both = there if step.said in there else f"{there}\n{step.said}".strip()
            said = step.said if there == base.steps[place].said else both
            theirs = theirs.with_said(place, said)
    return theirs


def finish(desk: Desk, meeting: Meeting) -> Meeting:
    """End a meeting; the minutes are there, to be read once.

    Raises:
        ChangedElsewhere: another terminal took the writing over.
        NotNow: it is not going on.
        ReadOnly: nothing can be written now.
    """
    if meeting.status is not MeetingStatus.RUNNING or meeting.clock is None:
        raise NotNow(status=_(STATUSES[meeting.status]))
    ended = meeting_clock.end(meeting.clock, _now(desk))
    over = meeting.with_(
        status=MeetingStatus.DRAFT, clock=ended, board_open=False, writer="",
    )  # fmt: skip
    label = Sentence(N_("Meeting of {day} ended"), {"day": dates.day(meeting.on)})
    with desk.act(label, undoable=False) as act:
        return act.put(over)


def _steps(
    desk: Desk, item: AgendaItem, place: int, method: Method | None
) -> list[tuple[MeetingStep, int]]:
    """Give the steps of an item with their seconds; without a method it is one step."""
    if method is None:
        title = title_of(desk, item)
        one = MeetingStep(item=place, title=title, prompt=prompt_of(desk, item), who=item.who)
        return [(one, item.minutes * 60)]
    seconds = shared_out(item.minutes, tuple(step.minutes for step in method.steps))
    language = spoken()
    return [
        (
            MeetingStep(
                item=place,
                title=step.title.text(language),
                prompt=step.prompt.text(language) if step.prompt else "",
                who=step.who,
                form=step.form,
            ),
            given,
        )
        for step, given in zip(method.steps, seconds, strict=True)
    ]


def _now(desk: Desk) -> datetime:
    return desk.clock.now().replace(microsecond=0)


__all__ = [
    "BEAT", "KEEP_EVERY", "ChangedElsewhere", "NothingOnAgenda", "begin", "come_back", "finish",
    "keep", "on_top_of", "own_terminal", "written_elsewhere",
]  # fmt: skip
