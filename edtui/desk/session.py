"""One person at one vault: reading records, and acts that change several of them as one.

Everything in `edtui.desk` goes through a `Desk`. An act is one commit of the vault: all of it is
there afterwards or nothing is, and it can be taken back (see `edtui.desk.undo`).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple, Protocol, TypeVar

from tinydb import TinyDB
from tinydb.table import Document

from edtui.clock import Clock
from edtui.desk.errors import ChangedElsewhere, ReadOnly
from edtui.desk.undo import UndoStack
from edtui.errors import NotFound, Sentence
from edtui.records.base import Record

R = TypeVar("R", bound=Record)


class OpenVault(Protocol):
    """What the desk needs of a vault (`edtui.vault.Vault`)."""

    user: str
    user_id: str
    role: str
    db: TinyDB
    read_only: Sentence | None

    def transaction(self) -> AbstractContextManager[object]:
        """Make all writes inside one commit; an exception leaves nothing changed."""
        ...


class Change(NamedTuple):
    """One document that an act put, or removed (then ``after`` is None)."""

    table: str
    number: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


Listener = Callable[[list[Change]], None]


class Act:
    """What is being done: collects the changes of one commit."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.changes: list[Change] = []

    def put(self, record: R) -> R:
        """Save a record, new (id 0) or changed; give it back with its number and revision.

        Raises:
            ChangedElsewhere: the stored record is not the one that was changed.
            NotFound: a changed record is no longer there.
        """
        table = self._desk.vault.db.table(record.table)
        now = self._desk.clock.now().replace(microsecond=0)
        before = _stored(table.get(doc_id=record.id)) if record.id else None
        if record.id and before is None:
            raise NotFound(what=record.table, number=record.id)
        if before is not None and int(before.get("revision", 0)) != record.revision:
            raise ChangedElsewhere(theirs=dict(before), yours=record.document())
        saved = record.model_copy(
            update={
                "revision": record.revision + 1,
                "created": record.created or now,
                "changed": now,
                "changed_by": self._desk.vault.user_id,
            }
        )
        after = saved.document()
        number = self._write(record.table, record.id, after)
        self.changes.append(Change(record.table, number, before, after))
        return saved.model_copy(update={"id": number})

    def remove(self, record: Record) -> None:
        """Take a record away.

        Raises:
            NotFound: it is no longer there.
        """
        table = self._desk.vault.db.table(record.table)
        before = _stored(table.get(doc_id=record.id))
        if before is None:
            raise NotFound(what=record.table, number=record.id)
        table.remove(doc_ids=[record.id])
        self.changes.append(Change(record.table, record.id, before, None))

    def _write(self, table_name: str, number: int, document: dict[str, Any]) -> int:
        table = self._desk.vault.db.table(table_name)
        if not number:
            return table.insert(document)
        table.upsert(Document(document, doc_id=number))
        return number


class Desk:
    """A signed-in person's desk over an open vault."""

    def __init__(self, vault: OpenVault, clock: Clock) -> None:
        self.vault = vault
        self.clock = clock
        self.undo_stack = UndoStack(self)
        self._listeners: list[Listener] = []

    def get(self, kind: type[R], number: int) -> R:
        """Give record ``number``.

        Raises:
            NotFound: there is none.
        """
        document = self.vault.db.table(kind.table).get(doc_id=number)
        if document is None:
            raise NotFound(what=kind.table, number=number)
        return kind.from_document(number, _stored(document) or {})

    def all(self, kind: type[R]) -> Iterator[R]:
        """Give every record of a kind, in the order in which they were first saved."""
        for number, document in self.documents(kind):
            yield kind.from_document(number, document)

    def documents(self, kind: type[Record]) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Give every document of a kind undecoded into records: for long lists and indexes."""
        for document in self.vault.db.table(kind.table):
            yield document.doc_id, document

    def count(self, kind: type[Record]) -> int:
        """Give how many records of a kind there are."""
        return len(self.vault.db.table(kind.table))

    @contextmanager
    def act(self, label: Sentence, *, undoable: bool = True) -> Iterator[Act]:
        """Do something as one commit, under the name by which it can be taken back.

        Raises:
            ReadOnly: the vault cannot be written now.
        """
        if self.vault.read_only is not None:
            raise ReadOnly(why=self.vault.read_only)
        act = Act(self)
        with self.vault.transaction():
            yield act
            if undoable:
                self.undo_stack.keep(label, act.changes)
        self.tell(act.changes)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every commit, in its thread; give the way to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, changes: list[Change]) -> None:
        """Tell the listeners what changed."""
        for listener in list(self._listeners):
            listener(changes)


def _stored(document: Any) -> dict[str, Any] | None:
    return dict(document) if isinstance(document, Mapping) else None
