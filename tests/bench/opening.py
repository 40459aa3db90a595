"""Opening a file after the key is known: nothing decoded, and with all records decoded.

TinyDB and SQLite read nothing when they open. So beside them only reading all says something; the
first columns are for what the vault does then: all of it is read, checked and decrypted.
"""

import gc
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
FLOOR = "read + HMAC-SHA256 + AES-256-GCM"


def sample(engine: str, path: str) -> dict[str, Any]:
    """Open, then read all; in a process of its own."""
    from pathlib import Path

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
    with Stopwatch() as reading:
        store.read_all()
    open_seconds = opening.samples[0] - store.key_seconds
    return {"open": open_seconds, "all": open_seconds + reading.samples[0]}


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
    columns = [f"{kind}, {size:,}" for kind in ("open", "open and read all") for size in plan.sizes]
    rows = []
    for name in [*present(), FLOOR]:
        cells = [seconds(results[size][name]["open"]) for size in plan.sizes]
        alls = [results[size][name].get("all") for size in plan.sizes]
        rows.append(Row(name, cells + [seconds(one) if one else "–" for one in alls]))
    for size in plan.sizes:
        if size < _FROM:
            continue  # a few milliseconds that are the same for every file
        ratio = results[size]["vault"]["open"] / results[size][FLOOR]["open"]
        rows.append(Row(f"opening {size:,} against {FLOOR}", [], kept(ratio, 2, times)))
    for kind, said in (("open", "opening"), ("all", "opening and reading all")):
        for size in plan.sizes if "SQLCipher" in present() else ():
            ratio = results[size]["SQLCipher"][kind] / results[size]["vault"][kind]
            what = f"{said} {size:,}, faster than SQLCipher"
            rows.append(Row(what, [], reached(ratio, 1)))
    return columns, rows
