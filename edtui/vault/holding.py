"""An open vault file shared with other processes: its lock, and catching up with them."""

import threading
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from edtui.clock import Clock
from edtui.errors import N_, Sentence
from edtui.vault.commits import Found
from edtui.vault.errors import KeysChanged, ReadOnlyLog, VaultError
from edtui.vault.facts import Facts
from edtui.vault.following import read_replacement, settle
from edtui.vault.generation import Generation
from edtui.vault.lockfile import LockFile
from edtui.vault.losses import RolledBack
from edtui.vault.watch import Watch

ASKED = N_("it was opened for reading.")
NO_LOCK = N_("this folder cannot be written.")
BROKEN = N_("the file is damaged or was changed. Keep it, and put back a backup.")
NEW_KEYS = N_("your key was changed or taken away. Sign in again.")
FAILED = N_("saving failed. Check the disk, then sign in again.")
CLOSED = N_("it is closed.")
OLDER = N_("it is not the newest copy of the file that was seen from this workstation.")


class News(NamedTuple):
    """What other processes did since this one looked last.

    If ``replaced``, a new generation stands in the file: forget everything and build it up again
    from ``bodies``, which then is the whole content. Else ``bodies`` is what was appended.
    """

    replaced: bool
    bodies: list[Found]


class Hold:
    """Code that has the lock. A class and no generator: each save comes through here."""

    __slots__ = ("_log", "_timeout")

    def __init__(self, log: "Shared", timeout: float | None) -> None:
        self._log = log
        self._timeout = timeout

    def __enter__(self) -> News:
        log, timeout = self._log, self._timeout
        log._threads.acquire()
        try:
            if log._depth:
                log._depth += 1
                return News(False, [])
            log._held = log._take_lock(log.patience if timeout is None else timeout)
            log._depth = 1
            try:
                return log._news()
            except BaseException:
                self._let_go()
                raise
        except BaseException:
            log._threads.release()
            raise

    def __exit__(self, *_: object) -> None:
        log = self._log
        try:
            if log._depth == 1:
                self._let_go()
            else:
                log._depth -= 1
        finally:
            log._threads.release()

    def _let_go(self) -> None:
        log = self._log
        log._depth = 0
        if log._held:
            log._lock.release()


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
        self._lock = LockFile(path)
        self._threads = threading.RLock()
        self._depth = 0
        self._held = False
        self._hold = Hold(self, None)

    def remember(self, state_dir: Path, clock: Clock) -> None:
        """Hold the file against what this workstation remembers of it; before `replay`.

        Args:
            state_dir: the user's folder for what programs remember; never beside the vault.
            clock: when something was seen.
        """
        self._watch = Watch(state_dir, self.path, self._generation.file_id, clock)
        if self._replayed:
            self._remembered(sync=True)

    def locked(self, timeout: float | None = None) -> AbstractContextManager[News]:
        """Hold the vault's lock; give what others wrote since. Nested use gives no news again.

        Raises:
            Locked: another process kept the lock for ``timeout`` seconds (None: ``patience``).
            Damaged: what others wrote cannot be verified.
            KeysChanged: a new generation does not open with the keys held here.
        """
        return self._hold if timeout is None else Hold(self, timeout)

    def distrust(self) -> None:
        """Write nothing from now on: what was read from the file does not hold."""
        self.read_only = Sentence(BROKEN)

    def _news(self) -> News:
        """Give what is pending and what stands in the file behind our place. Under the lock."""
        self._ready()
        generation = self._generation
        try:
            size = generation.file.size_at_path()
            if size is None:
                self._generation, bodies = read_replacement(generation)
                self._pending = News(True, bodies)
                generation.file.close()
                self.notices += self._generation.opened.notices
                self._compare()
                self._settle()
            elif generation.has_more(size):
                self._pending.bodies.extend(generation.read_journal())
                if generation.has_more(generation.file.size()):
                    self._settle()
                self._remembered()
        except (VaultError, OSError) as error:
            self.read_only = Sentence(NEW_KEYS if isinstance(error, KeysChanged) else BROKEN)
            if self._watch is not None:
                self._watch.rest()
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
            self._remembered()
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
