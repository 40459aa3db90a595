"""Days and times as people type them, with how they are understood beside them."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from edtui.errors import BadInput
from edtui.locale import dates
from edtui.records.when import read_date
from edtui.records.when_time import read_time
from edtui.tui.widgets.fields.text import TextField


class DateField(TextField):
    """A day: ``24-11``, ``24 nov``, ``vr``, ``+2w``, ISO; echoed in full.

    Args:
        key: name of the field.
        label: message id.
        help: message id.
        required: whether it may stay empty.
        today: gives the day from which "morgen" counts; without it the app's clock does.
    """

    TYPED_ANEW = True

    def __init__(
        self,
        key: str,
        label: str,
        *,
        help: str = "",
        required: bool = False,
        today: Callable[[], date] | None = None,
    ) -> None:
        super().__init__(key, label, help=help, required=required)
        self._today = today

    def today(self) -> date:
        """Give the day from which is counted."""
        if self._today is not None:
            return self._today()
        given: date = self.app.clock.today()  # type: ignore[attr-defined]  # edtui's app has one
        return given

    def fill(self, stored: Any) -> None:
        """Show a day, given as a date or in ISO 8601."""
        day = date.fromisoformat(stored) if isinstance(stored, str) and stored else stored
        self.value = f"{day.day}-{day.month}-{day.year}" if day else ""

    def read(self) -> date | None:
        """Give the day, None when nothing was typed.

        Raises:
            BadInput: it is not understood.
        """
        return None if self.is_empty else read_date(self.value, self.today())

    def on_mount(self) -> None:
        """Show the echo of what was filled in before."""
        self.understood()

    def understood(self) -> None:
        """Show the day in full."""
        if not self.is_attached:
            return
        try:
            day = self.read()
        except BadInput:
            day = None
        self.input.echo = dates.echo(day, self.today()) if day else ""

    def shown(self, value: Any) -> str:
        """Give a day in full."""
        if isinstance(value, str) and value:
            value = date.fromisoformat(value)
        return dates.full_day(value) if value else ""


class TimeField(TextField):
    """A time of the day: ``14:00``, ``14``, ``half drie``."""

    TYPED_ANEW = True

    def fill(self, stored: Any) -> None:
        """Show a time, given as a time or in ISO 8601."""
        at = time.fromisoformat(stored) if isinstance(stored, str) and stored else stored
        self.value = f"{at:%H:%M}" if at else ""

    def read(self) -> time | None:
        """Give the time, None when nothing was typed.

        Raises:
            BadInput: it is not understood.
        """
        return None if self.is_empty else read_time(self.value)

    def understood(self) -> None:
        """Show the time as it is understood, where that says more than what was typed."""
        try:
            at = self.read()
        except BadInput:
            at = None
        said = dates.time(at) if at else ""
        self.input.echo = said if said != self.value.strip() else ""

    def shown(self, value: Any) -> str:
        """Give a time."""
        if isinstance(value, str) and value:
            value = time.fromisoformat(value)
        return dates.time(value) if value else ""
