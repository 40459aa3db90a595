"""Erasing: out of the file, its history, what can be taken back, drafts and indexes.

It is done in three steps. One act takes the records away, lets go of what points at them, drops
acts and drafts that hold them, and writes them into the ledger by number. Then the file is written
anew with new keys, so that its history is gone. Then the ledger says so. What was broken off
between them is told by `unfinished`, and `finish` does the rest.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from edtui.desk import drafts, tables, traces
from edtui.desk.act import Act
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.vault_of import vault_of
from edtui.errors import N_, Sentence
from edtui.records.base import Record
from edtui.records.erasure import ErasedRecord, Erasure, Why, mark_of
from edtui.records.log_entry import Event
from edtui.records.person import Person
from edtui.records.vacancy import Application

LEDGER = Erasure.table


class Erased(NamedTuple):
    """What erasing did."""

    records: int
    """How many went."""

    let_go: int
    """How many others pointed at them, and do not any more."""

    drafts: int
    generation: int
    """Of the file, from which on nothing of it is there: older backups still hold it."""


class Erasable(NamedTuple):
    """What erasing would do, to show before it is confirmed."""

    goes: dict[str, int]
    """Table to how many records."""

    lets_go: int
    mentions: list[tuple[str, int]]
    """Other records (table, number) whose texts hold the name: to be looked at by a person."""


def preview(desk: Desk, number: int) -> Erasable:
    """Give what erasing a person would do.

    Raises:
        NotFound: there is no such person.
    """
    person = desk.get(Person, number)
    gone = traces.going_with(desk, [person])
    counts: dict[str, int] = {}
    for record in gone:
        counts[record.table] = counts.get(record.table, 0) + 1
    return Erasable(counts, len(_pointing(desk, gone)), traces.mentions(desk, person))


def erase(
    desk: Desk,
    *,
    people: Iterable[int] = (),
    applications: Iterable[int] = (),
    others: Iterable[Record] = (),
    instead: Iterable[Record] = (),
    why: Why = Why.REQUEST,
) -> Erased:
    """Erase people with all that goes with them, and applications. This cannot be taken back.

    Args:
        desk: where.
        people: numbers.
        applications: numbers.
        others: records of any kind.
        instead: new records that stay in the place of what goes, such as counts.
        why: for the ledger.

    Raises:
        NotFound: one of them is not there; then none is erased.
        ReadOnly: nothing can be written now.
        edtui.vault.errors.WriteFailed: the disk refused; see `unfinished`.
    """
    chosen: list[Record] = [desk.get(Person, number) for number in people]
    chosen += [desk.get(Application, number) for number in applications]
    chosen += others
    gone = traces.going_with(desk, chosen)
    dropped = 0
    with desk.act(Sentence(N_("Erased")), undoable=False, event=Event.ERASE) as act:
        pointing = _pointing(desk, gone)
        for record in pointing:
            act.put(record)
        for record in gone:
            act.remove(record)
        for record in instead:
            act.put(record)
        _forget_users(desk, act, gone)
        for table, numbers in _by_table(gone).items():
            desk.undo_stack.forget(table, numbers)
            dropped += drafts.forget(desk, table, numbers)
        entry = act.put(
            Erasure(
                moment=desk.clock.now(),
                why=why.value,
                records=tuple(
                    ErasedRecord(
                        in_table=one.table,
                        number=one.id,
                        mark=mark_of(one.table, one.id, one.document()),
                    )
                    for one in gone
                ),
            )
        )
    return Erased(len(gone), len(pointing), dropped, finish(desk) or entry.generation)


def unfinished(desk: Desk) -> bool:
    """Say whether something was erased that the file's history still holds."""
    return any(not entry.generation for entry in desk.all(Erasure))


def finish(desk: Desk) -> int:
    """Write the file anew, where an erasure was broken off before that; give the generation.

    Returns:
        The generation from which on it is gone; 0 where nothing was left to do.
    """
    waiting = [entry for entry in desk.all(Erasure) if not entry.generation]
    if not waiting:
        return 0
    desk.vault.forget()
    generation = vault_of(desk).info().generation
    with desk.act(Sentence(N_("Erased")), undoable=False) as act:
        for entry in waiting:
            act.put(entry.with_(generation=generation))
    return generation


def must_stay_out(desk: Desk) -> Callable[[str, int, Mapping[str, Any]], bool]:
    """Give the question that a restore asks of every document of a backup: is it erased?

    Acts to take back go altogether, because they hold copies; drafts go with their records.
    """
    erased = {
        (one.in_table, one.number): one.mark for entry in desk.all(Erasure) for one in entry.records
    }

    def leave_out(table: str, number: int, document: Mapping[str, Any]) -> bool:
        if table.startswith("undo_"):
            return True
        if tables.is_beside(table):
            return (document.get("table"), document.get("number")) in erased
        mark = erased.get((table, number))
        return mark is not None and mark == mark_of(table, number, document)

    return leave_out


def _pointing(desk: Desk, gone: Sequence[Record]) -> list[Record]:
    """Give the records that stay and point at what goes, with those fields emptied."""
    going = {(one.table, one.id) for one in gone}
    changed: dict[tuple[str, int], Record] = {}
    for record in gone:
        for one in traces.pointing_at(desk, record.table, record.id):
            key = (one.record.table, one.record.id)
            if key not in going:
                changed[key] = one.trace.released(changed.get(key, one.record), record.id)
    return list(changed.values())


def _forget_users(desk: Desk, act: Act, gone: Iterable[Record]) -> None:
    """Take erased people out of who is who at the desk."""
    people = {one.id for one in gone if one.table == Person.table}
    settings = team_settings(desk)
    kept = {user: person for user, person in settings.person_of.items() if person not in people}
    if kept != settings.person_of:
        act.put(settings.with_(person_of=kept))


def _by_table(records: Iterable[Record]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for record in records:
        numbers.setdefault(record.table, []).append(record.id)
    return numbers
