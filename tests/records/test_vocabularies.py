"""The word lists that come with the program are complete, and a person may edit them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui.config import data_dir
from edtui.records.availability import DAY_PARTS, WEEKDAYS
from edtui.records.folding import fold
from edtui.records.lifecycle import Status
from edtui.records.vacancy import Stage
from edtui.records.vocabulary import (
    Term,
    Vocabulary,
    VocabularyUnreadable,
    load_vocabularies,
    load_vocabulary,
    slug,
)

SHIPPED = load_vocabularies(data_dir() / "vocabulary")
NEEDED = [
    "application_reasons",
    "application_stages",
    "balance_policies",
    "channels",
    "competence_scores",
    "competences",
    "contact_kinds",
    "contact_uses",
    "contract_forms",
    "council_levels",
    "day_parts",
    "deployment_kinds",
    "exemption_reasons",
    "languages",
    "leaving_reasons",
    "location_kinds",
    "organisation_kinds",
    "origins",
    "pronouns",
    "reward_forms",
    "roles",
    "statuses",
    "target_groups",
    "training_kinds",
    "training_modules",
    "training_statuses",
    "vacancy_statuses",
    "vog_statuses",
    "weekdays",
]


def test_every_list_that_the_roster_needs_is_there():
    assert set(NEEDED) <= set(SHIPPED)


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_a_list_is_complete_in_both_languages(name):
    vocabulary = SHIPPED[name]
    assert vocabulary.nl
    assert vocabulary.en
    assert len(vocabulary) > 0
    codes = [term.code for term in vocabulary]
    assert len(set(codes)) == len(codes)
    for term in vocabulary:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", term.code)
        assert len(term.code) <= 60
        assert term.nl == term.nl.strip() != ""
        assert term.en == term.en.strip() != ""


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_no_two_terms_of_a_list_read_the_same(name):
    for language in ("nl", "en"):
        words = [fold(term.label(language)) for term in SHIPPED[name]]
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_word_finds_its_own_term(name):
    for term in SHIPPED[name]:
        for word in (term.code, term.nl, term.en.upper(), *term.also):
            assert SHIPPED[name].find(word) == term


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("statuses", [status.value for status in Status]),
        ("application_stages", [stage.value for stage in Stage]),
        ("weekdays", list(WEEKDAYS)),
        ("day_parts", list(DAY_PARTS)),
        ("balance_policies", ["off", "on_request", "scheduled"]),
        ("contact_uses", ["yes", "rather_not", "never"]),
    ],
)
def test_closed_lists_have_the_codes_that_the_rules_know(name, codes):
    assert [term.code for term in SHIPPED[name]] == codes
    assert not SHIPPED[name].open


def test_there_are_the_seventeen_roles():
    assert len(SHIPPED["roles"]) == 17


def test_a_retired_word_keeps_its_label_and_is_not_offered():
    words = Vocabulary("x", "x", "x", (Term("a", "oud", "old", retired=True), Term("b", "b", "b")))
    assert words.label("a", "nl") == "oud"
    assert [term.code for term in words.offered()] == ["b"]


def test_an_unknown_code_stands_for_itself():
    assert SHIPPED["roles"].label("made_up", "nl") == "made_up"


def test_a_person_adds_a_word():
    channels = SHIPPED["channels"]
    term = channels.new_term("Café De Brug")
    more = channels.with_terms([term])
    assert term.code == "cafe_de_brug"
    assert more.find("cafe de brug") == term
    assert len(more) == len(channels) + 1
    assert "cafe_de_brug" not in channels
    assert more.new_term("café de brug!").code == "cafe_de_brug_2"


@given(st.text())
def test_any_word_gives_a_code_that_a_record_takes(word):
    code = slug(word)
    assert re.fullmatch(r"[a-z0-9][a-z0-9_]*", code)
    assert len(code) <= 50
    assert slug(word) == code


@pytest.mark.parametrize(
    "content",
    [
        "not toml [",
        "[terms]\na = { nl = 'a', en = 'a' }",
        "name = { nl = 'a', en = 'a' }",
        "name = { nl = 'a', en = 'a' }\n[terms]\na = { nl = 'a' }",
        "name = { nl = 'a', en = 'a' }\n[terms]\n'A b' = { nl = 'a', en = 'a' }",
        "name = 3\nterms = 4",
    ],
)
def test_a_broken_file_is_named(tmp_path, content):
    path = tmp_path / "words.toml"
    path.write_text(content)
    with pytest.raises(VocabularyUnreadable) as raised:
        load_vocabulary(path)
    assert raised.value.params["file"] == "words.toml"


def test_a_long_word_has_a_short_one_for_lists():
    roles = SHIPPED["roles"]
    assert roles.short_label("client_confidant", "nl") == "cvp"
    assert roles.short_label("trainer", "nl") == "trainer"
    assert roles.short_label("own_word", "nl") == "own_word"
    assert roles.find("klachtencie.").code == "complaints_committee_member"
    for language in ("nl", "en"):
        short = [term.short_label(language) for term in roles]
        assert max(map(len, short)) <= 16
        assert len(set(short)) == len(short)
