"""A kiosk's keys, what it sends, and what the desk makes of it."""

import os
import shutil
from base64 import b64decode
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk.kiosk_team import BRAM, RIET, make_team
from edtui.clock import FixedClock
from edtui.desk import (
    erasing,
    failed_sign_ins,
    following,
    grants,
    kiosk_open,
    kiosk_plugin,
    kiosk_post,
    kiosk_publish,
    kiosk_send,
    kiosk_settings,
    kiosk_sheet,
    members,
    today,
)
from edtui.desk.actions import save_action
from edtui.desk.kiosk_boxes import NotForMe, opened
from edtui.desk.kiosk_keys import KeyFileOpen, KeyFileThere, NoKeyFile, read_key, write_key
from edtui.errors import NotAllowed, NotFound
from edtui.records.action_point import ActionPoint
from edtui.records.client_talk import ClientTalk, TalkMode
from edtui.records.kiosk import Kiosk, Poll, Words
from edtui.records.kiosk_letter import Letter, LetterKind, SentReport, TalkWish
from edtui.records.kiosk_shown import KioskShown, OwnSheet
from edtui.records.person import Person
from edtui.records.visit_report import VisitReport
from edtui.vault.errors import WrongPassphrase

WISH = TalkWish(mode=TalkMode.BOTH, handle="de man met de tuin", reach="kamer 4, na het eten")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam")))
    folder = tmp_path_factory.mktemp("kiosk")
    before = {name: os.environ.get(name) for name in ("EDTUI_STATE", "EDTUI_CONFIG")}
    os.environ["EDTUI_STATE"], os.environ["EDTUI_CONFIG"] = str(folder / "s"), str(folder / "c")
    try:
        return make_team(folder, clock)
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


@pytest.fixture
def team(made, tmp_path):
    """An own copy of the team."""
    for name in ("team.edtui", "hall.key"):
        shutil.copy2(made.path.with_name(name), tmp_path / name)
    return made._replace(path=tmp_path / "team.edtui", key_file=tmp_path / "hall.key")


def test_a_kiosk_reads_its_shelf_and_nothing_else(team):
    desk = team.nobody()
    assert kiosk_open.own_kiosk(desk).name == "Hal"
    assert kiosk_settings.kiosk_settings(desk).faces[0].name == "Riet"
    for kind in (Letter, ClientTalk, Person, VisitReport, OwnSheet):
        with pytest.raises(NotAllowed):
            list(desk.all(kind))
    desk.close()


def test_what_was_sent_cannot_be_read_back_and_arrives_once(team):
    kiosk = team.nobody()
    kiosk_send.ask_talk(kiosk, WISH)
    kiosk_send.say(kiosk, "De koffie is koud.", good=False)
    with pytest.raises(NotAllowed):
        list(kiosk.all(Letter))
    kiosk.take_news()
    kiosk.close()
    again = team.nobody()
    with pytest.raises(NotAllowed):
        list(again.all(Letter))
    with pytest.raises(NotAllowed):
        next(again.vault.newest(Letter.table))
    again.close()

    first, second = team.desk(), team.desk()
    talk, idea = kiosk_post.letters(first)
    assert (talk.kind, idea.kind) == (LetterKind.TALK, LetterKind.IDEA)
    made = kiosk_post.take_in(first, talk.id)
    assert isinstance(made, ClientTalk)
    assert (made.handle, made.mode, made.location_id) == (WISH.handle, TalkMode.BOTH, 1)
    with pytest.raises(NotFound):
        kiosk_post.take_in(second, talk.id)
    assert len(list(second.all(ClientTalk))) == 1
    kiosk_post.done(second, idea.id)
    assert kiosk_post.letters(second) == []
    # Nothing of what a kiosk sent may come to stand where a kiosk reads.
    assert "koud" not in str(list(second.vault.db.table("undo_directory")))
    first.close()
    second.close()


def test_a_peer_worker_does_not_read_the_post_either(team):
    riet = team.desk(RIET)
    with pytest.raises(grants.NotForRole):
        kiosk_post.letters(riet)
    with pytest.raises(NotAllowed):
        list(riet.all(Letter))
    riet.close()


def test_silent_letters_are_folded(team):
    desk = team.desk()
    poll = Poll(
        mark="p1", question=Words(nl="Fijn hier?"), answers=(Words(nl="ja"), Words(nl="nee"))
    )
    kiosk_settings.change(desk, poll=poll)
    desk.close()
    kiosk = team.nobody()
    kiosk_send.here(kiosk)
    for answer in (1, 1, 2):
        kiosk_send.answer(kiosk, "p1", answer)
    kiosk_send.word_on(kiosk, 99, "dapper")  # withdrawn meanwhile
    kiosk.close()
    desk = team.desk()
    assert kiosk_post.fold(desk) == 5
    assert kiosk_post.fold(desk) == 0
    assert kiosk_post.polls(desk)[0].counts == (2, 1)
    assert next(desk.all(Kiosk)).last_seen == team.clock.now()
    assert list(desk.all(Letter)) == []
    desk.close()


def test_a_report_a_wish_and_an_action_of_who_signed_in(team):
    desk = team.desk()
    action = save_action(
        desk, ActionPoint(what="Folder halen", person_id=team.riet_id, made_on=desk.clock.today())
    )
    assert kiosk_sheet.refresh(desk) == 2
    assert kiosk_sheet.refresh(desk) == 0
    desk.close()

    riet = kiosk_open.sign_in(team.path, RIET, "vuur kers lamp negen wolk", team.clock)
    sheet = kiosk_sheet.own_sheet(riet)
    assert (sheet.person_id, sheet.places) == (team.riet_id, {1: "De Linde"})
    assert sheet.actions[0].what == "Folder halen"
    assert sheet.wishes == "Ik vertel graag."
    day = riet.clock.today() - timedelta(days=7)
    kiosk_send.report(
        riet,
        SentReport(activity_id=team.visit_id, day=day, hours=2.5, kilometres=12, clients_met=6),
    )
    kiosk_send.propose(riet, "wishes_words", "Liever niet vertellen.")
    kiosk_send.action_done(riet, action.id)
    riet.close()

    bram = team.desk(BRAM)
    other = next(one for one in bram.all(OwnSheet) if one.user_id != bram.vault.user_id)
    assert "Folder" not in str(kiosk_sheet.own_sheet(bram))
    with pytest.raises(NotForMe):
        opened(bram, b64decode(other.sealed))
    bram.close()

    desk = team.desk()
    for letter in kiosk_post.letters(desk):
        kiosk_post.take_in(desk, letter.id)
    report = next(desk.all(VisitReport))
    assert report.clients_met == 6
    assert {one.person_id: one.hours for one in report.people}[team.riet_id] == 2.5
    assert desk.get(Person, team.riet_id).wishes_words == "Liever niet vertellen."
    assert not desk.get(ActionPoint, action.id).is_open
    assert kiosk_post.letters(desk) == []
    desk.close()


def test_the_public_timetable_names_who_said_yes_and_nothing_else(team):
    desk = team.desk()
    shown = kiosk_publish.publish(desk)
    assert [(one.who, one.where) for one in shown.times] == [(("Riet",), "De Linde")]
    assert "meneer" not in str(shown.document())
    assert kiosk_publish.publish(desk).revision == shown.revision
    kiosk_settings.change(desk, kinds=("client_conversation",))
    assert kiosk_publish.publish(desk).times == ()
    desk.close()
    kiosk = team.nobody()
    assert next(kiosk.all(KioskShown)).times == ()
    kiosk.close()


def test_who_holds_other_keys_does_not_sign_in_at_a_kiosk(team):
    with pytest.raises(kiosk_open.NotAtKiosk):
        kiosk_open.sign_in(team.path, "anna", "linde boot kraan zeven", team.clock)
    with pytest.raises(WrongPassphrase):
        kiosk_open.sign_in(team.path, "riet", "iets anders", team.clock)
    assert len(failed_sign_ins.waiting(team.path)) == 1
    kiosk = team.nobody()
    assert failed_sign_ins.waiting(team.path) == []  # the log has it
    kiosk.close()


def test_a_key_file_is_its_users_alone(team, tmp_path):
    with pytest.raises(KeyFileThere):
        write_key(team.key_file, team.key)
    assert read_key(team.key_file) == team.key
    assert team.key.secret not in repr(team.key)
    team.key_file.chmod(0o640)
    with pytest.raises(KeyFileOpen):
        read_key(team.key_file)
    link = tmp_path / "link.key"
    link.symlink_to(team.key_file)
    for path in (link, tmp_path / "none.key", tmp_path):
        with pytest.raises(NoKeyFile):
            read_key(path)


def test_a_kiosk_that_was_removed_opens_nothing(team):
    desk = team.desk()
    kiosk_settings.remove(desk, next(desk.all(Kiosk)).id)
    assert kiosk_settings.kiosks(desk) == []
    desk.close()
    with pytest.raises(WrongPassphrase):
        team.nobody()


def test_the_desk_looks_after_kiosks_while_it_is_open(team):
    desk = team.desk()
    kiosk_plugin.look_after(desk)
    assert kiosk_publish.shown(desk).times
    assert desk.count(OwnSheet) == 2
    kiosk = team.nobody()
    kiosk_send.here(kiosk)
    kiosk_send.ask_talk(kiosk, WISH)
    kiosk.close()
    following.follow(desk)
    kiosk_plugin.look_after(desk)
    assert next(desk.all(Kiosk)).last_seen
    waiting = [one for one in today.today_items(desk) if one.kind == kiosk_plugin.KIND]
    assert [(one.title, one.table) for one in waiting] == [(WISH.handle, Letter.table)]
    erasing.erase(desk, people=[team.riet_id])
    assert kiosk_settings.kiosk_settings(desk).faces == ()
    kiosk_plugin.look_after(desk)
    assert kiosk_publish.shown(desk).times == ()
    desk.close()


def test_what_is_no_letter_keeps_nobody_from_the_others(team):
    kiosk = team.nobody()
    kiosk.vault.drop(Letter.table, {"mark": "x", "kind": "nonsense"})
    kiosk.vault.drop(Letter.table, {"kind": ["talk"], "sent": 7})
    kiosk_send.ask_talk(kiosk, WISH)
    kiosk.close()
    desk = team.desk()
    (talk,) = kiosk_post.letters(desk)
    assert kiosk_post.fold(desk) == 0
    assert [one.title for one in today.today_items(desk) if one.kind == "kiosk"] == [WISH.handle]
    kiosk_post.take_in(desk, talk.id)
    assert kiosk_post.letters(desk) == []
    desk.close()


def test_who_sets_an_own_passphrase_gets_a_sheet_for_the_new_keys(team):
    desk = team.desk()
    kiosk_plugin.look_after(desk)
    riet = team.desk(RIET)
    assert kiosk_sheet.own_sheet(riet).name
    members.make_own(riet, "vuur kers lamp negen wolk", "stoep gieter maan elf tulp")
    riet.close()
    following.follow(desk)
    kiosk_plugin.look_after(desk)
    riet = kiosk_open.sign_in(team.path, RIET, "stoep gieter maan elf tulp", team.clock)
    assert kiosk_sheet.own_sheet(riet).name
    riet.close()
    desk.close()


def test_who_is_named_no_longer_does_not_stand_under_the_kiosks_key(team):
    desk = team.desk()
    kiosk_settings.change(desk, message=Words(nl="Taart."))
    kiosk_settings.change(desk, faces=())
    desk.close()
    kiosk = team.nobody()
    for table in kiosk.vault.db.tables():
        assert "bij de koffie" not in str(list(kiosk.vault.db.table(table))), table
    kiosk.close()
