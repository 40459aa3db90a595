"""Forgotten is forgotten: after `forget`, nothing of before can be opened but by old copies."""

import gc
import struct

import pytest
from format_reader import Reader
from support.team_vault import (
    CONFIDANT,
    KIOSK,
    OWNER,
    PEER,
    PRIVATE,
    canary,
    phrase,
    sit_down,
    team,
)
from tinydb import where

from edtui.vault import boxes
from edtui.vault.frames import DROP, INNER, OUTER, OVERHEAD, PREFIX, SESSION, SNAP, TX, prefix_of
from edtui.vault.sessions import Session


@pytest.fixture
def path(tmp_path):
    return tmp_path / "team.edtui"


@pytest.fixture
def owner(path):
    vault, _ = team(path)
    yield vault
    vault.close()


def opens_anything(log, data: bytes) -> int:
    """Count the frames of an older file's bytes that a data key of now opens; asks no chain."""
    sessions: dict[int, Session] = {}
    shared = [one for one in log.opened.keyring.compartments.values() if not one.private]
    opened, at = 0, 2 * int.from_bytes(data[35:39], "little")
    while at + OVERHEAD <= len(data) and any(data[at : at + OUTER.size]):
        length, _, _ = OUTER.unpack_from(data, at)
        kind, _, number, _, generation, session, *_ = INNER.unpack_from(data, at + OUTER.size)
        content = data[at + PREFIX : at + PREFIX + length]
        if kind == SESSION:
            sessions[session] = Session.from_body(session, content, bytes.fromhex(log.file_id))
        elif kind in (SNAP, TX):
            known = sessions[session].commitments[number, generation]
            place = struct.pack("<HHI", number, generation, session)
            context = b"edtui segment v1\0" + prefix_of(bytes.fromhex(log.file_id)) + place
            salt = sessions[session].salt
            opened += any(
                boxes.DerivedKeys(one.data_key(label), salt, context).commitment == known
                for one in shared
                for label in one.keys
            )
        elif kind == DROP:
            opened += any(one.number == number and generation in one.keys for one in shared)
        at += length + OVERHEAD
    return opened


def test_no_key_of_now_opens_anything_of_before(owner, path):
    for number in range(5):
        owner.db.table("office.notes").insert({"text": canary(), "n": number})
    owner.drop("inbox.notes", {"text": canary()})
    before = path.read_bytes()
    assert opens_anything(owner._log, before) > 5
    owner.db.table("office.notes").remove(where("n") == 2)
    assert owner.forget()
    assert opens_anything(owner._log, before) == 0
    # Every ring in the file of now has the new keys and no old ones.
    owner.close()
    for name in (OWNER, CONFIDANT, PEER, KIOSK):
        with sit_down(path, name, read_only=True) as vault:
            assert opens_anything(vault._log, before) == 0
    with sit_down(path, OWNER) as again:
        assert [one["n"] for one in again.db.table("office.notes")] == [0, 1, 3, 4]
        assert len(again.db.table("inbox.notes")) == 1


def test_what_was_removed_is_not_in_memory_either(owner):
    secret = canary()
    table = owner.db.table("casework.notes")
    for n in range(30):
        table.insert({"text": f"{n}"})
    number = table.insert({"text": secret})
    assert table.search(where("text") == secret)
    table.remove(doc_ids=[number])
    owner.forget()
    needle = secret.encode()
    assert not table.search(where("text") == secret)
    # Arenas of documents, bodies kept as blocks, pending operations, TinyDB's query cache.
    reachable, todo, seen = [], [owner], set()
    while todo:
        one = todo.pop()
        if id(one) in seen or isinstance(one, type):
            continue
        seen.add(id(one))
        if isinstance(one, bytes | bytearray):
            reachable.append(needle in one)
        elif type(one).__name__ not in {"module", "function"}:
            todo.extend(gc.get_referents(one))
    assert len(reachable) > 20
    assert not any(reachable)


def test_others_go_on_and_what_is_private_is_left_alone(owner, path):
    private = f"{PRIVATE[CONFIDANT]}.notes"
    with sit_down(path, CONFIDANT) as bram, sit_down(path, KIOSK) as kiosk:
        bram.db.table(private).insert({"text": "mine"})
        owner.refresh()
        owner.forget()
        kiosk.refresh()
        kiosk.drop("inbox.notes", {"text": "still here"})
        bram.db.table("casework.notes").insert({"text": "so am I"})
        assert [one["text"] for one in bram.db.table(private)] == ["mine"]
    owner.refresh()
    assert len(owner.db.table("inbox.notes")) == len(owner.db.table("casework.notes")) == 1
    assert owner.verify().overstepped == {}
    Reader(path, CONFIDANT, passphrase=phrase(CONFIDANT))


def test_one_who_is_no_owner_compacts_and_is_told(owner, path):
    secret = canary()
    with sit_down(path, CONFIDANT) as bram:
        number = bram.db.table("casework.notes").insert({"text": secret})
        bram.db.table("casework.notes").remove(doc_ids=[number])
        generation = bram.info().generation
        assert not bram.forget()
        assert bram.info().generation == generation + 1
    bodies = Reader(path, OWNER, passphrase=phrase(OWNER)).bodies
    assert not any(secret.encode() in body for _, _, body in bodies)


def test_only_the_named_compartments_are_renewed(owner):
    before = {one.name: one.keys for one in owner._log.opened.keyring.compartments.values()}
    owner.members.renew_keys(frozenset({"office"}))
    now = {one.name: one.keys for one in owner._log.opened.keyring.compartments.values()}
    assert {name for name in now if now[name] != before[name]} == {"office"}
    assert list(now["office"]) == [2]


def test_unfinished_writes_that_were_put_aside_go_too(owner, path):
    torn = path.with_name("team.edtui.g3-s9.torn")
    other = path.with_name("other.edtui.g3-s9.torn")
    for file in (torn, other):
        file.write_bytes(b"sealed")
    owner.forget()
    assert not torn.exists()
    assert other.exists()
