"""Reading a story at the desk, alone or with others: through the gate, and only as long as it may.

Nothing here knows, or could keep, how far somebody read.
"""

from dataclasses import dataclass, replace

from edtui.desk.session import Desk
from edtui.desk.settings import own_person_id
from edtui.desk.story_byline import byline
from edtui.desk.story_exit import LetOut, MayNot, let_out, verdict_on
from edtui.desk.story_papers import occasion, papers
from edtui.desk.story_versions import versions_of
from edtui.errors import N_, NotFound, Sentence
from edtui.records.names import short_name
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_exits import Exit
from edtui.records.story_gate import Answer, Verdict, may
from edtui.records.story_papers import Occasion
from edtui.records.story_parts import notes_for
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, NotesState, Purpose

_BEST = (Answer.YES, Answer.ASK, Answer.NO)


@dataclass(frozen=True)
class Opened:
    """A story that is read now, and by what right."""

    story: Story
    """Its notes are of the text that is read."""

    version: StoryVersion
    verdict: Verdict
    occasion: Occasion
    way: Exit
    by: str
    """Name as the teller chose; empty: none."""

    @property
    def shown(self) -> tuple[str, ...]:
        """What the teller wants to be known of themselves."""
        return tuple(one.words for one in self.story.diversity if one.show_to_reader)

    @property
    def near_death(self) -> bool:
        """Whether it touches on suicide or self-harm: then a number to call stands with it."""
        return bool(self.story.domains & {"suicide", "self_harm"})

    @property
    def alone(self) -> bool:
        """Whether the desk reads it for its own work, which is no sharing."""
        return self.occasion.audience is Audience.COORDINATOR


def for_work(desk: Desk) -> Occasion:
    """Give the occasion of who looks after a story and reads it."""
    return occasion(desk, Purpose.ARCHIVE, Audience.COORDINATOR, Medium.INTERNAL_DIGITAL)


def open_for_work(desk: Desk, story_id: int, version_id: int) -> Opened:
    """Open a text for who looks after it; that it is read stands in the log first.

    Raises:
        NotFound: it was withdrawn.
        MayNot: its text is gone.
    """
    when = for_work(desk)
    verdict = verdict_on(desk, story_id, version_id, when, Exit.READING)
    if verdict.answer is not Answer.YES:
        if desk.find(Story, story_id) is None:
            raise NotFound(what=Sentence(N_("story")), number=story_id)
        raise MayNot(verdict)
    story, version = desk.get(Story, story_id), desk.get(StoryVersion, version_id)
    desk.log.read(Story.table, story_id)
    return _opened(desk, LetOut(story, version, verdict, None), when, Exit.READING)


def open_for(
    desk: Desk, story_id: int, version_id: int, when: Occasion, way: Exit, *, told_by: str = ""
) -> Opened:
    """Let a text out to be read or projected: log and use are written first.

    Raises:
        MayNot: the gate does not say yes.
        ReadOnly: the log cannot be written, so nothing leaves.
    """
    out = let_out(desk, story_id, version_id, when, way, told_by=told_by)
    return _opened(desk, out, when, way)


def fitting(
    desk: Desk, story_id: int, when: Occasion, way: Exit, first: int = 0
) -> tuple[StoryVersion | None, Verdict]:
    """Give the text of a story that may best, and what the gate says of it; nothing leaves.

    Args:
        desk: where.
        story_id: which story.
        when: the occasion.
        way: how it would leave.
        first: number of the text that is preferred where several may equally.
    """
    texts = sorted(versions_of(desk, story_id), key=lambda one: (one.id != first, -one.no))
    found: list[tuple[StoryVersion | None, Verdict]] = [
        (one, verdict_on(desk, story_id, one.id, when, way)) for one in texts
    ]
    if not found:
        return None, verdict_on(desk, story_id, None, when, way)
    return min(found, key=_order)


def closed_by(desk: Desk, opened: Opened) -> Sentence | None:
    """Give why an open text must be closed now; None as long as it may be read."""
    held = papers(desk, opened.story.id, opened.version.id, opened.occasion.on)
    if held.withdrawn or held.story is None:
        return Sentence(N_("The teller has taken this story back. It is closed here."))
    # This reading may itself have been the last of the month.
    narrator = replace(held.narrator, month_is_full=False)
    today = replace(opened.occasion, today=desk.clock.today())
    verdict = may(replace(held, narrator=narrator), today, opened.way)
    same = held.version is not None and held.version.digest == opened.version.digest
    if verdict.answer is not Answer.YES:
        return Sentence(N_("It is closed here. {reason}"), {"reason": verdict.reasons[0]})
    if not same and not opened.alone:
        return Sentence(N_("It is closed here: the text is another one now."))
    return None


def near_by(desk: Desk) -> str:
    """Give who is near for somebody who reads at the desk: who signed in."""
    number = own_person_id(desk)
    person = desk.find(Person, number) if number and desk.reads(Person.table) else None
    return short_name(person) if person else desk.vault.user


def _opened(desk: Desk, out: LetOut, when: Occasion, way: Exit) -> Opened:
    story = out.story
    if story.notes_state is NotesState.LISTED:
        story = story.with_(notes=notes_for(story.notes, out.version.id))
    name = byline(desk, out.story, out.verdict.attribution)
    return Opened(story, out.version, out.verdict, when, way, name)


def _order(line: tuple[StoryVersion | None, Verdict]) -> tuple[int, int]:
    _version, verdict = line
    # Of texts that may not, the one that is nearest to it says why.
    count = len(verdict.reasons) if verdict.answer is Answer.NO else 0
    return _BEST.index(verdict.answer), count
