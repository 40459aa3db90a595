"""What a coordinator is told while planning: each check, hard or soft, with a reason kept."""

from datetime import date

import pytest

from desk.calendar_team import KEES, LINDE, RIET, index_of, meeting, visit
from desk.conftest import person
from edtui.desk import calendar, organisations, planning, roster
from edtui.desk.planning import CannotPlan
from edtui.records.availability import AwayPeriod, Limits
from edtui.records.organisation import Location
from edtui.records.period import Period
from edtui.records.person import Person
from edtui.records.planned import Participant
from edtui.records.planning_checks import HARD, CheckCode
from edtui.records.training import TrainingFollowed
from edtui.records.vog import Vog

TUESDAY = "2026-11-24"


def codes(desk, planned) -> list[str]:
    return [one.code.value for one in planning.findings(desk, index_of(desk), planned)]


def riet(desk, **changes) -> None:
    roster.edit_person(desk, person(desk, "Riet").with_(**changes))


def morning(*people: int, day: str = TUESDAY, **more):
    return visit(f"{day} 10:00", f"{day} 11:30", *(people or (RIET,)), **more)


def test_nothing_to_look_at(desk):
    assert codes(desk, morning()) == []


def test_nobody_is_at_two_places_at_once(desk):
    saved = calendar.add_activity(
        desk, visit(f"{TUESDAY} 11:00", f"{TUESDAY} 12:00", RIET, kind="blog")
    )
    found = planning.findings(desk, index_of(desk), morning())
    assert (found[0].code, found[0].hard, found[0].about) == ("double_booked", True, saved.id)
    assert codes(desk, calendar.activity(desk, calendar.key_of(saved))) == []
    calendar.set_status(desk, calendar.key_of(saved), "cancelled", by="team")
    assert codes(desk, morning()) == []


def test_a_date_of_a_series_counts(desk):
    series = meeting(desk)
    planned = visit(f"{TUESDAY} 14:30", f"{TUESDAY} 15:00", RIET)
    assert "double_booked" in codes(desk, planned)
    calendar.remove_activity(desk, calendar.Key(0, series.id, date(2026, 11, 24)))
    assert codes(desk, planned) == []


def test_the_way_between_two_places_takes_time(desk):
    other = organisations.save_location(
        desk, Location(name="Kade", organisation_id=1, travel_cluster="Zuid")
    )
    calendar.add_activity(
        desk, visit(f"{TUESDAY} 11:45", f"{TUESDAY} 12:15", RIET, location_id=other.id)
    )
    assert codes(desk, morning()) == ["travel"]
    organisations.save_location(desk, desk.get(Location, other.id).with_(travel_cluster="Noord"))
    assert codes(desk, morning()) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": "pause"}, "not_deployable"),
        ({"limits": Limits(hours_a_week=1)}, "over_limit"),
        ({"exclusions": ("location_visit",)}, "own_wish"),
        ({"excluded_organisation_ids": (1,)}, "own_wish"),
        ({"vog": Vog(status="seen", renew_by=date(2026, 11, 1))}, "vog"),
        (
            {"training": (TrainingFollowed(kind="first_aid", valid_until=date(2026, 11, 1)),)},
            "certificate",
        ),
    ],
)
def test_what_the_persons_record_says(desk, changes, expected):
    riet(desk, **changes)
    assert codes(desk, morning()) == [expected]


def test_away_and_not_free(desk):
    assert codes(desk, morning(day="2026-11-25")) == ["outside_availability"]
    there = person(desk, "Riet").availability
    riet(desk, availability=there.with_(away=(AwayPeriod(start=date(2026, 11, 24)),)))
    assert codes(desk, morning()) == ["away"]


def test_the_role_has_ended(desk):
    from edtui.desk.ending import Ending, end_role

    end_role(
        desk, roster.roles_of(desk, RIET)[0].id, Ending(reason="study", last_day=date(2026, 11, 23))
    )
    assert codes(desk, morning()) == ["role_ended"]


def test_more_hours_than_agreed(desk):
    calendar.add_activity(desk, visit("2026-11-23 13:00", "2026-11-23 16:00", RIET, kind="blog"))
    assert codes(desk, morning()) == ["over_contract"]


def test_a_second_heavy_one_within_the_rest(desk):
    calendar.add_activity(desk, morning(day="2026-11-23", weight="heavy", kind="blog"))
    assert codes(desk, morning(weight="heavy")) == ["rest"]
    assert codes(desk, morning()) == []


def test_the_location_is_visited_that_week_already(desk):
    calendar.add_activity(desk, visit("2026-11-26 13:00", "2026-11-26 14:00", KEES))
    assert codes(desk, morning()) == ["visited_this_week"]


def test_a_trainee_does_not_fill_the_place(desk):
    location = desk.get(Location, LINDE)
    organisations.save_location(desk, location.with_(not_alone=True))
    trainee = Participant(person_id=KEES, role="trainee")
    planned = morning().with_(people=(Participant(person_id=RIET), trainee))
    assert codes(desk, planned) == ["not_alone"]
    assert codes(desk, morning(RIET, KEES)) == []
    assert codes(desk, planned.with_(needed=2, location_id=None)) == ["places_open"]


def test_a_pause_that_was_agreed_counts_only_where_check_ins_are_wanted(desk, monkeypatch):
    monkeypatch.setattr(
        planning,
        "PAUSES",
        [lambda _desk, number: Period(end=date(2026, 12, 1)) if number == RIET else None],
    )
    assert codes(desk, morning()) == []
    riet(desk, balance_policy="on_request")
    assert codes(desk, morning()) == ["balance_pause"]


def test_what_is_soft_is_passed_with_a_reason_that_is_kept(desk):
    index = index_of(desk)
    planned = morning(day="2026-11-25")
    with pytest.raises(CannotPlan) as raised:
        planning.plan(desk, index, planned)
    assert [one.code for one in raised.value.findings] == ["outside_availability"]
    saved = planning.plan(
        desk, index, planned, {("outside_availability", RIET): "vroeg er zelf om"}
    )
    assert [(one.code, one.reason) for one in saved.passed] == [
        ("outside_availability", "vroeg er zelf om")
    ]
    again = planning.plan_change(desk, index, calendar.key_of(saved), {"bring": "folders"})
    assert again.passed == saved.passed


def test_what_is_hard_is_not_passed(desk):
    index = index_of(desk)
    calendar.add_activity(desk, morning(kind="blog"))
    reasons = {(code.value, RIET): "toch" for code in CheckCode}
    with pytest.raises(CannotPlan) as raised:
        planning.plan(desk, index, morning(), reasons)
    assert {one.code for one in raised.value.findings} <= HARD


def test_somebody_who_left_is_said_in_words(desk):
    for one in desk.all(Person):
        sentence = planning.findings(desk, index_of(desk), morning(one.id, day="2026-11-25"))
        assert all(str(found.sentence) for found in sentence)
