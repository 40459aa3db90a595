"""Everyone's own choice, at one keyboard: each writes unseen, none is shown before all are there.

What is typed is painted as dots, because the screen hangs on the wall.
"""

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from edtui.desk import drafts
from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.records.deliberation import Deliberation, OwnChoice, Side
from edtui.records.meeting import Meeting
from edtui.tui.commands.base import Command
from edtui.tui.commands.meetings import CHOICES
from edtui.tui.dialogs.base import Dialog
from edtui.tui.messages import LockComing
from edtui.tui.plain import plain
from edtui.tui.screens.meeting.running_forms import Change

DRAFT = "own_choice"
_SIDES = {"a": Side.A, "b": Side.B, "o": Side.OTHER, "c": Side.OTHER, "x": Side.OTHER}
_LINES = (
    ("side", N_("I choose a, b or c")),
    ("because", N_("because of")),
    ("limits_harm_by", N_("I limit the harm by")),
    ("needs", N_("I need")),
)
KEEP_EVERY = 1.5


class ChoicesDialog(Dialog[Meeting]):
    """Gives the meeting as it is when it was left."""

    WHERE = CHOICES

    def __init__(self, desk: Desk, number: int, item: int, change: Change) -> None:
        super().__init__(_("Everyone writes their own choice"))
        self._desk = desk
        self._number = number
        self._item = item
        self._change = change
        self._last: Meeting | None = None
        self._kept: dict[str, str] = {}

    def compose_body(self) -> Iterable[Widget]:
        """Give whose turn it is and the lines."""
        yield Static("", id="turn", markup=False)
        for key, label in _LINES:
            with Horizontal(classes="row"):
                yield Label(plain(_(label)), classes="label")
                yield Input(id=f"own-{key}", password=True, compact=True, max_length=200)
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Begin with whose turn it is, and what was half typed before a lock."""
        found = drafts.offer(self._desk, DRAFT, Meeting.table, self._number)
        for key, _label in _LINES:
            self._line(key).value = str(found.values.get(key, "")) if found else ""
        self._turn()
        self.set_interval(KEEP_EVERY, self.lock_coming)

    @property
    def held(self) -> Deliberation:
        """The forms of this item as they are now."""
        return self._desk.get(Meeting, self._number).agenda[self._item].deliberation

    def _turn(self) -> None:
        held = self.held
        told = _("Person {at} of {count}. The others look away; nobody sees what is typed.")
        self.query_one("#turn", Static).update(
            plain(told.format(at=len(held.choices) + 1, count=held.choosers))
        )
        self._line("side").focus()
        self.refresh_bindings()

    def _line(self, key: str) -> Input:
        return self.query_one(f"#own-{key}", Input)

    def _values(self) -> dict[str, str]:
        return {key: self._line(key).value for key, _label in _LINES}

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next line; after the last one the choice is kept."""
        event.stop()
        self.action_next_line()

    def action_next_line(self) -> None:
        """Go to the next line; after the last one the choice is kept."""
        keys = [key for key, _label in _LINES]
        here = next((key for key in keys if self._line(key).has_focus), keys[0])
        if here == "side" and self._side() is None:
            self._say(_("Type a, b or c; c is another way."))
            return
        self._say("")
        if here != keys[-1]:
            self._line(keys[keys.index(here) + 1]).focus()
            return
        self._keep_choice()

    def _side(self) -> Side | None:
        return _SIDES.get(self._line("side").value.strip().lower()[:1])

    def _keep_choice(self) -> None:
        side = self._side()
        if side is None:
            self._line("side").focus()
            self._say(_("Type a, b or c; c is another way."))
            return
        values: dict[str, Any] = {**self._values(), "side": side}
        try:
            choice = OwnChoice.model_validate(values)
            self._last = self._change(lambda now: _added(now, self._item, choice))
        except ValidationError:
            self._say(_("One of the lines is too long."))
            return
        except EdtuiError as error:
            self._say(explain(error))
            return
        for key, _label in _LINES:
            self._line(key).value = ""
        self._forget()
        if self.held.shown:
            self.dismiss(self._last)
            return
        self._turn()

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Say why a key does nothing now."""
        if command.runs == "show" and not self.held.choices:
            return Sentence(N_("Nobody wrote a choice yet."))
        if command.runs == "fewer" and self.held.choosers <= max(1, len(self.held.choices)):
            return Sentence(N_("All who are left wrote theirs."))
        return None

    def action_show(self) -> None:
        """Show what is there, also where somebody did not write."""
        self._set(shown=True)

    def action_fewer(self) -> None:
        """One person fewer writes."""
        held = self.held
        fewer = held.choosers - 1
        self._set(choosers=fewer, shown=len(held.choices) >= fewer)

    def _set(self, **changes: Any) -> None:
        def changed(now: Meeting) -> Meeting:
            held: Deliberation = now.agenda[self._item].deliberation
            return now.with_item(self._item, deliberation=held.with_(**changes))

        try:
            self._last = self._change(changed)
        except EdtuiError as error:
            self._say(explain(error))
            return
        if self.held.shown:
            self._forget()
            self.dismiss(self._last)
        else:
            self._turn()

    def action_close(self) -> None:
        """Leave; what was kept stays, what is half typed is offered again."""
        self.lock_coming()
        self.dismiss(self._last)

    # Half typed

    def lock_coming(self) -> None:
        """Keep what is half typed, sealed and unseen."""
        values = self._values()
        if values == self._kept or not any(values.values()):
            return
        try:
            drafts.keep(self._desk, DRAFT, Meeting.table, self._number, values)
            self._kept = values
        except EdtuiError as error:
            self._say(explain(error))

    def on_lock_coming(self, event: LockComing) -> None:  # noqa: ARG002  the message's handler
        """Keep what is half typed."""
        self.lock_coming()

    def _forget(self) -> None:
        self._kept = {}
        try:
            drafts.drop(self._desk, DRAFT, Meeting.table, self._number)
        except EdtuiError as error:
            self._say(explain(error))

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(plain(text))


def _added(meeting: Meeting, item: int, choice: OwnChoice) -> Meeting:
    """Give the meeting with one choice more; with the last one all are shown."""
    held: Deliberation = meeting.agenda[item].deliberation
    more = held.with_(choices=(*held.choices, choice))
    return meeting.with_item(item, deliberation=more.with_(shown=more.shown or more.all_wrote))
