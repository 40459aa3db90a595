"""Consents that end: told 30, 7 and 1 days before, and when they are over. For Vandaag, later."""

from datetime import date
from typing import NamedTuple

from edtui.desk.session import Desk
from edtui.records.story import Story
from edtui.records.story_consent import REMIND, ConsentStatus, StoryConsent, governing
from edtui.records.story_version import StoryVersion


class Reminder(NamedTuple):
    """One consent to talk about again, when, why and for which text."""

    story: Story
    version: StoryVersion
    consent: StoryConsent
    ends_on: date
    days_left: int
    """Below 0: over, and shut."""

    step: int
    """Which of `REMIND` it reached: 30, 7, 1; 0 where it is over."""


def reminders(desk: Desk, today: date | None = None) -> list[Reminder]:
    """Give the consents that count and end within 30 days or ended, the soonest first."""
    day = today or desk.clock.today()
    every: dict[int, list[StoryConsent]] = {}
    for consent in desk.all(StoryConsent):
        every.setdefault(consent.story_id, []).append(consent)
    found = []
    for version in desk.all(StoryVersion):
        counts = governing(tuple(every.get(version.story_id, [])), version.id)
        if counts is None or counts.status is not ConsentStatus.GIVEN or not counts.valid_until:
            continue
        left = (counts.valid_until - day).days
        story = desk.find(Story, version.story_id)
        if left <= max(REMIND) and story is not None and version.purged_on is None:
            found.append(Reminder(story, version, counts, counts.valid_until, left, _step(left)))
    return sorted(found, key=lambda one: (one.ends_on, one.consent.id))


def _step(left: int) -> int:
    return 0 if left < 0 else min(step for step in REMIND if left <= step)
