"""Where the calendar's records hold a person's number: what lets go when a person is erased.

Claims keep the number alone: the books have to be kept for seven years, and hold no name.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from edtui.desk.session import Desk
from edtui.desk.traces import Trace
from edtui.records.activity import Activity
from edtui.records.base import Record
from edtui.records.client_talk import ClientTalk
from edtui.records.person import Person
from edtui.records.series import Series
from edtui.records.visit_report import VisitReport


def _finding(kind: type[Record], lists: tuple[str, ...]) -> Callable[[Desk, int], Iterable[Record]]:
    def find(desk: Desk, number: int) -> list[Record]:
        return [
            kind.from_document(at, document)
            for at, document in desk.documents(kind)
            if any(_holds(document, name, number) for name in lists)
        ]

    return find


def _holds(document: Mapping[str, Any], name: str, number: int) -> bool:
    return any(part.get("person_id") == number for part in document.get(name, ()))


def _without(*lists: str) -> Callable[[Record, int], Record]:
    def release(record: Record, number: int) -> Record:
        kept = {
            name: tuple(part for part in getattr(record, name) if part.person_id != number)
            for name in lists
        }
        return record.with_(**kept)

    return release


def _trace(kind: type[Record], *lists: str) -> Trace:
    find, release = _finding(kind, lists), _without(*lists)
    return Trace(kind, lists[0], Person.table, find=find, release=release)


TRACES = (
    _trace(Activity, "people", "passed"),
    _trace(Series, "people"),
    _trace(VisitReport, "people", "agreements"),
    Trace(ClientTalk, "peer_id", Person.table),
    Trace(ClientTalk, "confidant_id", Person.table),
)
"""Registered by `edtui.desk.calendar_plugin.plug_in`."""
