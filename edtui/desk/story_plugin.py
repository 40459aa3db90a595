"""The stories' part in what stands already: erasing, and putting a backup back.

Nothing of it shows; the screens of the stories add what does.
"""

from edtui.desk import backups, drafts, findable, today, traces
from edtui.desk.findable import Found
from edtui.desk.session import Desk
from edtui.desk.story_papers import mark_history
from edtui.desk.traces import Trace
from edtui.records.narrator_care import NarratorCare
from edtui.records.person import Person
from edtui.records.reader_word import ReaderWords
from edtui.records.story import Story
from edtui.records.story_ask import StoryAsk
from edtui.records.story_consent import StoryConsent
from edtui.records.story_parts import StoryNames
from edtui.records.story_tombstone import ConsentMark, Tombstone
from edtui.records.story_use import StoryUse
from edtui.records.story_version import StoryVersion

TRACES = (
    # Who is erased can be asked nothing any more: the stories go along.
    Trace(Story, "narrator_id", Person.table, goes=True),
    Trace(NarratorCare, "person_id", Person.table, goes=True),
    Trace(StoryUse, "narrator_id", Person.table),
    Trace(Tombstone, "narrator_id", Person.table),
    Trace(StoryVersion, "story_id", Story.table, goes=True),
    Trace(StoryConsent, "story_id", Story.table, goes=True),
    Trace(StoryAsk, "story_id", Story.table, goes=True),
    Trace(StoryNames, "story_id", Story.table, goes=True),
    Trace(ReaderWords, "story_id", Story.table, goes=True),
    Trace(StoryVersion, "derived_from", StoryVersion.table),
)

KEPT = frozenset(
    {StoryConsent.table, Tombstone.table, ConsentMark.table, StoryAsk.table, StoryUse.table}
)
"""Stay as they are when a backup is put back: it brings no permission, and forgets no use."""


BEGUN, NAMES = "version_", "names_"
"""How the forms of a first text and of a first list of names begin; the story's number follows."""


def plug_in() -> None:
    """Let the stories take part; a second call does nothing."""
    if TRACES[0] in traces.TRACES:
        return
    for trace in TRACES:
        traces.register(trace)
    traces.LOOKED_THROUGH.extend((Story.table, StoryVersion.table, StoryNames.table))
    drafts.NEW_OF.update({BEGUN: Story.table, NAMES: Story.table})
    today.NAMES.update(
        {Story.table: _title, StoryVersion.table: _title_of_text, StoryNames.table: _title_of_names}
    )
    backups.KEPT.update(KEPT)
    backups.AFTER.append(_history)
    findable.MORE.append(_found)


def _title(desk: Desk, number: int) -> str:
    story = desk.find(Story, number)
    return story.title if story else ""


def _title_of_text(desk: Desk, number: int) -> str:
    version = desk.find(StoryVersion, number)
    return _title(desk, version.story_id) if version else ""


def _title_of_names(desk: Desk, number: int) -> str:
    names = desk.find(StoryNames, number)
    return _title(desk, names.story_id) if names else ""


def _found(desk: Desk, typed: str, most: int) -> list[Found]:
    """Give stories to what was typed to find anything."""
    from edtui.desk import story_find  # the index is not needed to open a desk

    return story_find.found(desk, typed, most)


def _history(desk: Desk) -> None:
    """Make consents from before a backup was put back history, where there are stories."""
    if desk.vault.may_write("stories") and (desk.count(Story) or desk.count(StoryConsent)):
        mark_history(desk)
