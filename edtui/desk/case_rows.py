"""The list of cases: a line for each, with what asks for a look."""

from typing import NamedTuple

from edtui.desk import actions
from edtui.desk.case_notes import viewer
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.records.action_point import ActionPoint, is_late
from edtui.records.case import Case
from edtui.records.case_note import CaseNote, empty_sides


class CaseRow(NamedTuple):
    """What the list says of one case."""

    case: Case
    notes: int
    to_do: int
    look: str
    """Message id of what asks for a look; empty for nothing."""


def case_rows(desk: Desk) -> list[CaseRow]:
    """Give a line for every case: what asks for a look first, then the newest; closed ones last."""
    today = desk.clock.today()
    sees = viewer(desk)
    notes: dict[int, list[CaseNote]] = {}
    for note in desk.all(CaseNote):
        if sees(note):
            notes.setdefault(note.case_id, []).append(note)
    to_do: dict[int, list[ActionPoint]] = {}
    for action in actions.actions(desk):
        if action.case_id:
            to_do.setdefault(action.case_id, []).append(action)
    rows = []
    for case in desk.all(Case):
        own, open_ones = notes.get(case.id, []), to_do.get(case.id, [])
        look = ""
        if case.is_open:
            newest = max(own, key=lambda note: (note.on, note.id), default=None)
            if any(is_late(action, today) for action in open_ones):
                look = N_("action late")
            elif case.comes_back_on is not None and case.comes_back_on < today:
                look = N_("was to come back")
            elif newest is not None and empty_sides(newest):
                look = N_("a side is empty")
        rows.append(CaseRow(case, len(own), len(open_ones), look))
    return sorted(rows, key=_by_need)


def _by_need(row: CaseRow) -> tuple[bool, bool, int, int]:
    case = row.case
    day = case.closed_on or case.since
    return (not case.is_open, not row.look, -day.toordinal(), -case.id)
