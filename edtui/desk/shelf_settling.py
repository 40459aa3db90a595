"""Copies on the shelves as records: put there, changed, removed and erased, inside an act."""

from collections.abc import Collection, Mapping

from edtui.desk import stored
from edtui.desk.act import Act
from edtui.desk.session import Desk
from edtui.desk.shelf_copy import copy_of
from edtui.records.erasure import ErasedRecord, Erasure, Why, mark_of
from edtui.records.shelf_story import SHELVES, ShelfStory
from edtui.records.story_gate import Verdict
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience


def settle(
    desk: Desk, act: Act, story_id: int, version_id: int, verdicts: Mapping[Audience, Verdict]
) -> list[ShelfStory]:
    """Put the copies of one text there; all else of the story goes.

    Args:
        desk: where.
        act: in which act.
        story_id: of which story.
        version_id: the text.
        verdicts: by which each kind of reader may read it; who is not named may not.
    """
    made: list[ShelfStory] = []
    for kind, readers in SHELVES.items():
        there = desk.having(kind, "story_id", story_id)
        ours = [one for one in Audience if one in readers and one in verdicts]
        version = desk.find(StoryVersion, version_id)
        if not ours or version is None:
            take(desk, act, there)
            continue
        copy = copy_of(desk, kind, version, verdicts[ours[0]], ours)
        same = [one for one in there if one.text_digest == copy.text_digest][:1]
        # Another text does not come under the number of the one before: that one is erased.
        take(desk, act, [one for one in there if one not in same])
        made.append(_put(act, copy, same[0] if same else None))
    return made


def _put(act: Act, copy: ShelfStory, before: ShelfStory | None) -> ShelfStory:
    if before is None:
        return act.put(copy)
    known = {"id": before.id, "revision": before.revision, "created": before.created}
    changed = copy.with_(**known, published_on=before.published_on)
    if stored.content(changed.document()) == stored.content(before.document()):
        return before
    return act.put(changed)


def take(desk: Desk, act: Act, records: Collection[ShelfStory]) -> None:
    """Remove copies, and have them erased from the history of the file."""
    if not records:
        return
    marks = tuple(
        ErasedRecord(
            in_table=one.table, number=one.id, mark=mark_of(one.table, one.id, one.document())
        )
        for one in records
    )
    for one in records:
        act.remove(one)
    act.put(Erasure(moment=desk.clock.now(), why=Why.RETENTION.value, records=marks))
