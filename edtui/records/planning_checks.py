"""What to look at before an activity stands in the calendar: each check a sentence, hard or soft.

Pure functions over what is given in. A hard one is a fact that planning cannot change (nobody is at
two places at once); a soft one can be passed with a reason, which is kept with the activity
(`edtui.records.planned.PassedCheck`). The team sets its own numbers in `PlanningRules`; the checks
on each person stand in `edtui.records.planning_people`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from edtui.errors import N_, Sentence
from edtui.records.activity import Activity
from edtui.records.organisation import Location
from edtui.records.period import Period
from edtui.records.person import Person
from edtui.records.planned import Participant, PassedCheck, Weight
from edtui.records.roles import RoleAssignment


class CheckCode(StrEnum):
    """What a check is about."""

    DOUBLE_BOOKED = "double_booked"
    AWAY = "away"
    NOT_DEPLOYABLE = "not_deployable"
    ROLE_ENDED = "role_ended"
    TRAVEL = "travel"
    OUTSIDE_AVAILABILITY = "outside_availability"
    OWN_WISH = "own_wish"
    OVER_CONTRACT = "over_contract"
    OVER_LIMIT = "over_limit"
    REST = "rest"
    VOG = "vog"
    CERTIFICATE = "certificate"
    BALANCE_PAUSE = "balance_pause"
    NOT_ALONE = "not_alone"
    PLACES_OPEN = "places_open"
    VISITED_THIS_WEEK = "visited_this_week"
    LOCATION_CLOSED = "location_closed"


HARD = frozenset(
    {
        CheckCode.DOUBLE_BOOKED,
        CheckCode.AWAY,
        CheckCode.NOT_DEPLOYABLE,
        CheckCode.ROLE_ENDED,
    }
)
"""What cannot be passed."""


class Finding(NamedTuple):
    """One thing to look at."""

    code: CheckCode
    sentence: Sentence
    person_id: int | None = None
    about: int = 0
    """Number of the other activity that it is about; 0 where it is not stored or not about one."""

    @property
    def hard(self) -> bool:
        """Whether it cannot be passed."""
        return self.code in HARD


@dataclass(frozen=True)
class PlanningRules:
    """The team's own numbers."""

    rest_days: int = 2
    """Days from one heavy activity to the next: 2 leaves a day between."""

    travel_between: int = 30
    """Minutes between two places of different travel clusters, where nothing else is said."""

    travel_within: int = 10
    """Minutes between two places of one cluster."""

    not_filling: frozenset[str] = frozenset({"trainee", "coach", "guest"})
    """Roles in an activity that do not fill a place."""

    evening_from: int = 18
    """Hour from which it is evening."""


USUAL = PlanningRules()


@dataclass(frozen=True)
class Candidate:
    """A person, with what the checks need to know of them."""

    person: Person
    roles: Sequence[RoleAssignment] = ()
    others: Sequence[Activity] = ()
    """The person's other activities around it: a week to each side, and the rest period."""

    pause: Period | None = None
    """A pause that was agreed in a balance check-in, if there is one."""

    name: str = ""
    """As shown; private text."""


@dataclass(frozen=True)
class Surroundings:
    """What the checks need to know besides the people."""

    location: Location | None = None
    wish: str = ""
    """Code of ``deployment_kinds`` that the kind of activity is wished or not wished by."""

    clusters: Mapping[int, str] = field(default_factory=dict)
    """Number of a location to its travel cluster."""

    at_location: Sequence[Activity] = ()
    """Other activities at the location in the same week."""

    visits: frozenset[str] = frozenset({"location_visit", "walk_in"})
    """Kinds that count as a visit to the location."""

    rules: PlanningRules = USUAL


Check = Callable[[Activity, Participant, Candidate, Surroundings], Iterable[Finding]]


def to_answer(findings: Iterable[Finding], passed: Iterable[PassedCheck]) -> list[Finding]:
    """Give the findings that were not passed with a reason; hard ones cannot be."""
    answered = {(one.code, one.person_id) for one in passed if one.reason}
    return [f for f in findings if f.hard or (f.code.value, f.person_id) not in answered]


def fills(one: Participant, rules: PlanningRules = USUAL) -> bool:
    """Say whether somebody fills a place; who comes along to learn does not."""
    return one.role not in rules.not_filling


def week_of(day: date) -> tuple[date, date]:
    """Give Monday and Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def day_part(start: datetime, rules: PlanningRules = USUAL) -> str:
    """Give the code of the part of the day (vocabulary ``day_parts``)."""
    if start.hour >= rules.evening_from:
        return "evening"
    return "morning" if start.hour < 12 else "afternoon"


def same(one: Activity, other: Activity) -> bool:
    """Say whether two are the same activity, before and after a change."""
    if one.series_id is not None and (one.series_id, one.original) == (
        other.series_id,
        other.original,
    ):
        return True
    return one.id != 0 and one.id == other.id


def place_findings(activity: Activity, around: Surroundings) -> Iterable[Finding]:
    """Give what there is to look at apart from the people: the place, and how many go."""
    rules, location = around.rules, around.location
    filling = sum(fills(one, rules) for one in activity.people)
    alone = activity.not_alone or (location is not None and location.not_alone)
    if alone and filling == 1:
        yield Finding(CheckCode.NOT_ALONE, Sentence(N_("Nobody goes there alone: add somebody.")))
    if activity.needed and filling < activity.needed:
        counts = {"there": filling, "needed": activity.needed}
        sentence = Sentence(N_("{there} of {needed} places are filled."), counts)
        yield Finding(CheckCode.PLACES_OPEN, sentence)
    if location is None:
        return
    if not location.active:
        yield Finding(
            CheckCode.LOCATION_CLOSED, Sentence(N_("This location is not visited any more."))
        )
    if activity.kind not in around.visits:
        return
    monday, sunday = week_of(activity.day)
    for other in around.at_location:
        visit = other.kind in around.visits and other.takes_time
        if visit and monday <= other.day <= sunday and not same(other, activity):
            sentence = Sentence(
                N_("The location is visited that week already, on {day}."), {"day": other.day}
            )
            yield Finding(CheckCode.VISITED_THIS_WEEK, sentence, about=other.id)
            return


def is_heavy(activity: Activity) -> bool:
    """Say whether an activity asks much of who does it."""
    return activity.weight is Weight.HEAVY
