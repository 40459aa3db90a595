"""Durable saves a second of one process, and of eight that save into one file at the same time."""

import json
import subprocess
import sys
import time
from typing import Any

from bench.engines import opened, present
from bench.files import fresh_copy
from bench.measure import TESTS, Plan, Row, in_fresh_process, taking_turns, times
from bench.records import record

TITLE = "Saves a second, one process and eight at once"
ALONE, MANY = 1, 8
_SAVES = 200
_CROWDED = 60.0  # seconds that a save of SQLite waits for the others
_MEASURED = ("vault", "SQLite", "SQLCipher")  # TinyDB has no lock: writers overwrite each other


def writer(engine: str, path: str, count: int, saves: int) -> dict[str, Any]:
    """Open, say so, wait for the word, and save; in a process of its own."""
    store = opened(engine, path)
    if engine != "vault":
        store.db.execute(f"PRAGMA busy_timeout={int(_CROWDED * 1000)}")
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    start = time.monotonic()  # the same for all processes of a machine
    for number in range(saves):
        store.insert(record(count + 1 + number))
    end = time.monotonic()
    store.close()
    return {"start": start, "end": end}


def sample(engine: str, path: str, count: int, processes: int, saves: int) -> dict[str, Any]:
    """Give the saves a second of so many writers together."""
    given = {"engine": engine, "path": path, "count": count, "saves": saves}
    command = [sys.executable, "-m", "bench.measure", "together:writer", json.dumps(given)]
    writers = [
        subprocess.Popen(
            command, cwd=TESTS, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(processes)
    ]
    for one in writers:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in writers:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    spans = [json.loads(one.communicate()[0]) for one in writers]
    took = max(one["end"] for one in spans) - min(one["start"] for one in spans)
    return {"rate": processes * saves / took}


def run(plan: Plan) -> tuple[list[str], list[Row]]:
    """Measure what can be written by several at once, at the smallest size."""
    size = min(plan.sizes)
    saves = _SAVES if size >= 1000 else 5
    names = [name for name in _MEASURED if name in present()]

    def one(name: str) -> dict[str, Any]:
        return {
            str(processes): in_fresh_process(
                "together:sample",
                engine=name,
                path=str(fresh_copy(plan.folder, name, size)),
                count=size,
                processes=processes,
                saves=saves,
            )["rate"]
            for processes in (ALONE, MANY)
        }

    rates = taking_turns(plan.rounds, names, one)
    rows = []
    for name in names:
        alone, many = (rates[name][str(processes)] for processes in (ALONE, MANY))
        rows.append(Row(name, [f"{alone:,.0f}", f"{many:,.0f}", times(many / alone)]))
    return ["one process", "eight processes", "eight against one"], rows
