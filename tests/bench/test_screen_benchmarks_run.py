"""Each benchmark of the screens runs, at a tiny size. What it measures here says nothing."""

import sys
from importlib import import_module

import pytest
from bench.measure import Plan, markdown
from bench.run import SCREENS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")


@pytest.mark.parametrize("name", SCREENS)
def test_it_runs_and_gives_a_table_and_promises(name, tmp_path):
    module = import_module(f"bench.{name}")
    columns, rows = module.run(Plan(sizes=[20], rounds=1, folder=tmp_path, dialogs=6))
    assert markdown(module.TITLE, columns, rows).startswith(f"### {module.TITLE}")
    assert any(row.cells for row in rows)
    assert any(row.promise for row in rows)
    assert all(len(row.cells) in (0, len(columns)) for row in rows)
