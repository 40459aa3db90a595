"""One line of the calendar, made from documents: quick enough for a month of thousands."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from edtui.desk.calendar import Key
from edtui.desk.raw import Raw
from edtui.errors import Sentence
from edtui.records.activity import Activity
from edtui.records.planned import ActivityStatus, Participant, PlannedFields, Weight
from edtui.records.zones import HOME


class Layer(StrEnum):
    """What can be shown and hidden; the first three are entries, the others marks."""

    VISITS = "visits"
    MEETINGS = "meetings"
    OTHER = "other"
    REQUESTS = "requests"
    AWAY = "away"
    HOLIDAYS = "holidays"
    SCHOOL = "school"
    EXPIRING = "expiring"
    ACTIONS = "actions"


ACTIVITIES = frozenset({Layer.VISITS, Layer.MEETINGS, Layer.OTHER})
"""The layers of entries; the others are of marks."""

LAYER_OF = {"visit": Layer.VISITS, "meeting": Layer.MEETINGS}
"""What the vocabulary ``activity_kinds`` says of a kind, to the layer."""


class Who(NamedTuple):
    """Somebody in an entry."""

    person_id: int
    """0 for somebody who is not on the roster."""

    name: str
    """Of somebody who is not on the roster."""

    role: str


class Entry(NamedTuple):
    """One activity in the calendar; sorted by its start."""

    start: datetime
    """On the wall."""

    key: Key
    end: datetime
    kind: str
    title: str
    location_id: int
    """0 where there is none."""

    place: str
    people: tuple[Who, ...]
    weight: str
    status: str
    layer: Layer
    whole_day: bool
    zone: str
    travel_minutes: int
    organisation_id: int

    @property
    def day(self) -> date:
        """The day on which it starts."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last day on which it lasts; midnight belongs to the day before."""
        return (self.end - timedelta(microseconds=1)).date()

    def has(self, person_id: int) -> bool:
        """Say whether a person is in it."""
        return any(one.person_id == person_id for one in self.people)


class Mark(NamedTuple):
    """Something of a day that is no activity: away, a holiday, a certificate that ends."""

    layer: Layer
    first: date
    last: date
    what: Sentence | str
    """``str`` is the name of a holiday or private text."""

    person_id: int = 0
    table: str = ""
    number: int = 0


Packed = tuple[
    datetime, datetime, str, str, int, str, tuple[tuple[int, str, str], ...], str, str, bool, str,
    int, int,
]  # fmt: skip
"""A stored activity in plain tuples, which the garbage collector need not look at: tens of
thousands of entries would make each of its rounds last longer than a month takes to show."""


def pack(document: Raw) -> Packed:
    """Take from a document of ``activities`` what its entry needs."""
    get = document.get
    return (
        datetime.fromisoformat(document["start"]),
        datetime.fromisoformat(document["end"]),
        get("kind", "location_visit"),
        get("title", ""),
        get("location_id") or 0,
        get("place", ""),
        tuple(
            [
                (one.get("person_id") or 0, one.get("name", ""), one.get("role", "visitor"))
                for one in get("people", ())
            ]
        ),
        get("weight", "medium"),
        get("status", "planned"),
        bool(get("whole_day", False)),
        get("zone", HOME),
        int(get("travel_minutes", 0)),
        get("organisation_id") or 0,
    )


def unpack(number: int, packed: Packed, layers: Mapping[str, Layer]) -> Entry:
    """Make the entry of a stored activity that is not of a series.

    Args:
        number: the activity's.
        packed: by `pack`.
        layers: kind to layer.
    """
    (
        start, end, kind, title, location, place, people, weight, status, whole_day, zone, travel,
        organisation,
    ) = packed  # fmt: skip
    there = tuple([Who(*one) for one in people])
    layer = layers.get(kind, Layer.OTHER)
    return Entry(
        start, Key(number), end, kind, title, location, place, there, weight, status, layer,
        whole_day, zone, travel, organisation,
    )  # fmt: skip


def entry_of_activity(activity: Activity, key: Key, layers: Mapping[str, Layer]) -> Entry:
    """Make the entry of an activity that is at hand as a record."""
    return Entry(
        activity.start,
        key,
        activity.end,
        activity.kind,
        activity.title,
        activity.location_id or 0,
        activity.place,
        who(activity),
        activity.weight.value,
        activity.status.value,
        layers.get(activity.kind, Layer.OTHER),
        activity.whole_day,
        activity.zone,
        activity.travel_minutes,
        activity.organisation_id or 0,
    )


def who(planned: PlannedFields) -> tuple[Who, ...]:
    """Give the people of an activity or series as an entry has them."""
    return tuple(Who(one.person_id or 0, one.name, one.role) for one in planned.people)


def activity_of(entry: Entry) -> Activity:
    """Give an entry as an activity, with what checks and sums look at; not to be saved."""
    people = tuple(
        Participant.model_construct(person_id=one.person_id or None, name=one.name, role=one.role)
        for one in entry.people
    )
    return Activity.model_construct(
        id=entry.key.activity,
        series_id=entry.key.series or None,
        original=entry.key.original,
        start=entry.start,
        end=entry.end,
        zone=entry.zone,
        whole_day=entry.whole_day,
        kind=entry.kind,
        title=entry.title,
        location_id=entry.location_id or None,
        organisation_id=entry.organisation_id or None,
        place=entry.place,
        people=people,
        weight=Weight(entry.weight),
        status=ActivityStatus(entry.status),
        travel_minutes=entry.travel_minutes,
    )
