"""Signing in and locking: what comes to life with a desk, and how nothing of it stays."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import work
from textual.screen import Screen

from edtui.errors import EdtuiError, NotAllowed, Sentence
from edtui.locale import _, say, spoken
from edtui.tui import style_sheets, textual_inside
from edtui.tui.curtain import names_changed
from edtui.tui.door import Survey
from edtui.tui.idle import IdleWatch
from edtui.tui.messages import (
    ImportWanted,
    Index,
    IndexOutdated,
    RecordsChanged,
    RecordWanted,
    VaultOpened,
)
from edtui.tui.overseer import Told
from edtui.tui.screens.modes import Mode, mode_of_table, modes_of
from edtui.tui.screens.unlock import UnlockScreen
from edtui.tui.shell import DOOR, Shell
from edtui.tui.widgets.busy import Busy

if TYPE_CHECKING:  # as in `edtui.tui.shell`
    from edtui.desk.act import Change
    from edtui.desk.calendar_view import CalendarIndex
    from edtui.desk.find import FindIndex
    from edtui.desk.roster_index import RosterIndex
    from edtui.desk.session import Desk
    from edtui.desk.story_search import StoryWords


TYPING, GIVE_WAY = 0.2, 0.05
"""Seconds after a key in which somebody types; seconds that a thread then lets go of."""

BETWEEN = "between"
"""Mode that is shown while the others are made anew."""


class DeskOpen(Shell):
    """The part of the app that opens and closes the desk."""

    _threads: ThreadPoolExecutor | None = None
    _surveyed_at: datetime | None = None
    _read_only: Sentence | None = None
    keys_left = False
    """Whether the keys were left for the next process: the terminal is not read here any more."""

    async def on_vault_opened(self, message: VaultOpened) -> None:
        """Show the desk of who signed in."""
        from edtui.desk import calendar_held, story_search
        from edtui.desk.find import FindIndex
        from edtui.desk.roster_index import RosterIndex
        from edtui.desk.settings import team_settings

        message.stop()
        style_sheets.read_later_ones(self)
        desk = message.desk
        self.desk = desk
        self.wrong_keys.right()
        settings = team_settings(desk)
        self.team = settings.team_name or self.door.label
        self.user = desk.vault.user
        self.idle = IdleWatch(self.clock, settings.idle_minutes)
        self._fresh_threads()
        self.stop_listening = desk.listen(self._changed)
        self._read_only = desk.read_only
        self.modes = modes_of(desk)
        for mode in self.modes:
            self.add_mode(mode.name, partial(self._made, mode))
        self.index, self.roster = FindIndex(desk), RosterIndex(desk)
        self.calendar = calendar_held.hold(desk)
        self.story_words = story_search.hold(desk)
        for index in (self.roster, self.calendar):
            if index is not None:
                index.anew = partial(self._outdated, index)
        self._build(self.roster, self.calendar, self.index, self.story_words)
        await self.switch_mode(self.modes[0].name)
        await self.remove_mode(DOOR)
        for notice in getattr(desk.vault, "notices", ()):
            self.notify(say(notice), severity="warning", timeout=15)
        if message.then_import:
            await self.switch_mode("people")
            self.screen.post_message(ImportWanted())
        elif alarm_of(desk) is not None or getattr(desk, "first_time", False):
            from edtui.tui.dialogs.at_sign_in import greet

            greet(self, desk)

    def _made(self, mode: Mode) -> Screen[Any]:
        return textual_inside.styled_from_the_start(self, mode.make())

    @work(thread=True, group="index", exit_on_error=False)
    def _build(
        self,
        roster: "RosterIndex",
        calendar: "CalendarIndex | None",
        index: "FindIndex",
        stories: "StoryWords | None",
    ) -> None:
        with self._as_long_as(index):
            roster.ensure()
            if calendar is not None:
                calendar.ensure()
            if stories is not None:
                stories.build(self._let_type)
            index.build(self._let_type)

    def _let_type(self) -> None:
        """Give way, in a thread, to who types now: two thirds of the time, not all of it."""
        if time.monotonic() - self.typed_at < TYPING:
            time.sleep(GIVE_WAY)

    def _outdated(self, index: Index) -> None:
        self.post_message(IndexOutdated(index))

    def on_index_outdated(self, message: IndexOutdated) -> None:
        """Make an index anew: a setting or a word was changed that stands in every line."""
        message.stop()
        if message.index in (self.roster, self.calendar):
            self._renew(message.index)

    @work(thread=True, group="renew", exit_on_error=False)
    def _renew(self, index: Index) -> None:
        with self._as_long_as(self.index):
            index.build()

    @contextmanager
    def _as_long_as(self, find: "FindIndex | None") -> Iterator[None]:
        """Report what goes wrong in a thread, unless the desk was locked or left under it."""
        try:
            yield
        except NotAllowed:
            pass  # a role without the key of the roster has no list of it
        except Exception as error:  # noqa: BLE001, RUF100  whatever it is, the app reports it
            if self.index is find and self.desk is not None:
                self.fail_from_thread(error)

    def _changed(self, changes: "Sequence[Change]") -> None:
        self.post_message(RecordsChanged(changes))

    def on_records_changed(self, message: RecordsChanged) -> None:
        """Let every screen know; they read again when they are seen."""
        message.stop()
        self.saved_at = self.clock.now()
        names_changed(self, message.tables)
        for screen in textual_inside.all_screens(self):
            screen.post_message(RecordsChanged())  # they read all that they show

    async def on_record_wanted(self, message: RecordWanted) -> None:
        """Go to the screen that shows the record."""
        message.stop()
        mode = mode_of_table(message.table)
        if mode is None or mode not in self.modes or self.desk is None:
            return
        await self.switch_mode(mode.name)
        screen = textual_inside.base_screen(self, mode.name)
        if screen is not None:
            screen.post_message(RecordWanted(message.table, message.number, message.form))

    async def speak_anew(self) -> None:
        """Make the screens anew in the language that is spoken now; the one in sight stays."""
        here = self.current_mode
        self.add_mode(BETWEEN, Screen)
        await self.switch_mode(BETWEEN)
        for mode in self.modes:
            await self.remove_mode(mode.name)
            self.add_mode(mode.name, partial(self._made, mode))
        await self.switch_mode(here)
        await self.remove_mode(BETWEEN)

    def keep_drafts(self) -> None:
        """Let every open form keep what was typed, sealed."""
        for screen in textual_inside.all_screens(self):
            keep = getattr(screen, "lock_coming", None)
            if keep is None or self.desk is None:
                continue
            try:
                keep()
            except EdtuiError as error:
                # A full disk must not keep the desk open; the person reads it at the door.
                self.notify(say(error.said), severity="error")

    def close_desk(self) -> None:
        """Close the desk at the end; a thread that still reads it sees that it is left."""
        desk, self.desk = self.desk, None
        if desk is not None:
            self.door.close(desk)

    def _fresh_threads(self) -> None:
        """Give workers other threads: an idle thread remembers the last worker, and so its desk."""
        before, self._threads = self._threads, ThreadPoolExecutor(thread_name_prefix="edtui")
        asyncio.get_running_loop().set_default_executor(self._threads)
        if before is not None:
            before.shutdown(wait=False, cancel_futures=True)

    async def lock(self, why: str = "") -> None:
        """Close the desk: keep drafts, drop screens, index, messages and keys.

        Where another process oversees this one, this one ends; a new one asks for the passphrase.

        Args:
            why: what the unlock screen says of it, where nobody asked for it.
        """
        from edtui.desk.collecting import collect_all_again

        desk = self.desk
        if desk is None:
            return
        if self.overseen is not None:
            self.keys_left = True
            textual_inside.to_terminal(self, "leave_keys")
        self.notices.forget()
        names_changed(self, set())
        self.clear_notifications()
        self.keep_drafts()
        if self.stop_listening is not None:
            self.stop_listening()
            self.stop_listening = None
        self.desk = None
        self.saved_at = self._surveyed_at = self._read_only = None
        self.survey = Survey()
        self.team = ""
        self.curtain = False
        self.copy_to_clipboard("")
        for held in (self.index, self.roster, self.calendar, self.story_words):
            if held is not None:
                held.close()
        self.index = self.roster = self.calendar = self.story_words = None
        collect_all_again()
        textual_inside.forget_painted()
        self.add_mode(DOOR, self.first_screen)
        await self.switch_mode(DOOR)
        said = "\n".join([why] * bool(why) + [notice.text for notice in self.notices.all()])
        if self.overseen is not None:
            told = Told(self.user, said, spoken())
            self.screen.call_after_refresh(self._end_process, desk, told)
            for busy in self.screen.query(Busy):
                busy.start(_("The desk is being closed"))
            return
        if why:
            self.notify(why, severity="error", timeout=15)
        for name in textual_inside.known_modes(self):
            if name != DOOR:
                await self.remove_mode(name)
        self.workers.cancel_all()
        self._fresh_threads()
        textual_inside.forget_measured_text()
        self.door.close(desk)
        if isinstance(self.screen, UnlockScreen):
            self.screen.look_at_file()

    @work(thread=True, group="closing", exit_on_error=False)
    def _end_process(self, desk: "Desk", told: Told) -> None:
        """End this process: the unlock screen is painted, and nothing else is to be done."""
        assert self.overseen is not None  # noqa: S101  asked before this was called
        try:
            self.door.close(desk)
        finally:
            textual_inside.to_terminal(self, "paint_out")
            self.overseen.lock(told)


def alarm_of(desk: "Desk") -> EdtuiError | None:
    """Give what was seen from this workstation and is not in the file."""
    alarm: EdtuiError | None = getattr(desk.vault, "alarm", None)
    return alarm
