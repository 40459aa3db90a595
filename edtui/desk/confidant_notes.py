"""A confidant's own notes: written, counted, closed, erased. Nobody else opens them.

They stand in the part of the vault that is the confidant's alone (`edtui.desk.private`). What the
coordinator gets of them is a line to count, which the confidant sends (`edtui.desk.counter_lines`).
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from edtui.desk import grants, private
from edtui.desk.act import Act
from edtui.desk.erasing import Erased, erase
from edtui.desk.errors import ReasonNeeded
from edtui.desk.keeping import Retention
from edtui.desk.retention import Going, Kept
from edtui.desk.session import Desk
from edtui.errors import N_, BadInput, EdtuiError, NotAllowed, NotFound, Sentence
from edtui.records.confidant_note import (
    MONTHS_AFTER_NOTE,
    ConfidantNote,
    CounterLine,
    counted_of,
    is_to_send,
    latest_day,
    note_keep_until,
    rule_keeps_until,
)
from edtui.records.erasure import Why
from edtui.records.log_entry import Event
from edtui.records.retention import is_past

WARN = timedelta(days=14)
"""So long before a note goes it is said."""

CLOSED = N_("closed; kept {months} months")
LONGER = N_("kept longer: {why}")


class NotCounted(EdtuiError):
    """A note is to go whose line was not sent."""

    sentence = N_("Of '{handle}' nothing was counted yet as it is now.")
    hint = N_("Send the line first; then the note can go.")


class NoLetterbox(NotAllowed):
    """This person has nowhere to put a line."""

    sentence = N_("Your key has no letterbox to put a line in.")
    hint = N_("Ask the coordinator to give you your role again.")


class NotSoLong(BadInput):
    """A note is kept longer until a day that is not between its limits (params: two days)."""

    sentence = N_("Choose a day after {first} and not after {last}, when the year report is there.")


class AlreadyClosed(EdtuiError):
    """The matter is closed."""

    sentence = N_("It is closed already.")


def is_confidant(desk: Desk) -> bool:
    """Say whether the person at the desk keeps such notes."""
    return desk.vault.role == grants.CONFIDANT


def notes(desk: Desk) -> list[ConfidantNote]:
    """Give one's own notes: open ones first, then those closed last; none where there is no part.

    Raises:
        grants.NotForRole: somebody else than a confidant asks.
    """
    _own(desk, Event.LIST)
    if not private.ready(desk):
        return []
    every = list(desk.all(ConfidantNote))
    return sorted(every, key=lambda one: (one.closed_on is not None, -_order(one), one.id))


def save_note(desk: Desk, note: ConfidantNote) -> ConfidantNote:
    """Save a new or changed note.

    Raises:
        grants.NotForRole, private.NoPrivatePart: as they say.
        ReadOnly: nothing can be written now.
    """
    _own(desk, Event.CHANGE)
    private.begin(desk)
    label = N_("Own note changed") if note.id else N_("Own note written")
    with desk.act(Sentence(label)) as act:
        return act.put(note)


def open_note(desk: Desk, number: int) -> ConfidantNote:
    """Give a note to read the whole of it; it is logged.

    Raises:
        grants.NotForRole, NotFound: as they say.
    """
    _own(desk, Event.READ)
    note = desk.get(ConfidantNote, number)
    desk.log.read(ConfidantNote.table, number)
    return note


def close_note(desk: Desk, number: int, outcome: str, on: date | None = None) -> ConfidantNote:
    """Close a matter and send its line, in one commit. Reopening and sending again corrects it.

    Raises:
        AlreadyClosed, NoLetterbox, NotFound, ReadOnly: as they say.
    """
    _own(desk, Event.CHANGE)
    note = desk.get(ConfidantNote, number)
    if not note.is_open:
        raise AlreadyClosed
    closed = note.with_(closed_on=on or desk.clock.today(), outcome=outcome)
    with desk.act(Sentence(N_("Matter closed")), undoable=False) as act:
        return _sent(desk, act, closed)


def reopen_note(desk: Desk, number: int) -> ConfidantNote:
    """Open a closed matter again; it is not counted anew until it is sent.

    Raises:
        NotFound, ReadOnly: as they say.
    """
    _own(desk, Event.CHANGE)
    note = desk.get(ConfidantNote, number)
    with desk.act(Sentence(N_("Matter opened again"))) as act:
        return act.put(note.with_(closed_on=None, outcome="", keep_until=None, keep_why=""))


def remove_note(desk: Desk, number: int) -> None:
    """Take away a note that was begun by mistake; it can be taken back today.

    Raises:
        NotFound, ReadOnly: as they say.
    """
    _own(desk, Event.REMOVE)
    with desk.act(Sentence(N_("Own note removed"))) as act:
        act.remove(desk.get(ConfidantNote, number))


# Counting


def to_send(desk: Desk) -> list[ConfidantNote]:
    """Give the notes whose line was not sent as it is now."""
    return [note for note in notes(desk) if is_to_send(note)]


def send(desk: Desk, numbers: Iterable[int]) -> list[ConfidantNote]:
    """Send the lines of notes to be counted. What was sent cannot be taken back, only replaced.

    Raises:
        NoLetterbox, NotFound, ReadOnly: as they say; then none is sent.
    """
    _own(desk, Event.EXPORT)
    chosen = [desk.get(ConfidantNote, number) for number in dict.fromkeys(numbers)]
    with desk.act(Sentence(N_("Counted")), undoable=False) as act:
        return [_sent(desk, act, note) for note in chosen]


def _sent(desk: Desk, act: Act, note: ConfidantNote) -> ConfidantNote:
    if "inbox" not in desk.vault.letterboxes:
        raise NoLetterbox
    counted = counted_of(note)
    line = CounterLine(line=note.line or desk.clock.new_id(), counted=counted)
    desk.vault.drop(CounterLine.table, line.document())
    today = desk.clock.today()
    return act.put(note.with_(line=line.line, sent=counted, sent_on=today))


# Going


def kept_notes(desk: Desk, _rules: Retention | None = None) -> list[Kept]:
    """Give every closed note with the day until which it is kept, the first to go first."""
    if not is_confidant(desk) or not private.ready(desk):
        return []
    found = []
    for note in desk.all(ConfidantNote):
        until = note_keep_until(note)
        if until is not None:
            longer = until != rule_keeps_until(note)
            why = (
                Sentence(LONGER, {"why": note.keep_why})
                if longer
                else Sentence(CLOSED, {"months": MONTHS_AFTER_NOTE})
            )
            found.append(Kept(ConfidantNote.table, note.id, note.handle, until, why))
    return sorted(found, key=lambda one: (one.keep_until, one.number))


def going_soon(desk: Desk) -> list[Kept]:
    """Give the notes that go within two weeks or are over their time: the warning."""
    day = desk.clock.today() + WARN
    return [one for one in kept_notes(desk) if is_past(one.keep_until, day)]


def due_notes(desk: Desk) -> list[Kept]:
    """Give the notes whose time is over."""
    return [one for one in kept_notes(desk) if is_past(one.keep_until, desk.clock.today())]


def keep_longer(desk: Desk, number: int, until: date, why: str) -> ConfidantNote:
    """Keep a closed note longer, for a reason, at most until the year report.

    Raises:
        NotSoLong, ReasonNeeded, NotFound, ReadOnly: as they say.
    """
    _own(desk, Event.CHANGE)
    note = desk.get(ConfidantNote, number)
    by_rule, latest = rule_keeps_until(note), latest_day(note)
    if by_rule is None or latest is None:
        raise NotFound(what=Sentence(N_("closed matter")), number=number)
    if not why.strip():
        raise ReasonNeeded
    if not by_rule < until <= latest:
        raise NotSoLong(first=by_rule, last=latest)
    with desk.act(Sentence(N_("Own note kept longer"))) as act:
        return act.put(note.with_(keep_until=until, keep_why=why))


def erase_notes(desk: Desk, numbers: Iterable[int]) -> Erased:
    """Erase notes whose time is over, out of the file and its history; their lines stay counted.

    Raises:
        NotCounted: the line of one was not sent as it is now; then none is erased.
        NotFound: one of them is not over its time.
        ReadOnly: nothing can be written now.
    """
    _own(desk, Event.ERASE)
    wanted = list(dict.fromkeys(numbers))
    due = {one.number for one in due_notes(desk)}
    if not set(wanted) <= due:
        raise NotFound(what=Sentence(N_("overdue record")), number=min(set(wanted) - due))
    return erase(desk, others=going(desk, wanted).records, why=Why.RETENTION)


def going(desk: Desk, numbers: Iterable[int]) -> Going:
    """Give the notes that go; nothing stays in their place but the lines that were sent.

    Raises:
        NotCounted: the line of one was not sent as it is now.
    """
    chosen: Sequence[ConfidantNote] = [desk.get(ConfidantNote, number) for number in numbers]
    for note in chosen:
        if is_to_send(note):
            raise NotCounted(handle=note.handle)
    return Going(list(chosen), [])


def _own(desk: Desk, event: Event) -> None:
    grants.check(desk, grants.CONFIDANT, event=event)


def _order(note: ConfidantNote) -> int:
    return (note.closed_on or note.since).toordinal()
