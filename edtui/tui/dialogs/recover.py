"""Opening with the recovery sheet: its words, and a new passphrase."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual import work
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from edtui.desk.passphrase import strength
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, ngettext, say
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.dialogs.base import Dialog
from edtui.tui.messages import OpeningFailed, VaultOpened
from edtui.tui.plain import plain
from edtui.tui.widgets.busy import BUSY, Busy

if TYPE_CHECKING:
    from edtui.tui.shell import Shell

RECOVER = place("recover", N_("Recovery sheet"), typing=True, modal=True)

register(
    Command(
        "recover.open", "enter", N_("open"), N_("Open the vault with the words on the sheet."),
        RECOVER, shown=1, palette=False,
    ),
    Command(
        "recover.close", "escape", N_("back"), N_("Go back to name and passphrase."), RECOVER,
        shown=2, right=True, palette=False,
    ),
)  # fmt: skip

FIELDS = ("name", "words", "first", "again")


class RecoverDialog(Dialog[VaultOpened]):
    """Name, words, new passphrase twice."""

    WHERE = RECOVER

    def __init__(self, name: str = "") -> None:
        super().__init__(_("Open with the recovery sheet"))
        self._name_typed = name

    @property
    def shell(self) -> "Shell":
        """The app."""
        return cast("Shell", self.app)

    def compose_body(self) -> Iterable[Widget]:
        """Give the four fields."""
        labels = (_("Name"), _("Words"), _("New passphrase"), _("Once more"))
        for field, label in zip(FIELDS, labels, strict=True):
            with Horizontal(classes="row"):
                yield Label(label, classes="label")
                value = self._name_typed if field == "name" else ""
                secret = field in ("first", "again")
                yield Input(value, id=field, password=secret, compact=True, max_length=500)
        yield Static(
            plain(_("Type the words of the sheet in their order, with spaces between them.")),
            id="strength",
        )
        yield Busy(id="busy")
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Start where something is still to be typed."""
        self.query_one("#words" if self._name_typed else "#name").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how strong the new passphrase is while it is typed."""
        if event.input.id == "first" and event.value:
            found = strength(event.value, self._value("name"), self.shell.door.label)
            parts = [found.words, found.why]
            text = " ".join(say(part) for part in parts if part is not None)
            self.query_one("#strength", Static).update(plain(text))

    def why_not(self, command: Command) -> Sentence | None:
        """Give why there is no way back while it opens: the passphrase is another one then."""
        busy = any(one.busy for one in self.query(Busy))
        return BUSY if busy and command.id == "recover.close" else None

    def action_open(self) -> None:
        """Open, once everything is there."""
        wrong = self._wrong()
        if wrong is not None:
            field, text = wrong
            self._say(text)
            self.query_one(f"#{field}").focus()
        elif not self.query_one(Busy).busy:
            self._say("")
            self.query_one(Busy).start(_("The key is being worked out"))
            self._open(self._value("name"), self._value("words").split(), self._value("first"))

    def _wrong(self) -> tuple[str, str] | None:
        """Give the first field that is not right yet, and what to do there."""
        if not self._value("name"):
            return "name", _("Type your name first.")
        if not self._value("words"):
            return "words", _("Type the words of the sheet.")
        found = strength(self._value("first"), self._value("name"), self.shell.door.label)
        if not found.enough:
            return "first", say(found.why or found.words)
        if self._value("first") != self._value("again"):
            return "again", _("The two passphrases differ. Type the second one again.")
        left = self.shell.wrong_keys.seconds
        if left:
            return "words", ngettext(
                "You can try again in {count} second.",
                "You can try again in {count} seconds.",
                left,
            ).format(count=left)
        return None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go from field to field, then open: a field takes enter for itself."""
        event.stop()
        fields = list(self.query(Input))
        after = fields[fields.index(event.input) + 1 :]
        if event.value and after and not after[0].value:
            after[0].focus()
        else:
            self.action_open()

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _open(self, name: str, words: list[str], passphrase: str) -> None:
        from edtui.tui.screens.unlock import failure

        try:
            desk = self.shell.door.recover(name, words, passphrase)
        except EdtuiError as error:
            self.post_message(failure(error))
        except Exception as error:  # noqa: BLE001, RUF100  whatever it is, the app reports it
            self.shell.fail_from_thread(error)
        else:
            self.post_message(VaultOpened(desk))

    def on_vault_opened(self, message: VaultOpened) -> None:
        """Give the desk to the unlock screen."""
        message.stop()
        self.dismiss(message)

    def on_opening_failed(self, message: OpeningFailed) -> None:
        """Say that it did not open."""
        message.stop()
        self.query_one(Busy).stop()
        wrong = Sentence(N_("This name and these words do not belong together."))
        if message.wrong_key:
            self.shell.wrong_keys.wrong()
        self._say(say(wrong if message.wrong_key else message.why))

    def _value(self, field: str) -> str:
        value = self.query_one(f"#{field}", Input).value
        return value if field in ("first", "again") else value.strip()

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(plain(text))
