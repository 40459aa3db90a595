"""A confidant's own notes take part in finding, Vandaag and the clock of what is kept."""

from collections.abc import Iterable

from edtui.desk import confidant_notes, findable, retention, today
from edtui.desk.findable import Findable
from edtui.desk.raw import Raw
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Desk
from edtui.desk.today import TodayItem
from edtui.errors import N_, Sentence
from edtui.records.confidant_note import ConfidantNote

KINDS = {"own_note": N_("Own note")}
"""Code of what Vandaag shows of them to its short word."""


def plug_in() -> None:
    """Let them take part; a second call does nothing."""
    if ConfidantNote.table in findable.FINDABLES:
        return
    findable.register(Findable(ConfidantNote.table, "own_note", _handle, _beginning, _show, _may))
    today.KINDS.update(KINDS)
    today.SOURCES.append(_going)
    retention.AREAS.append(
        retention.Area(ConfidantNote.table, confidant_notes.kept_notes, confidant_notes.going)
    )


def _handle(document: Raw) -> str:
    return str(document.get("handle", ""))


def _beginning(document: Raw) -> str:
    return str(document.get("text", "")).partition("\n")[0]


def _show(_desk: Desk, document: Raw) -> tuple[str, str]:
    return _handle(document), _beginning(document)


def _may(desk: Desk, _number: int, _document: Raw) -> bool:
    return confidant_notes.is_confidant(desk)


def _going(desk: Desk, _rows: Iterable[PersonRow]) -> Iterable[TodayItem]:
    for kept in confidant_notes.going_soon(desk):
        what = (Sentence(N_("goes after this day, out of the file")),)
        yield TodayItem(
            "own_note", kept.name, what, kept.keep_until, ConfidantNote.table, kept.number
        )
