"""Ordinary TinyDB code does on a vault what it does on TinyDB."""

import json

import pytest
from tinydb import Query, TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.operations import increment
from tinydb.storages import JSONStorage, MemoryStorage
from tinydb.table import Document, Table

from edtui.vault.database import VaultDB
from edtui.vault.errors import WriteFailed
from edtui.vault.storage import VaultStorage
from edtui.vault.table import VaultTable


def test_a_day_of_ordinary_code(db, reopened):
    people = db.table("people")
    assert people.insert({"name": "Gonda", "city": "Hoorn", "visits": 0}) == 1
    assert people.insert_multiple([{"name": "Bo"}, {"name": "Cees", "city": "Hoorn"}]) == [2, 3]
    person = Query()
    assert [one.doc_id for one in people.search(person.city == "Hoorn")] == [1, 3]
    assert people.update(increment("visits"), doc_ids=[1, 77]) == [1]
    assert people.update({"city": "Edam"}, person.name == "Bo") == [2]
    assert people.upsert({"name": "Dirk", "city": "Edam"}, person.name == "Dirk") == [4]
    assert people.upsert(Document({"city": "Texel"}, doc_id=3)) == [3]
    assert people.remove(person.name.matches("^C")) == [3]
    assert people.contains(person.city.one_of(["Edam", "Texel"]))
    assert people.count(person.city == "Edam") == 2
    assert people.get(doc_ids=[4, 1, 9]) == [people.get(doc_id=1), people.get(doc_id=4)]
    assert db.tables() == {"people"}
    for one in (db, reopened()):
        assert one.table("people").all() == [
            {"name": "Gonda", "city": "Hoorn", "visits": 1},
            {"name": "Bo", "city": "Edam"},
            {"name": "Dirk", "city": "Edam"},
        ]


def test_the_default_table_is_there_through_the_database(db):
    db.insert({"a": 1})
    assert len(db) == 1
    assert list(db) == db.all() == [{"a": 1}]
    assert db.update_multiple([({"b": 2}, where("a") == 1), ({"c": 3}, where("b") == 2)]) == [1, 1]
    assert db.all() == [{"a": 1, "b": 2, "c": 3}]


def test_a_middleware_and_the_whole_database_as_one_dict(db, log):
    db.insert_multiple([{"a": 1}, {"a": 2}])
    storage = CachingMiddleware(VaultStorage)(db.storage.store)
    cached = TinyDB(storage=lambda: storage)
    cached.insert({"a": 3})
    cached.remove(doc_ids=[1])
    before = log.appends
    cached.storage.flush()
    assert log.appends == before + 1, "only the difference, as one commit"
    assert db.storage.read() == {"_default": {"2": {"a": 2}, "3": {"a": 3}}}


def test_writing_the_whole_keeps_a_new_order(db, reopened):
    db.insert_multiple([{"a": 1}, {"a": 2}])
    db.storage.write({"_default": {"2": {"a": 2}, "1": {"a": 9}}, "empty": {}})
    for one in (db, reopened()):
        assert [document.doc_id for document in one] == [2, 1]
        assert one.tables() == {"_default", "empty"}


def test_what_is_not_tables_of_documents_is_refused(db):
    for wrong in ({"a": 1}, {"a": {"1": 2}}, {"a": {"x": {}}}):
        with pytest.raises((TypeError, ValueError)):
            db.storage.write(wrong)
    assert db.storage.read() is None


def test_on_another_storage_it_is_stock(tmp_path):
    stock = VaultDB(storage=MemoryStorage)
    stock.insert({"a": 1})
    assert type(stock.table("x")) is Table
    assert stock.tables() == {"_default"}
    stock.drop_tables()
    with VaultDB(tmp_path / "db.json", storage=JSONStorage) as on_json:
        on_json.insert({"a": 1})
        on_json.drop_table("nothing")
    assert json.loads((tmp_path / "db.json").read_text()) == {"_default": {"1": {"a": 1}}}


def test_a_table_class_of_somebody_else_works_through_read_and_write(log):
    class Shouting(Table):
        def insert(self, document):
            return super().insert({key: str(text).upper() for key, text in document.items()})

    class Db(VaultDB):
        table_class = Shouting

    from edtui.vault.store import Store

    db = Db(Store(log))
    db.insert({"a": "hi"})
    db.insert({"a": "ho"})
    assert db.all() == [{"a": "HI"}, {"a": "HO"}]
    assert isinstance(db.table("x"), Shouting)


def test_nothing_that_is_handed_out_is_shared(db):
    given = {"tags": ["x"]}
    db.insert(given)
    given["tags"].append("y")
    for read in (
        lambda: db.get(doc_id=1),
        lambda: db.all()[0],
        lambda: next(iter(db)),
        lambda: db.search(where("tags").any(["x"]))[0],
        lambda: db.search(where("tags").any(["x"]))[0],
        lambda: db.storage.read()["_default"]["1"],
        lambda: db.get(where("tags").exists()),
    ):
        read()["tags"].append("z")
        assert read() == {"tags": ["x"]}


def test_an_updater_that_fails_half_way_changes_nothing(db, log):
    db.insert_multiple([{"n": 1}, {"n": "two"}, {"n": 3}])
    before, appends = db.all(), log.appends

    def add_one(document):
        document["n"] += 1

    with pytest.raises(TypeError):
        db.update(add_one)
    with pytest.raises(TypeError):
        db.update({"n": {1, 2}})
    with pytest.raises(TypeError):
        db.insert_multiple([{"n": 4}, {"n": object()}])
    assert db.all() == before
    assert log.appends == appends


def test_an_edit_is_one_append_of_one_document(db, log):
    db.insert_multiple({"n": n, "text": "x" * 500} for n in range(100))
    appends = log.appends
    db.update({"n": 1000}, doc_ids=[50])
    assert log.appends == appends + 1
    assert len(log.file.bodies[-1].body) < 600
    db.update({"n": 1000}, doc_ids=[50])
    assert log.appends == appends + 1, "what changes nothing is not written"


def test_a_failed_append_leaves_memory_as_it_was(db, log, reopened):
    db.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    for write in (
        lambda: db.insert({"n": 4}),
        lambda: db.update({"n": 9}, doc_ids=[2]),
        lambda: db.remove(doc_ids=[1]),
        db.truncate,
        db.drop_tables,
        lambda: db.table("other").insert({}),
    ):
        log.fail_next = True
        with pytest.raises(WriteFailed):
            write()
        assert db.all() == [{"n": 1}, {"n": 2}, {"n": 3}]
        assert db.search(where("n") == 2) == [{"n": 2}]
        assert db.tables() == {"_default"}
    assert db.insert({"n": 4}) >= 4
    assert reopened().all() == db.all()


def test_persist_empty_makes_a_table_and_empties_none(db, reopened):
    db.table("kept").insert({"a": 1})
    again = reopened()
    assert again.table("kept", persist_empty=True).all() == [{"a": 1}]
    again.table("new", persist_empty=True)
    assert reopened().tables() == {"kept", "new"}


def test_numbers_are_never_given_twice(db, reopened):
    assert db.insert_multiple([{}, {}, {}]) == [1, 2, 3]
    db.remove(doc_ids=[3])
    assert reopened().insert({}) == 4
    again = reopened()
    again.truncate()
    assert again.insert({}) == 5
    again.drop_tables()
    again.storage.store.compact()
    assert reopened().insert({}) == 6


@pytest.mark.parametrize("doc_id", [-1, 2**63, 1.5, "x", None])
def test_a_number_that_is_none_is_refused(db, doc_id):
    with pytest.raises(ValueError, match="document id"):
        db.insert(Document({}, doc_id=doc_id))
    with pytest.raises(ValueError, match="document id"):
        db.insert_multiple([Document({}, doc_id=doc_id)])
    assert len(db) == 0


def test_reads_by_odd_numbers_find_nothing(db):
    db.insert({})
    for odd in (float("nan"), "x", "01", True, 2**70, -1):
        assert db.get(doc_id=odd) is None
        assert not db.contains(doc_id=odd)
        assert db.get(doc_ids=[odd]) == []
    with pytest.raises(RuntimeError):
        db.get()


def test_reading_goes_on_with_what_was_there_when_it_began(db):
    db.insert_multiple({"n": n} for n in range(5))
    seen = []
    for document in db:
        db.remove(doc_ids=[5])
        db.update({"n": -1})
        seen.append(document["n"])
    assert seen == [0, 1, 2, 3, 4]
    assert [document["n"] for document in db] == [-1] * 4


def test_unknown_fields_survive_an_edit(db, reopened):
    db.insert({"name": "Gonda", "from_a_newer_version": {"deep": [1, None]}})
    db.update({"name": "Bo"}, doc_ids=[1])
    assert reopened().all() == [{"name": "Bo", "from_a_newer_version": {"deep": [1, None]}}]


def test_tables_are_vault_tables(db):
    assert type(db.table("x")) is VaultTable
    assert db.table("x") is db.table("x")
    db.drop_table("x")
