"""A reader made from FORMAT.md alone reads what the program writes."""

import pytest
from format_reader import Reader
from support.sealed import NAME, PASSPHRASE, THREE, add_member, held_by, make, reopen, save

from edtui.vault.kdf import FAST
from edtui.vault.opening import create_log, open_log, open_log_with_recovery, read_label
from edtui.vault.recovery import key_of_words


@pytest.fixture
def path(tmp_path):
    return tmp_path / "team.edtui"


def read(path, name=NAME, passphrase=PASSPHRASE):
    return Reader(path, name, passphrase=passphrase)


def test_a_new_vault(path):
    make(path).close()
    reader = read(path)
    assert reader.label == read_label(path) == "Team Noord"
    assert reader.bodies == []
    assert [one["name"] for one in reader.compartments.values()] == list(THREE)


def test_commits_of_several_compartments_and_openings(path):
    log = make(path)
    save(log, first=b"one", third=b"two")
    save(log, second=b"")
    other = open_log(path, " ANNA", PASSPHRASE)
    assert len(list(other.replay())) == 3
    save(other, first=b"x" * 5000)
    other.close()
    log.close()
    reader = read(path)
    assert reader.bodies == [
        ("first", "commit", b"one"),
        ("third", "commit", b"two"),
        ("second", "commit", b""),
        ("first", "commit", b"x" * 5000),
    ]
    assert reader.end == path.stat().st_size
    assert set(reader.signers) == {NAME}


def test_a_body_that_goes_on_in_the_next_frame(path):
    log = make(path)
    long = bytes(range(256)) * (9 * 1024 * 4 + 1)
    save(log, first=long, second=b"small")
    with log.locked():
        log.compact([("first", long), ("second", b""), ("third", b"t"), ("first", b"more")])
    save(log, second=long)
    log.close()
    assert read(path).bodies == [
        ("first", "snapshot", long),
        ("third", "snapshot", b"t"),
        ("first", "snapshot", b"more"),
        ("second", "commit", long),
    ]


def test_generations_follow_each_other(path):
    log = make(path)
    save(log, first=b"one")
    log.info()  # signs what was saved
    before = log.generation, log.sequence, log.chain
    log.change_passphrase(PASSPHRASE, "een andere")
    save(log, first=b"two")
    log.close()
    reader = read(path, passphrase="een andere")
    assert tuple(reader.previous) == before
    assert reader.generation == 2
    assert reader.bodies == [("first", "commit", b"one"), ("first", "commit", b"two")]


def test_a_member_with_fewer_keys(path):
    log = make(path)
    save(log, first=b"one", second=b"two")
    add_member(log, "Bram", "zout", {"second": "rw", "third": "r"})
    save(log, first=b"three", third=b"four")
    log.close()
    assert read(path, "bram", "zout").bodies == [
        ("second", "commit", b"two"),
        ("third", "commit", b"four"),
    ]
    assert len(read(path).bodies) == 4


def test_the_recovery_sheet(path):
    log, words = create_log(
        path, user="Zoë", passphrase="x", label="", compartments=["a"], kdf=FAST
    )
    save(log, a=b"body")
    log.close()
    reader = Reader(path, "ZOE\u0308", recovery_key=key_of_words(words))
    assert reader.bodies == [("a", "commit", b"body")]
    recovered = open_log_with_recovery(path, "zoë", words)
    assert [one.body for one in recovered.replay()] == [b"body"]
    recovered.close()


def test_the_anchor_and_what_an_owner_accepted(path, tmp_path, clock):
    log = make(path)
    log.remember(tmp_path / "state", clock)
    save(log, first=b"one")
    held = held_by(log)
    log.close()
    old = path.read_bytes()
    log = reopen(path, held)
    log.remember(tmp_path / "state", clock)
    list(log.replay())
    save(log, first=b"two", second=b"three")
    log.info()  # signs what was saved
    gone = (log.generation, log.sequence, log.chain)
    log.close()
    (anchor,) = (tmp_path / "state" / "anchors").iterdir()
    reader = read(path)
    moment = int(clock.now().timestamp())
    orders = {number: head.order for number, head in log._generation.place.heads.items()}
    assert reader.read_anchor(anchor) == (0, *gone, moment, 1, orders)
    path.write_bytes(old)
    log = reopen(path, held)
    log.remember(tmp_path / "state", clock)
    list(log.replay())
    there = (log.generation, log.sequence, log.chain)
    log.accept()
    save(log, first=b"and on")
    log.close()
    reader = read(path)
    assert reader.accepted == (1, 1, 2, gone, there)
    assert [body for *_, body in reader.bodies] == [b"one", b"and on"]
    assert reader.read_anchor(anchor)[:2] == (1, 2)
