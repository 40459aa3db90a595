"""Keeps what somebody writes as a sealed draft, and saves it as the text of a version."""

from contextlib import suppress

from edtui.desk import drafts, story_versions
from edtui.desk.session import Desk
from edtui.desk.story_plugin import BEGUN
from edtui.errors import EdtuiError
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion

WRITTEN = "version"
"""Name of the draft of a text that is there already."""


class TextKeeper:
    """Keeps what is written as a sealed draft, and saves it."""

    def __init__(self, desk: Desk, story_id: int, version: StoryVersion | None) -> None:
        self._desk = desk
        self._story_id = story_id
        self._version = version
        self.number = version.id if version else 0
        self._form = text_form(story_id, self.number)

    @property
    def start(self) -> str:
        """What stands there now."""
        return self._version.text if self._version else ""

    def offered(self) -> drafts.Draft | None:
        """Give what was written before and not saved."""
        return drafts.offer(self._desk, self._form, StoryVersion.table, self.number)

    def keep(self, text: str) -> None:
        """Keep a draft; not of a story that was withdrawn meanwhile."""
        if self._desk.find(Story, self._story_id) is None:
            self.forget()
            return
        drafts.keep(self._desk, self._form, StoryVersion.table, self.number, {"text": text})

    def forget(self) -> None:
        """Drop the draft, where that can be done: what is saved is saved."""
        with suppress(EdtuiError, OSError):
            drafts.drop(self._desk, self._form, StoryVersion.table, self.number)

    def save(self, text: str) -> None:
        """Save the text, where it is another one, and drop the draft."""
        if self._version is None:
            if text.strip():
                story_versions.begin_version(self._desk, self._story_id, text)
        elif text != self._version.text:
            story_versions.save_text(
                self._desk, self._version.id, text, revision=self._version.revision
            )
        self.forget()


def text_form(story_id: int, version_id: int) -> str:
    """Give the name of the form of a text's draft."""
    return WRITTEN if version_id else f"{BEGUN}{story_id}"
