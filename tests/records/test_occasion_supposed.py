"""The usual form of a purpose is supposed where none was typed, and only there."""

import pytest

from edtui.records.occasion_supposed import suppose
from edtui.records.occasion_words import ReadOccasion
from edtui.records.story_words import Medium, Purpose


@pytest.mark.parametrize(
    ("purpose", "wanted"),
    [
        (Purpose.TRAINING, Medium.TOLD_BY_SELF),
        (Purpose.BOOK_BOOKLET, Medium.ON_PAPER),
        (Purpose.WEBSITE_BLOG, Medium.WEB),
        (Purpose.SHELF, Medium.INTERNAL_DIGITAL),
    ],
)
def test_the_usual_form_is_supposed_and_says_so(purpose, wanted):
    found = suppose(ReadOccasion(purpose))
    assert (found.medium, found.supposed) == (wanted, True)


def test_a_typed_form_stays_and_without_a_usual_one_it_is_asked():
    typed = ReadOccasion(Purpose.TRAINING, medium=Medium.ON_PAPER)
    assert suppose(typed) == typed
    assert suppose(ReadOccasion(Purpose.PRESS)).missing == ("audience", "medium")
    assert suppose(ReadOccasion()) == ReadOccasion()
