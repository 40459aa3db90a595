"""Who may sign in, with which keys; a role without a key gets nothing."""

import re

import pytest

from edtui.desk import grants, members, recovery_sheet, roster, team, undo
from edtui.desk.errors import EmptyName, WeakPassphrase
from edtui.desk.find import FindIndex
from edtui.desk.following import follow
from edtui.desk.log_view import LogFilter, log_lines
from edtui.desk.person_page import person_page
from edtui.desk.roster_index import RosterIndex
from edtui.desk.settings import change_settings, own_person_id, team_settings
from edtui.desk.today import today_items
from edtui.desk.users import user_names
from edtui.errors import EdtuiError, NotAllowed, NotFound
from edtui.records.person import Person
from edtui.vault.errors import LastOwner, NameTaken, OwnerOnly
from edtui.vault.kdf import FAST

PASSPHRASE = "fiets onder de brug"
FIRST = "regen op het dakraam"
NEW = "kiwi wolk trommel pad"

OTHERS = (grants.CONFIDANT, grants.PEER_WORKER, grants.KIOSK, grants.AUDITOR)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "team.edtui"


@pytest.fixture
def anna(path, clock):
    made = team.create_team(path, "Noord", "anna", PASSPHRASE, clock=clock, kdf=FAST)
    yield made.desk
    made.desk.close()


@pytest.fixture
def sign_in(path, clock):
    opened = []

    def enter(name, passphrase=FIRST):
        desk = team.open_team(path, name, passphrase, clock=clock)
        opened.append(desk)
        return desk

    yield enter
    for desk in opened:
        desk.vault.close()


def let_in(anna, role, name="bert", **more):
    return members.add_member(anna, name, FIRST, role, kdf=FAST, **more)


def user_id(anna, name):
    return next(one.user_id for one in members.members(anna) if one.name == name)


def test_the_first_coordinator_is_the_only_member(anna):
    [row] = members.members(anna)
    assert (row.name, row.role, row.owner, row.own) == ("anna", "coordinator", True, True)
    assert row.person_id == own_person_id(anna)
    assert row.rights == grants.GRANTS["coordinator"]
    assert row.last_sign_in == row.since == anna.clock.now()


@pytest.mark.parametrize("role", sorted(grants.GRANTS))
def test_each_role_gets_the_keys_of_its_row_and_no_more(anna, sign_in, role):
    let_in(anna, role)
    bert = sign_in("bert")
    assert bert.vault.role == role
    wanted = grants.GRANTS[role]
    info = bert.vault.info()
    readable = {name for name, rights in wanted.items() if rights in ("r", "rw")}
    assert {name for name in info.compartments if not name.startswith("private")} == readable
    assert {name for name in wanted if bert.vault.may_write(name)} == {
        name for name, rights in wanted.items() if rights == "rw"
    }
    assert "log" not in info.documents or role == "auditor"
    assert ("people" in info.documents) == (role == "coordinator")


@pytest.mark.parametrize("role", OTHERS)
def test_a_role_without_a_key_is_told_so_in_words(anna, sign_in, role):
    riet = roster.add_person(anna, Person(first_names="Riet"))
    let_in(anna, role)
    bert = sign_in("bert")
    for forbidden in (
        lambda: bert.get(Person, riet.id),
        lambda: list(bert.all(Person)),
        lambda: person_page(bert, riet.id),
        lambda: roster.person_rows(bert),
        lambda: roster.add_person(bert, Person(first_names="X")),
        lambda: let_in(bert, "kiosk", "hal"),
        lambda: members.remove_member(bert, user_id(anna, "anna")),
    ):
        with pytest.raises(NotAllowed) as refused:
            forbidden()
        assert refused.value.exit_status == 6
        assert refused.value.said.msgid
    index, rows = FindIndex(bert), RosterIndex(bert)
    index.build()
    rows.build()
    assert index.search("riet") == []
    assert list(rows.rows) == today_items(bert) == [], "lists leave out what has no key"
    assert bert.read_only is None, "being refused breaks nothing"
    assert team_settings(bert).team_name == "Noord"


@pytest.mark.parametrize("role", [grants.PEER_WORKER, grants.KIOSK, grants.AUDITOR])
def test_who_may_only_read_settings_cannot_change_them(anna, sign_in, role):
    let_in(anna, role)
    bert = sign_in("bert")
    with pytest.raises(NotAllowed):
        change_settings(bert, idle_minutes=9)
    assert team_settings(bert).idle_minutes == 5
    assert bert.read_only is None
    follow(anna)
    assert team_settings(anna).idle_minutes == 5


def test_what_others_keep_to_take_back_does_not_hinder_a_kiosk(anna, sign_in, clock):
    from datetime import timedelta

    change_settings(anna, idle_minutes=7)
    let_in(anna, grants.KIOSK, "hal")
    clock.advance(timedelta(days=1))
    hal = sign_in("hal")
    assert hal.read_only is None
    assert undo.UndoStack(hal, hal.log).peek() is None


def test_a_member_who_is_removed_does_not_get_in(anna, sign_in):
    let_in(anna, grants.CONFIDANT)
    bert = sign_in("bert")
    gone = user_id(anna, "bert")
    members.remove_member(anna, gone)
    assert [row.name for row in members.members(anna)] == ["anna"]
    with pytest.raises(EdtuiError) as closed:
        follow(bert)
    assert closed.value.exit_status == 5, "an open terminal is told and must lock"
    with pytest.raises(EdtuiError) as refused:
        sign_in("bert")
    assert refused.value.exit_status == 3
    assert user_names(anna)[gone] == "bert", "the log can still say who it was"


def test_another_role_is_other_keys_without_a_passphrase(anna, sign_in):
    let_in(anna, grants.KIOSK)
    members.grant_role(anna, user_id(anna, "bert"), grants.CONFIDANT)
    bert = sign_in("bert")
    assert bert.vault.role == "confidant"
    assert "casework" in bert.vault.info().compartments
    bert.vault.close()
    members.grant_role(anna, user_id(anna, "bert"), grants.AUDITOR)
    assert "casework" not in sign_in("bert").vault.info().compartments


def test_a_new_member_makes_the_keys_their_own(anna, sign_in, path, clock):
    first_sheet = let_in(anna, grants.CONFIDANT)
    bert = sign_in("bert")
    assert bert.first_time
    with pytest.raises(WeakPassphrase):
        members.make_own(bert, FIRST, "bert bert bert")
    sheet = members.make_own(bert, FIRST, NEW)
    bert.close()
    with pytest.raises(EdtuiError):
        sign_in("bert", FIRST)
    with pytest.raises(EdtuiError):
        team.recover_team(path, "bert", first_sheet, "trein naar de bergen", clock=clock)
    assert not sign_in("bert", NEW).first_time
    assert not anna.first_time
    team.recover_team(path, "bert", sheet, "trein naar de bergen", clock=clock).vault.close()


@pytest.mark.parametrize("role", [grants.PEER_WORKER, grants.AUDITOR])
def test_who_may_not_note_it_is_asked_too_until_the_keys_are_own(anna, sign_in, role):
    let_in(anna, role)
    for _ in range(2):
        bert = sign_in("bert")
        assert bert.first_time
        bert.close()
    bert = sign_in("bert")
    members.make_own(bert, FIRST, NEW)
    assert not bert.first_time
    bert.close()
    bert = sign_in("bert", NEW)
    assert not bert.first_time
    bert.close()
    members.let_in_anew(anna, user_id(anna, "bert"), FIRST, kdf=FAST)
    assert sign_in("bert").first_time


def test_a_new_sheet_and_the_old_one_opens_nothing(anna, path, clock):
    first = members.new_recovery_sheet(anna, PASSPHRASE)
    second = members.new_recovery_sheet(anna, PASSPHRASE)
    with pytest.raises(EdtuiError):
        members.new_recovery_sheet(anna, "iets heel anders toch")
    with pytest.raises(EdtuiError):
        team.recover_team(path, "anna", first, NEW, clock=clock)
    team.recover_team(path, "anna", second, NEW, clock=clock).vault.close()


def test_somebody_who_lost_everything_is_let_in_anew(anna, sign_in):
    let_in(anna, grants.CONFIDANT)
    members.let_in_anew(anna, user_id(anna, "bert"), NEW, kdf=FAST)
    with pytest.raises(EdtuiError):
        sign_in("bert", FIRST)
    assert sign_in("bert", NEW).vault.role == "confidant"


def test_what_is_refused_when_letting_in(anna, sign_in):
    for wrong, name, role in (
        (EmptyName, " ", grants.KIOSK),
        (grants.UnknownRole, "x", "boss"),
        (NameTaken, "Anna", grants.KIOSK),
    ):
        with pytest.raises(wrong):
            let_in(anna, role, name)
    with pytest.raises(WeakPassphrase):
        members.add_member(anna, "x", "kort", grants.KIOSK, kdf=FAST)
    with pytest.raises(NotFound):
        let_in(anna, grants.KIOSK, "x", person_id=99)
    with pytest.raises(LastOwner):
        members.remove_member(anna, anna.vault.user_id)
    with pytest.raises(NotFound):
        members.remove_member(anna, "00")
    assert [row.name for row in members.members(anna)] == ["anna"]
    let_in(anna, grants.COORDINATOR)
    with pytest.raises(OwnerOnly):
        let_in(sign_in("bert"), grants.KIOSK, "hal")


def test_a_member_is_somebody_on_the_roster(anna):
    riet = roster.add_person(anna, Person(first_names="Riet"))
    let_in(anna, grants.PEER_WORKER, person_id=riet.id)
    assert members.members(anna)[1].person_id == riet.id
    members.link_person(anna, user_id(anna, "bert"), None)
    assert members.members(anna)[1].person_id is None


def test_the_auditor_reads_what_everybody_did_and_they_do_not(anna, sign_in, clock):
    let_in(anna, grants.AUDITOR, "els")
    let_in(anna, grants.KIOSK, "hal")
    riet = roster.add_person(anna, Person(first_names="Riet"))
    person_page(anna, riet.id)
    sign_in("hal").close()
    with pytest.raises(EdtuiError):
        sign_in("hal", "verkeerd verkeerd verkeerd")
    els = sign_in("els")
    names = user_names(els)
    lines = [(names.get(line.user_id, ""), line.event) for line in log_lines(els)]
    for expected in (
        ("anna", "create"),
        ("anna", "read"),
        ("anna", "member_added"),
        ("hal", "sign_in"),
        ("hal", "sign_out"),
        ("", "sign_in_failed"),
        ("els", "sign_in"),
    ):
        assert expected in lines
    assert len(log_lines(els, LogFilter(person=riet.id))) == 2
    assert "Riet" not in str(log_lines(els))
    for desk in (anna, sign_in("hal")):
        with pytest.raises(NotAllowed):
            log_lines(desk)
        with pytest.raises(NotAllowed):
            desk.vault.db.table("log").all()


def test_a_sheet_is_read_in_groups_and_checked_by_two_words(clock):
    words = [f"woord{letter}" for letter in "abcdefghijklmnop"]
    text = recovery_sheet.sheet_text(words, team="Noord", user="anna", day=clock.today())
    assert [line.split()[::2] for line in text.splitlines() if re.match(r" *\d", line)] == [
        [str(number) for number in range(start, start + 4)] for start in (1, 5, 9, 13)
    ]
    assert all(word in text for word in words)
    places = recovery_sheet.places_to_ask(words)
    assert len(set(places)) == 2
    assert all(1 <= place <= 16 for place in places)
    assert recovery_sheet.is_right(words, 2, " Woordb ")
    assert not recovery_sheet.is_right(words, 2, "woordc")
    assert not recovery_sheet.is_right(words, 2, "wo")
