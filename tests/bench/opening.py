"""Opening a file when the key is known: bare, checked, with one record read, and with all read.

The vault reads, checks and decrypts all of a file when it opens. SQLite and SQLCipher read its
first page then, and of the others what is asked for, so that a changed page is noticed when it
comes up. Nothing that checks every byte can be as quick as that. The same work is done by both
where SQLCipher checks its pages too, and by all where all records are read. The ratios of opening
that does less are told beside it.
"""

import gc
import statistics
from pathlib import Path
from typing import Any

from bench.engines import ENGINES, present
from bench.files import template
from bench.measure import (
    Plan,
    Row,
    Stopwatch,
    in_fresh_process,
    kept,
    reached,
    seconds,
    taking_turns,
    times,
)

TITLE = "Opening (without deriving the key)"
_FROM = 10_000
_KINDS = {
    "open": "open",
    "one": "open and read one",
    "checked": "open and check all",
    "all": "open and read all",
}
FLOOR = "read + HMAC-SHA256 + AES-256-GCM"


def sample(engine: str, path: str) -> dict[str, Any]:
    """Open, then read all; in a process of its own."""
    # What the engine imports is not opening: every engine has done it once before.
    warm = ENGINES[engine](Path(path + "-warm"))
    warm.open()
    warm.fill([{"a": 1}])
    warm.close()
    for left in Path(path).parent.glob(Path(path).name + "-warm*"):
        left.unlink()
    before = ENGINES[engine](Path(path))  # nor is what is only done the first time
    before.open()
    before.close()
    gc.collect()
    store = ENGINES[engine](Path(path))
    with Stopwatch() as opening:
        store.open()
    with Stopwatch() as getting:
        store.get(1)
    with Stopwatch() as reading:
        store.read_all()
    store.close()
    taken = opening.samples[0]
    found = {
        "open": taken,
        "one": taken + getting.samples[0],
        "all": taken + reading.samples[0],
    }
    if hasattr(store, "check_all"):
        found["checked"] = statistics.median(_checked(engine, path) for _ in range(5))
    return found


def _checked(engine: str, path: str) -> float:
    """Open and look at every byte; seconds."""
    store = ENGINES[engine](Path(path))
    gc.collect()
    with Stopwatch() as checking:
        store.open()
        store.check_all()
    store.close()
    return checking.samples[0]


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure all engines at all sizes."""
    results: dict[int, dict[str, dict[str, float]]] = {}
    for size in plan.sizes:
        sealed = plan.folder / f"sealed-{size}"
        in_fresh_process(
            "floor:sealed_file",
            path=str(sealed),
            size=template(plan.folder, "vault", size).stat().st_size,
        )

        def one(name: str, size: int = size, sealed: str = str(sealed)) -> dict[str, Any]:
            if name == FLOOR:
                return in_fresh_process("floor:read_and_open", path=sealed)
            path = str(template(plan.folder, name, size))
            return in_fresh_process("opening:sample", engine=name, path=path)

        results[size] = taking_turns(plan.rounds, [*present(), FLOOR], one)
    columns = [f"{said}, {size:,}" for said in _KINDS.values() for size in plan.sizes]
    rows = []
    for name in [*present(), FLOOR]:
        cells = [results[size][name].get(kind) for kind in _KINDS for size in plan.sizes]
        rows.append(Row(name, [seconds(one) if one else "–" for one in cells]))
    for size in plan.sizes:
        if size < _FROM:
            continue  # a few milliseconds that are the same for every file
        ratio = results[size]["vault"]["open"] / results[size][FLOOR]["open"]
        rows.append(Row(f"opening {size:,} against {FLOOR}", [], kept(ratio, 2, times)))
    for kind, said in _KINDS.items():
        for size in plan.sizes if "SQLCipher" in present() else ():
            ratio = results[size]["SQLCipher"][kind] / results[size]["vault"][kind]
            what = f"{said} {size:,}, faster than SQLCipher"
            rows.append(Row(what, [], reached(ratio, 1)))
    return columns, rows
