"""Who has no key is told so; who only reads changes nothing; the log knows what left."""

from contextlib import asynccontextmanager

import pytest
from support.at_screen import at_vault

from edtui.desk import calendar, grants, members
from edtui.desk.log_view import LogFilter, log_lines
from edtui.desk.team import create_team
from edtui.records.activity import Activity
from edtui.tui.screens.exchange_calendar import export_calendar, import_calendar
from edtui.tui.screens.hours import openings as hours
from edtui.tui.screens.visiting import openings as visiting
from edtui.tui.vault_door import VaultDoor
from edtui.vault.kdf import FAST

PASSPHRASE = "kraan mos zeven linde vilt"
THEIRS = "zonnebloem tractor maanlicht vilt"


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch):
    """Deriving a key takes a second by intent; not in every test."""
    monkeypatch.setattr("edtui.vault.kdf.calibrated", lambda *_args, **_more: FAST)


@pytest.fixture
def at_role(tmp_path, clock):
    """Give a way to sign in with a role on a real vault with one workshop in the calendar."""
    path = tmp_path / "team.edtui"
    desk = create_team(path, "Team Noord", "anna", PASSPHRASE, clock=clock, kdf=FAST).desk
    begin = Activity(start="2026-12-01T10:00", end="2026-12-01T11:00", kind="workshop",
                     title="Met Jan", place="Buurthuis")  # fmt: skip
    calendar.add_activity(desk, begin)
    for role in (grants.CONFIDANT, grants.PEER_WORKER, grants.AUDITOR):
        members.add_member(desk, role, THEIRS, role, kdf=FAST)
    desk.close()

    @asynccontextmanager
    async def open_(role):
        door = VaultDoor(path, clock)
        async with at_vault(door, role, THEIRS, also=("planning",)) as it:
            if it.app.calendar is not None:
                it.app.calendar.ensure()
            yield it

    open_.path = path
    return open_


@pytest.mark.parametrize("role", [grants.CONFIDANT, grants.PEER_WORKER])
async def test_what_hangs_on_the_office_says_that_there_is_no_key(at_role, role, tmp_path, clock):
    async with at_role(role) as it:
        there = it.screen
        for opening in (visiting.open_due, visiting.plan_round, hours.open_hours,
                        hours.open_claims, hours.open_amounts):  # fmt: skip
            opening(it.app)
            await it.settle()
            assert it.screen is there, opening
        assert "no key" in it.said()
        if role == grants.PEER_WORKER:
            import_calendar(it.app)
            await it.settle()
            assert it.screen is there
            assert "not change it" in it.said()
        export_calendar(it.app)
        await it.settle()
        file = tmp_path / "uit.ics"
        await it.press("home", "shift+end", "backspace")
        await it.type(str(file))
        await it.press("ctrl+s")
        assert b"Buurthuis" in file.read_bytes()
        assert b"Jan" not in file.read_bytes()
    auditor = VaultDoor(at_role.path, clock).open(grants.AUDITOR, THEIRS)
    assert [line.many for line in log_lines(auditor, LogFilter(events=("export",)))] == [1]
    auditor.close()
