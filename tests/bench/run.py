"""Measure: ``.venv/bin/python tests/bench/run.py [save opening … steady] [--markdown]``.

Prints a table for each benchmark, with what was promised and whether it was kept. Not run by
pytest: times on a busy machine prove nothing. Give it a quiet one; it takes some minutes.
"""

import argparse
import os
import platform
import sys
import tempfile
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.measure import Plan, markdown

_BUSY = 0.7
BENCHMARKS = ("save", "together", "get", "opening", "search", "memory")
CALENDAR = ("calendar_view", "rounds", "stories")
SCREENS = ("first_frame", "keypress", "steady", "writing")
ALL = BENCHMARKS + CALENDAR + SCREENS


def main() -> None:
    """Run what is asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("only", nargs="*", help=f"of: {' '.join(ALL)}")
    parser.add_argument("--sizes", default="1000,10000,100000", help="numbers of records")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dialogs", type=int, default=300, help="of steady; 10000 make a day")
    parser.add_argument("--folder", type=Path, help="on the disk to measure")
    parser.add_argument("--markdown", type=Path, help="write the tables to this file too")
    asked = parser.parse_args()
    unknown = set(asked.only) - set(ALL)
    if unknown:
        parser.error(f"no benchmark {', '.join(sorted(unknown))}")
    sizes = [int(size) for size in asked.sizes.split(",")]
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    command = " ".join(["python tests/bench/run.py", *asked.only])
    texts = [f"Made by `{command}` ({machine}).\n"]
    if hasattr(os, "getloadavg") and os.getloadavg()[0] > _BUSY:
        texts[0] += (
            f"The machine was busy (load {os.getloadavg()[0]:.1f}): do not trust the times.\n"
        )
    sys.stdout.write(texts[0] + "\n")
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        plan = Plan(sizes, asked.rounds, Path(folder), asked.dialogs)
        for name in asked.only or ALL:
            module = import_module(f"bench.{name}")
            columns, rows = module.run(plan)
            texts.append(markdown(module.TITLE, columns, rows))
            sys.stdout.write(texts[-1] + "\n")
            sys.stdout.flush()
    if asked.markdown:
        asked.markdown.write_text("\n".join(texts), encoding="utf-8")


if __name__ == "__main__":
    main()
