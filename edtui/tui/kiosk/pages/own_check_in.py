"""How am I: for oneself alone. Nobody else holds the key, the coordinator neither."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from edtui.desk import kiosk_own
from edtui.locale import _, dates
from edtui.records.check_in import CheckIn
from edtui.tui.kiosk.clean import paragraphs
from edtui.tui.kiosk.page import Ask, Choice, Instead, Move, Page

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


def mood_words() -> dict[int, str]:
    """Give what each number is called, from bad to good."""
    return {
        1: _("bad"),
        2: _("not so good"),
        3: _("so-so"),
        4: _("good"),
        5: _("very good"),
    }


class CheckInsPage(Page):
    """What one wrote before, and a new one."""

    heavy = True

    def title(self) -> str:
        """Say what it is."""
        return _("How am I?")

    def text(self) -> Sequence[str]:
        """Say who can read it."""
        return [_("Only you can read this. Nobody else has the key, your coordinator neither.")]

    def choices(self) -> Sequence[Choice]:
        """A new one, and those of before."""
        found = [Choice(_("Write how I am now"), lambda: MoodPage(self.at))]
        words = mood_words()
        for one in kiosk_own.check_ins(self.at.desk):
            label = f"{dates.day(one.on)}: {words.get(one.mood or 0, '')}"
            found.append(Choice(label, partial(CheckInPage, self.at, one)))
        return found


class CheckInPage(Page):
    """One day."""

    heavy = True

    def __init__(self, at: "At", one: CheckIn) -> None:
        super().__init__(at)
        self.one = one

    def title(self) -> str:
        """Give the day and how it was."""
        return f"{dates.long_day(self.one.on)}: {mood_words().get(self.one.mood or 0, '')}"

    def text(self) -> Sequence[str]:
        """Give one's own words."""
        return paragraphs(self.one.words)

    def choices(self) -> Sequence[Choice]:
        """Keep it, or take it away."""
        return [
            Choice(_("Keep it"), lambda: Move.BACK),
            Choice(_("Take it away for good"), self._forget),
        ]

    def _forget(self) -> Instead:
        kiosk_own.forget_check_in(self.at.desk, self.one.id)
        return Instead(CheckInsPage(self.at), 1)


class MoodPage(Page):
    """In one word."""

    heavy = True

    def title(self) -> str:
        """Ask it."""
        return _("How am I now?")

    def choices(self) -> Sequence[Choice]:
        """Five answers; none of them is wrong."""
        return [
            Choice(words[:1].upper() + words[1:], partial(WordsPage, self.at, mood))
            for mood, words in mood_words().items()
        ]


class WordsPage(Page):
    """In one's own words."""

    heavy = True

    def __init__(self, at: "At", mood: int) -> None:
        super().__init__(at)
        self.mood = mood

    def title(self) -> str:
        """Ask for them."""
        return _("Do you want to write something with it?")

    def ask(self) -> Ask:
        """Give room."""
        return Ask(_("For yourself:"), limit=1000, hint=_("Nothing is fine too: press enter."))

    def typed(self, text: str) -> Instead:
        """Keep it."""
        kiosk_own.check_in(self.at.desk, self.mood, text)
        return Instead(CheckInsPage(self.at), 1)
