"""Looking back with a narrator who told: what is due, and when."""

from datetime import date, timedelta
from typing import NamedTuple

from edtui.desk.session import Desk
from edtui.desk.story_papers import care_of
from edtui.records.narrator_care import NarratorState
from edtui.records.story import Story
from edtui.records.story_use import Debrief, StoryUse
from edtui.records.story_words import Medium

DAYS_AFTER = 1
"""Days after telling, where nothing was agreed with the narrator."""

NO_LONGER = 42
"""Days after which nobody is asked any more how one evening was."""


class DueDebrief(NamedTuple):
    """A telling with which nobody looked back yet."""

    use: StoryUse
    story: Story | None
    """None where it was withdrawn meanwhile; the telling was, all the same."""

    due: date


def debriefs_due(desk: Desk, on: date | None = None) -> list[DueDebrief]:
    """Give what is due on a day, the longest waiting first."""
    today = on or desk.clock.today()
    found = []
    days: dict[int, int | None] = {}
    for use in desk.having(StoryUse, "medium", Medium.TOLD_BY_SELF.value):
        person_id = use.narrator_id
        if person_id is None or use.after != Debrief():
            continue
        if use.on > today or (today - use.on).days > NO_LONGER:
            continue
        if person_id not in days:
            care = care_of(desk, person_id)
            reached = care.state in (NarratorState.IN_TOUCH, NarratorState.LEFT)
            after = care.contact_after_days
            days[person_id] = (DAYS_AFTER if after is None else after) if reached else None
        wait = days[person_id]
        if wait is not None and (due := use.on + timedelta(days=wait)) <= today:
            found.append(DueDebrief(use, desk.find(Story, use.story_id), due))
    return sorted(found, key=lambda one: (one.due, one.use.id))
