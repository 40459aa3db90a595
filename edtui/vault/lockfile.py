"""One writer at a time: a kernel lock on ``name.lock`` beside the vault.

The sidecar is locked and not the vault, because compaction puts another file in the vault's place.
It is never removed: a process that waits on a removed file would wait beside the others. The kernel
frees the lock when its holder dies. On systems with ``flock`` the descriptor is kept open, which
makes taking the lock a hundred times quicker than opening the file each time.
"""

import os
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path

from edtui.vault.errors import Locked, NotAPlainFile

_PAUSE = 0.002
_NAME_BYTES = 80

if sys.platform == "win32":
    from filelock import FileLock, Timeout

    class LockFile:
        """The vault's lock."""

        def __init__(self, vault: Path) -> None:
            self._lock = FileLock(
                vault.with_name(vault.name + ".lock"), fallback_to_soft=False, thread_local=False
            )

        def acquire(self, timeout: float) -> None:
            """Take the lock (raises Locked)."""
            try:
                self._lock.acquire(timeout=timeout)
            except Timeout:
                raise Locked(holder="?") from None

        def release(self) -> None:
            """Give it back."""
            self._lock.release()

        def close(self) -> None:
            """Give it back for good."""
            self._lock.release(force=True)

else:
    import fcntl

    _TRY = fcntl.LOCK_EX | fcntl.LOCK_NB

    class LockFile:
        """The vault's lock. Two of them in one process exclude each other as two processes do."""

        def __init__(self, vault: Path) -> None:
            self.path = vault.with_name(vault.name + ".lock")
            self._fd = -1
            self._me = _me()

        def acquire(self, timeout: float) -> None:
            """Take the lock, waiting up to ``timeout`` seconds.

            Raises:
                Locked: another holds it all that time; says which process on which machine.
                NotAPlainFile: a link stands in the lock's place.
                PermissionError, OSError: there can be no lock file (a folder that is read-only).
            """
            if self._fd < 0:
                self._fd = _opened(self.path)
            deadline: float | None = None
            while True:
                try:
                    fcntl.flock(self._fd, _TRY)
                except BlockingIOError:
                    deadline = deadline or time.monotonic() + timeout
                    if time.monotonic() >= deadline:
                        raise Locked(holder=self.holder()) from None
                    time.sleep(_PAUSE)
                else:
                    break
            try:
                if os.pread(self._fd, _NAME_BYTES, 0) != self._me:
                    os.pwrite(self._fd, self._me, 0)
            except OSError:
                pass  # only a help for the one who waits

        def holder(self) -> str:
            """Give who wrote their name in the lock last, as ``process@machine``."""
            with suppress(OSError):
                text = os.pread(self._fd, _NAME_BYTES, 0).decode("ascii", "replace").strip()
                return "".join(sign for sign in text if sign.isprintable()) or "?"
            return "?"

        def release(self) -> None:
            """Give it back."""
            if self._fd >= 0:
                fcntl.flock(self._fd, fcntl.LOCK_UN)

        def close(self) -> None:
            """Give it back for good."""
            if self._fd >= 0:
                os.close(self._fd)
                self._fd = -1

    def _opened(path: Path) -> int:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
        try:
            return os.open(path, flags, 0o600)
        except OSError as error:
            if path.is_symlink() or path.is_dir():
                raise NotAPlainFile from error
            raise

    def _me() -> bytes:
        name = f"{os.getpid()}@{socket.gethostname()}"
        return name.encode("ascii", "replace")[:_NAME_BYTES].ljust(_NAME_BYTES)
