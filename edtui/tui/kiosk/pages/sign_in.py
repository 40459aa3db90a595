"""Signing in: with a name and a passphrase, or with a key file on a stick."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from edtui.desk.kiosk_keys import PERSON, KeyFile, keys_on, read_key
from edtui.desk.kiosk_open import NotAtKiosk
from edtui.desk.seating import WRONG_KEY
from edtui.desk.session import Desk
from edtui.errors import EdtuiError
from edtui.locale import _, explain, ngettext
from edtui.tui.kiosk.page import Ask, Choice, Instead, Move, Page, Wait, Wrong

if TYPE_CHECKING:  # as in `edtui.tui.kiosk.page`
    from edtui.tui.kiosk.at import At


class NamePage(Page):
    """With which name; or with the key of a stick that is in."""

    def title(self) -> str:
        """Ask who it is."""
        return _("Who are you?")

    def ask(self) -> Ask:
        """Give room for the name."""
        hint = _("Put your key in and press enter, if you have one.") if self.at.sticks else ""
        return Ask(_("Your name:"), limit=80, hint=hint)

    def typed(self, text: str) -> "Page | Wrong":
        """Go on to the passphrase, or to the keys that are in."""
        if text:
            return PassphrasePage(self.at, text)
        if keys_on(self.at.sticks):
            return KeysPage(self.at)
        return Wrong(_("Type your name."))


class PassphrasePage(Page):
    """The passphrase; nobody sees it."""

    def __init__(self, at: "At", name: str) -> None:
        super().__init__(at)
        self.name = name

    def title(self) -> str:
        """Ask for it."""
        return _("Hello {name}").format(name=self.name)

    def text(self) -> Sequence[str]:
        """Say what went wrong before at this screen."""
        wait = self.at.told.wait(self.at.clock.now())
        return [_said_wait(wait)] if wait else []

    def ask(self) -> Ask:
        """Give room for the passphrase."""
        return Ask(_("Your passphrase:"), limit=200, secret=True)

    def typed(self, text: str) -> Wait | Wrong:
        """Try it."""
        if not text:
            return Wrong(_("Type your passphrase."))
        return trying(self.at, self.name, text)


class KeysPage(Page):
    """The keys that are in."""

    def title(self) -> str:
        """Ask which."""
        return _("Whose key is it?")

    def choices(self) -> Sequence[Choice]:
        """Give a line a key."""
        found = []
        for path in keys_on(self.at.sticks):
            with suppress(EdtuiError):
                key = read_key(path, PERSON)
                found.append(Choice(key.name, partial(self._with, key, path)))
        return found

    def _with(self, key: KeyFile, path: Path) -> Wait | Wrong:
        return trying(self.at, key.name, key.secret, path)


def trying(at: "At", name: str, passphrase: str, key_file: Path | None = None) -> Wait | Wrong:
    """Give the attempt to sign in, or how long to wait before the next one."""
    wait = at.told.wait(at.clock.now())
    if wait:
        return Wrong(_said_wait(wait))

    def work() -> Desk | EdtuiError:
        try:
            return at.sign_in(name, passphrase)
        except EdtuiError as error:
            return error

    def then(found: object) -> "Page | Move | Wrong | Instead":
        if isinstance(found, Desk):
            at.become(found, key_file)
            return Move.HOME
        if isinstance(found, NotAtKiosk):
            # What that person could read was in this process for a moment: it ends.
            at.told = at.told._replace(said=found.sentence)
            return Move.OUT
        if isinstance(found, EdtuiError) and found.exit_status == WRONG_KEY:
            return Wrong(_("Name and passphrase do not fit together. Try again."))
        return Wrong(explain(found) if isinstance(found, EdtuiError) else "")

    return Wait(_("One moment, your part is being opened."), work, then)


def _said_wait(seconds: int) -> str:
    return ngettext(
        "Wait {count} second before you try again.",
        "Wait {count} seconds before you try again.",
        seconds,
    ).format(count=seconds)
