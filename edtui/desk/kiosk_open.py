"""Opening a vault at a kiosk: as nobody with the kiosk's key, or as who signs in there."""

from datetime import datetime
from pathlib import Path

from edtui.clock import Clock
from edtui.desk import failed_sign_ins, grants
from edtui.desk.kiosk_keys import KeyFile
from edtui.desk.session import Desk
from edtui.desk.team import open_team
from edtui.errors import N_, EdtuiError, NotAllowed
from edtui.records.kiosk import Kiosk

AT_KIOSK = (grants.PEER_WORKER, grants.CONFIDANT)
"""Who signs in at a kiosk."""


class NotAtKiosk(NotAllowed):
    """Who signs in has another role, whose keys are not for a shared terminal."""

    sentence = N_("At this screen only peer workers and confidants sign in.")
    hint = N_("Use the desk's own computer.")


class NoKiosk(NotAllowed):
    """The key file is not a kiosk's."""

    sentence = N_("That key is not a kiosk's.")


def open_as_nobody(path: Path, key: KeyFile, clock: Clock) -> Desk:
    """Open with the keys of a kiosk: the shelf to read, letterboxes to drop into.

    Raises:
        NoKiosk: the key is of somebody with another role.
        edtui.vault.errors.WrongPassphrase: the key opens nothing (any more).
        edtui.vault.errors.Damaged: the file is broken or was changed outside the program.
    """
    desk = open_team(path, key.name, key.secret, clock=clock)
    if desk.vault.role != grants.KIOSK:
        desk.close()
        raise NoKiosk
    return desk


def sign_in(path: Path, name: str, passphrase: str, clock: Clock) -> Desk:
    """Open with the keys of a peer worker or a confidant. Slow by intent.

    Raises:
        NotAtKiosk: it is somebody else. What that person could read was in this process for a
            moment: let the process end.
        edtui.vault.errors.WrongPassphrase: name and passphrase do not open the vault.
    """
    desk = open_team(path, name, passphrase, clock=clock)
    if desk.vault.role not in AT_KIOSK:
        desk.close()
        raise NotAtKiosk
    return desk


def log_failed(desk: Desk, path: Path) -> None:
    """Write into the log, with the kiosk's key, that somebody tried to sign in and did not."""
    moments: list[datetime] = failed_sign_ins.waiting(path)
    if not moments or not desk.log.kept:
        return
    try:
        desk.log.failed_sign_ins(moments)
    except EdtuiError:
        return  # they wait for the next who signs in
    failed_sign_ins.written(path)


def own_kiosk(desk: Desk) -> Kiosk | None:
    """Give the kiosk at whose desk this is; None where the desk removed it from its list."""
    return next(iter(desk.having(Kiosk, "user_id", desk.vault.user_id)), None)
