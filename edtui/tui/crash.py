"""When the program fails: a short page and a report, both without any private text.

Textual's own traceback shows the values of local variables, so names and notes would stand in the
terminal and its scrollback. Here an exception gives its type and the places that it went through;
never its message, which can hold what somebody typed.
"""

import sys
import threading
import types
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from edtui import __version__
from edtui.config import state_dir
from edtui.locale import _

_PACKAGES = Path(__file__).resolve().parents[2]


def report(error: BaseException, moment: datetime) -> str:
    """Give what a programmer needs: versions, types of exceptions, files and line numbers."""
    lines = [f"edtui {__version__}", f"Python {sys.version.split()[0]} {sys.platform}"]
    lines.append(f"{moment:%Y-%m-%d %H:%M:%S %z}")
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines += ["", f"{type(link).__module__}.{type(link).__qualname__}"]
        lines += [_place(frame, number) for frame, number in walk_tb(link.__traceback__)]
        link = link.__cause__ or link.__context__ or _inside(link)
    return "\n".join(lines) + "\n"


def _inside(error: BaseException) -> BaseException | None:
    """Give what a worker of Textual failed of: it wraps that without naming it the cause."""
    inner = getattr(error, "error", None)
    return inner if isinstance(inner, BaseException) else None


def _place(frame: types.FrameType, number: int) -> str:
    code = frame.f_code
    file = Path(code.co_filename)
    # The folder that somebody installed into can carry a name: keep what is inside it.
    parts = file.parts
    if file.is_relative_to(_PACKAGES) and "site-packages" not in parts:
        shown = file.relative_to(_PACKAGES).as_posix()
    elif "site-packages" in parts:
        shown = "/".join(parts[parts.index("site-packages") + 1 :])
    else:
        shown = file.name
    return f"  {shown}:{number} {code.co_name}"


def keep_report(error: BaseException, moment: datetime) -> Path | None:
    """Write the report into the state folder; give where, or None where that is not possible."""
    folder = state_dir() / "faults"
    file = folder / f"fault-{moment:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_text(report(error, moment), encoding="utf-8")
    except OSError:
        return None
    return file


def page(file: Path | None) -> str:
    """Give what a person reads when the program has failed."""
    lines = [
        _("edtui stopped: something in the program went wrong."),
        _("What was saved is saved. What you were typing is offered again when you sign in."),
    ]
    if file is not None:
        lines += [_("A report without anything about a person stands in:"), f"  {file}"]
    lines.append(_("Start again with:  edtui"))
    return "\n".join(lines)


def quiet_hooks(moment: datetime) -> None:
    """Keep Python itself from writing an exception's message to the terminal."""

    def failed(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if not isinstance(error, KeyboardInterrupt):
            sys.stderr.write(page(keep_report(error, moment)) + "\n")

    def failed_in_thread(what: threading.ExceptHookArgs) -> None:
        # A terminal that went away fails Textual's writer; the hang-up signal ends the program.
        gone = isinstance(what.exc_value, OSError) and type(what.thread).__name__ == "WriterThread"
        if what.exc_value is not None and not gone:
            keep_report(what.exc_value, moment)

    def failed_unseen(what: "sys.UnraisableHookArgs") -> None:
        if what.exc_value is not None:
            keep_report(what.exc_value, moment)

    sys.excepthook = failed
    threading.excepthook = failed_in_thread
    sys.unraisablehook = failed_unseen
