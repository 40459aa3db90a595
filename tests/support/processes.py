"""Looking at other processes: their children, and every text in their memory."""

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path


def children(pid: int) -> list[int]:
    """Give the children of a process."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(one) for one in text.split()]


def child_of(pid: int, *, other_than: int = 0, seconds: float = 20) -> int:
    """Wait for the child of a process."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = [one for one in children(pid) if one != other_than]
        if found:
            return found[0]
        time.sleep(0.01)
    raise AssertionError("no child")


def memory_of(pid: int, pattern: bytes) -> set[str]:
    """Give every text of a pattern that stands anywhere in a process's memory."""
    wanted = re.compile(pattern)
    return {one.decode() for piece in _memory(pid) for one in wanted.findall(piece)}


def times_in_memory(pid: int, text: str) -> int:
    """Say how often a text stands anywhere in a process's memory, as any kind of string."""
    wanted = [text.encode(kind) for kind in ("utf-8", "utf-16-le", "utf-32-le")]
    return sum(piece.count(one) for piece in _memory(pid) for one in wanted)


def may_look() -> bool:
    """Say whether the memory of other processes can be looked through here."""
    return Path("/proc/self/mem").exists() and os.geteuid() == 0


def _memory(pid: int) -> Iterator[bytes]:
    """Give what a process holds, span by span; those that cannot be read are left out."""
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in re.findall(r"^(\w+)-(\w+) r", maps, re.MULTILINE):
            try:
                memory.seek(int(start, 16))
                yield memory.read(int(end, 16) - int(start, 16))
            except (OSError, ValueError, OverflowError):
                continue


def waited(*pids: int) -> float:
    """Give the seconds that processes, all together, were ready to run and had no core to run on.

    It is 0 where the kernel does not count that.
    """
    found = 0.0
    for pid in pids:
        try:
            text = Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii")
        except OSError:
            continue
        found += int(text.split()[1]) / 1e9
    return found


def family(pid: int) -> list[int]:
    """Give a process and all below it."""
    found = [pid]
    for one in found:
        found.extend(children(one))
    return found


def gone(pid: int) -> bool:
    """Say whether a process ended, also where nobody asked for its status yet."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return True
    return stat.rpartition(")")[2].split()[0] in ("Z", "X")
