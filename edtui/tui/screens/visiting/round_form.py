"""What a round is planned for: period, people, places, wishes."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from edtui.desk import folding
from edtui.desk.due_visits import due_locations
from edtui.desk.rounds import LONGEST_DAYS, RoundTooLong
from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.records.roles import RoleAssignment
from edtui.records.round_wish import RoundWish
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.screens.visiting.people_field import people_field
from edtui.tui.widgets.fields import DateField, NumberField, Option, SeveralField

_WEEKS = timedelta(days=27)
_GOES = "peer_worker"


def ask_round(app: Any, mode: object, tools: PlanTools, before: RoundWish | None = None) -> None:
    """Ask what a round is planned for, then show a proposal.

    Args:
        app: the program.
        mode: of the screen that comes.
        tools: for the fields.
        before: what was asked the last time; None for the usual.
    """
    from edtui.tui.screens.visiting.round_screen import RoundScreen

    def asked(wish: RoundWish | None) -> None:
        if wish is not None:
            app.push_screen(RoundScreen(mode, tools, wish))

    app.push_screen(round_form(tools, before or usual(tools)), asked)


def usual(tools: PlanTools) -> RoundWish:
    """Give what is asked most: the next four weeks, everybody who is a peer worker."""
    first = tools.desk.clock.today() + timedelta(days=1)
    on_team = {number for number, bit in tools.index.people() if bit.on_team}
    going = {
        role.person_id
        for role in tools.desk.all(RoleAssignment)
        if role.role == _GOES and (role.end is None or role.end >= first)
    }
    return RoundWish(first, first + _WEEKS, tuple(sorted(on_team & going)))


def round_form(tools: PlanTools, wish: RoundWish) -> Form:
    """Make the form; its result is a `RoundWish`."""
    fields = [
        DateField("first", N_("From"), required=True),
        DateField("last", N_("Up to and with"), required=True),
        people_field(tools, "people", N_("Who can go"), required=True),
        NumberField("minutes", N_("Minutes a visit"), least=15, most=720, whole=True,
                    required=True),
        NumberField("travel", N_("Minutes of travel"), least=0, most=600, whole=True,
                    help=N_("one way; within one cluster less is counted")),
    ]  # fmt: skip
    places = [
        _places_field(tools, "places", N_("Only these"), N_("empty: all that are due")),
        _places_field(tools, "heavy", N_("Heavy there"), N_("nobody gets two heavy ones in a row")),
    ]
    stored = {
        "first": wish.first,
        "last": wish.last,
        "people": [str(number) for number in wish.person_ids],
        "minutes": wish.minutes,
        "travel": wish.travel_minutes,
        "places": [str(number) for number in wish.location_ids],
        "heavy": [str(number) for number in sorted(wish.heavy)],
    }
    return Form(
        _("Plan a round of visits"),
        [Section("", fields), Section(N_("Locations"), places)],
        stored=stored,
        save=_wish,
        check=_check,
    )


def _places_field(tools: PlanTools, key: str, label: str, help_: str) -> SeveralField:
    def options() -> list[Option]:
        every = due_locations(tools.desk, tools.index)
        found = [Option(str(one.location_id), one.name) for one in every]
        return sorted(found, key=lambda one: folding.fold(one.label))

    return SeveralField(
        key, label, options, help=help_, word_for=lambda code: tools.place(int(code))
    )


def _wish(values: Mapping[str, Any]) -> RoundWish:
    return RoundWish(
        first=values["first"],
        last=values["last"],
        person_ids=tuple(int(code) for code in values["people"]),
        location_ids=tuple(int(code) for code in values["places"]),
        minutes=values["minutes"],
        travel_minutes=values["travel"] or 0,
        heavy=frozenset(int(code) for code in values["heavy"]),
    )


def _check(values: Mapping[str, Any]) -> dict[str, Sentence]:
    first, last = values.get("first"), values.get("last")
    if not isinstance(first, date) or not isinstance(last, date):
        return {}
    if last < first:
        return {"last": Sentence(N_("The last day is before the first day."))}
    if (last - first).days >= LONGEST_DAYS:
        return {"last": RoundTooLong(most=LONGEST_DAYS).said}
    return {}
