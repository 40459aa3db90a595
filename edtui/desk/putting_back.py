"""What a restored backup changed, told to the lists as if somebody had saved it."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from edtui.desk import tables
from edtui.desk.act import Change
from edtui.desk.session import Desk
from edtui.errors import NotAllowed

if TYPE_CHECKING:
    from edtui.vault.comparing import Comparison

Documents = dict[tuple[str, int], Mapping[str, Any]]


def compared_tables(desk: Desk) -> Documents:
    """Give every document that this person reads, by table and number."""
    found: Documents = {}
    for table in tables.kinds():
        try:
            for document in desk.vault.db.table(table):
                found[table, document.doc_id] = document
        except NotAllowed:  # no key for that part: nothing of it is shown either
            continue
    return found


def told(before: Documents, after: Documents) -> list[Change]:
    """Give what differs, as changes."""
    return [
        Change(table, number, before.get((table, number)), after.get((table, number)))
        for table, number in dict.fromkeys([*before, *after])
        if before.get((table, number)) != after.get((table, number))
    ]


def without_kept(found: "Comparison", kept: Collection[str]) -> "Comparison":
    """Leave out of a comparison the tables that putting back does not touch."""
    return found._replace(tables=[one for one in found.tables if one.table not in kept])
