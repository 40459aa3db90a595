"""What is typed is not lost, what does not fit is said, and there is always a way on."""

import io
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from tui.kiosk.driving import choose, press, shown, type_in

from edtui.desk.errors import ReadOnly
from edtui.tui.kiosk import launch
from edtui.tui.kiosk.plain import PlainKiosk
from edtui.tui.kiosk.timed import End
from edtui.tui.kiosk.told import Told
from edtui.tui.kiosk.visit import Visit
from edtui.vault.errors import DiskFull, Locked

KIOSK_FILES = Path(__file__).parents[3] / "data" / "kiosk"


@pytest.mark.parametrize("size", [(1, 1), (4, 3), (6, 30), (10, 5)])
def test_a_window_that_becomes_too_small_is_drawn_and_grows_again(at, size):
    visit = Visit(at)
    choose(visit, "Talk")
    press(visit, "1", "1")
    for _turn in range(2):  # nothing typed, and something
        shown(visit, *size)
        press(visit, "J")
    assert "JJ_" in shown(visit)


def test_back_finds_what_was_typed_and_so_does_who_wants_to_change_something(at):
    visit = Visit(at)
    choose(visit, "Talk")
    press(visit, "1", "1")
    type_in(visit, "Jan")
    type_in(visit, "kamer 3")
    press(visit, "escape", "escape")
    assert "Jan_" in shown(visit)
    type_in(visit, "neke")  # behind what stands there
    press(visit, "enter", "enter", "enter")
    assert "Name: Janneke" in shown(visit)
    choose(visit, "change something")
    press(visit, "2", "1", "enter")
    assert "kamer 3_" in shown(visit)


def test_a_passphrase_does_not_stand_there_after_back(at):
    visit = Visit(at)
    choose(visit, "sign in")
    type_in(visit, "riet")
    type_in(visit, "niet deze")
    assert visit.page.kept is None
    assert "nietdeze" not in repr(vars(visit.typing)).replace(" ", "")


def test_what_does_not_fit_is_said(at):
    visit = Visit(at)
    choose(visit, "Talk")
    press(visit, "1", "1", *"a" * 60)
    assert "no room" not in shown(visit)
    press(visit, "a")
    assert "no room" in shown(visit)
    press(visit, "backspace")
    assert "no room" not in shown(visit)


def test_a_number_that_is_typed_takes_the_place_of_the_one_that_was_guessed(riet):
    visit = Visit(riet)
    choose(visit, "Report a visit")
    press(visit, "1")
    guessed = visit.typing.text
    press(visit, "right", "backspace", "left", "5")
    assert "5" in visit.typing.text
    assert len(visit.typing.text) == len(guessed)  # who edits it keeps the rest
    press(visit, "escape", "1")
    type_in(visit, "4")
    press(visit, "escape")
    assert visit.typing.text == "4"


def test_a_page_with_nothing_to_choose_leads_back(riet):
    visit = Visit(riet)
    choose(visit, "training")
    assert "1  Back" in shown(visit)
    press(visit, "1")
    assert "Report a visit" in shown(visit)


def test_line_by_line_says_what_may_be_left_open_and_half_a_line_is_kept(at):
    writes = io.StringIO()
    front = PlainKiosk(at, reads=io.StringIO("kamer\ntwaalf\n"), writes=writes)
    visit = front.visit
    choose(visit, "Talk")
    press(visit, "1", "1")
    type_in(visit, "Jan")
    front._warned = visit.warning = True  # "press enter to go on"
    front._answer(front._line())
    assert visit.page.title() == "How can we reach you?"
    assert "This is kept: kamer" in writes.getvalue()
    front._answer(front._line())
    assert visit.pages[-2].kept == "kamer twaalf"
    front._speak()
    assert "Nothing is fine too: press enter." in writes.getvalue()


def test_line_by_line_says_what_did_not_fit(at):
    writes = io.StringIO()
    front = PlainKiosk(at, reads=io.StringIO(""), writes=writes)
    visit = front.visit
    choose(visit, "Talk")
    press(visit, "1", "1")
    limit = visit.ask.limit
    front._answer("J" * limit)
    assert "left out" not in writes.getvalue()
    press(visit, "escape")
    front._answer("J" * (limit + 3))
    assert f"At most {limit} characters fit: the last 3 were left out." in writes.getvalue()
    assert visit.pages[-2].kept == "J" * limit


def test_enter_never_chooses_what_is_not_in_sight(at):
    visit = Visit(at)
    press(visit, "1", "1")
    visit.page.story = visit.page.story.model_copy(
        update={"purpose_of_narrator": "Laten zien dat het kan. " * 12}
    )
    assert "Read it" not in shown(visit, 60, 14)
    assert "enter: go on" in shown(visit, 60, 14)
    before = visit.page
    for _press in range(20):
        press(visit, "enter")
        assert visit.page is before
        if "›" in shown(visit, 60, 14):
            break
    assert "enter: go on" not in shown(visit, 60, 14)
    press(visit, "enter")
    assert visit.page is not before


@pytest.mark.parametrize("error", [Locked(holder="x"), DiskFull(), ReadOnly(why="x")])
def test_what_cannot_be_sent_still_stands_there_and_nobody_hears_of_vaults(at, monkeypatch, error):
    def fails(*_given, **_more):
        raise error

    visit = Visit(at)
    choose(visit, "can be better")
    press(visit, "1")
    monkeypatch.setattr(at.desk.vault, "drop", fails)
    type_in(visit, "Meer stoelen")
    assert "Meer stoelen_" in shown(visit)
    assert "ask somebody here" in shown(visit)
    assert "vault" not in shown(visit)


def test_where_nothing_can_be_sent_nobody_types_for_nothing(at, monkeypatch):
    monkeypatch.setattr(type(at.desk), "read_only", "it is old")
    visit = Visit(at)
    assert "Nothing can be sent from this screen now." in shown(visit)
    assert "Talk with somebody" not in shown(visit)
    assert "Read a story" in shown(visit)


def test_a_clock_that_is_set_back_keeps_nobody_out_and_nobody_in(riet):
    clock = riet.clock
    told = Told().wrong(clock.now())._replace(seen=clock.now().isoformat())
    visit = Visit(riet)
    clock.advance(timedelta(days=-2))
    assert told.wait(clock.now()) <= 30
    assert told.should_tell(clock.now())
    visit.look()
    clock.advance(timedelta(minutes=3))
    visit.look()
    assert visit.ended is End.IDLE


def test_what_is_piped_in_is_one_visit(team, monkeypatch, capsys):
    def never(*_given, **_more):
        raise AssertionError("it would begin anew without end")

    class Given:
        lang, path = "en", team.path

        def clock(self):
            return team.clock

    monkeypatch.setattr(launch, "oversee", never)
    monkeypatch.setattr(launch, "_ignore_terminal_signals", lambda: None)
    monkeypatch.setattr("edtui.tui.crash.quiet_hooks", lambda _now: None)
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n"))
    assert launch.main(Given(), launch.Wanted(team.key_file, plain=True)) == 0
    said = capsys.readouterr().out
    assert "With a peer worker" in said
    assert said.count("This visit is over.") == 1


def test_what_the_other_end_of_ssh_says_of_its_terminal_stays_one_word():
    text = (KIOSK_FILES / "edtui-kiosk-sshd.conf").read_text()
    command = next(line for line in text.splitlines() if line.startswith("    ForceCommand "))
    words = command.split("ForceCommand ")[1].replace("/usr/local/bin/edtui kiosk", "")
    said = subprocess.run(  # by a shell, as ssh does
        words, shell=True, env={"TERM": "x sh -c id"}, capture_output=True, text=True, check=True
    ).stdout
    assert "TERM=x sh -c id" in said.splitlines()
