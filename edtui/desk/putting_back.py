"""What a restored backup changed, told to the lists as if somebody had saved it."""

from collections.abc import Mapping
from typing import Any

from edtui.desk import tables
from edtui.desk.act import Change
from edtui.desk.session import Desk
from edtui.errors import NotAllowed

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
