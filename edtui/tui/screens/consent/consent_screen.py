"""What a narrator allows, text by text, over the whole screen; what is noted is noted here."""

from typing import TYPE_CHECKING

from edtui.desk import story_consents
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import explain
from edtui.records.story import Story
from edtui.records.story_consent import ConsentStatus, StoryConsent
from edtui.records.story_version import StoryVersion
from edtui.tui.commands.base import Command
from edtui.tui.commands.consent import CONSENT
from edtui.tui.screens.consent import withdrawing
from edtui.tui.screens.consent.consent_form import consent_form
from edtui.tui.screens.consent.consent_page import FORM, NO_WORDS, consent_page, text_title
from edtui.tui.screens.consent.small_forms import renew_form, shared_cells, stop_form
from edtui.tui.screens.people.page import Page
from edtui.tui.screens.people.page_screen import PageScreen
from edtui.tui.screens.people.page_view import PageView
from edtui.tui.screens.people.why_not import read_only
from edtui.tui.screens.stories.tools import StoryTools

if TYPE_CHECKING:
    from collections.abc import Callable

ON_A_TEXT = Sentence(N_("First put the cursor on a text that counts now."))
NO_YES = Sentence(N_("There is no yes that could go on; {key} notes a new one."), {"key": "e"})
NOTHING_SAID = Sentence(N_("Nothing is shared of this text."))
NO_TEXT = Sentence(NO_WORDS)


class ConsentScreen(PageScreen):
    """Everything that was said about one story."""

    WHERE = CONSENT
    MODE = "stories"
    NAME = N_("Consent")

    def __init__(self, mode: object, number: int, version_id: int = 0) -> None:
        super().__init__(mode, number)
        self.wanted = version_id

    def tools(self) -> StoryTools:
        """Give what forms are made with."""
        return StoryTools(self.desk, self.app)

    def find_page(self, number: int) -> Page | None:
        """Give the page; None where the story was withdrawn."""
        story = self.desk.find(Story, number)
        return consent_page(self.tools(), story) if story is not None else None

    def on_page_screen_page_read(self, message: PageScreen.PageRead) -> None:
        """Put the cursor on the text that was asked for."""
        if self.wanted and message.page is not None:
            name, self.wanted = f"text-{self.wanted}", 0
            self.call_after_refresh(lambda: self.view.go_to(name))

    # What the keys are about

    @property
    def version(self) -> StoryVersion | None:
        """The text under the cursor."""
        section = self.view.section
        first, _dash, number = (section.form if section else "").partition("-")
        return self.desk.find(StoryVersion, int(number)) if first == FORM else None

    @property
    def counting(self) -> StoryConsent | None:
        """The statement that counts for the text under the cursor."""
        version = self.version
        return story_consents.current(self.desk, version.id) if version is not None else None

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb == "text":
            return None if self.version is not None else ON_A_TEXT
        if verb not in _WRITES:
            return None
        if (why := read_only(self)) is not None:
            return why
        return self._why_not_text(verb) if verb in _ON_A_TEXT else self._why_not_stop(verb)

    def _why_not_text(self, verb: str) -> Sentence | None:
        version = self.version
        if version is None:
            return ON_A_TEXT
        if verb == "say" and not version.text:
            return NO_TEXT
        return NO_YES if verb == "renew" and not _is_yes(self.counting) else None

    def _why_not_stop(self, verb: str) -> Sentence | None:
        return NOTHING_SAID if verb == "stop" and not self._shares() else None

    def names_object(self, command: Command) -> Sentence | None:
        """Ask before a yes stops: it is not taken back, only said anew."""
        verb, story, version = command.id.rpartition(".")[2], self._story(), self.version
        if verb == "withdraw":
            return withdrawing.question(story) if story is not None else None
        if version is None or story is None:
            return None
        named = {"title": story.title, "text": text_title(self.tools(), version)}
        if verb == "refuse":
            msgid = N_("The narrator says no to sharing '{title}' ({text})? It stops at once.")
        else:
            msgid = N_("Talk again about '{title}' ({text})? Until then nothing of it is shared.")
        return Sentence(msgid, named)

    # Keys

    def action_say(self) -> None:
        """Note what the narrator allows."""
        version, story = self.version, self._story()
        if version is not None and story is not None:
            title = f"{story.title} · {text_title(self.tools(), version)}"
            self.app.push_screen(consent_form(self.tools(), version, title))

    def action_text(self) -> None:
        """Show the text, to read it together."""
        from edtui.tui.screens.stories.openings import show_text

        version = self.version
        if version is not None:
            show_text(self, version.id)

    def action_renew(self) -> None:
        """Note the same until another day."""
        consent, story = self.counting, self._story()
        if consent is not None and story is not None:
            self.app.push_screen(renew_form(self.tools(), consent, story.title))

    def action_refuse(self) -> None:
        """Note a no."""
        version = self.version
        if version is not None:
            self._do(lambda: story_consents.refuse(self.desk, version.id))

    def action_again(self) -> None:
        """Note that it is to be talked about again."""
        version = self.version
        if version is not None:
            self._do(lambda: story_consents.ask_again(self.desk, version.id))

    def action_stop(self) -> None:
        """Stop some uses."""
        story = self._story()
        if story is not None:
            self.app.push_screen(stop_form(self.tools(), story))

    def action_withdraw(self) -> None:
        """Withdraw the story."""
        withdrawing.withdraw(self, self.number)

    def on_page_view_section_chosen(self, event: PageView.SectionChosen) -> None:
        """Note what the narrator allows for the text that was chosen."""
        event.stop()
        if event.section.form and self.desk.read_only is None:
            self.action_say()

    def _story(self) -> Story | None:
        return self.desk.find(Story, self.number)

    def _shares(self) -> bool:
        story = self._story()
        return story is not None and bool(shared_cells(self.tools(), story))

    def _do(self, act: "Callable[[], object]") -> None:
        try:
            act()
        except EdtuiError as error:
            self.app.notify(explain(error), severity="warning", markup=False)


_ON_A_TEXT = frozenset({"say", "renew", "refuse", "again"})
_WRITES = _ON_A_TEXT | {"stop", "withdraw"}


def _is_yes(consent: StoryConsent | None) -> bool:
    return consent is not None and consent.status is ConsentStatus.GIVEN
