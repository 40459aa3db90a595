"""Every text field of casework marks names, phone numbers, BSNs and addresses that are typed."""

from datetime import date

from textual import events

from edtui import locale
from edtui.desk.case_people import people_to_choose
from edtui.records.case import Case
from edtui.records.case_note import CaseNote
from edtui.records.confidant_note import ConfidantNote
from edtui.records.meeting import OutcomeKind
from edtui.records.naming import Kind
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.cases import action_form, forms, note_form
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.confidant import forms as own
from edtui.tui.screens.meeting import deliberation, running_forms
from edtui.tui.widgets.fields import DateField, NumberField, TimeField
from edtui.tui.widgets.fields.guarded import TextualField

BY_KEYS = "mw. Jansen"
TYPED = f"{BY_KEYS}, Riet 0612345678 bsn 111222333 Kerkweg 12"
"""Dutch; short enough for every field."""

PASTED = "; Mrs Smith, +44 20 7946 0958, 12 High Road"
DUTCH = {Kind.ROSTER, Kind.NAME, Kind.PHONE, Kind.BSN, Kind.ADDRESS}
OUTSIDE = {"who"}
"""Who does something and is not of the team: a function elsewhere, said in the field's help."""

_NO_TEXT = (DateField, TimeField, NumberField)


def every_form(desk, app) -> list[Form]:
    tools = CaseTools(desk, app)
    case, closed = desk.get(Case, 1), desk.get(Case, 3)
    notes = list(desk.all(CaseNote))
    matter = ConfidantNote(handle="h", since=date(2026, 1, 1), closed_on=date(2026, 11, 1))
    found = [
        forms.case_form(tools, case),
        forms.next_step_form(tools, case),
        forms.close_form(tools, case),
        forms.outcome_form(tools, closed),
        forms.advice_form(tools, case),
        forms.longer_form(tools, closed),
        action_form.action_form(tools, action_form.new_action(tools, case.id)),
        *(note_form.note_form(tools, case, note) for note in notes[:1]),
        own.note_form(tools, matter),
        own.close_form(tools, matter),
        own.longer_form(tools, matter),
    ]
    guard = running_forms.guard_of(desk)
    for title, fields in deliberation._FORMS.values():
        found.append(Form(title, [Section("", fields(guard))]))
    for kind in OutcomeKind:
        found.append(Form("", [Section("", running_forms.outcome_fields(desk, app, kind))]))
    return found


async def test_what_names_somebody_is_marked_in_every_text_field(at_cases, told):
    locale.speak("en")
    assert people_to_choose(told)
    async with at_cases(desk=told) as at:
        seen = 0
        for form in every_form(told, at.app):
            at.app.push_screen(form)
            await at.pilot.pause()
            fields = [field for field in form.sheet if is_for_text(field)]
            for field in fields:
                assert field.guard is not None, f"{field.key} of {form.heading} marks nothing"
                type_into(field)
            await at.pilot.pause()
            for field in fields:
                check(field)
            seen += len(fields)
            form.dismiss(None)
            await at.pilot.pause()
        assert seen >= 25


def is_for_text(field) -> bool:
    if not isinstance(field, TextualField) or isinstance(field, _NO_TEXT):
        return False
    return field.guard is not None or field.key not in OUTSIDE


def type_into(field: TextualField) -> None:
    """Type a name key by key, then what else names somebody in one go."""
    field.value = ""
    for sign in BY_KEYS:
        field.guarded.post_message(events.Key("space" if sign == " " else sign, sign))
    field.guarded.post_message(events.Paste(TYPED.removeprefix(BY_KEYS)))
    field.guarded.post_message(events.Paste(PASTED))


def check(field: TextualField) -> None:
    """Look whether each thing that names somebody is marked, and said."""
    text = field.value
    assert text == TYPED + PASTED, field.key
    found = field.guarded.guarding.spans(text)
    assert {one.kind for one in found if one.end <= len(TYPED)} == DUTCH, field.key
    marked = {text[one.start : one.end] for one in found}
    assert {"Mrs Smith", "+44 20 7946 0958", "12 High Road"} <= marked, field.key
    assert any(piece in field.said for piece in marked), field.key
