"""Members, log, privacy and backups on the command line."""

import shutil

import pytest
from support.command_line import PASSPHRASE

from edtui.desk import team
from edtui.vault.kdf import FAST

FIRST = "regen op het dakraam"
NEW = "kiwi wolk trommel pad"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Keys that are derived in no time: the cost of guessing is tested elsewhere."""
    monkeypatch.setattr("edtui.vault.kdf.calibrated", lambda *_: FAST)


@pytest.fixture
def bert(edtui):
    """Bert, let in with a role."""

    def let_in(role):
        answer = edtui("users", "add", "bert", role, passphrase=f"{PASSPHRASE}\n{FIRST}")
        assert answer.status == 0, answer.err
        return answer

    return let_in


def test_who_may_sign_in(edtui, bert):
    answer = bert("kiosk")
    words = [line.split()[1::2] for line in answer.out.splitlines() if line[:2].strip().isdigit()]
    assert sum(map(len, words)) == 16
    listed = edtui("users", "list", "--json").json
    assert [(row["name"], row["role"], row["owner"]) for row in listed] == [
        ("anna", "coordinator", True),
        ("bert", "kiosk", False),
    ]
    assert "kiosk" in edtui("users", "list").out


def test_a_role_without_a_key_is_six(edtui, bert):
    bert("kiosk")
    for arguments in (
        ["people", "list"],
        ["people", "show", "1"],
        ["log"],
        ["users", "remove", "anna", "--yes"],
        ["privacy", "access", "1"],
        ["vault", "restore", __file__, "--yes"],
    ):
        answer = edtui(*arguments, user="bert", passphrase=FIRST)
        assert answer.status == 6, arguments
        assert answer.out == ""
        assert "Traceback" not in answer.err


def test_an_own_passphrase_at_the_first_sign_in(edtui, bert):
    bert("confidant")
    answer = edtui("users", "passphrase", "--first", user="bert", passphrase=f"{FIRST}\n{NEW}")
    assert answer.status == 0, answer.err
    assert edtui("vault", "info", user="bert", passphrase=FIRST).status == 3
    assert edtui("vault", "info", user="bert", passphrase=NEW).status == 0
    sheet = " ".join(
        word
        for line in answer.out.splitlines()
        if line[:2].strip().isdigit()
        for word in line.split()[1::2]
    )
    again = edtui("users", "recover", user="bert", passphrase=f"{sheet}\n{FIRST} tien")
    assert again.status == 0, again.err
    assert edtui("vault", "info", user="bert", passphrase=f"{FIRST} tien").status == 0


def test_another_role_and_none(edtui, bert):
    bert("kiosk")
    assert edtui("users", "role", "bert", "auditor").status == 0
    assert edtui("log", user="bert", passphrase=FIRST).status == 0
    assert edtui("users", "remove", "bert").status == 2, "without a terminal it needs --yes"
    assert edtui("users", "remove", "bert", "--yes").status == 0
    assert edtui("log", user="bert", passphrase=FIRST).status == 3
    assert edtui("users", "remove", "bert", "--yes").status == 2
    assert edtui("users", "role", "anna", "kiosk").status == 6, "an owner stays"


def test_the_log_tells_who_and_not_what(edtui, bert):
    bert("auditor")
    number = edtui("people", "add", "Riet van Dam", "--notes", "geheim", "--json").json[0]["id"]
    edtui("people", "show", str(number))
    edtui("people", "show", str(number))
    assert edtui("people", "list", passphrase="iets heel anders").status == 3

    def lines(*more):
        return edtui("log", "--json", *more, user="bert", passphrase=FIRST).json

    read = lines("--event", "read", "--person", str(number))
    assert [(line["user"], line["times"]) for line in read] == [("anna", 2)]
    assert {line["event"] for line in lines("--person", str(number))} == {"create", "read"}
    assert [line["many"] for line in lines("--event", "sign_in_failed")] == [1]
    assert lines("--who", "bert", "--since", "2026-11-21")
    assert lines("--until", "2026-11-20") == []
    told = edtui("log", user="bert", passphrase=FIRST)
    assert "Riet" not in told.out
    assert "geheim" not in told.out
    assert edtui("log", "--event", "dance", user="bert", passphrase=FIRST).status == 2
    assert edtui("log", "--who", "nobody", user="bert", passphrase=FIRST).status == 2


def test_everything_about_one_person(edtui):
    edtui("people", "add", "Kees Post")
    number = edtui("people", "add", "Riet van Dam", "--notes", "Sprak Kees", "--json").json[0]["id"]
    answer = edtui("privacy", "access", str(number))
    assert "Riet van Dam" in answer.out
    assert "Kees" not in answer.out
    assert "21 December 2026" in answer.err or "21 Dec 2026" in answer.err
    [kept] = edtui("privacy", "access", str(number), "--json").json
    assert kept["table"] == "people"
    assert kept["notes"].startswith("Sprak █")


def test_erased_for_good(edtui, tmp_path):
    (tmp_path / "stick").mkdir()
    number = str(edtui("people", "add", "Riet van Dam", "--json").json[0]["id"])
    asked = edtui("privacy", "erase", number, "--dry-run", "--json")
    assert asked.json == [{"goes": {"people": 1}, "lets_go": 0, "mentions": []}]
    assert edtui("privacy", "erase", number).status == 2
    assert edtui("people", "show", number).status == 0
    edtui("vault", "backup", "--folder", tmp_path / "stick", "--plan")
    [done] = edtui("privacy", "erase", number, "--yes", "--json").json
    assert (done["records"], done["backups"]) == (1, 1)
    assert done["backups_until"] > "2026-11-21"
    assert edtui("people", "show", number).status == 1
    assert edtui("privacy", "erase", number, "--yes").status == 1


def test_what_was_kept_too_long(edtui):
    number = edtui("people", "add", "Riet van Dam", "--json").json[0]["id"]
    edtui("people", "status", str(number), "left", "--on", "2025-01-01")
    [kept] = edtui("privacy", "retention", "--json").json
    assert (kept["table"], kept["id"], kept["keep_until"]) == ("people", number, "2026-01-01")
    assert "Riet van Dam" in edtui("privacy", "retention").out
    assert edtui("privacy", "retention", "--erase").status == 2
    assert edtui("privacy", "retention", "--erase", "--yes").status == 0
    assert edtui("privacy", "retention", "--json").json == []


def test_backups_made_listed_tried_and_put_back(edtui, vault, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    assert edtui("vault", "backup").status == 2, "no folder yet"
    made = edtui("vault", "backup", "--folder", folder, "--hours", "12", "--plan")
    assert made.status == 0, made.err
    path = made.out.strip()
    assert edtui("vault", "backup", "--due").out.strip() == "No backup is due."
    [kept] = edtui("vault", "backup", "--list", "--json").json
    assert (kept["folder"], kept["there"], kept["day"]) == (str(folder), True, "2026-11-21")
    assert edtui("vault", "backup", "--try").status == 0
    edtui("people", "add", "Riet van Dam")
    shown = edtui("vault", "restore", path, "--dry-run", "--json").json
    assert [row["lost"] for row in shown if row["table"] == "people"] == [1]
    assert edtui("vault", "restore", path).status == 2
    assert len(edtui("people", "list", "--json").json) == 2
    assert edtui("vault", "restore", path, "--yes").status == 0
    assert len(edtui("people", "list", "--json").json) == 1
    shutil.move(vault, tmp_path / "lost")
    again = edtui("vault", "restore", path, "--replace", "--yes")
    assert again.status == 0, again.err
    assert len(edtui("people", "list", "--json").json) == 1
    assert edtui("vault", "restore", tmp_path / "nothing").status == 2


def test_an_older_copy_is_told_read_and_accepted(edtui, vault, tmp_path):
    edtui("people", "list")
    shutil.copy(vault, tmp_path / "copy")
    edtui("people", "add", "Riet van Dam")
    shutil.copy(tmp_path / "copy", vault)
    read = edtui("people", "list", "--json")
    assert read.status == 4
    assert len(read.json) == 1, "it can be read"
    assert read.err
    assert edtui("people", "add", "Kees").status == 4
    assert edtui("vault", "accept").status == 2
    assert edtui("vault", "accept", "--yes").status == 0
    assert edtui("people", "add", "Kees").status == 0
    assert edtui("vault", "accept", "--yes").status == 0


def test_verify_looks_at_every_record(edtui, vault, clock):
    assert edtui("vault", "verify").status == 0
    desk = team.open_team(vault, "anna", PASSPHRASE, clock=clock)
    desk.vault.db.table("people").insert({"first_names": 12})
    desk.close()
    [about] = edtui("vault", "info", "--json").json
    assert about["last_verify"].startswith("2026-11-21")
    assert (about["last_backup"], about["open_now"]) == (None, 1)
    assert "Last verified" in edtui("vault", "info").out
    answer = edtui("vault", "verify")
    assert answer.status == 4
    assert "1 record" in answer.err


def test_verify_tells_what_a_program_that_broke_off_did_not_sign(edtui, vault, clock):
    desk = team.open_team(vault, "anna", PASSPHRASE, clock=clock)
    desk.vault.db.table("settings").insert({"never": "signed"})
    desk.vault.log._generation.file.close()
    desk.vault.log._lock.close()
    answer = edtui("vault", "verify")
    assert answer.status == 0
    assert "Not signed, named anna" in answer.out
    assert "who wrote it is not proved" in answer.out
    desk.close()
    assert edtui("vault", "compact").status == 0
    assert "Not signed" not in edtui("vault", "verify").out


def test_what_can_be_saved_of_a_broken_file(edtui, vault, tmp_path):
    edtui("people", "add", "Riet van Dam")
    edtui("people", "add", "Kees Post")
    whole = edtui("vault", "salvage", tmp_path / "whole", "--json")
    assert (whole.status, whole.json[0]["lost"]) == (0, [])
    raw = bytearray(vault.read_bytes())
    raw[-9000] ^= 1
    vault.write_bytes(raw)
    answer = edtui("vault", "salvage", tmp_path / "saved")
    assert answer.status == 4, answer.err
    assert "lost" in answer.out
    opened = edtui("--vault", tmp_path / "saved", "people", "list", "--json")
    kept = {person["first_names"] for person in opened.json}
    assert kept
    assert kept <= {"Anna", "Riet", "Kees"}
    again = edtui("vault", "salvage", tmp_path / "saved")
    assert again.status == 1, "nothing is written over"
    assert edtui("vault", "salvage", tmp_path / "x", passphrase="iets heel anders").status == 3
