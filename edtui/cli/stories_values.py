"""What stands behind the options of ``edtui stories``: which story, text, use, occasion."""

from typing import NamedTuple

from edtui.cli.output import plain
from edtui.cli.parser import Usage
from edtui.cli.values import Values
from edtui.desk import tables
from edtui.desk.stories import narrator_name, stories
from edtui.desk.story_papers import occasion
from edtui.desk.story_versions import versions_of
from edtui.errors import NotFound
from edtui.exchange.readers import read_word
from edtui.locale import _, spoken
from edtui.records.folding import fold
from edtui.records.names import document_name
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_consent import Cell
from edtui.records.story_papers import Occasion
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, Purpose

MARK = 8
"""Signs of a text's digest by which the command line names it."""


class Chosen(NamedTuple):
    """A story and one of its texts."""

    story: Story
    version: StoryVersion | None


class StoryValues(Values):
    """Reads the options of ``edtui stories``."""

    def story(self, text: str) -> Story:
        """Give a story by its number or its title.

        Raises:
            NotFound: there is none.
        """
        if text.isdecimal():
            return self.desk.get(Story, int(text))
        found = [one for one in stories(self.desk) if fold(one.title) == fold(text)]
        return found[self._only([one.id for one in found], text, Story.table)]

    def version(self, story: Story, number: int | None) -> StoryVersion:
        """Give a text of a story by its number within the story; None for the newest approved.

        Raises:
            NotFound: there is none.
        """
        every = [one for one in versions_of(self.desk, story.id) if one.purged_on is None]
        if number is None:
            every = [one for one in every if one.is_approved] or every
            if every:
                return every[-1]
        found = [one for one in every if one.no == number]
        if not found:
            raise NotFound(what=tables.noun(StoryVersion.table), number=number or 1)
        return found[0]

    def both(self, text: str) -> Chosen:
        """Give story and text of ``3/2``, or of a story alone."""
        whole, slash, number = text.rpartition("/")
        if slash and number.isdecimal():
            story = self.story(whole)
            return Chosen(story, self.version(story, int(number)))
        return Chosen(self.story(text), None)

    def narrator(self, text: str) -> int:
        """Give the number of a person by number, whole name, or the name used.

        Raises:
            NotFound: there is none.
        """
        if text.isdecimal():
            return self.desk.get(Person, int(text)).id
        found = [
            number
            for number, document in self.desk.documents(Person)
            if fold(text)
            in (
                fold(document_name(document)),
                fold(str(document.get("called") or document.get("first_names") or "")),
            )
        ]
        return found[self._only(found, text, Person.table)]

    def word(self, option: str, text: str, vocabulary: str) -> str:
        """Give the code of a word of a list, by code or in any language."""
        read = read_word
        words = self.words[vocabulary]
        return str(self.tried(option, lambda: read(text, words, spoken())))

    def cell(self, option: str, text: str) -> Cell:
        """Give the use of ``training/students/on_paper``."""
        parts = text.split("/")
        if len(parts) != 3:
            said = _("{text} is no use: write it as training/students/on_paper.")
            raise Usage(said.format(text=plain(text)), "")
        return Cell(
            Purpose(self.word(option, parts[0], "story_purposes")),
            Audience(self.word(option, parts[1], "story_audiences")),
            Medium(self.word(option, parts[2], "story_media")),
        )

    def occasion(self) -> Occasion:
        """Give the occasion that the options say."""
        return occasion(
            self.desk,
            Purpose(self.word("purpose", self.text("purpose"), "story_purposes")),
            Audience(self.word("for", self.text("audience"), "story_audiences")),
            Medium(self.word("how", self.text("medium"), "story_media")),
            on=self.day("on"),
            words=self.text("occasion"),
            place=self.text("place"),
            group_size=int(self.given.get("group") or 0),
        )

    def label(self, vocabulary: str, code: str) -> str:
        """Give the word for a code."""
        return self.words[vocabulary].label(code, spoken()) if code else ""

    def told_use(self, cell: Cell) -> str:
        """Give a use in words."""
        return " / ".join(
            (
                self.label("story_purposes", cell.purpose.value),
                self.label("story_audiences", cell.audience.value),
                self.label("story_media", cell.medium.value),
            )
        )

    def narrator_name(self, story: Story) -> str:
        """Give by which name the narrator is known at the desk."""
        return narrator_name(self.desk, story)

    def seen(self, version: StoryVersion) -> str:
        """Give the digest of the text that ``--seen`` names; it is the text as it stands, or not.

        Raises:
            Usage: nothing was said.
        """
        text = self.text("seen").casefold()
        if len(text) < MARK:
            said = _("Say with --seen which text the narrator saw: its mark, as show gives it.")
            raise Usage(said, "")
        return version.digest if version.digest.startswith(text) else text

    def _only(self, found: list[int], text: str, table: str) -> int:
        """Give the place of the one that was found."""
        if not found:
            raise NotFound(what=tables.noun(table), number=plain(text))
        if len(found) > 1:
            raise Usage(
                _("There are several called {text}.").format(text=plain(text)),
                _("Say which one by number: {numbers}").format(numbers=", ".join(map(str, found))),
            )
        return 0
