"""How the file is: checked to the last byte and to the last record, accepted as it is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from edtui.desk import backups, grants, tables
from edtui.desk.session import Desk
from edtui.desk.vault_of import vault_of
from edtui.errors import N_, EdtuiError, NotAllowed, Sentence
from edtui.records.base import Record
from edtui.records.log_entry import Event

if TYPE_CHECKING:
    from edtui.vault.report import Report


ACCEPTED = "accepted"
"""Reason of a line of the log: a file that lacks something was gone on with."""

UNSIGNED = Sentence(
    N_(
        "What is not signed holds too, but who wrote it is not proved: another program is still "
        "writing, or one broke off before it signed."
    )
)


class BadRecords(EdtuiError):
    """Every byte is right, and what it says breaks a rule of its kind (params: ``count``)."""

    sentence = N_("The file holds, but {count} records cannot be read as what they are.")
    hint = N_("A program other than this one may have written them. Keep a backup of before.")
    exit_status = 4


class BadRecord(NamedTuple):
    """One record that breaks a rule."""

    table: str
    number: int


def verify_all(desk: Desk) -> "Report":
    """Read the whole file anew; check chain, signatures, and that every record keeps its rules.

    Raises:
        edtui.vault.errors.Damaged: a byte does not hold.
        BadRecords: a record does not.
    """
    report = vault_of(desk).verify()
    bad = bad_records(desk)
    if bad:
        raise BadRecords(count=len(bad))
    backups.look_after(desk, lambda known: known.with_(last_verify=desk.clock.now()))
    return report


def bad_records(desk: Desk) -> list[BadRecord]:
    """Give the records that do not pass their model, of the tables that this person reads."""
    bad = []
    for table, kind in tables.kinds().items():
        try:
            for number, document in desk.documents(kind):
                if not _passes(kind, number, document):
                    bad.append(BadRecord(table, number))
        except NotAllowed:  # no key for that part: who has one checks it
            continue
    return bad


def accept_loss(desk: Desk) -> None:
    """Go on with a file that lacks what was seen before; who did so is logged.

    Raises:
        grants.NotForRole, edtui.vault.errors.NotTheOwner: only an owner may.
    """
    grants.check(desk, grants.COORDINATOR, event=Event.RESTORE)
    vault_of(desk).accept()
    desk.log.write(Event.RESTORE, reason=ACCEPTED)
    backups.went_back(desk)


def _passes(kind: type[Record], number: int, document: Mapping[str, Any]) -> bool:
    try:
        kind.from_document(number, document)
    except ValueError:
        return False
    return True
