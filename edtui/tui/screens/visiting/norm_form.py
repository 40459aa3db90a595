"""How often a location is visited: so many times a year, or in windows of the year."""

from collections.abc import Mapping
from typing import Any

from edtui.desk.due_visits import norm_of, save_norm
from edtui.errors import N_
from edtui.locale import _
from edtui.locale.dates import month_name
from edtui.records.visiting_norm import VisitingNorm, YearWindow
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.screens.visiting.words import window_words
from edtui.tui.widgets.fields import (
    DateField,
    Field,
    NumberField,
    Option,
    PartsField,
    TextField,
)
from edtui.tui.widgets.fields.record_pick import NumberedPick


def norm_form(tools: PlanTools, location_id: int) -> Form:
    """Make the form of what was agreed for a location; its result is what was saved."""
    desk = tools.desk
    title = _("Visits to {name}").format(name=tools.place(location_id))
    part = Part(
        f"norm-{location_id}",  # of a location without one there is no number to keep a draft by
        title,
        [
            Section(
                "",
                [
                    NumberField(
                        "visits_a_year",
                        N_("Times a year"),
                        least=0,
                        most=366,
                        whole=True,
                        help=N_("empty: as its kind of location; 0: no norm"),
                    ),
                    PartsField(
                        "windows",
                        N_("Or in windows"),
                        fields=_window_fields,
                        line=_window_line,
                        help=N_("times of the year in each of which one visit falls"),
                        title=N_("Window of the year"),
                    ),
                    DateField("paused_until", N_("Not before"), help=N_("such as a rebuilding")),
                    TextField("note", N_("Agreed"), max_length=200),
                ],
            )
        ],
        written=_filled,
    )
    return record_form(
        desk,
        norm_of(desk, location_id),
        part,
        lambda norm: save_norm(desk, norm),
        small=True,
    )


def _filled(_norm: VisitingNorm, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values; a day that was left empty is the first or the last of its month."""
    windows = [
        {name: value for name, value in window.items() if value is not None}
        for window in values.get("windows", ())
    ]
    return {**values, "windows": windows} if "windows" in values else dict(values)


def _window_fields() -> list[Field]:
    return [
        NumberedPick("from_month", N_("From month"), _months, required=True),
        NumberField("from_day", N_("from day"), least=1, most=31, whole=True),
        NumberedPick("to_month", N_("Up to month"), _months, required=True),
        NumberField("to_day", N_("up to day"), least=1, most=31, whole=True),
    ]


def _months() -> list[Option]:
    return [Option(str(number), month_name(number)) for number in range(1, 13)]


def _window_line(part: Mapping[str, Any]) -> str:
    try:
        return window_words(YearWindow.model_validate({k: v for k, v in part.items() if v}))
    except ValueError:
        return ""
