"""TinyDB's own tests, run with a vault in place of its JSON file.

They are fetched (they are not in the wheel), not kept here. Left out are six that ask for JSON
text or for class names; everything else has to pass.
"""

import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

VERSION = "4.9.0"
TESTS = Path(__file__).parents[1]

LEFT_OUT = {
    "test_json_kwargs": "asks for the exact JSON text in the file",
    "test_encoding": "asks for a text encoding of the file",
    "test_json_invalid_mode_warning": "asks for a warning about a mode of open()",
    "test_json": "writes a database that has no tables",
    "test_table_repr": "asks for the names of TinyDB's own classes (once for each storage)",
}

CONFTEST = """
import sys
sys.path[:0] = [{tests!r}, {root!r}]
import pytest
from support.vault_for_suite import SuiteStorage, TinyDB
import tinydb, tinydb.storages, tinydb.database

tinydb.JSONStorage = tinydb.storages.JSONStorage = tinydb.database.JSONStorage = SuiteStorage
tinydb.TinyDB = tinydb.database.TinyDB = TinyDB


def pytest_collection_modifyitems(config, items):
    out = [item for item in items if item.originalname in {left_out!r}]
    config.hook.pytest_deselected(items=out)
    items[:] = [item for item in items if item not in out]


@pytest.fixture(params=["memory", "vault"])
def db(request, tmp_path):
    if request.param == "memory":
        db_ = TinyDB(storage=tinydb.storages.MemoryStorage)
    else:
        db_ = TinyDB(tmp_path / "test.db")
    db_.drop_tables()
    db_.insert_multiple({{"int": 1, "char": c}} for c in "abc")
    yield db_


@pytest.fixture
def storage():
    return tinydb.middlewares.CachingMiddleware(tinydb.storages.MemoryStorage)()
"""


@pytest.fixture(scope="module")
def suite(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("tinydb")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--retries",
        "0",
        "--no-deps",
        "--no-binary",
        ":all:",
    ]
    fetched = subprocess.run(
        [*pip, "--dest", str(folder), f"tinydb=={VERSION}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if fetched.returncode:
        pytest.skip("TINYDB'S OWN TESTS DID NOT RUN: its source could not be fetched")
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    tests = folder / f"tinydb-{VERSION}" / "tests"
    text = CONFTEST.format(tests=str(TESTS), root=str(TESTS.parent), left_out=set(LEFT_OUT))
    (tests / "conftest.py").write_text(text)
    return tests


def test_tinydbs_own_tests_pass_on_a_vault(suite):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir=."]
    run = subprocess.run(command, cwd=suite, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-4000:]
    passed = int(run.stdout.rsplit(" passed", 1)[0].rsplit(None, 1)[-1])
    assert passed >= 212, run.stdout[-500:]  # of 219; one more wants PyYAML
