"""The forms of an own note: itself, how it ended, kept longer."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from edtui.desk import confidant_notes
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.locale import _
from edtui.records.confidant_note import ConfidantNote, latest_day
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.widgets.fields import DateField, Field, NumberField

FORM = "own_note"
NO_NAMES = N_("no name: a word by which you know who it is")


def new_note(desk: Desk) -> ConfidantNote:
    """Give a note of today without a handle yet."""
    # A checked one without a handle would be refused.
    return ConfidantNote.model_construct(since=desk.clock.today(), handle="")


def note_form(tools: CaseTools, note: ConfidantNote) -> Form:
    """Make the form of a note."""
    first: list[Field] = [
        tools.line("handle", N_("Handle"), required=True, help=NO_NAMES),
        DateField("since", N_("Since"), required=True),
        tools.long("text", N_("Your notes"), help=N_("nobody else can open these")),
    ]
    counted: list[Field] = [
        tools.choice("nature", N_("Nature"), "natures"),
        tools.pick("sector", N_("Sector"), "sectors"),
        tools.line("cluster", N_("Where"), max_length=60,
                   help=N_("some locations together, never one house alone")),
        tools.several("themes", N_("Themes"), "themes"),
        tools.several("involuntary", N_("Involuntary"), "themes",
                      help=N_("of these themes, those to which the client did not agree")),
        tools.pick("route", N_("Came through"), "contact_routes"),
        tools.several("undertaken", N_("What was done"), "case_steps"),
        NumberField("minutes", N_("Minutes"), least=0, most=100_000, whole=True,
                    help=N_("of work, all together; counted in fives")),
    ]  # fmt: skip
    if not note.is_open:
        counted.append(tools.choice("outcome", N_("It ended"), "outcomes", required=True))
    sections = [Section("", first), Section(N_("What is counted"), counted)]

    def written(_held: ConfidantNote, values: Mapping[str, Any]) -> Mapping[str, Any]:
        return {**values, "minutes": values.get("minutes") or 0}

    part = Part(FORM, note.handle or _("A new note"), sections, written=written)
    return record_form(tools.desk, note, part, partial(confidant_notes.save_note, tools.desk))


def close_form(tools: CaseTools, note: ConfidantNote) -> Form:
    """Make the form of how a matter ended; saving sends its line."""
    fields: list[Field] = [
        tools.choice("outcome", N_("It ended"), "outcomes", required=True,
                     help=N_("saving sends the line to count; your notes stay here")),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> ConfidantNote:
        return confidant_notes.close_note(tools.desk, note.id, values["outcome"])

    return _small(note, N_("close"), fields, save, {})


def longer_form(tools: CaseTools, note: ConfidantNote) -> Form:
    """Make the form of a reason to keep a note longer."""
    fields: list[Field] = [
        DateField("until", N_("Keep until"), required=True,
                  help=N_("at most until the year report is there")),
        tools.line("why", N_("Why"), required=True, help=NO_NAMES),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> ConfidantNote:
        return confidant_notes.keep_longer(tools.desk, note.id, **values)

    stored = {"until": note.keep_until or latest_day(note), "why": note.keep_why}
    return _small(note, N_("keep longer"), fields, save, stored)


def form_of_draft(desk: Desk, app: Any, number: int, form: str) -> Form | None:
    """Give the form of a draft; None where its note is gone."""
    note = desk.find(ConfidantNote, number) if number else new_note(desk)
    if note is None or form != FORM:
        return None
    return note_form(CaseTools(desk, app), note)


def _small(
    note: ConfidantNote, what: str, fields: list[Field], save: Any, stored: Mapping[str, Any]
) -> Form:
    title = f"{note.handle} · {_(what)}"
    return Form(title, [Section("", fields)], stored=stored, save=save, small=True)
