"""The team's settings, kept in the vault."""

from collections.abc import Sequence

from edtui.desk.errors import EmptyName, OutOfRange
from edtui.desk.keeping import TeamSettings
from edtui.desk.session import Desk
from edtui.errors import N_, Sentence
from edtui.records.attention import AttentionRules

IDLE_MINUTES = (1, 15)
"""Fewest and most minutes before the desk locks itself."""

WEEKS = (1, 260)


def team_settings(desk: Desk) -> TeamSettings:
    """Give the settings; where there are none yet, those that a new team starts with."""
    return next(desk.all(TeamSettings), TeamSettings())


def change_settings(
    desk: Desk,
    *,
    team_name: str | None = None,
    idle_minutes: int | None = None,
    no_contact_weeks: int | None = None,
    expiring_weeks: int | None = None,
    school_regions: Sequence[str] | None = None,
) -> TeamSettings:
    """Save the settings that are given; the others stay.

    Raises:
        EmptyName: the team's name is empty.
        OutOfRange: a number is not between its limits.
        ReadOnly: nothing can be written now.
    """
    if team_name is not None and not team_name.strip():
        raise EmptyName
    for number, (lowest, highest) in (
        (idle_minutes, IDLE_MINUTES),
        (no_contact_weeks, WEEKS),
        (expiring_weeks, WEEKS),
    ):
        if number is not None and not lowest <= number <= highest:
            raise OutOfRange(lowest=lowest, highest=highest)
    given = {
        "team_name": team_name,
        "idle_minutes": idle_minutes,
        "no_contact_weeks": no_contact_weeks,
        "expiring_weeks": expiring_weeks,
        "school_regions": None if school_regions is None else tuple(school_regions),
    }
    chosen = {name: value for name, value in given.items() if value is not None}
    with desk.act(Sentence(N_("Settings changed"))) as act:
        return act.put(team_settings(desk).with_(**chosen))


def attention_rules(desk: Desk) -> AttentionRules:
    """Give when something about a person asks for a look, as the team set it."""
    settings = team_settings(desk)
    return AttentionRules(
        expiring_weeks=settings.expiring_weeks, no_contact_weeks=settings.no_contact_weeks
    )


def own_person_id(desk: Desk) -> int | None:
    """Give the number of the signed-in user's own record on the roster, if it is known."""
    return team_settings(desk).person_of.get(desk.vault.user_id)
