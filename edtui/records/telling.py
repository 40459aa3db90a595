"""Who must be told that something moved: per person, with the old and the new time."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from edtui.records.activity import Activity
from edtui.records.planned import Participant
from edtui.records.series_edits import Edited

Pair = tuple[Activity | None, Activity | None]
"""An activity before and after a change; None where it was not, or is not any more."""


class What(StrEnum):
    """What happened to somebody's activity."""

    MOVED = "moved"
    PLACE = "place"
    CANCELLED = "cancelled"
    NEW = "new"
    NOT_ANY_MORE = "not_any_more"


class News(NamedTuple):
    """One thing to tell."""

    what: What
    before: Activity | None
    after: Activity | None

    @property
    def old_start(self) -> datetime | None:
        """When it was to start, on the wall."""
        return self.before.start if self.before else None

    @property
    def new_start(self) -> datetime | None:
        """When it starts now, on the wall."""
        return self.after.start if self.after else None


class ToTell(NamedTuple):
    """Somebody, and what to tell; in the order of the old times."""

    person_id: int | None
    name: str
    """For somebody who is not on the roster."""

    news: tuple[News, ...]


def who_to_tell(pairs: Iterable[Pair]) -> list[ToTell]:
    """Give everybody for whom something changes that they must know, with what it is.

    Closed activities are nobody's news. People of the roster come first, by number.
    """
    told: dict[tuple[int, str], list[News]] = {}
    for before, after in pairs:
        for who, what in _changes(before, after):
            told.setdefault(who, []).append(News(what, before, after))
    return [
        ToTell(number or None, name, tuple(sorted(news, key=_when)))
        for (number, name), news in sorted(told.items(), key=_roster_first)
    ]


def pairs_of(
    before: Sequence[Activity], after: Sequence[Sequence[Activity]], edited: Edited
) -> list[Pair]:
    """Match the dates of a series with what an edit made of them.

    Args:
        before: the occurrences before.
        after: for each series of ``edited`` its occurrences.
        edited: the edit.
    """
    now = {(place, one.original): one for place, there in enumerate(after) for one in there}
    alone = {one.id: one for one in edited.loose}
    pairs: list[Pair] = []
    for one in before:
        key = edited.place_of(one.original or one.day)
        pairs.append((one, alone[one.id] if one.id in alone else now.pop(key, None)))
    return pairs + [(None, one) for one in now.values()]


def _changes(
    before: Activity | None, after: Activity | None
) -> Iterable[tuple[tuple[int, str], What]]:
    was = _there(before)
    will = _there(after)
    for who in was.keys() - will.keys():
        yield who, What.CANCELLED if after is None or not after.takes_time else What.NOT_ANY_MORE
    for who in will.keys() - was.keys():
        yield who, What.NEW
    if before is None or after is None:
        return
    for who in was.keys() & will.keys():
        if (before.begins, before.ends) != (after.begins, after.ends):
            yield who, What.MOVED
        elif (before.location_id, before.place) != (after.location_id, after.place):
            yield who, What.PLACE


def _there(activity: Activity | None) -> dict[tuple[int, str], Participant]:
    if activity is None or activity.is_closed:
        return {}
    return {(one.person_id or 0, "" if one.person_id else one.name): one for one in activity.people}


def _when(news: News) -> tuple[datetime, date]:
    one = news.before or news.after
    assert one is not None  # noqa: S101  one of the two is there
    return one.start, one.original or one.day


def _roster_first(entry: tuple[tuple[int, str], list[News]]) -> tuple[bool, int, str]:
    (number, name), _news = entry
    return not number, number, name
