"""The sealed log: an open vault file as a row of commits, each a few opaque bodies of bytes.

This is the whole surface that documents and TinyDB stand on. Bodies are bytes that mean nothing
here; a compartment is named by its name. See ``FORMAT.md`` for the bytes in the file and
`edtui.vault.opening` for making and opening a log.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from edtui.errors import Sentence

Kind = Literal["snapshot", "commit"]


class Body(NamedTuple):
    """One verified, committed body of bytes."""

    compartment: str
    kind: Kind
    body: bytes


class News(NamedTuple):
    """What other processes did since this one looked last.

    If ``replaced``, a new generation stands in the file: forget everything and build it up again
    from ``bodies``, which then is the whole content. Else ``bodies`` is what was appended.
    """

    replaced: bool
    bodies: list[Body]


class NewLog(NamedTuple):
    """A log that was just made, and the words for its recovery sheet (shown once)."""

    log: "SealedLog"
    recovery_words: list[str]


class SealedLog:
    """An open vault file. Made by `edtui.vault.opening`; safe to use from several threads.

    Call `replay` once and to its end before anything else. Everything that writes belongs inside
    ``with log.locked() as news:``, where ``news`` is what others wrote in between.
    """

    path: Path
    user: str
    user_id: str
    """32 hexadecimal digits."""
    role: str
    label: str
    file_id: str
    generation: int
    sequence: int
    """Frames in this generation so far."""
    size: int
    """Bytes in use, without preallocated space."""
    snapshot_bytes: int
    """Bytes up to and with the seal of the snapshot; ``size - snapshot_bytes`` is the journal."""
    notices: list[Sentence]
    """What was found and put right: a torn tail dropped, a damaged header copy."""
    read_only: Sentence | None
    """Why nothing can be written, or None."""

    @property
    def compartments(self) -> tuple[str, ...]:
        """Give the names of the compartments whose key is held, in the order of their numbers."""
        raise NotImplementedError

    def may_write(self, compartment: str) -> bool:
        """Say whether this sign-in holds the key of a compartment and the right to write there."""
        raise NotImplementedError

    def replay(self) -> Iterator[Body]:
        """Verify the file from its start and give every committed body, in order, once.

        A body is given only after its frame, the chain up to it and its key were checked; a commit
        only when all of it is there. Bodies come while the file is being read: an error means that
        what came before it must not be used.

        Raises:
            Damaged: the file is broken or changed elsewhere than at its very end.
        """
        raise NotImplementedError

    @contextmanager
    def locked(self, timeout: float = 10.0) -> Iterator[News]:
        """Hold the vault's lock; give what others wrote since. Nested use gives no news again.

        Raises:
            Locked: another process kept the lock for ``timeout`` seconds.
            Damaged: what others wrote cannot be verified.
        """
        raise NotImplementedError

    def follow(self) -> News:
        """Look for what others wrote, without waiting for long; cheap when there is nothing."""
        raise NotImplementedError

    def append(self, bodies: Mapping[str, bytes]) -> None:
        """Save one commit, durably: one frame a compartment, one write, one sync.

        Inside `locked`. Outside it, the lock is taken for the call, and `OthersWroteFirst` is
        raised when there is news that the caller has not seen (the next `follow` gives it).

        Raises:
            ReadOnly: see ``read_only``.
            MissingKey: a compartment is not held, or may not be written.
            WriteFailed, DiskFull: nothing was saved; the log is read-only from now on.
        """
        raise NotImplementedError

    def compact(self, snapshot: Iterable[tuple[str, bytes]]) -> None:
        """Put a new generation in place of the file, that holds just ``snapshot``. Inside `locked`.

        ``snapshot`` gives (compartment, body) with any number of bodies a compartment, best 256 KiB
        to 1 MiB each, and at least one (``b""`` will do, and is not given back by `replay`) for
        every compartment held, so that none is emptied by forgetting it. Frames of compartments
        without a key here are carried byte for byte. The new file is read back and verified before
        it takes the old one's place; after a failure the old one stands as it was.

        Raises:
            ValueError: a held compartment has no body.
            WriteFailed, DiskFull, ReadOnly, MissingKey: as `append`.
        """
        raise NotImplementedError

    def change_passphrase(self, old: str | None, new: str) -> None:
        """Wrap this person's keys anew, in a new generation. ``old`` may be None after recovery.

        Raises:
            WrongPassphrase: ``old`` is not the passphrase.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Drop the keys, give back preallocated space, close the file. May be called again."""
        raise NotImplementedError
