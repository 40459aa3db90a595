"""Keys that come while the door opens: what was begun is what comes."""

import pytest
from support.doors import PASSPHRASE, WORDS, MemoryDoor
from support.held import Held
from support.shell import make_app, settle, text_of, type_text
from textual.widgets import Input

from edtui import locale
from edtui.tui.dialogs.recover import RecoverDialog
from edtui.tui.screens.today import TodayScreen
from edtui.tui.screens.wizard import SHEET, WizardScreen


@pytest.fixture(autouse=True)
def english():
    locale.speak("en")


async def until(pilot, true):
    for _ in range(2_000):
        if true():
            return
        await pilot.pause(0.002)
    raise AssertionError(text_of(pilot.app.screen))


async def test_another_language_while_the_key_is_worked_out_opens_nothing_twice():
    door = MemoryDoor()
    opened, real = [], door.open
    held = Held(lambda *given: opened.append(real(*given)) or opened[-1])
    door.open = held
    app = make_app(door=door)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await type_text(pilot, "anna")
        await pilot.press("enter")
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: held.waits)
        await pilot.press("f3", "enter", "enter")
        held.let_go()
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        assert len(opened) == 1
        assert app.desk is opened[0]


async def test_esc_while_the_words_of_the_sheet_open_does_not_lose_what_opens():
    door = MemoryDoor()
    door.recover = held = Held(door.recover)
    app = make_app(door=door)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await type_text(pilot, "anna")
        await pilot.press("f2")
        dialog = app.screen
        assert isinstance(dialog, RecoverDialog)
        dialog.query_one("#words", Input).value = " ".join(WORDS)
        for name in ("first", "again"):
            dialog.query_one(f"#{name}", Input).value = "zonnebloem tractor maanlicht vilt"
        dialog.action_open()
        await until(pilot, lambda: held.waits)
        await pilot.press("escape")
        held.let_go()
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)


async def test_a_vault_that_is_being_made_is_made_with_what_stands_there():
    door = MemoryDoor(exists=False)
    door.create = held = Held(door.create)
    app = make_app(door=door)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WizardScreen)
        screen.typed.values.update(team="Noord", name="anna", first=PASSPHRASE, again=PASSPHRASE)
        at = SHEET - 1
        await screen._go(at)
        await pilot.pause()
        await screen.action_next()
        await until(pilot, lambda: held.waits)
        await pilot.press("escape", "f3")
        assert screen.at == at
        held.let_go()
        await settle(pilot)
        assert screen.at == at + 1
