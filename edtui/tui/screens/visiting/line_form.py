"""One line of a round changed by hand: another day, other people, or a reason."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from edtui.desk.rounds import line_findings
from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.records.round import Line
from edtui.records.round_wish import RoundWish
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.screens.visiting.people_field import people_field
from edtui.tui.screens.visiting.round_lines import RoundLine, going
from edtui.tui.widgets.fields import DateField, NumberField, TextField, TimeField

Changed = tuple[Line, str]
"""A line, and why what asks for a look about it is all right."""


def line_form(
    tools: PlanTools,
    one: RoundLine,
    others: Callable[[], list[RoundLine]],
    wish: RoundWish,
) -> Form:
    """Make the form of a line; its result is what it becomes (`Changed`).

    Args:
        tools: for the fields.
        one: the line; of a location that was left out it becomes one.
        others: gives all lines of the round.
        wish: by which the round was made.
    """
    fields = [
        DateField("day", N_("Day"), required=True),
        TimeField("at", N_("From"), required=True),
        NumberField("minutes", N_("Minutes"), least=5, most=1440, whole=True, required=True),
        people_field(tools, "people", N_("Who goes"), required=True),
        TextField("reason", N_("All right because"), max_length=200,
                  help=N_("kept with the visit")),
    ]  # fmt: skip

    def made(values: Mapping[str, Any]) -> Line | None:
        day, at, minutes = values.get("day"), values.get("at"), values.get("minutes")
        people = values.get("people")
        if not day or at is None or not minutes or not people:
            return None
        start = datetime.combine(day, at)
        end = start + timedelta(minutes=minutes)
        numbers = tuple(int(code) for code in people)
        if one.line is not None and (start, end, numbers) == (
            one.line.start, one.line.end, one.line.person_ids,
        ):  # fmt: skip
            return one.line
        return Line(one.location_id, start, end, numbers, (Sentence(N_("changed by hand")),))

    def check(values: Mapping[str, Any]) -> dict[str, Sentence]:
        line = made(values)
        if line is None:
            return {}
        found = line_findings(tools.desk, tools.index, line, going(others()), wish)
        for finding in found:
            if finding.hard:
                return {"people": finding.sentence}
        if found and not str(values.get("reason") or "").strip():
            return {"reason": found[0].sentence}
        return {}

    def keep(values: Mapping[str, Any]) -> Changed | None:
        line = made(values)
        return None if line is None else (line, str(values["reason"] or "").strip())

    stored: dict[str, Any] = {"minutes": wish.minutes, "reason": one.reason}
    if one.line is not None:
        long = one.line.end - one.line.start
        stored |= {
            "day": one.line.start.date(),
            "at": one.line.start.time(),
            "minutes": int(long.total_seconds() // 60),
            "people": [str(number) for number in one.line.person_ids],
        }
    title = _("Visit to {name}").format(name=tools.place(one.location_id))
    return Form(title, [Section("", fields)], stored=stored, save=keep, check=check, small=True)
