"""The fields of a series: its rhythm in words, what it leaves out, and its first dates."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from edtui.errors import N_
from edtui.locale import _
from edtui.records.when import read_date
from edtui.tui.plain import plain
from edtui.tui.screens.planning import rhythm
from edtui.tui.screens.planning.rhythm_words import NTH
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    LinesField,
    NumberField,
    Option,
    TimeField,
    YesNoField,
)

Values = Mapping[str, Any]


class DaysField(LinesField):
    """Days, one a line or with commas between them."""

    def fill(self, stored: Any) -> None:
        """Show the days, given as dates or in ISO 8601; what was typed as it is."""
        if isinstance(stored, str):
            self.value = stored
            return
        days = (date.fromisoformat(one) if isinstance(one, str) else one for one in stored or ())
        self.value = ", ".join(f"{day.day}-{day.month}-{day.year}" for day in days)

    def read(self) -> Any:
        """Give the days as dates.

        Raises:
            BadInput: one of them is not understood.
        """
        today: date = self.app.clock.today()  # type: ignore[attr-defined]  # edtui's app has one
        typed = self.value.replace("\n", ",").replace(";", ",").split(",")
        return [read_date(one.strip(), today) for one in typed if one.strip()]

    def shown(self, value: Any) -> str:
        """Give the days in a row."""
        return ", ".join(str(one) for one in value or ())


class Becomes(Field):
    """What a series becomes, in words and in dates; nothing is typed here."""

    def __init__(self, key: str = "becomes", label: str = N_("Becomes")) -> None:
        super().__init__(key, label)
        self._lines: Sequence[Content] = ()
        self._shown = Static("", classes="becomes", markup=False)

    def editor(self) -> Iterable[Widget]:
        """Give the room for it."""
        yield self._shown

    @property
    def value(self) -> Any:
        """Nothing."""
        return None

    @value.setter
    def value(self, value: Any) -> None:
        pass

    def show(self, lines: Sequence[Content]) -> None:
        """Show what it becomes."""
        self._lines = lines
        self._shown.update(Content("\n").join(lines) if lines else plain(""))


def rhythm_fields(tools: PlanTools, *, own: bool) -> list[Field]:
    """Make the fields of how it repeats; ``own`` offers to keep a rule that fits in none."""
    kinds = (*rhythm.KINDS, (rhythm.OWN, N_("its own rhythm"))) if own else rhythm.KINDS

    def options() -> list[Option]:
        return [Option(code, _(label)) for code, label in kinds]

    def which() -> list[Option]:
        return [Option(code, _(label)) for code, label in NTH.items()]

    return [
        ChoiceField("rhythm", N_("Repeats"), options, required=True),
        NumberField("interval", N_("Every"), least=1, most=1000, whole=True,
                    help=N_("1: each; 2: every two weeks, months or years")),
        ChoiceField("nth", N_("On"), which),
        tools.several("days", N_("Weekday"), "weekdays"),
        NumberField("month_day", N_("Day of the month"), least=-1, most=31, whole=True,
                    help=N_("-1: the last day")),
        DateField("until", N_("To and with"), help=N_("empty: it goes on")),
        NumberField("count", N_("or so often"), least=1, most=5000, whole=True,
                    help=N_("how many times; instead of a last day")),
    ]  # fmt: skip


def leaving_out_fields(tools: PlanTools) -> list[Field]:
    """Make the fields of what it leaves out, and of days besides."""
    return [
        YesNoField("skip_holidays", N_("Skip holidays"), required=True,
                   help=N_("yes: not on public holidays")),
        tools.choice("skip_school", N_("School holidays"), "school_regions",
                     help=N_("of which region they are skipped; backspace: of none")),
        DaysField("skipped", N_("Not on"), help=N_("days, with commas between them")),
        DaysField("added", N_("Also on"), help=N_("days besides, also on a holiday")),
    ]  # fmt: skip


def when_fields(label: str) -> list[Field]:
    """Make the fields of a date and its times; ``label`` is what the date means."""
    return [
        DateField("day", label, required=True),
        TimeField("at", N_("From"), required=True),
        TimeField("to", N_("Until"), required=True),
    ]


def show_asked(fields: Mapping[str, Field]) -> None:
    """Show the fields that the chosen rhythm asks for, and hide the others."""
    chosen = str(fields["rhythm"].value or rhythm.WEEK)
    asked = rhythm.ASKS.get(chosen, frozenset())
    for key in rhythm.KEYS[1:]:
        fields[key].display = key in asked


def minutes_between(at: time, to: time) -> int:
    """Give how long it takes; an end that is not later is of the next day."""
    day = date(2000, 1, 1)
    length = datetime.combine(day, to) - datetime.combine(day, at)
    if length <= timedelta(0):
        length += timedelta(days=1)
    return int(length.total_seconds() // 60)


def ends_too_early(values: Values, stored: Values) -> bool:
    """Say whether the end is not after the start, in a series that did not go past midnight yet."""
    at, to = values.get("at"), values.get("to")
    if at is None or to is None or to > at:
        return False
    began, ended = stored.get("at"), stored.get("to")
    return began is None or ended is None or ended > began
