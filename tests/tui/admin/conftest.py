"""Screen 9 over a real vault with real keys."""

import pytest
from support.at_screen import At, at_vault

from edtui.desk import grants, members
from edtui.desk.team import create_team
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.tui.vault_door import VaultDoor
from edtui.vault.kdf import FAST

PASSPHRASE = "kraan mos zeven linde vilt"
THEIRS = "zonnebloem tractor maanlicht vilt"


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch):
    """Deriving a key takes a second by intent; not in every test."""
    from edtui.vault import kdf

    monkeypatch.setattr(kdf, "calibrated", lambda *_args, **_more: FAST, raising=False)


class AtAdmin(At):
    """The program at screen 9."""

    async def area(self, name):
        """Go to a part of the screen."""
        for _ in range(10):
            if name == self.screen.area.NAME:
                await self.settle()
                return
            await self.press("right")
        raise AssertionError(name)


@pytest.fixture
def vault(tmp_path, clock):
    """Give the path of a vault with anna, and in it one person."""
    path = tmp_path / "team.edtui"
    desk = create_team(path, "Team Noord", "anna", PASSPHRASE, clock=clock, kdf=FAST).desk
    with desk.act(Sentence("x")) as act:
        act.put(Person(called="Riet van Dam", origin="client", status="active"))
    desk.close()
    return path


@pytest.fixture
def let_in(vault, clock):
    """Give a way to let somebody in, outside the screens."""

    def add(name, role, *, own=True):
        desk = VaultDoor(vault, clock).open("anna", PASSPHRASE)
        members.add_member(desk, name, THEIRS, role, kdf=FAST)
        desk.close()
        if own and role in (grants.COORDINATOR, grants.CONFIDANT):
            theirs = VaultDoor(vault, clock).open(name, THEIRS)
            theirs.close()

    return add


@pytest.fixture
def at_admin(vault, clock):
    """Give a way to sign in and go to screen 9."""

    def open_(size=(80, 24), user="anna", passphrase=PASSPHRASE, mode="administration"):
        return at_vault(VaultDoor(vault, clock), user, passphrase, mode, size, kind=AtAdmin)

    return open_
