"""Cases: told, talked about, waiting, closed, opened again. One act each."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from edtui.desk.case_handles import new_handle
from edtui.desk.case_notes import notes_to_bring
from edtui.desk.errors import NotNow
from edtui.desk.session import Desk
from edtui.desk.vocabularies import word
from edtui.errors import N_, BadInput, NotFound, Sentence
from edtui.records.action_point import ActionPoint
from edtui.records.case import Advice, Case, CaseStatus, agenda_reason
from edtui.records.case_note import CaseNote


class HasMore(BadInput):
    """A case on which something was written or agreed is closed, not removed."""

    sentence = N_("There are notes or action points on this case.")
    hint = N_("Close it: its texts go on their day.")


class AgendaCase(NamedTuple):
    """A case that comes on the agenda of a meeting by itself."""

    case: Case
    why: str
    """``new``, ``back`` (it was to come back), ``note`` (a note is to be brought in)."""

    notes: tuple[CaseNote, ...]
    """What is to be brought in, as far as who asks may read it."""


def add_case(desk: Desk, **fields: Any) -> Case:
    """Begin a case; the program chooses its handle, and today is when it began if nothing is said.

    Raises:
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    known = {"since": desk.clock.today(), **fields, "handle": new_handle(desk)}
    return save_case(desk, Case.model_validate(known))


def save_case(desk: Desk, case: Case) -> Case:
    """Save a changed case.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    return _put(desk, case, N_("Case {handle} changed") if case.id else N_("Case {handle} begun"))


def rename_case(desk: Desk, number: int) -> Case:
    """Give a case another handle, such as when somebody could recognise this one.

    Raises:
        NotFound: there is no such case.
        ReadOnly: nothing can be written now.
    """
    case = desk.get(Case, number)
    return _put(desk, case.with_(handle=new_handle(desk)), N_("Case is called {handle} now"))


def remove_case(desk: Desk, number: int) -> None:
    """Take away a case that was begun by mistake, on which nothing was written or agreed.

    Raises:
        HasMore: there are notes or action points on it.
        NotFound: there is no such case.
        ReadOnly: nothing can be written now.
    """
    case = desk.get(Case, number)
    if any(desk.having(kind, "case_id", number) for kind in (CaseNote, ActionPoint)):
        raise HasMore
    with desk.act(Sentence(N_("Case {handle} removed"), {"handle": case.handle})) as act:
        act.remove(case)


def set_status(desk: Desk, number: int, status: CaseStatus) -> Case:
    """Move an open case to another open status.

    Raises:
        NotFound: there is no such case.
        NotNow: it is closed, or is to be closed this way.
        ReadOnly: nothing can be written now.
    """
    case = _open(desk, number)
    if status is CaseStatus.CLOSED:
        raise NotNow(status=word("case_statuses", case.status.value))
    return _put(desk, case.with_(status=status), N_("Case {handle} changed"))


def next_step(desk: Desk, number: int, words: str, comes_back_on: date | None = None) -> Case:
    """Note what is to happen next, and when the case is to be on the agenda again.

    Raises:
        NotFound: there is no such case.
        NotNow: it is closed.
        ReadOnly: nothing can be written now.
    """
    case = _open(desk, number)
    changed = case.with_(next_step=words, comes_back_on=comes_back_on)
    return _put(desk, changed, N_("Next step in case {handle}"))


def close_case(
    desk: Desk, number: int, outcome: str, words: str = "", undertaken: Iterable[str] | None = None
) -> Case:
    """Close a case with how it ended. From then on the retention clock runs.

    Args:
        desk: where.
        number: the case's.
        outcome: vocabulary ``outcomes``.
        words: how it ended, in a line without a name.
        undertaken: vocabulary ``case_steps``, what was done; None leaves what stands there.

    Raises:
        NotFound: there is no such case.
        NotNow: it is closed already.
        pydantic.ValidationError: no outcome is given.
        ReadOnly: nothing can be written now.
    """
    case = _open(desk, number)
    closed = case.with_(
        status=CaseStatus.CLOSED,
        closed_on=max(desk.clock.today(), case.since),
        outcome=outcome,
        outcome_words=words,
        undertaken=case.undertaken if undertaken is None else tuple(undertaken),
        comes_back_on=None,
        next_step="",
    )
    return _put(desk, closed, N_("Case {handle} closed"))


def reopen_case(desk: Desk, number: int) -> Case:
    """Open a closed case again, as running.

    Raises:
        NotFound: there is no such case.
        NotNow: it is open.
        ReadOnly: nothing can be written now.
    """
    case = desk.get(Case, number)
    if case.is_open:
        raise NotNow(status=word("case_statuses", case.status.value))
    again = case.with_(
        status=CaseStatus.RUNNING,
        closed_on=None,
        outcome="",
        outcome_words="",
        keep_until=None,
        keep_why="",
    )
    return _put(desk, again, N_("Case {handle} opened again"))


def advise(desk: Desk, number: int, what: str, meeting_id: int | None = None) -> Case:
    """Note what the team advised.

    Raises:
        NotFound: there is no such case.
        ReadOnly: nothing can be written now.
    """
    case = desk.get(Case, number)
    given = Advice(what=what, given_on=desk.clock.today(), meeting_id=meeting_id)
    return _put(desk, case.with_(advice=(*case.advice, given)), N_("Advice in case {handle}"))


def helped(desk: Desk, number: int, place: int, code: str) -> Case:
    """Note whether an advice helped.

    Args:
        desk: where.
        number: the case's.
        place: of the advice, from 0.
        code: vocabulary ``helped``; empty: nobody looked back yet.

    Raises:
        NotFound: there is no such case or advice.
        ReadOnly: nothing can be written now.
    """
    case = desk.get(Case, number)
    if not 0 <= place < len(case.advice):
        raise NotFound(what=Sentence(N_("advice")), number=place + 1)
    advice = list(case.advice)
    advice[place] = advice[place].with_(helped=code)
    return _put(desk, case.with_(advice=tuple(advice)), N_("Advice in case {handle}"))


def open_cases(desk: Desk) -> list[Case]:
    """Give the cases that are not closed, the newest first."""
    found = [case for case in desk.all(Case) if case.is_open]
    return sorted(found, key=lambda case: (case.since, case.id), reverse=True)


def for_agenda(desk: Desk, day: date) -> list[AgendaCase]:
    """Give what comes on the agenda of a meeting of ``day`` by itself: what came back first."""
    notes: dict[int, list[CaseNote]] = {}
    for note in notes_to_bring(desk):
        notes.setdefault(note.case_id, []).append(note)
    found = []
    for case in open_cases(desk):
        why = agenda_reason(case, day) or ("note" if case.id in notes else "")
        if why:
            found.append(AgendaCase(case, why, tuple(notes.get(case.id, ()))))
    order = ("back", "note", "new")
    return sorted(found, key=lambda one: (order.index(one.why), one.case.since, one.case.id))


def _open(desk: Desk, number: int) -> Case:
    case = desk.get(Case, number)
    if not case.is_open:
        raise NotNow(status=word("case_statuses", case.status.value))
    return case


def _put(desk: Desk, case: Case, msgid: str) -> Case:
    with desk.act(Sentence(msgid, {"handle": case.handle})) as act:
        return act.put(case)
