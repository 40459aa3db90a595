"""Memory of a process that has a file open, beside one that has an empty file open."""

import gc
from typing import Any

from bench.engines import opened, present
from bench.files import template
from bench.measure import Plan, Row, in_fresh_process, kept, taking_turns, times

TITLE = "Memory after opening"


def sample(engine: str, path: str) -> dict[str, Any]:
    """Give the resident bytes after opening; in a process of its own."""
    import psutil

    store = opened(engine, path)
    gc.collect()
    resident = psutil.Process().memory_info().rss
    store.close()
    return {"resident": resident}


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure all engines at all sizes."""
    added: dict[int, dict[str, float]] = {}
    for size in plan.sizes:

        def one(name: str, size: int = size) -> dict[str, Any]:
            return {
                kind: in_fresh_process(
                    "memory:sample", engine=name, path=str(template(plan.folder, name, records))
                )["resident"]
                for kind, records in (("full", size), ("empty", 0))
            }

        medians = taking_turns(min(plan.rounds, 3), present(), one)
        added[size] = {name: both["full"] - both["empty"] for name, both in medians.items()}
    files = {
        (name, size): template(plan.folder, name, size).stat().st_size
        for name in present()
        for size in plan.sizes
    }
    files = {
        (name, size): template(plan.folder, name, size).stat().st_size
        for name in present()
        for size in plan.sizes
    }
    rows = []
    for name in present():
        megabytes = [added[size][name] / 1e6 for size in plan.sizes]
        shares = [added[size][name] / files[name, size] for size in plan.sizes]
        pairs = zip(megabytes, shares, strict=True)
        rows.append(Row(name, [f"{some:.1f} MB = {share:.2f} × file" for some, share in pairs]))
    most = max(plan.sizes)
    ratio = added[most]["vault"] / files["vault", most]
    rows.append(Row(f"memory of {most:,} against the file", [], kept(ratio, 1.3, times)))
    return [f"{size:,}" for size in plan.sizes], rows
