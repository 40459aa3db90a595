"""Records keep what they were given, and only what may be in them."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from edtui.records.organisation import Location, Organisation, visiting_norm
from edtui.records.person import Person
from edtui.records.roles import ChecklistEntry, RoleAssignment
from edtui.records.vacancy import Application, Vacancy
from edtui.records.vocabulary import Term, Vocabulary

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
MAYBE_DAYS = st.none() | DAYS
CODES = st.from_regex(r"[a-z0-9][a-z0-9_]{0,20}", fullmatch=True)
LINES = st.text(max_size=60)
PERIODS = st.lists(DAYS, min_size=2, max_size=2).map(sorted)


@st.composite
def people(draw):
    areas = draw(st.lists(LINES, max_size=2))
    return Person(
        id=draw(st.integers(1, 10**6)),
        first_names=draw(LINES) + "A",
        infix=draw(st.sampled_from(["", "van der", "'t"])),
        surname=draw(LINES),
        birth_date=draw(MAYBE_DAYS),
        origin=draw(CODES),
        experience_areas=areas,
        consent_noted=draw(DAYS) if areas else None,
        languages=draw(st.lists(CODES, max_size=3)),
        contacts=[
            {"kind": draw(CODES), "value": draw(LINES), "use": "never", "later": draw(LINES)}
            for _ in range(draw(st.integers(0, 2)))
        ],
        competences=[{"competence": draw(CODES), "own_score": draw(CODES)}],
        training=[{"kind": draw(CODES), "valid_until": draw(MAYBE_DAYS), "certificate": True}],
        vog={"status": "seen", "seen_on": draw(MAYBE_DAYS), "seen_by": draw(LINES)},
        availability={
            "free": [{"weekday": "tuesday", "parts": ["morning"]}],
            "away": [dict(zip(("start", "end"), draw(PERIODS), strict=True))],
        },
        limits={"hours_a_week": draw(st.floats(0, 168)), "no_evenings": draw(st.booleans())},
        contracts=[{"form": "employed", "hours_a_week": 4, "start": draw(MAYBE_DAYS)}],
        benefits_office_told=draw(st.none() | st.booleans()),
        notes=draw(st.text(max_size=200)),
        field_of_a_newer_program=draw(st.integers()),
    )


@given(people())
def test_a_document_gives_the_record_back(person):
    stored = json.loads(json.dumps(person.document()))
    assert Person.from_document(person.id, stored) == person
    assert stored["v"] == Person.schema_version
    assert "id" not in stored


@given(people(), LINES)
def test_an_edit_keeps_what_it_does_not_know(person, surname):
    edited = person.with_(surname=surname)
    stored = edited.document()
    assert stored["field_of_a_newer_program"] == person.document()["field_of_a_newer_program"]
    assert stored.get("contacts") == person.document().get("contacts")


@given(people(), st.text())
def test_copies_are_checked_and_the_first_one_stays(person, notes):
    before = person.document()
    person.with_(notes=notes[:1000])
    assert person.document() == before
    with pytest.raises(ValidationError):
        person.with_(first_names="x" * 81)
    with pytest.raises(ValidationError):
        person.notes = "changed"


@pytest.mark.parametrize(
    "name",
    [
        "Ann [/b]",
        "[@click=app.quit]x[/]",
        "O'Brien",
        "Zoë 🌻",
        "שרה",
        "\u202eRiet",
        "名前",
        "x" * 80,
    ],
)
def test_any_text_can_be_a_name(name):
    assert Person(first_names=name).first_names == name


def test_control_characters_are_taken_out():
    person = Person(first_names="Ri\x1bet\x00\n\tvan", surname="\ud800Dam", notes="a\r\nb\tc\x07")
    assert person.first_names == "Riet  van"
    assert person.surname == "Dam"
    assert person.notes == "a\nb\tc"


def test_hours_have_two_digits():
    assert Person(called="R", limits={"hours_a_week": "3.456"}).limits.hours_a_week == 3.46


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"called": "R", "experience_areas": ["rouw"]},
        {"called": "R", "status": "Actief!"},
        {"called": "R", "limits": {"hours_a_week": 200}},
        {"called": "R", "limits": {"hours_a_week": float("nan")}},
        {"called": "R", "contracts": [{"start": "2026-07-01", "end": "2026-06-01"}]},
        {"called": "R", "availability": {"free": [{"weekday": "funday"}]}},
        {"called": "R", "availability": {"free": [{"weekday": "monday"}] * 2}},
        {"called": "R", "id": 3, "coach_id": 3},
    ],
)
def test_a_person_that_cannot_be_is_refused(fields):
    with pytest.raises(ValidationError):
        Person(**fields)


def test_what_was_typed_is_not_in_the_error():
    with pytest.raises(ValidationError) as raised:
        Person(first_names="geheim" * 30)
    assert "geheim" not in str(raised.value)
    assert "geheim" not in repr(raised.value)


def test_a_role_ends_after_it_starts():
    with pytest.raises(ValidationError):
        RoleAssignment(person_id=1, start="2026-02-01", end="2026-01-01")
    role = RoleAssignment(person_id=1, start="2026-01-01", end="2026-01-31")
    assert role.holds_on(date(2026, 1, 31))
    assert not role.holds_on(date(2026, 2, 1))


def test_an_exemption_until_a_day_has_a_reason():
    with pytest.raises(ValidationError):
        ChecklistEntry(item="vog_seen", exempt_until="2027-01-01")


def test_other_records_give_themselves_back():
    for record in (
        RoleAssignment(id=1, person_id=2, role="host", location_ids=(3,)),
        Organisation(id=1, name="De Linde", contact_people=[{"name": "Sanne"}]),
        Location(id=1, organisation_id=1, name="Het Anker", visits_a_year=0),
        Vacancy(id=1, title="Ervaringsdeskundige", opened_on="2026-01-01"),
        Application(
            id=1,
            vacancy_id=1,
            applicant_name="Bo",
            interviews=[{"on": "2026-02-01", "at": "14:00", "interviewers": ["Riet"]}],
        ),
    ):
        assert type(record).from_document(1, json.loads(json.dumps(record.document()))) == record


def test_the_visiting_norm_comes_from_the_location_or_its_kind():
    kinds = Vocabulary(
        "location_kinds", "x", "x", (Term("closed", "x", "x", more={"visits_a_year": 4}),)
    )
    here = Location(organisation_id=1, name="Het Anker", kind="closed")
    assert visiting_norm(here, kinds) == 4
    assert visiting_norm(here.with_(visits_a_year=0), kinds) == 0
    assert visiting_norm(here.with_(kind="office"), kinds) is None
