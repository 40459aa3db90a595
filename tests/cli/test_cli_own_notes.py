"""``edtui notes``: a confidant's own, and what a coordinator counts."""

import io
import shutil

import pytest

FIRST = "regen op het dakraam"


@pytest.fixture(scope="module")
def shared(made_vault, tmp_path_factory):
    """The vault with a confidant in it."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from support.command_line import PASSPHRASE

    from edtui.clock import FixedClock
    from edtui.desk import members, team
    from edtui.vault.kdf import FAST

    path = shutil.copy(made_vault, tmp_path_factory.mktemp("notes") / "team.edtui")
    clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam")))
    desk = team.open_team(path, "anna", PASSPHRASE, clock=clock, remembered=False)
    members.add_member(desk, "bram", FIRST, "confidant", kdf=FAST)
    desk.close()
    return path


@pytest.fixture
def vault(shared, tmp_path):
    return shutil.copy(shared, tmp_path / "team.edtui")


@pytest.fixture
def bram(edtui):
    return lambda *arguments: edtui(*arguments, passphrase=FIRST, user="bram")


def test_from_writing_to_counting(edtui, bram, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("Zij hoorde het van een ander.\n"))
    made = bram("notes", "add", "mw. Jansen", "--nature", "complaint", "--involuntary", "seclusion",
                "--minutes", "25", "--text", "--json")  # fmt: skip
    assert made.status == 0, made.err
    assert "This looks like a name." in made.err, "a hint, and it is saved all the same"
    assert made.json[0]["themes"] == ["seclusion"]
    monkeypatch.setattr("sys.stdin", io.StringIO("[/b] en meer\n"))
    assert bram("notes", "write", 1, "--minutes", "10").status == 0
    assert "[/b] en meer" in bram("notes", "show", 1).out
    listed = bram("notes", "list")
    assert "mw. Jansen" in listed.out
    assert "ander" not in listed.out, "the text only where it is asked for"
    assert "One line was sent." in bram("notes", "send").out
    assert "Everything was counted" in bram("notes", "send").out
    assert bram("notes", "close", 1, "understood").status == 0
    assert "No note is over its time." in bram("notes", "erase").out

    counted = edtui("notes", "counts", "--json")
    assert counted.json == [{"what": "Matters", "which": "", "count": "<5"}]
    assert edtui("notes", "counts", 2026, "--quarter", 4).status == 0


def test_who_is_something_else_is_told_so(edtui, bram):
    for words in (["list"], ["show", 1], ["erase"], ["send"], ["add", "x"]):
        answer = edtui("notes", *words)
        assert answer.status == 6, words
        assert "not open to you as coordinator" in answer.err
        assert "open to a confidant alone" in answer.err
        assert "Ask the coordinator" not in answer.err, "who would be asked is who asks"
    assert bram("notes", "counts").status == 6
    assert bram("notes", "show", 9).status == 1
    assert bram("notes", "add", "x", "--nature", "nonsense").status == 2
