"""Words on paper: told apart, checked, and back to the key that they came from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edtui.vault.errors import MistypedRecoveryWords, UnknownRecoveryWord
from edtui.vault.recovery import RECOVERY_WORDS, key_of_words, seal_words, words_of_key
from edtui.vault.words import WORDS


def test_the_list_can_be_read_aloud_and_shortened():
    assert len(WORDS) == len(set(WORDS)) == 512
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 8 for word in WORDS)
    assert len({word[:4] for word in WORDS}) == 512


def test_no_word_is_one_slip_away_from_another():
    def shortened(word):
        return {word[:at] + "_" + word[at + 1 :] for at in range(len(word))}

    slips = [slip for word in WORDS for slip in shortened(word)]
    assert len(slips) == len(set(slips))


@given(st.binary(min_size=16, max_size=16))
def test_words_give_the_key_back(key):
    words = words_of_key(key)
    assert len(words) == RECOVERY_WORDS
    assert key_of_words(words) == key
    assert key_of_words(", ".join(word[:4].upper() for word in words)) == key


@settings(derandomize=True)  # one in 65,536 would fit by chance
@given(st.binary(min_size=16, max_size=16), st.integers(0, 15), st.integers(1, 511))
def test_a_wrong_word_is_noticed(key, place, other):
    words = words_of_key(key)
    words[place] = WORDS[(WORDS.index(words[place]) + other) % 512]
    try:
        assert key_of_words(words) == key
    except MistypedRecoveryWords:
        return
    pytest.fail("another key came out")


def test_what_is_wrong_is_told_by_place():
    words = words_of_key(bytes(16))
    with pytest.raises(MistypedRecoveryWords):
        key_of_words(words[:-1])
    words[4] = "blargh"
    with pytest.raises(UnknownRecoveryWord) as caught:
        key_of_words(words)
    assert caught.value.params["place"] == 5
    assert caught.value.exit_status == 3
    assert "blargh" not in str(caught.value.said)


def test_seal_words_are_six_and_follow_the_digest():
    assert len(seal_words(bytes(32))) == 6
    assert seal_words(bytes(32)) != seal_words(b"\x80" + bytes(31))
