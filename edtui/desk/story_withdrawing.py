"""Withdrawing: one act, no reason, at once; and working off where the story went.

The texts go out of the file, its history, what can be taken back, drafts and the shelf, in one
commit (`edtui.desk.erasing`). A tombstone stays: numbers, days and proof, never a word.
"""

from typing import NamedTuple

from edtui.desk import story_letters
from edtui.desk.erasing import erase
from edtui.desk.overwriting import forget_freed
from edtui.desk.session import Desk
from edtui.desk.story_consents import consents_of
from edtui.desk.story_versions import versions_of
from edtui.errors import N_, NotFound, Sentence
from edtui.records.base import Record
from edtui.records.erasure import Why
from edtui.records.story import Story
from edtui.records.story_ask import StoryAsk
from edtui.records.story_parts import StoryNames
from edtui.records.story_tombstone import Proof, Tombstone
from edtui.records.story_use import StoryUse
from edtui.records.story_words import Reach

_ORDER = tuple(Reach)


class ReachLine(NamedTuple):
    """One use, and what can be done about it."""

    use: StoryUse
    letters: dict[str, str]
    """Draft to who has it, by language (``nl``, ``en``)."""

    @property
    def done(self) -> bool:
        """Whether it was ticked off."""
        return self.use.recalled_on is not None


class ReachReport(NamedTuple):
    """Where a withdrawn story went: what can be got back first."""

    tombstone: Tombstone
    lines: tuple[ReachLine, ...]
    to_narrator: dict[str, str]
    """What the narrator is told honestly, by language."""

    @property
    def open(self) -> int:
        """How many uses are not ticked off."""
        return sum(not line.done for line in self.lines)

    def count(self, reach: Reach) -> int:
        """Give how many uses reach so far."""
        return sum(line.use.reach is reach for line in self.lines)


def withdraw(desk: Desk, story_id: int, via: str = "") -> ReachReport:
    """Withdraw a story, by anybody who may write in stories. It cannot be taken back.

    Args:
        desk: where.
        story_id: which story.
        via: vocabulary ``story_withdrawn_via``, where it is known.

    Raises:
        NotFound: there is no such story (any more).
        ReadOnly: nothing can be written now.
        edtui.vault.errors.WriteFailed: the disk refused; see `edtui.desk.erasing.unfinished`.
    """
    _withdraw(desk, story_id, via)
    forget_freed(desk)  # not before: until then the records that went are still held there
    return reach_report(desk, story_id)


def _withdraw(desk: Desk, story_id: int, via: str) -> None:
    story = desk.get(Story, story_id)
    numbers = {version.id: version.no for version in versions_of(desk, story_id)}
    proofs = tuple(
        Proof(
            consent_id=one.id,
            status=one.status.value,
            given_at=one.given_at,
            version_no=numbers.get(one.version_id or 0, 0),
            text_digest=one.text_digest,
            evidence_kind=one.evidence.kind,
            evidence_place=one.evidence.place,
        )
        for one in reversed(consents_of(desk, story_id))
    )
    stone = Tombstone(
        story_id=story.id,
        narrator_id=story.narrator_id,
        withdrawn_at=desk.clock.now(),
        via=via,
        noted_by=desk.vault.user_id,
        proofs=proofs,
    )
    gone: list[Record] = [story, *versions_of(desk, story_id), *consents_of(desk, story_id)]
    gone += desk.having(StoryAsk, "story_id", story_id)
    if desk.reads(StoryNames.table):
        gone += desk.having(StoryNames, "story_id", story_id)
    erase(desk, others=gone, instead=[stone], why=Why.CONSENT)


def reach_report(desk: Desk, story_id: int) -> ReachReport:
    """Give where a withdrawn story went, what is open first.

    Raises:
        NotFound: it was not withdrawn.
    """
    stone = _stone(desk, story_id)
    uses = desk.having(StoryUse, "story_id", story_id)
    uses.sort(key=lambda use: (use.recalled_on is not None, _ORDER.index(use.reach), use.on))
    lines = tuple(ReachLine(use, story_letters.to_place(use)) for use in uses)
    counts = {reach: sum(use.reach is reach for use in uses) for reach in Reach}
    return ReachReport(stone, lines, story_letters.to_narrator(counts))


def tick(desk: Desk, use_id: int, result: str = "", *, done: bool = True) -> StoryUse:
    """Note that a use was dealt with, and what came of it; or that it was not yet.

    Raises:
        NotFound: there is no such use.
        ReadOnly: nothing can be written now.
    """
    use = desk.get(StoryUse, use_id)
    day = desk.clock.today() if done else None
    with desk.act(Sentence(N_("Use of a story dealt with"))) as act:
        return act.put(use.with_(recalled_on=day, recall_result=result))


def told_narrator(desk: Desk, story_id: int) -> Tombstone:
    """Note that the narrator was told where the story went.

    Raises:
        NotFound: it was not withdrawn.
        ReadOnly: nothing can be written now.
    """
    stone = _stone(desk, story_id)
    with desk.act(Sentence(N_("Narrator told"))) as act:
        return act.put(stone.with_(told_narrator_on=desk.clock.now()))


def said_how(desk: Desk, story_id: int, via: str) -> Tombstone:
    """Note how the narrator let it know, afterwards: withdrawing itself asks nothing.

    Args:
        desk: where.
        story_id: the story that was withdrawn.
        via: vocabulary ``story_withdrawn_via``; empty: not known.

    Raises:
        NotFound: it was not withdrawn.
        ReadOnly: nothing can be written now.
    """
    stone = _stone(desk, story_id)
    with desk.act(Sentence(N_("How a story was withdrawn"))) as act:
        return act.put(stone.with_(via=via))


def tombstones(desk: Desk) -> list[Tombstone]:
    """Give the withdrawn stories, the newest first: only that they were there."""
    return sorted(desk.all(Tombstone), key=lambda one: one.id, reverse=True)


def _stone(desk: Desk, story_id: int) -> Tombstone:
    found = desk.having(Tombstone, "story_id", story_id)
    if not found:
        raise NotFound(what=Sentence(N_("withdrawn story")), number=story_id)
    return found[0]
