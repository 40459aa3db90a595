"""The team's settings and the words that it adds."""

import pytest

from desk.conftest import said, taken_back
from edtui.desk import settings, vocabularies
from edtui.desk.errors import EmptyName, OutOfRange
from edtui.desk.vocabularies import ClosedVocabulary
from edtui.errors import NotFound


@pytest.mark.parametrize("minutes", [0, 16, -5])
def test_the_desk_locks_after_one_to_fifteen_minutes(desk, minutes):
    with pytest.raises(OutOfRange):
        settings.change_settings(desk, idle_minutes=minutes)
    assert settings.team_settings(desk).idle_minutes == 5


def test_settings_are_kept_and_can_be_taken_back(desk):
    settings.change_settings(desk, team_name="Team Noord")
    before = said(desk)
    settings.change_settings(desk, idle_minutes=1)
    taken_back(desk, before)
    kept = settings.team_settings(desk)
    assert (kept.team_name, kept.idle_minutes) == ("Team Noord", 1)
    with pytest.raises(EmptyName):
        settings.change_settings(desk, team_name="  ")


def test_a_word_is_added_once_and_stands_beside_the_others(desk):
    before = said(desk)
    term = vocabularies.add_word(desk, "roles", "  Wandel  maatje ")
    taken_back(desk, before)
    assert (term.nl, term.en) == ("Wandel maatje", "Wandel maatje")
    assert vocabularies.add_word(desk, "roles", "wandel maatje") == term
    assert vocabularies.vocabularies(desk)["roles"].label(term.code, "nl") == "Wandel maatje"
    assert term.code not in vocabularies.shipped()["roles"]


def test_a_retired_word_is_not_offered_and_keeps_its_label(desk):
    vocabularies.retire_word(desk, "roles", "host")
    roles = vocabularies.vocabularies(desk)["roles"]
    assert "host" not in {term.code for term in roles.offered()}
    assert roles.label("host", "nl") == "gastheer of gastvrouw"
    assert vocabularies.add_word(desk, "roles", "gastvrouw").retired is False
    assert "host" in {t.code for t in vocabularies.vocabularies(desk)["roles"].offered()}


def test_lists_that_the_rules_know_are_fixed(desk):
    with pytest.raises(ClosedVocabulary):
        vocabularies.add_word(desk, "statuses", "zwevend")
    with pytest.raises(NotFound):
        vocabularies.add_word(desk, "planets", "Mars")
    with pytest.raises(EmptyName):
        vocabularies.add_word(desk, "roles", " ")
