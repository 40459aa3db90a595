"""How an activity stands, and how often a location is visited, from the command line."""

import argparse
from typing import Any

from pydantic import ValidationError

from edtui.cli.output import plain, print_json
from edtui.cli.values import refused
from edtui.cli.visits_values import VisitValues, answer
from edtui.desk import calendar
from edtui.desk.due_visits import norm_of, save_norm
from edtui.desk.session import Desk
from edtui.locale import _, dates, ngettext
from edtui.records.organisation import Location
from edtui.records.visiting_norm import VisitingNorm


def status(desk: Desk, given: argparse.Namespace) -> None:
    """Say that an activity is confirmed, done, or that nobody came."""
    values = VisitValues(desk, given)
    to = values.code("to", "activity_statuses")
    made = calendar.set_status(desk, values.key(), to, reason=values.text("reason"))
    answer(desk, [made], given)


def norm(desk: Desk, given: argparse.Namespace) -> None:
    """Print how often a location is visited, or change it."""
    values = VisitValues(desk, given)
    found = norm_of(desk, values.location(values.text("location")))
    changes: dict[str, Any] = {}
    if values.has("times"):
        changes |= {"visits_a_year": given.times, "windows": ()}
    if values.has("not_before"):
        changes["paused_until"] = values.day("not_before", "future")
    if values.has("note"):
        changes["note"] = values.text("note")
    if changes:
        try:
            found = save_norm(desk, found.with_(**changes))
        except ValidationError as error:
            raise refused(error) from None
    if given.json:
        print_json([found])
        return
    print(plain(f"{desk.get(Location, found.location_id).name}: {_said(found)}"))


def _said(found: VisitingNorm) -> str:
    times = found.visits_a_year
    parts = []
    if found.windows:
        parts.append(
            ", ".join(
                " - ".join(dates.day_of_year(day) for day in one.in_year(2024))
                for one in found.windows
            )
        )
    elif times is None:
        parts.append(_("as its kind of location"))
    else:
        said = ngettext("{count} time a year", "{count} times a year", times)
        parts.append(said.format(count=times))
    if found.paused_until:
        day = dates.full_day(found.paused_until)
        parts.append(_("not before {day}").format(day=day))
    return " · ".join([*parts, found.note] if found.note else parts)
