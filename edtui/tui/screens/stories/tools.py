"""What the stories' forms and pages are made with: fields, words, and the narrator's name."""

from collections.abc import Mapping
from typing import Any

from edtui.desk.case_people import people_to_choose
from edtui.desk.session import Desk
from edtui.desk.stories import narrator_name
from edtui.errors import NotAllowed
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.tui.curtain import shown_name
from edtui.tui.screens.people.facts import name_of
from edtui.tui.screens.people.tools import FEW, Tools
from edtui.tui.widgets.fields import LinesField, LongTextField, PersonField, TextField

LINE = 200
"""Signs of one line at most, as `edtui.records.text.Line` has it."""


class StoryTools(Tools):
    """Makes fields over one desk."""

    def __init__(self, desk: Desk, app: Any) -> None:
        super().__init__(desk, app, lambda: ())
        self.text_id = 0
        """Number of the text that a form is about."""

    def fresh(self) -> "StoryTools":
        """Give the same tools with the words as they are now."""
        return StoryTools(self.desk, self.app)

    def line(self, key: str, label: str, **more: Any) -> TextField:
        """Make a field for one line."""
        return TextField(key, label, **{"max_length": LINE, **more})

    def long(self, key: str, label: str, **more: Any) -> LongTextField:
        """Make a field for a longer text, which can have the whole screen."""
        return LongTextField(key, label, large=True, **more)

    def lines(self, key: str, label: str, **more: Any) -> LinesField:
        """Make a field for things in own words, one a line."""
        return LinesField(key, label, **more)

    def person(self, key: str, label: str, *, but: int = 0, **more: Any) -> PersonField:
        """Make a field for somebody of the team; ``but`` is not offered."""

        def find(typed: str) -> list[tuple[int, str]]:
            found = people_to_choose(self.desk, typed)
            return [(n, shown_name(self.app, name)) for n, name in found if n != but][:FEW]

        return PersonField(key, label, find=find, name_of=self.person_name, **more)

    def narrator(self, story: Story) -> str:
        """Give the narrator's name as it may be seen now; empty where none is known."""
        try:
            name = narrator_name(self.desk, story)
        except NotAllowed:  # a key to the stories without one to the roster
            name = story.narrator_alias
        return self.hide(name) if name else ""

    def narrator_of(self, narrator_id: int, alias: str) -> str:
        """Give the same of a line of the list."""
        if alias or not narrator_id:
            return self.hide(alias) if alias else ""
        try:
            return self.hide(name_of(self.desk, Person, narrator_id))
        except NotAllowed:
            return ""

    def label(self, vocabulary: str, code: object) -> str:
        """Give the word of a code; empty for none."""
        text = str(code or "")
        return self.words.label(vocabulary, text) if text else ""

    def joined(self, vocabulary: str, codes: Any) -> str:
        """Give the words of several codes with dots between."""
        return " · ".join(self.label(vocabulary, code) for code in codes)


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give only the values that say something."""
    return {name: value for name, value in values.items() if value not in (None, "", (), [])}
