"""Texts in files: one of the ways out of the program, so the log has it before the disk does."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from edtui.desk.session import Desk
from edtui.exchange.new_file import write_new
from edtui.records.log_entry import Basis, Event


def write_text(
    desk: Desk, text: str, path: Path, object_type: str, object_ids: Iterable[int], **more: Any
) -> None:
    """Log that something leaves, then write it to a new file.

    Args:
        desk: whose log it stands in.
        text: as it stands in the file.
        path: of a file that is not there yet.
        object_type: table of what it is about.
        object_ids: numbers in it.
        **more: as `edtui.desk.logbook.Log.leaving`.

    Raises:
        AlreadyThere, CannotWrite: as they say.
        ReadOnly: the log cannot be written; nothing was written.
    """
    desk.log.leaving(Event.EXPORT, object_type, object_ids, basis=Basis.TASK.value, **more)
    write_new(path, text.encode())
