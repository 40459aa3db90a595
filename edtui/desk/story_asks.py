"""Asking narrators for one occasion: the queue, and the one answer to each."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from edtui.desk.session import Desk
from edtui.desk.story_exit import MayNot, verdict_on
from edtui.desk.story_papers import papers
from edtui.errors import N_, Sentence
from edtui.records.story import Story
from edtui.records.story_ask import AskAnswer, StoryAsk
from edtui.records.story_consent import Cell, governing
from edtui.records.story_gate import Answer, Exit, may
from edtui.records.story_papers import Occasion
from edtui.records.story_reasons import NOT_FOR_THIS
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, Purpose, Value

NO_USE = N_("The narrator said yes to no use of this text: there is nothing to ask.")


def ask(
    desk: Desk, story_id: int, version_id: int, occasion: Occasion, way: Exit = Exit.TELLING
) -> StoryAsk:
    """Put a question for one occasion in the queue; one that is there already is given back.

    Raises:
        MayNot: the narrator said no to this, so they are not asked again and again.
        NotFound: there is no such story or version.
        ReadOnly: nothing can be written now.
    """
    story, version = desk.get(Story, story_id), desk.get(StoryVersion, version_id)
    verdict = verdict_on(desk, story_id, version_id, occasion, way)
    if verdict.answer is Answer.NO:
        raise MayNot(verdict)
    for known in desk.having(StoryAsk, "story_id", story_id):
        same = (known.version_id, known.on, known.answer) == (
            version_id,
            occasion.on,
            AskAnswer.WAITING,
        )
        if same and known.cell == (occasion.purpose, occasion.audience, occasion.medium):
            return known
    question = StoryAsk(
        story_id=story.id,
        version_id=version.id,
        text_digest=version.digest,
        purpose=occasion.purpose,
        audience=occasion.audience,
        medium=occasion.medium,
        on=occasion.on,
        occasion=occasion.words,
        place=occasion.place,
        group_size=occasion.group_size,
    )
    return _put(desk, question, N_("Question to a narrator noted"))


def why_not(desk: Desk, story_id: int, version_id: int) -> Sentence | None:
    """Give why no question about a text makes sense now, whatever the occasion; None: one may.

    What only counts on some days is left out: an answer for one day, a month that is full.
    """
    today = desk.clock.today()
    held = papers(desk, story_id, version_id, today)
    held = replace(held, asks=(), narrator=replace(held.narrator, month_is_full=False))
    consent = governing(held.consents, version_id)
    said = {one.cell for one in consent.scopes if one.value is not Value.NO} if consent else set()
    cells = said or {Cell(Purpose.TRAINING, Audience.STUDENTS, Medium.ON_PAPER)}
    found = [may(held, Occasion(*cell, today, today), Exit.TELLING) for cell in cells]
    if any(verdict.answer is not Answer.NO for verdict in found):
        return None
    reason = min(found, key=lambda one: len(one.reasons)).reasons[0]
    return Sentence(NO_USE) if reason.msgid == NOT_FOR_THIS and not said else reason


def asked(desk: Desk, number: int, via: str = "", on: date | None = None) -> StoryAsk:
    """Note that the narrator was asked.

    Raises:
        NotFound: there is no such question.
        ReadOnly: nothing can be written now.
    """
    question = desk.get(StoryAsk, number)
    changed = question.with_(asked_on=on or desk.clock.today(), asked_via=via)
    return _put(desk, changed, N_("Narrator asked"))


def answer(
    desk: Desk, number: int, *, yes: bool, by: str = "", words: str = "", via: str = ""
) -> StoryAsk:
    """Note the answer. A yes holds for that day, that use and that text, and for nothing else.

    A later answer to the same question takes the place of the earlier one.

    Raises:
        NotFound: there is no such question.
        ReadOnly: nothing can be written now.
    """
    question = desk.get(StoryAsk, number)
    changed = question.with_(
        asked_on=question.asked_on or desk.clock.today(),
        asked_via=via or question.asked_via,
        answer=AskAnswer.YES if yes else AskAnswer.NO,
        answered_at=desk.clock.now(),
        answered_by=by,
        words=words,
    )
    return _put(desk, changed, N_("Answer of a narrator noted"))


def queue(desk: Desk) -> list[StoryAsk]:
    """Give the questions that wait for an answer and whose day is not over, the soonest first."""
    today = desk.clock.today()
    waiting = desk.having(StoryAsk, "answer", AskAnswer.WAITING.value)
    return sorted((one for one in waiting if one.on >= today), key=lambda one: (one.on, one.id))


def waiting_for(asks: Iterable[StoryAsk], version_id: int, occasion: Occasion) -> StoryAsk | None:
    """Give the question of these that asks for this text and this occasion, if one does."""
    cell = Cell(occasion.purpose, occasion.audience, occasion.medium)
    wanted = (version_id, occasion.on, cell)
    return next((one for one in asks if (one.version_id, one.on, one.cell) == wanted), None)


def lapsed(desk: Desk) -> list[StoryAsk]:
    """Give the questions that nobody answered and whose day is over: the same as no."""
    today = desk.clock.today()
    waiting = desk.having(StoryAsk, "answer", AskAnswer.WAITING.value)
    return [one for one in waiting if one.on < today]


def _put(desk: Desk, question: StoryAsk, msgid: str) -> StoryAsk:
    # A yes is not made again by doing again what was taken back.
    with desk.act(Sentence(msgid), undoable=False) as act:
        desk.get(Story, question.story_id)  # another terminal may have withdrawn it
        return act.put(question)
