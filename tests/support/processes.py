"""Looking at other processes: their children, and every text in their memory."""

import re
import time
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
    found: set[str] = set()
    wanted = re.compile(pattern)
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            place, rights = line.split()[:2]
            start, end = (int(part, 16) for part in place.split("-"))
            if "r" not in rights or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            try:
                memory.seek(start)
                found.update(one.decode() for one in wanted.findall(memory.read(end - start)))
            except (OSError, ValueError, OverflowError):
                continue
    return found


def gone(pid: int) -> bool:
    """Say whether a process ended, also where nobody asked for its status yet."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return True
    return stat.rpartition(")")[2].split()[0] in ("Z", "X")
