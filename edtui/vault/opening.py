"""Making and opening the sealed log: name and passphrase in, an open file with keys out."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from edtui.vault import keys, roster, slots, unlock
from edtui.vault.boxes import seal
from edtui.vault.compaction import first_generation
from edtui.vault.errors import AlreadyThere, CannotCreate, CannotOpen
from edtui.vault.files import CALLS, Calls, DiskFile
from edtui.vault.generation import Generation
from edtui.vault.header import LABEL_CAP, Bundle, Copies, Copy, Header, read_copies
from edtui.vault.kdf import KdfSettings, calibrated
from edtui.vault.keys import KEY_BYTES, Keyring, first_keyring
from edtui.vault.lockfile import LockFile
from edtui.vault.log import NewLog, SealedLog
from edtui.vault.recovery import key_of_words, new_recovery_key, words_of_key
from edtui.vault.unlock import Opened


def create_log(
    path: Path,
    *,
    user: str,
    passphrase: str,
    label: str,
    compartments: Sequence[str],
    role: str = "coordinator",
    kdf: KdfSettings | None = None,
    calls: Calls = CALLS,
) -> NewLog:
    """Make a vault file; it must not exist. The log comes back open, with nothing to replay.

    Args:
        path: where; missing folders are made, for their owner only.
        user: the owner's name to sign in with.
        passphrase: not empty; how strong it is, is for who asks it to judge.
        label: what the vault is called; stands in clear, so never a person's name. Cut at 200
            bytes.
        compartments: names, in the order of their numbers from 1.
        role: the owner's role.
        kdf: what a guess shall cost; None for 0.5 to 1 s here. `edtui.vault.kdf.FAST` is for tests
            and the throw-away demo.
        calls: the operating system.

    Raises:
        AlreadyThere: something has that name.
        CannotCreate: the system does not let this user make files there.
        WriteFailed, DiskFull: the disk refuses.
        Locked: another process makes one there now.
    """
    if not passphrase or not user.strip():
        raise ValueError("a vault needs a name and a passphrase")
    file_id = os.urandom(16)
    keyring = first_keyring(user.strip(), role, compartments)
    recovery_key = new_recovery_key()
    opened = _first_header(
        file_id,
        keyring,
        passphrase=passphrase,
        recovery_key=recovery_key,
        label=_cut(label),
        kdf=kdf or calibrated(),
    )
    lock = LockFile(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire(10.0)
    except OSError as error:
        raise CannotCreate from error
    try:
        if os.path.lexists(path):
            raise AlreadyThere
        empty = [(one, b"") for one in keyring.compartments.values()]
        generation = first_generation(path, opened.header, opened, empty, calls)
    finally:
        lock.close()
    log = SealedLog(path, generation, keyring.name, fresh=True)
    return NewLog(log, words_of_key(recovery_key))


def open_log(
    path: Path, user: str, passphrase: str, *, read_only: bool = False, calls: Calls = CALLS
) -> SealedLog:
    """Open a vault file with a name and a passphrase. Takes 0.5 to 1 s, on purpose.

    Raises:
        WrongPassphrase: name and passphrase do not fit; an unknown name takes as long.
        NoSuchVault, CannotOpen, NotAVault, NotAPlainFile, NewerFormat, HeaderDamaged,
            ForbiddenParameters, NotEnoughMemory, ReadFailed: as they say.
    """
    return _opened(
        path,
        lambda copies: unlock.with_passphrase(copies, user, passphrase),
        read_only=read_only,
        calls=calls,
    )


def open_log_with_recovery(
    path: Path,
    user: str,
    words: Sequence[str],
    *,
    read_only: bool = False,
    calls: Calls = CALLS,
) -> SealedLog:
    """Open a vault file with a name and the words of the recovery sheet.

    Raises:
        WrongRecoveryWords: name and words do not fit; its subclasses say which word is mistyped.
    """
    key = key_of_words(words)
    log = _opened(
        path,
        lambda copies: unlock.with_recovery_key(copies, user, key),
        read_only=read_only,
        calls=calls,
    )
    log.recovered = True
    return log


def read_label(path: Path) -> str:
    """Give the label that stands in clear in the header (nobody has verified it then).

    Raises:
        NoSuchVault, NotAVault, NotAPlainFile, NewerFormat, HeaderDamaged: as they say.
    """
    file = DiskFile.open(path, writable=False)
    try:
        return read_copies(file).copies[0].header.label
    finally:
        file.close()


def _opened(
    path: Path, unlocked: Callable[[Copies], Opened], *, read_only: bool, calls: Calls
) -> SealedLog:
    try:
        file = DiskFile.open(path, writable=not read_only, calls=calls)
    except CannotOpen:
        if read_only:
            raise
        file = DiskFile.open(path, writable=False, calls=calls)
    try:
        opened = unlocked(read_copies(file))
    except BaseException:
        file.close()
        raise
    return SealedLog(path, Generation(file, opened), opened.keyring.name, fresh=False)


def _first_header(
    file_id: bytes,
    keyring: Keyring,
    *,
    passphrase: str,
    recovery_key: bytes,
    label: str,
    kdf: KdfSettings,
) -> Opened:
    user_key, own_key = os.urandom(KEY_BYTES), os.urandom(KEY_BYTES)
    held = user_key + own_key
    who, tag = keyring.user_id, slots.name_tag(file_id, keyring.name)
    first = slots.passphrase_slot(file_id, who, tag, passphrase=passphrase, settings=kdf, keys=held)
    second = slots.recovery_slot(file_id, who, tag, recovery_key, held)
    granted, own = keys.sealed_bundles(keyring, file_id, user_key, own_key)
    slot_ids = [first.slot_id, second.slot_id]
    signed = roster.first_roster(keyring, file_id, user_key, slot_ids, granted)
    sealed = seal(keyring.header_key, roster.roster_context(file_id), signed)
    bundles = (Bundle(who, keys.GRANTED, granted), Bundle(who, keys.OWN, own))
    header = Header(file_id, 1, label, (first, second), bundles, sealed)
    members = roster.opened(sealed, keyring, file_id)
    copy = Copy(header, header.packed(keyring.header_key))
    return Opened(copy, keyring, members, user_key, own_key)


def _cut(label: str) -> str:
    return label.strip().encode()[:LABEL_CAP].decode("utf-8", "ignore")
