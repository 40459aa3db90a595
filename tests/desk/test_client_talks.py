"""A client's wish to talk: the client's choice, prepared, planned, had, talked over."""

from datetime import date

import pytest

from desk.calendar_team import KEES, LINDE, RIET, wall
from desk.conftest import said as everything
from desk.conftest import taken_back
from edtui.desk import client_talks
from edtui.desk.client_talks import ChoiceNeeded, DebriefNeeded, WhoNeeded
from edtui.desk.errors import NotNow, ReasonNeeded
from edtui.desk.tables import compartment_of
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk, TalkMode, TalkStatus

START, END = wall("2026-11-24 10:00"), wall("2026-11-24 11:00")


@pytest.fixture
def talk(desk) -> ClientTalk:
    return client_talks.save_talk(
        desk,
        ClientTalk(handle="de man met de tuin", location_id=LINDE, asked_on=date(2026, 11, 20)),
    )


def test_the_client_chooses_first(desk, talk):
    with pytest.raises(ChoiceNeeded):
        client_talks.plan_talk(desk, talk.id, START, END, peer_id=RIET)
    with pytest.raises(ChoiceNeeded):
        client_talks.hold(desk, talk.id)


def test_alone_asks_a_preparation_and_a_talk_afterwards(desk, talk):
    talk = client_talks.choose(desk, talk.id, TalkMode.ALONE)
    assert len(client_talks.still_missing(desk, talk)) == 2
    for late in (None, wall("2026-11-27 09:00"), wall("2026-11-24 10:30")):
        with pytest.raises(DebriefNeeded):
            client_talks.plan_talk(desk, talk.id, START, END, peer_id=RIET, debrief_at=late)
    before = everything(desk)
    when = wall("2026-11-25 16:00")
    talk = client_talks.plan_talk(desk, talk.id, START, END, peer_id=RIET, debrief_at=when)
    assert talk.status is TalkStatus.PLANNED
    taken_back(desk, before)
    talk = client_talks.prepare(desk, talk.id, "wish", "wil rustig praten")
    [asked] = client_talks.still_missing(desk, talk)
    assert (asked.params["done"], asked.params["all"]) == (1, 7)


def test_the_calendar_does_not_know_the_client(desk, talk):
    client_talks.choose(desk, talk.id, TalkMode.BOTH)
    client_talks.plan_talk(desk, talk.id, START, END, peer_id=RIET, confidant_id=KEES)
    [stands] = desk.all(Activity)
    assert stands.person_ids == (RIET, KEES)
    assert "tuin" not in str(stands.document())
    assert compartment_of(ClientTalk.table) == "casework"


def test_everybody_whom_the_client_chose_is_filled_in(desk, talk):
    client_talks.choose(desk, talk.id, TalkMode.BOTH)
    with pytest.raises(WhoNeeded):
        client_talks.plan_talk(desk, talk.id, START, END, peer_id=RIET)
    client_talks.choose(desk, talk.id, TalkMode.CONFIDANT)
    planned = client_talks.plan_talk(desk, talk.id, START, END, peer_id=RIET, confidant_id=KEES)
    assert (planned.peer_id, planned.confidant_id) == (None, KEES)


def test_what_was_had_asks_to_be_talked_over(desk, talk):
    client_talks.choose(desk, talk.id, TalkMode.ALONE)
    when = wall("2026-11-21 08:00")
    client_talks.plan_talk(
        desk,
        talk.id,
        wall("2026-11-20 10:00"),
        wall("2026-11-20 11:00"),
        peer_id=RIET,
        debrief_at=when,
    )
    client_talks.hold(desk, talk.id)
    [stands] = desk.all(Activity)
    assert stands.status == "done"
    assert [one.id for one in client_talks.open_talks(desk)] == [talk.id]
    client_talks.debriefed(desk, talk.id)
    assert client_talks.open_talks(desk) == []
    with pytest.raises(NotNow):
        client_talks.lapse(desk, talk.id, "te laat")


def test_one_that_lapses_says_why_and_can_be_asked_for_again(desk, talk):
    with pytest.raises(ReasonNeeded):
        client_talks.lapse(desk, talk.id, " ")
    client_talks.lapse(desk, talk.id, "verhuisd")
    assert client_talks.open_talks(desk) == []
    again = client_talks.choose(desk, talk.id, TalkMode.BOTH)
    assert (again.status, again.lapsed_why) == (TalkStatus.OPEN, "")
