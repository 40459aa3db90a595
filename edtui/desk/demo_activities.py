"""The demo's single activities around its day: a lively week, whatever day it is."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from edtui.desk.calendar import with_uid
from edtui.desk.demo_places import Numbers, Places
from edtui.desk.demo_texts import DemoTexts
from edtui.desk.session import Act, Desk
from edtui.records.activity import Activity
from edtui.records.planned import ActivityStatus, Participant

_SATURDAY = 5


def add_activities(
    desk: Desk, act: Act, texts: DemoTexts, places: Places, people: Numbers
) -> set[tuple[int, date]]:
    """Save them; give who is taken on which day, so that no visit is planned over them."""
    taken: set[tuple[int, date]] = set()
    for fields in texts.file("calendar")["activities"]:
        new = _activity(fields, texts, places, people)
        act.put(with_uid(desk, new))
        taken |= {(number, new.day) for number in new.person_ids}
    return taken


def _activity(
    fields: Mapping[str, Any], texts: DemoTexts, places: Places, people: Numbers
) -> Activity:
    day = texts.some_day(fields["day"])
    while fields.get("workday") and day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    there = []
    for entry in fields["people"]:
        key, _, role = entry.partition(":")
        there.append(Participant(person_id=people[key], role=role or "visitor"))
    start = datetime.combine(day, time.fromisoformat(fields["at"]))
    location = fields.get("location")
    return Activity(
        kind=fields["kind"],
        title=texts.text(fields.get("title")),
        start=start,
        end=start + timedelta(minutes=fields["minutes"]),
        location_id=places.locations[location] if location else None,
        place=texts.text(fields.get("place")),
        people=tuple(there),
        bring=texts.text(fields.get("bring")),
        status=fields.get("status", ActivityStatus.PLANNED),
    )
