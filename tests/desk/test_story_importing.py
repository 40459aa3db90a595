"""A text file becomes a story or a version, whole, and not approved."""

import pytest
from support.documents import paragraph, word

from desk.story_team import tell
from edtui.desk import stories, story_versions
from edtui.desk.story_importing import import_story, import_version
from edtui.desk.story_versions import VersionLocked, versions_of
from edtui.exchange.texts.errors import NoWords
from edtui.records.story import Story
from edtui.records.story_words import VersionKind


def test_a_document_becomes_a_story(memory_desk, tmp_path):
    path = tmp_path / "na de storm.docx"
    remark = '<w:r><w:commentReference w:id="1"/></w:r>'
    path.write_bytes(word(paragraph("Eerst.", remark) + paragraph("Toen.")))
    made = import_story(memory_desk, path, language="dutch")
    assert (made.story.title, made.version.text) == ("na de storm", "Eerst.\n\nToen.")
    assert made.version.kind is VersionKind.ORIGINAL
    assert not made.version.is_approved
    assert [said.params for said in made.left_out] == [{"count": 1}]
    assert import_story(memory_desk, path, title=" Storm ").story.title == "Storm"


def test_a_document_becomes_a_version(memory_desk, tmp_path):
    told, path = tell(memory_desk), tmp_path / "kort.txt"
    path.write_text("Korter.")
    made = import_version(memory_desk, told.story.id, path, VersionKind.SHORTENED)
    assert (made.version.no, made.version.derived_from) == (2, told.version.id)
    assert not made.version.is_approved
    with pytest.raises(VersionLocked):
        import_version(memory_desk, told.story.id, path, VersionKind.ORIGINAL)
    begun = stories.add_story(memory_desk, title="Later")
    story_versions.begin_version(memory_desk, begun.id)
    filled = import_version(memory_desk, begun.id, path)
    assert [one.text for one in versions_of(memory_desk, begun.id)] == [filled.version.text]
    path.write_text(" ")
    before = list(memory_desk.all(Story))
    for take in (lambda: import_story(memory_desk, path),
                 lambda: import_version(memory_desk, told.story.id, path)):  # fmt: skip
        with pytest.raises(NoWords):
            take()
    assert list(memory_desk.all(Story)) == before
    assert len(versions_of(memory_desk, told.story.id)) == 2
