"""One word of a reader: for the narrator, with nobody in it, gone with the story."""

import pytest

from desk.story_team import everything, tell
from edtui.desk import reader_words, story_withdrawing
from edtui.errors import NotFound
from edtui.records.reader_word import ReaderWords


def test_a_word_stands_alone_is_not_counted_and_goes_with_the_story(memory_desk):
    desk, told = memory_desk, tell(memory_desk)
    for word in ("thuis", "  adem ", "thuis", "Boos"):
        reader_words.note_word(desk, told.story.id, word)
    assert reader_words.words_on(desk, told.story.id) == ("adem", "Boos", "thuis")
    [held] = desk.all(ReaderWords)
    assert set(held.document()) - {"v", "revision", "created", "changed", "changed_by"} == {
        "story_id",
        "words",
    }
    story_withdrawing.withdraw(desk, told.story.id)
    assert "adem" not in everything(desk)
    assert reader_words.words_on(desk, told.story.id) == ()
    with pytest.raises(NotFound):
        reader_words.note_word(desk, told.story.id, "laat")
