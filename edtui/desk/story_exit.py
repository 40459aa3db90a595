"""The one way out for a story: the gate, then the line of the log and of the uses, then the text.

Every screen, command and file that shows, projects, prints, exports or quotes a story asks here.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from edtui.desk.session import Act, Desk
from edtui.desk.story_papers import papers
from edtui.errors import N_, NotAllowed
from edtui.records.log_entry import Basis, Event
from edtui.records.story import Story
from edtui.records.story_exits import WORKROOM
from edtui.records.story_gate import Answer, Exit, Verdict, may
from edtui.records.story_papers import Occasion, Reader
from edtui.records.story_use import StoryUse, usual_reach
from edtui.records.story_version import StoryVersion

EVENTS = {
    Exit.TELLING: Event.PROJECT,
    Exit.KIOSK: Event.PROJECT,
    Exit.READING: Event.PROJECT,
    Exit.PROJECTING: Event.PROJECT,
    Exit.PRINTING: Event.PRINT,
    Exit.EXPORT: Event.EXPORT,
    Exit.BOOKLET: Event.PRINT,
    Exit.QUOTING: Event.COPY,
    Exit.SNIPPET: Event.PROJECT,
}
"""Exit to what the log calls it."""

PASSING = frozenset({Exit.SNIPPET, Exit.KIOSK})
"""Exits that are no use of their own: a list that shows it. Reading it from there is one."""


class MayNot(NotAllowed):
    """The gate says no, or ask first (params: ``reason``, a sentence)."""

    sentence = N_("This story stays in: {reason}")
    hint = N_("Ask the narrator, and note the answer.")

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(reason=verdict.reasons[0])
        self.verdict = verdict


class LetOut(NamedTuple):
    """A text that may leave, with what goes along."""

    story: Story
    version: StoryVersion
    verdict: Verdict
    use: StoryUse | None
    """The line of the uses; None where it was no use of its own, or nothing was shared."""


class LeftOut(NamedTuple):
    """One that stays in, and why."""

    story_id: int
    version_id: int
    title: str
    """Empty for one that was withdrawn."""

    verdict: Verdict


class Bundle(NamedTuple):
    """What several stories together came to."""

    let_out: tuple[LetOut, ...]
    left_out: tuple[LeftOut, ...]


def verdict_on(
    desk: Desk,
    story_id: int,
    version_id: int | None,
    occasion: Occasion,
    way: Exit,
    *,
    reader: Reader | None = None,
) -> Verdict:
    """Ask the gate about one text as it is now, without letting anything out."""
    return may(papers(desk, story_id, version_id, occasion.on), occasion, way, reader)


def let_out(
    desk: Desk,
    story_id: int,
    version_id: int,
    occasion: Occasion,
    way: Exit,
    *,
    told_by: str = "",
    contact: str = "",
    copies: int = 0,
    where_found: str = "",
) -> LetOut:
    """Let one text out: the log and the use are written first, as one commit.

    Args:
        desk: where.
        story_id: which story.
        version_id: which text.
        occasion: for what, for whom, how, when.
        way: how it leaves.
        told_by: who tells or reads it.
        contact: who is told when it is withdrawn.
        copies: on paper.
        where_found: address on the web, or number of an issue.

    Raises:
        MayNot: the gate does not say yes; that it was tried is logged.
        ReadOnly: the log cannot be written, so nothing leaves.
    """
    event = EVENTS[way]
    # Asked inside the commit: a withdrawal at another terminal comes before it or after it.
    with desk.commit() as changes:
        verdict = verdict_on(desk, story_id, version_id, occasion, way)
        if verdict.answer is Answer.YES:
            story, version = desk.get(Story, story_id), desk.get(StoryVersion, version_id)
            ours = (occasion.audience, way) in WORKROOM
            basis = Basis.TASK if ours else Basis.CONSENT
            desk.log.leaving(event, Story.table, [story_id], count=copies, basis=basis.value)
            use = None
            if not ours and way not in PASSING:
                given = {
                    "exit": way.value,
                    "told_by": told_by,
                    "contact": contact,
                    "copies": copies,
                    "where_found": where_found,
                }
                act = Act(desk)
                # Not to be taken back: it left. What is wrong in the line is corrected in it.
                use = act.put(_use(story, version, verdict, occasion, given))
                desk.log.acted(act.changes)
                changes.extend(act.changes)
            return LetOut(story, version, verdict, use)
    desk.log.denied(event, Story.table)
    raise MayNot(verdict)


def bundle(
    desk: Desk,
    chosen: Iterable[tuple[int, int]],
    occasion: Occasion,
    way: Exit,
    *,
    contact: str = "",
    copies: int = 0,
    where_found: str = "",
) -> Bundle:
    """Let out what may of several stories, and say what was left out and why.

    Args:
        desk: where.
        chosen: number of the story and of the version of each.
        occasion: of all of them.
        way: how they leave.
        contact: see `let_out`.
        copies: see `let_out`.
        where_found: see `let_out`; of a file its name.

    Raises:
        ReadOnly: the log cannot be written, so nothing leaves.
    """
    given = {"contact": contact, "where_found": where_found}
    out, left = [], []
    for story_id, version_id in chosen:
        try:
            out.append(let_out(desk, story_id, version_id, occasion, way, copies=copies, **given))
        except MayNot as no:
            story = desk.find(Story, story_id)
            title = story.title if story else ""
            left.append(LeftOut(story_id, version_id, title, no.verdict))
    return Bundle(tuple(out), tuple(left))


def _use(
    story: Story,
    version: StoryVersion,
    verdict: Verdict,
    occasion: Occasion,
    given: Mapping[str, object],
) -> StoryUse:
    return StoryUse.model_validate(
        {
            **given,
            "story_id": story.id,
            "version_id": version.id,
            "version_no": version.no,
            "narrator_id": story.narrator_id,
            "on": occasion.on,
            "purpose": occasion.purpose,
            "audience": occasion.audience,
            "medium": occasion.medium,
            "occasion": occasion.words,
            "place": occasion.place,
            "group_size": occasion.group_size,
            "consent_id": verdict.consent_id,
            "ask_id": verdict.ask_id,
            "reach": usual_reach(occasion.purpose, occasion.medium),
        }
    )
