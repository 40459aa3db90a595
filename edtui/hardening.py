"""Closing the doors through which memory gets out, before anything private is in it.

No core dump, not readable for other processes of the same user, files for the owner only, nothing
from the environment that would make Python or Textual write what the program knows, and freed
memory that does not keep what stood in it.
"""

import os
import sys

TYPE_CHECKING = False  # typing's own costs 2 ms
if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

_PR_SET_DUMPABLE = 4
_M_PERTURB, _OVER = -6, 0xFF
"""Of glibc's ``mallopt``: what is freed is written full with this byte."""

HARMLESS = frozenset(
    (
        "PYTHONDONTWRITEBYTECODE",
        "PYTHONHASHSEED",
        "PYTHONHOME",
        "PYTHONIOENCODING",
        "PYTHONPATH",
        "PYTHONPYCACHEPREFIX",
        "PYTHONUNBUFFERED",
        "PYTHONUTF8",
    )
)
"""Variables that say where Python is and how it writes text; the others of ``PYTHON*`` go."""

AT_START = ("PYTHONINSPECT", "PYTHONDEVMODE", "PYTHONFAULTHANDLER", "PYTHONTRACEMALLOC")
"""Variables that Python reads before the program runs: only starting anew is rid of them."""


def harden() -> None:
    """Close what can be closed in a running process. Costs about a millisecond; never raises."""
    os.umask(0o077)
    scrub(os.environ)
    _no_core_dumps()
    if sys.platform == "linux":
        _not_dumpable()
        write_over_what_is_freed()
    found = sys.modules.get("faulthandler")
    if found is not None:  # it writes the names of functions and files to stderr
        found.disable()


def scrub(environ: "MutableMapping[str, str]") -> None:
    """Take out what makes Textual or Python log, trace, inspect or load something."""
    for name in list(environ):
        python = name.startswith("PYTHON") and name not in HARMLESS
        if python or name.startswith(("TEXTUAL", "_PYTHON")):
            del environ[name]


def start_anew_if_watched(
    execute: "Callable[[str, list[str]], object] | None" = None,
) -> None:
    """Start the program again without what Python read at its start and cannot be taken back.

    With ``PYTHONINSPECT`` the interpreter would offer a prompt, with all that was opened still in
    memory, when the program ends. Does nothing where none of that is set.

    Args:
        execute: in the place of `os.execv`, for tests.
    """
    if sys.flags.ignore_environment or not any(name in os.environ for name in AT_START):
        return
    scrub(os.environ)
    if sys.executable and sys.orig_argv:
        (execute or os.execv)(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _no_core_dumps() -> None:
    try:
        import resource  # there is none on Windows
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return  # it was not allowed, and so cannot be raised either


def _not_dumpable() -> None:
    """Tell Linux that other processes of this user may not look into this one."""
    try:
        from ctypes import CDLL  # a millisecond, and only here

        CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    except (ImportError, OSError, AttributeError):
        return


def write_over_what_is_freed() -> None:
    """Let the C library write over memory that is given back, where it can (glibc).

    It holds for larger pieces, such as a decrypted document: `edtui.desk.overwriting` is for the
    small ones, which Python and glibc keep at hand themselves.
    """
    try:
        from ctypes import CDLL

        CDLL(None).mallopt(_M_PERTURB, _OVER)
    except (ImportError, OSError, AttributeError):
        return
