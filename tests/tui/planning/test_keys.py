"""Planning with fewer keys: a confidant has the calendar and casework, and not the office."""

from datetime import date, time

import pytest
from desk.calendar_team import LINDE, RIET, meeting, visit

from edtui.desk import calendar, grants, tables
from edtui.desk.calendar import Key, key_of
from edtui.desk.series_edit import Scope
from edtui.errors import NotAllowed
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk
from edtui.records.series import Series
from edtui.tui.screens.planning import openings
from edtui.tui.screens.planning.activity_form import Working
from edtui.tui.screens.planning.series_working import Changing
from edtui.tui.screens.planning.tools import tools_for


@pytest.fixture
def as_role(desk, monkeypatch):
    """Give a way to sit down as another role, whose missing keys are missing."""

    def sit_down(role: str) -> None:
        held, table = grants.GRANTS[role], desk.vault.db.table

        def keyed(name, **more):
            beside = name.partition("_")[2] if tables.is_beside(name) else ""
            if (beside or tables.compartment_of(name)) not in held:
                raise NotAllowed
            return table(name, **more)

        monkeypatch.setattr(desk.vault.db, "table", keyed)
        monkeypatch.setattr(desk.vault, "role", role)

    return sit_down


async def test_a_confidant_plans_reports_and_notes_talks(at_desk, desk, as_role):
    made = calendar.add_activity(desk, visit("2026-11-20 10:00", "2026-11-20 11:30", RIET))
    series = meeting(desk, location_id=LINDE)
    as_role("confidant")
    async with at_desk() as at:
        openings.new_activity(at.app, date(2026, 11, 24), at=time(10), location_id=LINDE)
        await at.fill(people=[{"name": "Bram", "role": "confidant"}], place="the garden")
        await at.press("ctrl+s")
        new = max(desk.vault.db.table(Activity.table), key=lambda d: d.doc_id)
        assert new["people"] == [{"name": "Bram", "role": "confidant"}]
        tools = tools_for(at.app)
        kept = Working(tools, calendar.activity(desk, key_of(made))).save({"bring": "soup"})
        assert (kept.bring, kept.person_ids) == ("soup", (RIET,))
        openings.report_visit(at.app, key_of(made))
        await at.settle()
        await at.fill(clients_met=3)
        await at.press("ctrl+s")
        assert desk.get(Activity, made.id).status == "done"
        changing = Changing(tools, series.id, date(2026, 11, 24), Scope.ALL)
        later = {**changing.shown(), "at": time(15), "to": time(16)}
        assert changing.preview(later)
        changing.save(later)
        assert desk.get(Series, series.id).at == time(15)
        openings.open_talks(at.app)
        await at.press("n")
        await at.type("garden")
        await at.press("ctrl+s")
        assert [one.handle for one in desk.all(ClientTalk)] == ["garden"]


async def test_a_peer_worker_looks_and_does_not_see_talks(at_desk, desk, as_role):
    made = calendar.add_activity(desk, visit("2026-11-24 10:00", "2026-11-24 11:30", RIET))
    series = meeting(desk)
    as_role("peer_worker")
    async with at_desk() as at:
        openings.open_activity(at.app, key_of(made))
        await at.settle()
        assert "10:00-11:30" in at.text()
        await at.press("e", "escape")
        openings.open_activity(at.app, Key(0, series.id, date(2026, 11, 24)))
        await at.press("s", "space", "escape", "escape")
        openings.new_series(at.app, date(2026, 11, 24))
        openings.report_visit(at.app, key_of(made))
        openings.open_activity(at.app, Key(99))
        openings.cancel_activity(at.app, key_of(made))
        openings.open_talks(at.app)
        await at.settle()
        assert len(at.app.screen_stack) == 1
        assert "You can look at the calendar, not change it." in at.text()
        assert "You have no key for the talks of clients." in at.text()
        assert desk.get(Series, series.id).skipped == ()
        assert desk.count(Activity) == 1
