"""The forms of an action point: itself, and why it is dropped."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from edtui.desk import actions
from edtui.desk.cases import open_cases
from edtui.desk.settings import own_person_id
from edtui.errors import N_
from edtui.locale import _
from edtui.records.action_point import ActionPoint
from edtui.records.case import Case
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.widgets.fields import DateField, Field, Option, PickField, TextField


def new_action(tools: CaseTools, case_id: int | None = None, note_id: int = 0) -> ActionPoint:
    """Give an action of today for who is at the desk; what it is follows in the form."""
    # A checked one that does not say what it is would be refused.
    return ActionPoint.model_construct(
        what="",
        made_on=tools.desk.clock.today(),
        case_id=case_id,
        came_of="note" if note_id else "",
        source_id=note_id or None,
        person_id=own_person_id(tools.desk),
    )


def action_form(tools: CaseTools, action: ActionPoint) -> Form:
    """Make the form of an action point."""
    fields: list[Field] = [
        tools.line("what", N_("What"), required=True),
        tools.person("person_id", N_("Who")),
        TextField("who", N_("Or outside"), max_length=80,
                  help=N_("a function elsewhere, such as the team leader")),
        DateField("opens", N_("Not before")),
        DateField("due", N_("Before")),
        tools.line("waiting_for", N_("Waits for")),
        _case_field(tools, action),
    ]  # fmt: skip

    def shown(held: ActionPoint) -> dict[str, Any]:
        # The name that is kept beside a number is not typed.
        case = str(held.case_id or "")
        return {**dict(held), "who": "" if held.person_id else held.who, "case_id": case}

    def written(_held: ActionPoint, values: Mapping[str, Any]) -> Mapping[str, Any]:
        case = values.get("case_id")
        who = "" if values.get("person_id") else values.get("who", "")
        return {**values, "case_id": int(case) if case else None, "who": who}

    name = "action" if action.id else f"action_{action.case_id or 0}_{action.source_id or 0}"
    part = Part(name, action.what or _("A new action point"), [Section("", fields)], shown, written)
    return record_form(tools.desk, action, part, partial(actions.save_action, tools.desk))


def drop_form(tools: CaseTools, action: ActionPoint) -> Form:
    """Make the form of why an action is dropped."""
    fields: list[Field] = [tools.line("why", N_("Why"), required=True)]

    def save(values: Mapping[str, Any]) -> ActionPoint:
        return actions.drop(tools.desk, action.id, values["why"])

    title = f"{action.what} · {_('drop')}"
    return Form(title, [Section("", fields)], stored={}, save=save, small=True)


def _case_field(tools: CaseTools, action: ActionPoint) -> PickField:
    def options() -> list[Option]:
        found = open_cases(tools.desk)
        own = tools.desk.find(Case, action.case_id)
        if own is not None and own not in found:
            found.append(own)
        return [Option(str(case.id), case.handle, (case.summary,)) for case in found]

    def word_for(code: str) -> str:
        case = tools.desk.find(Case, int(code))
        return case.handle if case else ""

    return PickField("case_id", N_("Case"), options, word_for=word_for)
