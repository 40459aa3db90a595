"""What another sign-in changed is told document by document, once, in the order of the file."""

from edtui.vault import create_vault, open_vault
from edtui.vault.kdf import FAST


def news(db):
    return [one.decoded() for one in db.storage.store.news()]


def test_each_document_with_what_it_was_and_is(db, reopened):
    db.insert_multiple([{"n": 1}, {"n": 2}])
    other = reopened()
    other.update({"n": 10}, doc_ids=[1])
    other.remove(doc_ids=[2])
    other.table("new").insert({"n": 3})
    assert news(db) == [
        ("_default", 1, {"n": 1}, {"n": 10}),
        ("_default", 2, {"n": 2}, None),
        ("new", 1, None, {"n": 3}),
    ]
    assert news(db) == [], "once only"
    assert news(other) == [], "own changes are no news"


def test_what_a_transaction_took_in_is_told_afterwards(db, reopened):
    other = reopened()
    other.insert({"by": "kiosk"})
    db.insert({"by": "desk"})
    assert news(db) == [("_default", 1, None, {"by": "kiosk"})]


def test_inside_a_transaction_the_news_is_what_came_before_it(db, reopened):
    other = reopened()
    other.insert({"by": "kiosk"})
    with db.storage.store.transaction():
        db.insert({"by": "desk"})
        assert news(db) == [("_default", 1, None, {"by": "kiosk"})]


def test_a_table_that_was_emptied_or_dropped(db, reopened):
    db.table("a").insert_multiple([{"n": 1}, {"n": 2}])
    db.table("b").insert({"n": 3})
    other = reopened()
    other.table("a").truncate()
    other.drop_table("b")
    other.drop_table("never")
    assert news(db) == [
        ("a", 1, {"n": 1}, None),
        ("a", 2, {"n": 2}, None),
        ("b", 1, {"n": 3}, None),
    ]


def test_a_new_generation_tells_only_what_differs(db, reopened):
    db.insert_multiple([{"n": n} for n in range(100)])
    db.table("old").insert({"n": 1})
    other = reopened()
    other.update({"n": "other"}, doc_ids=[7])
    other.remove(doc_ids=[8])
    other.drop_table("old")
    other.table("new").insert({"n": 2})
    other.storage.store.compact()
    assert sorted(news(db), key=str) == [
        ("_default", 7, {"n": 6}, {"n": "other"}),
        ("_default", 8, {"n": 7}, None),
        ("new", 1, None, {"n": 2}),
        ("old", 1, {"n": 1}, None),
    ]
    other.storage.store.compact()
    assert news(db) == []


def test_following_the_news_gives_what_is_there(db, reopened):
    """Whatever others do, the news applied to what was there is what is there now."""
    mirror, other = {}, reopened()
    for round_ in range(5):
        other.insert_multiple([{"n": n} for n in range(20)])
        other.update({"round": round_}, doc_ids=[round_ * 20 + 1, round_ * 20 + 2])
        other.remove(doc_ids=[round_ * 20 + 3])
        if round_ % 2:
            other.storage.store.compact()
        if round_ == 3:
            other.truncate()
        for table, number, before, after in news(db):
            assert mirror.pop((table, number), None) == before
            if after is not None:
                mirror[table, number] = after
        assert mirror == {("_default", one.doc_id): one for one in other}


def test_on_a_file(tmp_path):
    path = tmp_path / "team.edtui"
    here = create_vault(path, user="anna", passphrase="kaas met komijn", kdf=FAST).vault
    there = open_vault(path, "anna", "kaas met komijn")
    there.db.table("people").insert({"name": "Riet"})
    assert here.refresh() == [("people", 1, None, {"name": "Riet"})]
    there.db.table("people").update({"name": "Marij"}, doc_ids=[1])
    there.compact()
    here.verify()
    assert here.refresh() == [("people", 1, {"name": "Riet"}, {"name": "Marij"})]
    assert here.refresh() == there.refresh() == []
    there.close()
    here.close()
