"""The starting list of a role."""

from datetime import timedelta

import pytest

from desk.conftest import person, said, taken_back
from edtui.desk import checklists, roster
from edtui.desk.errors import ReasonNeeded
from edtui.errors import NotFound
from edtui.records.checklists import ItemState
from edtui.records.roles import RoleAssignment


@pytest.fixture
def role(desk) -> RoleAssignment:
    return roster.roles_of(desk, person(desk, "Riet").id)[0]


def lines(desk, role):
    return {x.item.code: x for x in checklists.checklist(desk, desk.get(RoleAssignment, role.id))}


def test_what_the_record_shows_needs_no_tick(desk, role):
    shown = lines(desk, role)
    assert shown["vog_seen"].shown
    assert not shown["vog_seen"].asks
    assert shown["team_met"].asks


def test_tick_untick_and_undo(desk, role, today):
    before = said(desk)
    checklists.tick(desk, role.id, "team_met", note="met taart")
    taken_back(desk, before)
    line = lines(desk, role)["team_met"]
    assert line.state is ItemState.DONE
    assert (line.entry.done_on, line.entry.done_by) == (today, "anna")
    done, every = checklists.count_done(list(lines(desk, role).values()))
    checklists.untick(desk, role.id, "team_met")
    assert checklists.count_done(list(lines(desk, role).values())) == (done - 1, every)


def test_an_exemption_has_a_reason_and_an_end(desk, role, clock, today):
    with pytest.raises(ReasonNeeded):
        checklists.exempt(desk, role.id, "team_met", reason=" ")
    checklists.exempt(desk, role.id, "team_met", reason="later", until=today + timedelta(days=3))
    assert lines(desk, role)["team_met"].state is ItemState.EXEMPT
    clock.advance(timedelta(days=4))
    assert lines(desk, role)["team_met"].asks


def test_an_item_that_the_role_does_not_ask(desk, role):
    with pytest.raises(NotFound):
        checklists.tick(desk, role.id, "swim")
