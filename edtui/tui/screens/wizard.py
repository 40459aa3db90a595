"""The first run: a vault is made, its recovery sheet written down, and something to begin with."""

from typing import cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from edtui import locale
from edtui.config import save_setting
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, say
from edtui.tui.commands.base import Command
from edtui.tui.commands.registry import place, register
from edtui.tui.commands.runner import Commanded
from edtui.tui.door import Created
from edtui.tui.messages import OpeningFailed, VaultCreated, VaultOpened
from edtui.tui.plain import plain
from edtui.tui.screens.unlock import failure
from edtui.tui.screens.wizard_steps import DEMO, IMPORT, STEPS, Step, Typed, how_strong
from edtui.tui.shell import Shell
from edtui.tui.widgets.busy import BUSY, Busy
from edtui.tui.widgets.keybar import KeyBar

WIZARD = place("wizard", N_("The first time"), typing=True)

register(
    Command(
        "wizard.next", "enter", N_("next"), N_("Go on to the next step."), WIZARD, shown=1,
        palette=False,
    ),
    Command(
        "wizard.back", "escape", N_("back"), N_("Go back; nothing that you typed is lost."), WIZARD,
        shown=2, palette=False,
    ),
    Command(
        "wizard.language", "f3", N_("Nederlands"), N_("Go to the other language."), WIZARD, shown=3,
    ),
    Command(
        "wizard.leave", "f10", N_("stop"), N_("Leave the program."), WIZARD, shown=4, right=True,
        palette=False,
    ),
)  # fmt: skip

SHEET = 2
"""Step at which the vault has just been made."""


class WizardScreen(Commanded, Screen[None], inherit_bindings=False):
    """Steps one after the other; what was typed outlives them."""

    WHERE = WIZARD

    def __init__(self) -> None:
        super().__init__()
        self.typed = Typed()
        self.at = 0
        self._created: Created | None = None

    @property
    def shell(self) -> Shell:
        """The app, with what it knows before unlocking."""
        return cast(Shell, self.app)

    @property
    def step(self) -> Step:
        """The page that is shown."""
        return STEPS[self.at]

    def compose(self) -> ComposeResult:
        """Give the page in the middle of the screen."""
        with Vertical(id="door"), VerticalScroll(id="door-form", can_focus=False):
            place_ = _("step {step} of {steps}").format(step=self.at + 1, steps=len(STEPS))
            yield Static(plain(f"edtui · {_(self.step.title)}"), id="door-title")
            yield Static(plain(place_), id="door-step")
            yield Static(plain(_(self.step.text)), id="door-text")
            yield from self.step.body(self.typed)
            yield Busy(id="busy")
            yield Static("", id="said", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Start to type."""
        self._focus()

    def why_not(self, command: Command) -> Sentence | None:
        """Give why there is no way back, or none at all while the vault is being made."""
        busy = any(one.busy for one in self.query(Busy))
        if busy and command.id in ("wizard.back", "wizard.language"):
            return BUSY
        if command.id == "wizard.back" and self.at == 0:
            return Sentence(N_("This is the first step; f10 leaves the program."))
        if command.id == "wizard.back" and self.at == SHEET:
            return Sentence(N_("The vault has been made with this passphrase; go on from here."))
        if command.id == "wizard.back" and self.at == len(STEPS) - 1:
            return Sentence(N_("The sheet has been checked; choose what to begin with."))
        return None

    async def action_next(self) -> None:
        """Go on, when everything here is right; else say what is not."""
        if self.query_one(Busy).busy:
            return
        wrong = self.step.wrong(self.typed)
        if wrong is not None:
            name, text = wrong
            self._say(text)
            self.query_one(f"#{name}").focus()
        elif self.at == SHEET - 1 and self._created is None:
            self._say("")
            self.query_one(Busy).start(_("The vault is being made"))
            self._make(self.typed["team"], self.typed["name"], self.typed["first"])
        elif self.at == len(STEPS) - 1:
            self._begin()
        else:
            await self._go(self.at + 1)

    async def action_back(self) -> None:
        """Go to the step before."""
        await self._go(self.at - 1)

    async def action_language(self) -> None:
        """Go to the other language, and keep what was typed."""
        other = "en" if locale.spoken() == "nl" else "nl"
        locale.speak(other)
        save_setting("language", other)
        await self._go(self.at)

    def action_leave(self) -> None:
        """Leave the program; a vault that was made stays. Ask first while nobody has its sheet."""
        if self._created is None or self.at == len(STEPS) - 1:
            self._leave(sure=True)
            return
        from edtui.tui.dialogs.confirm import Confirm

        question = N_(
            "The vault is there, and these words are not shown again. "
            "Is the recovery sheet on paper, complete?"
        )
        confirm = Confirm(Sentence(question), Sentence(N_("stop")), N_("back to the sheet"))
        self.app.push_screen(confirm, lambda sure: self._leave(sure=bool(sure)))

    def _leave(self, *, sure: bool) -> None:
        if not sure:
            return
        if self._created is not None:
            self.shell.door.close(self._created.desk)
        self.app.exit(return_code=0)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is typed; say how strong the passphrase is."""
        self.typed.values[str(event.input.id)] = event.value
        self._say("")
        if event.input.id == "first":
            self.query_one("#hint", Static).update(plain(how_strong(self.typed)))

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go from field to field, then on."""
        event.stop()
        fields = list(self.query(Input))
        after = fields[fields.index(event.input) + 1 :]
        wrong = self.step.wrong(self.typed)
        here = wrong is not None and wrong[0] == event.input.id
        if after and not after[0].value and not here:
            after[0].focus()
        else:
            await self.action_next()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Keep which way is under the cursor."""
        self.typed.values["start"] = str(event.option.id)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go that way."""
        event.stop()
        self.typed.values["start"] = str(event.option.id)
        await self.action_next()

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _make(self, team: str, name: str, passphrase: str) -> None:
        try:
            created = self.shell.door.create(team, name, passphrase)
        except EdtuiError as error:
            self.post_message(failure(error))
        except Exception as error:  # noqa: BLE001, RUF100  whatever it is, the app reports it
            self.shell.fail_from_thread(error)
        else:
            self.post_message(VaultCreated(created))

    async def on_vault_created(self, message: VaultCreated) -> None:
        """Show the sheet."""
        message.stop()
        self._created = message.created
        self.typed.keep_words(message.created.words)
        # Both have done their work: they need not stay in the memory of a screen.
        self.typed.values["first"] = self.typed.values["again"] = ""
        await self._go(SHEET)

    def on_opening_failed(self, message: OpeningFailed) -> None:
        """Say why the vault could not be made, or the demo not be put in."""
        message.stop()
        self.query_one(Busy).stop()
        self._say(say(message.why))

    def _begin(self) -> None:
        if self._created is None:
            return
        if self.typed["start"] == DEMO:
            self.query_one(Busy).start(_("The invented team is coming in"))
            self._fill(self._created)
        else:
            self._done()

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _fill(self, created: Created) -> None:
        try:
            self.shell.door.fill_demo(created.desk)
        except EdtuiError as error:
            self.post_message(failure(error))
        except Exception as error:  # noqa: BLE001, RUF100  whatever it is, the app reports it
            self.shell.fail_from_thread(error)
        else:
            self.app.call_from_thread(self._done)

    def _done(self) -> None:
        if self._created is not None:
            desk, self._created = self._created.desk, None
            self.post_message(VaultOpened(desk, then_import=self.typed["start"] == IMPORT))
            self.typed = Typed()

    async def _go(self, at: int) -> None:
        self.at = at
        await self.recompose()
        self._focus()
        self.refresh_bindings()

    def _focus(self) -> None:
        if self.step.focus and not self.query_one(Busy).busy:
            self.query_one(self.step.focus).focus()

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(plain(text))
