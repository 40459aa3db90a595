"""The first page: what a visitor can do here, by number."""

from collections.abc import Sequence

from edtui import locale
from edtui.locale import _
from edtui.records.kiosk_shown import ShownTime
from edtui.tui.kiosk.page import Choice, Move, Page
from edtui.tui.kiosk.pages.idea import IdeaPage
from edtui.tui.kiosk.pages.people import PeoplePage
from edtui.tui.kiosk.pages.poll import PollPage
from edtui.tui.kiosk.pages.sign_in import NamePage
from edtui.tui.kiosk.pages.stories import StoriesPage
from edtui.tui.kiosk.pages.talk import TalkPage
from edtui.tui.kiosk.pages.timetable import TimetablePage, shown_times, who_line

OTHER = {"nl": ("English", "en"), "en": ("Nederlands", "nl")}
"""Language that is spoken to the one that is offered."""


class StartPage(Page):
    """What there is to choose."""

    heavy = True

    def title(self) -> str:
        """Welcome."""
        own = self.at.settings.greeting.spoken(locale.spoken())
        return own or _("Welcome at {team}").format(team=self.at.team)

    def text(self) -> Sequence[str]:
        """Give the message of the day, who is here today, and what went wrong before."""
        said = []
        if self.at.told.said:
            said.append(_(self.at.told.said))
        if self.at.desk.read_only is not None:
            said.append(_("Nothing can be sent from this screen now. Ask somebody here."))
        message = self.at.settings.message_on(self.at.clock.today(), locale.spoken())
        if message:
            said.append(message)
        if "timetable" in self.at.settings.shows:
            here = [who_line(self.at, one) for one in self._here()]
            if here:
                said.append(_("Here today: {who}").format(who="; ".join(here)))
        return said

    def _here(self) -> list[ShownTime]:
        """Give who is at this place today and not gone yet."""
        now, place = self.at.clock.now(), self.at.kiosk.location_id
        return [
            one
            for one in shown_times(self.at)
            if one.day == now.date()
            and (place is None or one.location_id == place)
            and (one.end is None or one.end > now.time())
        ]

    def choices(self) -> Sequence[Choice]:
        """Give what is shown here, in a fixed order."""
        at, settings = self.at, self.at.settings
        every = {
            "stories": Choice(
                _("Read a story by somebody who went through it too"), lambda: StoriesPage(at)
            ),
            "talk": Choice(_("Talk with somebody"), lambda: TalkPage(at)),
            "people": Choice(
                _("Who are we, and what is a client confidant?"), lambda: PeoplePage(at)
            ),
            "timetable": Choice(_("When is somebody here?"), lambda: TimetablePage(at)),
            "idea": Choice(_("Say what can be better, or what goes well"), lambda: IdeaPage(at)),
            "poll": Choice(_("Answer our question"), lambda: PollPage(at)),
            "sign_in": Choice(_("I work here: sign in"), lambda: NamePage(at)),
        }
        shown = set(settings.shows)
        if not settings.poll.open_on(at.clock.today()):
            shown.discard("poll")
        if at.desk.read_only is not None:  # nobody types for nothing
            shown -= {"talk", "idea", "poll"}
        found = [choice for name, choice in every.items() if name in shown]
        return [*found, Choice(OTHER[locale.spoken()][0], self._speak)]

    def _speak(self) -> Move:
        locale.speak(OTHER[locale.spoken()][1])
        return Move.HOME
