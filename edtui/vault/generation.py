"""One generation of a vault file, open: its file, verified header, keys, sessions and place."""

import os
import secrets
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from edtui.vault import unlock
from edtui.vault.commits import Commits, Found, Seal
from edtui.vault.damage import find_tail, put_aside
from edtui.vault.errors import Damaged
from edtui.vault.files import Calls, DiskFile, remove
from edtui.vault.frames import ChainKey, Place
from edtui.vault.header import read_copies
from edtui.vault.keys import Keyring
from edtui.vault.losses import CutShort
from edtui.vault.sealing import Sealer
from edtui.vault.sessions import Sessions
from edtui.vault.unlock import Opened
from edtui.vault.walk import Walk


class Generation:
    """What is open: everything that a compaction replaces at once."""

    def __init__(self, file: DiskFile, opened: Opened) -> None:
        self.file = file
        self.opened = opened
        self.chain = ChainKey(opened.keyring.chain_key)
        self.sessions = Sessions(opened.keyring, opened.header.file_id)
        self.place = self.start()
        self.snapshot_end = 0
        self.sealer: Sealer | None = None
        """This process's own session, once it has written."""

    @property
    def keyring(self) -> Keyring:
        """Give the keys."""
        return self.opened.keyring

    @property
    def number(self) -> int:
        """Give the generation's number."""
        return self.opened.header.generation

    @property
    def file_id(self) -> bytes:
        """Give the 16 bytes that all generations of this vault share."""
        return self.opened.header.file_id

    def start(self) -> Place:
        """Give the place before the first frame."""
        copy = self.opened.copy
        return Place(copy.frames_start, 0, self.chain.start(copy.raw))

    def commits(self, place: Place, *, checking: bool = False, letters: bool = False) -> Commits:
        """Read commits from a place on (the place moves along); as `Commits`."""
        return Commits(
            Walk(self.file, self.chain, place),
            self.sessions,
            self.opened.roster,
            self.number,
            checking=checking,
            letters=letters,
        )

    def read_journal(self, *, letters: bool = False) -> list[Found]:
        """Give the whole commits after ``place``, and move it. Under the lock, or alone."""
        bodies: list[Found] = []
        for commit in self.commits(self.place.copy(), letters=letters).journal():
            bodies.extend(commit.bodies)
            self.place = commit.place
        return bodies

    def read_all(self) -> list[Found]:
        """Give everything from the first frame on, and stand at the end. Under the lock, or alone.

        Raises:
            Damaged: the snapshot is not whole.
        """
        place = self.start()
        commits = self.commits(place, letters=True)
        bodies = [body for commit in commits.snapshot() for body in commit.bodies]
        self.take_snapshot_end(place)
        return bodies + self.read_journal(letters=True)

    def take_snapshot_end(self, place: Place) -> None:
        """Note where the snapshot ends.

        Raises:
            Damaged: ``place`` is not behind a seal.
        """
        if not place.sealed:
            raise CutShort(where=place.end)
        self.snapshot_end = place.end
        self.place = place.copy()

    def has_more(self, size: int) -> bool:
        """Say whether something stands behind ``place`` (16 bytes tell: writes go front to back).

        ``size`` is that of the file, which was looked at just now.

        Raises:
            Damaged: the file is shorter than what was read from it.
        """
        end = self.place.end
        if size < end:
            raise Damaged(where=size)
        return size > end and self.file.read(end, 16).strip(b"\0") != b""

    def settle_tail(self, *, writable: bool) -> bool:
        """Drop a torn tail after putting it aside; say whether there was one. Under the lock.

        Raises:
            Damaged: it is no torn tail.
            OSError, WriteFailed: it could not be put aside or cut; it stands where it stood.
        """
        tail = find_tail(self.file, self.chain, self.place)
        if tail is not None and writable:
            put_aside(self.file, tail, self.number, self.place.sequence)
            self.file.truncate(tail.start)
            self.file.sync()
        return tail is not None

    def forget_keys(self) -> None:
        """Let go of every key, and close."""
        self.file.close()
        self.sealer = None
        keyring = self.keyring.forgotten()
        self.opened = replace(self.opened, keyring=keyring, user_key=b"", own_key=b"")
        self.sessions = Sessions(keyring, self.file_id)
        self.chain = ChainKey(b"")

    def before(self) -> Seal:
        """Give what the next generation's seal says about this one."""
        place = self.place
        return Seal(self.number, place.sequence, place.chain, self.keyring.user_id, {})


def open_generation(path: Path, held: Opened, *, writable: bool, calls: Calls) -> Generation | None:
    """Open what stands at ``path`` with keys that are held; None where they do not open it.

    Raises:
        Damaged, NotAVault, NewerFormat, NoSuchVault, NotAPlainFile: as they say.
    """
    file = DiskFile.open(path, writable=writable, calls=calls)
    try:
        opened = unlock.with_keys(
            read_copies(file), held.keyring.user_id, held.user_key, held.own_key
        )
    except BaseException:
        file.close()
        raise
    if opened is None:
        file.close()
        return None
    return Generation(file, opened)


def temporary_name(path: Path) -> Path:
    """Give a name beside the vault that nobody can guess."""
    return path.with_name(f"{path.name}.{secrets.token_hex(8)}.new")


def remove_leftovers(path: Path) -> None:
    """Remove new generations that were never put in place. Under the lock: nobody makes one."""
    start, end = path.name + ".", ".new"
    with suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208  a path for each name takes longer
            if name.startswith(start) and name.endswith(end):
                middle = name[len(start) : -len(end)]
                if len(middle) == 16 and all(sign in "0123456789abcdef" for sign in middle):
                    remove(path.with_name(name))
