"""Erased is gone everywhere, kept long enough is told, and somebody sees what is kept of them."""

from datetime import timedelta

import pytest

from edtui.desk import drafts, erasing, organisations, retention, roster, team, traces
from edtui.desk.access import overview
from edtui.desk.applications import apply, reject
from edtui.desk.blackening import BAR
from edtui.desk.find import FindIndex
from edtui.desk.keeping import Retention
from edtui.desk.roster_index import RosterIndex
from edtui.desk.settings import own_person_id, team_settings
from edtui.desk.vacancies import save_vacancy
from edtui.errors import NotFound
from edtui.records.erasure import Erasure, Why
from edtui.records.log_entry import LogEntry
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application, Interview, Vacancy
from edtui.vault.errors import WriteFailed
from edtui.vault.kdf import FAST

from .conftest import person


@pytest.fixture
def riet(desk):
    return person(desk, "Riet")


@pytest.fixture
def vacancy(desk, riet):
    role = roster.roles_of(desk, riet.id)[0]
    return save_vacancy(desk, Vacancy(title="Maatje", replaces_role_id=role.id))


@pytest.fixture
def applied(desk, riet, vacancy):
    return apply(desk, Application(vacancy_id=vacancy.id, person_id=riet.id))


def every_text(desk) -> str:
    return str(desk.vault.db.storage.memory)


def test_a_person_goes_with_everything_that_is_theirs(desk, riet, vacancy, applied):
    kees = person(desk, "Kees")
    roster.edit_person(desk, kees.with_(coach_id=riet.id))
    drafts.keep(desk, "person", "people", riet.id, {"notes": "Riet wil"})
    before = erasing.preview(desk, riet.id)
    assert before.goes == {"people": 1, "roles": 1, "applications": 1}
    assert before.lets_go == 2, "Kees' coach and the vacancy"
    erased = erasing.erase(desk, people=[riet.id])
    assert (erased.records, erased.let_go, erased.drafts) == (3, 2, 1)
    assert desk.find(Person, riet.id) is None
    assert desk.having(RoleAssignment, "person_id", riet.id) == []
    assert desk.find(Application, applied.id) is None
    assert desk.get(Person, kees.id).coach_id is None
    assert desk.get(Vacancy, vacancy.id).replaces_role_id is None
    assert "Riet" not in every_text(desk), "nor in drafts, nor in what can be taken back"


def test_it_cannot_be_taken_back(desk, riet):
    erasing.erase(desk, people=[riet.id])
    while desk.undo_stack.undo() is not None:
        pass
    assert "Riet" not in every_text(desk)


def test_lists_and_index_forget_at_once(desk, riet):
    rows, index = RosterIndex(desk), FindIndex(desk)
    rows.build()
    index.build()
    erasing.erase(desk, people=[riet.id])
    assert all(row.id != riet.id for row in rows.rows)
    assert index.search("riet") == []


def test_the_ledger_knows_numbers_and_no_names(desk, riet):
    erasing.erase(desk, people=[riet.id], why=Why.CONSENT)
    [entry] = desk.all(Erasure)
    assert [(one.in_table, one.number) for one in entry.records] == [
        ("roles", 2),
        ("people", riet.id),
    ]
    assert entry.generation == 2
    assert entry.why == "consent"


def test_what_was_broken_off_is_finished_later(desk, riet, monkeypatch):
    def fails():
        raise WriteFailed

    monkeypatch.setattr(desk.vault, "forget", fails)
    with pytest.raises(WriteFailed):
        erasing.erase(desk, people=[riet.id])
    assert desk.find(Person, riet.id) is None
    assert erasing.unfinished(desk)
    monkeypatch.undo()
    assert erasing.finish(desk) == 2
    assert not erasing.unfinished(desk)
    assert erasing.finish(desk) == 0


def test_who_is_erased_is_logged_without_a_name(desk, riet):
    desk.vault.dropped.clear()
    erasing.erase(desk, people=[riet.id])
    logged = [LogEntry.from_document(1, document) for _, document in desk.vault.dropped]
    assert ("erase", "people", (riet.id,)) in [
        (one.event, one.object_type, one.object_ids) for one in logged
    ]
    assert "Riet" not in str(desk.vault.dropped)


def test_a_restore_leaves_out_what_is_erased(desk, riet):
    """Only that record: not what got the same number after an older copy was put back."""
    old = riet.document()
    erasing.erase(desk, people=[riet.id])
    leave_out = erasing.must_stay_out(desk)
    assert leave_out("people", riet.id, old)
    assert not leave_out("people", riet.id + 1, old)
    assert not leave_out("organisations", riet.id, old)
    assert not leave_out("people", riet.id, {**old, "created": "2027-01-01T10:00:00+01:00"})
    assert leave_out("undo_office", 1, {"changes": []})
    assert leave_out("drafts_office", 1, {"table": "people", "number": riet.id})
    assert not leave_out("drafts_office", 1, {"table": "people", "number": 0})


def test_other_texts_that_hold_the_name_are_pointed_out(desk, riet):
    linde = next(desk.all(organisations.Organisation))
    organisations.save_organisation(desk, linde.with_(notes="vraag naar Riet van Dam"))
    assert erasing.preview(desk, riet.id).mentions == [("organisations", linde.id)]


def test_an_area_says_how_its_records_let_go(desk, riet, monkeypatch):
    kees = person(desk, "Kees")
    roster.edit_person(desk, kees.with_(notes=f"with {riet.id}"))

    def find(desk, number):
        return [one for one in desk.all(Person) if one.notes == f"with {number}"]

    def release(record, number):
        return record.with_(notes=f"without {number}")

    deeper = traces.Trace(Person, "notes", "people", find=find, release=release)
    monkeypatch.setattr(traces, "TRACES", [*traces.TRACES, deeper])
    erasing.erase(desk, people=[riet.id])
    assert desk.get(Person, kees.id).notes == f"without {riet.id}"


def test_who_is_not_there_cannot_be_erased(desk, riet):
    with pytest.raises(NotFound):
        erasing.erase(desk, people=[riet.id, 99])
    assert desk.get(Person, riet.id)


def test_what_was_kept_long_enough(desk, riet, vacancy, clock, today):
    applied = apply(desk, Application(vacancy_id=vacancy.id, applicant_name="Sem"))
    reject(desk, applied.id, reason="other")
    roster.set_status(desk, riet.id, "left", on=today)
    assert retention.due(desk) == []
    coming = retention.due(desk, on=today + timedelta(days=500))
    assert [(one.table, one.name) for one in coming] == [
        ("applications", "Sem"),
        ("people", "Riet van Dam"),
    ]
    retention.change_rules(desk, Retention(weeks_after_rejection=1))
    clock.advance(timedelta(days=8))
    [one] = retention.due(desk)
    assert one.name == "Sem"
    with pytest.raises(NotFound):
        retention.erase_due(desk, [("applications", applied.id), ("people", riet.id)])
    assert desk.get(Application, applied.id), "a yes to something that is not due erases nothing"
    assert retention.erase_due(desk, [("applications", applied.id)]).records == 1
    assert retention.due(desk) == []
    assert desk.get(Person, riet.id)


def test_everything_about_somebody_and_nothing_of_others(desk, riet, vacancy):
    riet = roster.edit_person(desk, riet.with_(notes="Riet sprak met Kees. Anna's idee!"))
    talk = Interview(interviewers=("Els Vermeer",), note="Anna vond Riet overtuigend")
    apply(desk, Application(vacancy_id=vacancy.id, person_id=riet.id, interviews=(talk,)))
    found = overview(desk, riet.id)
    assert [one.table for one in found.records] == ["people", "roles", "applications"]
    kept = {one.table: one.fields for one in found.records}
    assert kept["people"]["notes"] == f"Riet sprak met {BAR}. {BAR} idee!"
    assert kept["people"]["surname"] == "Dam"
    assert kept["applications"]["interviews"][0]["note"] == f"{BAR} vond Riet overtuigend"
    for other in ("Kees", "Anna", "Els", "Vermeer"):
        assert other not in str(found)
    assert found.answer_before == desk.clock.today().replace(month=12)


def test_that_somebody_got_an_overview_is_logged(desk, riet):
    desk.vault.dropped.clear()
    overview(desk, riet.id)
    assert [document["event"] for _, document in desk.vault.dropped] == ["export", "read"]


def test_the_next_sign_in_finishes_what_was_broken_off(tmp_path, clock, monkeypatch):
    path, passphrase = tmp_path / "team.edtui", "fiets onder de brug"
    desk = team.create_team(path, "T", "anna", passphrase, clock=clock, kdf=FAST).desk
    sem = roster.add_person(desk, Person(first_names="Sem"))

    def killed():
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(desk.vault, "forget", killed)
        with pytest.raises(KeyboardInterrupt):
            erasing.erase(desk, people=[sem.id])
    desk.vault.close()
    again = team.open_team(path, "anna", passphrase, clock=clock)
    assert not erasing.unfinished(again)
    assert again.vault.info().generation == next(again.all(Erasure)).generation
    again.close()


def test_on_a_file_nothing_is_left(tmp_path, clock):
    path = tmp_path / "team.edtui"
    made = team.create_team(
        path, "T", "anna", "fiets onder de brug", clock=clock, own_name="Anna", kdf=FAST
    )
    desk = made.desk
    sem = roster.add_person(desk, Person(first_names="Sem"))
    drafts.keep(desk, "person", "people", sem.id, {"notes": "half"})
    other = team.open_team(path, "anna", "fiets onder de brug", clock=clock)
    generation = desk.vault.info().generation
    assert erasing.erase(desk, people=[sem.id, own_person_id(desk)]).generation > generation
    assert team_settings(desk).person_of == {}
    other.take_news()
    assert list(other.all(Person)) == list(desk.all(Person)) == []
    other.vault.close()
    desk.vault.close()
