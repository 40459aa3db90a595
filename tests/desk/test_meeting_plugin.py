"""Meetings take part: Vandaag, find, looking back, how long minutes are kept, erasing."""

from datetime import date, timedelta

import pytest

from edtui.desk import (
    areas,
    cases,
    erasing,
    meeting_final,
    meeting_running,
    meetings,
    retention,
    roster,
)
from edtui.desk import minutes as minutes_desk
from edtui.desk.find import FindIndex
from edtui.desk.meeting_agenda import case_item, own_item
from edtui.desk.today import today_items
from edtui.errors import NotFound
from edtui.records.case import Case
from edtui.records.case_note import CaseNote
from edtui.records.meeting import Board, Meeting, Outcome
from edtui.records.person import Person


@pytest.fixture
def case(memory_desk) -> Case:
    areas.take_part()
    return cases.add_case(memory_desk, nature="complaint")


@pytest.fixture
def held(memory_desk, case, clock) -> Meeting:
    """A meeting that is over, on a case, with an action for Riet."""
    riet = roster.add_person(memory_desk, Person(first_names="Riet", surname="Dam"))
    meeting = meetings.prepare_free(memory_desk, title="Overleg", table_ids=(riet.id,))
    meeting = meeting_running.begin(memory_desk, meeting.id)
    place = next(at for at, item in enumerate(meeting.agenda) if item.case_id == case.id)
    at = meeting.steps_of(place)[0]
    meeting = meeting.with_said(at, "zeldzaam woord").with_item(
        place, question="waarom?", board=Board(left="zeldzaam bord")
    )
    outcome = Outcome(what="zeldzame actie", person_id=riet.id, item=place)
    clock.advance(timedelta(minutes=1))
    return meeting_running.finish(memory_desk, meeting.with_(outcomes=(outcome,)))


def kinds(desk) -> list[tuple[str, str]]:
    return [(item.kind, str(item.subtitle[0])) for item in today_items(desk)]


def test_what_goes_on_comes_first_then_what_is_to_be_read(memory_desk, held, clock):
    assert ("meeting", "minutes to read") in kinds(memory_desk)
    clock.advance(timedelta(days=1))  # minutes wait since yesterday
    again = meetings.prepare_free(memory_desk, title="Nog een")
    meeting_running.begin(memory_desk, again.id)
    assert kinds(memory_desk)[0] == ("meeting", "is going on")
    meeting_final.finalise(memory_desk, held)
    assert ("meeting", "minutes to read") not in kinds(memory_desk)


def test_minutes_are_found_by_what_was_said(memory_desk, held):
    index = FindIndex(memory_desk)
    index.build()
    assert [(hit.table, hit.number) for hit in index.search("zeldzaam")] == [("meetings", held.id)]


def test_minutes_go_after_a_year(memory_desk, held, clock):
    final = meeting_final.finalise(memory_desk, held)
    assert retention.due(memory_desk) == []
    clock.moment = clock.moment.replace(year=2027, month=11, day=22)
    assert [(one.table, one.number) for one in retention.due(memory_desk)] == [
        ("meetings", final.id)
    ]
    retention.erase_due(memory_desk, [("meetings", final.id)])
    assert memory_desk.find(Meeting, final.id) is None
    with pytest.raises(NotFound):
        retention.erase_due(memory_desk, [("meetings", final.id)])


def test_who_is_erased_leaves_the_minutes(memory_desk, held):
    riet = held.table_ids[0]
    erasing.erase(memory_desk, people=[riet])
    left = memory_desk.get(Meeting, held.id)
    assert left.table_ids == ()
    assert left.outcomes[0].person_id is None


def test_a_case_that_is_erased_leaves_nothing_in_the_minutes(memory_desk, held, case):
    erasing.erase(memory_desk, others=[memory_desk.get(Case, case.id)])
    left = memory_desk.get(Meeting, held.id)
    text = str(left.document()) + str(minutes_desk.minutes(memory_desk, left))
    for word in ("zeldzaam", "zeldzame", "waarom?", case.handle):
        assert word not in text


def test_peer_consultation_in_no_calendar_counts(memory_desk, clock):
    from edtui.desk.look_back import GATHERINGS

    areas.take_part()
    held = meetings.prepare_free(
        memory_desk, title="Intervisie", kind="intervision", table_ids=(7, 8)
    )
    held = meetings.change(memory_desk, held.with_(agenda=(own_item(held, title="vraag"),)))
    meeting_running.finish(memory_desk, meeting_running.begin(memory_desk, held.id))
    found = [one for source in GATHERINGS for one in source(memory_desk)]
    assert [(one.day, one.person_ids) for one in found] == [(clock.today(), (7, 8))]


@pytest.mark.parametrize(
    ("fields", "told"),
    [({"sight": "desk"}, "wie legt het uit?"), ({"sight": "author"}, ""),
     ({"sight": "desk", "about_ids": (4,)}, "")],
)  # fmt: skip
def test_a_note_for_few_tells_nothing_on_an_agenda(memory_desk, case, fields, told):
    note = CaseNote(case_id=case.id, on=case.since, question="wie legt het uit?", **fields)
    assert case_item(memory_desk, case, note=note.model_copy(update={"id": 3})).question == told


def test_an_item_knows_why_it_is_there(memory_desk, case):
    assert case_item(memory_desk, case, why="new").by_itself
    assert not case_item(memory_desk, case).by_itself
    assert case_item(memory_desk, case).method == "both_sides"
    assert isinstance(case.since, date)
