"""How people are shown, sorted, hidden, found, and found twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui import locale
from edtui.records.contact import ContactWay, best_first
from edtui.records.contact_checks import doubt, phone_digits
from edtui.records.duplicates import DuplicateIndex, find_duplicates
from edtui.records.folding import fold
from edtui.records.names import (
    display_name,
    document_name,
    document_sort_key,
    initials,
    short_name,
    sort_key,
)
from edtui.records.organisation import Organisation
from edtui.records.person import Person
from edtui.records.search_text import search_text

RIET = Person(first_names="Maria Elisabeth", called="Riet", infix="van", surname="Dam")


@pytest.mark.parametrize(
    ("fields", "shown", "short", "hidden"),
    [
        (RIET.document(), "Riet van Dam", "Riet", "R.v.D."),
        ({"first_names": "Bo"}, "Bo", "Bo", "B."),
        ({"surname": "Post"}, "Post", "Post", "P."),
        ({"first_names": "Jan Piet", "surname": "Élan"}, "Jan Piet Élan", "Jan", "J.P.É."),
        ({"called": "[b]x[/b]"}, "[b]x[/b]", "[b]x[/b]", "b."),
        ({"called": "🌻"}, "🌻", "🌻", "?"),
    ],
)
def test_names(fields, shown, short, hidden):
    person = Person(**fields)
    assert display_name(person) == shown == document_name(person.document())
    assert short_name(person) == short
    assert initials(person) == hidden
    assert sort_key(person) == document_sort_key(person.document())


def test_sorted_by_surname_without_infix_and_accents():
    people = [
        Person(first_names="Zed", surname="Ágoston"),
        Person(first_names="Ans", infix="van der", surname="Berg"),
        Person(first_names="anna", surname="berg"),
        Person(called="Bé"),
        RIET,
    ]
    shown = [display_name(person) for person in sorted(people, key=sort_key)]
    assert shown == ["Zed Ágoston", "Bé", "anna berg", "Ans van der Berg", "Riet van Dam"]


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_found_by_any_word():
    person = RIET.with_(
        contacts=[ContactWay(kind="mobile", value="06-12 34 56 78")],
        experience_areas=["Schuldhulp"],
        consent_noted="2026-01-01",
    )
    text = search_text(person, ["Cliëntambassadeur"])
    for word in ("riet", "maria", "0612345678", "06-12 34", "schuldhulp", "clientambassadeur"):
        assert word in text
    organisation = Organisation(name="De Linde", contact_people=[{"name": "Sanne Vos"}])
    assert "sanne vos" in search_text(organisation)


def person(name="Riet van Dam", email="", phone="", birth=None, number=0):
    first, *rest = name.split(" ")
    contacts = [ContactWay(kind="email", value=email), ContactWay(kind="mobile", value=phone)]
    return Person(
        id=number,
        first_names=first,
        surname=" ".join(rest),
        contacts=contacts,
        birth_date=birth,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person(), person("riet van dam")),
        (person("Riët  van Dam"), person("Riet Van Dam")),
        (person(), person("Riet van Damn")),
        (person(email="r.dam@voorbeeld.nl"), person("R Dam", email="R.Dam@Voorbeeld.NL ")),
        (
            person("Marie Pos", birth="1980-01-01", phone="06-12345678"),
            person("M Post", birth="1980-01-01", phone="+31 6 1234 5678"),
        ),
        (person(birth="1980-01-01"), person(birth="1980-10-01")),
        (RIET, Person(first_names="Riet", infix="van", surname="Dam")),
        (RIET, Person(first_names="Maria Elisabeth", infix="van", surname="Dam")),
    ],
)
def test_perhaps_the_same_person(one, other):
    found = find_duplicates(one, [other])
    assert [likeness.person for likeness in found] == [other]
    assert all(locale.say(reason) for reason in found[0].reasons)
    assert find_duplicates(other, [one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person(), person("Kees Post")),
        (person(birth="1980-01-01"), person("Kees Post", birth="1980-01-01")),
        (person(phone="0301234567"), person("Kees Post", phone="0301234567")),
        (person(number=3), person(number=3)),
        (person("Jan de Wit", birth="1980-01-01"), person("Jan de Widt", birth="1955-02-03")),
    ],
)
def test_another_person(one, other):
    assert find_duplicates(one, [other]) == []


def test_the_most_alike_comes_first_and_new_rows_count():
    index = DuplicateIndex([person("Riet van Damm", number=1)])
    index.add(person(email="a@b.nl", number=2))
    found = index.like(person(email="a@b.nl"))
    assert [likeness.person.id for likeness in found] == [2, 1]
    assert found[0].score == 100


@pytest.mark.parametrize(
    ("kind", "value", "odd"),
    [
        ("email", "riet@voorbeeld.nl", False),
        ("email", "riet.voorbeeld.nl", True),
        ("email", "riet@voorbeeld", True),
        ("email", "riet @voorbeeld.nl", True),
        ("email", "riet@gmail.con", True),
        ("mobile", "06-12345678", False),
        ("mobile", "+31 (0)6 12345678", False),
        ("phone", "030 123 45 67 toestel 12", False),
        ("phone", "+32 2 123 45 67", False),
        ("phone", "06-1234567", True),
        ("phone", "bellen", True),
        ("phone", "", False),
        ("post", "Dorpsstraat 1", False),
    ],
)
def test_odd_contact_ways_raise_a_doubt_and_nothing_more(kind, value, odd):
    found = doubt(ContactWay(kind=kind, value=value))
    assert (found is not None) == odd
    if found:
        assert "{" not in locale.say(found)


def test_one_number_written_in_four_ways():
    written = ("06-12345678", "+31 6 12345678", "0031612345678", "+31(0)6-12 34 56 78")
    assert {phone_digits(number) for number in written} == {"0612345678"}


@given(st.text(), st.sampled_from(["email", "phone"]))
def test_no_text_breaks_the_look(value, kind):
    doubt(ContactWay(kind=kind, value=value[:200]))


def test_a_way_never_to_use_is_not_offered():
    ways = [
        ContactWay(value="1", use="rather_not"),
        ContactWay(value="2", use="never"),
        ContactWay(value="3"),
        ContactWay(value=""),
    ]
    assert [way.value for way in best_first(ways)] == ["3", "1"]
