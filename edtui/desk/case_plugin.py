"""Casework's part in what stands already: finding, Vandaag, calendar, ending a role, privacy."""

from collections.abc import Iterable
from datetime import date

from edtui.desk import (
    case_retention,
    drafts,
    findable,
    open_matters,
    retention,
    today,
    traces,
)
from edtui.desk.actions import View, actions, who, with_name
from edtui.desk.calendar_entries import Layer, Mark
from edtui.desk.calendar_marks import MARK_SOURCES, People
from edtui.desk.case_notes import may_see, notes_to_bring
from edtui.desk.case_traces import TRACES
from edtui.desk.cases import open_cases
from edtui.desk.ending import is_last_role
from edtui.desk.findable import Findable
from edtui.desk.open_matters import OpenMatter, Provider
from edtui.desk.page import Name
from edtui.desk.raw import Raw
from edtui.desk.roster_rows import PersonRow
from edtui.desk.session import Act, Desk
from edtui.desk.settings import own_person_id
from edtui.desk.today import TodayItem
from edtui.errors import N_, Sentence
from edtui.records.action_point import ActionPoint, is_late, is_own
from edtui.records.case import Case
from edtui.records.case_note import CaseNote
from edtui.records.roles import RoleAssignment

KINDS = {
    "action": N_("Action"),
    "case": N_("Case"),
    "note": N_("Note"),
    "texts": N_("Texts"),
}
"""Code of what Vandaag shows of casework to its short word."""


CLOCK = "case_clock"
"""Where Vandaag leads with texts whose time is over, in the place of a form."""


def plug_in() -> None:
    """Let casework take part; a second call does nothing."""
    if Case.table in findable.FINDABLES:
        return
    findable.register(Findable(Case.table, "case", _handle, _summary))
    findable.register(Findable(CaseNote.table, "note", _question, _beginning, _show_note, _may_see))
    findable.register(Findable(ActionPoint.table, "action", _what, _nothing))
    drafts.NEW_OF.update({"note_": Case.table, "action_": Case.table})
    today.KINDS.update(KINDS)
    today.SOURCES.extend([_actions, _cases, _notes, _texts])
    MARK_SOURCES.append((Layer.ACTIONS, _marks))
    open_matters.register(Provider("actions", _open_actions, _hand_over))
    retention.AREAS.append(
        retention.Area(Case.table, case_retention.kept_cases, case_retention.going)
    )
    retention.AREAS.append(
        retention.Area(ActionPoint.table, case_retention.kept_actions, case_retention.going_actions)
    )
    for trace in TRACES:
        traces.register(trace)


def _handle(document: Raw) -> str:
    return str(document.get("handle", ""))


def _summary(document: Raw) -> str:
    return str(document.get("summary", ""))


def _question(document: Raw) -> str:
    return str(document.get("question", ""))


def _beginning(document: Raw) -> str:
    told = str(document.get("client", "") or document.get("organisation", ""))
    return told.partition("\n")[0]


def _show_note(desk: Desk, document: Raw) -> tuple[str, str]:
    case = desk.find(Case, int(document["case_id"]))
    return (case.handle if case else ""), _question(document) or _beginning(document)


def _may_see(desk: Desk, number: int, document: Raw) -> bool:
    return may_see(desk, CaseNote.from_document(number, document))


def _what(document: Raw) -> str:
    return str(document.get("what", ""))


def _nothing(_document: Raw) -> str:
    return ""


def _actions(desk: Desk, _rows: Iterable[PersonRow]) -> Iterable[TodayItem]:
    day, own = desk.clock.today(), own_person_id(desk)
    for action in actions(desk, View.OPEN):
        due_soon = action.due is not None and (action.due - day).days <= 7
        if is_late(action, day) or (is_own(action, own) and due_soon):
            name = who(desk, action)
            told: tuple[Sentence | Name] = (
                Name(name) if name else Sentence(N_("nobody does it yet")),
            )
            yield TodayItem("action", action.what, told, action.due, ActionPoint.table, action.id)


def _cases(desk: Desk, _rows: Iterable[PersonRow]) -> Iterable[TodayItem]:
    day = desk.clock.today()
    for case in open_cases(desk):
        if case.comes_back_on is not None and case.comes_back_on <= day:
            what = (Sentence(N_("was to come back")),)
            when = case.comes_back_on
            yield TodayItem("case", case.handle, what, when, Case.table, case.id)


def _notes(desk: Desk, _rows: Iterable[PersonRow]) -> Iterable[TodayItem]:
    for note in notes_to_bring(desk):
        if note.is_draft and note.author == desk.vault.user_id:
            case = desk.find(Case, note.case_id)
            what = (Sentence(N_("for the meeting, still a draft")),)
            handle = case.handle if case else ""
            yield TodayItem("note", handle, what, note.on, CaseNote.table, note.id)


def _texts(desk: Desk, _rows: Iterable[PersonRow]) -> Iterable[TodayItem]:
    for kept in case_retention.due_cases(desk):
        what = (Sentence(N_("closed, the time to keep its texts is over")),)
        yield TodayItem("texts", kept.name, what, kept.keep_until, Case.table, kept.number, CLOCK)


def _open_actions(desk: Desk, role: RoleAssignment) -> Iterable[OpenMatter]:
    """Give what somebody whose last role ends was still to do."""
    if not desk.reads(ActionPoint.table) or not is_last_role(desk, role):
        return
    for action in desk.having(ActionPoint, "person_id", role.person_id):
        if action.is_open:
            what = Sentence(N_("to do: {what}"), {"what": action.what})
            yield OpenMatter("actions", ActionPoint.table, action.id, what)


def _hand_over(desk: Desk, act: Act, matter: OpenMatter, to: int) -> None:
    action = desk.get(ActionPoint, matter.number)
    act.put(with_name(desk, action.with_(person_id=to, who="")))


def _marks(index: People, first: date, last: date, _language: str) -> Iterable[Mark]:
    """Give the days on which open actions are to be done."""
    desk = index.desk
    if not desk.reads(ActionPoint.table):
        return
    for action in desk.having(ActionPoint, "status", "open"):
        if action.due and first <= action.due <= last:
            person = action.person_id or 0
            yield Mark(
                Layer.ACTIONS,
                action.due,
                action.due,
                action.what,
                person,
                ActionPoint.table,
                action.id,
            )
