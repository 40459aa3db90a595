"""At the desk: going about, undo, curtain, find, palette, messages, locking, leaving."""

import gc
import threading
import weakref
from datetime import timedelta

import pytest
from support.doors import PASSPHRASE, MemoryDoor
from support.shell import make_app, opened, settle, sign_in, text_of, type_text
from textual._context import visible_screen_stack
from textual.widgets import Input

from edtui import locale
from edtui.desk.settings import change_settings
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.tui import textual_inside
from edtui.tui.curtain import initials, shown_name
from edtui.tui.dialogs.base import Dialog
from edtui.tui.messages import LockComing
from edtui.tui.screens.later import LaterScreen
from edtui.tui.screens.modes import MODES
from edtui.tui.screens.today import TodayScreen
from edtui.tui.screens.unlock import UnlockScreen
from edtui.tui.widgets.section_list import Entry, Section, SectionList
from edtui.vault.errors import VaultClosed


@pytest.fixture(autouse=True)
def english():
    locale.speak("en")


def add_person(app, given: str = "Riet", family: str = "Dam") -> Person:
    person = Person(
        first_names=given, infix="van", surname=family, origin="client", status="active"
    )
    with app.desk.act(Sentence("Riet added")) as act:
        return act.put(person)


async def test_digits_go_to_the_nine_screens_and_back():
    async with opened() as pilot:
        for mode in MODES:
            await pilot.press(str(mode.digit))
            await settle(pilot)
            assert pilot.app.current_mode == mode.name
            assert mode.name == pilot.app.screen.MODE


async def test_a_screen_that_is_not_built_says_what_will_stand_there():
    async with opened() as pilot:
        await pilot.press("7")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LaterScreen)
        assert len(text_of(pilot.app.screen)) > 100


async def test_a_click_on_the_mode_line_goes_there():
    async with opened() as pilot:
        await pilot.click("ModeLine", offset=(15, 0))
        await settle(pilot)
        assert pilot.app.current_mode == "people"


async def test_undo_and_redo_say_what():
    async with opened() as pilot:
        app = pilot.app
        person = add_person(app)
        await pilot.press("u")
        await pilot.pause()
        assert app.desk.find(Person, person.id) is None
        assert "Riet added" in app.notices.all()[0].text
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert app.desk.find(Person, person.id) is not None
        assert "Riet added" in app.notices.all()[0].text
        await pilot.press("u", "u")
        await pilot.pause()
        assert len(app.notices.all()) == 4


async def test_a_commit_stands_in_the_status_line():
    async with opened() as pilot:
        add_person(pilot.app)
        await settle(pilot)
        assert "09:04" in text_of(pilot.app.screen).splitlines()[-2]


async def test_the_curtain_hides_names():
    assert initials("Riet van Dam") == "R.v.D."
    async with opened() as pilot:
        app = pilot.app
        assert shown_name(app, "Riet van Dam") == "Riet van Dam"
        await pilot.press("f9")
        await pilot.pause()
        assert shown_name(app, "Riet van Dam") == "R.v.D."
        await pilot.press("f9")
        assert not app.curtain


async def test_find_opens_what_was_typed():
    async with opened() as pilot:
        app = pilot.app
        add_person(app)
        await settle(pilot)
        await pilot.press("ctrl+f")
        await pilot.pause()
        await type_text(pilot, "riet")
        await pilot.press("enter")
        await settle(pilot)
        assert app.current_mode == "people"


async def test_find_hides_names_behind_the_curtain_and_says_when_there_is_nothing():
    async with opened() as pilot:
        add_person(pilot.app)
        await settle(pilot)
        await pilot.press("f9", "ctrl+f")
        await pilot.pause()
        dialog = pilot.app.screen
        await type_text(pilot, "riet")
        dialog.refill()
        await pilot.pause()
        said = text_of(dialog)
        assert "R.v.D." in said
        assert "van Dam" not in said
        await type_text(pilot, "qqq")
        dialog.refill()
        await pilot.pause()
        assert "'rietqqq'" in text_of(dialog)


async def test_the_palette_does_what_was_chosen_and_holds_nothing_of_textual():
    async with opened() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        said = text_of(pilot.app.screen).casefold()
        assert "screenshot" not in said
        await type_text(pilot, "f9")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.curtain


async def test_no_dialog_comes_over_a_dialog():
    async with opened() as pilot:
        await pilot.press("ctrl+f")
        await pilot.pause()
        before = pilot.app.screen
        await pilot.press("ctrl+p", "ctrl+t", "ctrl+f")
        await pilot.pause()
        assert pilot.app.screen is before


async def test_messages_can_be_read_again():
    async with opened() as pilot:
        pilot.app.notify("Ann [/b] is er", severity="warning")
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert "Ann [/b] is er" in text_of(pilot.app.screen)


async def test_why_a_key_did_nothing_stands_there_once():
    async with opened() as pilot:
        pilot.app.notify("Backup made.")
        await pilot.press("u", "u", "ctrl+r")
        await settle(pilot)
        shown = [one.message for one in pilot.app._notifications]
        assert shown == ["Backup made.", "There is nothing to do again."]
        assert len(pilot.app.notices.all()) == 4, "all can be read again"
        await pilot.press("2", "e", "r")
        await settle(pilot)
        assert len(list(pilot.app.screen.query("Toast"))) == 2
        pilot.app.clear_notifications()
        await pilot.press("e")
        assert len(pilot.app._notifications) == 1


async def test_few_toasts_stand_at_once_and_the_graver_ones_stay():
    async with opened() as pilot:
        app = pilot.app

        def standing():
            return [one.message for one in app._notifications]

        app.notify("The disk is nearly full.", severity="error")
        for said in ("One.", "Two.", "Two.", "Three."):
            app.notify(said)
        await settle(pilot)
        assert standing() == ["The disk is nearly full.", "Three."]
        assert len(list(app.screen.query("Toast"))) == 2
        app.notify("Three.")
        await settle(pilot)
        assert standing() == ["The disk is nearly full.", "Three."], "the same is not said twice"
        await pilot.press("u")
        await settle(pilot)
        assert len(standing()) == 2
        assert standing()[0] == "The disk is nearly full."
        assert len(app.notices.all()) == 7, "all can be read again"


async def test_colours_change_and_are_remembered():
    from edtui.config import load_settings

    async with opened() as pilot:
        await pilot.press("f8")
        assert pilot.app.theme == "light"
        assert load_settings().theme == "light"


# Vandaag


async def test_today_lists_what_asks_for_a_person_and_opens_it():
    async with opened() as pilot:
        add_person(pilot.app)
        await settle(pilot)
        said = text_of(pilot.app.screen)
        assert "Riet van Dam" in said
        await pilot.press("f9")
        await settle(pilot)
        assert "Riet van Dam" not in text_of(pilot.app.screen)
        await pilot.press("f9", "home", "enter")
        await settle(pilot)
        assert pilot.app.current_mode == "people"


async def test_the_cursor_stays_on_its_entry():
    async with opened() as pilot:
        lines = pilot.app.screen.query_one(SectionList)
        entries = [Entry("k", f"title {n}", "", "", value=n) for n in range(50)]
        lines.show([Section("Many", entries)])
        await pilot.press("j", "down", "down")
        assert lines.current.value == 3
        lines.show([Section("Fewer", entries[2:])])
        assert lines.current.value == 3
        await pilot.press("G")
        assert lines.current.value == 49
        assert lines.scroll_offset.y > 0
        await pilot.press("pageup", "g", "k")
        assert lines.current.value == 2
        lines.show([])
        await pilot.press("j", "enter", "G", "pagedown")
        assert lines.current is None


# locking


class Typing(Dialog[None]):
    """A form with something in it."""

    kept: list[str] = []  # noqa: RUF012  read by the test

    def compose_body(self):
        yield Input("half a sentence", id="entry")

    def unsaved(self):
        return Sentence("The note on {who} is not saved.", {"who": "Ann [/b]"})

    def lock_coming(self):
        assert self.app.desk is not None, "the draft needs the desk"
        self.kept.append(self.query_one(Input).value)


async def test_lock_keeps_drafts_and_leaves_nothing_alive():
    Typing.kept.clear()
    async with opened() as pilot:
        app = pilot.app
        for digit in "2345":
            await pilot.press(digit)
            await settle(pilot)
        app.copy_to_clipboard("private")
        app.notify("private")
        app.curtain = True
        app.push_screen(Typing())
        await pilot.pause()
        old = [weakref.ref(screen) for screen in textual_inside.all_screens(app)]
        old += [weakref.ref(app.desk), weakref.ref(app.index), weakref.ref(app.roster)]
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert Typing.kept == ["half a sentence"]
        assert isinstance(app.screen, UnlockScreen)
        assert textual_inside.known_modes(app) == ["door"]
        assert app.desk is None
        assert app.index is None
        assert app.clipboard == ""
        assert not app.curtain
        assert app.notices.all() == []
        assert app.door.closed == 1
        assert "private" not in text_of(app.screen)
        visible_screen_stack.set([])  # the pilot painted in this task, which keeps what it painted
        for _ in range(200):  # screens end their own tasks in their own time
            await pilot.pause(0.05)
            gc.collect()
            alive = [type(ref()).__name__ for ref in old if ref() is not None]
            if not alive:
                break
        assert alive == []


async def test_after_a_lock_the_name_stands_there_and_the_desk_is_a_new_one():
    async with opened() as pilot:
        app = pilot.app
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert app.screen.query_one("#name", Input).value == "anna"
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        await pilot.press("2", "1", "9")
        await settle(pilot)
        assert app.current_mode == "administration"


async def test_idle_warns_then_locks():
    async with opened() as pilot:
        app = pilot.app
        app.idle.touched()
        app.clock.advance(timedelta(minutes=4, seconds=39))
        await app.look_at_clock()
        assert len(app.notices.all()) == 0
        app.clock.advance(timedelta(seconds=1))
        await app.look_at_clock()
        await app.look_at_clock()
        assert len(app.notices.all()) == 1
        assert "20" in app.notices.all()[0].text
        app.clock.advance(timedelta(seconds=20))
        await app.look_at_clock()
        await settle(pilot)
        assert app.desk is None
        assert isinstance(app.screen, UnlockScreen)


async def test_a_key_keeps_the_desk_open():
    async with opened() as pilot:
        app = pilot.app
        app.clock.advance(timedelta(minutes=4, seconds=50))
        await app.look_at_clock()
        await pilot.press("j")
        app.clock.advance(timedelta(minutes=4))
        await app.look_at_clock()
        assert app.desk is not None


async def test_idle_time_is_a_setting():
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        change_settings(app.door.open("anna", PASSPHRASE), idle_minutes=1)
        await sign_in(pilot)
        app.clock.advance(timedelta(seconds=61))
        await app.look_at_clock()
        assert app.desk is None


async def test_forms_hear_that_a_lock_is_coming():
    heard = []

    class Listening(Typing):
        def on_lock_coming(self, message: LockComing) -> None:
            heard.append(message.seconds)

    async with opened() as pilot:
        app = pilot.app
        app.push_screen(Listening())
        await pilot.pause()
        app.clock.advance(timedelta(minutes=4, seconds=45))
        await app.look_at_clock()
        await pilot.pause()
        assert heard == [20]


# leaving


async def test_leaving_asks_only_when_something_is_not_saved():
    async with opened() as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert pilot.app.return_code == 0
    assert pilot.app.door.closed == 1

    Typing.kept.clear()
    async with opened() as pilot:
        app = pilot.app
        app.push_screen(Typing())
        await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert "Ann [/b]" in text_of(app.screen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Typing)
        await pilot.press("ctrl+q")
        await pilot.pause()
        await pilot.press("right", "enter")
        await pilot.pause()
    assert Typing.kept == ["half a sentence"]
    assert app.return_code == 0


async def test_ctrl_c_does_not_leave_but_says_how():
    async with opened() as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert "ctrl+q" in pilot.app.notices.all()[0].text


async def test_leaving_while_the_desk_is_still_read_is_no_fault(monkeypatch):
    closed = threading.Event()

    def build(_index, _between):
        assert closed.wait(60)
        raise VaultClosed

    class Door(MemoryDoor):
        def close(self, desk):
            super().close(desk)
            closed.set()
            for thread in (one for one in app._threads._threads if one is not None):
                thread.join(0.2)  # time to fall, while the program still stands

    monkeypatch.setattr("edtui.desk.find.FindIndex.build", build)
    app = make_app(door=Door(exists=True))
    async with app.run_test() as pilot:
        await pilot.pause()
        await type_text(pilot, "anna")
        await pilot.press("enter")
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        while app.index is None:
            await pilot.pause()
        await pilot.press("ctrl+q")
    assert app.return_code == 0
