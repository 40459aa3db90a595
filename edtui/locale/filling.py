"""What stands in the named places of a sentence, in the language in use."""

from collections.abc import Mapping
from datetime import date, time

from edtui.errors import Sentence
from edtui.locale import dates, numbers, say


def filled(params: Mapping[str, object]) -> dict[str, object]:
    """Give the parameters as they are shown: sentences, days, times and decimals said."""
    return {name: _shown(value) for name, value in params.items()}


def _shown(value: object) -> object:
    if isinstance(value, Sentence):
        return say(value)
    if isinstance(value, date):
        return dates.full_day(value)
    if isinstance(value, time):
        return dates.time(value)
    if isinstance(value, float):
        return numbers.number(value)
    return value
