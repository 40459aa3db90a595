"""The form of a series: what, when, in which rhythm, who; and what it becomes, date by date."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from pydantic import ValidationError
from textual.timer import Timer

from edtui.desk import drafts, series_edit
from edtui.desk.series_checks import in_the_way
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates
from edtui.records.series import Series
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.plain import plain
from edtui.tui.screens.people.record_form import at_fields
from edtui.tui.screens.planning import planned_fields, rhythm, series_preview
from edtui.tui.screens.planning.checked_form import known
from edtui.tui.screens.planning.series_fields import (
    Becomes,
    ends_too_early,
    leaving_out_fields,
    rhythm_fields,
    show_asked,
    when_fields,
)
from edtui.tui.screens.planning.series_working import Changing, NewSeries
from edtui.tui.screens.planning.times import NOT_AFTER
from edtui.tui.screens.planning.told import Told
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields import Field
from edtui.tui.widgets.signs import signs_for

Values = Mapping[str, Any]
LOOK_AFTER = 0.4
"""Seconds of rest after which it is looked who cannot come on the first dates."""


class SeriesForm(Form):
    """A form that shows what the series becomes; a change first shows who must be told.

    Args:
        working: the series that is made or changed.
        title: translated.
        sections: as `Form`.
        more: as `Form`.
    """

    def __init__(
        self, working: NewSeries | Changing, title: str, sections: list[Section], **more: Any
    ) -> None:
        super().__init__(title, sections, **more)
        self.working = working
        self._looking: Timer | None = None
        self._of_day: Values = {}
        if isinstance(working, NewSeries):  # what the first day gave: only that goes along with it
            self._of_day = rhythm.rhythm_shown(None, working.blank.first)

    def on_mount(self) -> None:
        """Show what it becomes."""
        self._show()

    def on_field_changed(self, event: Field.Changed) -> None:
        """Show what it becomes now."""
        if event.field.key == "day" and isinstance(self.working, NewSeries):
            self._follow_day()
        self._show()

    def _follow_day(self) -> None:
        """Let weekday and day of the month go along with the first day."""
        fields = self.sheet.fields
        day = known(fields["day"])
        if day is None or "rhythm" not in fields:
            return
        shown, before = rhythm.rhythm_shown(None, day), self._of_day
        for key in ("days", "nth", "month_day"):
            if not fields[key].touched or known(fields[key]) == before[key]:
                fields[key].fill(shown[key])
        self._of_day = shown

    def _show(self) -> None:
        fields = self.sheet.fields
        if "rhythm" in fields:
            show_asked(fields)
        becomes = fields["becomes"]
        if not isinstance(becomes, Becomes):
            return
        if self._looking is not None:
            self._looking.stop()
        today = self.working.tools.desk.clock.today()
        try:
            series = self.working.becomes(self.sheet.read())
        except EdtuiError as error:
            becomes.show([plain(_said(error)).stylize("$warning")])
            return
        except (ValidationError, KeyError, TypeError):
            series = None
        if series is None:
            becomes.show(
                [plain(_("Shown when day and times are filled in.")).stylize("$text-muted")]
            )
            return
        lines = series_preview.becomes(series, today)
        becomes.show(lines)

        def look() -> None:
            new = isinstance(self.working, NewSeries)
            tools = self.working.tools
            found = list(in_the_way(tools.desk, tools.index, series, today, new=new))
            becomes.show([*lines, *series_preview.way_lines(found, signs_for(self).look)])

        self._looking = self.set_timer(LOOK_AFTER, look)

    def action_save(self) -> None:
        """Save; a change of what stands first shows who must be told."""
        if isinstance(self.working, NewSeries):
            super().action_save()
            return
        self.sheet.touch_all()
        other = self.sheet.check()
        if self._stop_at_wrong() or other is not None:
            if other is not None:
                self._tell(other)
            return
        self.run_worker(self._ask(self.working, self.sheet.read()))

    async def _ask(self, working: Changing, values: dict[str, Any]) -> None:
        try:
            told = working.preview(values)
        except (EdtuiError, ValidationError) as error:
            self._failed(error, values)
            return
        if await self.app.push_screen_wait(Told(working.tools, self.heading, told, asks=True)):
            Form.action_save(self)


def new_series_form(tools: PlanTools, day: date, at: time | None = None) -> Form:
    """Make the form of a new series; its result is the saved series."""
    working = NewSeries(tools, day, at)
    sections = [
        Section(N_("What"), planned_fields.what_fields(tools)),
        Section(N_("When"), [*when_fields(N_("First day")), *rhythm_fields(tools, own=False),
                             Becomes()]),
        Section(N_("Left out"), leaving_out_fields(tools)),
        Section(N_("Who comes"), planned_fields.who_fields(tools, role="participant")),
        Section(N_("Further"), planned_fields.around_fields()),
    ]  # fmt: skip
    return _form(working, _("A new series"), sections, "series", 0)


def change_form(working: Changing, *, moving: bool) -> Form:
    """Make the form that changes a series from a date on, or all of it; or only moves it."""
    tools, picked = working.tools, working.picked
    label = N_("This one moves to") if working.follows else N_("This one is on")
    if moving:
        sections = [Section("", [*when_fields(label), Becomes()])]
    else:
        sections = [
            Section(N_("What"), planned_fields.what_fields(tools)),
            Section(N_("When"), [*when_fields(label), *rhythm_fields(tools, own=working.own),
                                 Becomes()]),
            Section(N_("Left out"), leaving_out_fields(tools)),
            Section(N_("Who comes"), planned_fields.who_fields(tools, role="participant")),
            Section(N_("Further"), planned_fields.around_fields()),
        ]  # fmt: skip
    what = tools.heading(working.series)
    title = _("{what}, the whole series")
    if working.scope is series_edit.Scope.FOLLOWING:
        title = _("{what}, from {day} on")
    name = f"series_{working.scope.value}_{picked}" + ("_move" if moving else "")
    heading = title.format(what=what, day=dates.day(picked))
    return _form(working, heading, sections, name, working.series.id, small=moving)


def _form(
    working: NewSeries | Changing,
    title: str,
    sections: list[Section],
    name: str,
    number: int,
    *,
    small: bool = False,
) -> Form:
    desk, table = working.tools.desk, Series.table

    def wrong(values: Values) -> dict[str, Sentence]:
        if ends_too_early(values, working.shown()):
            return {"to": NOT_AFTER}
        try:
            working.becomes(values)
        except ValidationError as error:
            keys = {field.key for section in sections for field in section.fields}
            found = at_fields(error, keys)
            if "rule" in found:
                found["until"] = found.pop("rule")
            return found
        except EdtuiError as error:
            return {"day": error.said}
        except (KeyError, TypeError):
            return {}
        return {}

    return SeriesForm(
        working,
        title,
        sections,
        stored=working.shown(),
        save=working.save,
        check=wrong,
        draft=drafts.offer(desk, name, table, number),
        keep_draft=lambda values: drafts.keep(desk, name, table, number, values),
        drop_draft=lambda: drafts.drop(desk, name, table, number),
        elsewhere=working.elsewhere,
        small=small,
    )


def _said(error: EdtuiError) -> str:
    from edtui.locale import explain

    return explain(error)
