"""A new recovery sheet: shown once, and then two of its words are typed back."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from edtui.desk.recovery_sheet import groups, is_right, places_to_ask, sheet_text
from edtui.desk.session import Desk
from edtui.errors import EdtuiError
from edtui.locale import _, explain
from edtui.tui.commands.admin import SHEET, SHEET_CHECK
from edtui.tui.dialogs.base import Dialog
from edtui.tui.plain import plain

if TYPE_CHECKING:
    from edtui.tui.desk_open import DeskOpen


def show_sheet(app: "DeskOpen", desk: Desk, user: str, words: Sequence[str] | None) -> None:
    """Show the sheet of somebody until two words of it were typed back."""
    if not words:
        return

    def back_on_paper(right: bool | None) -> None:
        if right:
            app.notify(_("The sheet of {name} is right.").format(name=user))
        else:
            show_sheet(app, desk, user, words)

    def on_paper(_result: bool | None) -> None:
        app.push_screen(SheetCheck(words), back_on_paper)

    app.push_screen(Sheet(desk, app.team, user, words), on_paper)


class Sheet(Dialog[bool]):
    """The words. There is no esc: they are shown only now."""

    WHERE = SHEET

    def __init__(self, desk: Desk, team: str, user: str, words: Sequence[str]) -> None:
        super().__init__(_("Recovery sheet of {name}").format(name=user))
        self.desk, self.team, self.user, self.words = desk, team, user, words

    def compose_body(self) -> Iterable[Widget]:
        """Give the words with their numbers."""
        wide = max(map(len, self.words)) + 2
        lines = [
            "".join(f"{number:>2} {word:<{wide}}" for number, word in group).rstrip()
            for group in groups(self.words)
        ]
        told = _(
            "Write these words on paper, in this order, or print them: they are shown only now. "
            "They open the vault when the passphrase is lost. An older sheet opens nothing more."
        )
        yield Static(plain(told), id="told")
        yield Static(plain("\n".join(lines)), id="words")
        yield Static("", id="said", markup=False)

    def action_paper(self) -> None:
        """Go on."""
        self.dismiss(True)

    def action_print(self) -> None:
        """Print the sheet; the log has it first."""
        from edtui.desk.printing import print_text

        day = self.desk.clock.today()
        text = sheet_text(self.words, team=self.team, user=self.user, day=day)
        try:
            print_text(self.desk, f"{text}\n", "users")
            said = _("It is being printed.")
        except EdtuiError as error:
            said = explain(error)
        self.query_one("#said", Static).update(plain(said))

    def action_close(self) -> None:
        """Go on to the check."""
        self.dismiss(True)


class SheetCheck(Dialog[bool]):
    """Two words of the sheet; True when they are right, None to look at it again."""

    WHERE = SHEET_CHECK

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(_("Is it on paper?"))
        self.words = words
        self.places = places_to_ask(words)

    def compose_body(self) -> Iterable[Widget]:
        """Ask for each word by its number."""
        yield Static(plain(_("Type two words from the sheet.")), id="told")
        for place in self.places:
            with Horizontal(classes="row"):
                yield Label(plain(_("Word {number}").format(number=place)), classes="label")
                yield Input(id=f"word{place}", compact=True, max_length=40)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Start at the first."""
        self.query(Input).first().focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what enter does: a line takes that key for itself."""
        event.stop()
        self.action_go()

    def action_go(self) -> None:
        """Go to the first word that is not right, or be done."""
        for place in self.places:
            line = self.query_one(f"#word{place}", Input)
            if not is_right(self.words, place, line.value):
                if line.value:
                    said = _("Word {number} is another one. Look at the sheet.")
                    self.query_one("#said", Static).update(plain(said.format(number=place)))
                line.focus()
                return
        self.dismiss(True)
