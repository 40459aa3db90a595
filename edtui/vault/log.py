"""The sealed log: an open vault file as a row of commits, each a few opaque bodies of bytes.

This is the whole surface that documents and TinyDB stand on. Bodies are bytes that mean nothing
here; a compartment is named by its name. See ``FORMAT.md`` for the bytes in the file and
`edtui.vault.opening` for making and opening a log.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from edtui.errors import N_, Sentence
from edtui.vault.commits import Body, Commit, Found
from edtui.vault.errors import (
    DiskFull,
    MissingKey,
    OthersWroteFirst,
    VaultError,
    WrongPassphrase,
)
from edtui.vault.generation import remove_leftovers
from edtui.vault.holding import FAILED, News
from edtui.vault.kdf import KdfSettings
from edtui.vault.keys import Compartment, Mailbox
from edtui.vault.passphrase import slot_for_new_passphrase
from edtui.vault.renewal import Renewal, renewed_bodies, signed_anew
from edtui.vault.replacing import Replacing
from edtui.vault.report import Info, Report, info_of, verified
from edtui.vault.sealing import LONGEST_PART
from edtui.vault.unlock import Opened
from edtui.vault.writing import write_commit

__all__ = ["Body", "NewLog", "News", "SealedLog"]

FULL = N_("the disk is full. Make room, then sign in again.")


class NewLog(NamedTuple):
    """A log that was just made, and the words for its recovery sheet (shown once)."""

    log: "SealedLog"
    recovery_words: list[str]


class SealedLog(Replacing):
    """An open vault file. Made by `edtui.vault.opening`; safe to use from several threads.

    Call `replay` once and to its end before anything else. Everything that writes belongs inside
    ``with log.locked() as news:``, where ``news`` is what others wrote in between.
    """

    def replay(self) -> Iterator[Found]:
        """Verify the file from its start and give every committed body, in order, once.

        Drops come as `edtui.vault.letters.Letter`: opened when their body is asked for.

        A body is given only after its frame, the chain up to it and its key were checked; a commit
        only when all of it is there. Bodies come while the file is being read: an error means that
        what came before it must not be used.

        Raises:
            Damaged: the file is broken or changed elsewhere than at its very end.
        """
        generation = self._generation
        if self._watch is not None:
            self._watch.load(generation)
        place = generation.start()
        for commit in generation.commits(place, letters=True).snapshot():
            yield from commit.bodies
        generation.take_snapshot_end(place)
        newest: Commit | None = None
        for commit in generation.commits(place, letters=True).journal():
            # The newest one may be in the making by another process: read it under the lock.
            if newest is not None:
                yield from newest.bodies
                generation.place = newest.place
            newest = commit
        with self._threads:
            held = self._take_lock(10.0)
            try:
                bodies = generation.read_journal(letters=True)
                if generation.file.stands_at_path():  # else the next look reads the new one
                    self._compare()
                self._settle()
                if self.read_only is None:
                    remove_leftovers(self.path)
            finally:
                if held:
                    self._lock.release()
            self._replayed = True
        yield from bodies

    def append(self, bodies: Mapping[str, bytes], drops: Mapping[str, bytes] | None = None) -> None:
        """Save one commit, durably: one frame a compartment, one write, one sync.

        ``drops`` are sealed to the public keys of their compartments (of kind ``drop``), of at
        most 8 MiB each, and come out as bodies of kind ``drop`` for those who may read there. This
        log does not give them back, even if it may read: the caller has them.

        Inside `locked`. Outside it, the lock is taken for the call, and `OthersWroteFirst` is
        raised when there is news that the caller has not seen (the next `follow` gives it).

        Raises:
            ReadOnlyLog: see ``read_only``.
            MissingKey: a compartment is not held, or may not be written.
            ValueError: a drop is too long.
            WriteFailed, DiskFull: nothing was saved; the log is read-only from now on.
        """
        with self._threads:
            if self._depth:  # inside `locked`, as every save of the store is
                self._append(bodies, drops or {})
                return
            with self.locked() as news:
                self._unseen(news)
                self._append(bodies, drops or {})

    def compact(self, snapshot: Iterable[tuple[str, bytes]]) -> None:
        """Put a new generation in place of the file, that holds just ``snapshot``. Inside `locked`.

        ``snapshot`` gives (compartment, body) with any number of bodies a compartment, best 256 KiB
        to 1 MiB each, and at least one (``b""`` will do, and is not given back by `replay`) for
        every compartment that may be written, so that none is emptied by forgetting it. Frames of
        other compartments are carried byte for byte. The new file is read back and verified before
        it takes the old one's place; after a failure the old one stands as it was.

        Raises:
            ValueError: a compartment that may be written has no body.
            WriteFailed, DiskFull, ReadOnlyLog, MissingKey, OthersWroteFirst: as `append`.
        """
        with self.locked() as news:
            self._unseen(news)
            self._may_write()
            held = self._generation.keyring.compartments.values()
            own = frozenset(one.number for one in held if one.writable)
            bodies = ((self._compartment(name), body) for name, body in snapshot)
            self._replace(self._generation.opened.header.next(), own, bodies)

    def renew(
        self, plan: Callable[[Opened], Renewal], bodies: Callable[[str], Iterable[bytes] | None]
    ) -> list[Found]:
        """Put a new generation in place of the file that has other keys, or another header.

        Gives what stands in compartments that could not be read before and can be now.

        Args:
            plan: from what is open to what shall be; called under the lock.
            bodies: gives all bodies of a compartment, one at least, by its name; None for one that
                the caller does not hold, and then what the file says is sealed anew as it is.

        Raises:
            WriteFailed, DiskFull, ReadOnlyLog, OthersWroteFirst: as `append`.
        """
        with self.locked() as news:
            self._unseen(news)
            self._may_write()
            self._sign_off()
            old = self._generation
            renewal = plan(old.opened)
            self._replace(
                renewal.header,
                renewal.rewritten,
                renewed_bodies(old, renewal, bodies),
                held=renewal.held,
                writer=renewal.writer,
                left=renewal.left,
                accepted=signed_anew(old, renewal),
            )
            gained = set(self.compartments).difference(
                one.name for one in old.opened.keyring.compartments.values()
            )
            found = self._generation.read_all() if gained else []
            return [body for body in found if body.compartment in gained]

    def change_passphrase(
        self, old: str | None, new: str, *, kdf: KdfSettings | None = None
    ) -> None:
        """Wrap this person's keys anew, in a new generation. ``old`` may be None after recovery.

        Raises:
            WrongPassphrase: ``old`` is not the passphrase.
            ReadOnlyLog, WriteFailed, DiskFull: as `append`.
        """
        self._ready()
        self._may_write()
        if old is None and not self.recovered:
            raise WrongPassphrase
        slot = slot_for_new_passphrase(self._generation.opened, old, new, kdf)
        with self.locked() as news:
            self._pending = news
            self._may_write()
            self._sign_off()
            self._replace(self._generation.opened.header.next(slot), frozenset(), ())

    def verify(self) -> Report:
        """Read the whole file again and check everything that can be checked, signatures too.

        Raises:
            Damaged: something does not hold; says where.
            RolledBack: all holds, and is not the newest that was seen from this workstation.
        """
        with self.locked() as news:
            self._pending = news
            self._sign_off()
            report = verified(self._generation)
            if self.alarm is not None:
                raise self.alarm
            return report

    def info(self) -> Info:
        """Tell what the file says about itself: nothing that was saved in it.

        What is not signed yet is signed first if that can be, so that the seal words that are told
        are those that will stand there after the end.
        """
        self._ready()
        with suppress(VaultError):  # then the words are those of now
            self._sign_at_leisure(0.0)
        return info_of(self.path, self._generation)

    def _append(self, bodies: Mapping[str, bytes], drops: Mapping[str, bytes]) -> None:
        self._may_write()
        wanted: list[tuple[Compartment, bytes]] = []
        for name, body in bodies.items():  # a comprehension takes longer for the one there is
            wanted.append((self._compartment(name), body))
        letters: list[tuple[Mailbox, bytes]] = []
        if drops:
            letters = [(self._mailbox(name), body) for name, body in drops.items()]
            if max(len(body) for _, body in letters) > LONGEST_PART:
                raise ValueError("more than 8 MiB cannot be dropped at once")
        if wanted or letters:
            try:
                write_commit(self._generation, wanted, letters)
            except BaseException as error:
                self.read_only = Sentence(FULL if isinstance(error, DiskFull) else FAILED)
                raise
            self._wrote_at = time.monotonic()
            self._remembered()

    def _unseen(self, news: News) -> None:
        if news.replaced or news.bodies:
            self._pending = news
            raise OthersWroteFirst

    def _compartment(self, name: str) -> Compartment:
        one = self._generation.keyring.named(name)
        if one is None or not one.writable:
            raise MissingKey
        return one

    def _mailbox(self, name: str) -> Mailbox:
        found = self._generation.keyring.mailboxes.get(name)
        if found is None:
            raise MissingKey
        return found
