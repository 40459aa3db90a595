"""A meeting on a real vault: a confidant holds it without the roster, a peer worker sees none."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from edtui.clock import FixedClock
from edtui.desk import (
    cases,
    meeting_final,
    meeting_running,
    meetings,
    members,
    minutes,
    organisations,
    team,
)
from edtui.desk.following import follow
from edtui.desk.series_edit import add_series
from edtui.errors import NotAllowed
from edtui.records.meeting import Meeting, MeetingStatus, Outcome
from edtui.records.organisation import Location, Organisation
from edtui.records.planned import Participant
from edtui.records.rule import Rule
from edtui.records.series import Series
from edtui.vault.kdf import FAST

ANNA, BRAM, CARO = "kraan mos zeven linde", "vilt boot kraan hamer", "linde mos boot ladder"


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 11, 23, 12, 55, tzinfo=ZoneInfo("Europe/Amsterdam")))


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "team.edtui"
    made = team.create_team(path, "Team", "anna", ANNA, clock=clock, own_name="Anna", kdf=FAST)
    desk = made.desk
    members.add_member(desk, "bram", BRAM, "confidant", kdf=FAST)
    members.add_member(desk, "caro", CARO, "peer_worker", kdf=FAST)
    linde = organisations.save_organisation(desk, Organisation(name="Lindenhart"))
    place = organisations.save_location(desk, Location(name="De Linde", organisation_id=linde.id))
    add_series(
        desk,
        Series(
            kind="case_meeting",
            first=date(2026, 11, 23),
            at=time(13, 0),
            minutes=60,
            location_id=place.id,
            rule=Rule(freq="WEEKLY", interval=2),
            people=(Participant(person_id=1, role="facilitator"),),
        ),
    )
    cases.add_case(desk, nature="complaint")
    desk.close()
    return path


def test_a_confidant_holds_a_meeting_from_agenda_to_minutes(path, clock):
    bram = team.open_team(path, "bram", BRAM, clock=clock)
    meeting = meetings.prepare(bram, meetings.coming(bram)[0].planned)
    assert len(meeting.cases) == 1
    meeting = meeting_running.begin(bram, meeting.id)
    clock.advance(timedelta(minutes=40))
    meeting = meeting_running.keep(
        bram, meeting.with_(outcomes=(Outcome(what="bellen", person_id=1),))
    )
    over = meeting_running.finish(bram, meeting)
    assert minutes.minutes(bram, over)
    final = meeting_final.finalise(bram, over, usefulness=4)
    assert final.status is MeetingStatus.FINAL
    bram.close()


def test_a_peer_worker_holds_no_key_to_it(path, clock):
    anna = team.open_team(path, "anna", ANNA, clock=clock)
    meetings.prepare(anna, meetings.coming(anna)[0].planned)
    anna.close()
    caro = team.open_team(path, "caro", CARO, clock=clock)
    with pytest.raises(NotAllowed):
        meetings.all_meetings(caro)
    assert not caro.reads(Meeting.table)
    caro.close()


def test_two_desks_one_writes_the_other_follows(path, clock):
    anna = team.open_team(path, "anna", ANNA, clock=clock)
    bram = team.open_team(path, "bram", BRAM, clock=clock)
    begun = meeting_running.begin(anna, meetings.prepare(anna, meetings.coming(anna)[0].planned).id)
    meeting_running.keep(anna, begun.with_said(0, "gehoord"))
    told = []
    bram.listen(told.extend)
    follow(bram)
    assert "meetings" in {change.table for change in told}
    assert bram.get(Meeting, begun.id).steps[0].said == "gehoord"
    # Who opens it after the writing terminal went away writes it there.
    assert not meeting_running.written_elsewhere(anna, anna.get(Meeting, begun.id))
    taken = meeting_running.come_back(bram, begun.id)
    assert taken.writer == meeting_running.own_terminal(bram)
    for desk in (anna, bram):
        desk.close()
