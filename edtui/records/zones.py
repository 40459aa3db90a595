"""Time zones by name. Activities hold the time on the wall; this makes a moment of it.

A visit at ten is at ten before and after the clocks change, so what is kept is the wall-clock
time and the name of the zone, never a moment.
"""

from datetime import datetime
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, StringConstraints

from edtui.errors import N_
from edtui.records.refusal import refuse

HOME = "Europe/Amsterdam"


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo | None:
    """Give the zone of a name such as "Europe/Amsterdam"; None for one that is not known."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not there, not a name, or a folder of zones
        return None


def _known(name: str) -> str:
    if zone_of(name) is None:
        raise refuse(N_("This time zone is not known."))
    return name


Zone = Annotated[str, StringConstraints(max_length=60), AfterValidator(_known)]
"""The name of a time zone."""


def moment(wall: datetime, zone: str) -> datetime:
    """Give the moment at which a clock on the wall shows ``wall``, in UTC.

    A time that the clocks skip in spring counts from before the change, so 02:30 becomes 03:30;
    of a time that comes twice in autumn it is the first.
    """
    info = zone_of(zone) or zone_of(HOME)
    utc = zone_of("UTC")
    return wall.replace(tzinfo=info).astimezone(utc)
