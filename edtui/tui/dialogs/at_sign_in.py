"""What somebody is told right after signing in: a file that is not the newest, a first time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.tui.dialogs.secrets import AGAIN, FIRST, Asked, Secrets
from edtui.tui.dialogs.ways import Way, Ways

if TYPE_CHECKING:
    from edtui.desk.session import Desk
    from edtui.tui.desk_open import DeskOpen

READ, PUT_BACK, ACCEPT = "read", "put_back", "accept"
_READ = Way(READ, N_("only read"), N_("Nothing can be changed; look for the newer file first."))
_PUT_BACK = Way(
    PUT_BACK,
    N_("put a backup back"),
    N_("The file that stands there now is kept beside it. Only an owner can do this."),
)
_ACCEPT = Way(
    ACCEPT,
    N_("go on with this file"),
    N_("What is missing stays missing. Only an owner can do this, and it is written in the log."),
)


def greet(app: "DeskOpen", desk: "Desk") -> None:
    """Tell what there is to tell, one thing at a time."""
    alarm: EdtuiError | None = getattr(desk.vault, "alarm", None)
    if alarm is not None:
        from edtui.vault.losses import NotRemembered

        unsure = isinstance(alarm, NotRemembered)
        title = _("Is this the newest file?") if unsure else _("This is not the newest file")
        app.push_screen(
            Ways(title, explain(alarm), [_READ, _PUT_BACK, _ACCEPT]),
            lambda way: _answered(app, desk, way),
        )
    elif getattr(desk, "first_time", False):
        first_time(app, desk)


def _answered(app: "DeskOpen", desk: "Desk", way: str | None) -> None:
    if way == ACCEPT:
        from edtui.desk.health import accept_loss

        try:
            accept_loss(desk)
        except EdtuiError as error:
            app.notify(explain(error), severity="warning", timeout=15)
        else:
            app.notify(_("This file is the one to go on with now."))
    elif way == PUT_BACK:
        from edtui.tui.dialogs.putting_back import put_back_at_desk

        put_back_at_desk(app, desk)


def first_time(app: "DeskOpen", desk: "Desk") -> None:
    """Ask for an own passphrase: whoever let somebody in knew the first one."""
    from edtui.tui.dialogs.sheet import show_sheet

    def own(typed: Mapping[str, str]) -> list[str]:
        from edtui.desk.members import make_own

        return make_own(desk, typed["old"], typed[FIRST])

    told = Sentence(
        N_(
            "Welcome, {name}. Choose a passphrase that nobody else knows; you get a recovery sheet "
            "of your own with it."
        ),
        {"name": desk.vault.user},
    )
    asked = [
        Asked("old", N_("First passphrase")),
        Asked(FIRST, N_("New passphrase")),
        Asked(AGAIN, N_("Once more")),
    ]
    dialog = Secrets(_("Your own key"), asked, own, told=told, known=(desk.vault.user,))
    app.push_screen(dialog, lambda words: show_sheet(app, desk, desk.vault.user, words))
