"""Small sealed logs for tests: made quickly, opened again without deriving a key."""

import errno
import json
import os
from dataclasses import replace
from pathlib import Path
from weakref import WeakKeyDictionary

from edtui.vault import boxes, keys, roster, slots
from edtui.vault.compaction import next_generation
from edtui.vault.files import CALLS, Calls, DiskFile
from edtui.vault.generation import Generation
from edtui.vault.header import Bundle, Header, read_copies
from edtui.vault.kdf import FAST
from edtui.vault.keys import Compartment, Keyring
from edtui.vault.log import SealedLog
from edtui.vault.opening import create_log
from edtui.vault.unlock import Opened, with_keys

NAME, PASSPHRASE = "Anna", "kaas met komijn"
THREE = ("first", "second", "third")


def make(path: Path, compartments=THREE, calls: Calls = CALLS) -> SealedLog:
    """Make a vault; the log is open and can be written."""
    log = create_log(
        path,
        user=NAME,
        passphrase=PASSPHRASE,
        label="Team Noord",
        compartments=compartments,
        kdf=FAST,
        calls=calls,
    ).log
    held_by(log)
    return log


_HELD: WeakKeyDictionary[SealedLog, Opened] = WeakKeyDictionary()


def held_by(log: SealedLog) -> Opened:
    """Give the keys of a log, to open the file again with; a closed log forgot its own."""
    if log._generation.opened.user_key:
        _HELD[log] = log._generation.opened
    return _HELD[log]


def reopen(path: Path, held: Opened, *, writable=True, calls: Calls = CALLS) -> SealedLog:
    """Open with keys that are held. Raises what an opening raises."""
    file = DiskFile.open(path, writable=writable, calls=calls)
    try:
        opened = with_keys(read_copies(file), held.keyring.user_id, held.user_key, held.own_key)
        assert opened is not None
    except BaseException:
        file.close()
        raise
    log = SealedLog(path, Generation(file, opened), NAME, fresh=False)
    held_by(log)
    return log


def contents(path: Path, held: Opened, *, writable=False) -> tuple[list[tuple[str, bytes]], list]:
    """Give what an opening gives, and what it tells."""
    log = reopen(path, held, writable=writable)
    try:
        return pairs(log.replay()), [notice.msgid for notice in log.notices]
    finally:
        log._generation.file.close()
        log._lock.close()


def pairs(bodies) -> list[tuple[str, bytes]]:
    """Give (compartment, body) of each."""
    return [(one.compartment, one.body) for one in bodies]


def save(log: SealedLog, **bodies: bytes) -> None:
    """Save one commit."""
    with log.locked():
        log.append(bodies)


def add_member(log: SealedLog, name: str, passphrase: str, rights: dict[str, str]) -> None:
    """Let somebody in with some compartments: a new generation that carries every frame.

    The program does this from another place later; here it shows that the file can hold it.
    """
    with log.locked():
        old = log._generation
        header, owner = old.opened.header, old.keyring
        user_key, own_key = os.urandom(32), os.urandom(32)
        member = _member_keyring(owner, name, rights)
        who, tag = member.user_id, slots.name_tag(header.file_id, name)
        slot = slots.passphrase_slot(
            header.file_id,
            who,
            tag,
            passphrase=passphrase,
            settings=FAST,
            keys=user_key + own_key,
        )
        granted, own = keys.sealed_bundles(member, header.file_id, user_key, own_key)
        first = roster.first_roster(member, header.file_id, user_key, [slot.slot_id], granted)
        now = boxes.unseal(owner.header_key, roster.roster_context(header.file_id), header.roster)
        content = json.loads(now[64:])
        content["edition"] += 1
        content["members"] += json.loads(first[64:])["members"]
        signed = roster.signed(content, owner.owner_private, header.file_id)
        new = replace(
            header.next(),
            slots=(*header.slots, slot),
            bundles=(
                *header.bundles,
                Bundle(who, keys.GRANTED, granted),
                Bundle(who, keys.OWN, own),
            ),
            roster=boxes.seal(owner.header_key, roster.roster_context(header.file_id), signed),
        )
        log._generation = next_generation(old, new, frozenset(), ())
        old.file.close()


def _member_keyring(owner: Keyring, name: str, rights: dict[str, str]) -> Keyring:
    fresh = keys.first_keyring(name, "kiosk", ["unused"])
    held = {
        one.number: Compartment(one.number, one.name, rights[one.name], one.keys)
        for one in owner.compartments.values()
        if one.name in rights
    }
    return replace(
        fresh,
        header_key=owner.header_key,
        chain_key=owner.chain_key,
        anchor_key=owner.anchor_key,
        owner_public=owner.owner_public,
        owner_private=owner.owner_private,
        admin_key=owner.admin_key,
        compartments=held,
    )


def rewritten(path: Path, header: Header, header_key: bytes, frames: bytes = b"") -> None:
    """Put a header, and frames after it, in the place of a file."""
    raw = header.packed(header_key)
    path.write_bytes(raw + raw + frames)


class Faulty(Calls):
    """An operating system that fails on command, and that remembers what was not yet synced."""

    def __init__(self) -> None:
        self.writes = self.syncs = 0
        self.fail_write = self.fail_sync = self.fail_replace = 0
        """Which one fails, from 1; 0 for none."""
        self.error = errno.EIO
        self.most: int | None = None
        """At most so many bytes in one write."""
        self.fail_truncate = False
        self.unsynced: list[tuple[int, bytes]] = []
        """(offset, what stood there) of every write since the last sync."""

    def write(self, fd, data, offset):
        self.writes += 1
        if self.writes == self.fail_write:
            raise OSError(self.error, "write")
        if self.most is not None:
            data = data[: self.most]
        self.unsynced.append((offset, os.pread(fd, len(data), offset)))
        return super().write(fd, data, offset)

    def sync(self, fd):
        self.syncs += 1
        if self.syncs == self.fail_sync:
            raise OSError(self.error, "sync")
        self.unsynced.clear()

    def sync_folder(self, folder):
        self.sync(-1)

    def truncate(self, fd, size):
        if self.fail_truncate:
            raise OSError(self.error, "truncate")
        super().truncate(fd, size)

    def replace(self, source, target):
        if self.fail_replace:
            raise OSError(self.error, "replace")
        super().replace(source, target)
