"""How everything here is measured: fresh processes, taking turns, medians, side by side in one run.

A benchmark module has `TITLE` and `run(plan) -> (columns, rows)`, and calls `in_fresh_process`
for each sample; ``python tests/bench/run.py`` runs them. Whoever adds one adds a file.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]


@dataclass(frozen=True)
class Plan:
    """What to run: numbers of records, rounds, and a folder on the disk that is measured."""

    sizes: Sequence[int]
    rounds: int
    folder: Path
    dialogs: int = 300
    """So many make a day (`bench.steady`)."""


@dataclass(frozen=True)
class Row:
    """One line of a table: what was measured, then a cell for each column."""

    what: str
    cells: Sequence[str]
    promise: str = ""
    """What was promised about it, and whether it was kept."""


class Stopwatch:
    """Seconds between `start` and `stop`; each stop is a sample."""

    def __init__(self) -> None:
        self.samples: list[float] = []
        self._from = 0.0

    def __enter__(self) -> "Stopwatch":
        self._from = time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.samples.append(time.perf_counter() - self._from)


def in_fresh_process(function: str, **arguments: Any) -> dict[str, Any]:
    """Call ``module:name`` of this folder in a process of its own; give the dict that it gives."""
    run = subprocess.run(
        [sys.executable, "-m", "bench.measure", function, json.dumps(arguments)],
        cwd=TESTS,
        env={"PYTHONPATH": f"{TESTS}:{TESTS.parent}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"{function} {arguments} failed:\n{run.stderr}")
    return json.loads(run.stdout)


def taking_turns(
    rounds: int, contenders: Iterable[str], sample: Callable[[str], Mapping[str, Any]]
) -> dict[str, dict[str, float]]:
    """Give contender -> measure -> median over the rounds; all take turns in every round."""
    samples: dict[str, dict[str, list[float]]] = {}
    names = list(contenders)
    for turn in range(rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            for measure, value in sample(name).items():
                values = value if isinstance(value, list) else [value]
                samples.setdefault(name, {}).setdefault(measure, []).extend(values)
    return {
        name: {measure: statistics.median(values) for measure, values in measures.items()}
        for name, measures in ((name, samples[name]) for name in names)
    }


def seconds(value: float) -> str:
    """Write a time for people."""
    if value >= 1:
        return f"{value:.2f} s"
    if value >= 1e-3:
        return f"{value * 1e3:.3g} ms"
    return f"{value * 1e6:.0f} µs"


def times(value: float) -> str:
    """Write a ratio for people."""
    return f"{value:,.0f} ×" if value >= 10 else f"{value:.2f} ×"


def kept(value: float, most: float, unit: Callable[[float], str]) -> str:
    """Write a promise and whether it was kept."""
    return f"{'kept' if value <= most else 'NOT KEPT'}: {unit(value)}, at most {unit(most)}"


def reached(value: float, least: float) -> str:
    """Write a promise of being so many times faster, and whether it was kept."""
    return f"{'kept' if value >= least else 'NOT KEPT'}: {times(value)}, at least {times(least)}"


def markdown(title: str, columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Give a table, and the promises below it."""
    lines = [f"### {title}", "", "| | " + " | ".join(columns) + " |"]
    lines.append("|---" * (len(columns) + 1) + "|")
    lines += [f"| {row.what} | " + " | ".join(row.cells) + " |" for row in rows if row.cells]
    promises = [f"- {row.what}: {row.promise}" for row in rows if row.promise]
    return "\n".join([*lines, "", *promises, *([""] if promises else [])])


def main() -> None:
    """Be the fresh process."""
    module, name = sys.argv[1].split(":")
    function = getattr(__import__(f"bench.{module}", fromlist=[name]), name)
    sys.stdout.write(json.dumps(function(**json.loads(sys.argv[2]))))


if __name__ == "__main__":
    main()
