"""The shelf's part in what stands already: stopping, erasing, backups, sitting down, a new day."""

from contextlib import suppress
from weakref import WeakKeyDictionary

from edtui.desk import backups, grants, publishing, story_plugin, story_stops, traces
from edtui.desk.act import Change
from edtui.desk.session import Desk
from edtui.desk.shelf import SHELF_TABLES
from edtui.desk.traces import Trace
from edtui.errors import EdtuiError
from edtui.records.narrator_care import NarratorCare
from edtui.records.person import Person
from edtui.records.shelf_story import SHELVES
from edtui.records.story import Story
from edtui.records.story_ask import StoryAsk
from edtui.records.story_consent import StoryConsent
from edtui.records.story_end import StoryEnd
from edtui.records.story_tombstone import ConsentMark
from edtui.records.story_version import StoryVersion

_OF_STORY = frozenset({StoryVersion.table, StoryConsent.table, StoryAsk.table})
_OF_PERSON = {Person.table: "", NarratorCare.table: "person_id"}
_SWEPT: "WeakKeyDictionary[Desk, object]" = WeakKeyDictionary()
"""Desk to the day on which all of it was last asked."""


def plug_in() -> None:
    """Let the shelf take part; a second call does nothing."""
    if publishing.stop in story_stops.STOPS:
        return
    story_plugin.plug_in()  # its history of consents comes first
    for kind in SHELVES:
        traces.register(Trace(kind, "story_id", Story.table, goes=True))
        traces.register(Trace(kind, "version_id", StoryVersion.table, goes=True))
    traces.register(Trace(StoryEnd, "story_id", Story.table, goes=True))
    story_stops.STOPS.append(publishing.stop)
    backups.KEPT.update(SHELF_TABLES)
    backups.AFTER.append(_after_backup)


def sit_down(desk: Desk) -> None:
    """Look what may still stand there, and keep looking while this desk is open."""
    if desk.vault.role != grants.COORDINATOR:
        return
    desk.listen(lambda changes: _heard(desk, changes))
    daily(desk)


def daily(desk: Desk) -> None:
    """Look what may still stand there, once a day; call it now and then, in a thread."""
    today = desk.clock.today()
    if desk.vault.role == grants.COORDINATOR and _SWEPT.get(desk) != today:
        publishing.sweep(desk)
        _SWEPT[desk] = today


def _after_backup(desk: Desk) -> None:
    if desk.vault.may_write("stories"):
        publishing.sweep(desk)


def _heard(desk: Desk, changes: list[Change]) -> None:
    """Bring the shelves in line with what was taken back, or changed on another page."""
    stories = _touched(desk, changes)
    if stories is None or stories:
        # What was saved is saved; a disk that is full now is told by the next save.
        with suppress(EdtuiError):
            publishing.sweep(desk, stories)


def _touched(desk: Desk, changes: list[Change]) -> set[int] | None:
    """Give the stories that changes are about; None for all of them."""
    stories, people = set(), set()
    for change in changes:
        document = change.after or change.before or {}
        if change.table == ConsentMark.table:
            return None
        if change.table == Story.table:
            stories.add(change.number)
        elif change.table in _OF_STORY:
            stories.add(int(document.get("story_id", 0)))
        elif change.table in _OF_PERSON:
            people.add(int(document.get(_OF_PERSON[change.table], 0) or change.number))
    if people:
        for one in publishing.published(desk):
            story = desk.find(Story, one.story_id)
            if story is not None and story.narrator_id in people:
                stories.add(story.id)
    return stories
