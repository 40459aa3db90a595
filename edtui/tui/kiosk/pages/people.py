"""Who we are, what a confidant and a peer worker do, and how to reach them."""

from collections.abc import Sequence
from functools import partial

from edtui.desk.vocabularies import word
from edtui.locale import _, spoken
from edtui.records.kiosk import Face
from edtui.tui.kiosk.clean import paragraphs
from edtui.tui.kiosk.page import Choice, Page


class PeoplePage(Page):
    """What the two kinds of people do, and who they are."""

    def title(self) -> str:
        """Say what it is about."""
        return _("Who are we?")

    def text(self) -> Sequence[str]:
        """Say what a peer worker and a client confidant do."""
        return [
            _(
                "A peer worker has been through it too: illness, debts, care. "
                "You can tell your story. You need not explain everything."
            ),
            _(
                "A client confidant stands beside you when you do not agree with the care. "
                "They listen, tell you your rights and help you to say it. "
                "Nobody else hears what you tell, unless you want that."
            ),
            _("It costs nothing. You choose with whom you talk."),
        ]

    def choices(self) -> Sequence[Choice]:
        """Give everybody who wants to be named here, and the way to a talk."""
        from edtui.tui.kiosk.pages.talk import TalkPage

        faces = [
            Choice(one.name, partial(FacePage, self, one), word("roles", one.role))
            for one in self.at.settings.faces
        ]
        if "talk" in self.at.settings.shows:
            faces.append(Choice(_("Ask for a talk"), lambda: TalkPage(self.at)))
        return faces


class FacePage(Page):
    """One of us."""

    def __init__(self, below: Page, face: Face) -> None:
        super().__init__(below.at)
        self.face = face

    def title(self) -> str:
        """Give the name as that person wants it."""
        return f"{self.face.name}, {word('roles', self.face.role)}"

    def text(self) -> Sequence[str]:
        """Give the person's own words, and how to reach."""
        said = paragraphs(self.face.about.spoken(spoken()))
        if self.face.reach:
            said.append(_("How to find me: {words}").format(words=self.face.reach))
        return said

    def choices(self) -> Sequence[Choice]:
        """Lead to a talk."""
        from edtui.tui.kiosk.pages.talk import TalkPage

        if "talk" not in self.at.settings.shows:
            return ()
        return [Choice(_("Ask for a talk"), lambda: TalkPage(self.at))]
