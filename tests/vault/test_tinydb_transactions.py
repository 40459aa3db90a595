"""Several writes as one commit; two sign-ins on one file; parts of the file under other keys."""

import threading

import pytest
from memory_log import MemoryLog
from tinydb import where
from tinydb.table import Document

from edtui.vault import ops
from edtui.vault.database import VaultDB
from edtui.vault.errors import MissingKey, ReadOnlyLog, WriteFailed
from edtui.vault.store import NEWER, Store, VaultClosed


class Stopped(Exception):
    """The program breaks off what it was doing."""


def test_a_transaction_is_one_commit(db, log, reopened):
    with db.storage.store.transaction():
        number = db.table("people").insert({"name": "Gonda"})
        db.table("roles").insert({"person": number})
        db.table("roles").update({"from": "2026"}, doc_ids=[1])
        assert db.table("roles").all() == [{"person": 1, "from": "2026"}], "own writes are seen"
    assert log.appends == 1
    assert reopened().storage.read() == db.storage.read()


def test_a_transaction_that_fails_never_was(db, log, reopened):
    db.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    before, appends = db.storage.read(), log.appends

    def act():
        with db.storage.store.transaction():
            db.remove(doc_ids=[2])
            db.insert_multiple([{"n": 4}, {"n": 5}])
            db.table("new").insert({"v": 3})
            db.truncate()
            db.insert({"n": 6})
            db.drop_tables()
            db.insert({"n": 7})
            raise Stopped

    with pytest.raises(Stopped):
        act()
    assert db.storage.read() == before
    assert log.appends == appends
    assert db.storage.store.read_only is None
    assert reopened().storage.read() == before


def test_order_comes_back_after_a_failure(db):
    db.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])

    def act():
        with db.storage.store.transaction():
            db.remove(doc_ids=[1, 2])
            db.insert(Document({"n": 1}, doc_id=1))
            assert [one.doc_id for one in db] == [3, 1]
            raise Stopped

    with pytest.raises(Stopped):
        act()
    assert [one.doc_id for one in db] == [1, 2, 3]


def test_an_inner_failure_that_is_caught_undoes_the_inner_part(db, reopened):
    store = db.storage.store

    def inner():
        with store.transaction():
            db.insert({"n": 2})
            raise Stopped

    with store.transaction():
        db.insert({"n": 1})
        with pytest.raises(Stopped):
            inner()
        with pytest.raises(TypeError):
            db.insert_multiple([{"n": 3}, {"n": {4}}])
        db.insert({"n": 5})
    assert [one["n"] for one in db] == [1, 5]
    assert reopened().all() == db.all()


def test_a_failed_append_undoes_the_whole_transaction(db, log):
    log.fail_next = True

    def act():
        with db.storage.store.transaction():
            db.insert({"n": 1})
            db.table("other").insert({"n": 2})

    with pytest.raises(WriteFailed):
        act()
    assert db.tables() == set()


def test_two_sign_ins_see_each_other_and_share_no_number(db, reopened):
    other = reopened()
    assert db.insert({"by": "desk"}) == 1
    assert other.all() == []
    assert other.insert({"by": "kiosk"}) == 2
    assert other.all() == [{"by": "desk"}, {"by": "kiosk"}]
    assert len(db) == 1
    assert db.search(where("by") == "kiosk") == []
    assert db.storage.store.refresh()
    assert not db.storage.store.refresh()
    assert db.search(where("by") == "kiosk") == [{"by": "kiosk"}]
    other.remove(doc_ids=[2])
    other.storage.store.compact()
    assert db.insert({"by": "desk again"}) == 3
    assert db.all() == [{"by": "desk"}, {"by": "desk again"}]


def test_another_thread_never_sees_half_a_transaction(db):
    store, seen = db.storage.store, []
    written, reader_waits = threading.Event(), threading.Event()

    def read():
        written.wait()
        reader_waits.set()
        seen.append(len(db))

    thread = threading.Thread(target=read)
    thread.start()
    with store.transaction():
        db.insert({})
        written.set()
        reader_waits.wait()
        db.insert({})
    thread.join()
    assert seen == [2]


def test_threads_that_write_together_lose_nothing(db, reopened):
    def write():
        for _ in range(50):
            db.insert({"n": 1})

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.doc_id for one in db) == list(range(1, 201))
    assert reopened().all() == db.all()


def test_each_table_goes_to_its_compartment():
    log = MemoryLog(compartments=("directory", "office"))
    where_to = {"people": "office", "cases": "casework"}
    db = VaultDB(Store(log, compartment_of=lambda table: where_to.get(table, "")))
    with db.storage.store.transaction():
        db.table("people").insert({"name": "Gonda"})
        db.table("words").insert({"word": "vis"})
    assert [body.compartment for body in log.file.bodies] == ["office", "directory"]
    with pytest.raises(MissingKey):
        db.table("cases").insert({})
    with pytest.raises(MissingKey):
        db.table("cases").all()
    assert db.tables() == {"people", "words"}


def test_documents_in_a_compartment_that_is_not_theirs_are_not_shown():
    log = MemoryLog(compartments=("directory", "office"))
    put = ops.put("people", [1], [b'{"name":"forged"}'])
    with log.locked():
        log.append({"directory": put})
    log = MemoryLog(log.file, log.compartments)
    db = VaultDB(Store(log, compartment_of=lambda table: "office"))
    assert db.tables() == set()
    assert db.table("people").all() == []


def test_without_a_map_a_table_stays_where_it_is_found():
    log = MemoryLog(compartments=("directory", "office"))
    VaultDB(Store(log, compartment_of=lambda table: "office")).table("people").insert({})
    db = VaultDB(Store(MemoryLog(log.file, log.compartments)))
    db.table("people").insert({})
    assert [body.compartment for body in log.file.bodies] == ["office", "office"]
    assert len(db.table("people")) == 2


def test_a_newer_schema_opens_read_only(db, reopened):
    db.table("people").insert({"v": 3, "name": "Gonda"})
    assert reopened(newest={"people": 3}).storage.store.read_only is None
    assert reopened(newest={"roles": 1}).storage.store.read_only is None
    older = reopened(newest={"people": 2})
    assert older.storage.store.read_only is NEWER
    assert older.table("people").all() == [{"v": 3, "name": "Gonda"}]
    for write in (
        lambda: older.table("people").insert({}),
        lambda: older.table("people").truncate(),
        older.drop_tables,
        lambda: older.storage.write({}),
        older.storage.store.compact,
    ):
        with pytest.raises(ReadOnlyLog):
            write()
    db.storage.store.compact()
    assert reopened(newest={"people": 2}).storage.store.read_only is NEWER


def test_a_newer_schema_that_another_process_writes_is_noticed(db, reopened):
    older = reopened(newest={"people": 1})
    older.table("people").insert({"v": 1})
    db.table("people").insert({"v": 2})
    with pytest.raises(ReadOnlyLog):
        older.table("people").insert({"v": 1})
    assert len(older.table("people")) == 2


def test_a_failed_write_of_a_newer_schema_leaves_no_mark(db, log):
    log.fail_next = True
    with pytest.raises(WriteFailed):
        db.table("people").insert({"v": 9})
    assert db.storage.store.home("people").schema == {}


def test_after_closing_nothing_can_be_read(db):
    db.insert({"a": 1})
    db.close()
    db.close()
    for use in (db.all, lambda: db.insert({}), db.tables, lambda: db.get(doc_id=1)):
        with pytest.raises(VaultClosed):
            use()


def test_memory_lets_go_of_what_is_no_longer_there(db):
    db.insert({"n": 0})
    for n in range(3000):
        db.update({"n": n, "text": "x" * 1000}, doc_ids=[1])
    documents = db.storage.store.documents("_default")
    assert sum(len(block.data) for block in documents._blocks) < 1_500_000
    db.storage.store.compact()
    documents = db.storage.store.documents("_default")
    assert sum(len(block.data) for block in documents._blocks) < 2000
