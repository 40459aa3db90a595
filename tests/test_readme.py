"""The README says what is so."""

import re

import pytest
from support.readme import KEYS, README, all_keys, made

PAGES = [README, *(README.parent / "edtui").rglob("README.md")]
TEXT = README.read_text(encoding="utf-8")


def test_made_parts_are_of_today():
    assert "<!-- made: keys -->" in TEXT
    assert made(TEXT) == TEXT, "stale: python tests/support/readme.py"


def test_the_page_of_keys_is_of_today():
    page = KEYS.read_text(encoding="utf-8")
    assert page == all_keys(), "stale: python tests/support/readme.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_what_is_pointed_at_is_there(page):
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:tests|data|edtui)/[\w/.]+)`", text))
    rooms = set(re.findall(r"`((?:desk|tui|records|vault|exchange|cli)/[\w/.]+)`", text))
    linked = set(re.findall(r"\]\((?!http)([^)#]+)\)", text))
    for place in (
        *(README.parent / name for name in named),
        *(README.parent / "edtui" / name for name in rooms),
        *(page.parent / name for name in linked),
    ):
        assert place.exists(), place.relative_to(README.parent)


def test_there_are_exactly_two_commands():
    assert len(re.findall(r"^```sh\n[^\n]+\n```$", TEXT, flags=re.MULTILINE)) == 2
    assert TEXT.count("```sh") == 2


def test_the_whole_check_runs_the_command_of_the_readme():
    ci = (README.parent / ".ci" / "run").read_text(encoding="utf-8")
    assert "the test command" in ci
    assert re.search(r"<!-- the test command -->\s+```sh\n[^\n]+pytest\n```", TEXT)
