"""How casework takes part in erasing: what goes with a case, and what lets go of a person."""

from collections.abc import Iterable

from edtui.desk.session import Desk
from edtui.desk.traces import Trace
from edtui.records.action_point import ActionPoint
from edtui.records.base import Record
from edtui.records.case import Case
from edtui.records.case_note import CaseNote
from edtui.records.person import Person


def _closed_of(desk: Desk, number: int) -> Iterable[ActionPoint]:
    return [one for one in desk.having(ActionPoint, "case_id", number) if not one.is_open]


def _open_of(desk: Desk, number: int) -> Iterable[ActionPoint]:
    return [one for one in desk.having(ActionPoint, "case_id", number) if one.is_open]


def _without_doer(record: Record, _number: int) -> Record:
    # The name was kept beside the number, for who holds no key to the roster.
    return record.with_(person_id=None, who="")


def _notes_with(field: str, *, about: bool = False) -> Trace:
    def found(desk: Desk, number: int) -> Iterable[CaseNote]:
        return [note for note in desk.all(CaseNote) if number in getattr(note, field)]

    def released(record: Record, number: int) -> Record:
        kept = tuple(one for one in getattr(record, field) if one != number)
        return record.with_(**{field: kept})

    return Trace(CaseNote, field, Person.table, find=found, release=released, about=about)


TRACES = (
    Trace(CaseNote, "case_id", Case.table, goes=True),
    Trace(ActionPoint, "case_id", Case.table, goes=True, find=_closed_of),
    Trace(ActionPoint, "case_id", Case.table, find=_open_of),
    Trace(ActionPoint, "person_id", Person.table, release=_without_doer),
    _notes_with("about_ids", about=True),
    _notes_with("table_ids"),
)
