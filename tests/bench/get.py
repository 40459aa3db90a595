"""Reading one record by its number, in a file that is open."""

from typing import Any

from bench.engines import opened, present
from bench.files import template
from bench.measure import (
    Plan,
    Row,
    Stopwatch,
    in_fresh_process,
    reached,
    seconds,
    taking_turns,
    times,
)

TITLE = "Reading one record by its number"
_GETS = 2000
_SLOW = {"TinyDB": {1000: 20, 10_000: 3, 100_000: 2}}


def sample(engine: str, path: str, count: int, gets: int) -> dict[str, Any]:
    """Read ``gets`` records in no order; in a process of its own."""
    store = opened(engine, path)
    watch = Stopwatch()
    for number in range(gets):
        wanted = 1 + (number * 7919) % count
        with watch:
            record = store.get(wanted)
        assert record["name"] == f"Persoon {wanted}"
    store.close()
    return {"get": watch.samples}


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure all engines at all sizes."""
    results: dict[int, dict[str, dict[str, float]]] = {}
    for size in plan.sizes:

        def one(name: str, size: int = size) -> dict[str, Any]:
            path = str(template(plan.folder, name, size))
            gets = _SLOW.get(name, {}).get(size, _GETS)
            return in_fresh_process("get:sample", engine=name, path=path, count=size, gets=gets)

        results[size] = taking_turns(plan.rounds, present(), one)
    rows = [
        Row(name, [seconds(results[size][name]["get"]) for size in plan.sizes])
        for name in present()
    ]
    ratios = {
        name: [results[size][name]["get"] / results[size]["vault"]["get"] for size in plan.sizes]
        for name in present()[1:]
    }
    rows += [
        Row(f"vault is faster than {name}", [times(one) for one in some])
        for name, some in ratios.items()
    ]
    if "SQLCipher" in ratios:
        rows.append(Row("get, faster than SQLCipher", [], reached(min(ratios["SQLCipher"]), 1)))
    return [f"{size:,}" for size in plan.sizes], rows
