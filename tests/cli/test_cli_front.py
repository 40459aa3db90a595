"""How the command line is understood, and every way in which it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.command_line import PASSPHRASE

from edtui import __version__
from edtui.cli import opening, sign_in
from edtui.cli.front import run
from edtui.config import data_dir
from edtui.desk.errors import ChangedElsewhere
from edtui.errors import EdtuiError, NotAllowed, NotFound
from edtui.vault import errors as vault_errors


@pytest.mark.parametrize("arguments", [["--version"], ["version"], ["--lang", "nl", "--version"]])
def test_version(process, arguments):
    answer = process(*arguments)
    assert (answer.returncode, answer.stdout) == (0, f"edtui {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["-h"],
        ["help"],
        ["people", "--help"],
        ["people", "list", "--help"],
        ["import", "people", "--help"],
        ["vault", "--help"],
        ["new", "--help"],
        ["demo", "--help"],
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_help_asks_nothing_and_ends_well(capsys, arguments, language):
    assert run(["--lang", language, *arguments]) == 0
    said = capsys.readouterr()
    assert "edtui" in said.out
    assert said.err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["people"],
        ["people", "dance"],
        ["people", "show"],
        ["people", "show", "one"],
        ["people", "list", "--nonsense"],
        ["people", "list", "--json", "extra"],
        ["--nonsense"],
        ["--user"],
        ["--lang", "fr", "people", "list"],
        ["--now", "soon", "people", "list"],
        ["import", "people", "/nowhere/team.xlsx"],
        ["import", "people", __file__, "--duplicates", "guess"],
    ],
)
def test_usage_is_two_with_a_sentence_and_no_traceback(capsys, arguments):
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_no_vault_names_the_way_to_make_one(capsys, tmp_path):
    path = tmp_path / "none.edtui"
    assert run(["--lang", "en", "--vault", str(path), "people", "list"]) == 2
    assert f"edtui new {path}" in capsys.readouterr().err


def test_a_wrong_passphrase_or_name_is_three_and_does_not_say_which(edtui):
    wrong = edtui("people", "list", passphrase="another one")
    assert wrong.status == 3
    assert edtui("people", "list", user="nobody")._replace(out="") == wrong
    assert wrong.out == ""


def test_a_damaged_file_is_four(edtui, vault):
    edtui("import", "people", data_dir() / "demo" / "team.csv")
    place = Path(vault).stat().st_size - 2000
    edtui("people", "add", "Riet van Dam")
    content = bytearray(Path(vault).read_bytes())
    content[place] ^= 1
    Path(vault).write_bytes(content)
    answer = edtui("people", "list")
    assert answer.status == 4
    assert answer.out == ""


def test_no_vault_at_all_in_the_file_is_four(edtui, vault):
    Path(vault).write_bytes(b"something else " * 100)
    assert edtui("people", "list").status == 4


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (vault_errors.Locked(holder="bo"), 5),
        (ChangedElsewhere(theirs={"name": "geheim"}, yours={}), 5),
        (NotAllowed(), 6),
        (EdtuiError(), 1),
        (ValueError("geheim"), 1),
        (RecursionError("geheim"), 1),
        (NotFound(), 1),  # without what its sentence needs
        (KeyboardInterrupt(), 130),
    ],
)
def test_each_end_has_its_status_and_tells_nothing_private(edtui, monkeypatch, error, status):
    def fall(*_, **__):
        raise error

    monkeypatch.setattr(opening, "open_team", fall)
    answer = edtui("people", "list")
    assert answer.status == status
    assert answer.out == ""
    assert "geheim" not in answer.err
    assert "Traceback" not in answer.err


def test_a_record_that_is_not_there(edtui):
    answer = edtui("people", "show", 99)
    assert answer.status == 1
    assert "99" in answer.err


def test_a_passphrase_on_the_command_line_is_not_understood(capsys):
    assert run(["--passphrase", "x", "people", "list"]) == 2


def test_a_file_descriptor_that_is_none(capsys, vault):
    assert run(["--user", "anna", "--passphrase-fd", "977", "people", "list"]) == 2


def test_without_a_terminal_the_passphrase_is_not_asked(vault, process):
    answer = process("--lang", "en", "--user", "anna", "people", "list", start_new_session=True)
    assert answer.returncode == 2
    assert "--passphrase-fd" in answer.stderr


def test_without_a_terminal_a_name_is_needed(vault, process):
    answer = process("--lang", "en", "people", "list", start_new_session=True)
    assert answer.returncode == 2
    assert "--user" in answer.stderr


def test_the_passphrase_line_may_end_as_windows_ends_it(edtui):
    assert edtui("people", "list", passphrase="linde boot kraan zeven\r").status == 0


def test_a_reader_that_goes_away_is_no_trouble(vault):
    reading, writing = os.pipe()
    os.write(writing, b"linde boot kraan zeven\n")
    os.close(writing)
    closed, out = os.pipe()
    os.close(closed)
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "edtui",
            "--user",
            "anna",
            "--passphrase-fd",
            str(reading),
            "people",
            "list",
        ],
        stdout=out,
        stderr=subprocess.PIPE,
        pass_fds=[reading],
        timeout=30,
        check=False,
    )
    os.close(out)
    os.close(reading)
    assert ended.returncode == 141
    assert b"Traceback" not in ended.stderr
    assert b"pipe" not in ended.stderr.lower()


def test_options_may_stand_after_the_verb(edtui, vault, capsys):
    reading, writing = os.pipe()
    os.write(writing, b"linde boot kraan zeven\n")
    os.close(writing)
    after = [
        "--user",
        "anna",
        "--passphrase-fd",
        str(reading),
        "--lang",
        "en",
        "--vault",
        str(vault),
    ]
    assert run(["people", "list", *after]) == 0
    os.close(reading)
    assert "Anna Kuiper" in capsys.readouterr().out


def test_a_long_line_is_not_read_for_ever(monkeypatch):
    reading, writing = os.pipe()
    os.write(writing, b"x" * (sign_in.LONGEST + 10))
    with pytest.raises(Exception, match="descriptor"):
        sign_in._line_from(reading)
    os.close(reading)
    os.close(writing)


def test_the_vault_verbs(edtui):
    assert "Everything holds." in edtui("vault", "verify").out
    (about,) = edtui("vault", "info", "--json").json
    assert (about["team"], about["user"], about["documents"]["people"]) == ("Team Noord", "anna", 1)
    assert "Team Noord" in edtui("vault", "info").out
    assert edtui("vault", "compact").status == 0
    [anna] = edtui("users", "list", "--json").json
    assert (anna["name"], anna["role"]) == ("anna", "coordinator")


def test_another_passphrase(edtui, vault):
    def lines(*said):
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{line}\n" for line in said).encode())
        os.close(writing)
        return str(reading)

    new = "mos vilt tractor zondagmiddag"
    both = lines(PASSPHRASE, new)
    options = ["--lang", "en", "--user", "anna", "--passphrase-fd"]
    assert run([*options, lines(PASSPHRASE, "te kort"), "users", "passphrase"]) == 2
    assert run([*options, both, "users", "passphrase"]) == 0
    assert edtui("people", "list").status == 3
    assert edtui("people", "list", passphrase=new).status == 0


def test_a_new_vault(capsys, tmp_path, monkeypatch):
    from edtui.vault import kdf, opening, slots

    for module in (kdf, opening, slots):
        if hasattr(module, "calibrated"):
            monkeypatch.setattr(module, "calibrated", lambda: kdf.FAST)
    path = tmp_path / "own" / "new.edtui"
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n{PASSPHRASE}\n".encode())
    os.close(writing)
    options = ["--lang", "en", "--user", "bo", "--passphrase-fd", str(reading)]
    assert run([*options, "new", str(path), "--team", "Team Zuid", "--name", "Bo Haan"]) == 0
    said = capsys.readouterr()
    assert len(said.out.split()) == 32  # 16 words with their numbers
    assert run([*options, "--vault", str(path), "people", "list"]) == 0
    assert "Bo Haan" in capsys.readouterr().out
    assert run([*options, "new", str(path), "--team", "Team Zuid"]) == 2
    os.close(reading)


def test_the_demo_for_the_other_verbs(capsys, tmp_path, edtui):
    path = tmp_path / "demo.edtui"
    assert run(["--lang", "en", "--now", "2026-11-21T09:04", "demo", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert len(edtui("--vault", path, "people", "list", "--all", "--json").json) > 30
    assert run(["--lang", "en", "demo", str(path)]) == 2
    assert run(["--lang", "en", "demo"]) == 2  # there is no terminal here
    assert run(["--lang", "en", "demo", "--scale", "0"]) == 2


def test_a_terminal_that_lacks_a_letter(vault, process):
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n".encode())
    os.close(writing)
    options = ["--user", "anna", "--passphrase-fd", str(reading), "people", "add", "Zoë Şahin"]
    # What is typed can be read, in whatever language the tests are run.
    ours = {name: text for name, text in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    environment = {**ours, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    answer = process(*options, pass_fds=[reading], env=environment)
    os.close(reading)
    assert (answer.returncode, answer.stdout) == (0, "2  Zo? ?ahin\n")
