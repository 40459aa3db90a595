"""One person at one vault: reading records, and acts that change several of them as one.

Everything in `edtui.desk` goes through a `Desk`. An act is one commit of the vault: all of it is
there afterwards or nothing is, and it can be taken back (see `edtui.desk.undo`).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import RLock
from typing import Any, TypeVar

from tinydb import where

from edtui.clock import Clock
from edtui.desk import stored, tables
from edtui.desk.act import Act
from edtui.desk.at_vault import Change, OpenVault
from edtui.desk.errors import NewerProgram, ReadOnly
from edtui.desk.logbook import Logbook
from edtui.desk.terminals import Presence
from edtui.desk.undo import UndoStack
from edtui.errors import EdtuiError, NotAllowed, NotFound, Sentence
from edtui.records.base import Record
from edtui.records.log_entry import Event

__all__ = ["Act", "Change", "Desk", "Listener", "OpenVault"]

R = TypeVar("R", bound=Record)

Listener = Callable[[list[Change]], None]


class Desk:
    """A signed-in person's desk over an open vault."""

    def __init__(self, vault: OpenVault, clock: Clock) -> None:
        self.vault = vault
        self.clock = clock
        self.log = Logbook(self)
        self.undo_stack = UndoStack(self, self.log)
        self.presence: Presence | None = None
        """That other terminals can see this one."""
        self.first_time = False
        """Whether somebody else chose this person's passphrase (`edtui.desk.members.make_own`)."""
        self._closed = False
        self._listeners: list[Listener] = []
        # From a commit until everybody was told of it: listeners hear one commit after another.
        self._telling = RLock()

    @property
    def read_only(self) -> Sentence | None:
        """Why nothing can be written now, or None."""
        return self.vault.read_only

    def get(self, kind: type[R], number: int) -> R:
        """Give record ``number``.

        Raises:
            NewerProgram: a newer version wrote it in a form that cannot be read here.
            NotFound: there is none.
        """
        document = stored.read(self.vault.db, kind.table, number)
        if document is None:
            raise NotFound(what=tables.noun(kind.table), number=number)
        return self._record(kind, number, document)

    def find(self, kind: type[R], number: int | None) -> R | None:
        """Give record ``number``, or None where there is none (any more)."""
        if not number:
            return None
        document = stored.read(self.vault.db, kind.table, number)
        return None if document is None else self._record(kind, number, document)

    def all(self, kind: type[R]) -> Iterator[R]:
        """Give every record of a kind, in the order in which they were first saved."""
        for number, document in self.documents(kind):
            yield self._record(kind, number, document)

    def having(self, kind: type[R], field: str, value: object) -> list[R]:
        """Give the records whose field holds exactly a value; the vault finds them quickly."""
        query = where(field) == value
        if kind.model_fields[field].get_default(call_default_factory=True) == value:
            query |= ~where(field).exists()  # what stands at its default is left out
        found = self.vault.db.table(kind.table).search(query)
        return [self._record(kind, document.doc_id, document) for document in found]

    def documents(self, kind: type[Record]) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Give every document of a kind undecoded into records: for long lists and indexes."""
        for document in self.vault.db.table(kind.table):
            yield document.doc_id, document

    def count(self, kind: type[Record]) -> int:
        """Give how many records of a kind there are."""
        return len(self.vault.db.table(kind.table))

    def reads(self, table: str) -> bool:
        """Say whether the person at the desk holds the key to a table."""
        try:
            len(self.vault.db.table(table))
        except NotAllowed:
            return False
        return True

    @contextmanager
    def act(
        self, label: Sentence, *, undoable: bool = True, event: Event | None = None
    ) -> Iterator[Act]:
        """Do something as one commit, under the name by which it can be taken back, and log it.

        Args:
            label: what it is called.
            undoable: whether it can be taken back.
            event: what the log calls removing, where that says too little.

        Raises:
            ReadOnly: nothing can be written now.
        """
        act = Act(self)
        with self.commit() as changes:
            yield act
            changes.extend((*act.changes, *act.lasting))
            if undoable:
                self.undo_stack.keep(label, act.changes)
            self.log.acted(changes, event)
        if undoable:
            self.undo_stack.kept()

    @contextmanager
    def commit(self) -> Iterator[list[Change]]:
        """Make one commit; what is put into the list that it gives is told afterwards.

        What other terminals saved before it is told first, so that a listener hears of the changes
        of a record in the order of the file.

        Raises:
            ReadOnly: nothing can be written now.
        """
        self.check_writable()
        with self._telling:
            others: list[Change] = []
            changes: list[Change] = []
            try:
                with self.vault.transaction():
                    others = self._news()
                    yield changes
            finally:
                self.tell(others)
            self.tell(changes)

    def close(self) -> None:
        """Lock: log it, then drop documents and keys. May be called again."""
        with suppress(EdtuiError):  # a disk that is full must not keep a vault open
            if not self._closed:
                self.log.write(Event.SIGN_OUT)
        self._closed = True
        self.vault.close()
        if self.presence is not None:
            self.presence.leave()

    def take_news(self) -> list[Change]:
        """Take in what other terminals saved, and tell it (`edtui.desk.following.follow`)."""
        with self._telling:
            others = self._news()
            self.tell(others)
        return others

    def check_writable(self) -> None:
        """Stop where nothing can be written now.

        Raises:
            ReadOnly: nothing can be written now; it says why.
        """
        if (why := self.read_only) is not None:
            raise ReadOnly(why=why)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every commit, in its thread; give the way to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, changes: list[Change]) -> None:
        """Tell the listeners what changed, if anything did."""
        if not changes:
            return
        for listener in list(self._listeners):
            listener(changes)

    def _news(self) -> list[Change]:
        every = [Change(*one) for one in self.vault.refresh()]
        if any(tables.is_beside(change.table) for change in every):
            self.undo_stack.look_again()
        return [change for change in every if not tables.is_beside(change.table)]

    def _record(self, kind: type[R], number: int, document: Mapping[str, Any]) -> R:
        try:
            return kind.from_document(number, document)
        except ValueError as error:  # pydantic's ValidationError is one
            if int(document.get("v", 1)) > kind.schema_version:
                raise NewerProgram from error
            raise
