"""How varied a collection is: an index in words, and nothing of fewer than five."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui.records.diversity import FEWEST, Variety, simpson, spread


@pytest.mark.parametrize(
    ("counts", "index"),
    [([], 0), ([1], 0), ([5], 0), ([1, 1], 1), ([2, 2], 2 / 3), ([5, 5, 0], 5 / 9)],
)
def test_the_index_by_hand(counts, index):
    assert simpson(counts) == pytest.approx(index)


@given(st.lists(st.integers(0, 50), max_size=8))
def test_the_index_lies_between_alike_and_varied(counts):
    assert 0 <= simpson(counts) <= 1
    assert simpson(counts) == pytest.approx(simpson(reversed(counts)))


def test_of_fewer_than_five_nothing_is_said():
    assert spread([("a",)] * (FEWEST - 1) + [()] * 9, ["a", "b"]) is None


def test_what_is_missing_what_most_have_and_in_words():
    found = spread([("a",)] * 5 + [("b",)], ["a", "b", "c"])
    assert (found.known, found.missing, found.mostly) == (6, ("c",), "a")
    assert found.variety is Variety.PARTLY
    assert spread([("a",)] * 6, ["a", "b"]).variety is Variety.ONE_SIDED
    even = spread([("a",), ("b",), ("c",)] * 2, ["a", "b", "c"])
    assert (even.variety, even.mostly) == (Variety.VARIED, "")


def test_a_story_with_several_values_counts_in_each():
    found = spread([("a", "b")] * 5, ["a", "b"])
    assert found.known == 5
    assert found.simpson == pytest.approx(5 / 9)
