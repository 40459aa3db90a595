"""What is installed from a wheel, somewhere else, is whole: data folder and catalogues too."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: object, **options) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        check=False,
        text=True,
        timeout=300,
        **options,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """An environment with nothing but the wheel and what it asks for."""
    place = tmp_path_factory.mktemp("wheel")
    run(
        sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation",
        "--disable-pip-version-check", "-w", place, ROOT,
    )  # fmt: skip
    venv.create(place / "env", with_pip=True)
    (wheel,) = place.glob("edtui-*.whl")
    python = place / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel)
    return place / "env" / "bin" / "edtui"


def test_the_demo_opens_from_another_folder(installed, tmp_path):
    vault = tmp_path / "demo.edtui"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    run(installed, "demo", vault, "--keep", cwd=tmp_path, env=kept)
    passphrase, write = os.pipe()
    os.write(write, b"linde boot kraan zeven\n")
    os.close(write)
    people = run(
        installed, "--vault", vault, "--user", "anna", "--passphrase-fd", passphrase,
        "--lang", "en", "people", "list", "--json",
        cwd=tmp_path, env=kept, pass_fds=[passphrase],
    )  # fmt: skip
    assert len(json.loads(people)) > 30
