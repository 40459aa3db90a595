"""Consents that end: told 30, 7 and 1 days before, and when they are over. For Vandaag, later."""

from datetime import date, timedelta
from typing import NamedTuple

from edtui.desk.raw import Raw
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
    last = (day + timedelta(days=max(REMIND))).isoformat()
    found = []
    # Of all that was ever said only what ends by then is read as a record, and no text but those.
    ending = [
        number
        for number, document in desk.documents(StoryConsent)
        if document["status"] == ConsentStatus.GIVEN and "" < _end(document) <= last
    ]
    for consent in [desk.get(StoryConsent, number) for number in ending]:
        version_id = consent.version_id or 0
        every = tuple(desk.having(StoryConsent, "story_id", consent.story_id))
        counts = governing(every, version_id)
        if counts is None or counts.id != consent.id or consent.valid_until is None:
            continue
        story, version = desk.find(Story, consent.story_id), desk.find(StoryVersion, version_id)
        if story is not None and version is not None and version.purged_on is None:
            left = (consent.valid_until - day).days
            end = consent.valid_until
            found.append(Reminder(story, version, consent, end, left, _step(left)))
    return sorted(found, key=lambda one: (one.ends_on, one.consent.id))


def _end(document: Raw) -> str:
    """Give the last day of a statement, as ISO text; empty where it has none."""
    return str(document.get("valid_until") or "")


def _step(left: int) -> int:
    return 0 if left < 0 else min(step for step in REMIND if left <= step)
