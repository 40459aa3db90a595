"""A door to a vault without a file, so that screens are tested without waiting for a key."""

from datetime import datetime
from zoneinfo import ZoneInfo

from edtui.clock import FixedClock
from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError, Sentence
from edtui.tui.door import Created, Survey
from support.memory_vault import MemoryVault

PASSPHRASE = "kraan mos zeven linde vilt"
WORDS = [f"woord{number}" for number in range(1, 25)]


class Refused(EdtuiError):
    sentence = N_("No.")
    exit_status = 3


class MemoryDoor:
    """Opens for ``anna`` with `PASSPHRASE`; makes a vault in memory."""

    def __init__(self, clock=None, *, exists=True, label="Team Noord"):
        self.clock = clock or FixedClock(
            datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam"))
        )
        self.exists = exists
        self.label = label
        self.vault = MemoryVault()
        self.fails: Exception | None = None
        self.closed = 0
        self.demo = False
        self.shown = None
        self.survey = Survey()
        self.fails_ways: Exception | None = None
        self.put = None

    def open(self, name, passphrase):
        if self.fails:
            raise self.fails
        if (name, passphrase) != ("anna", PASSPHRASE):
            raise Refused
        return Desk(self.vault, self.clock)

    def recover(self, name, words, passphrase):
        if name != "anna" or list(words) != WORDS:
            raise Refused
        return Desk(self.vault, self.clock)

    def create(self, label, name, passphrase):
        if self.fails:
            raise self.fails
        self.label, self.exists = label, True
        self.vault.user = name
        return Created(Desk(self.vault, self.clock), WORDS)

    def fill_demo(self, desk):
        self.demo = True

    def front(self):
        return self.shown

    def look_after(self, desk):
        return self.survey

    def salvage(self, name, passphrase):
        if self.fails_ways:
            raise self.fails_ways
        return Sentence("All was saved.")

    def put_back(self, backup, name, passphrase):
        if self.fails_ways:
            raise self.fails_ways
        self.put = backup
        return Sentence("It was put back.")

    def close(self, desk):
        self.closed += 1
