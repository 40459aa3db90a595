"""Which locations are due for a visit, with what helps to plan it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.planning import visit_kinds
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, Sentence
from edtui.records.organisation import Location, Organisation, visiting_norm
from edtui.records.planned import ActivityStatus
from edtui.records.visit_report import VisitReport
from edtui.records.visiting_norm import Due, DueState, VisitingNorm, due, urgency

_LOOK = timedelta(days=800)
"""So far to both sides visits are looked for."""


class DueLocation(NamedTuple):
    """One location and its next visit."""

    location_id: int
    name: str
    organisation: str
    due: Due
    last_theme: str
    """Code of the vocabulary ``themes``: most asked about at the last visit."""

    best_day: str
    """Code of the vocabulary ``weekdays``."""

    best_time: str
    cluster: str
    not_alone: bool


def due_locations(desk: Desk, index: CalendarIndex) -> list[DueLocation]:
    """Give every active location with a norm, overdue ones first, then by their windows.

    Args:
        desk: where.
        index: built.
    """
    today = desk.clock.today()
    done, planned = _visits(desk, index, today)
    norms = {norm.location_id: norm for norm in desk.all(VisitingNorm)}
    themes = _last_themes(desk)
    kinds = vocabularies(desk)["location_kinds"]
    names = {number: str(d.get("name", "")) for number, d in desk.documents(Organisation)}
    found = []
    for location in desk.all(Location):
        if not location.active:
            continue
        number = location.id
        when = due(
            norms.get(number),
            visiting_norm(location, kinds),
            done.get(number, ()),
            planned.get(number, ()),
            today,
            since=location.created.date() if location.created else None,
        )
        if when.state is not DueState.NO_NORM:
            found.append(
                DueLocation(
                    number,
                    location.name,
                    names.get(location.organisation_id, ""),
                    when,
                    themes.get(number, ""),
                    location.best_day,
                    location.best_time,
                    location.travel_cluster,
                    location.not_alone,
                )
            )
    return sorted(found, key=lambda one: (urgency(one.due), one.name, one.location_id))


def due_sentence(when: Due) -> Sentence:
    """Give in words how far a location is."""
    if when.state is DueState.OVERDUE:
        return Sentence(N_("overdue since {day}"), {"day": when.closes})
    if when.state is DueState.PLANNED:
        return Sentence(N_("planned for {day}"), {"day": when.planned})
    if when.state is DueState.DUE:
        return Sentence(N_("to be visited by {day}"), {"day": when.closes})
    return Sentence(N_("from {day} on"), {"day": when.opens})


def save_norm(desk: Desk, norm: VisitingNorm) -> VisitingNorm:
    """Save what was agreed for a location; one norm a location.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        NotFound: there is no such location.
        ReadOnly: nothing can be written now.
    """
    location = desk.get(Location, norm.location_id)
    with desk.act(Sentence(N_("{name}: visits agreed"), {"name": location.name})) as act:
        return act.put(norm)


def norm_of(desk: Desk, location_id: int) -> VisitingNorm:
    """Give what was agreed for a location; an empty one where nothing was."""
    found = desk.having(VisitingNorm, "location_id", location_id)
    return found[0] if found else VisitingNorm(location_id=location_id)


def _visits(
    desk: Desk, index: CalendarIndex, today: date
) -> tuple[dict[int, list[date]], dict[int, list[date]]]:
    done: dict[int, list[date]] = {}
    planned: dict[int, list[date]] = {}
    kinds = visit_kinds(desk)
    for entry in index.entries(today - _LOOK, today + _LOOK, kinds):
        if not entry.location_id:
            continue
        if entry.status == ActivityStatus.DONE:
            done.setdefault(entry.location_id, []).append(entry.day)
        elif entry.status in (ActivityStatus.PLANNED, ActivityStatus.CONFIRMED):
            planned.setdefault(entry.location_id, []).append(entry.day)
    return done, planned


def _last_themes(desk: Desk) -> dict[int, str]:
    last: dict[int, tuple[date, str]] = {}
    reports: Iterable[VisitReport] = desk.all(VisitReport)
    for report in reports:
        if report.location_id and report.main_theme:
            newest = last.get(report.location_id, (date.min, ""))
            last[report.location_id] = max(newest, (report.day, report.main_theme))
    return {location: theme for location, (_, theme) in last.items()}
