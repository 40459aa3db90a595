"""The program: its styles, keys and signals. What a key does stands in `everywhere`."""

import asyncio
import signal
import sys
import time
from typing import Any

from textual import events

from edtui.locale import say
from edtui.tui import style_sheets, textual_inside
from edtui.tui.commands.registry import EVERYWHERE
from edtui.tui.everywhere import Everywhere
from edtui.tui.keymap import read_keymap
from edtui.tui.messages import VaultOpened
from edtui.tui.shell import DOOR

LOOK_EVERY = 0.5
"""Seconds between two looks at the other terminals and at the clock."""

A_TURN = 0.0003
"""Seconds that a thread keeps on when another one waits. Usually it is 0.005, and to answer a key
takes ten such turns while a thread is at work; but before the first frame short turns cost time."""

HUNG_UP = 129
"""Exit status when the terminal went away."""


class EdtuiApp(Everywhere):
    """The app."""

    WHERE = EVERYWHERE
    CSS_PATH = style_sheets.AT_THE_DOOR
    DEFAULT_MODE = DOOR
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]  # noqa: RUF012  as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-usual"), (40, "-high")]  # noqa: RUF012  as Textual has it

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        textual_inside.remember_styles(self)
        self.add_mode(DOOR, self.first_screen)
        self.own_keys, self._key_troubles = read_keymap(self.settings.keymap)

    def on_mount(self) -> None:
        """Take the person's keys, watch for the end and for nobody typing."""
        self.set_keymap(self.own_keys)
        for trouble in self._key_troubles:
            self.notify(say(trouble), severity="warning")
        for name, status in (("SIGTERM", 143), ("SIGHUP", HUNG_UP)):
            self._leave_at(name, status)
        self.call_after_refresh(sys.setswitchinterval, A_TURN)
        self.set_interval(LOOK_EVERY, self.look_at_clock)
        self.set_interval(LOOK_EVERY, self._look_at_terminal)
        if self.start_desk is not None:
            desk, self.start_desk = self.start_desk, None
            self.post_message(VaultOpened(desk))

    def on_ready(self) -> None:
        """The first frame stands there: there is time for what the next ones look like."""
        style_sheets.read_later_ones(self)

    def _look_at_terminal(self) -> None:
        """Stop when the terminal is gone and no signal said so: reading from it would never end."""
        if self.is_headless or self.keys_left:  # left for the next process: the terminal is there
            return
        if sys.__stdin__ is not None and not sys.__stdin__.isatty():
            self._put_down(HUNG_UP)

    def _put_down(self, status: int) -> None:
        self.keep_drafts()
        self.exit(return_code=status)

    def _leave_at(self, name: str, status: int) -> None:
        """Leave the terminal as it was when a signal ends the program."""
        number = getattr(signal, name, None)
        if number is None or self.is_headless:
            return
        asyncio.get_running_loop().add_signal_handler(number, self._put_down, status)

    async def on_event(self, event: events.Event) -> None:
        """Count from the last key or click before anything else is done with it."""
        if isinstance(event, events.Key | events.MouseDown | events.MouseScrollDown | events.Paste):
            self.idle.touched()
            self.typed_at = time.monotonic()
        await super().on_event(event)
