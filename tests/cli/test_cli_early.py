"""What is read before a person is asked anything: little, so that the question comes at once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import edtui as house

HOUSE = Path(house.__file__).resolve().parents[1]

WATCHER = """
import json, sys
from edtui.cli import sign_in
def stop(*_):
    print(json.dumps(sorted(sys.modules)))
    raise SystemExit(0)
sign_in.ask_passphrase = stop
from edtui.__main__ import main
raise SystemExit(main(json.loads(sys.argv[1])))
"""

LATE = (
    "textual", "rich", "pydantic", "tinydb", "babel", "openpyxl", "rapidfuzz", "cryptography",
    "orjson", "platformdirs", "tomllib", "typing", "pathlib", "dataclasses", "datetime", "shutil",
    "edtui.desk", "edtui.vault", "edtui.records", "edtui.exchange", "edtui.tui", "edtui.errors",
    "edtui.clock",
)  # fmt: skip


def modules(arguments, watcher=WATCHER):
    """Run ``watcher`` without any installed package; give the modules that were read."""
    code = f"import sys; sys.path.insert(0, {str(HOUSE)!r})\n{watcher}"
    answer = subprocess.run(
        [sys.executable, "-S", "-c", code, json.dumps(arguments)],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    return set(json.loads(answer.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "verb",
    [
        ["people", "list"],
        ["people", "show", "1"],
        ["people", "add", "Riet van Dam"],
        ["people", "edit", "1", "--name", "x"],
        ["people", "remove", "1"],
        ["people", "status", "1", "actief"],
        ["organisations", "list"],
        ["organisations", "add", "De Linde"],
        ["import", "people", __file__],
        ["vault", "verify"],
        ["vault", "info"],
        ["vault", "compact"],
        ["users", "list"],
        ["users", "passphrase"],
        ["users", "add", "bert", "kiosk"],
        ["users", "sheet"],
        ["users", "recover"],
        ["vault", "backup"],
        ["vault", "accept"],
        ["privacy", "access", "1"],
        ["privacy", "erase", "1"],
        ["privacy", "retention"],
        ["log"],
        ["new", "beside.edtui", "--team", "Noord"],
    ],
)
def test_up_to_the_passphrase_next_to_nothing_is_read(verb, vault):
    read = modules(["--user", "anna", "--lang", "nl", *verb])
    assert sorted(read.intersection(LATE)) == []


def test_the_version_reads_nothing_at_all():
    read = modules(
        ["--version"],
        "from edtui.__main__ import main\nmain(['--version'])\nread = sorted(sys.modules)\n"
        "import json\nprint(json.dumps(read))",
    )
    assert {name for name in read if name.startswith("edtui")} == {"edtui", "edtui.__main__"}
    assert read.isdisjoint({*LATE, "argparse", "gettext", "re"})


def test_the_command_line_never_reads_textual(vault, edtui):
    code = (
        "import sys\nfrom importlib import import_module\nfrom pathlib import Path\n"
        "import edtui.cli\n"
        "for path in Path(edtui.cli.__file__).parent.glob('*.py'):\n"
        "    import_module(f'edtui.cli.{path.stem}')\n"
        "raise SystemExit('textual' in sys.modules or 'rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=30, check=False).returncode == 0
