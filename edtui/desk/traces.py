"""Where records point at each other: what goes with a person who is erased, what lets them go.

An area adds its own with `register`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from edtui.desk import raw
from edtui.desk.findable import FINDABLES
from edtui.desk.folding import fold, words
from edtui.desk.session import Desk
from edtui.errors import NotAllowed
from edtui.records.base import Record
from edtui.records.names import document_name
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application, Vacancy


@dataclass(frozen=True)
class Trace:
    """One field of a kind of record that holds the number of another record, or None."""

    kind: type[Record]
    field: str
    table: str
    """At what it points."""

    goes: bool = False
    """Whether the record goes with what it points at; else only the field is emptied."""

    find: Callable[[Desk, int], Iterable[Record]] | None = None
    """Finds the records, where the number stands deeper than in the field itself."""

    release: Callable[[Record, int], Record] | None = None
    """Gives the record without the number, where emptying the field is too much."""

    about: bool = False
    """Whether the record is about the person, so that an overview of what is kept names it."""

    def found(self, desk: Desk, number: int) -> Iterable[Record]:
        """Give the records that hold a number."""
        if self.find is not None:
            return self.find(desk, number)
        return desk.having(self.kind, self.field, number)

    def released(self, record: Record, number: int) -> Record:
        """Give a record that does not hold a number any more."""
        if self.release is not None:
            return self.release(record, number)
        return record.with_(**{self.field: None})


TRACES: list[Trace] = []

LOOKED_THROUGH: list[str] = []
"""Tables in whose texts somebody's name is looked for, beside those that are found by words."""


def register(trace: Trace) -> None:
    """Let a field take part in erasing."""
    TRACES.append(trace)


register(Trace(RoleAssignment, "person_id", Person.table, goes=True))
register(Trace(Application, "person_id", Person.table, goes=True))
register(Trace(Person, "coach_id", Person.table))
register(Trace(RoleAssignment, "successor_id", Person.table))
register(Trace(Vacancy, "replaces_role_id", RoleAssignment.table))


@dataclass(frozen=True)
class Pointing:
    """One record that points at what is erased, and the field in which."""

    record: Record
    trace: Trace


def pointing_at(desk: Desk, table: str, number: int) -> Iterator[Pointing]:
    """Give every record with a field that holds this number."""
    for trace in TRACES:
        if trace.table == table:
            try:
                found = list(trace.found(desk, number))
            except NotAllowed:  # no key for that part: who has one erases there
                continue
            yield from (Pointing(record, trace) for record in found)


def going_with(desk: Desk, records: Iterable[Record]) -> list[Record]:
    """Give records and everything that goes with them, each once, what points first."""
    found: dict[tuple[str, int], Record] = {}
    waiting = list(records)
    while waiting:
        record = waiting.pop(0)
        if (record.table, record.id) in found:
            continue
        found[record.table, record.id] = record
        pointing = pointing_at(desk, record.table, record.id)
        waiting += [one.record for one in pointing if one.trace.goes]
    return list(found.values())[::-1]


def mentions(desk: Desk, person: Person) -> list[tuple[str, int]]:
    """Give the records of others whose texts hold all words of a person's name: table, number.

    A program cannot know whether it is the same person: somebody has to look. Records that say
    that they are about the person come along, where who asks may see them.
    """
    wanted = set(words(document_name(person.document())))
    own = {(one.table, one.id) for one in going_with(desk, [person])}
    found = []
    for table in (*FINDABLES, *LOOKED_THROUGH):
        try:
            for document in desk.vault.db.table(table):
                if _says_all(document, wanted) and (table, document.doc_id) not in own:
                    found.append((table, document.doc_id))
        except NotAllowed:
            continue
    return list(dict.fromkeys([*found, *_about(desk, person)]))


def _says_all(document: raw.Raw, wanted: set[str]) -> bool:
    """Say whether all words stand in the texts of a document; a long text is not cut in vain."""
    texts = raw.every_text(document)
    folded = fold(" ".join(texts))
    return all(word in folded for word in wanted) and wanted <= set(words(folded))


def _about(desk: Desk, person: Person) -> Iterator[tuple[str, int]]:
    for one in pointing_at(desk, Person.table, person.id):
        record = one.record
        findable = FINDABLES.get(record.table)
        may = findable.may if findable is not None else None
        if one.trace.about and (may is None or may(desk, record.id, record.document())):
            yield record.table, record.id
