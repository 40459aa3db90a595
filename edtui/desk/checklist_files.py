"""The onboarding checklists of ``data/checklists``, read once."""

from functools import lru_cache
from pathlib import Path

from edtui import config
from edtui.records.checklists import ChecklistItem, items_for, load_checklists


@lru_cache(maxsize=4)
def _from_files(folder: Path) -> dict[str, tuple[ChecklistItem, ...]]:
    return load_checklists(folder)


def checklists() -> dict[str, tuple[ChecklistItem, ...]]:
    """Give the items by role code, those for everybody under ``*``.

    Raises:
        ChecklistUnreadable: a file is not TOML or misses something.
    """
    return dict(_from_files(config.data_dir() / "checklists"))


@lru_cache(maxsize=200)
def _items(folder: Path, role: str) -> tuple[ChecklistItem, ...]:
    return items_for(role, _from_files(folder))


def role_items(role: str) -> tuple[ChecklistItem, ...]:
    """Give what a role asks of somebody who starts."""
    return _items(config.data_dir() / "checklists", role)
