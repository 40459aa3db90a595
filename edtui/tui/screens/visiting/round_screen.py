"""A proposal for a round of visits, looked through line by line, then planned as one act."""

import threading
from collections.abc import Iterable
from typing import Any

from textual import work
from textual.message import Message
from textual.widget import Widget

from edtui.desk.rounds import Proposal, Stopped, accept, propose
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain, ngettext
from edtui.locale.numbers import count
from edtui.records.round_wish import RoundWish
from edtui.tui.commands.base import Command
from edtui.tui.commands.visiting import ROUND
from edtui.tui.screens.planning.tools import PlanTools, cannot_write
from edtui.tui.screens.visiting.line_form import Changed, line_form
from edtui.tui.screens.visiting.progress import Progress
from edtui.tui.screens.visiting.round_lines import RoundLine, counted, going, lines_of
from edtui.tui.screens.visiting.round_list import RoundList
from edtui.tui.widgets.busy import BUSY

NOTHING = Sentence(N_("No visit is taken. Space takes the one under the cursor."))
IN_THE_WAY = Sentence(N_("First look at the lines with a mark: enter changes one, space refuses."))
NO_VISIT = Sentence(N_("There is no visit here yet; enter plans one by hand."))


class RoundScreen(RoundList):
    """The lines of a round."""

    WHERE = ROUND

    NEEDS_ROW = frozenset({"turn", "change"})

    class Told(Message):
        """How far it is."""

        def __init__(self, part: float, words: Sentence) -> None:
            super().__init__()
            self.part = part
            self.words = words

    class Proposed(Message):
        """There is a proposal, or not."""

        def __init__(self, proposal: Proposal | None, why: str = "") -> None:
            super().__init__()
            self.proposal = proposal
            self.why = why

    def __init__(self, mode: object, tools: PlanTools, wish: RoundWish) -> None:
        super().__init__(mode, tools, wish)
        self._stop = threading.Event()

    def compose_body(self) -> Iterable[Widget]:
        """Give the list, and above it how far the looking is."""
        yield Progress(id="board-progress")
        yield from super().compose_body()

    def on_mount(self) -> None:
        """Begin to look."""
        self.table.empty = Sentence(N_("Looking for a plan; {key} stops it."), {"key": "esc"})
        self._propose()

    def on_unmount(self) -> None:
        """Let nothing go on looking when the screen is gone, as at lock."""
        self._stop.set()

    # Looking for a plan

    @work(thread=True, exclusive=True, group="round", exit_on_error=False)
    def _propose(self) -> None:
        heard = [-1]

        def tell(part: float, words: Sentence) -> None:
            if round(part * 100) != heard[0]:
                heard[0] = round(part * 100)
                self.post_message(self.Told(part, words))

        try:
            found = propose(self.desk, self.tools.index, self.wish, tell, stopped=self._stop.is_set)
        except Stopped:
            return
        except EdtuiError as error:
            self.post_message(self.Proposed(None, explain(error)))
            return
        except Exception as error:  # whatever it is, the app reports it
            self.unforeseen(error)
            return
        self.post_message(self.Proposed(found))

    def on_round_screen_told(self, message: Told) -> None:
        """Show how far it is."""
        message.stop()
        self.query_one(Progress).tell(message.part, message.words)

    def on_round_screen_proposed(self, message: Proposed) -> None:
        """Show the proposal."""
        message.stop()
        self.looking = False
        self.query_one(Progress).display = False
        self.table.empty = self.EMPTY
        if message.proposal is None:
            self.say_wrong(message.why)
        else:
            self.lines = lines_of(message.proposal)
        self.show_lines()

    def unsaved(self) -> Sentence | None:
        """Say that a proposal would be lost."""
        if not going(self.lines):
            return None
        return Sentence(N_("The proposal for a round is not planned."))

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if self.looking:
            return None if verb == "back" else BUSY
        if verb == "take":
            if (why := cannot_write(self.desk)) is not None:
                return why
            found = counted(self.lines)
            if not found.taken:
                return NOTHING
            if found.in_the_way:
                return IN_THE_WAY
        if verb == "turn" and self.current is not None and self.current.line is None:
            return NO_VISIT
        return super().why_not(command)

    def chosen(self, item: RoundLine) -> None:
        """Change a line."""

        def changed(result: Changed | None) -> None:
            if result is None:
                return
            line, reason = result
            item.changed = item.changed or line != item.line
            item.line, item.reason, item.taken = line, reason, True
            self.show_lines()

        self.app.push_screen(line_form(self.tools, item, lambda: self.lines, self.wish), changed)

    def action_change(self) -> None:
        """Change the line under the cursor."""
        self.chosen(self.current)

    def action_turn(self) -> None:
        """Refuse a line, or take it again."""
        self.current.taken = not self.current.taken
        self.show_lines()

    def action_only(self) -> None:
        """Show only what asks for a look, or all."""
        self.only = not self.only
        self.show_lines()

    def action_take(self) -> None:
        """Plan what is taken, as one act."""
        lines = going(self.lines)
        reasons = {one.location_id: one.reason for one in self.lines if one.reason}
        desk, index = self.desk, self.tools.index

        def planned(made: list[Any]) -> None:
            self.lines = []
            said = ngettext(
                "{count} visit planned; u takes it back.",
                "{count} visits planned; u takes them back.",
                len(made),
            )
            self.app.notify(said.format(count=count(len(made))))
            self.dismiss(None)

        self.do(
            _("The visits are planned"),
            lambda: accept(desk, index, lines, self.wish, reasons),
            planned,
        )

    def failed(self, error: Any, why: str) -> None:
        """Say why it was not planned, and look at the lines again."""
        super().failed(error, why)
        self.reload()

    @work
    async def action_again(self) -> None:
        """Choose other wishes; the proposal makes place for the next one."""
        from edtui.tui.screens.visiting.round_form import round_form

        wish = await self.app.push_screen_wait(round_form(self.tools, self.wish))
        if wish is not None:
            self.app.switch_screen(RoundScreen(self.mode, self.tools, wish))

    def action_back(self) -> None:
        """Stop looking, or leave the proposal."""
        self._leave()

    @work
    async def _leave(self) -> None:
        from edtui.tui.dialogs.confirm import Confirm

        if not self.looking and going(self.lines):
            question = Sentence(N_("The proposal for a round is not planned. Leave it?"))
            verb = Sentence(N_("leave the proposal"))
            if not await self.app.push_screen_wait(Confirm(question, verb, N_("go on with it"))):
                return
        self._stop.set()
        self.dismiss(None)
