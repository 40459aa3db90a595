"""What each role reads, writes and holds in memory: a screen that hides is not protection."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from support.processes import memory_of
from support.team_vault import (
    AUDITOR,
    CANARY,
    CONFIDANT,
    KIOSK,
    LETTERBOXES,
    OPEN,
    OWNER,
    PEER,
    PRIVATE,
    phrase,
    sit_down,
    with_canaries,
)

ROOT = Path(__file__).parents[2]

READS = {
    OWNER: {*OPEN, "inbox"},
    CONFIDANT: {"directory", "calendar", "casework", "shelf", "private/bram"},
    PEER: {"directory", "calendar", "shelf", "private/chris"},
    KIOSK: {"directory", "shelf"},
    AUDITOR: {"directory", "audit"},
}
WRITES = {
    OWNER: {*OPEN, "inbox"},
    CONFIDANT: {"directory", "calendar", "casework", "private/bram"},
    PEER: {"private/chris"},
    KIOSK: set(),
    AUDITOR: set(),
}
DROPS = {
    OWNER: {"inbox", "audit"},
    CONFIDANT: {"inbox", "audit"},
    PEER: {"inbox", "audit"},
    KIOSK: {"inbox", "audit"},
    AUDITOR: {"audit"},
}

CHILD = """
import gc, json, re, secrets, sys
sys.path.insert(0, sys.argv[3])
from support.team_vault import CANARY, compartment_of, phrase, sit_down
from edtui.errors import EdtuiError

names = json.loads(sys.argv[4])
vault = sit_down(sys.argv[1], sys.argv[2])
told = {"reads": [], "writes": [], "drops": [], "tables": sorted(vault.db.tables())}
for name in names:
    table = vault.db.table(name + ".notes")
    try:
        if table.all():
            told["reads"].append(name)
        table.insert({"text": "x"})
        told["writes"].append(name)
    except EdtuiError:
        pass
    try:
        # Made here and nowhere else: after the drop nothing in this process may lead to it.
        vault.drop(name + ".notes", {"text": "kanarie" + secrets.token_hex(8)})
        told["drops"].append(name)
    except EdtuiError:
        pass
vault.refresh()
found = set()
seen = set()
todo = [gc.get_objects(), vault]
while todo:
    one = todo.pop()
    if id(one) in seen or one is seen or one is todo or one is found:
        continue
    seen.add(id(one))
    if isinstance(one, str):
        found.update(re.findall(CANARY, one))
    elif isinstance(one, (bytes, bytearray, memoryview)):
        found.update(text.decode() for text in re.findall(CANARY.encode(), bytes(one)))
    else:
        todo.extend(gc.get_referents(one))
told["found"] = sorted(found)
print(json.dumps(told), flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("team") / "team.edtui"
    return path, with_canaries(path)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a /proc to look into memory")
@pytest.mark.parametrize("name", READS)
def test_what_a_role_reads_writes_and_holds_in_memory(filled, tmp_path, name):
    source, canaries = filled
    path = tmp_path / "team.edtui"
    path.write_bytes(source.read_bytes())
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, path, name, ROOT / "tests", json.dumps(list(canaries))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        told = json.loads(child.stdout.readline())
        in_memory = memory_of(child.pid, CANARY.encode())
    finally:
        child.communicate("")
    mine = {canaries[one] for one in READS[name]}
    assert set(told["reads"]) == READS[name]
    assert set(told["writes"]) == WRITES[name]
    assert set(told["drops"]) == DROPS[name]
    assert {table.partition(".")[0] for table in told["tables"]} == READS[name]
    # The readable ones are found, so the search does search.
    assert mine <= in_memory
    assert mine <= set(told["found"])
    assert in_memory.isdisjoint(set(canaries.values()) - mine)
    assert set(told["found"]).isdisjoint(set(canaries.values()) - mine)
    # What was dropped where one cannot read is not reachable a moment later.
    readable_drops = len(DROPS[name] & READS[name])
    assert len(set(told["found"]) - mine) == readable_drops


@pytest.mark.parametrize("name", READS)
def test_a_ring_has_only_the_keys_that_the_table_says(filled, name):
    path, _ = filled
    with sit_down(path, name, read_only=True) as vault:
        keyring = vault._log.opened.keyring
        assert {one.name for one in keyring.compartments.values()} == READS[name]
        assert all(one.keys for one in keyring.compartments.values())
        assert set(keyring.mailboxes) == DROPS[name]
        assert bool(keyring.owner_private) == bool(keyring.admin_key) == (name == OWNER)


@pytest.mark.parametrize("name", READS)
def test_everybody_can_check_the_whole_file(filled, name):
    path, _ = filled
    with sit_down(path, name, read_only=True) as vault:
        report = vault.verify()
    assert report.overstepped == {}
    assert report.bodies > 0


def test_no_name_and_no_text_stands_in_the_file(filled):
    path, canaries = filled
    data = path.read_bytes()
    for text in (*canaries.values(), *READS, *PRIVATE.values(), *LETTERBOXES, *OPEN):
        assert text.encode() not in data
        assert text.encode().hex().encode() not in data


def test_the_owner_sees_everybody(filled):
    path, _ = filled
    with sit_down(path, OWNER, read_only=True) as vault:
        found = {one.name: one for one in vault.members.all()}
    assert [one.name for one in found.values() if one.owner] == [OWNER]
    assert found[KIOSK].rights == {
        "directory": "r",
        "shelf": "r",
        "inbox": "drop",
        "audit": "drop",
    }
    assert {one.name for one in found.values() if one.has_private} == set(PRIVATE)
    assert phrase(OWNER) not in str(found)
