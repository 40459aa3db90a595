"""Reading a note over the whole screen: the client's side beside the organisation's."""

from collections.abc import Callable, Iterable

from textual import events
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.desk import case_notes
from edtui.desk.case_people import author_name
from edtui.errors import N_, EdtuiError, NotFound, Sentence
from edtui.locale import _, dates, explain
from edtui.records.case import Case
from edtui.records.case_note import SIDES, CaseNote, Correction, empty_sides
from edtui.tui.commands.base import Command
from edtui.tui.commands.cases import NOTE
from edtui.tui.curtain import shown_text
from edtui.tui.plain import plain
from edtui.tui.screens.cases.case_page import note_head
from edtui.tui.screens.cases.note_side import Side
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.list_frame import WIDE
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.screens.text_reader import ReadsText, TextReader
from edtui.tui.widgets.marked import marked
from edtui.tui.widgets.painted_lines import READING

_OWN = frozenset({"final", "remove"})
FINAL = Sentence(N_("It is final already; {key} corrects it, and what stood there stays."),
                 {"key": "e"})  # fmt: skip
NOT_YOURS = Sentence(N_("Only who wrote this note can do that."))
NO_CORRECTIONS = Sentence(N_("Nothing was corrected in this note."))
PAIRS = (("client", "organisation"), ("facts", "assumptions"))
"""Sides that stand beside each other where there is room."""


class NoteScreen(KeepsDesk, ReadsText):
    """One note on a case."""

    WHERE = NOTE
    MODE = "casework"

    def __init__(self, mode: object, note: CaseNote, tools: CaseTools) -> None:
        super().__init__(mode)
        self.note = note
        self._tools = tools
        self.corrections_shown = False

    def tools(self) -> CaseTools:
        """Give what forms are made with."""
        return self._tools.fresh()

    def compose_body(self) -> Iterable[Widget]:
        """Give head, sides and corrections."""
        with TextReader(id="note"):
            yield Static(id="note-head", markup=False)
            for field in SIDES:
                pair = next((one for one in PAIRS if field in one), ())
                if pair and field == pair[0]:
                    with Horizontal(classes="pair"):
                        yield from (Side(one) for one in pair)
                elif not pair:
                    yield Side(field)
            yield Vertical(id="corrections")

    def on_mount(self) -> None:
        """Read with the arrow keys."""
        self.fit(self.app.size.width)
        self.reader.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Two sides stand beside each other where there is room."""
        self.fit(event.size.width)

    def fit(self, width: int) -> None:
        """Choose the form for a width in cells."""
        self.set_class(width >= WIDE, "-wide")

    def reload(self) -> None:
        """Read the note again; one that is gone, or not open any more, closes the screen."""
        try:
            self.note = case_notes.open_note(self.desk, self.note.id)
            case = self.desk.get(Case, self.note.case_id)
        except (NotFound, case_notes.NotForYou):
            self.go_away(_(N_("This is no longer there.")))
            return
        day = dates.full_day(self.note.on)
        self.heading = f"{case.handle} · {day}"
        tools = self.tools()
        head = [plain(fact.text).stylize(_TONES[fact.tone])
                for fact in note_head(self.desk, self.note, tools)]  # fmt: skip
        if self.note.about_ids:
            names = ", ".join(tools.person_name(number) for number in self.note.about_ids)
            about = _("about {names}").format(names=names)
            head.append(plain(about).stylize("$text-muted"))
        self.query_one("#note-head", Static).update(Content("\n").join(head))
        empty = empty_sides(self.note)
        for side in self.query(Side):
            text = shown_text(self.app, getattr(self.note, side.field))
            side.tell(text, empty=side.field in empty)
        self.show_corrections()
        self.refresh_bindings()

    def show_corrections(self) -> None:
        """Show what stood there before, the newest first; or nothing of it."""
        below = self.query_one("#corrections", Vertical)
        below.remove_children()
        if self.corrections_shown:
            for one in reversed(self.note.corrections):
                below.mount(Static(self._correction(one), markup=False, classes="correction"))

    def _correction(self, one: Correction) -> Content:
        width = max(20, min(READING, self.size.width - 4))
        who = self.tools().hide(author_name(self.desk, one.by))
        said = " · ".join(filter(None, (dates.moment(one.moment), who, one.why)))
        parts = [plain(said).stylize("$accent")]
        for field, text in one.before.items():
            title = _(SIDES[field]) if field in SIDES else _("Question")
            parts.append(plain(_("{side}, before:").format(side=title)).stylize("$text-muted"))
            parts.append(marked(text, width) if text else plain(_("nothing")))
        return Content("\n").join(parts)

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in _OWN | {"edit", "bring_in", "action"} and (why := read_only(self)) is not None:
            return why
        own = self.note.author == self.desk.vault.user_id
        if verb in _OWN and not self.note.is_draft:
            return FINAL
        if not own and (verb in _OWN or (verb == "edit" and self.note.is_draft)):
            return NOT_YOURS
        return NO_CORRECTIONS if verb == "versions" and not self.note.corrections else None

    def names_object(self, command: Command) -> Sentence | None:
        """Ask before a draft becomes final, or goes."""
        if command.id.endswith(".remove"):
            return Sentence(N_("Remove this draft?"))
        empty = empty_sides(self.note)
        if empty:
            side = Sentence(SIDES[empty[0]])
            msgid = N_("Still empty: {side}. Make the note final all the same?")
            return Sentence(msgid, {"side": side})
        return Sentence(N_("Make this note final? From then on every change stays visible."))

    def action_edit(self) -> None:
        """Change a draft, or correct a final note."""
        from edtui.tui.screens.cases.note_form import note_form

        case = self.desk.find(Case, self.note.case_id)
        if case is not None:
            self.app.push_screen(note_form(self.tools(), case, self.note))

    def action_final(self) -> None:
        """Make the draft final."""
        self._do(lambda: case_notes.finalise(self.desk, self.note.id))

    def action_bring_in(self) -> None:
        """Put the note on the agenda of the next meeting, or take it off."""
        wanted = not self.note.for_meeting
        self._do(lambda: case_notes.bring_in(self.desk, self.note.id, wanted=wanted))

    def action_remove(self) -> None:
        """Remove the draft."""
        self._do(lambda: case_notes.remove_note(self.desk, self.note.id))

    def action_action(self) -> None:
        """Make an action point of this note."""
        from edtui.tui.screens.cases.action_form import action_form, new_action

        tools = self.tools()
        new = new_action(tools, self.note.case_id, self.note.id)
        self.app.push_screen(action_form(tools, new))

    def action_versions(self) -> None:
        """Show or hide what stood there before."""
        self.corrections_shown = not self.corrections_shown
        self.show_corrections()
        if self.corrections_shown:
            self.call_after_refresh(self.reader.scroll_end, animate=False)

    def action_next(self) -> None:
        """Go to the next note on this case."""
        self.go_by(1)

    def action_previous(self) -> None:
        """Go to the note before."""
        self.go_by(-1)

    def go_by(self, step: int) -> None:
        """Read another note on the case, in the order of the page."""
        notes = case_notes.notes_of(self.desk, self.note.case_id)
        numbers = [note.id for note in notes]
        at = numbers.index(self.note.id) + step if self.note.id in numbers else -1
        if 0 <= at < len(notes):
            self.note = notes[at]
            self.corrections_shown = False
            self.reader.scroll_home(animate=False)
            self.reload()

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)


_TONES = {"": "", "quiet": "$text-muted", "attention": "$warning"}
