"""How an activity stands: confirmed, done, cancelled by whom and why, nobody came, taken away."""

from collections.abc import Mapping
from typing import Any

from edtui.desk import calendar
from edtui.desk.calendar import Key
from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.records.activity import Activity
from edtui.records.planned import ActivityStatus
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields import ChoiceField, Option, TextField

CANCELLED, NO_SHOW = ActivityStatus.CANCELLED.value, ActivityStatus.NO_SHOW.value
REMOVED = "removed"


def cancel_form(tools: PlanTools, key: Key) -> Form:
    """Make the form that ends an activity before its time.

    Its result is the activity as it is now; one that was taken away, as it was.
    """
    desk = tools.desk
    old = calendar.activity(desk, key)
    came = old.day <= desk.clock.today()

    def options() -> list[Option]:
        words = {
            code: tools.words.label("activity_statuses", code) for code in (CANCELLED, NO_SHOW)
        }
        found = [Option(CANCELLED, words[CANCELLED])]
        if came:
            found.append(Option(NO_SHOW, words[NO_SHOW]))
        away = _("take away, it was a mistake")
        skip = _("leave this date out of the series")
        return [*found, Option(REMOVED, skip if old.series_id else away)]

    def wrong(values: Mapping[str, Any]) -> dict[str, Sentence]:
        if values.get("what") == CANCELLED and not values.get("by"):
            return {"by": Sentence(N_("Say who cancelled."))}
        return {}

    def save(values: Mapping[str, Any]) -> Activity:
        if values["what"] == REMOVED:
            calendar.remove_activity(desk, key)
            return old
        by = values["by"] if values["what"] == CANCELLED else ""
        return calendar.set_status(desk, key, values["what"], by=by, reason=values["reason"])

    fields = [
        ChoiceField("what", N_("What"), options, required=True),
        tools.choice("by", N_("Who cancelled"), "cancelled_by"),
        TextField(
            "reason", N_("Why"), max_length=200, help=N_("a few words; never a client's name")
        ),
    ]  # fmt: skip
    stored = {"what": CANCELLED, "by": old.cancelled_by, "reason": old.reason}
    title = _("Cancel: {what}").format(what=calendar.named(desk, old))
    return Form(title, [Section("", fields)], stored=stored, save=save, check=wrong, small=True)


def confirm(tools: PlanTools, key: Key) -> Activity:
    """Note that it is confirmed, or that it is not any more."""
    now = calendar.activity(tools.desk, key)
    again = now.status is ActivityStatus.CONFIRMED
    to = ActivityStatus.PLANNED if again else ActivityStatus.CONFIRMED
    return calendar.set_status(tools.desk, key, to)


def done(tools: PlanTools, key: Key) -> Activity:
    """Note that it was done, or that it was not after all."""
    now = calendar.activity(tools.desk, key)
    again = now.status is ActivityStatus.DONE
    to = ActivityStatus.PLANNED if again else ActivityStatus.DONE
    return calendar.set_status(tools.desk, key, to)
