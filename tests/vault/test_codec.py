"""Documents come back as json would give them back, or are refused; json is the reference."""

import enum
import json
import uuid
from collections import OrderedDict, namedtuple
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui.vault.codec import decode, encode

texts = st.text(st.characters(codec="utf-8"), max_size=20)
leaves = st.none() | st.booleans() | st.integers(-(2**63), 2**63) | texts
leaves |= st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(texts, inner, max_size=4)
        | st.tuples(inner, inner)
    ),
    max_leaves=20,
)


class Colour(enum.Enum):
    RED = "red"


class Word(enum.StrEnum):
    RED = "red"


class Number(enum.IntEnum):
    ONE = 1


class Text(str):
    __slots__ = ()


@given(st.dictionaries(texts, values, max_size=6))
def test_what_json_keeps_is_kept_to_the_last_digit(document):
    back = decode(encode(document))
    assert back == json.loads(json.dumps(document))
    assert list(back) == list(document), "keys keep their order"
    assert repr(back) == repr(json.loads(json.dumps(document))), "1 stays 1 and 1.0 stays 1.0"


@given(st.dictionaries(texts, values, max_size=6))
def test_the_canonical_form_is_compact_json(document):
    compact = json.dumps(document, separators=(",", ":"), ensure_ascii=False)
    assert json.loads(encode(document)) == json.loads(compact)
    assert encode(decode(encode(document))) == encode(document)


@pytest.mark.parametrize(
    "value",
    [
        {1, 2},
        b"bytes",
        Colour.RED,
        uuid.UUID(int=1),
        date(2026, 11, 21),
        Decimal("1.5"),
        object(),
        1j,
    ],
)
def test_what_json_does_not_have_is_refused_anywhere(value):
    with pytest.raises(TypeError):
        json.dumps(value)
    for document in ({"a": value}, {"a": [1, {"b": value}]}, {"a": (None, value)}):
        with pytest.raises(TypeError):
            encode(document)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_are_none_are_refused_and_do_not_become_null(value):
    with pytest.raises(ValueError, match="NaN"):
        encode({"a": [value]})


@pytest.mark.parametrize("key", [1, None, True, 1.5, ("a",)])
def test_keys_must_be_text(key):
    with pytest.raises(TypeError):
        encode({"a": {key: 1}})


@pytest.mark.parametrize("value", [2**64, -(2**63) - 1, "\ud800"])
def test_what_orjson_cannot_write_is_refused(value):
    with pytest.raises(TypeError):
        encode({"a": value})


def test_a_document_that_holds_itself_is_refused():
    document: dict = {}
    document["self"] = [document]
    with pytest.raises(ValueError, match="itself"):
        encode(document)


def test_subclasses_are_written_as_json_writes_them():
    point = namedtuple("point", "x y")
    document = {
        "word": Word.RED,
        "number": Number.ONE,
        Text("text"): Text("é"),
        "ordered": OrderedDict(a=point(1, 2.5)),
        "flag": True,
    }
    assert decode(encode(document)) == json.loads(json.dumps(document))


def test_errors_do_not_tell_what_was_in_the_document():
    with pytest.raises(TypeError) as caught:
        encode({"note": {"a secret"}})
    assert "secret" not in str(caught.value)
