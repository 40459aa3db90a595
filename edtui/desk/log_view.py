"""Reading the log, for the auditor: by person, day and kind, with reads of one day as one line.

Only who holds the key of the log can read it. It names people by number: the auditor has no key to
the roster either.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from edtui.desk import grants
from edtui.desk.health import ACCEPTED
from edtui.desk.session import Desk
from edtui.errors import N_, Sentence
from edtui.records.log_entry import Event, LogEntry, Result

FOLDED = frozenset({Event.READ, Event.SEARCH, Event.LIST})
"""What one person does many times a day, and is shown as one line a day."""

STRAY = 500
"""So many lines in a row that are older than what is wanted end the reading; fewer may stand
between newer ones, where the clock of a workstation was wrong."""

EVENTS: dict[str, str] = {
    Event.SIGN_IN: N_("signed in"),
    Event.SIGN_OUT: N_("locked"),
    Event.SIGN_IN_FAILED: N_("failed to sign in"),
    Event.RECOVERED: N_("signed in with the recovery sheet"),
    Event.READ: N_("read"),
    Event.SEARCH: N_("searched"),
    Event.LIST: N_("listed"),
    Event.CREATE: N_("made"),
    Event.CHANGE: N_("changed"),
    Event.REMOVE: N_("removed"),
    Event.UNDO: N_("took back"),
    Event.REDO: N_("did again"),
    Event.ERASE: N_("erased"),
    Event.PRINT: N_("printed"),
    Event.EXPORT: N_("exported"),
    Event.COPY: N_("copied"),
    Event.PROJECT: N_("showed to others"),
    Event.MEMBER_ADDED: N_("let somebody in"),
    Event.MEMBER_CHANGED: N_("changed somebody's role"),
    Event.MEMBER_REMOVED: N_("took somebody's key away"),
    Event.PASSPHRASE: N_("set another passphrase"),
    Event.RECOVERY_SHEET: N_("made a recovery sheet"),
    Event.BACKUP: N_("made a backup"),
    Event.RESTORE: N_("put back a backup"),
    Event.COMPACT: N_("wrote the file anew"),
}
"""Code to what it is called, as a message id."""

_WENT_ON = N_("went on with a file that lacks something")

_RESULTS = {Result.DENIED: N_("refused"), Result.FAILED: N_("failed")}


class LogFilter(NamedTuple):
    """What of the log is wanted; what is left empty does not narrow."""

    user_id: str | None = None
    """Who did it; "" for what nobody was signed in for."""

    person: int | None = None
    """Person on the roster whom it is about."""

    since: date | None = None
    until: date | None = None
    """First and last day."""

    events: Collection[str] = ()


class LogLine(NamedTuple):
    """One line to show."""

    first: datetime
    last: datetime
    """The same where it happened once."""

    times: int
    """How often."""

    user_id: str
    role: str
    event: str
    object_type: str
    object_ids: tuple[int, ...]
    person_ids: tuple[int, ...]
    many: int
    """How many, where they are not named one by one."""

    fields: tuple[str, ...]
    result: str
    reason: str
    workstation: str

    @property
    def what(self) -> Sentence:
        """What happened, such as "read" or "erased"."""
        if (self.event, self.reason) == (Event.RESTORE, ACCEPTED):
            return Sentence(_WENT_ON)
        return Sentence(EVENTS.get(self.event, self.event))

    @property
    def how(self) -> Sentence | None:
        """How it ended, where it was not just done."""
        msgid = _RESULTS.get(Result(self.result)) if self.result in set(Result) else None
        return Sentence(msgid) if msgid else None


def log_lines(desk: Desk, wanted: LogFilter | None = None) -> list[LogLine]:
    """Give the log, the newest first; in a screen, call it in a thread.

    It is read from its newest line back: a month of it takes a month's time, not a year's.

    Raises:
        edtui.desk.grants.NotForRole: only the auditor reads the log.
    """
    grants.check(desk, grants.AUDITOR, event=Event.READ)
    lines: dict[object, LogLine] = {}
    for number, entry in enumerate(_entries(desk, wanted or LogFilter())):
        line = _line(entry)
        key: object = number
        if line.event in FOLDED:
            key = (line.first.date(), *line[3:-1])
            if (known := lines.get(key)) is not None:
                line = known._replace(first=line.first, times=known.times + 1)
        lines[key] = line
    # Of equal moments the one that was written last comes first.
    return sorted(lines.values(), key=lambda line: line.last, reverse=True)


def _entries(desk: Desk, wanted: LogFilter) -> Iterator[Mapping[str, Any]]:
    since = wanted.since.isoformat() if wanted.since else ""
    until = wanted.until.isoformat() if wanted.until else "9999"
    older = 0
    for entry in desk.vault.newest(LogEntry.table):
        day = str(entry["moment"])[:10]
        older = older + 1 if day < since else 0
        if older > STRAY:
            return
        if not since <= day <= until:
            continue
        if wanted.user_id is not None and entry.get("user_id", "") != wanted.user_id:
            continue
        if wanted.person is not None and wanted.person not in entry.get("person_ids", ()):
            continue
        if wanted.events and entry["event"] not in wanted.events:
            continue
        yield entry


def _line(entry: Mapping[str, Any]) -> LogLine:
    moment = datetime.fromisoformat(str(entry["moment"]))
    return LogLine(
        first=moment,
        last=moment,
        times=1,
        user_id=str(entry.get("user_id", "")),
        role=str(entry.get("role", "")),
        event=str(entry["event"]),
        object_type=str(entry.get("object_type", "")),
        object_ids=tuple(entry.get("object_ids", ())),
        person_ids=tuple(entry.get("person_ids", ())),
        many=int(entry.get("count", 0)),
        fields=tuple(entry.get("fields", ())),
        result=str(entry.get("result", Result.OK)),
        reason=str(entry.get("reason", "")),
        workstation=str(entry.get("workstation", "")),
    )
