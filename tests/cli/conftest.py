"""A small vault on disk, and the command line in this process or in one of its own."""

import os
import shutil
import subprocess
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from support.command_line import NOW, PASSPHRASE, Answer

from edtui.cli.front import run
from edtui.clock import FixedClock


@pytest.fixture(scope="session")
def made_vault(tmp_path_factory):
    """One vault for all tests: making one takes longest."""
    from edtui.desk.team import create_team
    from edtui.vault.kdf import FAST

    path = tmp_path_factory.mktemp("vault") / "team.edtui"
    clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam")))
    made = create_team(
        path, "Team Noord", "anna", PASSPHRASE, clock=clock, own_name="Anna Kuiper", kdf=FAST
    )
    made.desk.vault.close()
    return path


@pytest.fixture
def vault(made_vault, tmp_path):
    """The vault where ``EDTUI_VAULT`` says, each test its own."""
    return shutil.copy(made_vault, tmp_path / "team.edtui")


@pytest.fixture
def edtui(vault, capsys):
    """Call the command line in this process, signed in as Anna."""

    def call(*arguments, passphrase=PASSPHRASE, user="anna", lang="en"):
        reading, writing = os.pipe()
        os.write(writing, f"{passphrase}\n".encode())
        os.close(writing)
        given = ["--lang", lang, "--user", user, "--passphrase-fd", str(reading), "--now", NOW]
        try:
            status = run([*given, *map(str, arguments)])
        finally:
            os.close(reading)
        return Answer(status, *capsys.readouterr())

    return call


@pytest.fixture
def process():
    """Call the command line in a process of its own."""

    def call(*arguments, **how):
        return subprocess.run(
            [sys.executable, "-m", "edtui", *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
            **{"stdin": subprocess.DEVNULL, **how},
        )

    return call
