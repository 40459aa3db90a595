"""What the unlock screen says of the file, and the ways out when the file is not right."""

import shutil
from datetime import timedelta

import pytest
from support.doors import PASSPHRASE, MemoryDoor
from support.shell import make_app, settle, sign_in, text_of, type_text
from textual.widgets import Input

from edtui import locale
from edtui.config import Settings
from edtui.desk.team import create_team
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.tui.app import EdtuiApp
from edtui.tui.dialogs.ways import Ways
from edtui.tui.screens.today import TodayScreen
from edtui.tui.screens.unlock import UnlockScreen
from edtui.tui.vault_door import VaultDoor
from edtui.vault.errors import Damaged, NotAVault
from edtui.vault.front import Front, claims_of
from edtui.vault.kdf import FAST

SEAL = ("linde", "boot", "kraan", "zeven", "mos", "vilt")


@pytest.fixture(autouse=True)
def english():
    locale.speak("en")


def front(**more):
    said = {
        "label": "Team", "seal_words": SEAL, "same_as_last_time": True, "looks_older": False,
        "another_vault": False, "last_backup": None, "trouble": None,
    }  # fmt: skip
    return Front(**{**said, **more})


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "the same as last time here"),
        ({"same_as_last_time": None}, "first time on this workstation"),
        ({"same_as_last_time": False}, "somebody saved since"),
        ({"looks_older": True, "same_as_last_time": False}, "! This looks older"),
        ({"another_vault": True, "same_as_last_time": None}, "! Another vault stood here"),
    ],
)
async def test_the_seal_and_whether_it_is_the_known_one(said, words):
    door = MemoryDoor()
    door.shown = front(last_backup=door.clock.now() - timedelta(days=1), **said)
    app = make_app(door=door)
    async with app.run_test() as pilot:
        await settle(pilot)
        text = text_of(app.screen)
        assert "linde · boot · kraan" in text
        assert "zeven · mos · vilt" in text
        assert words in text
        assert "yesterday 09:04" in text


async def test_a_file_that_is_no_vault_offers_its_ways_at_once():
    door = MemoryDoor()
    door.shown = front(seal_words=(), trouble=NotAVault())
    app = make_app(door=door)
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Ways)
        assert "This file is not a vault." in text_of(app.screen)
        await pilot.press("escape")
        assert isinstance(app.screen, UnlockScreen)


async def test_damage_found_at_signing_in_offers_a_backup_and_salvage():
    door = MemoryDoor()
    door.fails = Damaged(where=4711)
    app = make_app(door=door)
    async with app.run_test(notifications=True) as pilot:
        await sign_in(pilot)
        text = text_of(app.screen)
        assert "4,711" in text or "4711" in text
        assert "› put a backup back" in text
        await pilot.press("enter")
        await pilot.pause()
        await type_text(pilot, "x")
        assert app.screen.query_one("#name", Input).value == "anna"
        app.screen.query_one("#passphrase", Input).value = PASSPHRASE
        app.screen.action_go()
        await settle(pilot)
        assert isinstance(app.screen, UnlockScreen)
        assert "It was put back." in text_of(app.screen)
        assert str(door.put) == "x"


async def test_a_way_out_that_fails_says_why_and_keeps_what_was_typed():
    door = MemoryDoor()
    door.fails = Damaged(where=1)
    door.fails_ways = NotAVault()
    app = make_app(door=door)
    async with app.run_test(notifications=True) as pilot:
        await sign_in(pilot)
        await pilot.press("j", "enter")
        await pilot.pause()
        app.screen.action_go()
        await settle(pilot)
        assert "This file is not a vault." in text_of(app.screen)
        assert app.screen.query_one("#name", Input).value == "anna"


# with real files


@pytest.fixture
def vault(tmp_path, clock):
    path = tmp_path / "team.edtui"
    desk = create_team(path, "Team", "anna", PASSPHRASE, clock=clock, kdf=FAST).desk
    desk.close()
    return path


def app_at(path, clock, **more):
    return EdtuiApp(VaultDoor(path, clock), clock, settings=Settings(), **more)


def add(path, clock, name):
    desk = VaultDoor(path, clock).open("anna", PASSPHRASE)
    with desk.act(Sentence("x")) as act:
        act.put(Person(called=name, origin="client", status="active"))
    desk.close()


async def test_a_broken_file_is_saved_and_opens_again(vault, clock):
    add(vault, clock, "Riet van Dam")
    middle = claims_of(vault).end - 100
    add(vault, clock, "Kees de Wit")
    data = bytearray(vault.read_bytes())
    data[middle] ^= 1
    vault.write_bytes(data)
    app = app_at(vault, clock)
    async with app.run_test(notifications=True) as pilot:
        await sign_in(pilot)
        assert isinstance(app.screen, Ways)
        await pilot.press("j", "enter")
        await pilot.pause()
        app.screen.action_go()
        await settle(pilot)
        assert isinstance(app.screen, UnlockScreen)
        assert "saved" in text_of(app.screen)
        assert list(vault.parent.glob("team.broken-*.edtui"))
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert app.desk is not None
        await pilot.press("ctrl+l")
        await settle(pilot)


async def test_an_older_file_put_back_is_told_read_only_and_the_owner_may_accept_it(vault, clock):
    older = vault.with_name("older")
    shutil.copy(vault, older)
    add(vault, clock, "Riet van Dam")
    shutil.copy(older, vault)
    app = app_at(vault, clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "looks older" in text_of(app.screen)
        await sign_in(pilot)
        assert isinstance(app.screen, Ways)
        text = text_of(app.screen)
        assert "not the newest" in text
        assert "only read" in text
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        assert "! it is not the newest copy" in text_of(app.screen)
        assert app.desk.read_only is not None
        await pilot.press("ctrl+l")
        await settle(pilot)
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("j", "j", "enter")
        await settle(pilot)
        assert app.desk.read_only is None
        await app.look_at_clock()
        await settle(pilot)
        assert "not the newest" not in text_of(app.screen).splitlines()[-2]
        await pilot.press("ctrl+l")
        await settle(pilot)


async def test_when_saving_fails_it_is_said_once_and_a_copy_can_be_made(vault, clock, tmp_path):
    app = app_at(vault, clock)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await sign_in(pilot)
        app.desk.vault.log.read_only = Sentence("saving failed.")
        await app.look_at_clock()
        await pilot.pause()
        assert "Nothing can be saved any more: saving failed." in text_of(app.screen)
        await pilot.press("right", "enter")
        await pilot.pause()
        stick = tmp_path / "stick"
        stick.mkdir()
        app.screen.sheet.fields["folder"].input.value = str(stick)
        await pilot.pause()
        app.screen.action_save()
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        (copy,) = stick.iterdir()
        text = text_of(app.screen)
        assert "! saving failed." in text.splitlines()[-2]
        assert "f6 rescue copy" in text.splitlines()[-1]
        await app.look_at_clock()
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)  # told once
        add_ = VaultDoor(copy, clock).open("anna", PASSPHRASE)
        add_.close()
