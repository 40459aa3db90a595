"""Before the desk: unlocking and the first run."""

from datetime import timedelta

import pytest
from support.doors import PASSPHRASE, WORDS, MemoryDoor
from support.shell import make_app, settle, sign_in, text_of, type_text
from textual.widgets import Input

from edtui import locale
from edtui.config import load_settings
from edtui.errors import N_, EdtuiError
from edtui.tui.screens.today import TodayScreen
from edtui.tui.screens.unlock import UnlockScreen
from edtui.tui.screens.wizard import WizardScreen


class DiskFull(EdtuiError):
    sentence = N_("The disk is full.")


@pytest.fixture(autouse=True)
def english():
    locale.speak("en")


async def test_name_and_passphrase_open_the_desk():
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert "Team Noord" in text_of(app.screen)
        await sign_in(pilot)
        assert isinstance(app.screen, TodayScreen)
        assert app.desk is not None


async def test_wrong_ones_wait_longer_and_never_say_which_was_wrong():
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        waits = []
        for name in ("anna", "anna", "bob", "anna"):
            screen = app.screen
            screen.query_one("#name", Input).value = name
            screen.query_one("#passphrase", Input).value = "wrong"
            screen.query_one("#passphrase").focus()
            await pilot.press("enter")
            await settle(pilot)
            waits.append(app.wrong_keys.seconds)
            said = text_of(app.screen)
            assert "This name and passphrase do not belong together." in said
            assert f"again in {waits[-1]} second" in said
            assert screen.query_one("#passphrase", Input).value == ""
            app.clock.advance(timedelta(seconds=waits[-1]))
            screen.tick()
        assert waits == [1, 2, 4, 8]


async def test_while_one_must_wait_enter_does_not_try():
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        app.wrong_keys.wrong()
        await sign_in(pilot)
        assert isinstance(app.screen, UnlockScreen)
        app.clock.advance(timedelta(seconds=2))
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)


async def test_what_is_missing_is_asked_for():
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "Type your name first." in text_of(app.screen)
        await type_text(pilot, "anna")
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "Type your passphrase." in text_of(app.screen)


async def test_a_file_that_cannot_be_read_is_told_without_a_wait():
    door = MemoryDoor()
    door.fails = DiskFull()
    app = make_app(door=door)
    async with app.run_test() as pilot:
        await sign_in(pilot)
        assert "The disk is full." in text_of(app.screen)
        assert app.wrong_keys.seconds == 0


async def test_f3_changes_the_language_and_keeps_what_was_typed():
    app = make_app()
    async with app.run_test() as pilot:
        await type_text(pilot, "anna")
        await pilot.press("enter")
        await type_text(pilot, "abc")
        await pilot.press("f3")
        await pilot.pause()
        assert locale.spoken() == "nl"
        assert load_settings().language == "nl"
        assert app.screen.query_one("#name", Input).value == "anna"
        assert app.screen.query_one("#passphrase", Input).value == "abc"


async def test_escape_leaves():
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()
    assert app.return_code == 0


async def test_the_recovery_sheet_opens_and_sets_a_new_passphrase():
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        await type_text(pilot, "anna")
        await pilot.press("enter")
        await type_text(pilot, " ".join(WORDS))
        await pilot.press("enter")
        await type_text(pilot, "kort")
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "Use at least 14 signs" in text_of(app.screen)
        app.screen.query_one("#first", Input).value = PASSPHRASE
        app.screen.query_one("#again", Input).value = PASSPHRASE + "x"
        await pilot.press("enter")
        await pilot.pause()
        assert "differ" in text_of(app.screen)
        app.screen.query_one("#again", Input).value = PASSPHRASE
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)


async def test_wrong_words_do_not_open():
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        for field, value in (("name", "anna"), ("words", "a b c"), ("first", PASSPHRASE)):
            app.screen.query_one(f"#{field}", Input).value = value
        app.screen.query_one("#again", Input).value = PASSPHRASE
        app.screen.query_one("#again").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert "do not belong together" in text_of(app.screen)
        assert app.wrong_keys.seconds == 1


async def test_no_desk_key_does_anything_before_unlocking():
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        app.screen.set_focus(None)
        await pilot.press("u", "ctrl+f", "ctrl+p", "ctrl+l", "f9", "ctrl+t", *"123456789", "ctrl+r")
        await pilot.pause()
        assert isinstance(app.screen, UnlockScreen)
        assert not app.curtain
        assert len(app.notices.all()) == 0


# the first run


async def fill_first_steps(pilot) -> None:
    await pilot.pause()
    await type_text(pilot, "Team Oost")
    await pilot.press("enter")
    await type_text(pilot, "mirjam")
    await pilot.press("enter")
    await pilot.pause()
    await type_text(pilot, PASSPHRASE)
    await pilot.press("enter")
    await type_text(pilot, PASSPHRASE)
    await pilot.press("enter")
    await settle(pilot)


async def check_words(pilot) -> None:
    screen = pilot.app.screen
    await pilot.press("enter")
    await pilot.pause()
    for at, number in enumerate(screen.typed.asked):
        screen.query_one(f"#word{at}", Input).value = WORDS[number - 1].upper()
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize("choice", ["empty", "import", "demo"])
async def test_the_first_run_ends_at_the_desk(choice):
    door = MemoryDoor(exists=False, label="")
    app = make_app(door=door)
    async with app.run_test(notifications=True) as pilot:
        await fill_first_steps(pilot)
        assert all(word in text_of(app.screen) for word in WORDS)
        await check_words(pilot)
        await pilot.press(*["down"] * ["empty", "import", "demo"].index(choice))
        await pilot.press("enter")
        await settle(pilot)
        assert app.desk is not None
        assert app.team == "Team Oost"
        assert door.demo == (choice == "demo")
        assert app.current_mode == ("people" if choice == "import" else "today")


async def test_nothing_typed_is_lost_going_back():
    app = make_app(exists=False)
    async with app.run_test() as pilot:
        await pilot.pause()
        await type_text(pilot, "Team Oost")
        await pilot.press("enter")
        await type_text(pilot, "mirjam")
        await pilot.press("enter")
        await pilot.pause()
        await type_text(pilot, "half a sen")
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one("#team", Input).value == "Team Oost"
        assert app.screen.query_one("#name", Input).value == "mirjam"
        app.screen.query_one("#name").focus()
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one("#first", Input).value == "half a sen"


async def test_every_wrong_input_says_what_to_do():
    app = make_app(exists=False)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "Type the name of the team" in text_of(app.screen)
        await type_text(pilot, "T")
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "Type your name." in text_of(app.screen)
        await type_text(pilot, "m")
        await pilot.press("enter")
        await pilot.pause()
        await type_text(pilot, "kort")
        await pilot.pause()
        assert "Too short. Use at least 14 signs: 10 to go." in text_of(app.screen)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert "first step" in app.notices.all()[0].text


async def test_a_word_that_was_not_written_down_is_noticed():
    app = make_app(exists=False)
    async with app.run_test(notifications=True) as pilot:
        await fill_first_steps(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await type_text(pilot, "zomaar")
        await pilot.press("enter", "enter")
        await pilot.pause()
        number = app.screen.typed.asked[0]
        assert f"Word {number} is another one." in text_of(app.screen)
        await pilot.press("escape")
        await pilot.pause()
        assert WORDS[0] in text_of(app.screen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, WizardScreen)
        assert "passphrase" in app.notices.all()[0].text


async def test_a_vault_that_cannot_be_made_is_told():
    door = MemoryDoor(exists=False)
    door.fails = DiskFull()
    app = make_app(door=door)
    async with app.run_test() as pilot:
        await fill_first_steps(pilot)
        assert "The disk is full." in text_of(app.screen)
        assert app.screen.at == 1


async def test_the_passphrase_does_not_stay_in_the_wizard():
    app = make_app(exists=False)
    async with app.run_test() as pilot:
        await fill_first_steps(pilot)
        assert PASSPHRASE not in app.screen.typed.values.values()


async def test_the_wizard_speaks_the_other_language_too():
    app = make_app(exists=False)
    async with app.run_test() as pilot:
        await type_text(pilot, "Team Oost")
        await pilot.press("f3")
        await pilot.pause()
        assert locale.spoken() == "nl"
        assert app.screen.query_one("#team", Input).value == "Team Oost"


async def test_a_weak_passphrase_is_told_before_it_is_asked_again():
    app = make_app(exists=False)
    async with app.run_test() as pilot:
        await type_text(pilot, "T")
        await pilot.press("enter")
        await type_text(pilot, "mo")
        await pilot.press("enter")
        await pilot.pause()
        await type_text(pilot, "kort")
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.focused.id == "first"
        assert "not strong enough" in text_of(app.screen)


@pytest.mark.parametrize("key", ["f10", "ctrl+q"])
async def test_nobody_leaves_with_the_sheet_unwritten_by_one_key(key):
    app = make_app(exists=False)
    async with app.run_test() as pilot:
        await fill_first_steps(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert "Is the recovery sheet on paper" in text_of(app.screen)
        await pilot.press("enter")
        await pilot.pause()
        assert WORDS[0] in text_of(app.screen)
        assert app.is_running
