"""Letting in, other roles, taking keys away, one's own passphrase and sheet."""

import pytest
from tui.admin.conftest import PASSPHRASE, THEIRS

from edtui.desk import members
from edtui.tui.dialogs.secrets import Secrets
from edtui.tui.dialogs.sheet import Sheet, SheetCheck
from edtui.tui.vault_door import VaultDoor
from edtui.vault.errors import WrongPassphrase
from edtui.vault.kdf import FAST


def by_name(desk):
    return {one.name: one for one in members.members(desk)}


async def back_on_paper(at):
    """Type the two words of the sheet that is shown."""
    assert isinstance(at.app.screen, Sheet)
    words = at.app.screen.words
    assert all(word in at.text() for word in words)
    await at.press("enter")
    check = at.app.screen
    assert isinstance(check, SheetCheck)
    await at.fill(**{f"word{place}": words[place - 1] for place in check.places})
    check.action_go()
    await at.settle()
    return words


async def test_somebody_is_let_in_and_can_sign_in(at_admin, vault, clock):
    async with at_admin() as at:
        await at.press("n")
        for sign in "confid":
            await at.press(sign)
        await at.press("enter")
        assert isinstance(at.app.screen, Secrets)
        await at.fill(name="bram", first=THEIRS, again=THEIRS)
        at.app.screen.action_go()
        await at.settle()
        await back_on_paper(at)
        assert "bram" in at.text()
        assert "confidant" in at.text()
        assert by_name(at.desk)["bram"].role == "confidant"
    theirs = VaultDoor(vault, clock).open("bram", THEIRS)
    assert theirs.vault.role == "confidant"
    theirs.close()


async def test_a_weak_first_passphrase_and_two_that_differ_are_said(at_admin):
    async with at_admin() as at:
        await at.press("n", "enter")
        await at.fill(name="bram", first="kort", again="kort")
        at.app.screen.action_go()
        await at.settle()
        assert "signs" in at.text()
        await at.fill(first=THEIRS, again=THEIRS + "x")
        at.app.screen.action_go()
        await at.settle()
        assert "differ" in at.text()
        assert set(by_name(at.desk)) == {"anna"}


async def test_a_name_that_is_taken_is_said_and_nothing_typed_is_lost(at_admin):
    async with at_admin() as at:
        await at.press("n", "enter")
        await at.fill(name="anna", first=THEIRS, again=THEIRS)
        at.app.screen.action_go()
        await at.settle()
        assert "in use already" in at.text()
        assert at.app.screen.query_one("#first").value == THEIRS


async def test_a_slip_on_the_sheet_shows_it_again(at_admin):
    async with at_admin() as at:
        await at.press("s")
        await at.fill(passphrase=PASSPHRASE)
        at.app.screen.action_go()
        await at.settle()
        await at.press("enter")
        place = at.app.screen.places[0]
        await at.fill(**{f"word{place}": "zzzz"})
        at.app.screen.action_go()
        await at.settle()
        assert f"Word {place} is another one" in at.text()
        await at.press("escape")
        words = await back_on_paper(at)
        assert "The sheet of anna is right." in at.said()
    assert words


async def test_another_role_and_keys_taken_away(at_admin, let_in, vault, clock):
    let_in("bram", "confidant")
    async with at_admin() as at:
        await at.press("j", "r")
        for sign in "peer":
            await at.press(sign)
        await at.press("enter")
        assert by_name(at.desk)["bram"].role == "peer_worker"
        assert "peer worker" in at.text()
        await at.press("x")
        assert "Take the keys of bram away?" in at.text()
        await at.press("enter")
        assert "bram" in by_name(at.desk)  # the safe answer has the focus
        await at.press("x", "right", "enter")
        assert "bram" not in by_name(at.desk)
    with pytest.raises(WrongPassphrase):
        VaultDoor(vault, clock).open("bram", THEIRS)


async def test_ones_own_account_is_left_alone_in_words(at_admin):
    async with at_admin() as at:
        await at.press("x")
        assert "your own account" in at.said()
        assert set(by_name(at.desk)) == {"anna"}


async def test_another_passphrase_for_oneself(at_admin, vault, clock):
    async with at_admin() as at:
        await at.press("p")
        await at.fill(old="wrong one altogether", first=THEIRS, again=THEIRS)
        at.app.screen.action_go()
        await at.settle()
        assert "do not open the vault" in at.text() or "passphrase" in at.text()
        assert isinstance(at.app.screen, Secrets)
        await at.fill(old=PASSPHRASE)
        at.app.screen.action_go()
        await at.settle()
        assert "Your passphrase is another one now." in at.said()
    VaultDoor(vault, clock).open("anna", THEIRS).close()


async def test_who_a_member_is_on_the_roster(at_admin, let_in):
    let_in("bram", "confidant")
    async with at_admin() as at:
        await at.app.workers.wait_for_complete()
        await at.press("j", "w")
        form = at.app.screen
        field = form.sheet.fields["person"]
        field.choose("2", "Riet van Dam")
        form.action_save()
        await at.settle()
        assert by_name(at.desk)["bram"].person_id == 2
        assert "Riet van Dam" in at.text()
        await at.press("f9")
        assert "R.v.D." in at.text()
        assert "Riet van Dam" not in at.text()


async def test_somebody_who_lost_everything_is_let_in_anew(at_admin, let_in, vault, clock):
    let_in("bram", "confidant")
    new = "wandelpad suikerbiet orgel mist"
    async with at_admin() as at:
        await at.press("j", "a")
        await at.fill(first=new, again=new)
        at.app.screen.action_go()
        await at.settle()
        await back_on_paper(at)
    VaultDoor(vault, clock).open("bram", new).close()


async def test_at_the_first_sign_in_an_own_passphrase_is_asked(vault, clock, let_in):
    from contextlib import suppress

    from support.at_screen import At

    from edtui.config import Settings
    from edtui.tui.app import EdtuiApp

    let_in("bram", "confidant", own=False)
    door = VaultDoor(vault, clock)
    app = EdtuiApp(door, clock, settings=Settings(), desk=door.open("bram", THEIRS))
    async with app.run_test(notifications=True) as pilot:
        at = At(app, pilot)
        await at.settle()
        assert "Welcome, bram." in at.text()
        own = "wandelpad suikerbiet orgel mist"
        await at.fill(old=THEIRS, first=own, again=own)
        app.screen.action_go()
        await at.settle()
        await back_on_paper(at)
        app.desk.close()
    with suppress(AssertionError), pytest.raises(WrongPassphrase):
        VaultDoor(vault, clock).open("bram", THEIRS)
    VaultDoor(vault, clock).open("bram", own).close()


async def test_hostile_names_are_names(at_admin, vault, clock):
    names = ("Ann [/b]", "[@click=app.quit]x[/]", "a\x1b[31mred", "אברהם 🙂", "naam " * 15)
    desk = VaultDoor(vault, clock).open("anna", PASSPHRASE)
    for name in names:
        members.add_member(desk, name.strip(), THEIRS, "peer_worker", kdf=FAST)
    desk.close()
    async with at_admin(size=(120, 40)) as at:
        assert "Ann [/b]" in at.text()
        assert "[@click=app.quit]x[/]" in at.text()
        for _ in names:
            await at.press("j")
            await at.press("r", "escape", "a", "escape", "x", "escape", "w", "escape")
            assert at.app.is_running
