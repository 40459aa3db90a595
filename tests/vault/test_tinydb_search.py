"""Searching encoded bytes finds exactly what looking at every document finds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from memory_log import MemoryLog
from tinydb import Query, where
from tinydb.queries import QueryInstance

from edtui.vault import finding
from edtui.vault import table as table_module
from edtui.vault.database import VaultDB
from edtui.vault.finding import stands_in
from edtui.vault.needles import needles
from edtui.vault.store import Store

keys = st.sampled_from(["a", "b", "é", 'q"'])
texts = ["x", "y", 'quote"', "back\\slash", "é", "a", "", '"a":"x"', "\n"]
numbers = [0, 1, 2, 5, 50, -5, 5.0, 1.0, 1e15, 10**15, 1e16, 10**16]
near = [999999999999999.0, 999999999999999, True, False, None]
leaves = st.sampled_from([*texts, *numbers, *near])
values = leaves | st.lists(leaves, max_size=2) | st.dictionaries(keys, leaves, max_size=2)
documents = st.lists(st.dictionaries(keys, values, max_size=3), max_size=6)


@st.composite
def queries(draw, depth: int = 2):
    kind = draw(
        st.sampled_from(["==", "one_of", "!=", "deep", "and", "or", "not"][: 4 + 3 * depth])
    )
    if kind in {"and", "or"}:
        one, other = draw(queries(depth - 1)), draw(queries(depth - 1))
        return one & other if kind == "and" else one | other
    if kind == "not":
        return ~draw(queries(depth - 1))
    field = where(draw(keys))
    if kind == "one_of":
        return field.one_of(draw(st.lists(leaves, max_size=3)))
    if kind == "deep":
        return field[draw(keys)] == draw(leaves)
    return field == draw(values) if kind == "==" else field != draw(values)


@given(documents, queries(depth=0) | queries(depth=1), st.lists(st.integers(1, 6), max_size=3))
@example([{"a": 5.0}], where("a") == 5, [])
@example([{"a": True}], where("a") == 1, [])
@example([{"a": 1e15}], where("a") == 10**15, [])
def test_a_search_finds_what_looking_at_all_finds(contents, query, moved):
    db = VaultDB(Store(MemoryLog()))
    db.insert_multiple(contents)
    for number in moved:
        db.update({"moved": number}, doc_ids=[number])
    wanted = [document for document in db.all() if query(document)]
    assert db.search(query) == wanted
    assert [one.doc_id for one in db.search(query)] == [one.doc_id for one in wanted]
    assert db.count(query) == len(wanted)
    assert db.get(query) == (wanted[0] if wanted else None)


@pytest.fixture
def decoded(monkeypatch):
    """Count the documents that are decoded."""
    seen = []
    real = table_module.decode
    monkeypatch.setattr(table_module, "decode", lambda text: seen.append(1) or real(text))
    return seen


def test_a_search_for_a_value_decodes_only_what_has_it(db, decoded):
    db.insert_multiple({"n": n, "city": f"place {n}", "parts": {"n": n + 1}} for n in range(500))
    for query, numbers in (
        (where("city") == "place 77", [78]),
        (where("n") == 77, [77, 78]),
        ((where("n") == 77) & where("city").matches("place"), [78]),
        (where("city").one_of(["place 7", "place 9"]), [8, 10]),
        (where("parts").n == 77, [77, 78]),
    ):
        decoded.clear()
        found = [document.doc_id for document in db.search(query)]
        assert set(found) <= set(numbers)
        assert len(decoded) <= 11


def test_results_are_kept_until_something_changes(db, decoded):
    db.insert_multiple({"n": n} for n in range(100))
    query = where("n") > 97
    assert len(db.search(query)) == 2
    decoded.clear()
    assert len(db.search(query)) == 2
    assert len(decoded) == 2
    db.insert({"n": 1000})
    assert len(db.search(query)) == 3


def test_of_other_queries_nothing_is_said():
    for query in (
        where("a") != "x",
        ~(where("a") == "x"),
        where("a").exists(),
        (where("a") == "x") | (where("a") != "y"),
        where("a").map(len) == 3,
        Query().noop(),
        Query().fragment({"a": "x"}),
        QueryInstance(lambda value: True, ("==", (), "x")),
        lambda value: True,
    ):
        assert needles(query) is None


@given(st.binary(max_size=60), st.binary(min_size=1, max_size=4), st.data())
def test_finding_bytes_is_what_python_finds(content, needle, data):
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    wanted = content.find(needle, start, end) >= 0
    assert stands_in(needle, content, start, end) == wanted
    assert stands_in(needle, bytearray(content), start, end) == wanted


def test_finding_bytes_without_the_c_library(monkeypatch):
    monkeypatch.setattr(finding, "_memmem", lambda: None)
    assert stands_in(b"b\0c", b"ab\0cd", 0, 5)
    assert not stands_in(b"b\0c", b"ab\0cd", 2, 5)
