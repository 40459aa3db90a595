"""Putting a story on the shelf, through the gate, and taking it away the moment that it must.

What stands on the shelf is a copy. It goes, in the same commit, with whatever takes the permission
away (`stop`, called by `edtui.desk.story_stops`); with the story that is withdrawn (a trace); and
where a day ends it or something else changed, by `sweep`. What went leaves the file's history too
(`edtui.desk.erasing`), with the next look after the vault.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from edtui.desk import stored
from edtui.desk.act import Act
from edtui.desk.session import Desk
from edtui.desk.shelf_copy import copy_of
from edtui.desk.shelf_settling import settle, take
from edtui.desk.story_exit import MayNot
from edtui.desk.story_papers import occasion, papers
from edtui.errors import N_, BadInput, Sentence
from edtui.records.log_entry import Event
from edtui.records.shelf_story import SHELVES, ShelfStory
from edtui.records.story import Story
from edtui.records.story_gate import Answer, Exit, Verdict, may
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Catalogue, Medium, Purpose

AUDIENCES: Final = tuple(
    one for one in Audience if any(one in readers for readers in SHELVES.values())
)
"""Who can read from a shelf."""


class NotListed(BadInput):
    """The narrator does not want the story to be seen in a list."""

    sentence = N_("This story is not to be seen in a list, so it cannot stand on the shelf.")


class TakenOff(NamedTuple):
    """A story that was taken off a shelf, and why."""

    story_id: int
    title: str
    reason: Sentence


def may_publish(desk: Desk, story_id: int, version_id: int) -> dict[Audience, Verdict]:
    """Give what the gate says of a text on the shelf, for each kind of reader."""
    held = papers(desk, story_id, version_id)
    return {
        audience: may(
            held,
            occasion(desk, Purpose.SHELF, audience, Medium.INTERNAL_DIGITAL),
            Exit.KIOSK,
        )
        for audience in AUDIENCES
    }


def publish(
    desk: Desk, story_id: int, version_id: int, audiences: Collection[Audience] | None = None
) -> list[ShelfStory]:
    """Put a text on the shelf, in the place of another one of the same story. Not to be undone.

    Args:
        desk: where.
        story_id: which story.
        version_id: which text.
        audiences: for whom; None: for everybody for whom the narrator said yes.

    Raises:
        MayNot: the gate does not say yes for one of them, or for nobody; that is logged.
        NotFound: there is no such story.
        NotListed: it is not to be seen in a list.
        ReadOnly: nothing can be written now.
    """
    title = desk.get(Story, story_id).title
    label = Sentence(N_("{title} put on the shelf"), {"title": title})
    try:
        with desk.act(label, undoable=False, event=Event.ERASE) as act:
            # Asked inside the commit: a withdrawal at another terminal comes before or after it.
            if desk.get(Story, story_id).catalogue is Catalogue.HIDDEN:
                raise NotListed
            verdicts = may_publish(desk, story_id, version_id)
            allowed = _allowed(verdicts)
            wanted = allowed if audiences is None else frozenset(audiences)
            if not wanted or wanted - allowed:
                raise MayNot(_refusal(verdicts, wanted))
            return settle(desk, act, story_id, version_id, {one: verdicts[one] for one in wanted})
    except MayNot:
        desk.log.denied(Event.PROJECT, Story.table)
        raise


def published(desk: Desk, story_id: int | None = None) -> list[ShelfStory]:
    """Give what stands on the shelves, by title; of one story, or all of it."""
    found: list[ShelfStory] = []
    for kind in SHELVES:
        if desk.reads(kind.table):
            found += desk.all(kind) if story_id is None else desk.having(kind, "story_id", story_id)
    return sorted(found, key=lambda one: (one.title.casefold(), one.story_id, one.table))


def take_off(desk: Desk, story_id: int) -> int:
    """Take a story off the shelves; give from how many. It is put there again, not undone.

    Raises:
        ReadOnly: nothing can be written now.
    """
    there = published(desk, story_id)
    if there:
        label = Sentence(N_("{title} taken off the shelf"), {"title": there[0].title})
        with desk.act(label, undoable=False, event=Event.ERASE) as act:
            take(desk, act, published(desk, story_id))
    return len(there)


def stop(desk: Desk, act: Act, story_id: int) -> None:
    """Bring the shelves in line with what may be shown now, inside the act that changed it.

    What it takes away stays away when the act is undone: its text is kept nowhere for that.
    """
    if not published(desk, story_id):
        return
    ours = Act(desk)
    _renew(desk, ours, story_id)
    act.lasting.extend(ours.changes)


def sweep(desk: Desk, story_ids: Iterable[int] | None = None) -> list[TakenOff]:
    """Ask the gate of everything on the shelves again, and take away what may not stay.

    Args:
        desk: where; who has no key to the stories sweeps nothing.
        story_ids: only these stories.
    """
    if desk.read_only is not None or not desk.reads(Story.table):
        return []
    there = {one.story_id for one in published(desk)}
    if story_ids is not None:
        there &= set(story_ids)
    gone: list[TakenOff] = []
    for story_id in sorted(there):
        before = published(desk, story_id)
        if all(_as_it_may(desk, one) for one in before):  # nothing any more is as it may, too
            continue
        reason = _reason(desk, before[0])
        ours = Act(desk)
        with desk.commit() as changes:
            _renew(desk, ours, story_id)
            desk.log.acted(ours.changes, Event.ERASE)
            changes.extend(ours.changes)
        if len(published(desk, story_id)) < len(before):
            gone.append(TakenOff(story_id, before[0].title, reason))
    return gone


def _renew(desk: Desk, act: Act, story_id: int) -> None:
    """Make the copies of a story what they may be today, for at most the readers of before."""
    there = published(desk, story_id)
    versions = {one.version_id for one in there}
    story = desk.find(Story, story_id)
    for version_id in versions:
        ours = [one for one in there if one.version_id == version_id]
        readers = {audience for one in ours for audience in one.audiences}
        if story is None or story.catalogue is Catalogue.HIDDEN:
            readers = set()
        verdicts = may_publish(desk, story_id, version_id) if readers else {}
        kept = {one: verdicts[one] for one in readers & _allowed(verdicts)}
        settle(desk, act, story_id, version_id, kept)


def _allowed(verdicts: Mapping[Audience, Verdict]) -> frozenset[Audience]:
    return frozenset(one for one, verdict in verdicts.items() if verdict.answer is Answer.YES)


def _refusal(verdicts: Mapping[Audience, Verdict], wanted: Collection[Audience]) -> Verdict:
    """Give the verdict to tell: of who was asked for, the nearest to a yes."""
    told = [verdicts[one] for one in AUDIENCES if one in wanted or not wanted]
    told = [one for one in told if one.answer is not Answer.YES]
    order = list(Answer)
    return max(told, key=lambda verdict: order.index(verdict.answer))


def _reason(desk: Desk, one: ShelfStory) -> Sentence:
    verdicts = may_publish(desk, one.story_id, one.version_id)
    told = [verdicts[audience] for audience in one.audiences if audience in verdicts]
    refused = [verdict for verdict in told if verdict.answer is not Answer.YES]
    return (refused or told or list(verdicts.values()))[0].reasons[0]


def _as_it_may(desk: Desk, one: ShelfStory) -> bool:
    """Say whether a copy is what it would be if it were put there today."""
    story, version = desk.find(Story, one.story_id), desk.find(StoryVersion, one.version_id)
    if story is None or version is None or story.catalogue is Catalogue.HIDDEN:
        return False
    verdicts = may_publish(desk, one.story_id, one.version_id)
    if not set(one.audiences) <= _allowed(verdicts):
        return False
    copy = copy_of(desk, type(one), version, verdicts[one.audiences[0]], one.audiences)
    same = copy.with_(published_on=one.published_on).document()
    return stored.content(same) == stored.content(one.document())
