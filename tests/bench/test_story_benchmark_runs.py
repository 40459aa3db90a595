"""The benchmark of the stories runs, at a tiny size. What it measures here says nothing."""

from bench import stories
from bench.story_texts import WORDS, texts


def test_it_reads_and_finds(tmp_path):
    path = str(tmp_path / "team.edtui")
    stories.make(path, 20)
    found = stories.sample(path)
    assert len(found["read"]) == 1
    assert len(found["letter"]) == sum(map(len, stories._TYPED))
    assert found["file"] > 20 * WORDS * 4


def test_texts_are_as_varied_as_stories_are():
    [text] = texts(1)
    assert len(text.split()) == WORDS
    assert 380 < len(set(text.lower().split())) < 800
    assert text.count("\n\n") > 5
