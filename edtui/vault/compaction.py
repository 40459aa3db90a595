"""Writing a new generation beside the vault, verifying it, and putting it in its place.

Until the very last step the old file stands untouched. Frames of compartments that are not
rewritten are carried byte for byte; only their sequence and chain, which bind the whole file, are
made anew.
"""

from collections.abc import Iterable
from pathlib import Path

from edtui.vault.commits import Seal
from edtui.vault.errors import Damaged, DiskFull, WriteFailed
from edtui.vault.files import Calls, DiskFile, failed, remove
from edtui.vault.frames import ANCHOR_ACK, SEAL, SESSION, ChainKey, Place
from edtui.vault.generation import Generation, open_generation, temporary_name
from edtui.vault.header import Header
from edtui.vault.keys import Compartment, Keyring
from edtui.vault.sealing import Sealer
from edtui.vault.sessions import Session
from edtui.vault.unlock import Opened
from edtui.vault.walk import Walk

Snapshot = Iterable[tuple[Compartment, bytes]]


class NotOnDisk(WriteFailed):
    """The new generation stands at the path, but its name may not outlive a power cut.

    The old file's name would then stand for it again, whole: nothing that was saved is lost.
    """

    def __init__(self, generation: Generation) -> None:
        super().__init__()
        self.generation = generation


_BUFFER = 4 * 1024 * 1024


class Out:
    """Gathers frames into large writes."""

    def __init__(self, file: DiskFile) -> None:
        self._file = file
        self._at = 0
        self._parts: list[bytes] = []
        self._waiting = 0

    def put(self, data: bytes) -> None:
        """Take bytes; they are written when many have come."""
        self._parts.append(data)
        self._waiting += len(data)
        if self._waiting >= _BUFFER:
            self.flush()

    def flush(self) -> None:
        """Write what waits (raises OSError)."""
        data = self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)
        self._parts.clear()
        self._waiting = 0
        self._file.write(self._at, data)
        self._at += len(data)


def first_generation(
    path: Path, header: Header, held: Opened, snapshot: Snapshot, calls: Calls
) -> Generation:
    """Write a vault that has no generation before it. Raises as `next_generation`."""
    return _written(
        path, header, held, old=None, rewritten=frozenset(), snapshot=snapshot, calls=calls
    )


def next_generation(
    old: Generation,
    header: Header,
    rewritten: frozenset[int],
    snapshot: Snapshot,
    *,
    held: Opened | None = None,
    writer: Keyring | None = None,
    left: frozenset[int] = frozenset(),
    accepted: bytes | None = None,
) -> Generation:
    """Write the generation after ``old``, all of which was read, and put it in its place.

    Args:
        old: what stands in the file now; the lock is held.
        header: the new one.
        rewritten: compartments whose frames are left behind; ``snapshot`` has a body for each.
        snapshot: the bodies of those.
        held: the keys of this sign-in from now on, if they change.
        writer: keys for the frames that are made now, if those are more than ``held`` has. They
            are not kept.
        left: compartments that the new file does not have any more.
        accepted: content of an ANCHOR-ACK frame, in the place of an older one.

    Raises:
        Damaged: ``old`` is not on the disk as it was read.
        DiskFull, WriteFailed: the old one stands as it was.
        ValueError: a rewritten compartment has no body.
    """
    calls = old.file.calls
    free = calls.free_space(old.file.path.parent)
    if free is not None and free < old.place.end:
        raise DiskFull
    return _written(
        old.file.path,
        header,
        held or old.opened,
        old=old,
        rewritten=rewritten,
        snapshot=snapshot,
        calls=calls,
        writer=writer,
        left=left,
        accepted=accepted,
    )


def generation_at(path: Path, old: Generation, header: Header, accepted: bytes) -> Generation:
    """Write all that stands in ``old``, another file, as a generation at ``path``.

    What stands at ``path`` is replaced. The lock of ``path`` is held.

    Args:
        path: where.
        old: a file that was read to its end.
        header: for the new one.
        accepted: content of the ANCHOR-ACK frame that says why.

    Raises:
        DiskFull, WriteFailed, Damaged: what stands at ``path`` stands as it was.
    """
    return _written(
        path,
        header,
        old.opened,
        old=old,
        rewritten=frozenset(),
        snapshot=(),
        calls=old.file.calls,
        accepted=accepted,
    )


def _written(
    path: Path,
    header: Header,
    held: Opened,
    *,
    old: Generation | None,
    rewritten: frozenset[int],
    snapshot: Snapshot,
    calls: Calls,
    writer: Keyring | None = None,
    left: frozenset[int] = frozenset(),
    accepted: bytes | None = None,
) -> Generation:
    beside = temporary_name(path)
    try:
        file = DiskFile.create(beside, calls=calls)
        try:
            if old is not None:
                file.take_rights_of(old.file)
            place, session = _fill(
                file,
                header,
                writer or held.keyring,
                old=old,
                rewritten=rewritten,
                left=left,
                snapshot=snapshot,
                accepted=accepted,
            )
            file.sync()
        finally:
            file.close()
        new = verified_copy(beside, held, place, calls)
        try:
            calls.replace(beside, path)
        except OSError:
            new.file.close()
            raise
    except OSError as error:
        remove(beside)
        raise failed(error) from error
    except BaseException:
        remove(beside)
        raise
    new.file.stands_at(path)
    if session is not None and writer is None:
        new.sealer = Sealer(new.keyring, new.chain, session)
        new.sessions.keep(session)
    try:
        calls.sync_folder(path.parent)
    except OSError as error:
        raise NotOnDisk(new) from error
    return new


def _fill(
    file: DiskFile,
    header: Header,
    keyring: Keyring,
    *,
    old: Generation | None,
    rewritten: frozenset[int],
    left: frozenset[int],
    snapshot: Snapshot,
    accepted: bytes | None,
) -> tuple[Place, Session | None]:
    raw = header.packed(keyring.header_key)
    chain = ChainKey(keyring.chain_key)
    out = Out(file)
    out.put(raw + raw)
    place = Place(2 * len(raw), 0, chain.start(raw))
    number = old.place.session + 1 if old is not None else 1
    session = Session.fresh(number, keyring, header.file_id)
    sealer = Sealer(keyring, chain, session)
    if old is not None:
        _carry(out, sealer, place, old, rewritten | left)
        accepted = accepted or old.place.accepted
    if accepted:
        out.put(sealer.acceptance(place, accepted))
    if old is not None:
        place.heads |= {one: old.place.heads[one] for one in rewritten if one in old.place.heads}
    started: set[int] = set()
    for one, body in snapshot:
        if not started:
            out.put(sealer.announcement(place))
        for frame in sealer.snapshot(place, one, body, first=one.number not in started):
            out.put(frame)
        started.add(one.number)
    if started != rewritten and old is not None:
        raise ValueError("a compartment without a body would be emptied")
    before = old.before() if old is not None else _nothing_before(keyring)
    out.put(sealer.seal(place, header.file_id, header.generation, before))
    out.flush()
    return place, session if started else None


def _carry(
    out: Out, sealer: Sealer, place: Place, old: Generation, without: frozenset[int]
) -> None:
    end = old.place
    needed = {
        frame.session
        for frame in Walk(old.file, old.chain, old.start()).frames(end.end)
        if frame.type not in (SESSION, SEAL, ANCHOR_ACK) and frame.compartment not in without
    }
    walk = Walk(old.file, old.chain, old.start())
    for frame in walk.frames(end.end):
        if frame.type == SESSION:
            wanted = frame.session in needed
        else:
            wanted = frame.type not in (SEAL, ANCHOR_ACK) and frame.compartment not in without
        if wanted:
            out.put(sealer.carried(place, frame))
    if (walk.place.end, walk.place.chain) != (end.end, end.chain):
        raise Damaged(where=walk.place.end)


def verified_copy(beside: Path, held: Opened, place: Place, calls: Calls) -> Generation:
    """Read the new file back as an opening would.

    That its chain ends where the writer's did says that it holds the very bytes that were made.
    """
    new = open_generation(beside, held, writable=True, calls=calls)
    if new is None:
        raise WriteFailed
    try:
        walked = new.start()
        for _ in new.commits(walked).snapshot():
            pass
        new.take_snapshot_end(walked)
        if walked != place:
            raise WriteFailed
    except BaseException as error:
        new.file.close()
        if isinstance(error, Damaged):
            raise WriteFailed from error
        raise
    return new


def _nothing_before(keyring: Keyring) -> Seal:
    return Seal(0, 0, bytes(32), keyring.user_id, {})
