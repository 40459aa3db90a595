"""Numbers, hours and money as people type them."""

from typing import Any

from edtui.errors import N_, BadInput
from edtui.locale import numbers
from edtui.records.amounts import read_hours, read_money, read_number
from edtui.tui.widgets.fields.text import TextField


class TooLow(BadInput):
    """A number is below what makes sense (params: ``least``)."""

    sentence = N_("This is at least {least}.")


class TooHigh(BadInput):
    """A number is above what makes sense (params: ``most``)."""

    sentence = N_("This is at most {most}.")


class NotWhole(BadInput):
    """A count has decimals."""

    sentence = N_("Type a whole number here, such as 4.")


class NumberField(TextField):
    """A number; None when nothing was typed.

    Args:
        key: name of the field.
        label: message id.
        help: message id.
        required: whether it may stay empty.
        least: smallest that makes sense.
        most: largest that makes sense.
        whole: whether decimals are refused.
    """

    TYPED_ANEW = True

    def __init__(
        self,
        key: str,
        label: str,
        *,
        help: str = "",
        required: bool = False,
        least: float | None = None,
        most: float | None = None,
        whole: bool = False,
    ) -> None:
        super().__init__(key, label, help=help, required=required)
        self.least = least
        self.most = most
        self.whole = whole

    def fill(self, stored: Any) -> None:
        """Show a number as it is written in the language in use."""
        self.value = "" if stored is None else self.written(stored)

    def read(self) -> Any:
        """Give the number.

        Raises:
            BadInput: it is no number, or outside what makes sense.
        """
        if self.is_empty:
            return None
        number = self.parsed(self.value)
        if self.least is not None and number < self.least:
            raise TooLow(least=self.written(self.least))
        if self.most is not None and number > self.most:
            raise TooHigh(most=self.written(self.most))
        if not self.whole:
            return number
        if number != int(number):
            raise NotWhole()
        return int(number)

    def parsed(self, typed: str) -> Any:
        """Make a number of what was typed."""
        return float(read_number(typed))

    def written(self, value: Any) -> str:
        """Give a number as text."""
        return numbers.number(value)

    def understood(self) -> None:
        """Show beside it how it is understood, where that is not what was typed."""
        try:
            number = self.read()
        except BadInput:
            number = None
        said = "" if number is None else self.echoed(number)
        self.input.echo = said if said != self.value.strip() else ""

    def echoed(self, number: Any) -> str:
        """Give how a number is understood."""
        return self.written(number)

    def shown(self, value: Any) -> str:
        """Give a number as text."""
        return "" if value is None else self.echoed(value)


class HoursField(NumberField):
    """Hours, as ``3,5`` or ``3:30``; reads a float."""

    def parsed(self, typed: str) -> Any:
        """Make hours of what was typed."""
        return float(read_hours(typed))

    def written(self, value: Any) -> str:
        """Give hours as text."""
        return numbers.hours(value)


class MoneyField(NumberField):
    """An amount of money; reads whole cents. ``least`` and ``most`` are cents too."""

    def parsed(self, typed: str) -> Any:
        """Make cents of what was typed."""
        return int(read_money(typed))

    def written(self, value: Any) -> str:
        """Give an amount without the sign of the euro, ready to be edited."""
        return numbers.money(int(value)).strip("€ ")

    def understood(self) -> None:
        """Show the amount in full, unless it differs from what was typed by the sign only."""
        super().understood()
        if self.input.echo.strip("€ ") == self.value.strip("€ "):
            self.input.echo = ""

    def echoed(self, number: Any) -> str:
        """Give an amount with its sign."""
        return numbers.money(int(number))
