"""The demo's calendar: a year of visits around the day, series, reports and talks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from edtui.desk.calendar import with_uid
from edtui.desk.demo_activities import add_activities
from edtui.desk.demo_places import Numbers, Places
from edtui.desk.demo_reports import demo_report
from edtui.desk.demo_texts import DemoTexts
from edtui.desk.session import Act, Desk
from edtui.desk.vocabularies import vocabularies
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk, PreparedItem
from edtui.records.holidays import is_public_holiday
from edtui.records.organisation import Location, visiting_norm
from edtui.records.person import Person
from edtui.records.planned import ActivityStatus, Participant
from edtui.records.roles import RoleAssignment
from edtui.records.rule import Rule
from edtui.records.series import Series, starting

_YEAR = 365
_BACK, _AHEAD, _STOPPED = -_YEAR, 60, 140
_MORNING, _AFTERNOON = time(10, 30), time(14, 0)
_SATURDAY = 5
_ALONG = 0.08
"""How often a trainee comes along."""


def add_calendar(desk: Desk, act: Act, texts: DemoTexts, places: Places, people: Numbers) -> None:
    """Save it, after places and people; both are numbers by key.

    Args:
        desk: where.
        act: in which everything is saved.
        texts: what it is made of.
        places: organisations and locations.
        people: everybody.
    """
    file = texts.file("calendar")
    for fields in file["series"].values():
        series = act.put(_series(desk, fields, texts, places, people))
        act.put_new(_entered(series, texts))
    _visits(desk, act, texts, people, add_activities(desk, act, texts, places, people))
    for fields in file["talks"]:
        _talk(act, fields, texts, places, people)


def _series(
    desk: Desk, fields: Mapping[str, Any], texts: DemoTexts, places: Places, people: Numbers
) -> Series:
    until = texts.some_day(fields["until"])
    if "nth" in fields:
        rule = Rule(freq="MONTHLY", by_day=(fields["nth"],), until=until)
    else:
        rule = Rule(interval=fields["interval"], by_day=(fields["weekday"],), until=until)
    there = []
    for entry in fields["people"]:
        key, _, role = entry.partition(":")
        there.append(Participant(person_id=people[key], role=role or "participant"))
    new = Series(
        kind=fields["kind"],
        title=texts.text(fields["title"]),
        first=texts.some_day(fields["from"]),
        at=time.fromisoformat(fields["at"]),
        minutes=fields["minutes"],
        rule=rule,
        skip_holidays=True,
        location_id=places.locations[fields["location"]],
        people=tuple(there),
        bring=texts.text(fields.get("bring")),
        weight=fields.get("weight", "medium"),
        debrief=fields.get("debrief", False),
        uid=f"{desk.clock.new_id()}@edtui",
    )
    return starting(new)


def _entered(series: Series, texts: DemoTexts) -> list[Activity]:
    """Give the dates that are over as done, and one to come that was moved a day."""
    from edtui.desk.years import closed_for  # only the demo asks for it here
    from edtui.records.occurrences import entered, occurrence
    from edtui.records.series import dates_of

    closed = closed_for(series)
    past = dates_of(series, date.min, texts.today - timedelta(days=1), closed)
    found = [entered(series, day, None, status=ActivityStatus.DONE) for day in past]
    coming = dates_of(series, texts.today, texts.some_day(90), closed)
    if series.kind == "case_meeting" and len(coming) > 1:
        plain = occurrence(series, coming[1])
        day = timedelta(days=1)
        moved = entered(series, coming[1], None, start=plain.start + day, end=plain.end + day)
        found.append(moved)
    return found


def _visits(
    desk: Desk, act: Act, texts: DemoTexts, people: Numbers, taken: set[tuple[int, date]]
) -> None:
    kinds = vocabularies(desk)["location_kinds"]
    peers = _peers(desk)
    for location in list(desk.all(Location)):
        norm = visiting_norm(location, kinds)
        visitors = peers.get(location.id) or sorted({n for all_ in peers.values() for n in all_})
        if not norm or not location.active or not visitors:
            continue
        last: list[Activity] = []
        for day in _days(texts, norm):
            free = [number for number in visitors if (number, day) not in taken]
            if not free:
                continue
            team = free[: 2 if location.not_alone else 1]
            taken.update((number, day) for number in team)
            there = [Participant(person_id=number) for number in team]
            if texts.random.random() < _ALONG and people["marij"] not in team:
                there.append(Participant(person_id=people["marij"], role="trainee"))
            last.append(act.put(with_uid(desk, _visit(texts, location, day, there))))
        for visit in last:
            if visit.status is ActivityStatus.DONE and texts.random.random() < 0.93:
                act.put(demo_report(visit, texts))


def _days(texts: DemoTexts, norm: int) -> Iterable[date]:
    """Give the days on which a location was and will be visited, some a little late."""
    apart = _YEAR / norm
    at = _BACK + texts.random.random() * apart / 2
    stops = texts.random.choice([_AHEAD, _AHEAD, _AHEAD, 0, -_STOPPED])
    while at < stops:
        day = texts.some_day(round(at))
        while day.weekday() >= _SATURDAY or is_public_holiday(day) or day == texts.today:
            day += timedelta(days=1)
        yield day
        at += apart * (0.85 + texts.random.random() * 0.35)


def _visit(
    texts: DemoTexts, location: Location, day: date, people: Sequence[Participant]
) -> Activity:
    start = datetime.combine(day, texts.random.choice([_MORNING, _AFTERNOON]))
    visit = Activity(
        start=start,
        end=start + timedelta(minutes=90),
        location_id=location.id,
        people=tuple(people),
        travel_minutes=texts.random.choice([20, 30, 45]),
        weight="heavy" if location.not_alone else "medium",
        not_alone=location.not_alone,
        contact=location.access_contact,
        status=ActivityStatus.CONFIRMED if texts.random.random() < 0.5 else ActivityStatus.PLANNED,
    )
    if day < texts.today:
        chance = texts.random.random()
        if chance < 0.06:
            reason = texts.text(texts.random.choice(texts.file("calendar")["cancelled"]["reasons"]))
            off = {"cancelled_by": "location", "reason": reason}
            visit = visit.with_(status=ActivityStatus.CANCELLED, **off)
        else:
            status = ActivityStatus.NO_SHOW if chance < 0.08 else ActivityStatus.DONE
            visit = visit.with_(status=status)
    return visit


def _peers(desk: Desk) -> dict[int, list[int]]:
    """Give the peer workers of each location."""
    active = {person.id for person in desk.all(Person) if person.status == "active"}
    found: dict[int, list[int]] = {}
    for role in desk.having(RoleAssignment, "role", "peer_worker"):
        if role.person_id in active and role.end is None:
            for location in role.location_ids:
                found.setdefault(location, []).append(role.person_id)
    return found


def _talk(
    act: Act, fields: Mapping[str, Any], texts: DemoTexts, places: Places, people: Numbers
) -> None:
    asked = texts.some_day(fields["asked"])
    prepared = tuple(PreparedItem(item=item, done_on=asked) for item in fields.get("prepared", ()))
    held = "held" in fields
    act.put(
        ClientTalk(
            handle=texts.text(fields["handle"]),
            reach=texts.text(fields["reach"]),
            location_id=places.locations[fields["location"]],
            asked_on=asked,
            mode=fields.get("mode"),
            chosen_on=asked if "mode" in fields else None,
            preparation=prepared,
            status="done" if held else "open",
            peer_id=people["riet"] if held else None,
            confidant_id=people["rik"] if held else None,
        )
    )
