"""What a role asks of somebody who starts: items, done, exempt or open.

The lists are ``data/checklists/*.toml``, which a person may edit. A file with ``roles = ["*"]`` is
for everybody; its items come first. How far somebody is stands in their role
(`edtui.records.roles.RoleAssignment.checklist`).
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from edtui.errors import N_, EdtuiError
from edtui.records.roles import ChecklistEntry

EVERYBODY = "*"


class ChecklistUnreadable(EdtuiError):
    """A checklist file cannot be used (params: ``file``, ``why``)."""

    sentence = N_("The checklist {file} cannot be read: {why}")
    hint = N_("Correct the file, or put the one that came with the program back.")


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to do when somebody starts in a role."""

    code: str
    nl: str
    en: str
    needs: str = ""
    """What can be seen on the person's record: vog, contract, wishes, coach, training:<kind>."""

    after_weeks: int = 0
    """Not expected before so many weeks after the start of the role."""

    def label(self, language: str) -> str:
        """Give the item in a language (``nl`` or ``en``)."""
        return self.nl if language == "nl" else self.en


class ItemState(StrEnum):
    """How far an item is."""

    DONE = "done"
    EXEMPT = "exempt"
    LATER = "later"
    """Open, but not expected yet."""

    OPEN = "open"


class Progress(NamedTuple):
    """An item with how far it is, and the entry that says so, if there is one."""

    item: ChecklistItem
    state: ItemState
    entry: ChecklistEntry | None


Checklists = Mapping[str, tuple[ChecklistItem, ...]]
"""Items by role code, and those for everybody under ``*``."""


def load_checklists(folder: Path) -> dict[str, tuple[ChecklistItem, ...]]:
    """Read every checklist of a folder.

    Raises:
        ChecklistUnreadable: a file is not TOML or misses something.
    """
    lists: dict[str, tuple[ChecklistItem, ...]] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
            items = tuple(_item(code, fields) for code, fields in content["items"].items())
            roles = [str(role) for role in content["roles"]]
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ChecklistUnreadable(file=path.name, why=str(error)) from None
        for role in roles:
            lists[role] = lists.get(role, ()) + items
    return lists


def items_for(role: str, lists: Checklists) -> tuple[ChecklistItem, ...]:
    """Give what a role asks, each item once: what is for everybody, then the role's own."""
    both = (*lists.get(EVERYBODY, ()), *lists.get(role, ()))
    return tuple({item.code: item for item in both}.values())


def progress(
    items: Iterable[ChecklistItem],
    entries: Iterable[ChecklistEntry],
    today: date,
    start: date | None = None,
) -> list[Progress]:
    """Give how far each item is, in the order of the list.

    Args:
        items: what the role asks (`items_for`).
        entries: what was noted of it.
        today: an exemption counts to and with its last day.
        start: first day in the role, from which ``after_weeks`` counts.
    """
    noted = {entry.item: entry for entry in entries}
    return [
        Progress(item, _state(item, noted.get(item.code), today, start), noted.get(item.code))
        for item in items
    ]


def open_items(done_so_far: Iterable[Progress]) -> list[ChecklistItem]:
    """Give the items that are expected by now and not there."""
    return [row.item for row in done_so_far if row.state is ItemState.OPEN]


def with_entry(
    entries: tuple[ChecklistEntry, ...], entry: ChecklistEntry
) -> tuple[ChecklistEntry, ...]:
    """Give the entries with one added, in place of what was noted of the same item."""
    return (*(kept for kept in entries if kept.item != entry.item), entry)


def _state(
    item: ChecklistItem, entry: ChecklistEntry | None, today: date, start: date | None
) -> ItemState:
    if entry is not None and entry.done_on:
        return ItemState.DONE
    if entry is not None and entry.exempt_reason:
        if entry.exempt_until is None or today <= entry.exempt_until:
            return ItemState.EXEMPT
    elif item.after_weeks and start and today < start + timedelta(weeks=item.after_weeks):
        return ItemState.LATER
    return ItemState.OPEN


def _item(code: str, fields: Mapping[str, Any]) -> ChecklistItem:
    return ChecklistItem(
        code=code,
        nl=str(fields["nl"]),
        en=str(fields["en"]),
        needs=str(fields.get("needs", "")),
        after_weeks=int(fields.get("after_weeks", 0)),
    )
