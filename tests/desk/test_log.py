"""The log: everything that happens has its line, and no line says what was written."""

from datetime import timedelta

import pytest
from support.memory_vault import MemoryVault

from edtui.desk import grants, log_view, roster, team
from edtui.desk.errors import ReadOnly
from edtui.desk.find import FindIndex
from edtui.desk.log_view import LogFilter, log_lines
from edtui.desk.person_page import person_page
from edtui.desk.session import Desk
from edtui.errors import EdtuiError, NotFound, Sentence
from edtui.records.log_entry import Event, LogEntry
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.vault.kdf import FAST

SECRET = "zeer geheim"


def entries(desk) -> list[LogEntry]:
    return [LogEntry.from_document(n, d) for n, (_, d) in enumerate(desk.vault.dropped, start=1)]


def events(desk) -> list[tuple]:
    return [(one.event, one.object_type, one.object_ids) for one in entries(desk)]


@pytest.fixture
def desk(memory_desk):
    """A desk without the team of the other tests: nothing is logged yet."""
    return memory_desk


@pytest.fixture
def riet(desk):
    saved = roster.add_person(
        desk,
        Person(first_names="Riet", notes=SECRET),
        RoleAssignment(person_id=1, role="peer_worker"),
    )
    desk.vault.dropped.clear()
    return saved


def test_an_act_is_logged_in_its_own_commit(desk):
    roster.add_person(desk, Person(first_names="A"), RoleAssignment(person_id=1))
    assert events(desk) == [("create", "people", (1,)), ("create", "roles", (1,))]
    desk.vault.dropped.clear()
    with pytest.raises(NotFound), desk.act(Sentence("x")) as act:
        act.put(Person(id=99, first_names="B"))
    assert events(desk) == []


def test_who_when_where_and_which_fields(desk, riet, clock):
    roster.edit_person(desk, riet.with_(notes="other", pronouns="zij"))
    [entry] = entries(desk)
    assert entry.fields == ("notes", "pronouns")
    assert entry.person_ids == (riet.id,)
    assert (entry.user_id, entry.role) == ("id-of-anna", "coordinator")
    assert entry.moment == clock.now()
    assert entry.session
    assert entry.workstation


def test_a_role_is_about_its_person(desk, riet):
    roster.remove_role(desk, roster.roles_of(desk, riet.id)[0].id)
    [entry] = entries(desk)
    assert (entry.event, entry.object_type, entry.person_ids) == ("remove", "roles", (riet.id,))


def test_taking_back_and_doing_again(desk, riet):
    roster.edit_person(desk, riet.with_(notes="other"))
    desk.undo_stack.undo()
    desk.undo_stack.redo()
    assert [one.event for one in entries(desk)] == ["change", "undo", "redo"]


def test_reading_is_logged_once_a_day(desk, riet, clock):
    for _ in range(3):
        person_page(desk, riet.id)
    assert events(desk) == [("read", "people", (riet.id,))]
    clock.advance(timedelta(days=1))
    person_page(desk, riet.id)
    assert len(events(desk)) == 2


def test_that_somebody_searches_but_not_for_what(desk, riet):
    index = FindIndex(desk)
    index.build()
    for typed in ("g", "ge", "geheim"):
        assert index.search(typed)
    assert events(desk) == [("search", "", ())]
    assert "geheim" not in str(desk.vault.dropped)


def test_no_line_says_what_was_written(desk):
    saved = roster.add_person(desk, Person(first_names="Wilhelmina", notes=SECRET))
    roster.edit_person(desk, saved.with_(surname="Zonderling", notes=SECRET + "!"))
    person_page(desk, saved.id)
    desk.undo_stack.undo()
    desk.close()
    told = str(desk.vault.dropped)
    for private in ("Wilhelmina", "Zonderling", "geheim"):
        assert private not in told


def test_what_leaves_is_logged_first_or_does_not_leave(desk, riet):
    desk.log.leaving(Event.PRINT, "people", [riet.id], reason="for the file")
    assert events(desk) == [("print", "people", (riet.id,))]
    desk.vault.read_only = Sentence("the disk is full.")
    with pytest.raises(ReadOnly):
        desk.log.leaving(Event.EXPORT, "people")


def test_reading_goes_on_where_nothing_can_be_written(desk, riet):
    desk.vault.read_only = Sentence("the disk is full.")
    assert person_page(desk, riet.id).title == "Riet"
    assert events(desk) == []


def test_who_is_refused_is_logged(clock):
    desk = Desk(MemoryVault("kiosk", role="kiosk"), clock)
    with pytest.raises(grants.NotForRole) as refused:
        log_lines(desk)
    assert refused.value.exit_status == 6
    assert [(one.event, one.result) for one in entries(desk)] == [("read", "denied")]


def test_failed_sign_ins_wait_for_the_next_one(tmp_path, clock, monkeypatch):
    path = tmp_path / "team.edtui"
    passphrase = "fiets onder de brug"
    team.create_team(path, "T", "anna", passphrase, clock=clock, kdf=FAST).desk.vault.close()
    for tried in ("Wilhelmina", "anna"):
        with pytest.raises(EdtuiError):
            team.open_team(path, tried, "mis mis mis mis", clock=clock)
    state = b"".join(one.read_bytes() for one in (tmp_path / "state").rglob("*") if one.is_file())
    assert b"Wilhelmina" not in state
    assert b"mis" not in state
    written = []
    monkeypatch.setattr(
        "edtui.desk.logbook.Logbook.write",
        lambda self, event, *_, **more: written.append((event, more.get("count"))),
    )
    monkeypatch.setattr("edtui.desk.logbook.Logbook.kept", True)
    team.open_team(path, "anna", passphrase, clock=clock).vault.close()
    team.open_team(path, "anna", passphrase, clock=clock).vault.close()
    assert written == [("sign_in_failed", 2), ("sign_in", None), ("sign_in", None)]


@pytest.fixture
def auditor(desk, riet, clock):
    """Who reads what was dropped by Anna's desk and by Bert's."""
    other = Desk(MemoryVault("bert"), clock)
    other.vault.db.storage.memory = desk.vault.db.storage.memory
    person_page(desk, riet.id)
    clock.advance(timedelta(hours=1))
    person_page(other, riet.id)
    again = Desk(desk.vault, clock)
    person_page(again, riet.id)
    clock.advance(timedelta(days=1))
    roster.edit_person(desk, riet.with_(notes="x"))
    reading = Desk(MemoryVault("els", role="auditor"), clock)
    for vault in (desk.vault, other.vault):
        for table, document in vault.dropped:
            reading.vault.db.table(table).insert(document)
    return reading


def test_reads_of_one_day_are_one_line(auditor, clock):
    lines = log_lines(auditor)
    assert [(line.user_id, line.event, line.times) for line in lines] == [
        ("id-of-anna", "change", 1),
        ("id-of-bert", "read", 1),
        ("id-of-anna", "read", 2),
    ]
    assert lines[2].last - lines[2].first == timedelta(hours=1)
    assert lines[0].last >= lines[1].last >= lines[2].last


def test_the_log_by_person_day_and_kind(auditor, clock, riet):
    today = clock.today()
    assert [line.event for line in log_lines(auditor, LogFilter(since=today))] == ["change"]
    yesterday = LogFilter(until=today - timedelta(days=1))
    assert {line.event for line in log_lines(auditor, yesterday)} == {"read"}
    assert len(log_lines(auditor, LogFilter(user_id="id-of-bert"))) == 1
    assert len(log_lines(auditor, LogFilter(person=riet.id))) == 3
    assert log_lines(auditor, LogFilter(person=riet.id + 1)) == []
    assert [line.event for line in log_lines(auditor, LogFilter(events={"change"}))] == ["change"]


def test_a_month_of_the_log_is_read_without_the_years_before(auditor, clock, monkeypatch):
    monkeypatch.setattr(log_view, "STRAY", 2)
    read = []

    def newest(table):
        moments = [clock.now() - timedelta(days=days) for days in (0, 40, 41, 1, 42, 43, 44, 2)]
        for moment in moments:
            read.append(moment)
            yield {"moment": moment.isoformat(), "event": "change"}

    monkeypatch.setattr(auditor.vault, "newest", newest)
    month = LogFilter(since=clock.today() - timedelta(days=30))
    assert len(log_lines(auditor, month)) == 2, "a clock that was wrong does not end it"
    assert len(read) == 7
    assert len(log_lines(auditor)) == 8


def test_going_on_with_a_file_is_not_called_putting_back(auditor):
    for reason in ("", "accepted"):
        moment = auditor.clock.now().isoformat()
        entry = {"moment": moment, "event": "restore", "reason": reason}
        auditor.vault.db.table(LogEntry.table).insert(entry)
    said = [line.what.msgid for line in log_lines(auditor, LogFilter(events=("restore",)))]
    assert said == ["went on with a file that lacks something", "put back a backup"]


def test_every_event_has_a_name():
    assert set(log_view.EVENTS) == {event.value for event in Event}
