"""The forms of an agenda: a new line, a line, day and time."""

from collections.abc import Mapping
from typing import Any

from edtui.desk import cases, meeting_agenda, meetings
from edtui.desk.methods import offered
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.locale import _, spoken
from edtui.records.meeting import AgendaItem, Meeting
from edtui.records.method import AgendaPart, Use
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.meeting.new_meeting import day_fields
from edtui.tui.screens.meeting.running_forms import Change, guard_of
from edtui.tui.widgets.fields import Field, NumberField, PickField, TextField
from edtui.tui.widgets.fields.options import Option


def add_form(desk: Desk, meeting: Meeting, change: Change) -> Form:
    """Make the form that puts a case or something else on an agenda."""
    there = {item.case_id for item in meeting.agenda if item.case_id}
    open_ = {str(case.id): case for case in cases.open_cases(desk) if case.id not in there}

    def options() -> list[Option]:
        return [
            Option(code, " · ".join(part for part in (case.handle, case.summary) if part))
            for code, case in open_.items()
        ]

    def save(values: Mapping[str, Any]) -> Meeting:
        def added(now: Meeting) -> Meeting:
            case = open_.get(values["case"] or "")
            if case is not None:
                item = meeting_agenda.case_item(desk, case)
                item = item.with_(question=values["question"])
            else:
                item = meeting_agenda.own_item(
                    now, title=values["title"] or values["question"], question=values["question"]
                )
            agenda = _placed(now, item)
            more = now.with_(
                agenda=agenda, left_off=tuple(key for key in now.left_off if key != item.key)
            )
            return meetings.shared_out_anew(more) if more.shared_out and case else more

        return change(added)

    guard = guard_of(desk)
    fields: list[Field] = [
        PickField("case", N_("Case"), options, help=N_("or something else, below")),
        TextField("title", N_("What"), max_length=80, guard=guard),
        TextField("question", N_("Question"), max_length=200, guard=guard,
                  help=N_("what does the inbringer want to know?")),
    ]  # fmt: skip

    def check(values: Mapping[str, Any]) -> dict[str, Any]:
        from edtui.errors import Sentence

        if values.get("case") or values.get("title") or values.get("question"):
            return {}
        return {"": Sentence(N_("Choose a case, or type what it is about."))}

    return Form(_("On the agenda"), [Section("", fields)], save=save, check=check, small=True)


def item_form(desk: Desk, meeting: Meeting, place: int, change: Change) -> Form:
    """Make the form of one line."""
    item = meeting.agenda[place]

    def options() -> list[Option]:
        found = offered(desk, Use.CASE, Use.TALK)
        return [Option(one.code, one.name.text(spoken())) for one in found]

    def save(values: Mapping[str, Any]) -> Meeting:
        def changed(now: Meeting) -> Meeting:
            at = [one.key for one in now.agenda].index(item.key)
            given = {**values, "method": values.get("method") or ""}
            more = now.with_item(at, **given)
            by_hand = more.agenda[at].minutes != now.agenda[at].minutes
            return more.with_(shared_out=False) if by_hand else more

        return change(changed)

    guard = guard_of(desk)
    fields: list[Field] = [
        TextField("question", N_("Question"), max_length=200, guard=guard,
                  help=N_("what does the inbringer want to know?")),
        NumberField("minutes", N_("Minutes"), required=True, least=1, most=240, whole=True),
        PickField("method", N_("Method"), options, help=N_("empty: one step, no prompts")),
    ]  # fmt: skip
    if item.case_id is None:
        fields.insert(0, TextField("title", N_("What"), max_length=80, required=True,
                                   guard=guard))  # fmt: skip
    title = meeting_agenda.title_of(desk, item)
    return Form(title, [Section("", fields)], stored=dict(item), save=save, small=True)


def settings_form(meeting: Meeting, change: Change) -> Form:
    """Make the form of title, day, time and length."""

    def save(values: Mapping[str, Any]) -> Meeting:
        def changed(now: Meeting) -> Meeting:
            more = now.with_(**values)
            return meetings.shared_out_anew(more) if more.shared_out else more

        return change(changed)

    fields: list[Field] = [
        TextField("title", N_("Title"), max_length=80, required=True),
        *day_fields(),
    ]
    return Form(meeting.title, [Section("", fields)], stored=dict(meeting), save=save, small=True)


def _placed(meeting: Meeting, item: AgendaItem) -> tuple[AgendaItem, ...]:
    """Put a line in: a case after the other cases, anything else before the end."""
    agenda = list(meeting.agenda)
    mine = [at for at, one in enumerate(agenda) if one.part is item.part]
    last = next((at for at, one in enumerate(agenda) if one.part is AgendaPart.CLOSING), None)
    if item.part is AgendaPart.CASES and mine:
        at = mine[-1] + 1
    elif item.part is AgendaPart.CASES:
        early = (AgendaPart.CHECK_IN, AgendaPart.ACTIONS)
        at = sum(1 for one in agenda if one.part in early)
    else:
        at = last if last is not None else len(agenda)
    agenda.insert(at, item)
    return tuple(agenda)
