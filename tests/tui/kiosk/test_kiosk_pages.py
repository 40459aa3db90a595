"""What visitors and people of the team do at a kiosk, by numbers."""

from datetime import date, time, timedelta

import pytest
from tui.kiosk.conftest import HOSTILE, NINE
from tui.kiosk.driving import choose, finish, press, shown, type_in

from edtui import locale
from edtui.desk import kiosk_own, kiosk_post, kiosk_settings
from edtui.records.check_in import CheckIn
from edtui.records.kiosk import Kiosk, KioskSettings, Opening, Words, closed_until
from edtui.records.kiosk_letter import LetterKind
from edtui.tui.kiosk.at import At
from edtui.tui.kiosk.timed import End
from edtui.tui.kiosk.told import Told
from edtui.tui.kiosk.visit import Visit


def letters(team):
    desk = team.desk()
    found = kiosk_post.letters(desk)
    desk.close()
    return found


def test_a_talk_is_asked_for_by_somebody_who_never_saw_a_terminal(at, team):
    visit = Visit(at)
    assert "Welcome at Team Noord" in shown(visit)
    assert "Here today" not in shown(visit)  # it is past twelve
    team.clock.advance(timedelta(hours=-2))
    assert "Here today: Riet, until 12:00, bij de koffie" in shown(visit)
    choose(visit, "Talk with somebody")
    press(visit, "2", "2")  # the confidant, for somebody else
    type_in(visit, "")
    assert "Type a name" in shown(visit)
    for answer in ("mijn buurvrouw", "kamer 12", "", "ze durft zelf niet"):
        type_in(visit, answer)
    assert "mijn buurvrouw" in shown(visit)
    press(visit, "1")
    assert "It has been sent" in shown(visit)
    press(visit, "0")
    assert "mijn buurvrouw" not in shown(visit)
    (talk,) = letters(team)
    assert (talk.kind, talk.talk.for_whom, talk.talk.when) == (LetterKind.TALK, "other", "")


def test_a_story_begins_with_what_its_teller_wants_and_can_be_folded(at):
    visit = Visit(at)
    press(visit, "1", "1")
    page = shown(visit)
    assert page.index("Laten zien") < page.index("It touches on")
    assert "[/b]" in page
    assert "\x1b" not in page
    press(visit, "2")
    assert "meubelmaker" in shown(visit)
    assert "opname" not in shown(visit)
    assert "part is left out" in shown(visit)
    press(visit, "2")
    assert "Good that you stop" in shown(visit)
    assert "113" in shown(visit)


def test_a_story_that_is_taken_away_closes_at_once(at, team):
    visit = Visit(at)
    press(visit, "1", "1", "1")
    assert "meubelmaker" in shown(visit)
    team.desk().close()  # the desk knows no such story: it sweeps the shelf
    at.desk.take_news()
    visit.look()
    assert "meubelmaker" not in shown(visit)
    assert "not here any more" in shown(visit)


def test_a_word_an_idea_and_an_answer_go_out_without_a_name(at, team):
    visit = Visit(at)
    press(visit, "1", "1", "1", "1")
    type_in(visit, "dapper")
    press(visit, "0", "0")
    visit.home()
    choose(visit, "better")
    press(visit, "1")
    type_in(visit, "De koffie is koud.")
    visit.home()
    choose(visit, "question")
    press(visit, "2")
    assert "Thank you" in shown(visit)
    desk = team.desk()
    assert [one.said for one in kiosk_post.letters(desk)] == ["De koffie is koud."]
    assert kiosk_post.fold(desk) == 2
    assert kiosk_post.polls(desk)[0].counts == (0, 1)
    desk.close()


def test_faces_and_the_timetable_say_what_was_agreed_and_no_more(at):
    visit = Visit(at)
    choose(visit, "Who are we")
    press(visit, "1")
    assert "bij de koffie" in shown(visit)
    visit.home()
    choose(visit, "When is")
    page = shown(visit)
    assert "10:00 - 12:00" in page
    assert "Riet" in page
    for secret in ("Bram", "meneer", "zus"):
        assert secret not in page


def test_the_language_changes_by_a_number_and_the_next_visit_begins_anew(at):
    visit = Visit(at)
    choose(visit, "Nederlands")
    assert locale.spoken() == "nl"
    choose(visit, "English")
    assert "Welcome" in shown(visit)


def test_closed_by_hand_and_by_the_hours(at, team):
    desk = team.desk()
    saturday = Opening(weekday="saturday", start=time(9), end=time(12))
    kiosk_settings.change(desk, opening=(saturday,))
    desk.close()
    visit = Visit(at)
    press(visit, "1")
    at.desk.take_news()
    visit.look()
    assert visit.ended is End.CLOSED
    visit = Visit(at)
    assert "closed" in shown(visit)
    assert "113" in shown(visit)
    press(visit, "1", "enter", "0", "escape", "9")
    assert visit.ended is None
    visit = Visit(at)
    team.clock.advance(timedelta(days=6, hours=22))
    visit.look()
    assert "Welcome" in shown(visit)


def test_when_it_opens_again():
    settings = KioskSettings(
        opening=(Opening(weekday="monday", start=time(9), end=time(17)),),
        pauses=((date(2026, 11, 23), date(2026, 11, 24)),),
    )
    closed, opens = closed_until(settings, NINE)
    assert closed
    assert opens is not None
    assert (opens.date(), opens.time()) == (date(2026, 11, 30), time(9))
    assert closed_until(KioskSettings(), NINE) == (False, None)
    paused = KioskSettings(pauses=((NINE.date(), NINE.date()),))
    assert closed_until(paused, NINE)[1].date() == NINE.date() + timedelta(days=1)


def test_nobody_types_then_it_begins_anew(at, team):
    visit = Visit(at)
    team.clock.advance(timedelta(minutes=5))
    visit.look()
    assert visit.ended is None  # nothing was done yet
    press(visit, "1", "1", "1")
    team.clock.advance(timedelta(seconds=101))
    visit.look()
    page = shown(visit)
    assert "Are you still there?" in page
    assert "meubelmaker" not in page
    press(visit, "2")
    assert "meubelmaker" in shown(visit)  # the key only said that somebody is there
    team.clock.advance(timedelta(seconds=101))
    visit.look()
    team.clock.advance(timedelta(seconds=20))
    visit.look()
    assert visit.ended is End.IDLE
    assert not shown(visit).strip()


def test_the_desk_lets_it_begin_anew(at, team):
    visit = Visit(at)
    team.clock.advance(timedelta(seconds=5))
    desk = team.desk()
    kiosk_settings.reset(desk, next(desk.all(Kiosk)).id)
    desk.close()
    at.desk.take_news()
    visit.look()
    assert visit.ended is End.RESET


def test_failed_sign_ins_are_slow_logged_and_told_at_five(at, team):
    visit = Visit(at)
    choose(visit, "sign in")
    type_in(visit, "riet")
    for attempt in range(1, 6):
        type_in(visit, "fout")
        assert at.told.failed == attempt
        type_in(visit, "fout")  # at once: not tried
        assert "Wait" in shown(visit)
        assert at.told.failed == attempt
        team.clock.advance(timedelta(seconds=31))
    (alarm,) = letters(team)
    assert (alarm.kind, alarm.count) == (LetterKind.ALARM, 5)
    assert Told(*at.told).wait(NINE) > 0


def test_a_coordinator_does_not_sign_in_here(at):
    visit = Visit(at)
    choose(visit, "sign in")
    type_in(visit, "anna")
    type_in(visit, "linde boot kraan zeven")
    assert visit.ended is End.DONE
    assert at.told.said


def test_a_peer_worker_reports_a_visit(riet, team):
    visit = Visit(riet)
    assert "Hello Riet" in shown(visit)
    assert "2 visits wait" in shown(visit)
    choose(visit, "Report")
    press(visit, "2")
    assert visit.typing.text == "2"
    for answer in ("", "7,5", "4"):
        if answer:
            press(visit, "backspace")
        type_in(visit, answer)
    press(visit, "1")
    choose(visit, visit.in_sight()[2].label)
    choose(visit, visit.in_sight()[2].label)
    press(visit, "1", "2", "1")
    type_in(visit, "Iemand lachte.")
    assert "7.5 km" in shown(visit)
    press(visit, "1")
    assert "It has been sent" in shown(visit)
    press(visit, "1")
    assert "1 visit waits" in shown(visit)
    desk = team.desk()
    (letter,) = kiosk_post.letters(desk)
    assert (letter.report.kilometres, letter.report.clients_met) == (7.5, 4)
    assert letter.report.questions[0].count == 2
    assert letter.report.follow_ups.alone == 1
    report = kiosk_post.take_in(desk, letter.id)
    assert report.success == "Iemand lachte."
    desk.close()


def test_a_check_in_is_for_oneself_alone(riet, team):
    visit = Visit(riet)
    choose(visit, "How am I")
    press(visit, "1", "2")
    type_in(visit, "slecht geslapen")
    assert "not so good" in shown(visit)
    assert kiosk_own.check_ins(riet.desk)[0].words == "slecht geslapen"
    desk = team.desk()
    assert not desk.reads(CheckIn.table) or not list(desk.all(CheckIn))
    desk.close()
    press(visit, "2", "2")
    assert kiosk_own.check_ins(riet.desk) == []


def test_own_pages_show_what_is_ones_own(riet):
    visit = Visit(riet)
    for label, words in (
        ("My calendar", "De Linde"),
        ("My hours", "Nothing was reported"),
        ("What I have", "nothing to do"),
        ("My training", "Nothing stands"),
        ("My wishes", "Ik vertel graag."),
    ):
        visit.home()
        choose(visit, label)
        assert words in shown(visit), label


def test_signing_out_by_one_key_wherever_one_is(riet):
    visit = Visit(riet)
    choose(visit, "My wishes")
    press(visit, "1")
    press(visit, "f4")
    assert visit.ended is End.DONE
    assert not shown(visit).strip()


def test_without_the_key_file_the_visit_ends(riet, tmp_path):
    riet.key_file = tmp_path / "x.edtui-key"
    riet.key_file.write_text("{}")
    visit = Visit(riet)
    visit.look()
    assert visit.ended is None
    riet.key_file.unlink()
    visit.look()
    assert visit.ended is End.KEY_GONE


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60), (20, 8)])
def test_every_size_shows_what_is_marked(at, size):
    visit = Visit(at)
    for _number in range(12):
        lines = shown(visit, *size).splitlines()
        assert len(lines) <= size[1]
        press(visit, "down")
    if size[1] >= 20:
        assert "›" in shown(visit, *size)
    choose(visit, "Talk")
    press(visit, "1", "1")
    for sign in "een heel lang antwoord " * 6:
        visit.press(sign, sign)
    assert "_" in shown(visit, *size)


def test_words_of_the_team_are_never_obeyed(at, team):
    desk = team.desk()
    kiosk_settings.change(desk, greeting=Words(nl=HOSTILE), message=Words(nl=HOSTILE * 30))
    desk.close()
    at.desk.take_news()
    visit = Visit(at)
    visit.look()
    page = shown(visit)
    assert "[@click=app.quit]" in page
    assert not {"\x1b", "\u202e"} & set(page)
    finish(visit)


def test_a_long_story_is_read_to_its_end_by_one_key(at):
    visit = Visit(at)
    press(visit, "1", "1", "1")
    long = visit.page.story.model_copy(update={"text": "\n\n".join(["Een zin. " * 30] * 12)})
    visit.page.story = long
    for _turn in range(40):
        page = shown(visit, 60, 20)
        if not visit.more_below:
            break
        assert "more below" in page
        press(visit, "enter")
    assert "I have read it" in shown(visit, 60, 20)
    press(visit, "home")
    assert "I have read it" not in shown(visit, 60, 20)
    press(visit, "end")
    assert "I have read it" in shown(visit, 60, 20)


def test_a_confidant_has_own_pages_too(team):
    at = At(team.nobody(), team.path, team.clock)
    visit = Visit(at)
    choose(visit, "sign in")
    type_in(visit, "bram")
    type_in(visit, "tapijt regen molen drie hout")
    assert "Hello Bram" in shown(visit)
    choose(visit, "My calendar")
    assert "De Linde" in shown(visit)
    at.close()


def test_the_desk_is_told_once_an_hour_that_a_kiosk_is_there(at, team):
    visit = Visit(at)
    for _minute in range(90):
        visit.say_hello()
        team.clock.advance(timedelta(minutes=1))
    desk = team.desk()
    assert kiosk_post.fold(desk) == 2
    assert kiosk_settings.kiosks(desk)[0].last_seen == NINE + timedelta(hours=1)
    desk.close()
