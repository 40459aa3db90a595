"""Reading a story: what the teller wants first, what it touches on, then the text, then rest."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from edtui.desk import kiosk_send, shelf
from edtui.desk.vocabularies import word
from edtui.locale import _, ngettext
from edtui.records.reader_word import LONGEST
from edtui.records.shelf_story import ShelfStory
from edtui.records.story_words import NotesState
from edtui.tui.kiosk.clean import clean, paragraphs
from edtui.tui.kiosk.page import Ask, Choice, Instead, Move, Page
from edtui.tui.screens.reading.matter import Matter, matter_of

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


class StoriesPage(Page):
    """The stories that who is here may read today."""

    heavy = True

    def title(self) -> str:
        """Ask which."""
        return _("Which story do you want to read?")

    def text(self) -> Sequence[str]:
        """Say whose stories they are; or that there are none."""
        if not self._stories():
            return [_("There is no story here now. Come back another time, or ask somebody here.")]
        return [_("Real stories, by people who said that you may read them.")]

    def _stories(self) -> list[ShelfStory]:
        hidden = set(self.at.settings.hidden_stories)
        return [one for one in shelf.on_shelf(self.at.desk) if one.story_id not in hidden]

    def choices(self) -> Sequence[Choice]:
        """Give a line a story, with how long it is and what it touches on."""
        return [
            Choice(clean(one.title), partial(BeforePage, self.at, one), _note(one))
            for one in self._stories()
        ]


class _StoryPage(Page):
    """A page of one story: it closes when the story is taken away."""

    heavy = True

    def __init__(self, at: "At", story: ShelfStory) -> None:
        super().__init__(at)
        self.story = story

    def still(self) -> bool:
        """A narrator can take the story back at any moment."""
        return shelf.still_there(self.at.desk, self.story)

    @property
    def matter(self) -> Matter:
        """Give what is read."""
        one = self.story
        return matter_of(one, text=one.text, by=one.byline, shown=one.shown, label=word)

    def title(self) -> str:
        """Give the story's title."""
        return clean(self.story.title)


class BeforePage(_StoryPage):
    """Before reading: what the teller wants with it, and what it touches on."""

    def text(self) -> Sequence[str]:
        """Give the teller's words, then the content notes."""
        matter, said = self.matter, []
        said.append(
            _("Told by {name}").format(name=matter.by) if matter.by else _("Without a name")
        )
        if matter.intent:
            said += [_("Why I tell this:"), *paragraphs(matter.intent)]
        if matter.wish:
            said += [_("How I want to be seen:"), *paragraphs(matter.wish)]
        if matter.not_for:
            said += [_("What it is not for:"), *paragraphs(matter.not_for)]
        if matter.touches:
            touches = dict.fromkeys(clean(one.words) for one in matter.touches)
            said.append(_("It touches on: {words}").format(words="; ".join(touches)))
            said += [clean(one.text) for one in matter.touches if one.text]
        elif matter.state is NotesState.NOT_ASSESSED:
            said.append(_("Nobody looked yet at what it touches on."))
        return said

    def choices(self) -> Sequence[Choice]:
        """Read it, read it without the heavy parts, or not."""
        found = [Choice(_("Read it"), lambda: self._read(fold=False))]
        if self.matter.passages:
            found.append(Choice(_("Read it without those parts"), lambda: self._read(fold=True)))
        return [*found, Choice(_("Not now"), lambda: Move.BACK)]

    def _read(self, *, fold: bool) -> Instead:
        return Instead(TextPage(self.at, shelf.open_story(self.at.desk, self.story), fold=fold))


class TextPage(_StoryPage):
    """The text."""

    reading = True

    def __init__(self, at: "At", story: ShelfStory, *, fold: bool) -> None:
        super().__init__(at, story)
        self.fold = fold

    def text(self) -> Sequence[str]:
        """Give the paragraphs; what was folded says in a line what it is about."""
        matter = self.matter
        said: list[str] = []
        passages = matter.passages if self.fold else []
        for number, text in enumerate(matter.paragraphs, 1):
            inside = next((one for one in passages if one.first <= number <= one.last), None)
            if inside is None:
                said.append(" ".join(paragraphs(text)))
            elif number == inside.first:
                said.append(_("[Here a part is left out: {words}]").format(words=inside.words))
        return said

    def choices(self) -> Sequence[Choice]:
        """Done, or too much."""
        return [
            Choice(_("I have read it"), lambda: Instead(AfterPage(self.at, self.story))),
            Choice(_("This is too much for me"), lambda: Instead(TooMuchPage(self.at))),
        ]


class AfterPage(_StoryPage):
    """After it: one word, if somebody wants."""

    def title(self) -> str:
        """Ask for a word."""
        return _("What does this story leave behind with you, in one word?")

    def text(self) -> Sequence[str]:
        """Say whom it is for."""
        return [_("The teller may read it; nobody knows that it is yours.")]

    def ask(self) -> Ask:
        """Give room for a word."""
        return Ask(_("Your word:"), limit=LONGEST, hint=_("Nothing is fine too: press enter."))

    def typed(self, text: str) -> Instead:
        """Send it, if there is one."""
        if text:
            kiosk_send.word_on(self.at.desk, self.story.story_id, text)
        return Instead(RestPage(self.at))


class RestPage(Page):
    """On to something else."""

    heavy = True

    def title(self) -> str:
        """Thank."""
        return _("Thank you for reading.")

    def choices(self) -> Sequence[Choice]:
        """Another one, a talk, or out."""
        return [
            Choice(_("Read another story"), lambda: Move.BACK),
            *_talk(self.at),
            Choice(_("I am done"), lambda: Move.OUT),
        ]


class TooMuchPage(Page):
    """It was too much: first of all a person, and a number to call."""

    heavy = True

    def title(self) -> str:
        """Say that stopping is good."""
        return _("Good that you stop.")

    def text(self) -> Sequence[str]:
        """Give what helps now."""
        return [
            _("Breathe out slowly. Put both feet on the floor. Look around you."),
            _("You can call somebody in the corridor, now."),
        ]

    def choices(self) -> Sequence[Choice]:
        """A talk, or out."""
        return [*_talk(self.at), Choice(_("I am done"), lambda: Move.OUT)]


def _talk(at: "At") -> list[Choice]:
    from edtui.tui.kiosk.pages.talk import TalkPage

    if at.own or "talk" not in at.settings.shows:
        return []
    return [Choice(_("Ask for a talk"), lambda: TalkPage(at))]


def _note(one: ShelfStory) -> str:
    minutes = ngettext("{count} minute", "{count} minutes", one.minutes).format(count=one.minutes)
    domains = ", ".join(sorted({word("story_note_domains", code) for code in one.domains}))
    return f"{minutes}, {domains}" if domains else minutes
