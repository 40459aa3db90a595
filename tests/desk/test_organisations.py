"""Organisations and their locations."""

import pytest

from desk.conftest import HOSTILE, person, said, taken_back
from edtui.desk import organisations, roster
from edtui.desk.organisations import InUse
from edtui.errors import NotFound
from edtui.records.organisation import Location, Organisation


def test_a_line_counts_locations_and_people(desk):
    (row,) = organisations.organisation_rows(desk)
    assert (row.name, row.locations, row.people) == ("Lindenhart", 1, 1)


def test_what_is_in_use_is_not_removed(desk):
    with pytest.raises(InUse):
        organisations.remove_organisation(desk, 1)
    with pytest.raises(InUse):
        organisations.remove_location(desk, 1)


def test_removing_takes_the_locations_along_in_one_act(desk):
    new = organisations.save_organisation(desk, Organisation(name="Baken", parent_id=1))
    organisations.save_location(desk, Location(name="Duin", organisation_id=new.id))
    riet = person(desk, "Riet")
    roster.edit_person(desk, riet.with_(excluded_organisation_ids=(new.id,)))
    before = said(desk)
    organisations.remove_organisation(desk, new.id)
    assert person(desk, "Riet").excluded_organisation_ids == ()
    taken_back(desk, before)
    assert [part.name for part in organisations.parts_of(desk, 1)] == []


def test_a_location_needs_its_organisation(desk):
    with pytest.raises(NotFound):
        organisations.save_location(desk, Location(name="x", organisation_id=99))


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name(desk, name):
    organisations.save_organisation(desk, Organisation(name=name))
    assert name in {row.name for row in organisations.organisation_rows(desk)}
