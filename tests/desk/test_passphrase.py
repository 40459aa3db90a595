"""A passphrase is weighed in words."""

import pytest

from edtui.desk import passphrase
from edtui.desk.errors import WeakPassphrase
from edtui.locale import explain, say


@pytest.mark.parametrize(
    "typed",
    ["kort", "aaaaaaaaaaaaaaaa", "welkom welkom welkom", "20112026201120", "qwertyuiopasdfgh",
     "Anna de Vries Anna", "12345678901234567890"],
)  # fmt: skip
def test_what_is_easy_to_guess_is_refused_with_a_reason(typed):
    weighed = passphrase.strength(typed, "Anna de Vries", "Team Noord")
    assert not weighed.enough
    assert say(weighed.words)
    assert weighed.why is not None
    with pytest.raises(WeakPassphrase) as caught:
        passphrase.check(typed, "Anna de Vries", "Team Noord")
    assert typed not in str(caught.value)
    assert explain(caught.value)


@pytest.mark.parametrize(
    "typed", ["fiets onder de brug", "kiwi wolk 7 trommel", "x" * 20 + "ê☂ lamp mos rivier"]
)
def test_a_few_words_that_have_nothing_to_do_with_each_other_are_enough(typed):
    passphrase.check(typed, "Anna")


def test_a_very_long_one_is_weighed_quickly():
    passphrase.strength("lamp mos rivier " * 5000)
