"""What a filter of the roster narrows to, in words for the top line."""

from collections.abc import Callable

from edtui.desk.keeping import RosterFilter
from edtui.locale import _, dates, ngettext
from edtui.records.lifecycle import GONE, Status
from edtui.tui.screens.people.words import Words

CURRENT = RosterFilter(
    statuses=tuple(status.value for status in Status if status not in GONE),
)
"""Everybody who has not left: what the roster opens with."""


def in_words(where: RosterFilter, words: Words, organisation: Callable[[int], str]) -> str:
    """Give the filter in words; nothing for one that leaves everybody.

    Args:
        where: the filter.
        words: the words for codes.
        organisation: gives the name of an organisation.
    """
    found = []
    if where.statuses == CURRENT.statuses:
        found.append(_("not left"))
    elif where.statuses:
        found.append(words.labels("statuses", where.statuses))
    found.append(words.labels("roles", where.roles))
    found.append(words.labels("origins", where.origins))
    if where.free_days:
        days = " ".join(dates.weekday(day) for day in where.free_days)
        found.append(_("free on {days}").format(days=days))
    if where.organisation_id:
        found.append(organisation(where.organisation_id))
    if weeks := where.expiring_weeks:
        said = ngettext("ends within {count} week", "ends within {count} weeks", weeks)
        found.append(said.format(count=weeks))
    if weeks := where.no_contact_weeks:
        said = ngettext("not spoken for {count} week", "not spoken for {count} weeks", weeks)
        found.append(said.format(count=weeks))
    if where.attention:
        found.append(_("to look at"))
    return ", ".join(part for part in found if part)
