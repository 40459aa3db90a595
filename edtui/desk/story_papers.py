"""Gathers what the gate looks at (`edtui.records.story_gate`), from what the vault holds now."""

from dataclasses import replace
from datetime import date, datetime

from edtui.desk.session import Desk
from edtui.records.lifecycle import Status
from edtui.records.narrator_care import NarratorCare, NarratorState
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_ask import StoryAsk
from edtui.records.story_consent import StoryConsent
from edtui.records.story_papers import Narrator, Occasion, Papers
from edtui.records.story_tombstone import ConsentMark, Tombstone
from edtui.records.story_use import StoryUse
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, Purpose


def occasion(
    desk: Desk,
    purpose: Purpose,
    audience: Audience,
    medium: Medium,
    *,
    on: date | None = None,
    words: str = "",
    place: str = "",
    group_size: int = 0,
) -> Occasion:
    """Make an occasion of today, or of another day."""
    today = desk.clock.today()
    return Occasion(purpose, audience, medium, on or today, today, words, place, group_size)


def papers(desk: Desk, story_id: int, version_id: int | None, on: date | None = None) -> Papers:
    """Give everything that stands on paper about a story, read now.

    Args:
        desk: where.
        story_id: which story; one that is gone gives papers that say so.
        version_id: which text.
        on: day of the occasion, by which a narrator's month is counted.
    """
    story = desk.find(Story, story_id)
    return Papers(
        story=story,
        version=desk.find(StoryVersion, version_id),
        consents=tuple(desk.having(StoryConsent, "story_id", story_id)),
        asks=tuple(desk.having(StoryAsk, "story_id", story_id)),
        withdrawn=story is None or bool(desk.having(Tombstone, "story_id", story_id)),
        narrator=narrator(desk, story, on or desk.clock.today()) if story else Narrator(),
        history_before=history_before(desk),
    )


def narrator(desk: Desk, story: Story, on: date) -> Narrator:
    """Give how it is with the narrator of a story on a day."""
    if story.narrator_id is None:
        return Narrator()
    most = care_of(desk, story.narrator_id).max_times_per_month
    full = most is not None and told_in_month(desk, story.narrator_id, on) >= most
    return replace(state_of(desk, story.narrator_id), month_is_full=full)


def state_of(desk: Desk, person_id: int | None, agreed: NarratorCare | None = None) -> Narrator:
    """Give how it is with a narrator on any day: how often they told is not counted.

    Args:
        desk: where.
        person_id: the narrator.
        agreed: what is agreed with them; None: looked up.
    """
    if person_id is None:
        return Narrator()
    known = agreed or care_of(desk, person_id)
    person = desk.find(Person, person_id)
    state = known.state
    if state is NarratorState.IN_TOUCH and person and person.status == Status.LEFT.value:
        state = NarratorState.LEFT
    return Narrator(state, known.not_now_until)


def care_of(desk: Desk, person_id: int) -> NarratorCare:
    """Give what is agreed with a narrator; nothing, where nothing was."""
    found = desk.having(NarratorCare, "person_id", person_id)
    return found[0] if found else NarratorCare(person_id=person_id)


def told_in_month(desk: Desk, person_id: int, day: date) -> int:
    """Give how often somebody told a story themselves in the month of a day."""
    uses = desk.having(StoryUse, "narrator_id", person_id)
    month = (day.year, day.month)
    return sum(
        one.medium is Medium.TOLD_BY_SELF and (one.on.year, one.on.month) == month for one in uses
    )


def history_before(desk: Desk) -> datetime | None:
    """Give the moment before which every consent is history, if there is one."""
    return max((mark.moment for mark in desk.all(ConsentMark)), default=None)


def mark_history(desk: Desk, why: str = "restored") -> None:
    """Make every consent until now history: a backup was put back, or an older file accepted.

    Raises:
        ReadOnly: nothing can be written now.
    """
    from edtui.errors import Sentence

    with desk.act(Sentence(""), undoable=False) as act:
        act.put(ConsentMark(moment=desk.clock.now(), why=why))
