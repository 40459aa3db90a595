"""Backups, terminals, the file, privacy, settings: what each part shows and does."""

from datetime import date, timedelta

import pytest
from textual.events import Key
from tui.admin.conftest import PASSPHRASE

from edtui.config import state_dir
from edtui.desk import backups
from edtui.desk.settings import team_settings
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.tui.commands.registry import commands_for
from edtui.tui.dialogs.ways import Ways
from edtui.tui.vault_door import VaultDoor
from edtui.vault.errors import Damaged


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


async def test_folders_are_chosen_a_backup_is_made_tried_and_its_age_stands_below(at_admin, stick):
    async with at_admin(size=(120, 30)) as at:
        await at.area("backups")
        assert "There is no folder for backups yet. f chooses one" in at.text()
        await at.app.look_at_clock()
        await at.settle()
        assert "no backup yet" in at.text().splitlines()[-2]
        await at.press("f")
        at.app.screen.sheet.fields["folders"].fill((str(stick), str(stick / "away")))
        at.app.screen.action_save()
        await at.settle()
        assert backups.plan(at.desk).folders == (str(stick), str(stick / "away"))
        await at.press("n")
        assert f"Backup made in {stick}." in at.said()
        assert "today" in at.text()
        assert "not here now" in at.text()
        assert list(stick.glob("*.edtui"))
        at.app.clock.advance(timedelta(seconds=6))
        await at.app.look_at_clock()
        await at.settle()
        assert "backup 09:04" in at.text().splitlines()[-2]
        await at.press("t")
        assert "It is whole" in at.said()
        at.picture("backups")


async def test_putting_back_shows_what_would_be_lost_and_the_safe_way_first(at_admin, stick):
    async with at_admin(size=(100, 30)) as at:
        backups.change_plan(at.desk, folders=[stick])
        backups.back_up(at.desk)
        with at.desk.act(Sentence("x")) as act:
            act.put(Person(called="Kees de Wit", origin="client", status="active"))
        await at.area("backups")
        await at.settle()
        await at.press("b")
        assert isinstance(at.app.screen, Ways)
        assert "people: 1 would be lost" in at.text()
        at.picture("put-back")
        await at.press("enter")
        assert at.desk.count(Person) == 3
        await at.press("b", "j", "enter")
        assert at.desk.count(Person) == 2
        assert "1 went" in at.said(), at.said()


async def test_at_a_lock_a_backup_is_made(at_admin, stick, vault, clock):
    async with at_admin() as at:
        backups.change_plan(at.desk, folders=[stick])
        await at.press("ctrl+l")
        await at.settle()
        assert list(stick.glob("*.edtui"))


async def test_parts_that_have_no_room_are_told_of(at_admin):
    async with at_admin(size=(60, 20)) as at:
        line = next(line for line in at.text().splitlines() if "People and keys" in line)
        assert line.rstrip().endswith("…")
        await at.pilot.resize_terminal(100, 24)
        await at.pilot.resize_terminal(60, 20)
        await at.settle()
        assert sum("────" in line for line in at.text().splitlines()) == 1
        await at.area("settings")
        line = next(line for line in at.text().splitlines() if line.rstrip().endswith(" Settings"))
        assert line.strip().startswith("…")


def test_once_a_month_the_newest_backup_is_tried_by_itself(vault, clock, stick, monkeypatch):
    door = VaultDoor(vault, clock)
    desk = door.open("anna", PASSPHRASE)
    backups.change_plan(desk, folders=[stick])
    door.look_after(desk)
    assert backups.upkeep(desk).last_trial is None, "not while somebody just came"
    clock.advance(timedelta(minutes=2))
    assert not door.look_after(desk).backup_wrong
    assert backups.upkeep(desk).last_trial == clock.now()
    clock.advance(timedelta(days=31))

    def damaged(_desk):
        raise Damaged(where=1)

    monkeypatch.setattr(backups, "try_backup", damaged)
    assert door.look_after(desk).backup_wrong
    desk.close()


async def test_the_file_is_verified_and_written_anew(at_admin):
    async with at_admin(size=(100, 30)) as at:
        await at.area("file")
        assert "Last verified" in at.text()
        assert "not yet" in at.text()
        await at.press("v")
        assert "frames hold" in at.said()
        assert "just now" in at.text()
        before = at.desk.vault.info().generation
        await at.press("c")
        assert at.desk.vault.info().generation == before + 1
        at.picture("file")


async def test_other_terminals_stand_on_the_list_and_below(at_admin, vault, clock):
    async with at_admin(size=(100, 24)) as at:
        await at.area("terminals")
        assert "anna, here" in at.text()
        other = VaultDoor(vault, clock).open("anna", PASSPHRASE)
        (state_dir()).mkdir(exist_ok=True)
        await at.settle()
        other.close()
        assert at.app.is_running


async def test_somebody_who_asks_for_it_is_erased_after_a_look(at_admin, stick):
    async with at_admin(size=(100, 30)) as at:
        backups.change_plan(at.desk, folders=[stick])
        backups.back_up(at.desk)
        await at.app.workers.wait_for_complete()
        await at.area("privacy")
        assert "Nothing is over its time. p erases" in at.text()
        await at.press("p")
        form = at.app.screen
        form.sheet.fields["person"].choose("2", "Riet van Dam")
        form.action_save()
        await at.settle()
        assert "Erase Riet van Dam?" in at.text()
        assert "What goes: 1 people." in at.text()
        at.picture("erase")
        await at.press("enter")
        assert at.desk.find(Person, 2) is not None
        await at.press("p")
        at.app.screen.sheet.fields["person"].choose("2", "Riet van Dam")
        at.app.screen.action_save()
        await at.settle()
        await at.press("j", "enter")
        await at.settle()
        assert at.desk.find(Person, 2) is None
        assert "1 backup still holds it" in at.text()
        at.picture("erased")


async def test_what_is_over_its_time_is_marked_and_erased(at_admin):
    async with at_admin(size=(100, 30)) as at:
        long_ago = date(2024, 1, 1)
        with at.desk.act(Sentence("x")) as act:
            left = act.put(
                Person(called="Kees Oud", origin="client", status="left", left_on=long_ago)
            )
        await at.area("privacy")
        await at.settle()
        assert "Kees Oud" in at.text()
        await at.press("x")
        assert "First mark" in at.said()
        await at.press("space")
        assert "1 marked" in at.text()
        await at.press("x", "right", "enter")
        await at.settle()
        assert at.desk.find(Person, left.id) is None
        assert "1 record was erased." in at.text()


async def test_settings_are_changed(at_admin):
    async with at_admin() as at:
        await at.area("settings")
        await at.press("e")
        form = at.app.screen
        form.sheet.fields["team_name"].fill("Team Zuid [/b]")
        form.sheet.fields["idle_minutes"].fill(3)
        form.action_save()
        await at.settle()
        assert team_settings(at.desk).idle_minutes == 3
        assert "Team Zuid [/b]" in at.text().splitlines()[0]
        assert "3 minutes" in at.text()
        await at.press("l")
        assert "Instellingen" in at.text() or "Settings" not in at.text()
        assert at.app.screen.MODE == "administration"


async def test_every_key_of_every_part_of_an_empty_vault_breaks_nothing(at_admin):
    async with at_admin(size=(60, 20)) as at:
        screen = at.app.screen
        for number, area in enumerate(screen.areas):
            places = (area.WHERE, "admin", "list")
            for key in [key for place in places for one in commands_for(place) for key in one.keys]:
                while at.app.screen.is_modal:
                    await at.app.screen.dismiss(None)
                if screen.at != number:
                    await screen._go(number)
                at.app.post_message(Key(key, key if len(key) == 1 else None))
                await at.pilot.pause()
                assert at.app.is_running, (number, key)


async def test_while_nothing_can_be_written_what_writes_is_grey_and_says_why(at_admin):
    async with at_admin() as at:
        at.desk.vault.log.read_only = at.app._read_only = Sentence("the disk is full.")
        await at.press("n")
        assert "the disk is full." in at.said()
        assert not at.app.screen.is_modal
