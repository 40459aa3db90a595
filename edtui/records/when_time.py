"""Read a time of the day as people type it: ``14:00``, ``14.30``, ``1430``, ``14u30``, ``2 pm``."""

import re
import unicodedata
from datetime import time

from edtui.errors import N_, BadInput
from edtui.records.folding import fold

_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:\s?(?:[:.]|u|h|uur)\s?(?P<minute>[0-9]{2}))?"
    r"\s?(?P<half>am|pm|a\.m|p\.m|u|h|uur|o'clock)?"
)
_TOGETHER = re.compile(r"(?P<hour>[0-9]{1,2})(?P<minute>[0-9]{2})(?P<half>)")


class TimeNotUnderstood(BadInput):
    """A text is not a time (params: ``text``)."""

    sentence = N_("“{text}” is not a time that I know.")
    hint = N_("Type it like 14:00, 1430 or 9.")


class TimeMissing(BadInput):
    """There is no text."""

    sentence = N_("Type a time here.")
    hint = TimeNotUnderstood.hint


def read_time(text: str) -> time:
    """Read a typed time of the day, in 24 hours unless ``am`` or ``pm`` says otherwise.

    Raises:
        TimeMissing, TimeNotUnderstood: with what to do about it.
    """
    wanted = fold(unicodedata.normalize("NFKC", text)).strip(".")
    if not wanted:
        raise TimeMissing
    match = _TIME.fullmatch(wanted) or _TOGETHER.fullmatch(wanted)
    if match:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = (match["half"] or "")[:1]
        if half in ("a", "p") and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour == 24 and minute == 0:
            hour = 0
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise TimeNotUnderstood(text=text[:40])
