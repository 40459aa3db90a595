"""The grid without a screen, and what it says in words."""

from hypothesis import given
from hypothesis import strategies as st

from edtui.desk.vocabularies import word
from edtui.records.story_consent import Cell, Scope
from edtui.records.story_words import Audience, Medium, Purpose, Value
from edtui.tui.screens.consent import grid, words

CELLS = st.builds(
    Cell, st.sampled_from(Purpose), st.sampled_from(Audience), st.sampled_from(Medium)
)
LESSON = Cell(Purpose.TRAINING, Audience.STUDENTS, Medium.ON_PAPER)
TOLD = Cell(Purpose.TRAINING, Audience.STUDENTS, Medium.TOLD_BY_SELF)
WEB = Cell(Purpose.WEBSITE_BLOG, Audience.PUBLIC, Medium.WEB)


@given(st.dictionaries(CELLS, st.sampled_from(Value), max_size=30))
def test_what_is_said_stays_the_same_through_scopes(said):
    assert grid.said_by(grid.scopes_of(said)) == said
    yes, ask = grid.counted(said)
    assert (yes, ask) == (
        list(said.values()).count(Value.YES),
        list(said.values()).count(Value.ASK),
    )
    # Every use that is allowed is said in words, once for its audience.
    lines = words.allowed(said, word)
    assert {line.audience for line in lines} == set(grid.audiences_in(said))


def test_said_twice_is_the_stricter_and_no_is_the_same_as_nothing():
    twice = [Scope(**LESSON._asdict(), value=value) for value in (Value.YES, Value.ASK)]
    assert grid.said_by(twice) == {LESSON: Value.ASK}
    assert grid.changed_cells({}, {LESSON: Value.NO}) == []
    assert grid.changed_cells({LESSON: Value.YES}, {}) == [LESSON]
    assert grid.changed_cells({LESSON: Value.YES}, {LESSON: Value.NO, WEB: Value.ASK}) == [
        LESSON,
        WEB,
    ]


def test_words_name_the_audience_the_answer_and_every_form():
    said = {LESSON: Value.YES, TOLD: Value.YES, WEB: Value.ASK}
    lines = [(one.audience, one.value, one.words) for one in words.allowed(said, word)]
    assert lines == [
        (Audience.STUDENTS, Value.YES,
         "training or clinical lesson (told by the narrator, on paper)"),
        (Audience.PUBLIC, Value.ASK, "website or blog (on the web)"),
    ]  # fmt: skip
    assert words.in_numbers(said) == "2 uses yes, 1 to ask each time"
    assert words.in_numbers({LESSON: Value.NO}) == "nothing: every use is a no"
