"""An open vault file shared with other processes: its lock, and catching up with them."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from edtui.clock import Clock
from edtui.errors import N_, Sentence
from edtui.vault.commits import Found
from edtui.vault.errors import KeysChanged, Locked, ReadOnlyLog, VaultError, WriteFailed
from edtui.vault.facts import Facts
from edtui.vault.files import DiskFile
from edtui.vault.following import read_replacement, settle
from edtui.vault.frames import Place
from edtui.vault.generation import Generation
from edtui.vault.lockfile import LockFile
from edtui.vault.losses import RolledBack
from edtui.vault.unlock import Opened
from edtui.vault.watch import Watch
from edtui.vault.writing import give_back, sign_off

ASKED = N_("it was opened for reading.")
NO_LOCK = N_("this folder cannot be written.")
BROKEN = N_("the file is damaged or was changed. Keep it, and put back a backup.")
NEW_KEYS = N_("your key was changed or taken away. Sign in again.")
FAILED = N_("saving failed. Check the disk, then sign in again.")
CLOSED = N_("it is closed.")
OLDER = N_("it is not the newest copy of the file that was seen from this workstation.")

PARTING = 1.0
"""Seconds that an end waits for others who write, to sign what was saved."""

IDLE = 5.0
"""Seconds after a save in which a signature for it is left to the saves that follow."""


class News(NamedTuple):
    """What other processes did since this one looked last.

    If ``replaced``, a new generation stands in the file: forget everything and build it up again
    from ``bodies``, which then is the whole content. Else ``bodies`` is what was appended.
    """

    replaced: bool
    bodies: list[Found]


class Standing(NamedTuple):
    """A file as it stood at one moment, between two commits."""

    file: DiskFile
    generation: int
    place: Place
    opened: Opened


class Shared(Facts):
    """An open generation, the lock around it, and why it cannot be written if so."""

    def __init__(self, path: Path, generation: Generation, user: str, *, fresh: bool) -> None:
        self.path = path
        self.user = user
        self.user_id = generation.keyring.user_id.hex()
        self.notices: list[Sentence] = list(generation.opened.notices)
        self.read_only = None if generation.file.writable else Sentence(ASKED)
        """Why nothing can be written, or None."""
        self.alarm: RolledBack | None = None
        """What was seen from this workstation and is not in the file; nothing is written then."""
        self.patience = 10.0
        """Seconds that a save waits while another process writes; screens wait less."""
        self.recovered = False
        """Opened with recovery words: a new passphrase may be set without the old one."""
        self._generation = generation
        self._replayed = fresh
        self._pending = News(False, [])
        self._watch: Watch | None = None
        self._wrote_at = 0.0
        self._lock = LockFile(path)
        self._threads = threading.RLock()
        self._depth = 0

    def remember(self, state_dir: Path, clock: Clock) -> None:
        """Hold the file against what this workstation remembers of it; before `replay`.

        Args:
            state_dir: the user's folder for what programs remember; never beside the vault.
            clock: when something was seen.
        """
        self._watch = Watch(state_dir, self.path, self._generation.file_id, clock)
        if self._replayed:
            self._remembered(sync=True)

    @contextmanager
    def locked(self, timeout: float | None = None) -> Iterator[News]:
        """Hold the vault's lock; give what others wrote since. Nested use gives no news again.

        Raises:
            Locked: another process kept the lock for ``timeout`` seconds (None: ``patience``).
            Damaged: what others wrote cannot be verified.
            KeysChanged: a new generation does not open with the keys held here.
        """
        with self._threads:
            if self._depth:
                self._depth += 1
                try:
                    yield News(False, [])
                finally:
                    self._depth -= 1
                return
            held = self._take_lock(self.patience if timeout is None else timeout)
            try:
                self._depth = 1
                yield self._news()
            finally:
                self._depth = 0
                if held:
                    self._lock.release()

    def follow(self) -> News:
        """Look for what others wrote; microseconds when there is nothing. Raises as `locked`."""
        with self._threads:
            self._ready()
            generation = self._generation
            if generation.file.stands_at_path() and not generation.has_more():
                self._sign_at_leisure(IDLE)
                if self._watch is not None:
                    self._watch.rest()
                news, self._pending = self._pending, News(False, [])
                return news
            with self.locked() as news:
                return news

    def standing(self) -> Standing:
        """Give how far the file goes now, with a handle of its own: bytes before that never change.

        The caller closes the handle.
        """
        with self.locked() as news:
            self._pending = news
            self._sign_off()
            generation = self._generation
            file = DiskFile.open(self.path, writable=False, calls=generation.file.calls)
            return Standing(file, generation.number, generation.place.copy(), generation.opened)

    def distrust(self) -> None:
        """Write nothing from now on: what was read from the file does not hold."""
        self.read_only = Sentence(BROKEN)

    def close(self) -> None:
        """Drop the keys, give back preallocated space, close the file. May be called again."""
        with self._threads:
            generation = self._generation
            if generation.file.fd < 0:
                return
            if self._replayed and self.read_only is None:
                # What is not given back is found as zeros next time.
                with suppress(OSError, VaultError):
                    sealer = generation.sealer
                    self._lock.acquire(PARTING if sealer and sealer.unsigned else 0)
                    self._sign_at_close()
                    give_back(generation)
            if self._watch is not None:
                self._watch.close()
            generation.forget_keys()
            self._lock.close()
            self.read_only = Sentence(CLOSED)

    def _sign_off(self) -> None:
        """Sign what this session wrote and nothing signs yet. In `locked`, with the news taken."""
        sealer = self._generation.sealer
        if self.read_only is None and sealer is not None and sealer.unsigned:
            try:
                sign_off(self._generation)
            except BaseException:
                self.read_only = Sentence(FAILED)
                raise
            self._remembered()

    def _sign_at_leisure(self, idle: float) -> None:
        """Sign off if nothing was saved for ``idle`` seconds and nobody is in the way."""
        sealer = self._generation.sealer
        if sealer is None or self._depth or time.monotonic() - self._wrote_at < idle:
            return
        if sealer.unsigned and self.read_only is None:
            # Another process may be writing, or the disk be full: this can wait, or is told so.
            with suppress(Locked, WriteFailed), self.locked(0) as news:
                self._pending = news
                self._sign_off()

    def _sign_at_close(self) -> None:
        generation = self._generation
        if generation.sealer is None or not generation.file.stands_at_path():
            return
        if generation.has_more():
            generation.read_journal()
        if not generation.has_more():
            self._sign_off()

    def _news(self) -> News:
        """Give what is pending and what stands in the file behind our place. Under the lock."""
        self._ready()
        generation = self._generation
        try:
            if not generation.file.stands_at_path():
                self._generation, bodies = read_replacement(generation)
                self._pending = News(True, bodies)
                generation.file.close()
                self.notices += self._generation.opened.notices
                self._compare()
                self._settle()
            elif generation.has_more():
                self._pending.bodies.extend(generation.read_journal())
                self._settle()
                self._remembered()
        except (VaultError, OSError) as error:
            self.read_only = Sentence(NEW_KEYS if isinstance(error, KeysChanged) else BROKEN)
            raise
        news, self._pending = self._pending, News(False, [])
        return news

    def _settle(self) -> None:
        told, trouble = settle(self._generation, writable=self.read_only is None)
        self.notices += told
        self.read_only = self.read_only or trouble

    def _compare(self) -> None:
        """Hold what was read to its end against what is remembered. Under the lock."""
        if self._watch is None:
            return
        told, self.alarm = self._watch.compare(self._generation)
        self.notices += told
        if self.alarm is None:
            self._remembered(sync=True)
        else:
            self.read_only = self.read_only or Sentence(OLDER)

    def _remembered(self, *, sync: bool = False) -> None:
        if self._watch is not None:
            self._watch.moved(self._generation, sync=sync)

    def _ready(self) -> None:
        if self._generation.file.fd < 0:
            raise ReadOnlyLog(why=Sentence(CLOSED))
        if not self._replayed:
            raise RuntimeError("replay the log to its end first")

    def _may_write(self) -> None:
        if self.read_only is not None:
            raise ReadOnlyLog(why=self.read_only)

    def _take_lock(self, timeout: float) -> bool:
        """Take the lock; a reader in a folder without a lock file goes on without it."""
        try:
            self._lock.acquire(timeout)
        except OSError:
            if self.read_only is None:
                self.read_only = Sentence(NO_LOCK)
            return False
        return True
