"""The report of a visit from the command line: counts and themes, never names."""

import argparse
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from edtui.cli.output import print_json
from edtui.cli.parser import Usage
from edtui.cli.values import refused
from edtui.cli.visits_values import VisitValues
from edtui.desk import visit_reports
from edtui.desk.calendar import activity, named
from edtui.desk.session import Desk
from edtui.locale import _
from edtui.records.amounts import read_hours, read_money, read_number
from edtui.records.visit_report import (
    Agreement,
    FollowUps,
    Reported,
    Signal,
    ThemeCount,
    VisitReport,
)


def report(desk: Desk, given: argparse.Namespace) -> None:
    """Write the report of an activity, or change the one that there is."""
    values = VisitValues(desk, given)
    key = values.key()
    begun = visit_reports.begin(desk, key)
    if given.same_as_last:
        begun = visit_reports.same_as_last(desk, begun)
    try:
        filled = begun.model_copy(update=_changes(values, begun))
        saved = visit_reports.save_report(desk, key, filled)
    except ValidationError as error:
        raise refused(error) from None
    if given.json:
        print_json([saved])
    else:
        what = named(desk, activity(desk, key))
        print(_("The report of {what} is saved.").format(what=what))


def _changes(values: VisitValues, begun: VisitReport) -> dict[str, Any]:
    """Give the fields that options say, by name."""
    given = values.given
    changes: dict[str, Any] = {
        field: given[option]
        for field, option in (
            ("clients_met", "clients"),
            ("atmosphere", "atmosphere"),
            ("accessibility", "accessibility"),
        )
        if given[option] is not None
    }
    if values.has("kind"):
        changes["kind"] = values.code("kind", "visit_kinds")
    if values.has("told"):
        changes["told_about_confidant"] = given["told"] == "yes"
    if values.has("leaflets"):
        changes["leaflets"] = given["leaflets"] == "yes"
    if values.has("success"):
        changes["success"] = values.text("success")
    if values.has("next"):
        changes["next_visit"] = values.day("next", "future")
    if given["theme"]:
        changes["questions"] = tuple(_theme(values, text) for text in given["theme"])
    if given["signal"]:
        changes["signals"] = tuple(_signal(values, text) for text in given["signal"])
    if given["agreement"]:
        changes["agreements"] = tuple(Agreement(what=text) for text in given["agreement"])
    asked = {
        name: given[name] for name in ("alone", "confidant", "both") if given[name] is not None
    }
    if asked:
        changes["follow_ups"] = FollowUps.model_validate({**dict(begun.follow_ups), **asked})
    changes["people"] = _people(values, begun)
    return changes


def _theme(values: VisitValues, text: str) -> ThemeCount:
    word, _equals, count = text.partition("=")
    theme = values.word(word.strip(), "themes", "theme")
    if count and not count.strip().isdecimal():
        raise Usage(_("--theme: {text} is not a number.").format(text=count.strip()), "")
    return ThemeCount(theme=theme, count=int(count) if count else 1)


def _signal(values: VisitValues, text: str) -> Signal:
    word, _equals, how = text.partition("=")
    theme = values.word(word.strip(), "themes", "signal")
    more = {"seriousness": values.word(how.strip(), "seriousness", "signal")} if how else {}
    return Signal(theme=theme, **more)


def _people(values: VisitValues, begun: VisitReport) -> tuple[Reported, ...]:
    people = {one.person_id: one for one in begun.people}
    reading: tuple[tuple[str, str, Callable[[str], object]], ...] = (
        ("hours", "hours", read_hours),
        ("km", "kilometres", read_number),
        ("costs", "costs", read_money),
    )
    for option, field, read in reading:
        for text in values.given[option]:
            name, equals, amount = text.rpartition("=")
            if option == "costs" and not equals:
                raise Usage(_("Say whose costs they are: --costs NAME=AMOUNT."), "")
            numbers = [values.person(name.strip())] if equals else list(people)
            for number in numbers:
                one = people.get(number) or Reported(person_id=number)
                more = {"costs_words": values.text("costs_words")} if option == "costs" else {}
                people[number] = one.with_(**{field: read(amount.strip()), **more})
    return tuple(people.values())
