"""Eight kiosks and a desk on one vault, in processes of their own that are killed now and then.

``python eight.py FOLDER SECONDS`` prints what was sent, what arrived, and how often, as JSON.
"""

import json
import os
import random
import select
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from edtui import locale
from edtui.clock import FixedClock
from edtui.desk import kiosk_plugin, kiosk_post, kiosk_send, kiosk_settings
from edtui.desk.kiosk_keys import read_key
from edtui.desk.kiosk_open import open_as_nobody
from edtui.desk.team import create_team, open_team
from edtui.errors import EdtuiError
from edtui.records.kiosk import Poll, Words
from edtui.records.kiosk_letter import LetterKind
from edtui.tui.kiosk.at import At
from edtui.tui.kiosk.layout import lay_out
from edtui.tui.kiosk.visit import Visit
from edtui.tui.surroundings import Marks
from edtui.vault.errors import Locked
from edtui.vault.kdf import FAST

KIOSKS = 8
PHRASE = "linde boot kraan zeven"
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
STEP = timedelta(seconds=5)
KEYS = [*"0123456789", "up", "down", "enter", "escape", *"abc ", "backspace"]


def kiosk(path: Path, key: Path, number: int, pipe: int) -> None:
    """Be a kiosk: random keys, and now and then something that must arrive."""
    chance = random.Random(f"{number} {os.getpid()}")
    clock = FixedClock(NOON, seed=os.getpid())
    at = None
    while at is None:
        with suppress(Locked):
            at = At(open_as_nobody(path, read_key(key), clock), path, clock)
    visit, sent = Visit(at), 0
    while True:
        for _press in range(20):
            name = chance.choice(KEYS)
            visit.press(name, name if len(name) == 1 else "")
            if visit.waiting is not None:
                visit.waiting = None
            if visit.ended is not None:
                visit = Visit(at)
        lay_out(visit, 80, 24, Marks())
        clock.advance(STEP)
        text = f"{number}-{os.getpid()}-{sent}"
        with suppress(Locked):
            os.write(pipe, f"try {text}\n".encode())
            kiosk_send.say(at.desk, text, good=False)
            os.write(pipe, f"sent {text}\n".encode())
            sent += 1
        with suppress(EdtuiError):
            at.desk.take_news()
            visit.look()
            if visit.ended is not None:
                visit = Visit(at)


class Hall:
    """The eight processes, and what they said that they sent."""

    def __init__(self, path: Path, keys: list[Path]) -> None:
        self.path, self.keys = path, keys
        self.pipes: dict[int, bytes] = {}
        self.children: dict[int, int] = {}
        self.tried: set[str] = set()
        self.sent: set[str] = set()
        self.died = 0
        """How many ended otherwise than by being killed."""

    def start(self, number: int) -> None:
        reads, writes = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(reads)
            try:
                kiosk(self.path, self.keys[number], number, writes)
            finally:
                os._exit(1)
        os.close(writes)
        self.children[number], self.pipes[reads] = pid, b""

    def kill(self, number: int) -> None:
        os.kill(self.children[number], signal.SIGKILL)
        self.died += os.waitpid(self.children[number], 0)[1] != signal.SIGKILL

    def hear(self) -> None:
        ready, _writes, _errors = select.select(list(self.pipes), [], [], 0.01)
        for one in ready:
            data = os.read(one, 65_536)
            if not data:
                os.close(one)
                del self.pipes[one]
                continue
            *whole, self.pipes[one] = (self.pipes[one] + data).split(b"\n")
            for line in whole:
                word, _space, text = line.decode().partition(" ")
                (self.sent if word == "sent" else self.tried).add(text)


def take(desk, arrived: list[str]) -> None:
    """Take in what came, as the desk does."""
    with suppress(Locked):
        desk.take_news()
        kiosk_plugin.look_after(desk)
        for one in kiosk_post.letters(desk):
            if one.kind is LetterKind.IDEA:
                kiosk_post.done(desk, one.id)
                arrived.append(one.said)


def made(folder: Path, clock) -> tuple[Path, list[Path]]:
    """Make the vault and the keys."""
    path = folder / "team.edtui"
    desk = create_team(path, "Team", "anna", PHRASE, clock=clock, kdf=FAST, remembered=False).desk
    keys = [folder / f"{number}.key" for number in range(KIOSKS)]
    for number, key in enumerate(keys):
        kiosk_settings.set_up(desk, f"Hal {number}", key)
    poll = Poll(mark="p", question=Words(nl="?"), answers=(Words(nl="a"), Words(nl="b")))
    kiosk_settings.change(desk, poll=poll)
    desk.close()
    return path, keys


def main(folder: Path, seconds: float) -> dict:
    """Let them go, kill one now and then, take in what comes."""
    locale.speak("nl")
    clock = FixedClock(NOON)
    path, keys = made(folder, clock)
    hall = Hall(path, keys)
    for number in range(KIOSKS):
        hall.start(number)
    desk = open_team(path, "anna", PHRASE, clock=clock, remembered=False)
    chance, arrived, kills = random.Random(3), [], 0
    began = time.monotonic()
    while time.monotonic() < began + seconds or kills < 4 or len(hall.sent) <= 8:
        hall.hear()
        take(desk, arrived)
        if time.monotonic() >= began + (kills + 1) * seconds / 10:
            number = chance.randrange(KIOSKS)
            hall.kill(number)
            hall.start(number)
            kills += 1
    for number in range(KIOSKS):
        hall.kill(number)
    while hall.pipes:
        hall.hear()
    desk.close()
    desk = open_team(path, "anna", PHRASE, clock=clock, remembered=False)
    take(desk, arrived)
    report = desk.vault.verify()
    desk.close()
    ours = [text for text in arrived if text in hall.tried]
    return {
        "sent": len(hall.sent),
        "lost": sorted(hall.sent - set(ours)),
        "twice": sorted(text for text, count in Counter(ours).items() if count > 1),
        "kills": kills,
        "died": hall.died,
        "verified": report.overstepped == {},
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), float(sys.argv[2]))))
