"""A request in own words, and three offers with why. Nothing of it is kept: it is a reader's."""

from collections.abc import Iterable
from dataclasses import replace

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from edtui.desk.session import Desk
from edtui.desk.story_offers import Offer, Offers, offers
from edtui.desk.story_search import index_of
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _
from edtui.tui.commands.base import Command
from edtui.tui.commands.finding import OFFERS
from edtui.tui.messages import RecordsChanged
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.finding import offer_list
from edtui.tui.screens.finding.offer_list import NONE, OfferList
from edtui.tui.screens.finding.read_along import ReadAlong
from edtui.tui.screens.finding.request_line import RequestLine
from edtui.tui.screens.finding.wish_forms import Why, none_form, wish_form
from edtui.tui.screens.finding.wishes import TurnedDown, Wishes, understood
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.screens.people.summary import Summary
from edtui.tui.screens.stories.tools import StoryTools
from edtui.tui.widgets.section_list import SectionList

NO_OFFERS = Sentence(N_("First type what is looked for: {key}."), {"key": "o"})


class OffersScreen(KeepsDesk, DeskScreen):
    """Three offers to what somebody looks for."""

    WHERE = OFFERS
    MODE = "stories"
    stays_when_withdrawn = True

    class Read(Message):
        """Offers were found."""

        def __init__(self, wishes: Wishes, found: Offers) -> None:
            super().__init__()
            self.wishes = wishes
            self.found = found

    def __init__(self, mode: object = None) -> None:
        super().__init__(mode)
        self.wishes = Wishes()
        self.found: Offers | None = None

    def tools(self) -> StoryTools:
        """Give what forms are made with."""
        return StoryTools(self.desk, self.app)

    def compose_body(self) -> Iterable[Widget]:
        """Give the line, the offers, and what the teller of the one under the cursor wants."""
        yield RequestLine(id="request")
        yield OfferList(_("Type what somebody looks for; an empty line is fine too."), id="offers")
        yield Summary(id="summary")

    def on_mount(self) -> None:
        """Start with the request."""
        self.heading = _("In own words")
        self.request.line.focus()

    @property
    def request(self) -> RequestLine:
        """The line of the request."""
        return self.query_one(RequestLine)

    @property
    def offers(self) -> OfferList:
        """The list."""
        return self.query_one(OfferList)

    @property
    def offer(self) -> Offer | None:
        """The offer under the cursor."""
        value = self.offers.current.value if self.offers.current is not None else None
        every = self.found.offers if self.found is not None else ()
        return next((one for one in every if one.story.id == value), None)

    # Wishes

    def on_request_line_typed(self, event: RequestLine.Typed) -> None:
        """Look for this; what was turned down before stays away."""
        event.stop()
        self.offers.focus()
        self.wish(replace(self.wishes, text=event.text))

    def on_request_line_left(self, event: RequestLine.Left) -> None:
        """Back to the offers, or away where there are none."""
        event.stop()
        if self.found is not None:
            self.offers.focus()
        else:
            self.leave()

    def wish(self, wishes: Wishes) -> None:
        """Look with these wishes."""
        self.wishes = wishes
        self._look(self.desk, wishes)

    def reload(self) -> None:
        """Look again: a story may have been withdrawn."""
        if self.found is not None:
            self._look(self.desk, self.wishes)

    def on_records_changed(self, message: RecordsChanged) -> None:  # noqa: ARG002  the message's
        """Let go of texts that are not in sight: one of them may be withdrawn now."""
        if self.found is not None and not self.in_sight:
            self.found = replace(self.found, offers=())
            self.offers.show(())

    @work(thread=True, exclusive=True, group="offers", exit_on_error=False)
    def _look(self, desk: Desk, wishes: Wishes) -> None:
        worker, index = get_current_worker(), index_of(desk)
        if index is None:
            return
        try:
            request = wishes.request(vocabularies(desk)["story_note_domains"])
            found = offers(desk, index, request, wishes.occasion(desk), wishes.hidden)
        except EdtuiError:  # locked meanwhile
            return
        if not worker.is_cancelled:
            self.post_message(self.Read(wishes, found))

    def on_offers_screen_read(self, message: Read) -> None:
        """Show what was found, unless somebody wished something else meanwhile."""
        message.stop()
        if message.wishes != self.wishes:
            return
        self.found = message.found
        tools = self.tools()
        request = self.wishes.request(vocabularies(self.desk)["story_note_domains"])
        said = understood(self.wishes, request, tools)
        remarks = offer_list.remarks(message.found)
        self.request.say(f"{said}\n{remarks}" if remarks else said)
        self.offers.show(offer_list.sections(message.found, curtain=self._curtain))

    @property
    def _curtain(self) -> bool:
        return bool(getattr(self.app, "curtain", False))

    def on_read_along_moved(self, event: ReadAlong.Moved) -> None:
        """Read along with the cursor."""
        event.stop()
        one = self.offer
        lines = offer_list.detail(one, self.tools(), curtain=self._curtain) if one else ()
        self.query_one(Summary).show(lines)
        self.refresh_bindings()

    # Keys

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb == "none" and (self.found is None or not self.found.offers):
            return NO_OFFERS
        return NO_OFFERS if verb == "text" and self.offer is None else None

    def action_request(self) -> None:
        """Type something else."""
        self.request.line.focus()

    def action_form(self) -> None:
        """Say for whom, and what is better left out."""

        def filled(wishes: Wishes | None) -> None:
            if wishes is not None:
                self.offers.focus()
                self.wish(wishes)

        self.app.push_screen(wish_form(self.tools(), self.wishes), filled)

    def action_none(self) -> None:
        """None of these: others, and why if somebody wants to say it."""
        if self.found is None:
            return
        now = self.found.offers

        def said(why: Why | None) -> None:
            if why is not None:
                numbers = tuple(one.story.id for one in now)
                titles = tuple(one.story.title for one in now)
                down = TurnedDown(numbers, titles, why.words, why.scope, self.wishes.text)
                self.wish(self.wishes.turning_down(down))

        self.app.push_screen(none_form(self.tools()), said)

    def action_text(self) -> None:
        """Show the text that is meant."""
        from edtui.tui.screens.stories.openings import show_text

        if self.offer is not None:
            show_text(self, self.offer.version.id)

    def action_anew(self) -> None:
        """Forget the reader."""
        self.wishes, self.found = Wishes(), None
        self.request.line.value = ""
        self.request.say("")
        self.offers.show(())
        self.request.line.focus()

    def on_section_list_chosen(self, event: SectionList.Chosen) -> None:
        """Show the story, or take "none of these"."""
        event.stop()
        from edtui.tui.screens.stories.openings import show_story

        if event.value == NONE:
            self.action_none()
        elif self.offer is not None:
            show_story(self, self.offer.story.id)

    def action_back(self) -> None:
        """Back to the stories."""
        self.leave()
