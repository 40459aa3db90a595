"""Every form of planning is found again by the name of its draft."""

from datetime import date

import pytest
from desk.calendar_team import RIET, index_of, meeting, visit

from edtui.desk import calendar, client_talks
from edtui.desk.calendar import Key
from edtui.desk.drafts import drafts
from edtui.desk.drafts import keep as drafts_keep
from edtui.desk.series_edit import Scope
from edtui.errors import NotFound
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk
from edtui.records.series import Series
from edtui.tui.screens.planning import openings
from edtui.tui.screens.planning.activity_form import Working, activity_form, blank, move_form
from edtui.tui.screens.planning.half_done import form_of
from edtui.tui.screens.planning.report_form import report_form
from edtui.tui.screens.planning.series_form import change_form, new_series_form
from edtui.tui.screens.planning.series_working import Changing
from edtui.tui.screens.planning.talk_forms import new_talk, talk_form
from edtui.tui.screens.planning.tools import PlanTools, tools_for

DAY = date(2026, 11, 24)


def forms(tools):
    """Give every form with where its record stands."""
    desk = tools.desk
    made = calendar.add_activity(desk, visit("2026-11-20 10:00", "2026-11-20 11:30", RIET))
    series = meeting(desk)
    single = calendar.activity(desk, Key(made.id))
    dated = calendar.activity(desk, Key(0, series.id, DAY))
    talk = client_talks.save_talk(desk, ClientTalk(handle="garden", asked_on=DAY))
    yield activity_form(Working(tools, blank(DAY, None), timed=False))
    for activity in (single, dated):
        for make in (activity_form, move_form):
            yield make(Working(tools, activity))
    yield report_form(tools, Key(made.id))
    yield report_form(tools, Key(0, series.id, DAY))
    yield new_series_form(tools, DAY)
    for scope in Scope:
        for moving in (True, False):
            yield change_form(Changing(tools, series.id, DAY, scope), moving=moving)
    yield talk_form(tools, new_talk(tools))
    yield talk_form(tools, talk)


async def test_every_form_is_found_again(at_desk, desk):
    async with at_desk() as at:
        tools, seen = tools_for(at.app), 0
        for form in forms(tools):
            form.drafts.keep({"notes": "half typed"})
            (kept,) = drafts(desk)
            again = form_of(tools, kept.table, kept.number, kept.form)
            assert again is not None, kept.form
            assert again.heading == form.heading
            assert again.sheet.fields.keys() == form.sheet.fields.keys()
            form.drafts.forget()
            seen += 1
        assert seen == 14
        drafts_keep(desk, "activity", Activity.table, 0, {"notes": "half typed"})
        assert openings.open_draft(at.app, Activity.table, 0, "activity")
        await at.settle()
        await at.press("enter")
        assert "half typed" in at.field("notes").value
        assert not openings.open_draft(at.app, "people", 1, "person_who")


def test_what_is_not_of_planning_or_gone(desk):
    index = index_of(desk)
    tools = PlanTools(desk, None, index)
    assert form_of(tools, "people", 1, "person_who") is None
    assert form_of(tools, Activity.table, 0, "something") is None
    with pytest.raises(NotFound):
        form_of(tools, Series.table, 99, "series_all_2026-11-24")
    index.close()
