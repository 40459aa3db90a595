"""The two-weekly meeting at the desk: agenda by itself, going on, minutes, what follows."""

from datetime import date, datetime, time, timedelta

import pytest
from support.memory_vault import MemoryVault

from edtui import locale
from edtui.desk import actions, cases, meeting_agenda, meeting_final, meeting_running, meetings
from edtui.desk import calendar as calendar_desk
from edtui.desk import minutes as minutes_desk
from edtui.desk.calendar import Key
from edtui.desk.errors import ChangedElsewhere, NotNow
from edtui.desk.meeting_dates import planned_meetings
from edtui.desk.methods import methods
from edtui.desk.series_edit import add_series
from edtui.desk.session import Desk
from edtui.records import meeting_clock
from edtui.records.case import Case, CaseStatus
from edtui.records.meeting import Attended, MeetingStatus, Outcome
from edtui.records.method import AgendaPart
from edtui.records.planned import ActivityStatus, Participant
from edtui.records.rule import Rule
from edtui.records.series import Series

MONDAY = date(2026, 11, 23)


@pytest.fixture
def desk(memory_desk) -> Desk:
    """A series every second Monday, and two new cases."""
    add_series(
        memory_desk,
        Series(
            kind="case_meeting",
            title="Overleg",
            first=MONDAY,
            at=time(13, 0),
            minutes=60,
            rule=Rule(freq="WEEKLY", interval=2),
            people=(
                Participant(name="gast"),
                Participant(name="cvp", role="confidant"),
            ),
        ),
    )
    cases.add_case(memory_desk, nature="complaint", summary="verhuizing")
    cases.add_case(memory_desk, nature="question")
    return memory_desk


def prepared(desk):
    return meetings.prepare(desk, meetings.coming(desk)[0].planned)


def test_the_agenda_makes_itself(desk):
    meeting = prepared(desk)
    assert (meeting.on, meeting.at, meeting.minutes) == (MONDAY, time(13, 0), 60)
    assert [item.part.value for item in meeting.agenda] == [
        "check_in", "actions", "cases", "cases", "practical", "signals", "closing",
    ]  # fmt: skip
    assert [item.method for item in meeting.cases] == ["both_sides", "case_discussion"]
    assert [item.minutes for item in meeting.cases] == [13, 12]
    assert meeting.planned_minutes == 60
    assert meetings.prepare(desk, meetings.coming(desk)[0].planned) == meeting


def test_what_comes_up_later_comes_on_it_and_what_was_taken_off_stays_off(desk):
    meeting = prepared(desk)
    meeting = meetings.change(desk, meetings.taken_off(meeting, 2))
    cases.add_case(desk, nature="signal")
    again = meetings.opened(desk, meeting.id)
    assert [item.case_id for item in again.cases] == [2, 3]
    assert again.planned_minutes == 60
    cases.close_case(desk, 2, "explained")
    assert [item.case_id for item in meetings.opened(desk, meeting.id).cases] == [3]


def test_order_and_minutes_are_the_groups(desk):
    meeting = prepared(desk)
    meeting = meetings.change(desk, meetings.minutes_set(meetings.moved(meeting, 3, -1), 2, 20))
    assert [item.case_id for item in meeting.cases] == [2, 1]
    assert meeting.cases[0].minutes == 20
    assert meeting.planned_minutes == 68
    cases.add_case(desk, nature="signal")
    assert meetings.opened(desk, meeting.id).cases[0].minutes == 20
    assert meetings.shared_out_anew(meeting).planned_minutes == 60


def test_a_date_that_is_cancelled_or_moved_is_followed(desk):
    series = next(desk.all(Series))
    calendar_desk.set_status(
        desk, Key(0, series.id, MONDAY), ActivityStatus.CANCELLED, by="team", reason="ziek"
    )
    later = MONDAY + timedelta(days=14)
    moved = datetime.combine(later + timedelta(days=1), time(9, 30))
    calendar_desk.move(desk, Key(0, series.id, later), moved)
    planned = planned_meetings(desk, desk.clock.today())[0]
    assert (planned.day, planned.original) == (later + timedelta(days=1), later)


def test_a_meeting_goes_on_and_loses_nothing_when_it_is_killed(desk, clock):
    meeting = meeting_running.begin(desk, prepared(desk).id)
    assert len(meeting.steps) == 5 + 6 + 5
    assert sum(step.planned for step in meeting.clock.steps) == 3600
    clock.advance(timedelta(minutes=6))
    here = meeting.with_(clock=meeting_clock.to_step(meeting.clock, 2, clock.now()))
    meeting_running.keep(desk, here.with_said(2, "half een zin"))
    # The process is gone here; another one opens the same file a minute later.
    clock.advance(timedelta(minutes=1))
    other = Desk(desk.vault, clock)
    back = meeting_running.come_back(other, meeting.id)
    assert back.steps[2].said == "half een zin"
    reading = meeting_clock.read(back.clock, clock.now())
    assert (reading.at, reading.spent) == (2, 60)


def test_two_terminals_never_write_over_each_other(desk, clock):
    meeting = meeting_running.begin(desk, prepared(desk).id)
    mine = meeting_running.keep(desk, meeting.with_said(0, "ene"))
    theirs = meeting_running.keep(desk, mine.with_(writer="x 1").with_said(1, "andere"))
    typed = mine.with_said(0, "ene en nog iets")
    with pytest.raises(ChangedElsewhere):
        meeting_running.keep(desk, typed)
    merged = meeting_running.on_top_of(desk, typed, mine)
    assert [step.said for step in merged.steps[:2]] == ["ene en nog iets", "andere"]
    assert merged.revision == theirs.revision


def test_keeping_makes_no_log_line_and_nothing_to_take_back(desk):
    meeting = meeting_running.begin(desk, prepared(desk).id)
    before = desk.undo_stack.peek()
    for number in range(5):
        meeting = meeting_running.keep(desk, meeting.with_said(0, f"regel {number}"))
    assert desk.undo_stack.peek() == before


def held(desk, clock):
    meeting = meeting_running.begin(desk, prepared(desk).id)
    clock.advance(timedelta(minutes=7))
    first = next(n for n, item in enumerate(meeting.agenda) if item.part is AgendaPart.CASES)
    at = meeting.steps_of(first)[0]
    meeting = meeting.with_(
        clock=meeting_clock.to_step(meeting.clock, at, clock.now()),
        attendance=(Attended(role="peer_worker", count=3),),
        outcomes=(
            Outcome(what="brief opvragen", who="cvp", due=MONDAY, item=first),
            Outcome(kind="decision", what="samen uitleggen", item=first),
        ),
    ).with_said(at, "voelt zich niet gezien [/b]")
    meeting = meeting.with_item(first, comes_back_on=MONDAY + timedelta(days=14))
    clock.advance(timedelta(minutes=4))
    # Then the hour is over: who steps past the other case has not talked about it.
    last = meeting_clock.to_step(meeting.clock, meeting.steps_of(first + 1)[0], clock.now())
    clock.advance(timedelta(seconds=2))
    last = meeting_clock.to_step(last, len(meeting.steps) - 1, clock.now())
    meeting = meeting.with_(clock=last)
    return meeting_running.finish(desk, meeting_running.keep(desk, meeting)), first


def test_minutes_are_there_when_the_meeting_is_over(desk, clock):
    meeting, _first = held(desk, clock)
    text = "\n".join(one.text for one in minutes_desk.minutes(desk, meeting))
    for part in ("voelt zich niet gezien [/b]", "cvp: brief opvragen", "samen uitleggen",
                 "ervaringsdeskundige (3)", "Beide kanten van het verhaal"):  # fmt: skip
        assert part in text
    with pytest.raises(NotNow):
        meeting_running.finish(desk, meeting)


def test_final_minutes_do_what_was_agreed_in_one_act(desk, clock):
    meeting, first = held(desk, clock)
    clock.moment = clock.moment.replace(day=23, hour=14)
    final = meeting_final.finalise(
        desk, meeting, usefulness=4, next_on=minutes_desk.usual_next(desk, meeting)
    )
    assert final.status is MeetingStatus.FINAL
    (action,) = actions.of_source(desk, "meeting", meeting.id)
    assert (action.what, action.who, action.due, action.case_id) == (
        "brief opvragen", "cvp", MONDAY, meeting.agenda[first].case_id,
    )  # fmt: skip
    case = desk.get(Case, action.case_id)
    assert (case.status, case.advice[0].what) == (CaseStatus.RUNNING, "samen uitleggen")
    following = meetings.coming(desk)[0].meeting
    assert following is not None
    assert following.on == MONDAY + timedelta(days=14)
    whys = {item.case_id: item.why for item in following.cases}
    assert whys[case.id] == "back"
    assert len(whys) == 2  # the one that there was no time for is still new
    series = next(desk.all(Series))
    done = calendar_desk.activity(desk, Key(0, series.id, MONDAY))
    assert done.status is ActivityStatus.DONE
    assert desk.undo_stack.undo() is not None
    assert actions.of_source(desk, "meeting", meeting.id) == []
    assert desk.get(type(meeting), meeting.id).status is MeetingStatus.DRAFT


def test_a_meeting_in_no_calendar_has_a_next_one_too(memory_desk, clock):
    meeting = meetings.prepare_free(memory_desk, title="Moreel beraad", kind="moral_deliberation")
    assert meeting.agenda == ()
    with pytest.raises(meeting_running.NothingOnAgenda):
        meeting_running.begin(memory_desk, meeting.id)
    item = meeting_agenda.own_item(meeting, title="casus", minutes=120)
    assert item.method == "dilemma"
    meeting = meetings.change(memory_desk, meeting.with_(agenda=(item,)))
    over = meeting_running.finish(memory_desk, meeting_running.begin(memory_desk, meeting.id))
    assert len(over.steps) == 10
    day = clock.today() + timedelta(days=14)
    meeting_final.finalise(memory_desk, over, next_on=day)
    assert [one.on for one in meetings.all_meetings(memory_desk)] == [day, clock.today()]


def test_nothing_of_it_is_seen_without_the_key(clock):
    vault = MemoryVault()
    assert Desk(vault, clock) is not None
    from edtui.desk import grants, tables

    assert tables.compartment_of("meetings") == "casework"
    assert tables.compartment_of("methods") == "directory"
    for role in (grants.PEER_WORKER, grants.KIOSK, grants.AUDITOR):
        assert "casework" not in grants.granted(role)


def test_an_agenda_speaks_the_language_of_who_reads_it(desk):
    locale.speak("nl")
    meeting = prepared(desk)
    frame = methods(desk)["two_weekly"]
    dutch = [step.title.nl for step in frame.steps if step.part is not AgendaPart.CASES]
    english = [step.title.en for step in frame.steps if step.part is not AgendaPart.CASES]
    own = [item for item in meeting.agenda if item.case_id is None]
    assert [meeting_agenda.title_of(desk, item) for item in own] == dutch
    locale.speak("en")
    assert [meeting_agenda.title_of(desk, item) for item in own] == english
    assert meeting_agenda.prompt_of(desk, own[0]) == frame.steps[0].prompt.en
    renamed = own[0].with_(title="Soep vooraf")
    assert meeting_agenda.title_of(desk, renamed) == "Soep vooraf"

    # What was written under a heading in one language stands under it once in the other.
    locale.speak("nl")
    running = meeting_running.begin(desk, meeting.id)
    steps = list(running.steps)
    steps[-1] = steps[-1].with_(said="tot de volgende keer")
    done = meeting_running.finish(desk, running.with_(steps=tuple(steps)))
    locale.speak("en")
    lines = [line for line in minutes_desk.minutes(desk, done) if line.text != "Overleg"]
    at = [line.text for line in lines].index("tot de volgende keer")
    assert (lines[at - 1].look, lines[at - 1].text) == (minutes_desk.Look.ITEM, english[-1])
