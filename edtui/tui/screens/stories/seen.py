"""Whoever sees a story is in the log."""

from contextlib import suppress

from edtui.desk.session import Desk
from edtui.errors import EdtuiError
from edtui.records.story import Story


def log_read(desk: Desk, number: int) -> None:
    """Log that somebody saw a story; who cannot log may still read."""
    with suppress(EdtuiError):  # locked meanwhile, or a full disk, which the next save tells
        desk.log.read(Story.table, number)
