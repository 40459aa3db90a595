"""The fields that an activity and a series share, and what follows from one to another."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from edtui.errors import N_
from edtui.records.planned import PlannedFields
from edtui.tui.screens.people.person_form_parts import joined, with_start
from edtui.tui.screens.planning.checked_form import known, untouched
from edtui.tui.screens.planning.times import USUAL
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields import (
    Field,
    LongTextField,
    NumberField,
    PartsField,
    TextField,
    YesNoField,
)

_ANY = date(2000, 1, 1)


def what_fields(tools: PlanTools) -> list[Field]:
    """What it is, and where."""
    fields: list[Field] = [tools.pick("kind", N_("Kind"), "activity_kinds", required=True)]
    if tools.desk.reads("locations"):
        fields.append(tools.location("location_id", N_("Location")))
    fields.append(
        TextField("place", N_("Place"), max_length=200, help=N_("where it is no location"))
    )
    return fields


def who_fields(tools: PlanTools, *, role: str = "visitor") -> list[Field]:
    """Who goes, and how many are needed; ``role`` is what somebody new does."""
    return [
        people("people", N_("Who"), tools, role=role),
        tools.choice("weight", N_("Weight"), "activity_weights", required=True),
        NumberField("needed", N_("How many"), least=0, most=100, whole=True,
                    help=N_("how many have to come; empty: it does not matter")),
        YesNoField("not_alone", N_("Not alone"), required=True, help=N_("go there with two")),
        NumberField("travel_minutes", N_("Travel"), least=0, most=1440, whole=True,
                    help=N_("minutes, one way")),
    ]  # fmt: skip


def around_fields() -> list[Field]:
    """What is asked before and after, and what to know."""
    return [
        TextField("title", N_("Title"), max_length=200,
                  help=N_("where kind and place do not say it")),
        TextField("bring", N_("Bring along"), max_length=200),
        TextField("contact", N_("Ask for"), max_length=200, help=N_("at the location")),
        YesNoField("prepare", N_("Prepare"), required=True),
        LongTextField("preparation", N_("Preparation")),
        YesNoField("debrief", N_("Talk afterwards"), required=True),
        LongTextField("notes", N_("Notes"), help=N_("never a client's name")),
    ]  # fmt: skip


def people(key: str, label: str, tools: PlanTools, *, role: str = "visitor") -> PartsField:
    """Make the field for who takes part, each with what they do there."""

    def fields() -> Sequence[Field]:
        made: list[Field] = []
        if tools.knows_people:
            made.append(tools.person("person_id", N_("Person")))
        made += [
            TextField("name", N_("or a name"), max_length=80,
                      help=N_("of somebody who is not on the roster; never of a client")),
            tools.choice("role", N_("Does what"), "activity_roles", required=True),
        ]  # fmt: skip
        return made

    def line(part: Mapping[str, Any]) -> str:
        name = tools.who(part.get("person_id"), str(part.get("name", "")))
        return joined(name, tools.words.label("activity_roles", part.get("role", "visitor")))

    return PartsField(
        key, label, fields=with_start(fields, role=role), line=line,
        title=N_("Somebody who comes"),
    )  # fmt: skip


def shared_shown(planned: PlannedFields) -> dict[str, Any]:
    """Give the values of the shared fields by field key."""
    return {**dict(planned), "needed": planned.needed or None,
            "travel_minutes": planned.travel_minutes or None}  # fmt: skip


def shared_written(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a record holds of those values."""
    names = set(PlannedFields.model_fields) - {"id", "revision"}
    kept = {name: value for name, value in values.items() if name in names}
    for name in ("needed", "travel_minutes"):
        if name in kept:
            kept[name] = kept[name] or 0
    return kept


class Follow:
    """Fills in what follows from a field that was changed, where nobody typed something else.

    Args:
        tools: the desk.
        length: how long it takes.
    """

    def __init__(self, tools: PlanTools, length: timedelta = USUAL) -> None:
        self._tools = tools
        self._length = length
        self._contact = ""

    def __call__(self, key: str, fields: Mapping[str, Field]) -> None:
        """Follow the change of field ``key``."""
        if key == "at":
            self._end(fields)
        elif key == "location_id":
            self._location(fields)

    def _end(self, fields: Mapping[str, Field]) -> None:
        """Let the end go along with the start."""
        at, to = known(fields.get("at")), untouched(fields.get("to"))
        if at is None or to is None:
            return
        begins = datetime.combine(_ANY, at)
        ends = begins + self._length
        to.fill(ends.time() if ends.date() == begins.date() else None)

    def _location(self, fields: Mapping[str, Field]) -> None:
        """Take over what is known of a location: whom to ask for, and not to go there alone."""
        location = self._tools.held(known(fields.get("location_id")))
        if location is None:
            return
        contact, alone = untouched(fields.get("contact")), fields.get("not_alone")
        if contact is not None and contact.value in ("", self._contact):
            self._contact = location.access_contact
            contact.fill(self._contact)
        if isinstance(alone, YesNoField) and not alone.touched:
            alone.fill(location.not_alone)
