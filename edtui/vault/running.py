"""An open vault file whose saves are signed in runs: who looks, stands still or ends signs first.

A signature takes as long as all the rest of a save. So a save goes without, and the next signature
of its session is for all before it (`FORMAT.md`, "Runs"). What is left is signed when there is
rest, before anything that takes the file as it stands, and at the end.
"""

import time
from contextlib import suppress
from typing import NamedTuple

from edtui.errors import Sentence
from edtui.vault.errors import Locked, VaultError, WriteFailed
from edtui.vault.files import DiskFile
from edtui.vault.frames import Place
from edtui.vault.holding import CLOSED, FAILED, News, Shared
from edtui.vault.unlock import Opened
from edtui.vault.writing import give_back, sign_off

PARTING = 1.0
"""Seconds that an end waits for others who write, to sign what was saved."""

IDLE = 5.0
"""Seconds after a save in which a signature for it is left to the saves that follow."""


class Standing(NamedTuple):
    """A file as it stood at one moment, between two commits."""

    file: DiskFile
    generation: int
    place: Place
    opened: Opened


class Running(Shared):
    """What looks at the file without saving, and what ends it."""

    _wrote_at = 0.0
    """When something was saved, by `time.monotonic`."""

    def follow(self) -> News:
        """Look for what others wrote; microseconds when there is nothing. Raises as `locked`."""
        with self._threads:
            self._ready()
            generation = self._generation
            size = generation.file.size_at_path()
            if size is not None and not generation.has_more(size):
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
        size = generation.file.size_at_path()
        if generation.sealer is None or size is None:
            return
        if generation.has_more(size):
            generation.read_journal()
        if not generation.has_more(generation.file.size()):
            self._sign_off()
