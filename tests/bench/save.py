"""One durable save: a new record, and a change of one, when the file already holds many."""

from pathlib import Path
from typing import Any

from bench.engines import opened, present
from bench.files import fresh_copy
from bench.floor import Appending
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
from bench.records import record

TITLE = "One durable save"
FLOOR = "append 1 KB + fdatasync"
_SAVES = 200
_BLOCK = 20
"""So many saves, then as many appends in the same process: what else runs then slows both."""
_SLOW = {"TinyDB": {100: 20, 1000: 10, 10_000: 3, 100_000: 2}}


def sample(engine: str, path: str, count: int, saves: int) -> dict[str, Any]:
    """Save ``saves`` new and ``saves`` changed records; in a process of its own."""
    store = opened(engine, path)
    inserts, updates, floor = Stopwatch(), Stopwatch(), Appending(Path(path).parent)
    beside: dict[str, list[float]] = {"insert": [], "update": []}
    store.insert(record(count + 1))  # the first write may set something up
    for number in range(saves):
        new = record(count + 2 + number)
        with inserts:
            store.insert(new)
        if number % _BLOCK == _BLOCK - 1:
            beside["insert"] += floor.times(_BLOCK)
    for number in range(saves):
        with updates:
            store.update(1 + (number * 7919) % count, {"revision": 1000 + number})
        if number % _BLOCK == _BLOCK - 1:
            beside["update"] += floor.times(_BLOCK)
    store.close()
    floor.close()
    found = {"insert": inserts.samples, "update": updates.samples}
    return found | {f"floor of {kind}": some for kind, some in beside.items() if some}


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure all engines at all sizes."""
    results: dict[int, dict[str, dict[str, float]]] = {}
    for size in plan.sizes:

        def one(name: str, size: int = size) -> dict[str, Any]:
            path = str(fresh_copy(plan.folder, name, size))
            saves = _SLOW.get(name, {}).get(size, _SAVES)
            return in_fresh_process("save:sample", engine=name, path=path, count=size, saves=saves)

        results[size] = taking_turns(plan.rounds, present(), one)
        beside = results[size]["vault"]
        results[size][FLOOR] = {kind: beside[f"floor of {kind}"] for kind in ("insert", "update")}
    columns = [f"{kind}, {size:,}" for kind in ("insert", "update") for size in plan.sizes]
    rows = [
        Row(
            name,
            [
                seconds(results[size][name][kind])
                for kind in ("insert", "update")
                for size in plan.sizes
            ],
        )
        for name in [*present(), FLOOR]
    ]
    rows += [
        Row(
            f"vault is faster than {name}",
            [
                times(results[size][name][kind] / results[size]["vault"][kind])
                for kind in ("insert", "update")
                for size in plan.sizes
            ],
        )
        for name in present()[1:]
    ]
    least, most = min(plan.sizes), max(plan.sizes)
    for kind in ("insert", "update"):
        vault = {size: results[size]["vault"][kind] for size in plan.sizes}
        rows.append(
            Row(
                f"{kind} at {most:,} against {least:,}",
                [],
                kept(vault[most] / vault[least], 1.25, times),
            )
        )
        floor = max(vault[size] / results[size][FLOOR][kind] for size in plan.sizes)
        rows.append(Row(f"{kind} against {FLOOR}", [], kept(floor, 2, times)))
        if 10_000 in plan.sizes:
            stock = results[10_000]["TinyDB"][kind] / results[10_000]["vault"][kind]
            rows.append(Row(f"{kind} at 10,000, faster than TinyDB", [], reached(stock, 1000)))
        if "SQLCipher" in present():
            other = min(results[size]["SQLCipher"][kind] / vault[size] for size in plan.sizes)
            rows.append(Row(f"{kind}, faster than SQLCipher", [], reached(other, 1)))
    return columns, rows
