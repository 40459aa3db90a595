"""Putting a backup in the place of a file that is lost, broken or older than it was."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, say
from edtui.tui.dialogs.secrets import Asked, Secrets

if TYPE_CHECKING:
    from edtui.desk.session import Desk
    from edtui.tui.desk_open import DeskOpen
    from edtui.tui.shell import Shell

_TOLD = N_(
    "Type where the backup is, and the name and passphrase with which its owner signed in on that "
    "day. The file that stands there now is kept beside it."
)


def ask_backup(shell: "Shell", name: str, path: str, then: Callable[[str | None], None]) -> None:
    """Ask which backup, and put it back; ``then`` gets what there is to say, None when left."""

    def run(typed: Mapping[str, str]) -> str:
        backup = Path(typed["file"]).expanduser()
        return say(shell.door.put_back(backup, typed["name"], typed["passphrase"]))

    asked = [
        Asked("file", N_("File"), secret=False, value=path),
        Asked("name", N_("Name"), secret=False, value=name),
        Asked("passphrase", N_("Passphrase")),
    ]
    shell.push_screen(
        Secrets(_("Put back a backup"), asked, run, told=Sentence(_TOLD)),
        lambda said: then(said if isinstance(said, str) else None),
    )


def put_back_at_desk(app: "DeskOpen", desk: "Desk") -> None:
    """Put back a backup while the vault is open to read; afterwards somebody signs in again."""

    async def done(said: str | None) -> None:
        if said is not None:
            await app.lock(said)

    def then(said: str | None) -> None:
        app.call_later(done, said)

    ask_backup(app, desk.vault.user, newest_backup(desk), then)


def newest_backup(desk: "Desk") -> str:
    """Give the path of the newest backup that is at hand; empty for none."""
    from edtui.desk import backups

    try:
        found = [kept for one in backups.folders(desk) if one.present for kept in one.backups]
    except (EdtuiError, OSError):
        return ""
    if not found:
        return ""
    newest = max(found, key=lambda kept: kept.dated)
    return str(newest.folder / newest.name)
