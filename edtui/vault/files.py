"""The one place that touches the disk. Everything above asks a `DiskFile`.

`Calls` is the thinnest layer over the operating system; tests put a faulty one in its place.
"""

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

from edtui.vault.errors import (
    AlreadyThere,
    CannotOpen,
    DiskFull,
    NoSuchVault,
    NotAPlainFile,
    ReadFailed,
    WriteFailed,
)
from edtui.vault.glance import glance

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_EXTRA = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


class Calls:
    """System calls, one method each."""

    def open(self, path: Path, flags: int) -> int:
        """Open without following a link in the last part; new files are the owner's only."""
        return os.open(path, flags | _NO_FOLLOW | _EXTRA, 0o600)

    def read(self, fd: int, count: int, offset: int) -> bytes:
        """Read up to ``count`` bytes at ``offset``."""
        if sys.platform == "win32":
            os.lseek(fd, offset, os.SEEK_SET)
            return os.read(fd, count)
        return os.pread(fd, count, offset)

    def write(self, fd: int, data: "bytes | memoryview", offset: int) -> int:
        """Write some of ``data`` at ``offset``; give how much."""
        if sys.platform == "win32":
            os.lseek(fd, offset, os.SEEK_SET)
            return os.write(fd, data)
        return os.pwrite(fd, data, offset)

    def sync(self, fd: int) -> None:
        """Wait until the file's bytes, and what is needed to find them, are on the disk."""
        if sys.platform == "darwin":
            import fcntl  # there is none on Windows

            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
        elif sys.platform == "win32":
            os.fsync(fd)
        else:
            os.fdatasync(fd)

    def sync_folder(self, folder: Path) -> None:
        """Wait until the names in a folder are on the disk."""
        if sys.platform == "win32":
            return  # a folder cannot be opened there
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)

    def truncate(self, fd: int, size: int) -> None:
        """Cut the file at ``size``."""
        os.ftruncate(fd, size)

    def reserve(self, fd: int, offset: int, count: int) -> None:
        """Ask for zeroed room on the disk; may raise OSError, and then nothing is promised."""
        if sys.platform == "linux":
            os.posix_fallocate(fd, offset, count)

    def replace(self, source: Path, target: Path) -> None:
        """Put ``source`` in the place of ``target``, at once."""
        os.replace(source, target)  # noqa: PTH105  one seam for all calls

    def free_space(self, folder: Path) -> int | None:
        """Give the bytes that may be written in a folder, or None where that is not known."""
        if sys.platform == "win32":
            return None
        found = os.statvfs(folder)
        return found.f_bavail * found.f_frsize


CALLS = Calls()


class DiskFile:
    """One open plain file."""

    def __init__(self, path: Path, fd: int, calls: Calls, *, writable: bool) -> None:
        self.stands_at(path)
        self.fd = fd
        self.calls = calls
        self.writable = writable
        status = os.fstat(fd)
        self._same = status.st_dev, status.st_ino
        self._size_seen = 0

    @classmethod
    def open(cls, path: Path, *, writable: bool, calls: Calls = CALLS) -> "DiskFile":
        """Open a file that is there.

        Raises:
            NoSuchVault: it is not.
            NotAPlainFile: it is a link, a folder, a device, or has a second name and would be
                written.
            CannotOpen: the system refuses.
        """
        try:
            fd = calls.open(path, os.O_RDWR if writable else os.O_RDONLY | _nonblocking())
        except FileNotFoundError:
            raise NoSuchVault from None
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.EMLINK):
                raise NotAPlainFile from None
            raise CannotOpen from error
        found = os.fstat(fd)
        if not stat.S_ISREG(found.st_mode) or (writable and found.st_nlink != 1):
            os.close(fd)
            raise NotAPlainFile
        return cls(path, fd, calls, writable=writable)

    @classmethod
    def create(cls, path: Path, *, calls: Calls = CALLS) -> "DiskFile":
        """Make a file that was not there, readable by its owner only.

        Raises:
            AlreadyThere: something has that name, be it a link to nowhere.
            WriteFailed: the system refuses.
        """
        try:
            fd = calls.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        except FileExistsError:
            raise AlreadyThere from None
        except OSError as error:
            raise failed(error) from error
        return cls(path, fd, calls, writable=True)

    def stands_at(self, path: Path) -> None:
        """Take another name: this very file was put there."""
        self.path = path
        self._name = os.fsencode(path)  # a `Path` makes it anew at every look

    def size(self) -> int:
        """Give the bytes in the file, preallocated ones too."""
        if sys.platform == "win32":
            size = os.fstat(self.fd).st_size
        else:  # and not by asking for its times: see `edtui.vault.glance`
            size = os.lseek(self.fd, 0, os.SEEK_END)
        self._size_seen = size
        return size

    def read(self, offset: int, count: int) -> bytes:
        """Give ``count`` bytes from ``offset``, fewer only at the end of the file.

        Raises:
            ReadFailed: the disk cannot.
        """
        try:
            part = self.calls.read(self.fd, count, offset)
            missing = count - len(part)
            if not missing:
                return part
            parts = [part]
            while missing and (part := self.calls.read(self.fd, missing, offset + count - missing)):
                parts.append(part)
                missing -= len(part)
        except OSError as error:
            raise ReadFailed from error
        return b"".join(parts)

    def write(self, offset: int, data: bytes) -> None:
        """Write all of ``data``; a short count is not an end (raises OSError)."""
        written = self.calls.write(self.fd, data, offset)
        if written == len(data):
            return
        view = memoryview(data)
        while written < len(data):
            count = self.calls.write(self.fd, view[written:], offset + written)
            if count <= 0:
                raise OSError(errno.EIO, "nothing was written")
            written += count

    def sync(self) -> None:
        """Wait until what was written is on the disk (raises OSError; never try again after)."""
        self.calls.sync(self.fd)

    def truncate(self, size: int) -> None:
        """Cut the file."""
        self._size_seen = 0
        self.calls.truncate(self.fd, size)

    def reserve(self, size: int, step: int) -> None:
        """Make the file at least ``size`` long, in steps, with zeros; not having room is fine.

        Nothing is asked of the system where `size` saw that much: whoever writes has looked at it
        under the same lock, and room that is gone since costs time and nothing else.
        """
        if size <= self._size_seen:
            return
        wanted = -(-size // step) * step
        have = self.size()
        if have < size:
            with contextlib.suppress(OSError):  # the write itself says what is wrong
                self.calls.reserve(self.fd, have, wanted - have)

    def stands_at_path(self) -> bool:
        """Say whether the path still names this very file, and not one put in its place."""
        return self.size_at_path() is not None

    def size_at_path(self) -> int | None:
        """Give the bytes of the file if the path still names it, else None: in one look."""
        try:
            device, number, size = glance(self._name)
        except FileNotFoundError:
            return None
        if (device, number) != self._same:
            return None
        self._size_seen = size
        return size

    def take_rights_of(self, other: "DiskFile") -> None:
        """Give the group what it has on ``other``; the world gets nothing."""
        mode = stat.S_IMODE(os.fstat(other.fd).st_mode) & 0o660
        if sys.platform != "win32" and mode != 0o600:
            with contextlib.suppress(OSError):
                os.fchown(self.fd, -1, os.fstat(other.fd).st_gid)
                os.fchmod(self.fd, mode | 0o600)

    def close(self) -> None:
        """Close; may be called again."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1


def failed(error: OSError) -> WriteFailed:
    """Give what an error of the system means for a save."""
    return DiskFull() if error.errno in _FULL else WriteFailed()


def remove(path: Path) -> None:
    """Remove a file if it is there."""
    with contextlib.suppress(OSError):
        path.unlink()


def _nonblocking() -> int:
    return getattr(os, "O_NONBLOCK", 0)  # a pipe at that place must not hang the program
