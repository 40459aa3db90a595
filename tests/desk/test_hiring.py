"""From a vacancy to somebody who was introduced, and who was not hired."""

from datetime import date, timedelta

import pytest

from desk.conftest import HOSTILE, person, said, taken_back
from edtui.desk import applicants_kept, applications, roster, vacancies
from edtui.desk.errors import NotNow, ReasonNeeded
from edtui.errors import NotFound
from edtui.records.contact import ContactWay
from edtui.records.person import Person
from edtui.records.vacancy import Application, Interview, Vacancy


@pytest.fixture
def vacancy(desk):
    return vacancies.save_vacancy(
        desk, Vacancy(title="De Linde", role="host", organisation_id=1, hours_a_week=3)
    )


def applied(desk, vacancy, **fields) -> Application:
    fields.setdefault("applicant_name", "Marij van der Post")
    return applications.apply(desk, Application(vacancy_id=vacancy.id, **fields))


def test_the_whole_path(desk, vacancy, today):
    mail = ContactWay(kind="email", value="m@post.example")
    one = applied(desk, vacancy, channel="website", contacts=(mail,))
    assert one.applied_on == today
    one = applications.invite(desk, one.id, Interview(on=today, interviewers=("Riet", "Anna")))
    one = applications.invite(desk, one.id, Interview(on=today + timedelta(days=7)))
    assert (one.stage, len(one.interviews)) == ("interview", 2)
    before = said(desk)
    hired = applications.hire(desk, one.id, start=today + timedelta(days=3), origin="client")
    assert hired.person.first_names == "Marij"
    assert (hired.person.infix, hired.person.surname) == ("van der", "Post")
    assert hired.person.status == "trial"
    assert hired.person.contacts == (mail,)
    assert hired.role.role == "host"
    assert hired.role.vacancy_id == vacancy.id
    assert hired.vacancy.status == "filled"
    taken_back(desk, before)
    one = applications.introduce(desk, one.id)
    assert (one.stage, one.introduced_on) == ("introduced", today)


def test_somebody_on_the_roster_keeps_their_record(desk, vacancy):
    riet = person(desk, "Riet")
    one = applied(desk, vacancy, applicant_name="", person_id=riet.id)
    hired = applications.hire(desk, one.id)
    assert hired.person.id == riet.id
    assert hired.person.status == "active"
    assert {role.role for role in roster.roles_of(desk, riet.id)} == {"peer_worker", "host"}


def test_a_vacancy_for_two_stays_open_after_one(desk, vacancy):
    vacancies.save_vacancy(desk, vacancy.with_(wanted=2))
    first = applications.hire(desk, applied(desk, vacancy).id)
    assert first.vacancy.status == "open"
    second = applications.hire(desk, applied(desk, vacancy, applicant_name="Tom").id)
    assert second.vacancy.status == "filled"
    with pytest.raises(NotNow):
        applied(desk, vacancy)


def test_who_is_turned_down_is_kept_four_weeks_or_a_year(desk, vacancy, clock, today):
    one = applied(desk, vacancy)
    two = applied(desk, vacancy, applicant_name="Tom")
    with pytest.raises(ReasonNeeded):
        applications.reject(desk, one.id, reason="")
    applications.reject(desk, one.id, reason="better_fit")
    applications.reject(desk, two.id, reason="better_fit", consent_to_keep_on=today)
    clock.advance(timedelta(weeks=4))
    assert applicants_kept.erasure_due(desk) == []
    clock.advance(timedelta(days=1))
    due = applicants_kept.erasure_due(desk)
    assert [(d.name, d.keep_until) for d in due] == [("Marij van der Post", date(2026, 12, 19))]
    clock.advance(timedelta(days=366))
    assert len(applicants_kept.erasure_due(desk)) == 2


def test_what_is_erased_cannot_be_taken_back(desk, vacancy):
    one = applied(desk, vacancy)
    applications.reject(desk, one.id, reason="no_reply")
    assert applicants_kept.erase_applications(desk, [one.id]) == 1
    kept = str(desk.vault.db.storage.read())
    assert "Marij" not in kept
    with pytest.raises(NotFound):
        applicants_kept.erase_applications(desk, [one.id])


def test_a_no_can_become_a_yes_and_a_withdrawal_a_new_try(desk, vacancy):
    one = applied(desk, vacancy)
    applications.withdraw(desk, one.id, reason="own_wish")
    with pytest.raises(NotNow):
        applications.introduce(desk, one.id)
    two = applied(desk, vacancy, applicant_name="Tom")
    applications.reject(desk, two.id, reason="better_fit")
    assert applications.hire(desk, two.id).application.stage == "hired"


def test_those_to_decide_stand_first(desk, vacancy):
    late = applied(desk, vacancy, applicant_name="a")
    applications.reject(desk, late.id, reason="distance")
    applied(desk, vacancy, applicant_name="b")
    talk = applied(desk, vacancy, applicant_name="c")
    applications.invite(desk, talk.id, Interview())
    listed = applications.applications_to(desk, vacancy.id)
    assert [one.applicant_name for one in listed] == ["c", "b", "a"]


def test_a_vacancy_to_which_somebody_applied_is_closed_not_removed(desk, vacancy):
    applied(desk, vacancy)
    with pytest.raises(NotNow):
        vacancies.remove_vacancy(desk, vacancy.id)
    assert vacancies.close_vacancy(desk, vacancy.id).status == "closed"


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_can_be_hired(desk, vacancy, name):
    hired = applications.hire(desk, applied(desk, vacancy, applicant_name=name).id)
    whole = "".join((hired.person.first_names, hired.person.infix, hired.person.surname))
    assert whole.replace(" ", "") == name.replace(" ", "") or "[" in name
    assert desk.get(Person, hired.person.id) == hired.person
