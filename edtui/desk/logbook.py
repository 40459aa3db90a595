"""Writing the log: one logbook a desk, from signing in to locking.

An entry is sealed to the auditor's key, so that who writes it cannot read it back. What an act
changes is logged in the commit of the act. What leaves the program (`leaving`) is logged first,
and does not leave where that fails.
"""

import socket
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from edtui.desk import stored, tables
from edtui.desk.at_vault import AtVault, Change
from edtui.records.log_entry import Event, LogEntry, Result

_TURNED = (Event.UNDO, Event.REDO)


class Logbook:
    """Writes what happens at one desk."""

    def __init__(self, desk: AtVault) -> None:
        self._desk = desk
        self._session = ""
        self._workstation = socket.gethostname()
        self._seen: set[tuple[object, ...]] = set()
        self._day: date | None = None

    @property
    def kept(self) -> bool:
        """Whether this vault has a log that can be written now."""
        vault = self._desk.vault
        home = tables.compartment_of(LogEntry.table)
        return vault.read_only is None and home in vault.letterboxes

    def write(
        self,
        event: Event,
        object_type: str = "",
        object_ids: Iterable[int] = (),
        **more: Any,
    ) -> None:
        """Write one entry; inside a transaction it is part of that commit.

        A vault that is only read, or has no log, is read without one.

        Args:
            event: what happened.
            object_type: table.
            object_ids: numbers in the table.
            more: other fields of `LogEntry`.

        Raises:
            edtui.vault.errors.WriteFailed: nothing was saved.
        """
        if not self.kept:
            return
        vault = self._desk.vault
        known = {
            "moment": self._desk.clock.now(),
            "user_id": vault.user_id,
            "role": vault.role,
            "workstation": self._workstation,
            "session": self._own_session(),
            "event": event.value,
            "object_type": object_type,
            "object_ids": tuple(object_ids),
        }
        with vault.transaction():
            vault.drop(LogEntry.table, LogEntry(**{**known, **more}).document())

    def failed_sign_ins(self, moments: Sequence[datetime]) -> None:
        """Log that nobody knows who tried to sign in, on one day, and did not get in."""
        self.write(
            Event.SIGN_IN_FAILED,
            moment=max(moments),
            count=len(moments),
            user_id="",
            role="",
            session="",
            result=Result.FAILED.value,
        )

    def acted(self, changes: Sequence[Change], event: Event | None = None) -> None:
        """Log what an act changed, inside its commit: one entry a table and kind of change.

        Args:
            changes: of the act.
            event: what it was: taking back or doing again, or what removing was in truth.
        """
        if not self.kept:
            return
        sorted_: dict[tuple[Event, str], list[Change]] = {}
        for change in changes:
            what = _event_of(change)
            if event is not None and (event in _TURNED or what is Event.REMOVE):
                what = event
            sorted_.setdefault((what, change.table), []).append(change)
        for (what, table), ours in sorted_.items():
            told = what is Event.CHANGE or what in _TURNED
            self.write(
                what,
                table,
                [change.number for change in ours],
                person_ids=_people(ours),
                fields=sorted({name for one in ours for name in _fields(one)}) if told else (),
            )

    def read(self, table: str, number: int) -> None:
        """Log that a record is looked at: the first time today at this desk.

        Call it where the whole of it is shown, before it is shown.
        """
        if self._first_today(Event.READ, table, number):
            document = stored.read(self._desk.vault.db, table, number)
            people = _people_in(table, number, document)
            self.write(Event.READ, table, [number], person_ids=sorted(people))

    def searched(self) -> None:
        """Log that somebody searches, never for what: the first time in an hour at this desk."""
        if self._first_today(Event.SEARCH, self._desk.clock.now().hour):
            self.write(Event.SEARCH)

    def leaving(
        self,
        event: Event,
        object_type: str,
        object_ids: Iterable[int] = (),
        **more: Any,
    ) -> None:
        """Log, before it happens, that something leaves the program: one of `EXITS`.

        ``more`` as `write`. Where this raises, nothing may leave.

        Raises:
            ReadOnly: the log cannot be written now.
            edtui.vault.errors.WriteFailed: nothing was saved.
        """
        self._desk.check_writable()
        self.write(event, object_type, object_ids, **more)

    def denied(self, event: Event, object_type: str = "") -> None:
        """Log that somebody was refused something."""
        self.write(event, object_type, result=Result.DENIED.value)

    def _first_today(self, *what: object) -> bool:
        today = self._desk.clock.today()
        if today != self._day:
            self._day = today
            self._seen.clear()
        if what in self._seen or not self.kept:
            return False
        self._seen.add(what)
        return True

    def _own_session(self) -> str:
        if not self._session:
            self._session = self._desk.clock.new_id()
        return self._session


def _event_of(change: Change) -> Event:
    if change.before is None:
        return Event.CREATE
    return Event.REMOVE if change.after is None else Event.CHANGE


def _fields(change: Change) -> set[str]:
    """Give the names of the fields that differ."""
    before, after = stored.content(change.before) or {}, stored.content(change.after) or {}
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def _people(changes: Iterable[Change]) -> list[int]:
    """Give the people whom changes are about."""
    people: set[int] = set()
    for change in changes:
        for document in (change.before, change.after):
            people |= _people_in(change.table, change.number, document)
    return sorted(people)


def _people_in(table: str, number: int, document: Mapping[str, Any] | None) -> set[int]:
    """Give the people of a document: its own number, its ``person_id``, those of its parts."""
    people = {number} if table == "people" else set()
    for name, value in (document or {}).items():
        if name == "person_id" and value:
            people.add(int(value))
        elif name == "about_ids":  # whom a note is about
            people |= {int(person) for person in value}
        elif isinstance(value, list):
            parts = (part.get("person_id") for part in value if isinstance(part, Mapping))
            people |= {int(person) for person in parts if person}
    return people
