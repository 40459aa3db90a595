"""The series that a form makes or changes: its values one way, a change of the series the other."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from edtui.desk import calendar, series_edit
from edtui.desk.series_edit import Scope
from edtui.errors import N_, Sentence
from edtui.records.planned import SHARED
from edtui.records.rule import Rule
from edtui.records.series import Series
from edtui.records.series_edits import SeriesChange, edit_all, edit_following
from edtui.records.telling import ToTell
from edtui.tui.screens.planning import planned_fields, rhythm
from edtui.tui.screens.planning.series_fields import minutes_between
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields.stored import storable

Values = Mapping[str, Any]
TWO_WEEKS = 2
_OUT = ("skip_holidays", "skip_school", "skipped", "added")


class NewSeries:
    """A series that is being made.

    Args:
        tools: the desk and its calendar.
        day: where it begins, to start with.
        at: from when, where that is known.
    """

    def __init__(self, tools: PlanTools, day: date, at: time | None = None) -> None:
        self.tools = tools
        self.blank = Series(kind="case_meeting", first=day, at=at or time(10), skip_holidays=True)
        self._at = at

    def shown(self) -> dict[str, Any]:
        """Give the values by field key."""
        begin = {"rhythm": rhythm.WEEK, "interval": TWO_WEEKS}
        shown = _shown(self.blank, self.blank.first, rhythm.rhythm_shown(None, self.blank.first))
        return {**shown, **begin, "at": self._at, "to": None}

    def becomes(self, values: Values) -> Series | None:
        """Give the series with what was filled in; None where too little was.

        Raises:
            pydantic.ValidationError: a value breaks a rule.
        """
        day, at, to = values.get("day"), values.get("at"), values.get("to")
        if day is None or at is None or to is None:
            return None
        return self.blank.with_(
            **_shared(values),
            **{name: values[name] for name in _OUT if name in values},
            first=day,
            at=at,
            minutes=minutes_between(at, to),
            rule=rhythm.rule_of(values, day),
        )

    def save(self, values: Values) -> Series:
        """Begin the series."""
        made = self.becomes(values)
        assert made is not None  # noqa: S101  the form asks for day and times
        return series_edit.add_series(self.tools.desk, made)

    def elsewhere(self) -> Sentence | None:
        """Nobody else has a hand in what is not there yet."""
        return None


class Changing:
    """A change of a series from a date on, or of all of it.

    Args:
        tools: the desk and its calendar.
        number: the series'.
        picked: the original date from which it is changed.
        scope: from that date on, or all.

    Raises:
        NotFound: there is no such series.
    """

    def __init__(self, tools: PlanTools, number: int, picked: date, scope: Scope) -> None:
        self.tools = tools
        self.series = tools.desk.get(Series, number)
        self.picked = picked
        self.scope = scope
        self._start = self.shown()

    @property
    def follows(self) -> bool:
        """Whether other dates go along with the picked one."""
        return self.series.rule is not None

    @property
    def own(self) -> bool:
        """Whether its rule fits in none of the fields."""
        return bool(self._start["rhythm"] == rhythm.OWN)

    def shown(self) -> dict[str, Any]:
        """Give the values by field key."""
        rule = self._rule()
        return _shown(self.series, self.picked, rhythm.rhythm_shown(rule, self.series.first))

    def change(self, values: Values) -> SeriesChange:
        """Give what was changed, and nothing else: what others changed meanwhile stays.

        Raises:
            pydantic.ValidationError: a value breaks a rule.
        """
        now = {**self._start, **values}
        day, at, to = now["day"], now["at"], now["to"]
        moved = day if day != self.picked else None
        rule, same = None, rhythm.same_rhythm(now, self._start)
        if not same:
            rule = rhythm.rule_of(now, day, self.series.rule)
        begin = _shared(self._start)
        fields = {k: v for k, v in _shared(now).items() if _json(v) != _json(begin.get(k))}
        differs = (at, to) != (self._start["at"], self._start["to"])
        out = {name: now[name] for name in _OUT if _json(now[name]) != _json(self._start[name])}
        for name in ("skipped", "added"):
            if name in out:
                out[name] = tuple(out[name])
        return SeriesChange(
            fields=fields,
            at=at if differs else None,
            minutes=minutes_between(at, to) if differs else None,
            to=moved,
            rule=rule,
            **out,
        )

    def becomes(self, values: Values) -> Series | None:
        """Give what the picked date and those after it become.

        Raises:
            CannotShift: moving one date does not say what the others do.
            pydantic.ValidationError: a value breaks a rule.
        """
        if values.get("day") is None or values.get("at") is None or values.get("to") is None:
            return None
        stored = calendar.stored_of(self.tools.desk, self.series.id)
        edit = edit_all if self.scope is Scope.ALL else edit_following
        return edit(self.series, stored, self.change(values), self.picked).series[-1]

    def preview(self, values: Values) -> list[ToTell]:
        """Give who must be told; nothing is saved."""
        change = self.change(values)
        return series_edit.preview(self.tools.desk, self.series.id, change, self.picked, self.scope)

    def save(self, values: Values) -> list[ToTell]:
        """Change the series; give who must be told."""
        change = self.change(values)
        return series_edit.edit_series(
            self.tools.desk, self.series.id, change, self.picked, self.scope
        )

    def elsewhere(self) -> Sentence | None:
        """Give what somebody else did with the series since it was read."""
        found = self.tools.desk.find(Series, self.series.id)
        if found is None:
            return Sentence(N_("Somebody else removed this series just now."))
        if found.revision == self.series.revision:
            return None
        return Sentence(
            N_("Somebody changed this series just now; what you do not touch stays theirs.")
        )

    def _rule(self) -> Rule | None:
        """Give the rule; of following ones with so many times as are left."""
        rule = self.series.rule
        if rule is None or rule.count is None or self.scope is Scope.ALL:
            return rule
        before = [day for day in self.series.rule_dates(self.picked) if day < self.picked]
        return rule.with_(count=max(1, rule.count - len(before)))


def _shown(series: Series, day: date, rhythm_values: Values) -> dict[str, Any]:
    return {
        **planned_fields.shared_shown(series),
        **rhythm_values,
        "day": day,
        "at": series.start_on(day).time(),
        "to": series.end_on(day).time(),
        **{name: getattr(series, name) for name in _OUT},
        "becomes": None,
    }


def _shared(values: Values) -> dict[str, Any]:
    written = planned_fields.shared_written(values)
    return {name: written[name] for name in SHARED if name in written}


def _json(value: Any) -> Any:
    return storable({"v": list(value) if isinstance(value, tuple) else value})["v"]
