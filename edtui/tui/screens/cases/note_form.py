"""The form of a note: both sides of the story, facts apart from assumptions, who may read it."""

from collections.abc import Mapping
from typing import Any

from textual.widgets import Static

from edtui.desk import case_notes
from edtui.desk.errors import ReasonNeeded
from edtui.errors import N_
from edtui.locale import _, dates
from edtui.records.case import Case
from edtui.records.case_note import SIDES, CaseNote, empty_sides
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.plain import plain
from edtui.tui.screens.cases.forms import NO_NAMES
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people import person_form_parts as lists
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.surroundings import marks
from edtui.tui.widgets.fields import DateField, Field, YesNoField

_PEOPLE = ("table_ids", "about_ids")


class NoteForm(Form):
    """A form that says, above the keys, which side of the story is still empty."""

    def on_mount(self) -> None:
        """Make room for the line."""
        line = Static("", id="note-empty", markup=False)
        line.display = False
        self.query_one("#window").mount(line, after="#form-body")
        self.call_after_refresh(self.look)

    def on_field_changed(self, event: Field.Changed) -> None:  # noqa: ARG002  no matter which
        """Look again, after the form did what it does."""
        self.call_after_refresh(self.look)

    def keep_now(self) -> None:
        """Look again too: a draft may have been taken up."""
        super().keep_now()
        self.look()

    def look(self) -> None:
        """Say which side is empty, as soon as anything is told."""
        line = self.query_one("#note-empty", Static)
        texts = {field.key: field.value for field in self.query(Field) if field.key in SIDES}
        empty = empty_sides(texts)
        line.display = bool(empty)
        if empty:
            sides = ", ".join(_(SIDES[side]) for side in empty)
            said = _("still empty")
            line.update(plain(f"{marks(self.app).look} {said}: {sides}"))


def note_form(tools: CaseTools, case: Case, note: CaseNote) -> Form:
    """Make the form of a new or a stored note on a case."""
    desk = tools.desk
    final = bool(note.id) and not note.is_draft
    own = not note.id or note.author == desk.vault.user_id
    story: list[Field] = [
        tools.line("question", N_("Question"), help=N_("what do you want to know of the others?")),
        tools.long("client", N_("Client"), help=N_("what the client lived through, in own words")),
        tools.long("organisation", N_("Organisation"), help=N_("what was the choice meant for?")),
        tools.long("explanation", N_("Explanation"), help=N_("what was explained, to whom?")),
        tools.long("facts", N_("Facts"), help=N_("what is certain")),
        tools.long("assumptions", N_("Assumptions"), help=N_("what we fill in")),
        tools.long("still_open", N_("Still open"), help=N_("what we do not know yet")),
    ]
    about: list[Field] = [
        DateField("on", N_("On"), required=True),
        YesNoField("for_meeting", N_("Next meeting"), required=True, help=N_("bring it in there")),
        tools.people("table_ids", N_("At the table")),
        tools.people("about_ids", N_("About"),
                     help=N_("colleagues whom it is about: they never see it")),
    ]  # fmt: skip
    if own:
        about.insert(1, tools.choice("sight", N_("Who reads it"), "note_sights", required=True))
    if final:
        about.insert(0, tools.line("why", N_("Corrected as"), help=NO_NAMES))

    def shown(held: CaseNote) -> dict[str, Any]:
        ids = {name: [str(n) for n in getattr(held, name)] for name in _PEOPLE}
        return {**dict(held), **ids, "why": ""}

    def written(_held: CaseNote, values: Mapping[str, Any]) -> Mapping[str, Any]:
        kept = {name: value for name, value in values.items() if name != "why"}
        for name in _PEOPLE:
            kept = dict(lists.numbers(kept, name))
        return kept

    def finish(changed: CaseNote, values: Mapping[str, Any]) -> CaseNote:
        why = str(values.get("why") or "")
        if final and not why.strip() and case_notes.tells_differently(desk, changed):
            raise ReasonNeeded
        return case_notes.save_note(desk, changed, why)

    what = dates.day(note.on) if note.id else _("A new note")
    title = f"{case.handle} · {what}"
    name = "note" if note.id else f"note_{case.id}"
    sections = [Section(N_("Both sides of the story"), story), Section(N_("This note"), about)]
    if final:
        sections.reverse()
    part = Part(name, title, sections, shown=shown, written=written)
    return record_form(desk, note, part, lambda changed: changed, form=NoteForm, finish=finish)
