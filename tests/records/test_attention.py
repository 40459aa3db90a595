"""What about a person asks for somebody, and what does not."""

from datetime import date, timedelta

import pytest

from edtui import locale
from edtui.config import data_dir
from edtui.records.attention import AttentionRules, attention, weeks_without_contact
from edtui.records.checklists import load_checklists
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment

TODAY = date(2026, 11, 21)
LISTS = load_checklists(data_dir() / "checklists")
FINE = {"called": "Riet", "vog": {"status": "seen", "issued_on": "2025-01-01"}}


def codes(roles=(), planned=None, rules=None, **fields):
    person = Person(**{**FINE, **fields})
    more = {"rules": rules} if rules else {}
    found = attention(person, roles, LISTS, TODAY, planned_hours_a_week=planned, **more)
    for item in found:
        for language in ("nl", "en"):
            locale.speak(language)
            assert "{" not in locale.say(item.sentence)
            assert len(locale.say(item.short)) <= 30
    return [item.code.value for item in found]


def test_somebody_with_whom_all_is_well():
    assert codes(last_spoken_on=TODAY) == []


@pytest.mark.parametrize(
    ("vog", "expected"),
    [
        ({}, ["vog_missing"]),
        ({"status": "asked"}, ["vog_missing"]),
        ({"status": "applied", "applied_on": "2026-10-01"}, ["vog_missing"]),
        ({"status": "not_needed"}, []),
        ({"status": "seen"}, []),
        ({"status": "seen", "seen_on": "2026-10-01"}, []),
        ({"status": "seen", "issued_on": "2023-11-20"}, ["vog_expired"]),
        ({"status": "seen", "issued_on": "2023-11-21"}, ["vog_expiring"]),
        ({"status": "seen", "issued_on": "2024-01-16"}, ["vog_expiring"]),
        ({"status": "seen", "issued_on": "2024-01-17"}, []),
        ({"status": "seen", "issued_on": "2026-01-01", "renew_by": "2026-11-30"}, ["vog_expiring"]),
    ],
)
def test_the_vog(vog, expected):
    assert codes(vog=vog) == expected


@pytest.mark.parametrize("status", ["idea", "applied", "rejected", "left", "erased"])
def test_who_is_not_on_the_team_asks_for_nobody(status):
    assert codes(vog={}, status=status, last_spoken_on="2020-01-01") == []


def test_certificates_and_a_newer_one_in_the_place_of_an_older():
    old = {"kind": "first_aid", "valid_until": "2026-11-20"}
    soon = {"kind": "abuse_protocol", "valid_until": "2026-12-24"}
    assert codes(training=[soon, old]) == ["certificate_expired", "certificate_expiring"]
    assert codes(training=[old, old | {"valid_until": "2028-11-20"}]) == []


def test_not_spoken_for_weeks():
    assert codes(last_spoken_on=TODAY - timedelta(weeks=8)) == ["no_contact"]
    assert codes(last_spoken_on=TODAY - timedelta(days=55)) == []
    assert codes(since="2026-01-01") == ["no_contact"]
    assert codes(last_spoken_on="2026-11-01", rules=AttentionRules(no_contact_weeks=2)) == [
        "no_contact"
    ]
    assert weeks_without_contact(Person(called="R"), TODAY) is None


def test_beyond_the_own_limit():
    limits = {"hours_a_week": 4}
    assert codes(limits=limits, planned=4) == []
    assert codes(limits=limits, planned=4.5) == ["over_limit"]
    assert codes(limits=limits, contracts=[{"hours_a_week": 8, "start": "2026-07-01"}]) == [
        "over_limit"
    ]
    assert codes(limits=limits, contracts=[{"hours_a_week": 8, "end": "2026-07-01"}]) == []
    assert codes(planned=40) == []


def test_a_starting_list_that_is_not_done():
    role = RoleAssignment(person_id=1, role="peer_worker", start="2026-10-01")
    assert codes([role]) == ["checklist_open"]
    assert codes([role.with_(end="2026-11-01")]) == []
    assert codes([role], status="leaving") == []
