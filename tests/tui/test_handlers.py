"""Textual itself calls a handler of every base class: calling it by hand does things twice."""

import ast
from pathlib import Path

import pytest

import edtui.tui

SOURCES = sorted(Path(edtui.tui.__file__).parent.rglob("*.py"))


def twice(source: str) -> list[str]:
    """Give the handlers that call the base's and do not keep Textual from doing so."""
    found = []
    for made in ast.walk(ast.parse(source)):
        if not isinstance(made, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        text = ast.unparse(made)
        if (
            made.name.startswith("on_")
            and made.name != "on_event"
            and f"super().{made.name}(" in text
        ):
            found += [] if "prevent_default()" in text else [made.name]
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_handler_of_a_base_runs_twice(path):
    assert twice(path.read_text(encoding="utf-8")) == []
