"""``edtui kiosk``: setting one up, its post, and the kiosk line by line over a pipe."""

import os
import subprocess
import sys

import pytest

from edtui.cli.front import run
from edtui.config import config_dir
from edtui.desk import members, team
from edtui.vault.kdf import FAST

RIET = "vuur kers lamp negen wolk"
PLAIN = """
import sys
from edtui.__main__ import main
sys.exit(main(["--lang", "en", "--now", "2026-11-21T12:00", "kiosk", "--plain", "--once"]))
"""


@pytest.fixture
def hall(edtui):
    answer = edtui("kiosk", "setup", "Hall")
    assert answer.status == 0, answer.err
    assert "number 1" in answer.out
    return config_dir() / "kiosk.key"


def at_kiosk(answers: str) -> str:
    """Answer the kiosk line by line, in a process of its own; give what it said."""
    done = subprocess.run(
        [sys.executable, "-c", PLAIN], input=answers, capture_output=True, text=True,
        env=dict(os.environ), check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_set_up_sent_at_the_kiosk_and_taken_in_at_the_desk(edtui, hall):
    assert hall.stat().st_mode & 0o077 == 0
    assert "Welcome at Team Noord" in at_kiosk("")
    said = at_kiosk("2\n3\n1\nJan\nkamer 3\n\n\n1\n2\n")
    assert "It has been sent." in said
    letters = edtui("kiosk", "post", "--json").json
    assert [one["kind"] for one in letters] == ["talk"]
    assert letters[0]["talk"]["reach"] == "kamer 3"
    shown = edtui("kiosk", "post").out
    assert "How to reach: kamer 3" in shown
    taken = edtui("kiosk", "take", letters[0]["id"])
    assert taken.out.startswith("client_talks ")
    assert edtui("kiosk", "take", letters[0]["id"]).status == 1
    assert edtui("kiosk", "post", "--json").json == []
    (kiosk,) = edtui("kiosk", "list", "--json").json
    assert kiosk["last_seen"].startswith("2026-11-21T12:00")


def test_closed_opened_begun_anew_and_removed(edtui, hall):
    assert edtui("kiosk", "close", 1).status == 0
    assert "closed now" in at_kiosk("")
    assert edtui("kiosk", "open", 1).status == 0
    assert "closed now" not in at_kiosk("")
    assert edtui("kiosk", "reset", 1).status == 0
    assert edtui("kiosk", "publish").out == "0\n"
    assert edtui("kiosk", "polls", "--json").json == []
    again = edtui("kiosk", "setup", "Hall 2")
    assert again.status == 5
    assert edtui("kiosk", "remove", 1, "--yes").status == 0
    assert edtui("kiosk", "list", "--json").json == []


def test_an_own_key_on_a_stick(edtui, vault, tmp_path, clock):
    desk = team.open_team(vault, "anna", "linde boot kraan zeven", clock=clock)
    members.add_member(desk, "riet", RIET, "peer_worker", kdf=FAST)
    desk.close()
    answer = edtui("kiosk", "key", tmp_path, user="riet", passphrase=RIET)
    assert answer.status == 0
    assert "as a key of a door" in answer.err
    (path,) = tmp_path.glob("*.edtui-key")
    assert path.stat().st_mode & 0o077 == 0
    assert edtui("kiosk", "key", tmp_path).status == 6  # a coordinator does not sign in there
    assert edtui("kiosk", "key", tmp_path / "none", user="riet", passphrase=RIET).status == 2


def test_what_is_refused(edtui):
    assert run(["--lang", "en", "kiosk", "--plain"]) == 2  # no screens were given
    assert edtui("kiosk", "nothing").status == 2
    assert edtui("kiosk", "take", 7).status == 1
