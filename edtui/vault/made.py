"""The list of backups that this workstation knows of, also those on a stick that is away.

It stands in the user's state folder and says names, days and sizes: nothing that was saved.
"""

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from edtui.vault.remembered import own_folder


def last_made(state_dir: Path, file_id: bytes) -> datetime | None:
    """Give when the last good backup of a vault was made from here."""
    with suppress(ValueError, TypeError):
        return datetime.fromisoformat(read(state_dir, file_id)["last_made"])
    return None


def read(state_dir: Path, file_id: bytes) -> dict[str, Any]:
    """Give the list of a vault; empty where there is none that can be read."""
    empty: dict[str, Any] = {"last_made": None, "folders": {}}
    with suppress(OSError, ValueError):
        found = json.loads(_path(state_dir, file_id).read_text("utf-8"))
        if isinstance(found, dict) and isinstance(found.get("folders"), dict):
            return empty | found
    return empty


def write(state_dir: Path, file_id: bytes, content: dict[str, Any]) -> None:
    """Keep the list of a vault (raises OSError)."""
    path = _path(state_dir, file_id)
    own_folder(path.parent)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(beside, flags, 0o600), "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1, sort_keys=True)
    beside.replace(path)


def _path(state_dir: Path, file_id: bytes) -> Path:
    return state_dir / "backups" / f"{file_id.hex()}.json"
