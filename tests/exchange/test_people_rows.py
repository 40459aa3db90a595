"""One row as a person: what is read, and what is told of what cannot be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui.desk.vocabularies import shipped
from edtui.exchange.columns import Mapping
from edtui.exchange.fields import FIELDS
from edtui.exchange.names import split_name, split_surname
from edtui.exchange.people_rows import Reading, read_row
from edtui.exchange.readers import CannotTake, read_day, read_hours, read_phones, read_weekdays
from edtui.exchange.sheets import Row
from edtui.locale import say

TODAY = date(2026, 11, 21)
WORDS = shipped()


def read(**cells):
    reading = Reading(Mapping(tuple(cells)), WORDS, TODAY, "nl")
    return read_row(Row(4, tuple(cells.values())), reading)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Riet van Dam", ("Riet", "van", "Dam", "")),
        ("Dam, Riet van", ("Riet", "van", "Dam", "")),
        ("van Dam, Riet", ("Riet", "van", "Dam", "")),
        ("Berg, van den, Kees", ("Kees", "van den", "Berg", "")),
        ("Loes in 't Veld", ("Loes", "in 't", "Veld", "")),
        ("Henriëtte (Riet) Post", ("Henriëtte", "", "Post", "Riet")),
        ("mevr. A. de Wit", ("A.", "de", "Wit", "")),
        ("Sanae el Amrani", ("Sanae", "el", "Amrani", "")),
        ("Anne Marie Post", ("Anne Marie", "", "Post", "")),
        ("Bo", ("Bo", "", "", "")),
        ("", ("", "", "", "")),
    ],
)
def test_names(text, parts):
    assert split_name(text) == parts


def test_surnames():
    assert split_surname("van der Berg") == ("van der", "Berg")
    assert split_surname("Berg, van der") == ("van der", "Berg")
    assert split_surname("Berg") == ("", "Berg")


@pytest.mark.parametrize(
    "text",
    ["1-4-2024", "01/04/2024", "1.4.24", "1 apr 2024", "2024-04-01", "2024-04-01 00:00", "45383"],
)
def test_days(text):
    assert read_day(text, TODAY) == date(2024, 4, 1)


@pytest.mark.parametrize("text", ["1-4", "morgen", "31-2-2024", "ooit", "4", "13/25/2024"])
def test_no_days(text):
    with pytest.raises(CannotTake):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "hours", "words"),
    [
        ("4", 4, ""), ("4,5", 4.5, ""), ("4.0", 4, ""), ("4 uur p/w", 4, ""), ("4 u/w", 4, ""),
        ("ca. 4", 4, "ca. 4"), ("± 8 uur", 8, "± 8 uur"), ("0", 0, ""),
    ],
)  # fmt: skip
def test_hours(text, hours, words):
    assert read_hours(text) == (hours, words)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("06.0000.0001", ["06 0000 0001"]),
        ("06-00000001 / 070 0000001", ["06 00000001", "070 0000001"]),
        ("600000001", ["0600000001"]),
        ("+31 (0)6 0000 0001", ["+31 0 6 0000 0001"]),
    ],
)
def test_phones(text, numbers):
    assert read_phones(text) == numbers


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ma di", ["monday", "tuesday"]),
        ("ma t/m wo", ["monday", "tuesday", "wednesday"]),
        ("maandag en vr.", ["monday", "friday"]),
        ("Mon-Wed", ["monday", "tuesday", "wednesday"]),
        ("even weken", None),
        ("vr-ma", None),
    ],
)
def test_weekdays(text, days):
    assert read_weekdays(text, WORDS["weekdays"]) == days


def test_a_whole_row():
    row = read(
        called="Riet", infix="van", last_name="Dam", email="riet@example.org", mobile="600000001",
        born="2-3-1960", origin="Cliënt", status="pauze", role="ed, trainer",
        organisation="De Linde", since="1-4-2024", hours="ca. 4", contract="vrijwilliger",
        vog_seen="n.v.t.", days="ma di", languages="Nederlands en Engels", note="-",
    )  # fmt: skip
    person = row.person
    assert row.faults == ()
    assert (person.first_names, person.infix, person.surname) == ("Riet", "van", "Dam")
    assert [(way.kind, way.value) for way in person.contacts] == [
        ("email", "riet@example.org"),
        ("mobile", "0600000001"),
    ]
    assert (person.origin, person.status, person.notes) == ("client", "pause", "")
    (contract,) = person.contracts
    assert (contract.form, contract.hours_a_week, contract.note) == ("volunteer", 4, "ca. 4")
    assert person.vog.status == "not_needed"
    assert [day.weekday for day in person.availability.free] == ["monday", "tuesday"]
    assert person.languages == ("dutch", "english")
    assert [role.role for role in row.roles] == ["peer_worker", "trainer"]
    assert row.roles[0].start == date(2024, 4, 1)
    assert row.organisation == "De Linde"


def test_first_name_and_how_they_are_called():
    person = read(first_name="Henriëtte", called="Riet", last_name="van Dam").person
    assert (person.first_names, person.called, person.infix) == ("Henriëtte", "Riet", "van")
    assert read(initials="H.", called="Riet", last_name="Dam").person.called == "Riet"
    assert read(called="Riet van Dam", last_name="").person.surname == "Dam"


def test_somebody_who_stopped():
    person = read(name="Riet Dam", until="1-4-2024").person
    assert (person.status, person.left_on) == ("left", date(2024, 4, 1))
    assert read(name="Riet Dam", until="1-4-2030").person.status == "active"


def test_every_fault_stands_at_its_column_and_the_rest_is_read():
    row = read(
        name="Riet Dam", email="riet@", born="31-2-1960", hours="veel", role="duizendpoot",
        mobile="bel maar", organisation="x" * 90,
    )  # fmt: skip
    assert sorted(fault.column for fault in row.faults) == [1, 2, 3, 4, 5, 6]
    assert row.person.surname == "Dam"
    assert all(say(fault.why) for fault in row.faults)


def test_no_name_and_totals_are_no_people():
    assert read(name="n.v.t.", email="x@example.org").person is None
    assert read(name="Totaal", hours="158").person is None
    assert read(name="", hours="4").person is None


def test_experience_is_not_taken_without_the_day_of_consent():
    row = read(name="Riet", experience="verlies, wonen")
    assert row.person.experience_areas == ()
    assert len(row.faults) == 1
    kept = read(name="Riet", experience="verlies, wonen", consent="1-2-2025").person
    assert kept.experience_areas == ("verlies", "wonen")


def test_a_formula_that_failed():
    (fault,) = read(name="Riet", born="#N/B").faults
    assert fault.column == 1


@given(st.lists(st.text(max_size=30), min_size=len(FIELDS), max_size=len(FIELDS)))
def test_no_text_makes_a_row_fall(cells):
    row = read(**dict(zip((field.code for field in FIELDS), cells, strict=True)))
    assert row.person is not None or row.faults
    for fault in row.faults:
        say(fault.why)
