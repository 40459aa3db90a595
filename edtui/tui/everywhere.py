"""What the keys do that work on every screen."""

from typing import TYPE_CHECKING

from edtui.config import save_setting
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, say
from edtui.tui import textual_inside, themes
from edtui.tui.commands.base import Command
from edtui.tui.commands.everywhere import BEFORE_UNLOCKING, GO, NOT_IN_DIALOGS, RESCUE
from edtui.tui.commands.runner import run
from edtui.tui.messages import RecordsChanged, RecordWanted
from edtui.tui.watching import Watching
from edtui.tui.who_writes import explained

if TYPE_CHECKING:
    from edtui.desk.find import Found


class Everywhere(Watching):
    """The app's own commands."""

    def hides(self, command: Command) -> bool:
        """Tell whether a command does not exist now: before unlocking, or over a dialog."""
        if self.desk is None:
            return command.id not in BEFORE_UNLOCKING
        if command.id in NOT_IN_DIALOGS and self.screen.is_modal:
            return True
        if command.id == RESCUE:
            return self.desk.read_only is None or self.screen.is_modal
        mode = command.id.removeprefix(GO) if command.id.startswith(GO) else ""
        if mode:
            return all(mode != one.name for one in self.modes)
        return super().hides(command)

    async def action_go(self, name: str) -> None:
        """Go to one of the nine screens."""
        await self.switch_mode(name)

    def action_find(self) -> None:
        """Find anything."""
        from edtui.tui.dialogs.find import FindDialog

        def chosen(found: "Found | None") -> None:
            if found is not None:
                self.post_message(RecordWanted(found.table, found.number))

        self.push_screen(FindDialog(), chosen)

    def action_undo(self) -> None:
        """Take back the newest act."""
        self._take("undo", _("Taken back: {what}"), _("There is nothing to take back."))

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._take("redo", _("Done again: {what}"), _("There is nothing to do again."))

    def _take(self, way: str, done: str, nothing: str) -> None:
        if self.desk is None:
            return
        try:
            what: Sentence | None = getattr(self.desk.undo_stack, way)()
        except EdtuiError as error:
            self.notify(explained(self, error), severity="warning")
            return
        if what is None:
            self.say_refused(nothing)
            return
        self.notify(done.format(what=say(what)))
        self.post_message(RecordsChanged())

    def action_curtain(self) -> None:
        """Hide names, or show them."""
        self.curtain = not self.curtain
        self.notify(_("Names are hidden.") if self.curtain else _("Names are shown."))

    async def action_lock(self) -> None:
        """Lock at once."""
        await self.lock()

    def action_rescue(self) -> None:
        """Ask where a copy of everything that is saved may stand."""
        from edtui.tui.dialogs.rescue import ask_rescue

        ask_rescue(self)

    def action_help(self) -> None:
        """Show the keys that work here."""
        from edtui.tui.dialogs.help import HelpDialog

        if not isinstance(self.screen, HelpDialog):
            self.push_screen(HelpDialog(self.screen))

    def action_palette(self) -> None:
        """Choose a command by typing."""
        from edtui.tui.dialogs.palette import Choice, PaletteDialog

        async def chosen(choice: Choice | None) -> None:
            if choice is not None:
                await run(choice.node, choice.command)

        self.push_screen(PaletteDialog(self.screen), chosen)

    def action_toasts(self) -> None:
        """Read the messages again."""
        from edtui.tui.dialogs.toasts import ToastsDialog

        self.push_screen(ToastsDialog(self.notices.all()))

    def action_theme(self) -> None:
        """Go to the next set of colours, and remember it."""
        names = [
            name
            for name, theme in themes.THEMES.items()
            if theme.ansi or not self.surroundings.few_colours
        ]
        name = names[(names.index(self.theme) + 1) % len(names)]
        self.theme = name
        save_setting("theme", name)
        self.notify(_(themes.TITLES[name]))

    def action_stopping(self) -> None:
        """Copy what is selected, inside the program; else say how to stop."""
        selected = self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
            self.screen.clear_selection()
        else:
            self.notify(_("ctrl+q leaves the program."))

    def action_stop(self) -> None:
        """Leave the program; ask first where something was typed and not saved."""
        leave = getattr(self.screen, "action_leave", None)
        if self.desk is None and leave is not None:  # the door has its own way out
            leave()
            return
        unsaved = [
            sentence
            for screen in textual_inside.all_screens(self)
            if (ask := getattr(screen, "unsaved", None)) and (sentence := ask()) is not None
        ]
        if not unsaved:
            self._leave()
            return
        from edtui.tui.dialogs.confirm import Confirm

        question = Sentence(
            N_("{what} Stop all the same? What you typed is kept and offered again."),
            {"what": unsaved[0]},
        )
        self.push_screen(
            Confirm(question, Sentence(N_("stop")), N_("go on typing")),
            lambda sure: self._leave() if sure else None,
        )

    def _leave(self) -> None:
        self.keep_drafts()
        self.close_desk()
        self.exit(return_code=0)
