"""The dates of a series: which are moved or cancelled, which are left out and why; its end."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from edtui.desk import calendar, series_edit
from edtui.desk.calendar import Key
from edtui.desk.series_edit import Scope
from edtui.desk.years import closed_for
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, say
from edtui.records.activity import Activity
from edtui.records.occurrences import occurrences
from edtui.records.planned import ActivityStatus
from edtui.records.series import Series
from edtui.records.telling import ToTell
from edtui.tui.commands.base import Command
from edtui.tui.commands.planning import SERIES_DATES
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.people.table_dialog import TableDialog
from edtui.tui.messages import RecordsChanged
from edtui.tui.screens.planning.activity_facts import times
from edtui.tui.screens.planning.rhythm_words import series_words
from edtui.tui.screens.planning.series_form import change_form
from edtui.tui.screens.planning.series_working import Changing
from edtui.tui.screens.planning.told import Told
from edtui.tui.screens.planning.tools import PlanTools, cannot_write
from edtui.tui.widgets.fields import DateField
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row
from edtui.tui.widgets.table_columns import Column

BEFORE, AHEAD = timedelta(days=60), timedelta(days=800)
"""So far around today dates are listed."""


class SeriesDate(NamedTuple):
    """A date that the series means."""

    id: int
    """The date's ordinal: the number of its row."""

    day: date
    there: Activity | None
    """What is on it; None for a date that is left out."""

    listed: bool
    """Left out by a person, and not because it is a holiday."""


class SeriesDates(TableDialog):
    """Lists the dates of a series around today.

    Args:
        tools: the desk and its calendar.
        number: the series'.
        picked: the date on which the cursor begins.
    """

    WHERE = SERIES_DATES
    COLUMNS = (
        Column("day", N_("Day"), min=14, max=18, priority=9, sorts=False),
        Column("when", N_("When"), min=11, max=30, priority=8, sorts=False),
        Column("how", N_("Status"), min=10, max=40, priority=7, sorts=False),
    )
    EMPTY = Sentence(N_("No date of this series is near. {key} adds one."), {"key": "a"})
    WRITES = frozenset({"skip", "add", "edit", "end", "remove"})
    NEEDS_ROW = frozenset({"skip", "end", "edit"})

    def __init__(self, tools: PlanTools, number: int, picked: date) -> None:
        self.series = tools.desk.get(Series, number)
        what = tools.heading(self.series)
        super().__init__(f"{what}: {series_words(self.series)}", tools)
        self.plan = tools
        self.picked = picked
        self.found: dict[int, SeriesDate] = {}

    def on_mount(self) -> None:
        """Begin on the date from which this was opened."""
        self.call_after_refresh(lambda: self.table.go_to(self.picked.toordinal()))

    def on_records_changed(self, message: RecordsChanged) -> None:
        """Follow the series; one that is gone closes this."""
        if self.desk.find(Series, self.series.id) is None:
            message.prevent_default()
            self._leave_if_gone()

    def on_screen_resume(self) -> None:
        """Leave where the series went away meanwhile."""
        self._leave_if_gone()

    def _leave_if_gone(self) -> None:
        if self.is_active and self.desk.find(Series, self.series.id) is None:
            self.dismiss(None)

    def source(self) -> ListSource:
        """Give the dates."""
        self.series = self.desk.get(Series, self.series.id)
        found = series_date_list(self.plan, self.series)
        self.found = {one.id: one for one in found}

        def make(one: SeriesDate) -> Row:
            return Row(one.id, _cells(self.plan, one), "", one.there is None)

        return ListSource(found, make)

    @property
    def at(self) -> SeriesDate | None:
        """The date under the cursor."""
        number = self.table.cursor_number
        return self.found.get(number) if number is not None else None

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in self.WRITES and (why := cannot_write(self.desk)) is not None:
            return why
        if (why := super().why_not(command)) is not None:
            return why
        at = self.at if self.is_mounted else None
        if verb == "skip" and at is not None and at.there is not None and at.there.is_closed:
            return Sentence(N_("This is over, so it stays."))
        return None

    def names_object(self, command: Command) -> Sentence | None:
        """Give what a dangerous command would touch."""
        what = calendar.named(self.desk, self.series)
        if command.id == "series_dates.remove":
            msgid = N_("Remove the series {what}, with everything entered for its dates?")
            return Sentence(msgid, {"what": what})
        if self.at is None:
            return None
        msgid = N_("End the series {what}: nothing from {day} on? What is done stays.")
        return Sentence(msgid, {"what": what, "day": self.at.day})

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Show the activity of a date."""
        from edtui.tui.screens.planning.card import Card

        event.stop()
        at = self.at
        if at is not None and at.there is not None:
            self.app.push_screen(Card(self.plan, calendar.key_of(at.there)))

    def action_skip(self) -> None:
        """Leave the date out, or put it back."""
        at = self.at
        if at is None:
            return
        if at.there is None:
            self._do(lambda: series_edit.add_dates(self.desk, self.series.id, at.day))
        else:
            key = Key(at.there.id, self.series.id, at.day)
            self._do(lambda: calendar.remove_activity(self.desk, key))

    def action_add(self) -> None:
        """Add a date besides those of the rhythm."""
        number, desk = self.series.id, self.desk

        def save(values: dict[str, Any]) -> Series:
            return series_edit.add_dates(desk, number, values["day"])

        fields = [DateField("day", N_("Also on"), required=True)]
        title = self.plan.heading(self.series)
        self.app.push_screen(Form(title, [Section("", fields)], save=save, small=True))

    def action_edit(self) -> None:
        """Change the whole series."""
        picked = self.at.day if self.at is not None else self.series.first
        changing = Changing(self.plan, self.series.id, picked, Scope.ALL)
        self.app.push_screen(change_form(changing, moving=False))

    def action_end(self) -> None:
        """Let it end at the date under the cursor."""
        at, what = self.at, self.plan.heading(self.series)
        if at is None:
            return
        told: list[ToTell] = []
        self._do(lambda: told.extend(series_edit.end_series(self.desk, self.series.id, at.day)))
        if told:
            self.app.push_screen(Told(self.plan, what, told, asks=False))

    def action_remove(self) -> None:
        """Take it away."""
        self._do(lambda: series_edit.remove_series(self.desk, self.series.id))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except EdtuiError as error:
            self.failed(error)


def series_date_list(tools: PlanTools, series: Series) -> list[SeriesDate]:
    """Give the dates around today, those that are left out among them."""
    today = tools.desk.clock.today()
    first, last = today - BEFORE, today + AHEAD
    stored = calendar.stored_of(tools.desk, series.id)
    closed = closed_for(series)
    found = {
        one.original or one.day: SeriesDate(0, one.original or one.day, one, False)
        for one in occurrences(series, stored, first, last, closed)
    }
    moved = {one.original for one in stored}
    for day in (*series.rule_dates(last), *series.skipped):
        if first <= day <= last and day not in found and day not in moved:
            found[day] = SeriesDate(0, day, None, day in series.skipped)
    return [one._replace(id=day.toordinal()) for day, one in sorted(found.items())]


def _cells(tools: PlanTools, one: SeriesDate) -> tuple[str, str, str]:
    there = one.there
    if there is None:
        why = N_("left out") if one.listed else N_("left out: holiday")
        return dates.full_day(one.day), "", _(why)
    when = times(there)
    if there.day != one.day:
        when = say(Sentence(N_("moved to {when}"), {"when": f"{dates.day(there.day)} {when}"}))
    status = there.status
    plain = status is ActivityStatus.PLANNED
    how = "" if plain else tools.words.label("activity_statuses", status.value)
    own = _("changed for this date") if there.own and not how else ""
    return dates.full_day(one.day), when, how or own
