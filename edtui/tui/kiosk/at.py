"""Who is at the kiosk now, and what is open for them: the desk under the pages."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from edtui.clock import Clock
from edtui.desk import kiosk_open, kiosk_own, kiosk_send
from edtui.desk.kiosk_settings import kiosk_settings
from edtui.desk.seating import WRONG_KEY
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.vault_of import vault_of
from edtui.errors import EdtuiError
from edtui.locale import _, spoken
from edtui.records.kiosk import HELP_PHONE, Kiosk, KioskSettings, closed_until
from edtui.tui.kiosk.told import Told

PATIENCE = 2.0
"""Seconds that a save waits for another terminal that is writing."""

MANY = 5
"""After so many failed attempts in a row the desk is told."""


class At:
    """One visit: as nobody, until somebody signs in; then as that person, until it ends."""

    def __init__(
        self,
        desk: Desk,
        path: Path,
        clock: Clock,
        *,
        told: Told | None = None,
        sticks: Sequence[Path] = (),
    ) -> None:
        self.desk = desk
        vault_of(desk).log.patience = PATIENCE
        self.path = path
        self.clock = clock
        self.told = told or Told()
        self.sticks = sticks
        """Folders in which sticks with key files appear."""
        self.began = clock.now()
        self.own = False
        """Whether somebody signed in."""
        self.key_file: Path | None = None
        """The key file that was signed in with: without it the visit ends."""
        self.sent: list[object] = []
        """What was reported in this visit, so that it is not asked for twice."""
        self._kiosk = kiosk_open.own_kiosk(desk)
        self._settings: KioskSettings | None = None

    @property
    def settings(self) -> KioskSettings:
        """Give what kiosks show, as of the last look."""
        if self._settings is None:
            self._settings = kiosk_settings(self.desk)
        return self._settings

    def look_again(self) -> None:
        """Read anew what the desk may have changed."""
        self._settings = None

    @property
    def kiosk(self) -> Kiosk:
        """Give this kiosk as the desk knows it now."""
        if not self.own:
            self._kiosk = kiosk_open.own_kiosk(self.desk) or self._kiosk
        return self._kiosk or Kiosk(user_id=self.desk.vault.user_id, name="")

    @property
    def team(self) -> str:
        """Give the team's name."""
        return team_settings(self.desk).team_name

    @property
    def help_line(self) -> str:
        """Give the line with help, in the language that is spoken."""
        own = self.settings.help_words.spoken(spoken())
        usual = _("Is it too much now? Call {phone}, day and night, or ask somebody here.")
        return own or usual.format(phone=HELP_PHONE)

    def closed(self) -> tuple[bool, datetime | None]:
        """Say whether the kiosk is closed now, and from when it is open."""
        if self.kiosk.closed:
            return True, None
        return closed_until(self.settings, self.clock.now())

    @property
    def reset(self) -> bool:
        """Say whether the desk asked to begin anew since this visit began."""
        asked = self.kiosk.reset_at
        return asked is not None and asked > self.began

    def sign_in(self, name: str, passphrase: str) -> Desk:
        """Open with somebody's keys; slow. What fails is counted, logged, and told at five.

        Raises:
            EdtuiError: it does not open, or it is somebody who does not sign in here.
        """
        try:
            desk = kiosk_open.sign_in(self.path, name, passphrase, self.clock)
        except EdtuiError as error:
            if error.exit_status == WRONG_KEY:
                self._failed()
            raise
        kiosk_own.own(desk)
        return desk

    def become(self, desk: Desk, key_file: Path | None = None) -> None:
        """Be the person who signed in; what nobody could open is closed."""
        nobody, self.desk = self.desk, desk
        vault_of(desk).log.patience = PATIENCE
        self.own, self.key_file = True, key_file
        self.told = self.told.right()
        nobody.close()

    def _failed(self) -> None:
        self.told = self.told.wrong(self.clock.now())
        kiosk_open.log_failed(self.desk, self.path)
        if self.told.failed % MANY == 0:
            kiosk_send.alarm(self.desk, self.told.failed)

    @property
    def key_gone(self) -> bool:
        """Say whether the key file that was signed in with was taken out."""
        return self.key_file is not None and not self.key_file.exists()

    def close(self) -> None:
        """Close what is open."""
        self.desk.close()
