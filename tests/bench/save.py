"""One durable save: a new record, and a change of one, when the file already holds many."""

from typing import Any

from bench.engines import opened, present
from bench.files import fresh_copy
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
_SLOW = {"TinyDB": {100: 20, 1000: 10, 10_000: 3, 100_000: 2}}


def sample(engine: str, path: str, count: int, saves: int) -> dict[str, Any]:
    """Save ``saves`` new and ``saves`` changed records; in a process of its own."""
    store = opened(engine, path)
    inserts, updates = Stopwatch(), Stopwatch()
    store.insert(record(count + 1))  # the first write may set something up
    for number in range(saves):
        new = record(count + 2 + number)
        with inserts:
            store.insert(new)
    for number in range(saves):
        with updates:
            store.update(1 + (number * 7919) % count, {"revision": 1000 + number})
    store.close()
    return {"insert": inserts.samples, "update": updates.samples}


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure all engines at all sizes."""
    results: dict[int, dict[str, dict[str, float]]] = {}
    for size in plan.sizes:

        def one(name: str, size: int = size) -> dict[str, Any]:
            if name == FLOOR:
                return in_fresh_process(
                    "floor:append_and_sync", folder=str(plan.folder), count=_SAVES
                )
            path = str(fresh_copy(plan.folder, name, size))
            saves = _SLOW.get(name, {}).get(size, _SAVES)
            return in_fresh_process("save:sample", engine=name, path=path, count=size, saves=saves)

        results[size] = taking_turns(plan.rounds, [*present(), FLOOR], one)
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
