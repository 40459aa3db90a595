"""Files with records in them, made once for each engine and size, copied fresh for each sample."""

import shutil
from pathlib import Path
from typing import Any

from bench.engines import opened
from bench.measure import in_fresh_process
from bench.records import records


def fill(engine: str, path: str, count: int) -> dict[str, Any]:
    """Make a file with ``count`` records (in a process of its own)."""
    store = opened(engine, path)
    store.fill(records(count))
    store.close()
    return {}


def template(folder: Path, engine: str, count: int) -> Path:
    """Give a file with ``count`` records; made at the first call."""
    made = folder / f"{engine}-{count}"
    if not made.exists():
        in_fresh_process("files:fill", engine=engine, path=str(made), count=count)
    return made


def fresh_copy(folder: Path, engine: str, count: int) -> Path:
    """Give a copy that may be changed; one at a time for each engine and size."""
    made = template(folder, engine, count)
    copy = made.with_name(made.name + "-copy")
    for old in folder.glob(copy.name + "*"):
        old.unlink()
    return Path(shutil.copyfile(made, copy))
