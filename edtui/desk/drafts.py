"""What was being typed, kept sealed, and offered again after a lock, a crash or a power cut.

A draft stands in a table of the compartment of what it drafts (``drafts_office`` and so on). It is
no act: it cannot be taken back, and saving or leaving the form drops it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from edtui.desk import stored, tables
from edtui.desk.session import Desk
from edtui.desk.vault_of import waiting_at_most
from edtui.errors import NotAllowed

_PATIENCE = 0.5
"""Seconds: it is kept while somebody types, and soon again where it could not be."""


NEW_OF: dict[str, str] = {}
"""Beginning of the form of something new (``note_``) to the table of what it belongs to.

The number of that follows in the form's key: what is erased takes such drafts along.
"""


class Draft(NamedTuple):
    """One form that was left half-way."""

    form: str
    """Key of the form, such as ``person``."""

    table: str
    """Table of what it drafts."""

    number: int
    """Record that it changes; 0 for a new one."""

    values: Mapping[str, Any]
    """Field name to what was typed; JSON values only."""

    moment: datetime


def keep(desk: Desk, form: str, table: str, number: int, values: Mapping[str, Any]) -> None:
    """Keep what is typed in a form; the newer draft takes the place of the older.

    Raises:
        ReadOnly: nothing can be written now.
    """
    desk.check_writable()
    beside = _table(table)
    if _is_left_behind(desk, form):
        return
    document = {
        "user": desk.vault.user_id,
        "form": form,
        "table": table,
        "number": number,
        "values": dict(values),
        "moment": desk.clock.now().isoformat(timespec="seconds"),
    }
    known = _number_of(desk, form, table, number)
    if known and (stored.read(desk.vault.db, beside, known) or {}).get("values") == dict(values):
        return
    with waiting_at_most(desk, _PATIENCE), desk.vault.transaction():
        if known:
            stored.replace(desk.vault.db, beside, known, document)
        else:
            stored.insert(desk.vault.db, beside, document)


def offer(desk: Desk, form: str, table: str, number: int = 0) -> Draft | None:
    """Give what this person typed in a form and did not save, or None."""
    known = _number_of(desk, form, table, number)
    document = stored.read(desk.vault.db, _table(table), known) if known else None
    return _draft(document) if document else None


def drop(desk: Desk, form: str, table: str, number: int = 0) -> None:
    """Forget a draft; that there is none is no matter."""
    known = _number_of(desk, form, table, number)
    if known:
        desk.check_writable()
        with desk.vault.transaction():
            stored.remove(desk.vault.db, _table(table), known)


def forget(desk: Desk, table: str, numbers: Iterable[int]) -> int:
    """Drop everybody's drafts of records that are erased, and of what belongs to them.

    What is new can stand under another key than what it belongs to: an agreement with a person
    stands with the stories. Gives how many were dropped.
    """
    gone, dropped = set(numbers), 0
    own = tables.compartment_of(table)
    for compartment in tables.KEPT:
        if compartment != own and table not in NEW_OF.values():
            continue
        beside = f"drafts_{compartment}"
        try:
            held = [
                document.doc_id
                for document in desk.vault.db.table(beside)
                if (document["table"] == table and document["number"] in gone)
                or _owner(str(document["form"]), table) in gone
            ]
        except NotAllowed:  # no key for this compartment: nothing of ours in it
            continue
        if held:
            desk.check_writable()
            with desk.vault.transaction():
                stored.remove(desk.vault.db, beside, *held)
        dropped += len(held)
    return dropped


def drafts(desk: Desk) -> list[Draft]:
    """Give this person's drafts, the newest first."""
    every = [_draft(document) for _, _, document in _own(desk)]
    return sorted(every, key=lambda draft: draft.moment, reverse=True)


def owner_of(form: str) -> tuple[str, int]:
    """Give to what something new belongs, by its form: table and number; ("", 0) for nothing."""
    for table in NEW_OF.values():
        if number := _owner(form, table):
            return table, number
    return "", 0


def _owner(form: str, table: str) -> int:
    """Give the number of what something new belongs to, by its form; 0 for nothing of a table."""
    for beginning, owner in NEW_OF.items():
        if owner == table and form.startswith(beginning):
            number = form.removeprefix(beginning).partition("_")[0]
            return int(number) if number.isdigit() else 0
    return 0


def _is_left_behind(desk: Desk, form: str) -> bool:
    """Say whether what something new belongs to was erased meanwhile: nothing of it comes back."""
    table, number = owner_of(form)
    return bool(table) and stored.read(desk.vault.db, table, number) is None


def _number_of(desk: Desk, form: str, table: str, number: int) -> int:
    for _, known, document in _own(desk, tables.compartment_of(table)):
        if (document["form"], document["table"], document["number"]) == (form, table, number):
            return known
    return 0


def _own(desk: Desk, only: str = "") -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    for compartment in (only,) if only else tables.KEPT:
        try:
            for document in desk.vault.db.table(f"drafts_{compartment}"):
                if document["user"] == desk.vault.user_id:
                    yield compartment, document.doc_id, document
        except NotAllowed:  # no key for this compartment: nothing of ours in it
            continue


def _draft(document: Mapping[str, Any]) -> Draft:
    return Draft(
        form=str(document["form"]),
        table=str(document["table"]),
        number=int(document["number"]),
        values=document["values"],
        moment=datetime.fromisoformat(str(document["moment"])),
    )


def _table(table: str) -> str:
    return f"drafts_{tables.compartment_of(table)}"
