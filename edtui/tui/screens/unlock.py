"""The unlock screen: name and passphrase, and nothing that helps who has neither."""

import importlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from edtui import locale
from edtui.config import save_setting
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, ngettext, say
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.commands.runner import Commanded
from edtui.tui.messages import FrontRead, OpeningFailed, VaultOpened
from edtui.tui.plain import plain
from edtui.tui.textual_inside import to_terminal
from edtui.tui.widgets.busy import BUSY, Busy
from edtui.tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from edtui.tui.shell import Shell

UNLOCK = place("unlock", N_("Before unlocking"), typing=True)
WRONG_KEY = 3
"""Exit status of an error that says that name and passphrase do not fit."""

DAMAGED = 4
"""Exit status of an error that says that the file is damaged, or is none."""

register(
    Command(
        "unlock.enter", "enter", N_("unlock"), N_("Open the vault with what is typed."), UNLOCK,
        shown=1, palette=False,
    ),
    Command(
        "unlock.sheet", "f2", N_("recovery sheet"),
        N_("Open with the words on the recovery sheet and choose a new passphrase."),
        UNLOCK, shown=2,
    ),
    Command(
        "unlock.language", "f3", N_("Nederlands"), N_("Go to the other language."), UNLOCK, shown=3,
    ),
    Command(
        "unlock.leave", "escape", N_("stop"), N_("Leave the program."), UNLOCK, shown=4, right=True,
        palette=False,
    ),
)  # fmt: skip


class UnlockScreen(Commanded, Screen[None], inherit_bindings=False):
    """Team, name, passphrase. Wrong ones cost a longer wait each time."""

    WHERE = UNLOCK

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._typed_name = name
        self._typed_passphrase = ""

    @property
    def shell(self) -> "Shell":
        """The app, with what it knows before unlocking."""
        return cast("Shell", self.app)

    def compose(self) -> ComposeResult:
        """Give the form in the middle of the screen."""
        with Vertical(id="door"), Vertical(id="door-form"):
            yield from self._form()
        yield KeyBar()

    def _form(self) -> Iterable[Widget]:
        title = " · ".join(part for part in ("edtui", self.shell.door.label) if part)
        yield Static(plain(title), id="door-title")
        with Horizontal(classes="row"):
            yield Label(_("Name"), classes="label")
            yield Input(self._typed_name, id="name", compact=True, max_length=80)
        with Horizontal(classes="row"):
            yield Label(_("Passphrase"), classes="label")
            yield Input(
                self._typed_passphrase, id="passphrase", password=True, compact=True, max_length=500
            )
        yield Static("", id="seal", markup=False)
        if self.shell.hint:
            yield Static(plain(self.shell.hint), id="hint")
        yield Busy(id="busy")
        yield Static(plain(self.shell.said), id="said")

    def on_mount(self) -> None:
        """Start where something is still to be typed."""
        first = "#passphrase" if self.query_one("#name", Input).value else "#name"
        self.set_focus(self.query_one(first))  # at once: keys may be waiting for it
        to_terminal(self.app, "take_keys")
        self.set_interval(0.5, self.tick)
        self.tick()
        self.call_after_refresh(self.look_at_file)
        self.call_after_refresh(self._load_desk)

    @work(thread=True, group="load", exit_on_error=False)
    def _load_desk(self) -> None:
        """Load the desk's modules while somebody types: a fifth of a second less after it."""
        for module in ("edtui.vault.entering", "edtui.desk.team", "edtui.tui.screens.today"):
            importlib.import_module(module)

    @work(thread=True, group="front", exit_on_error=False)
    def look_at_file(self) -> None:
        """Read what the file says without a key: after the first frame, for it takes a moment."""
        front = self.shell.door.front()
        if front is not None:
            self.post_message(FrontRead(front))

    def on_front_read(self, message: FrontRead) -> None:
        """Show the seal, the last backup, and what is odd about the file."""
        message.stop()
        from edtui.tui.screens.unlock_front import front_text

        self.query_one("#seal", Static).update(front_text(message.front, self.shell))
        if message.front.trouble is not None and message.front.trouble.exit_status == DAMAGED:
            self._offer_ways(message.front.trouble.said)

    def tick(self) -> None:
        """Say how long to wait, while there is a wait."""
        left = self.shell.wrong_keys.seconds
        if left:
            again = ngettext(
                "You can try again in {count} second.",
                "You can try again in {count} seconds.",
                left,
            ).format(count=left)
            self._say(_("This name and passphrase do not belong together.") + f"\n{again}")
        elif self.has_class("waiting"):
            self._say(_("This name and passphrase do not belong together."))
        self.set_class(bool(left), "waiting")

    def action_enter(self) -> None:
        """Go to the passphrase, or open."""
        name, passphrase = (self.query_one(f"#{part}", Input) for part in ("name", "passphrase"))
        if not name.value.strip():
            self._say(_("Type your name first."))
            name.focus()
        elif not passphrase.value:
            if passphrase.has_focus:
                self._say(_("Type your passphrase."))
            passphrase.focus()
        elif not self.shell.wrong_keys.seconds and not self.query_one(Busy).busy:
            self._say("")
            self.query_one(Busy).start(_("The key is being worked out"))
            self._open(name.value.strip(), passphrase.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what enter does: a field takes that key for itself."""
        event.stop()
        self.action_enter()

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _open(self, name: str, passphrase: str) -> None:
        """Derive the key and open; takes about a second, so never on the screen's own thread."""
        try:
            desk = self.shell.door.open(name, passphrase)
        except EdtuiError as error:
            self.post_message(failure(error))
        except Exception as error:  # noqa: BLE001, RUF100  whatever it is, the app reports it
            self.shell.fail_from_thread(error)
        else:
            self.post_message(VaultOpened(desk))

    def on_opening_failed(self, message: OpeningFailed) -> None:
        """Say that it did not open; a wrong key starts the wait."""
        message.stop()
        self.query_one(Busy).stop()
        if message.damaged:
            self._offer_ways(message.why)
        elif message.wrong_key:
            self.shell.wrong_keys.wrong()
            self.query_one("#passphrase", Input).value = ""
            self.query_one("#passphrase").focus()
            self.tick()
        else:
            self._say(say(message.why))

    def _offer_ways(self, why: Sentence) -> None:
        from edtui.tui.dialogs.damaged import offer_ways

        name, passphrase = (self.query_one(f"#{part}", Input) for part in ("name", "passphrase"))
        offer_ways(self.shell, why, name.value.strip(), passphrase.value, self._done)

    def _done(self, said: str) -> None:
        """Say what was done about the file, and look at it again."""
        self._say(said)
        self.query_one("#passphrase", Input).value = ""
        self.look_at_file()

    def action_sheet(self) -> None:
        """Ask for the words of the recovery sheet."""
        from edtui.tui.dialogs.recover import RecoverDialog

        self.app.push_screen(RecoverDialog(self.query_one("#name", Input).value), self._recovered)

    def _recovered(self, opened: VaultOpened | None) -> None:
        if opened is not None:
            self.post_message(VaultOpened(opened.desk))

    def why_not(self, command: Command) -> Sentence | None:
        """Give why nothing else is begun while the key is worked out."""
        waits = command.id in ("unlock.language", "unlock.sheet")
        return BUSY if waits and any(one.busy for one in self.query(Busy)) else None

    async def action_language(self) -> None:
        """Go to the other language, and keep what was typed."""
        self._typed_name = self.query_one("#name", Input).value
        self._typed_passphrase = self.query_one("#passphrase", Input).value
        other = "en" if locale.spoken() == "nl" else "nl"
        locale.speak(other)
        save_setting("language", other)
        await self.recompose()
        self._typed_passphrase = ""
        self.query_one("#passphrase" if self._typed_name else "#name").focus()

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit(return_code=0)

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(plain(text))


def failure(error: EdtuiError) -> OpeningFailed:
    """Give the fact that the vault did not open, with the advice behind the sentence."""
    advice = error.advice
    why = error.said
    if advice is not None:
        why = Sentence(N_("{what} {advice}"), {"what": error.said, "advice": advice})
    status = error.exit_status
    return OpeningFailed(why, wrong_key=status == WRONG_KEY, damaged=status == DAMAGED)
