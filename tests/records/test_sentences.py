"""What is wrong with a record is said in words, by field, without what was typed."""

import string

import pytest
from pydantic import ValidationError

from edtui import locale
from edtui.records import sentences as words
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.sentences import sentences, sentences_by_path
from edtui.records.vacancy import Application


def wrong(kind, **fields):
    with pytest.raises(ValidationError) as raised:
        kind(**fields)
    return raised.value


@pytest.mark.parametrize(
    ("kind", "fields", "field", "said"),
    [
        (Organisation, {}, "name", "Fill this in."),
        (Person, {"surname": "x" * 81}, "surname", "This is too long: at most 80 characters."),
        (Person, {"called": "x", "birth_date": "ooit"}, "birth_date", "Type a day here"),
        (Person, {"called": "x", "origin": "Een Woord"}, "origin", "Choose a word from the list."),
        (Person, {}, "first_names", "Give at least one name."),
        (Person, {"called": "x", "experience_areas": ["y"]}, "consent_noted", "Fill in the day"),
        (
            Location,
            {"organisation_id": 1, "name": "x", "visits_a_year": -1},
            "visits_a_year",
            "This cannot be less than 0.",
        ),
        (
            Location,
            {"organisation_id": 1, "name": "x", "visits_a_year": "veel"},
            "visits_a_year",
            "Type a whole number here",
        ),
        (Application, {"vacancy_id": 1}, "applicant_name", "Give a name, or choose a person."),
        (
            Application,
            {"vacancy_id": 1, "applicant_name": "x", "stage": "hired"},
            "decided_on",
            "Fill in the day of the decision.",
        ),
    ],
)
def test_says_it_at_the_field(kind, fields, field, said):
    locale.speak("en")
    found = sentences(wrong(kind, **fields))
    assert locale.say(found[field]).startswith(said)


def test_what_is_wrong_inside_a_field_is_told_there():
    error = wrong(
        Person,
        called="x",
        contacts=[{}, {"value": "x" * 201}],
        contracts=[{"start": "2026-02-01", "end": "2026-01-01"}],
    )
    assert set(sentences(error)) == {"contacts", "contracts"}
    assert set(sentences_by_path(error)) == {"contacts.1.value", "contracts.0.end"}


def test_nothing_typed_is_in_a_sentence():
    error = wrong(Person, surname="geheim" * 20, birth_date="geheim", since="geheim")
    said = [locale.say(sentence) for sentence in sentences(error).values()]
    assert len(said) == 3
    assert not any("geheim" in sentence for sentence in said)


def test_every_word_for_a_standard_error_has_only_places_that_are_filled():
    for msgid in words._WORDS.values():
        places = {name for _, name, _, _ in string.Formatter().parse(msgid) if name}
        assert places <= set(words._SHOWN)
