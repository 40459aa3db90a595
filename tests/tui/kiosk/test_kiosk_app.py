"""The full screen: what is drawn, what time does, and what becomes of a fault."""

from contextlib import suppress
from datetime import timedelta

from support.bare_app import lines
from textual.worker import WorkerError
from tui.kiosk.driving import choose, press, shown, type_in

from edtui.config import state_dir
from edtui.desk import kiosk_settings, members
from edtui.desk.kiosk_keys import PERSON, KeyFile, write_key
from edtui.desk.kiosk_open import sign_in
from edtui.records.kiosk import Kiosk
from edtui.tui.kiosk.app import KioskApp
from edtui.tui.kiosk.page import Choice, Page
from edtui.tui.kiosk.timed import End
from edtui.tui.kiosk.visit import Visit
from edtui.tui.surroundings import Surroundings


def text(app) -> str:
    return "\n".join(lines(app))


async def test_what_is_drawn_is_what_the_visit_says(at):
    app = KioskApp(at, surroundings=Surroundings(ascii=True))
    async with app.run_test(size=(60, 20)) as pilot:
        assert "> 1  Read a story" in text(app)
        assert text(app).isascii()
        await pilot.press("2", "1", "1", "J", "a", "n")
        await pilot.pause()
        assert "> Jan_" in text(app)
        await pilot.press("f4")
        await pilot.pause()
        assert app.return_value is End.DONE
    assert not app.is_running


async def test_signing_in_takes_a_moment_and_time_signs_out(at, team):
    app = KioskApp(at)
    async with app.run_test() as pilot:
        await pilot.press("7", *"riet", "enter", *"vuur kers lamp negen wolk", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Hello Riet" in text(app)
        team.clock.advance(timedelta(seconds=101))
        app._looked(failed=False)
        await pilot.pause()
        assert "Are you still there?" in text(app)
        assert "Riet" not in text(app)
        await pilot.press("down")
        assert "Hello Riet" in text(app)
        team.clock.advance(timedelta(seconds=121))
        app._looked(failed=False)
        await pilot.pause()
        assert app.return_value is End.IDLE


async def test_a_kiosk_whose_keys_are_taken_away_ends(at, team):
    app = KioskApp(at)
    async with app.run_test() as pilot:
        await pilot.press("2")
        desk = team.desk()
        kiosk_settings.remove(desk, next(desk.all(Kiosk)).id)
        desk.close()
        app.look()
        with suppress(WorkerError):  # it ends under its own feet
            await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.return_value is End.FAILED


class FaultyPage(Page):
    """A page with a fault in it."""

    def title(self) -> str:
        return "private words"

    def choices(self):
        return [Choice("private words", self._fail)]

    def _fail(self):
        raise RuntimeError("private words")


async def test_a_fault_ends_the_visit_without_a_word_on_the_terminal(at, capsys):
    app = KioskApp(at)
    async with app.run_test() as pilot:
        app.visit.pages.append(FaultyPage(at))
        app.visit._choices = None
        try:
            await app.on_event(_key("1"))
        except RuntimeError as error:
            app._handle_exception(error)
        await pilot.pause()
        assert app._exit_renderables == []
        app._exception = None  # the test's own pilot would raise it again
    seen = capsys.readouterr()
    assert "private" not in seen.out + seen.err
    (report,) = (state_dir() / "faults").iterdir()
    assert "private" not in report.read_text(encoding="utf-8")


def _key(sign):
    from textual import events

    return events.Key(sign, sign)


def test_a_key_on_a_stick_signs_in_and_its_going_signs_out(at, tmp_path):
    stick = tmp_path / "media" / "STICK"
    stick.mkdir(parents=True)
    at.sticks = (tmp_path / "media",)
    visit = Visit(at)
    choose(visit, "sign in")
    type_in(visit, "")
    assert "Type your name" in shown(visit)
    (stick / "other.edtui-key").write_text("{", encoding="utf-8")
    path = stick / "riet.edtui-key"
    write_key(path, KeyFile(PERSON, "riet", "vuur kers lamp negen wolk"))
    type_in(visit, "")
    assert "Whose key" in shown(visit)
    press(visit, "1")
    while visit.waiting is not None:
        wait, visit.waiting = visit.waiting, None
        visit.take(wait.then(wait.work()))
    assert "Hello Riet" in shown(visit)
    visit.look()
    path.unlink()
    visit.look()
    assert visit.ended is End.KEY_GONE


def test_the_first_time_one_chooses_an_own_passphrase(riet, team):
    visit = Visit(riet)
    assert riet.desk.first_time
    choose(visit, "own passphrase")
    old, new = "vuur kers lamp negen wolk", "stoep gieter maan elf tulp"
    type_in(visit, old)
    type_in(visit, "kort")
    assert "Use at least" in shown(visit)
    for _sign in "kort":
        press(visit, "backspace")
    type_in(visit, new)
    type_in(visit, new)
    assert "Write these words down" in shown(visit)
    assert new not in shown(visit)
    press(visit, "1")
    assert "own passphrase" not in shown(visit)
    riet.desk.close()
    again = sign_in(team.path, "riet", new, team.clock)
    assert not again.first_time
    assert members.user_names(again)
    again.close()
