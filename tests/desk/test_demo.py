"""The invented team: whole, and the same for the same day and seed."""

import pytest
from support.memory_vault import MemoryVault

from desk.conftest import said
from edtui.clock import FixedClock
from edtui.desk import organisations, roster, today
from edtui.desk.demo import build_demo
from edtui.desk.find import FindIndex
from edtui.desk.person_page import person_page
from edtui.desk.session import Desk
from edtui.desk.vocabularies import shipped
from edtui.records.lifecycle import Status
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application, Stage, Vacancy


@pytest.fixture
def demo(memory_desk) -> Desk:
    build_demo(memory_desk, "nl")
    return memory_desk


def test_the_same_day_and_seed_give_the_same_team(demo, clock):
    again = Desk(MemoryVault(), FixedClock(clock.moment))
    build_demo(again, "nl")
    assert said(again) == said(demo)
    other = Desk(MemoryVault(), FixedClock(clock.moment))
    build_demo(other, "nl", seed=1)
    assert said(other) != said(demo)


def test_it_is_big_enough_to_show_everything(demo):
    assert demo.count(Person) == 41
    assert demo.count(Organisation) == 26
    assert demo.count(Location) == 60
    people = list(demo.all(Person))
    assert {p.origin for p in people} >= {"client", "employee", "council_member", "external_youth"}
    assert {p.status for p in people} >= {
        s.value for s in (Status.ACTIVE, Status.TRIAL, Status.PAUSE, Status.LEAVING, Status.LEFT)
    }
    assert {a.stage for a in demo.all(Application)} == {stage.value for stage in Stage}
    assert {v.status for v in demo.all(Vacancy)} >= {"open", "filled", "draft"}
    rows = roster.person_rows(demo)
    codes = {code for row in rows for code in row.attention}
    assert codes >= {"vog_missing", "vog_expired", "vog_expiring", "no_contact", "checklist_open"}
    assert {item.kind for item in today.today_items(demo, rows)} >= {"applicant", "person", "erase"}


def test_every_code_is_a_known_word(demo):
    words = shipped()

    def known(vocabulary: str, *codes: str) -> None:
        assert {code for code in codes if code} <= {term.code for term in words[vocabulary]}

    for person in demo.all(Person):
        known("origins", person.origin)
        known("channels", person.channel)
        known("statuses", person.status)
        known("languages", *person.languages)
        known("deployment_kinds", *person.wishes, *person.exclusions)
        known("reward_forms", person.reward_form)
        known("balance_policies", person.balance_policy)
        known("contract_forms", *(c.form for c in person.contracts))
        known("competences", *(c.competence for c in person.competences))
        known("competence_scores", *(c.own_score for c in person.competences))
        known("training_kinds", *(t.kind for t in person.training))
        known("training_statuses", *(t.status for t in person.training))
        known("vog_statuses", person.vog.status)
        known("contact_uses", *(way.use for way in person.contacts))
    for role in demo.all(RoleAssignment):
        known("roles", role.role)
        known("leaving_reasons", role.end_reason)
    for organisation in demo.all(Organisation):
        known("organisation_kinds", organisation.kind)
        known("target_groups", *organisation.target_groups)
        known("council_levels", *organisation.council_levels)
    for location in demo.all(Location):
        known("location_kinds", location.kind)
        known("weekdays", location.best_day)
    for application in demo.all(Application):
        known("application_reasons", application.reason)


def test_every_page_and_list_can_be_made(demo):
    for person in demo.all(Person):
        assert person_page(demo, person.id).sections
    assert len(organisations.organisation_rows(demo)) == 26
    index = FindIndex(demo)
    index.build()
    assert index.search("riet dam")[0].title == "Riet van Dam"
    index.close()


def test_the_english_twin_has_no_dutch_text(memory_desk):
    build_demo(memory_desk, "en")
    said_here = str(said(memory_desk))
    assert "Would" in said_here or "Wants" in said_here
    assert "Verhuist naar" not in said_here


def test_it_can_be_as_big_as_a_benchmark_needs(memory_desk):
    build_demo(memory_desk, "nl", scale=3)
    assert memory_desk.count(Person) == 41 + 140
