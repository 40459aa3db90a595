"""Where stories were told: what was noted by hand, how it was for the narrator, and their care.

What leaves through the program is noted by `edtui.desk.story_exit`. What was told elsewhere is
noted here afterwards; that it happened is a fact, also where it was not allowed, and then it says
so: a use that nobody may know of could never be got back.
"""

from datetime import date
from typing import Any, NamedTuple

from edtui.desk.session import Desk
from edtui.desk.story_exit import verdict_on
from edtui.desk.story_papers import care_of, told_in_month
from edtui.desk.story_stops import stopped
from edtui.errors import N_, NotFound, Sentence
from edtui.records.narrator_care import NarratorCare
from edtui.records.story import Story
from edtui.records.story_gate import Answer, Exit, Verdict
from edtui.records.story_papers import Occasion
from edtui.records.story_use import Debrief, Energy, StoryUse, usual_reach
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Medium

MUCH = 4
"""Tellings in a month from which the program advises a pause, where the narrator set no number."""

TWICE = 2


class Noted(NamedTuple):
    """A use that was noted afterwards."""

    use: StoryUse
    verdict: Verdict
    """What the gate says of it now; other than yes: talk with the narrator."""


class Load(NamedTuple):
    """How much telling asks of a narrator. For the narrator and the coordinator, never a list."""

    this_month: int
    most: int | None
    """As the narrator set it."""

    cost_running: int
    """How often the last tellings cost energy, one after another."""

    advice: tuple[Sentence, ...]
    """Gentle; empty where there is nothing to say."""


def uses_of(desk: Desk, story_id: int) -> list[StoryUse]:
    """Give the uses of a story, the newest first; also of one that was withdrawn."""
    found = desk.having(StoryUse, "story_id", story_id)
    return sorted(found, key=lambda use: (use.on, use.id), reverse=True)


def note_use(desk: Desk, story_id: int, version_id: int, occasion: Occasion, **more: Any) -> Noted:
    """Note that a story was told elsewhere.

    Args:
        desk: where.
        story_id: which story.
        version_id: which text.
        occasion: for what, for whom, how, when.
        more: other fields of `StoryUse`.

    Raises:
        NotFound: there is no such story or text.
        ReadOnly: nothing can be written now.
    """
    story, version = desk.get(Story, story_id), desk.get(StoryVersion, version_id)
    if version.story_id != story.id:
        raise NotFound(what=Sentence(N_("version of a story")), number=version_id)
    verdict = verdict_on(desk, story_id, version_id, occasion, Exit.TELLING)
    allowed = verdict.answer is Answer.YES
    use = StoryUse.model_validate(
        {
            "reach": usual_reach(occasion.purpose, occasion.medium),
            **more,
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
            "consent_id": verdict.consent_id if allowed else None,
            "ask_id": verdict.ask_id,
        }
    )
    with desk.act(Sentence(N_("Use of a story noted"))) as act:
        return Noted(act.put(use), verdict)


def save_use(desk: Desk, use: StoryUse) -> StoryUse:
    """Save a corrected line: who to tell, how far it reaches, where it is found.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    with desk.act(Sentence(N_("Use of a story noted"))) as act:
        return act.put(use)


def debrief(
    desk: Desk,
    use_id: int,
    *,
    how_was_it: str = "",
    energy: Energy = Energy.SKIPPED,
    follow_up: str = "",
) -> StoryUse:
    """Note how it was for the narrator; everything may be skipped.

    Raises:
        NotFound: there is no such use.
        ReadOnly: nothing can be written now.
    """
    use = desk.get(StoryUse, use_id)
    after = Debrief(
        on=desk.clock.today(), how_was_it=how_was_it, energy=energy, follow_up=follow_up
    )
    return save_use(desk, use.with_(after=after))


def save_care(desk: Desk, care: NarratorCare) -> NarratorCare:
    """Save what is agreed with a narrator. It cannot be taken back: a pause holds at once.

    Raises:
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    with desk.act(Sentence(N_("Agreement with a narrator noted")), undoable=False) as act:
        saved = act.put(care)
        for story in desk.having(Story, "narrator_id", care.person_id):
            stopped(desk, act, story.id)
    return saved


def load_of(desk: Desk, person_id: int, on: date | None = None) -> Load:
    """Give how much telling asks of a narrator in the month of a day."""
    day = on or desk.clock.today()
    told = [one for one in desk.having(StoryUse, "narrator_id", person_id) if _themselves(one)]
    told.sort(key=lambda use: (use.on, use.id), reverse=True)
    running = 0
    for use in told:
        if use.after.energy is not Energy.COST:
            break
        running += 1
    month, most = told_in_month(desk, person_id, day), care_of(desk, person_id).max_times_per_month
    advice = []
    if month >= (MUCH if most is None else most):
        told_often = N_("Times told this month: {count}. Is a pause welcome?")
        advice.append(Sentence(told_often, {"count": month}))
    if running >= TWICE:
        advice.append(Sentence(N_("The last tellings cost energy: is a pause welcome?")))
    return Load(month, most, running, tuple(advice))


def _themselves(use: StoryUse) -> bool:
    return use.medium is Medium.TOLD_BY_SELF
