"""Four processes save, compact and are killed at any moment: none lost, none twice, no false alarm.

10,000 confirmed saves as a rule; ``EDTUI_KILL_LOOP`` for as many as one likes.
"""

import os
import random
import signal
import subprocess
import sys
import threading
import time

from edtui.vault import create_vault, open_vault
from edtui.vault.kdf import FAST

WANTED = int(os.environ.get("EDTUI_KILL_LOOP", "10000"))
WRITERS = 4
PHRASE = "vier losse woorden samen"

WRITER = """
import sys
from pathlib import Path
from edtui.vault import open_vault
path, state, who, every = sys.argv[1:]
vault = open_vault(path, "gonda", sys.argv[0] or PHRASE, state_dir=Path(state))
assert vault.alarm is None, "an alarm"
saves = vault.db.table("saves")
number = 0
while True:
    saves.insert({"who": who, "number": number, "text": "x" * (number % 9 * 100)})
    print(number, flush=True)
    number += 1
    if number % int(every) == 0:
        vault.compact()
""".replace("sys.argv[0] or PHRASE", repr(PHRASE))


class Killer(threading.Thread):
    """Starts one writer after the other and kills each in the middle of something."""

    def __init__(self, path, state, name, counted):
        super().__init__()
        self.path, self.state, self.called, self.counted = path, state, name, counted
        self.chance = random.Random(name)
        self.said: dict[str, int] = {}
        """Writer to how many saves it said were saved."""
        self.trouble = ""

    def run(self):
        while sum(self.counted.values()) < WANTED and not self.trouble:
            self.one_writer(f"{self.called}.{len(self.said)}")

    def one_writer(self, who):
        every = str(self.chance.choice((25, 40, 70)))
        command = [sys.executable, "-c", WRITER, self.path, self.state, who, every]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        wanted = self.chance.randrange(40, 900) if WANTED > 500 else 20
        read = 0
        for line in child.stdout:
            read = int(line) + 1
            self.counted[self.called] += 1
            if read >= wanted:
                break
        time.sleep(self.chance.random() * 0.004)
        child.send_signal(signal.SIGKILL)
        # Not communicate(): it passes by what the loop above has read ahead.
        with child:
            rest, error = child.stdout.read(), child.stderr.read()
        lines = [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        self.counted[self.called] += len(lines)
        self.said[who] = int(lines[-1]) + 1 if lines else read
        if child.returncode != -signal.SIGKILL:
            self.trouble = error


def test_four_writers_killed_at_any_moment(tmp_path):
    path, state = tmp_path / "team.edtui", tmp_path / "state"
    create_vault(path, user="gonda", passphrase=PHRASE, kdf=FAST, state_dir=state).vault.close()
    counted = {f"writer {number}": 0 for number in range(WRITERS)}
    killers = [Killer(path, state, name, counted) for name in counted]
    for one in killers:
        one.start()
    for one in killers:
        one.join()
    assert [one.trouble for one in killers] == [""] * WRITERS
    said = {who: count for one in killers for who, count in one.said.items()}
    assert sum(said.values()) >= WANTED

    vault = open_vault(path, "gonda", PHRASE, state_dir=state)
    assert vault.alarm is None
    assert vault.info().generation > 3
    found: dict[str, list[int]] = {who: [] for who in said}
    for one in vault.db.table("saves"):
        found[one["who"]].append(one["number"])
    for who, numbers in found.items():
        # One save more than was said is fine: it was whole when the kill came.
        assert numbers in (list(range(said[who])), list(range(said[who] + 1))), who
    vault.verify()
    vault.close()
    assert not list(tmp_path.glob("*.new"))
