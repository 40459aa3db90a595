"""What differs between two texts: nothing of either is lost, and what is the same is said once."""

from hypothesis import given
from hypothesis import strategies as st

from edtui.records import text_difference
from edtui.records.story_version import paragraphs
from edtui.records.text_difference import Kind, changes, difference

words = st.sampled_from(["it", "began", "on", "a", "Monday", "Tuesday", "bus", "\n", "\n\n", "é"])
texts = st.lists(words, max_size=30).map(" ".join)


@given(texts, texts)
def test_both_texts_can_be_read_back_from_it(before, after):
    blocks = difference(before, after)
    for number, text in enumerate(paragraphs(before), start=1):
        [block] = [one for one in blocks if one.number_before == number]
        assert "".join(run.text for run in block.before) == text
    for number, text in enumerate(paragraphs(after), start=1):
        [block] = [one for one in blocks if one.number_after == number]
        assert "".join(run.text for run in block.after) == text
    # In the order of reading, for both.
    for side in ("number_before", "number_after"):
        numbers = [getattr(one, side) for one in blocks if getattr(one, side)]
        assert numbers == sorted(numbers)


@given(texts)
def test_a_text_differs_in_nothing_from_itself(text):
    assert changes(difference(text, text)) == 0


def test_only_the_words_that_changed_differ():
    [first, second, third] = difference("One bus came.\n\nOld.", "One tram came.\n\nA\n\nOld.")
    assert first.kind is Kind.CHANGED
    assert [run.text.strip() for run in first.before if run.differs] == ["bus"]
    assert [run.text.strip() for run in first.after if run.differs] == ["tram"]
    assert (second.kind, third.kind) == (Kind.NEW, Kind.SAME)


def test_a_paragraph_without_end_is_not_looked_at_word_by_word(monkeypatch):
    monkeypatch.setattr(text_difference, "MOST_WORDS", 4)
    [block] = difference("a b c d e f", "a b c d e g")
    assert [run.differs for run in block.before] == [True]
