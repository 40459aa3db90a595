"""``edtui meetings``: agendas and minutes for who reads them as text."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from support.command_line import PASSPHRASE

from edtui.clock import FixedClock


@pytest.fixture
def held(vault):
    """A meeting that is over, with hostile words, and one that is to come."""
    from edtui.desk import meeting_running, meetings
    from edtui.desk.meeting_agenda import own_item
    from edtui.desk.team import open_team
    from edtui.records.deliberation import OwnChoice
    from edtui.records.meeting import Outcome

    clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam")))
    desk = open_team(vault, "anna", PASSPHRASE, clock=clock)
    one = meetings.prepare_free(desk, title="Deliberation", kind="moral_deliberation")
    item = own_item(one, title="the door", minutes=120, question="may it be locked?")
    one = meeting_running.begin(desk, meetings.change(desk, one.with_(agenda=(item,))).id)
    unseen = one.agenda[0].deliberation.with_(
        choosers=6, choices=(OwnChoice(side="a", because="nobody may see this yet"),)
    )
    one = one.with_said(1, "it was \x1b[2J dark [/b]").with_item(0, deliberation=unseen)
    done = one.with_(outcomes=(Outcome(what="open it", who="night staff"),))
    number = meeting_running.finish(desk, done).id
    meetings.prepare_free(desk, title="Next one", on="2026-12-01")
    desk.close()
    return number


def test_the_list_an_agenda_and_minutes(edtui, held):
    listed = edtui("meetings", "list")
    assert "minutes to read" in listed.out
    assert "Next one" in listed.out
    agenda = edtui("meetings", "agenda")
    assert "Check-in" in agenda.out  # in the language of who reads it
    minutes = edtui("meetings", "minutes", held)
    for words in ("the door", "may it be locked?", "dark [/b]", "night staff: open it"):
        assert words in minutes.out
    assert "\x1b" not in minutes.out
    assert "nobody may see this yet" not in minutes.out
    [shown] = edtui("meetings", "minutes", held, "--json").json
    assert shown["status"] == "draft"
    assert shown["agenda"][0]["deliberation"]["choices"] == []


def test_what_is_not_there_is_said(edtui, vault):
    assert edtui("meetings", "list", "--json").json == []
    none = edtui("meetings", "minutes")
    assert (none.status, none.err.startswith("edtui: ") or none.err != "") == (1, True)
    assert edtui("meetings", "agenda", "99").status == 1
