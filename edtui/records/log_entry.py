"""One line of the log: who did what, when, where, to which records. Never what they say.

Fields after NEN 7513:2018 (practice 5.3). The log is no record that anybody changes: an entry is
written once, sealed so that the writer cannot read it back, and its order in the file is bound by
the file's own chain.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from edtui.records.base import Record
from edtui.records.quantities import RecordId
from edtui.records.text import Code, Line


class Event(StrEnum):
    """What can happen."""

    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    SIGN_IN_FAILED = "sign_in_failed"
    RECOVERED = "recovered"
    """Signed in with the recovery sheet."""

    READ = "read"
    SEARCH = "search"
    LIST = "list"
    """A list as a whole: printed by a command, shown to somebody."""

    CREATE = "create"
    CHANGE = "change"
    REMOVE = "remove"
    UNDO = "undo"
    REDO = "redo"
    ERASE = "erase"
    """Taken out of the file and its history."""

    PRINT = "print"
    EXPORT = "export"
    COPY = "copy"
    PROJECT = "project"
    """Shown to others on a large screen or a kiosk."""

    MEMBER_ADDED = "member_added"
    MEMBER_CHANGED = "member_changed"
    MEMBER_REMOVED = "member_removed"
    PASSPHRASE = "passphrase"  # noqa: S105  the name of an event
    RECOVERY_SHEET = "recovery_sheet"
    BACKUP = "backup"
    RESTORE = "restore"
    COMPACT = "compact"


EXITS = frozenset({Event.PRINT, Event.EXPORT, Event.COPY, Event.PROJECT})
"""What leaves the program: these are logged first, and do not happen where that fails."""


class Result(StrEnum):
    """How it ended."""

    OK = "ok"
    DENIED = "denied"
    FAILED = "failed"


class Basis(StrEnum):
    """Why it was allowed."""

    TASK = "task"
    CONSENT = "consent"
    EMERGENCY = "emergency"
    """With a reason in words."""


class LogEntry(Record):
    """One line of the log. Its number is its place in the order of the file."""

    table: ClassVar[str] = "log"

    moment: datetime
    """With the workstation's time zone."""

    user_id: Line = ""
    """Who, as the vault numbers its members; empty where nobody was signed in."""

    role: Code = ""
    on_behalf_of: RecordId | None = None
    """Person for whom it was done, where the user did it for somebody else."""

    workstation: Line = ""
    session: Line = ""
    """Random, the same from signing in to locking."""

    event: Code
    """`Event`."""

    object_type: Code = ""
    """Table."""

    object_ids: tuple[RecordId, ...] = ()
    person_ids: tuple[RecordId, ...] = ()
    """People on the roster whom it is about."""

    count: Annotated[int, Field(ge=0)] = 0
    """How many, where they are not named one by one; 0 where that says nothing."""

    scope: Code = ""
    """For whose work: ``organisation`` or ``confidant``; empty where it does not matter."""

    basis: Code = Basis.TASK.value
    """`Basis`."""

    reason: Line = ""
    """Only in an emergency, or where somebody was asked for one."""

    result: Code = Result.OK.value
    """`Result`."""

    fields: tuple[Code, ...] = ()
    """Names of the fields that were changed."""
