"""The first page of who signed in."""

from collections.abc import Sequence

from edtui.desk import kiosk_own
from edtui.locale import _, ngettext
from edtui.tui.kiosk.page import Choice, Move, Page
from edtui.tui.kiosk.pages.own_calendar import OwnCalendarPage
from edtui.tui.kiosk.pages.own_check_in import CheckInsPage
from edtui.tui.kiosk.pages.own_hours import HoursPage
from edtui.tui.kiosk.pages.own_lists import ActionsPage, TrainingPage, WishesPage
from edtui.tui.kiosk.pages.own_passphrase import OldPage
from edtui.tui.kiosk.pages.report import VisitsPage
from edtui.tui.kiosk.pages.stories import StoriesPage


class OwnStartPage(Page):
    """What one can do here oneself."""

    def title(self) -> str:
        """Greet."""
        name = kiosk_own.own(self.at.desk).sheet.name or self.at.desk.vault.user
        return _("Hello {name}").format(name=name)

    def text(self) -> Sequence[str]:
        """Say what waits."""
        own, said = kiosk_own.own(self.at.desk), []
        if self.at.desk.first_time:
            said.append(_("Somebody else chose your passphrase. Choose one of your own."))
        if not own.person_id:
            said.append(
                _("The desk does not know yet who you are on its list. Ask your coordinator.")
            )
        waiting = len(kiosk_own.to_report(self.at.desk, self.at.sent))
        if waiting:
            said.append(
                ngettext(
                    "{count} visit waits for a few words of yours.",
                    "{count} visits wait for a few words of yours.",
                    waiting,
                ).format(count=waiting)
            )
        return said

    def choices(self) -> Sequence[Choice]:
        """Give the own pages."""
        at = self.at
        first = [Choice(_("Choose my own passphrase"), lambda: OldPage(at))]
        return [
            *(first if at.desk.first_time else ()),
            Choice(_("My calendar"), lambda: OwnCalendarPage(at)),
            Choice(_("Report a visit"), lambda: VisitsPage(at)),
            Choice(_("My hours and kilometres"), lambda: HoursPage(at)),
            Choice(_("What I have to do"), lambda: ActionsPage(at)),
            Choice(_("My training"), lambda: TrainingPage(at)),
            Choice(_("How am I? Only for me"), lambda: CheckInsPage(at)),
            Choice(_("My wishes and limits"), lambda: WishesPage(at)),
            Choice(_("Stories"), lambda: StoriesPage(at)),
            *(() if at.desk.first_time else [Choice(_("Sign out"), lambda: Move.OUT)]),
        ]
