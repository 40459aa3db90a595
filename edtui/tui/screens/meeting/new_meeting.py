"""A new agenda: of a date of the calendar, or of a day that stands in no calendar."""

from collections.abc import Callable, Mapping
from typing import Any

from edtui.desk import meetings
from edtui.desk.meeting_dates import KINDS
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, EdtuiError
from edtui.locale import _, dates, explain, spoken
from edtui.records.meeting import Meeting
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.pick import Pick
from edtui.tui.screens.base import DeskScreen
from edtui.tui.widgets.fields import ChoiceField, DateField, NumberField, TextField, TimeField
from edtui.tui.widgets.fields.options import Option

FREE = "free"
MOST = 12
"""So many dates are offered."""


def new_meeting(screen: DeskScreen, made: Callable[[Meeting], None]) -> None:
    """Ask which meeting; the first of the calendar stands under the cursor."""
    desk = screen.desk
    found = [one.planned for one in meetings.coming(desk) if one.meeting is None][:MOST]
    today = desk.clock.today()
    options = [
        Option(str(at), f"{dates.echo(one.day, today)} · {one.title}")
        for at, one in enumerate(found)
    ]
    options.append(Option(FREE, _("another day, in no calendar")))

    def chosen(code: str | None) -> None:
        if code == FREE:
            screen.app.push_screen(free_form(screen), lambda held: made(held) if held else None)
        elif code is not None:
            try:
                held = meetings.prepare(desk, found[int(code)])
            except EdtuiError as error:
                screen.app.notify(explain(error), severity="warning")
            else:
                made(held)

    if found:
        screen.app.push_screen(Pick(_("Which meeting?"), options), chosen)
    else:
        chosen(FREE)


def free_form(screen: DeskScreen) -> Form:
    """Make the form of a meeting that stands in no calendar."""
    desk = screen.desk
    kinds = vocabularies(desk)["activity_kinds"]

    def options() -> list[Option]:
        return [Option(code, kinds.label(code, spoken())) for code in KINDS]

    def save(values: Mapping[str, Any]) -> Meeting:
        title = values["title"] or kinds.label(values["kind"], spoken())
        return meetings.prepare_free(desk, **{**values, "title": title})

    fields = [
        ChoiceField("kind", N_("Kind"), options, required=True),
        TextField("title", N_("Title"), max_length=80, help=N_("empty: the kind")),
        *day_fields(),
    ]
    stored = {"kind": KINDS[0], "on": desk.clock.today(), "minutes": 60}
    return Form(_("A new meeting"), [Section("", fields)], stored=stored, save=save, small=True)


def day_fields() -> list[Any]:
    """Make the fields of when a meeting is."""
    return [
        DateField("on", N_("Day"), required=True),
        TimeField("at", N_("Time")),
        NumberField("minutes", N_("Minutes"), required=True, least=5, most=600, whole=True),
    ]
