"""Each benchmark runs, at a tiny size. What it measures here says nothing."""

from importlib import import_module

import pytest
from bench.measure import Plan, markdown
from bench.run import BENCHMARKS


@pytest.mark.parametrize("name", BENCHMARKS)
def test_it_runs_and_gives_a_table(name, tmp_path):
    module = import_module(f"bench.{name}")
    columns, rows = module.run(Plan(sizes=[20], rounds=1, folder=tmp_path))
    table = markdown(module.TITLE, columns, rows)
    assert "| vault |" in table
    assert all(len(row.cells) in (0, len(columns)) for row in rows)
