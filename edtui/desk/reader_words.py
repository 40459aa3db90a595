"""Words in which readers said where a story touched them: for its narrator, never counted."""

from edtui.desk.session import Desk
from edtui.errors import Sentence
from edtui.records.reader_word import ReaderWords
from edtui.records.story import Story


def note_word(desk: Desk, story_id: int, word: str) -> ReaderWords:
    """Keep one word on a story, among the others.

    Raises:
        NotFound: the story was withdrawn.
        ChangedElsewhere: another terminal noted one at the same moment: ask again.
        ReadOnly: nothing can be written now.
    """
    story = desk.get(Story, story_id)
    found = desk.having(ReaderWords, "story_id", story.id)
    held = found[0] if found else ReaderWords(story_id=story.id)
    # Made anew as a whole, so that a word is cleaned before it is put among the others.
    new = ReaderWords(story_id=story.id, words=(word,)).words
    words = tuple(sorted({*held.words, *new}, key=lambda one: (one.casefold(), one)))
    # Not to be taken back: an entry to undo would hold the words as they were before.
    with desk.act(Sentence(""), undoable=False) as act:
        return act.put(held.with_(words=words))


def words_on(desk: Desk, story_id: int) -> tuple[str, ...]:
    """Give the words on a story, by alphabet."""
    found = desk.having(ReaderWords, "story_id", story_id)
    return found[0].words if found else ()
