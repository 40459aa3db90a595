"""The tests that the vault's README names as proof are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
README = ROOT / "edtui" / "vault" / "README.md"


def test_every_test_that_is_named_is_there():
    files: dict[str, str] = {}
    for one in (ROOT / "tests").rglob("test_*.py"):
        files[one.name] = files.get(one.name, "") + one.read_text("utf-8")
    missing = []
    for row in README.read_text("utf-8").splitlines():
        file = ""
        for found in re.findall(r"`([^`]*)`", row):
            match = re.fullmatch(r"(?:tests/\w+/)?(test_\w+\.py)?(?:::(test_\w+))?", found)
            if match is None or not (match[1] or match[2]):
                continue
            file = match[1] or file
            if file not in files or (match[2] and f"def {match[2]}(" not in files[file]):
                missing.append(found)
    assert missing == []


def test_every_file_of_the_vault_has_its_room():
    rooms = set(re.findall(r"`(\w+\.py)`", README.read_text("utf-8")))
    files = {one.name for one in README.parent.glob("*.py")} - {"__init__.py"}
    assert files - rooms == set()
