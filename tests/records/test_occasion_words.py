"""An occasion as somebody types it, in both languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui.desk.vocabularies import shipped
from edtui.records.occasion_words import ReadOccasion, read_occasion
from edtui.records.story_words import Audience, Medium, Purpose

TODAY = date(2026, 11, 21)


def read(text: str) -> ReadOccasion:
    return read_occasion(text, TODAY, shipped())


@pytest.mark.parametrize(
    "text",
    [
        "klinische les · 30 studenten · op papier · 12 mei 2027",
        "klinische les, 30 studenten, op papier, 12 mei",
        "Klinische les 30 studenten papier 12-5-2027",
        "clinical lesson 30 students on paper 12 May",
        "les studenten papier 30 12 mei",
        "les papier 30 studenten 12 5 2027",
        "12 mei klinische les voor 30 studenten met hand-outs",
    ],
)
def test_a_clinical_lesson_is_read_whole(text):
    found = read(text)
    assert found[:5] == (
        Purpose.TRAINING,
        Audience.STUDENTS,
        Medium.ON_PAPER,
        date(2027, 5, 12),
        30,
    )
    assert found.missing == ()
    assert "les" in found.words.casefold()
    assert "12" not in found.words


def test_what_is_not_said_is_left_open_and_what_is_not_known_is_its_name():
    found = read("De Linde morgen")
    assert found.missing == ("purpose", "audience", "medium")
    assert (found.on, found.words, found.group_size) == (date(2026, 11, 22), "De Linde", 0)
    assert read("workshop De Linde, team").words == "workshop De Linde"
    assert read("") == ReadOccasion()
    # The whole use is meant, not the first word of it.
    assert read("eigen organisatie").audience is Audience.OWN_ORG
    assert read("lotgenotengroep").purpose is Purpose.PEER_GROUP


def test_every_word_of_the_lists_is_read_as_what_it_is():
    kinds = (("story_purposes", "purpose"), ("story_audiences", "audience"),
             ("story_media", "medium"))  # fmt: skip
    for name, field in kinds:
        for term in shipped()[name]:
            for word in (term.nl, term.en, *term.also):
                found = getattr(read(word), field)
                assert found is not None, word
                assert found.value == term.code, word


@given(st.text(max_size=400))
def test_nothing_that_is_typed_breaks_it(text):
    read(text)
