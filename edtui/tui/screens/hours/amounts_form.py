"""The amounts of a year, looked at, filled in and confirmed by a person."""

from edtui.desk.claims import confirm_amounts
from edtui.desk.session import Desk
from edtui.desk.users import user_names
from edtui.errors import N_
from edtui.locale import _, dates
from edtui.records.year_amounts import YearAmounts
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.widgets.fields import MoneyField

_FIELDS = (
    ("hour", N_("For an hour"), N_("from 21 years on")),
    ("hour_young", N_("Under 21"), N_("for an hour")),
    ("month", N_("In a month"), ""),
    ("whole_year", N_("In the year"), ""),
    ("kilometre", N_("For a kilometre"), N_("untaxed, for who is employed")),
)


def amounts_form(desk: Desk, amounts: YearAmounts) -> Form:
    """Make the form; saving says that somebody looked at it today."""
    fields = [MoneyField(key, label, help=help_) for key, label, help_ in _FIELDS]
    # Without a file's amounts and without a record there is no number to keep a draft by.
    part = Part(
        f"amounts-{amounts.year}",
        _("Amounts of {year} · {state}").format(year=amounts.year, state=_state(desk, amounts)),
        [Section(N_("Saving says: I looked at these. Empty is not known."), fields)],
    )
    return record_form(
        desk, amounts, part, lambda changed: confirm_amounts(desk, changed), small=True
    )


def _state(desk: Desk, amounts: YearAmounts) -> str:
    if amounts.confirmed_on is not None:
        day = dates.full_day(amounts.confirmed_on)
        name = user_names(desk).get(amounts.confirmed_by, "")
        return _("looked at on {day} by {name}").format(day=day, name=name)
    return _("not looked at yet") if amounts.known else _("not known yet")
