"""A story, or another version of one, from a text file. The file itself stays where it lies."""

from pathlib import Path
from typing import Any, NamedTuple

from edtui.desk.session import Desk
from edtui.desk.stories import add_story
from edtui.desk.story_versions import begin_version, derive, save_text, versions_of
from edtui.errors import N_, Sentence
from edtui.exchange.texts.files import read_text
from edtui.exchange.texts.found import TextIn
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind


class Imported(NamedTuple):
    """What came in."""

    story: Story
    version: StoryVersion
    found: TextIn

    @property
    def left_out(self) -> tuple[Sentence, ...]:
        """What of the file did not come along."""
        counted = (
            (self.found.pictures, N_("pictures: {count}")),
            (self.found.notes, N_("footnotes: {count}")),
            (self.found.remarks, N_("remarks beside the text: {count}")),
        )
        return tuple(Sentence(msgid, {"count": count}) for count, msgid in counted if count)


def import_story(desk: Desk, path: Path, **fields: Any) -> Imported:
    """Begin a story with the text of a file as its original.

    Args:
        desk: where.
        path: .txt, .md, .docx or .odt.
        fields: of `Story`; without a title it is called what the file says.

    Raises:
        edtui.exchange.errors.BadFile: the file cannot be read as a text; it says why.
        pydantic.ValidationError: a value breaks a rule.
        ReadOnly: nothing can be written now.
    """
    found = read_text(path)
    story = add_story(desk, **{"workflow": "writing", **fields, "title": _title(fields, found)})
    return Imported(story, begin_version(desk, story.id, found.text), found)


def import_version(
    desk: Desk,
    story_id: int,
    path: Path,
    kind: VersionKind = VersionKind.EDITED,
    *,
    source_id: int | None = None,
    change_note: str = "",
) -> Imported:
    """Take the text of a file as the next version of a story; nobody approved it yet.

    Args:
        desk: where.
        story_id: which story.
        path: .txt, .md, .docx or .odt.
        kind: what the version is; a story without a text gets its original.
        source_id: from which version it was made; None: from the newest one that has a text.
        change_note: what was changed.

    Raises:
        edtui.exchange.errors.BadFile: the file cannot be read as a text; it says why.
        NotFound: there is no such story.
        ReadOnly: nothing can be written now.
        VersionLocked: an original is begun, not derived.
    """
    story = desk.get(Story, story_id)
    found = read_text(path)
    every = versions_of(desk, story_id)
    written = [one for one in every if one.text]
    if not written:
        begun = next((one for one in every if one.may_change), None)
        if begun is not None:
            return Imported(story, save_text(desk, begun.id, found.text, begun.revision), found)
        return Imported(story, begin_version(desk, story_id, found.text), found)
    source = source_id or written[-1].id
    version = derive(desk, source, kind, text=found.text, change_note=change_note)
    return Imported(story, version, found)


def _title(fields: dict[str, Any], found: TextIn) -> str:
    return str(fields.get("title") or "").strip() or found.title
