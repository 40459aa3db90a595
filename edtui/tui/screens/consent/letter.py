"""One letter to who has a withdrawn story, over the whole screen."""

from typing import TYPE_CHECKING

from edtui.desk.narrator_paper import on_paper
from edtui.desk.narrator_sheet import SheetLine
from edtui.desk.story_withdrawing import ReachLine
from edtui.desk.text_files import write_text
from edtui.errors import N_, Sentence
from edtui.locale import _, dates
from edtui.locale.numbers import count
from edtui.records.story_use import StoryUse
from edtui.tui.commands.base import Command
from edtui.tui.commands.consent import LETTER
from edtui.tui.screens.people.new_file import ask_new_file
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.page_screen import PageScreen
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.screens.people.words import Words

if TYPE_CHECKING:
    from edtui.tui.screens.consent.reach import ReachScreen


class LetterScreen(PageScreen):
    """One letter over the whole screen."""

    WHERE = LETTER
    MODE = "stories"
    NAME = N_("Withdrawn")

    def __init__(self, mode: object, number: int, reach: "ReachScreen") -> None:
        super().__init__(mode, number)
        self.reach = reach

    def find_page(self, number: int) -> Page | None:
        """Give the letter."""
        read = self.reach.find_page(number)
        return read.page if read is not None else None

    def action_print_letter(self) -> None:
        """Print it."""
        self.reach.action_print_letter()

    def why_not(self, command: Command) -> Sentence | None:
        """Nothing leaves where the log cannot be written."""
        verb = command.id.rpartition(".")[2]
        return read_only(self) if verb in ("print_letter", "file") else super().why_not(command)

    def action_file(self) -> None:
        """Ask where to, then write it to a new file."""
        text, desk, number = self.reach.letter(self.number), self.desk, self.number
        if text is None:
            return
        paper = on_paper(SheetLine(part) for part in text.split("\n"))
        ask_new_file(
            self,
            _("The letter goes out"),
            _("letter.txt"),
            lambda path: write_text(desk, paper, path, StoryUse.table, [number]),
            _("The letter stands in {file}. It is not sealed."),
        )

    def action_language(self) -> None:
        """Show it in the other language."""
        self.reach.action_language()
        self.reload()

    def action_back(self) -> None:
        """Go back to the list."""
        self.leave()


def letter_page(line: ReachLine, words: Words, language: str) -> Page:
    """Give one use with the letter to who has it."""
    use = line.use
    facts = [
        Fact(words.label("story_reach", use.reach.value), lead=_("Reach")),
        Fact(dates.full_day(use.on), lead=_("On")),
        Fact(words.label("story_media", use.medium.value), lead=_("Form")),
    ]
    if use.place:
        facts.append(Fact(use.place, lead=_("Place")))
    if use.where_found:
        facts.append(Fact(use.where_found, lead=_("Address")))
    if use.copies:
        facts.append(Fact(count(use.copies), lead=_("Copies")))
    if use.recall_result:
        facts.append(Fact(use.recall_result, lead=_("Result")))
    letter = [Fact(part) for part in line.letters[language].split("\n")]
    sections = [
        Section("letter", N_("Letter"), letter, group=N_("Letter")),
        Section("use", N_("What it was"), facts, group=N_("What it was")),
    ]
    return Page(use.id, where_of(use), dates.day(use.on), sections)


def where_of(use: StoryUse) -> str:
    """Give in few words where it went."""
    return use.occasion or use.place or use.where_found or use.contact
