"""Finding the records whose field has exactly one value, without an index."""

from typing import Any

from bench.engines import opened, present
from bench.files import template
from bench.measure import Plan, Row, Stopwatch, in_fresh_process, kept, seconds, taking_turns, times
from bench.records import record

TITLE = "Search for an exact value"
_SEARCHES = 5


def sample(engine: str, path: str, count: int) -> dict[str, Any]:
    """Search a few times; in a process of its own."""
    store = opened(engine, path)
    watch = Stopwatch()
    for number in range(_SEARCHES):
        code = record(1 + (number * 7919) % count)["code"]
        with watch:
            found = store.find(code)
        assert found == 1
    store.close()
    return {"find": watch.samples[1:] or watch.samples, "first": watch.samples[0]}


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure all engines at all sizes."""
    results: dict[int, dict[str, dict[str, float]]] = {}
    for size in plan.sizes:

        def one(name: str, size: int = size) -> dict[str, Any]:
            path = str(template(plan.folder, name, size))
            return in_fresh_process("search:sample", engine=name, path=path, count=size)

        results[size] = taking_turns(plan.rounds, present(), one)
    rows = [
        Row(name, [seconds(results[size][name]["find"]) for size in plan.sizes])
        for name in present()
    ]
    rows += [
        Row(
            f"vault is faster than {name}",
            [
                times(results[size][name]["find"] / results[size]["vault"]["find"])
                for size in plan.sizes
            ],
        )
        for name in present()[1:]
    ]
    most = max(plan.sizes)
    value = results[most]["vault"]["find"]
    rows.append(Row(f"search in {most:,}", [], kept(value, 0.025, seconds)))
    return [f"{size:,}" for size in plan.sizes], rows
