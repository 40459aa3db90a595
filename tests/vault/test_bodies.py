"""Operations survive the way to bytes and back, and bytes that are no operations are refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui.vault import ops
from edtui.vault.tables import Tables

names = st.text(st.characters(codec="utf-8"), max_size=10)
numbers = st.integers(0, ops.LARGEST_NUMBER)


def unpacked(operation: ops.Operation):
    if not isinstance(operation, ops.Put):
        return operation
    documents, at = [], operation.start
    for length in operation.lengths:
        documents.append(bytes(operation.body[at : at + length]))
        at += length
    return ("put", operation.table, operation.ids.tolist(), documents)


@given(names, st.lists(st.tuples(numbers, st.binary(min_size=2, max_size=40)), min_size=1))
def test_a_put_comes_back(table, documents):
    ids, encoded = [number for number, _ in documents], [text for _, text in documents]
    body = ops.put(table, ids, encoded) + ops.clear("x")
    assert [unpacked(one) for one in ops.operations(body)] == [
        ("put", table, ids, encoded),
        ops.Clear("x"),
    ]


@given(names, numbers)
def test_the_others_come_back(table, number):
    body = ops.drop(table) + ops.high_water(table, number) + ops.schema(table, 7)
    body += ops.delete(table, [number, 1])
    *rest, gone = ops.operations(body)
    assert rest == [ops.Drop(table), ops.HighWater(table, number), ops.Schema(table, 7)]
    assert gone.ids.tolist() == [number, 1]


def test_every_cut_of_a_body_is_refused_or_ends_between_operations():
    parts = [
        ops.put("t", [1, 2], [b"{}", b'{"a":1}']),
        ops.delete("t", [1]),
        ops.high_water("t", 2),
    ]
    body = b"".join(parts)
    whole = {0, len(parts[0]), len(parts[0]) + len(parts[1]), len(body)}
    for cut in range(len(body) + 1):
        if cut in whole:
            list(ops.operations(body[:cut]))
        else:
            with pytest.raises(ops.BadBody):
                list(ops.operations(body[:cut]))


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(body):
    with suppress(ops.BadBody):
        list(ops.operations(body))


def test_an_operation_of_a_later_version_is_refused():
    with pytest.raises(ops.BadBody):
        list(ops.operations(bytes([99, 0, 0])))


def test_a_count_that_is_too_large_is_refused_before_memory_is_taken():
    with pytest.raises(ops.BadBody):
        list(ops.operations(b"\x01\x00\x00\xff\xff\xff\xff"))


def test_a_snapshot_gives_the_same_tables_in_the_same_order():
    before = Tables()
    for number in (5, 3, 9, 4):
        before.put("people", number, b'{"n":%d}' % number)
    before.put("people", 3, b'{"n":33}')
    before.delete("people", 9)
    before.settle()
    before.mark(before.high, "gone", 12)
    before.mark(before.schema, "people", 2)
    before.put("notes", 1, b'{"t":"' + b"x" * ops.BLOCK + b'"}')
    bodies = list(before.snapshot())
    assert sorted(map(len, bodies))[-2] <= ops.BLOCK

    after = Tables()
    for body in bodies:
        after.apply(ops.operations(body))
    assert after.high == {"people": 9, "gone": 12, "notes": 1}
    assert after.schema == {"people": 2}
    for name in ("people", "notes"):
        assert list(after.get(name).encoded()) == list(before.get(name).encoded())
    assert [number for number, _ in after.get("people").encoded()] == [5, 3, 4]


def test_large_puts_stay_in_the_body_and_can_be_overwritten():
    tables = Tables()
    many = [b'{"n":%d}' % number for number in range(100)]
    tables.apply(ops.operations(ops.put("t", list(range(100)), many)))
    tables.apply(ops.operations(ops.put("t", list(range(50, 150)), many)))
    documents = tables.get("t")
    assert len(documents) == 150
    assert documents.get(49) == b'{"n":49}'
    assert documents.get(50) == b'{"n":0}'
    assert documents.containing([b'"n":99']) == [149]
    assert documents.has_dead
    tables.tidy()
    assert not tables.get("t").has_dead
    assert tables.get("t").get(149) == b'{"n":99}'
