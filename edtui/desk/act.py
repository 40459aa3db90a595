"""An act: what somebody does at the desk, as one commit of the vault."""

from collections.abc import Sequence
from typing import TypeVar

from edtui.desk import stored, tables
from edtui.desk.at_vault import AtVault, Change
from edtui.desk.errors import ChangedElsewhere, NewerProgram
from edtui.errors import NotFound
from edtui.records.base import Record

__all__ = ["Act", "Change"]

R = TypeVar("R", bound=Record)


class Act:
    """What is being done: collects the changes of one commit."""

    def __init__(self, desk: AtVault) -> None:
        self._desk = desk
        self._db = desk.vault.db
        self.changes: list[Change] = []
        self.lasting: list[Change] = []
        """What belongs to the same commit and is not taken back with it: put there by others."""

    def put(self, record: R) -> R:
        """Save a record, new (id 0) or changed; give it back with its number and revision.

        Raises:
            ChangedElsewhere: the stored record is not the one that was changed.
            NewerProgram: the stored record has a newer schema than this program knows.
            NotFound: a changed record is no longer there.
        """
        before = None
        if record.id:
            before = stored.read(self._db, record.table, record.id)
            if before is None:
                raise NotFound(what=tables.noun(record.table), number=record.id)
            if int(before.get("v", 1)) > record.schema_version:
                raise NewerProgram
            if int(before.get("revision", 0)) != record.revision:
                raise ChangedElsewhere(theirs=before, yours=record.document())
        saved = self._stamped(record)
        after = saved.document()
        if before is None:
            number = stored.insert(self._db, record.table, after)
        else:
            number = record.id
            stored.replace(self._db, record.table, number, after)
        self.changes.append(Change(record.table, number, before, after))
        return saved.model_copy(update={"id": number})

    def put_new(self, records: Sequence[R]) -> list[R]:
        """Save many new records of one kind in one write; give them back with their numbers."""
        if not records:
            return []
        table = records[0].table
        saved = [self._stamped(record) for record in records]
        documents = [record.document() for record in saved]
        numbers = stored.insert_many(self._db, table, documents)
        for number, document in zip(numbers, documents, strict=True):
            self.changes.append(Change(table, number, None, document))
        return [
            record.model_copy(update={"id": number})
            for record, number in zip(saved, numbers, strict=True)
        ]

    def remove(self, record: Record) -> None:
        """Take a record away.

        Raises:
            ChangedElsewhere: somebody saved it since it was read.
            NotFound: it is no longer there.
        """
        before = stored.read(self._db, record.table, record.id)
        if before is None:
            raise NotFound(what=tables.noun(record.table), number=record.id)
        if int(before.get("revision", 0)) != record.revision:
            raise ChangedElsewhere(theirs=before, yours=record.document())
        stored.remove(self._db, record.table, record.id)
        self.changes.append(Change(record.table, record.id, before, None))

    def _stamped(self, record: R) -> R:
        now = self._desk.clock.now().replace(microsecond=0)
        return record.model_copy(
            update={
                "revision": record.revision + 1,
                "created": record.created or now,
                "changed": now,
                "changed_by": self._desk.vault.user_id,
            }
        )
