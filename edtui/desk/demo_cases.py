"""The demo's casework: cases at every stage, notes with one side and with two, action points."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from edtui.desk.actions import with_name
from edtui.desk.demo_places import Numbers
from edtui.desk.demo_texts import DemoTexts
from edtui.desk.session import Act, Desk
from edtui.desk.vocabularies import shipped
from edtui.records.action_point import ActionPoint, ActionStatus
from edtui.records.case import Advice, Case, CaseStatus
from edtui.records.case_note import SIDES, CaseNote, Correction, NoteStatus, Sight

_PLAIN = ("sector", "nature", "themes", "involuntary", "route", "asker", "involved", "undertaken")
_TEXTS = ("summary", "next_step", "outcome_words", "keep_why")


def add_cases(desk: Desk, act: Act, texts: DemoTexts, people: Numbers) -> Numbers:
    """Save them, after the people, who are numbers by key; give the cases' numbers by key."""
    file = texts.file("cases")
    numbers: dict[str, int] = {}
    for fields in file["cases"]:
        case = act.put(_case(fields, texts))
        numbers[fields["key"]] = case.id
        for note in fields.get("notes", ()):
            act.put(_note(desk, case, note, texts))
        for action in fields.get("actions", ()):
            act.put(_action(desk, action, texts, people, case))
    for action in file["actions"]:
        act.put(_action(desk, action, texts, people))
    return numbers


def _case(fields: Mapping[str, Any], texts: DemoTexts) -> Case:
    words = shipped()
    colour, animal = fields["handle"]
    handle = (
        f"{words['handle_colours'].label(colour, texts.language)} "
        f"{words['handle_animals'].label(animal, texts.language)}"
    )
    advice = [
        Advice(
            what=texts.text(one["what"]),
            given_on=texts.some_day(one["on"]),
            helped=one.get("helped", ""),
        )
        for one in fields.get("advice", ())
    ]
    closed = texts.day(fields.get("closed_on"))
    return Case(
        **{name: fields[name] for name in _PLAIN if name in fields},
        **{name: texts.text(fields.get(name)) for name in _TEXTS},
        handle=handle,
        since=texts.some_day(fields["since"]),
        status=CaseStatus.CLOSED if closed else CaseStatus(fields["status"]),
        comes_back_on=texts.day(fields.get("comes_back_on")),
        closed_on=closed,
        outcome=fields.get("outcome", ""),
        keep_until=texts.day(fields.get("keep_until")),
        advice=tuple(advice),
    )


def _note(desk: Desk, case: Case, fields: Mapping[str, Any], texts: DemoTexts) -> CaseNote:
    final = fields.get("author_final", False)
    day = texts.some_day(fields["on"])
    note = CaseNote(
        case_id=case.id,
        on=day,
        question=texts.text(fields.get("question")),
        **{side: texts.text(fields.get(side)).strip() for side in SIDES},
        author=desk.vault.user_id,
        status=NoteStatus.FINAL if final else NoteStatus.DRAFT,
        sight=Sight.DESK,
        for_meeting=fields.get("for_meeting", False),
    )
    if note.still_open and final:  # one that was corrected, to show what that looks like
        moment = desk.clock.now() - timedelta(days=(texts.today - day).days - 1)
        before = {"still_open": ""}
        correction = Correction(moment=moment, by=desk.vault.user_id, before=before)
        return note.with_(corrections=(correction,))
    return note


def _action(
    desk: Desk,
    fields: Mapping[str, Any],
    texts: DemoTexts,
    people: Numbers,
    case: Case | None = None,
) -> ActionPoint:
    closed = texts.day(fields.get("done", fields.get("dropped")))
    status = ActionStatus.OPEN
    if closed:
        status = ActionStatus.DONE if "done" in fields else ActionStatus.DROPPED
    since = case.since if case else texts.some_day(-30)
    return with_name(
        desk,
        ActionPoint(
            what=texts.text(fields["what"]),
            person_id=people[fields["person"]] if "person" in fields else None,
            who=texts.text(fields.get("who")),
            opens=texts.day(fields.get("opens")),
            due=texts.day(fields.get("due")),
            status=status,
            made_on=since,
            closed_on=closed,
            dropped_why=texts.text(fields.get("why")),
            waiting_for=texts.text(fields.get("waiting_for")),
            case_id=case.id if case else None,
            came_of=fields.get("came_of", ""),
            carried=tuple(texts.some_day(day) for day in fields.get("carried", ())),
        ),
    )
