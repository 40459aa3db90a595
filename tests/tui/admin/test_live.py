"""Two processes at one vault: what one saves the other sees, and nothing is overwritten unseen."""

import subprocess
import sys
from contextlib import contextmanager
from time import monotonic

from tui.admin.conftest import PASSPHRASE

from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.tui.dialogs.versions import Versions

OTHER = """
import sys
from pathlib import Path
from edtui.desk.team import open_team
from edtui.errors import Sentence
from edtui.records.person import Person
desk = open_team(Path(sys.argv[1]), "anna", sys.argv[2])
print("ready", flush=True)
held = None
for line in sys.stdin:
    word, _space, rest = line.strip().partition(" ")
    if word == "add":
        with desk.act(Sentence("x")) as act:
            act.put(Person(called=rest, origin="client", status="active"))
    elif word == "rename":
        number, _space, name = rest.partition(" ")
        with desk.act(Sentence("x")) as act:
            act.put(desk.get(Person, int(number)).with_(called=name))
    elif word == "remove":
        with desk.act(Sentence("x")) as act:
            act.remove(desk.get(Person, int(rest)))
    elif word == "hold":
        held = desk.vault.transaction()
        held.__enter__()
    print("done", flush=True)
"""


class Other:
    """Another terminal, in a process of its own."""

    def __init__(self, process):
        self.process = process
        assert process.stdout.readline() == "ready\n"

    def do(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "done\n"

    def kill(self):
        self.process.kill()
        self.process.wait()


@contextmanager
def other_terminal(vault):
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER, vault, PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Other(process)
    finally:
        process.kill()
        process.communicate()


async def seen(at, question, patience=20.0):
    """Look as the clock does, but without a pause, until something is seen."""
    until = monotonic() + patience
    while monotonic() < until:
        await at.app.look_at_clock()
        for worker in list(at.app.workers):
            if worker.group == "follow":
                await worker.wait()
        await at.settle()
        if question():
            return
    raise AssertionError(at.text())


async def test_what_another_saves_comes_into_the_list_in_place(at_admin, vault):
    async with at_admin(mode="people") as at:
        for name in ("Anne", "Zus"):
            with at.desk.act(Sentence("x")) as act:
                act.put(Person(called=name, origin="client", status="active"))
        await seen(at, lambda: "Zus" in at.text())
        table = at.app.screen.query_one("RecordTable")
        table.go_to(2)
        await at.settle()
        assert table.cursor_number == 2
        with other_terminal(vault) as other:
            other.do("add Berend")
            other.do("add Aaf")
            await seen(at, lambda: "Berend" in at.text() and "Aaf" in at.text())
            assert table.cursor_number == 2
            assert any("Riet" in line and "›" in line for line in at.text().splitlines())
            other.do("rename 2 Rika")
            await seen(at, lambda: "Rika" in at.text())
            assert table.cursor_number == 2


async def test_a_form_says_at_once_that_another_changed_it_and_shows_both(at_admin, vault):
    async with at_admin(mode="people", size=(100, 30)) as at:
        table = at.app.screen.query_one("RecordTable")
        await seen(at, lambda: table.go_to(2))
        await at.settle()
        await at.press("e")
        form = at.app.screen
        assert "called" in form.sheet.fields, form.sheet.fields.keys()
        form.sheet.fields["called"].input.value = "Riet van den Dam"
        with other_terminal(vault) as other:
            other.do("rename 2 Rika van Dam")
            await seen(
                at, lambda: "changed this just now" in at.text() or "changed elsewhere" in at.text()
            )
            at.picture("form-elsewhere")
            form.action_save()
            await at.settle()
            assert isinstance(at.app.screen, Versions)
            assert "Rika van Dam" in at.text()
            assert "Riet van den Dam" in at.text()
            await at.press("escape")
            other.do("remove 2")
            await seen(at, lambda: "Somebody else removed this" in at.text())
            at.picture("form-removed")
            await at.app.screen.dismiss(None)


async def test_a_lock_that_is_held_names_who_holds_it_and_killed_they_hold_nothing(
    at_admin, vault, monkeypatch
):
    from edtui.tui import vault_door

    monkeypatch.setattr(vault_door, "PATIENCE", 0.2)
    async with at_admin(mode="people") as at:
        with other_terminal(vault) as other:
            with at.desk.act(Sentence("something to take back")) as act:
                act.put(Person(called="Zus", origin="client", status="active"))
            other.do("hold")
            await at.press("u")
            assert "anna is writing at another terminal. Try again in a moment." in at.said()
            other.kill()
            await at.press("u")
            assert "Taken back" in at.said()


async def test_another_terminal_stands_on_the_list_and_in_every_status_line(at_admin, vault):
    async with at_admin(size=(100, 24)) as at:
        await at.area("terminals")
        with other_terminal(vault) as other:
            at.app._surveyed_at = None
            at.app.screen.area.reload()
            await seen(at, lambda: "1 other terminal" in at.text().splitlines()[-2])
            assert f"{other.process.pid}" in at.text()
            at.picture("terminals")
        at.app._surveyed_at = None
        at.app.screen.area.reload()
        await seen(at, lambda: "other terminal" not in at.text().splitlines()[-2])
