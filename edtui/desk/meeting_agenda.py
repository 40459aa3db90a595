"""The agenda that makes itself: the frame's parts, the cases that are due, the time shared out."""

from collections import Counter
from collections.abc import Iterable

from edtui.desk import cases
from edtui.desk.meeting_dates import Planned
from edtui.desk.methods import methods
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.locale import _, spoken
from edtui.records.case import Case
from edtui.records.case_note import CaseNote, Sight
from edtui.records.meeting import AgendaItem, Attended, Meeting, divided
from edtui.records.method import AgendaPart, Method, MethodStep, Use
from edtui.records.roles import RoleAssignment

FRAMES = {"case_meeting": "two_weekly"}
"""Kind of meeting to the method that divides it; others have a free agenda."""

USUAL = {"moral_deliberation": "dilemma", "intervision": "incident_short"}
"""Kind of meeting to the method of what is put on its agenda."""

TWO_SIDED = frozenset({"dissatisfaction", "complaint"})
"""Natures of a case (vocabulary ``natures``) for which both sides of the story are told."""


def from_calendar(desk: Desk, planned: Planned) -> Meeting:
    """Give a meeting (not saved yet) for a date of the calendar, with its agenda."""
    meeting = Meeting(
        title=planned.title,
        on=planned.day,
        at=planned.start.time(),
        minutes=planned.minutes,
        kind=planned.kind,
        frame=FRAMES.get(planned.kind, ""),
        activity_id=planned.activity_id,
        series_id=planned.series_id,
        original=planned.original,
        table_ids=planned.person_ids,
        attendance=_attendance(desk, planned),
    )
    return filled(desk, meeting)


def filled(desk: Desk, meeting: Meeting) -> Meeting:
    """Give a planned meeting with what came up since: new and returning cases, closed ones gone.

    What somebody took off stays off; what somebody put there stays.
    """
    frame = methods(desk).get(meeting.frame)
    if frame is None:
        return meeting
    agenda = [item for item in meeting.agenda if _stands(desk, item)]
    known = {item.key for item in agenda} | set(meeting.left_off)
    for place, item in enumerate(_items(desk, meeting, frame)):
        if item.key not in known:
            _put_in(agenda, item, place)
    given = tuple(agenda)
    if given == meeting.agenda:
        return meeting
    shared = divided(meeting.minutes, given) if meeting.shared_out else given
    return meeting.with_(agenda=shared)


def divided_over(meeting: Meeting) -> Meeting:
    """Give a meeting with its time divided over what stands on its agenda."""
    return meeting.with_(agenda=divided(meeting.minutes, meeting.agenda))


def case_item(desk: Desk, case: Case, *, why: str = "", note: CaseNote | None = None) -> AgendaItem:
    """Give the item for a case, with the method that suits its nature.

    The question of a note comes along, unless the note is for its author alone or is about
    somebody of the team: everybody at the desk reads agendas.
    """
    shown = note is not None and note.sight is not Sight.AUTHOR and not note.about_ids
    found = methods(desk)
    code = "both_sides" if case.nature in TWO_SIDED else "case_discussion"
    usual = found.get(code)
    return AgendaItem(
        key=f"case_{case.id}",
        part=AgendaPart.CASES,
        title=case.handle,
        minutes=usual.minutes if usual else 20,
        method=code if usual else "",
        case_id=case.id,
        note_id=note.id if note else None,
        question=note.question if note and shown else "",
        why=why,
        by_itself=bool(why),
    )


def own_item(meeting: Meeting, **fields: object) -> AgendaItem:
    """Give an item that somebody adds by hand, with a key that is free."""
    taken = {item.key for item in meeting.agenda} | set(meeting.left_off)
    number = next(n for n in range(1, 1000) if f"own_{n}" not in taken)
    usual = USUAL.get(meeting.kind, "")
    whole = min(240, meeting.minutes)  # the first item of a free agenda has all the time
    given = {"method": usual, "minutes": 5 if meeting.agenda else whole, **fields}
    return AgendaItem.model_validate({"key": f"own_{number}", **given})


def title_of(desk: Desk, item: AgendaItem) -> str:
    """Give what an item is called: of a case its handle as it is now.

    What the program put there is called so in the language in use, unless somebody renamed it.
    """
    case = desk.find(Case, item.case_id)
    if case is not None:
        return case.handle
    return _of_frame(desk, item).get("title") or item.title or _(N_("without a title"))


def prompt_of(desk: Desk, item: AgendaItem) -> str:
    """Give what the group is asked at an item, in the language in use; mostly nothing."""
    return _of_frame(desk, item).get("prompt") or item.prompt


def titles_of(desk: Desk, item: AgendaItem) -> set[str]:
    """Give what an item may be called in minutes that began in another language."""
    step = _frame_step(desk, item)
    named = {step.title.nl, step.title.en} if step is not None else set()
    return {title_of(desk, item), item.title, *named}


def _of_frame(desk: Desk, item: AgendaItem) -> dict[str, str]:
    """Give title and prompt as the frame says them, of an item that nobody changed."""
    step = _frame_step(desk, item)
    if step is None:
        return {}
    language = spoken()
    said = {"title": step.title.text(language)}
    if step.prompt and item.prompt in (step.prompt.nl, step.prompt.en):
        said["prompt"] = step.prompt.text(language)
    return said


def _frame_step(desk: Desk, item: AgendaItem) -> MethodStep | None:
    """Give the step of a frame for which an item stands, if it has its name still."""
    if not item.by_itself or item.case_id is not None:
        return None
    for frame in methods(desk).values():
        for number, step in enumerate(frame.steps, 1) if frame.use is Use.FRAME else ():
            if item.key == _key(step, number) and item.title in (step.title.nl, step.title.en):
                return step
    return None


def _key(step: MethodStep, number: int) -> str:
    return step.part.value if step.part is not AgendaPart.OTHER else f"step_{number}"


def _items(desk: Desk, meeting: Meeting, frame: Method) -> Iterable[AgendaItem]:
    """Give what the agenda has by itself, in its order."""
    for number, step in enumerate(frame.steps, 1):
        if step.part is AgendaPart.CASES:
            for one in cases.for_agenda(desk, meeting.on):
                yield case_item(
                    desk, one.case, why=one.why, note=one.notes[0] if one.notes else None
                )
            continue
        yield AgendaItem(
            key=_key(step, number),
            part=step.part,
            title=step.title.text(spoken()),
            minutes=step.minutes,
            prompt=step.prompt.text(spoken()) if step.prompt else "",
            who=step.who,
            by_itself=True,
        )


def _put_in(agenda: list[AgendaItem], item: AgendaItem, place: int) -> None:
    """Put an item in: a case after the other cases, anything else where the frame has it."""
    if item.part is not AgendaPart.CASES:
        agenda.insert(min(place, len(agenda)), item)
        return
    before = [at for at, one in enumerate(agenda) if one.part is AgendaPart.CASES]
    opening = (AgendaPart.CHECK_IN, AgendaPart.ACTIONS)
    early = [at for at, one in enumerate(agenda) if one.part in opening]
    after = before or early
    agenda.insert(max(after) + 1 if after else 0, item)


def _stands(desk: Desk, item: AgendaItem) -> bool:
    """Say whether an item stays: a case that the program put here goes when it is closed."""
    if not (item.by_itself and item.case_id):
        return True
    case = desk.find(Case, item.case_id)
    return case is not None and case.is_open


def _attendance(desk: Desk, planned: Planned) -> tuple[Attended, ...]:
    """Give how many of each role are to come, as the calendar has it."""
    counted: Counter[str] = Counter()
    readable = desk.reads(RoleAssignment.table)
    today = desk.clock.today()
    for person, role in zip(planned.person_ids, planned.roles, strict=True):
        if role == "confidant":
            counted["client_confidant"] += 1
            continue
        held = desk.having(RoleAssignment, "person_id", person) if readable else []
        now = [one.role for one in held if one.end is None or one.end >= today]
        counted[now[0] if now else "peer_worker"] += 1
    return tuple(Attended(role=role, count=count) for role, count in counted.items())
