"""A team with so many people in its vault, made from the demo."""

from pathlib import Path
from typing import Any

from bench.measure import in_fresh_process

_A_STEP, _TOLD = 70, 40
"""People that a step of the scale adds; people of the demo who were invented one by one."""


def make(path: str, count: int) -> dict[str, Any]:
    """Make the vault (in a process of its own)."""
    from edtui.desk.demo import create_demo

    made = create_demo(Path(path), language="nl", scale=1 + max(0, count - _TOLD) // _A_STEP)
    made.desk.vault.close()
    return {}


def vault_of(folder: Path, count: int) -> Path:
    """Give a vault with about ``count`` people; made at the first call."""
    path = folder / f"people-{count}.edtui"
    if not path.exists():
        in_fresh_process("people:make", path=str(path), count=count)
    return path
