"""The calendar in the rest of the desk: found, told in Vandaag, handed over, let go."""

from datetime import date

import pytest

from desk.calendar_team import KEES, RIET, index_of, meeting, visit
from desk.conftest import said as everything
from desk.conftest import taken_back
from edtui.desk import calendar, calendar_plugin, findable, open_matters, roster, today, traces
from edtui.desk.client_talks import save_talk
from edtui.desk.ending import Ending, end_role, still_open
from edtui.desk.find import FindIndex
from edtui.desk.today import today_items
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk
from edtui.records.series import Series


@pytest.fixture
def plugged(desk, monkeypatch):
    monkeypatch.setattr(findable, "FINDABLES", findable.FINDABLES.copy())
    monkeypatch.setattr("edtui.desk.find.FINDABLES", findable.FINDABLES)
    monkeypatch.setattr(today, "KINDS", today.KINDS.copy())
    monkeypatch.setattr(today, "SOURCES", today.SOURCES.copy())
    monkeypatch.setattr(open_matters, "PROVIDERS", open_matters.PROVIDERS.copy())
    monkeypatch.setattr("edtui.desk.ending.open_.PROVIDERS", open_matters.PROVIDERS)
    monkeypatch.setattr(traces, "TRACES", traces.TRACES.copy())
    index = index_of(desk)
    calendar_plugin.plug_in(lambda _desk: index)
    calendar_plugin.plug_in(lambda _desk: None)
    return desk


def test_an_activity_is_found_by_its_words(plugged):
    calendar.add_activity(plugged, visit("2026-11-25 10:30", "2026-11-25 12:00", contact="Wilma"))
    index = FindIndex(plugged)
    index.build()
    [found] = index.search("wilma")
    assert (found.kind, found.title, found.subtitle) == (
        "activity",
        "locatiebezoek De Linde",
        "2026-11-25",
    )
    assert index.search("2026") == []


def test_vandaag_tells_what_the_calendar_asks(plugged):
    desk = plugged
    saved = calendar.add_activity(desk, visit("2026-11-20 10:30", "2026-11-20 12:00", RIET))
    calendar.set_status(desk, calendar.key_of(saved), "done")
    save_talk(desk, ClientTalk(handle="tuin", asked_on=date(2026, 11, 20)))
    items = {item.kind: item for item in today_items(desk)}
    assert items["report"].title == "locatiebezoek, De Linde"
    assert items["talk"].title == "tuin"
    assert items["amounts"].title == "2026"


def test_what_stands_in_the_calendar_is_handed_over(plugged):
    desk = plugged
    calendar.add_activity(desk, visit("2026-11-25 10:30", "2026-11-25 12:00", RIET, KEES))
    calendar.add_activity(desk, visit("2026-11-18 10:30", "2026-11-18 12:00", RIET))
    meeting(desk, first=date(2026, 11, 10))
    role = roster.roles_of(desk, RIET)[0]
    matters = still_open(desk, role)
    assert [matter.kind for matter in matters] == ["activities", "series"]
    before = everything(desk)
    end_role(desk, role.id, Ending(reason="study", hand_over=dict.fromkeys(matters, KEES)))
    coming = max(desk.all(Activity), key=lambda one: one.start)
    assert coming.person_ids == (KEES,)
    assert [one.person_ids for one in desk.all(Series)] == [(RIET,), (KEES,)]
    assert [one.first for one in desk.all(Series)] == [date(2026, 11, 10), date(2026, 11, 24)]
    taken_back(desk, before)


def test_who_is_erased_is_let_go(plugged):
    desk = plugged
    calendar.add_activity(desk, visit("2026-11-25 10:30", "2026-11-25 12:00", RIET, KEES))
    meeting(desk)
    found = list(traces.pointing_at(desk, "people", RIET))
    let_go = [
        one.trace.released(one.record, RIET)
        for one in found
        if one.record.table in ("activities", "series")
    ]
    assert [one.person_ids for one in let_go] == [(KEES,), ()]


def test_who_was_added_by_mistake_leaves_the_calendar_too(plugged):
    desk = plugged
    kept = calendar.add_activity(desk, visit("2026-11-24 10:00", "2026-11-24 11:00", RIET, KEES))
    series = meeting(desk)
    before = everything(desk)
    roster.remove_person(desk, RIET)
    assert calendar.activity(desk, calendar.key_of(kept)).person_ids == (KEES,)
    assert desk.get(Series, series.id).people == ()
    taken_back(desk, before)
