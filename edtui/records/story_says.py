"""What a narrator says to one use of one text, by the statement that counts and by answers."""

from dataclasses import dataclass

from edtui.errors import Sentence
from edtui.records import story_reasons as why
from edtui.records.narrator_care import NarratorState
from edtui.records.story_ask import AskAnswer, StoryAsk
from edtui.records.story_consent import Cell, ConsentStatus, StoryConsent, said_to
from edtui.records.story_exits import Exit
from edtui.records.story_papers import Occasion, Papers
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Later, Medium, Value, strictest


def consent_says(
    papers: Papers, version: StoryVersion, consent: StoryConsent | None, occasion: Occasion
) -> list[Sentence]:
    """Give why the statement that counts for a text is no yes at all on this day."""
    if consent is None:
        return [Sentence(why.NO_CONSENT)]
    reason: Sentence | None = None
    before, until, begins = papers.history_before, consent.valid_until, consent.valid_from
    if consent.status is not ConsentStatus.GIVEN:
        reason = Sentence(why.BY_STATUS[consent.status])
    elif before is not None and consent.given_at <= before:
        reason = Sentence(why.HISTORY)
    elif consent.version_id != version.id or consent.text_digest != version.digest:
        reason = Sentence(why.OTHER_TEXT)
    elif until is None or max(occasion.on, occasion.today) > until:
        reason = Sentence(why.EXPIRED, {"day": until or occasion.today})
    elif begins is not None and min(occasion.on, occasion.today) < begins:
        reason = Sentence(why.NOT_YET, {"day": begins})
    return [] if reason is None else [reason]


@dataclass(frozen=True, slots=True)
class Said:
    """What a narrator says to one use."""

    value: Value
    reason: Sentence
    ask_id: int | None = None
    """The question to which this is the answer."""


def said(
    papers: Papers, version: StoryVersion, consent: StoryConsent, occasion: Occasion, way: Exit
) -> Said:
    """Give what the narrator says to this use, the answer to a question of its own counted in."""
    cell = Cell(occasion.purpose, occasion.audience, occasion.medium)
    value, asks = said_to(consent, cell), Sentence(why.ASK_FIRST)
    if value is Value.NO:
        return Said(value, Sentence(why.NOT_FOR_THIS))
    if way is Exit.QUOTING or occasion.medium is Medium.QUOTE_ONLY:
        value = strictest(value, consent.quote_right)
    if occasion.medium in (Medium.AUDIO, Medium.VIDEO):
        value = strictest(value, consent.image_voice_right)
    later = _later(papers, consent)
    if later is Later.STOP:
        return Said(Value.NO, Sentence(why.BY_STATE[papers.narrator.state]))
    if value is Value.NO:
        return Said(value, Sentence(why.NOT_FOR_THIS))
    if later is Later.ASK_PERSON:
        value, asks = Value.ASK, Sentence(why.ASK_PERSON, {"name": consent.ask_whom})
    elif consent.see_before_use is not False:
        known = consent.see_before_use is not None
        value, asks = Value.ASK, Sentence(why.SEES_FIRST if known else why.SEES_UNKNOWN)
    answer = _answer(papers, version, consent, occasion, cell)
    if answer is not None and answer.answer is AskAnswer.NO:
        return Said(Value.NO, Sentence(why.ASKED_NO), answer.id)
    if value is Value.ASK and answer is not None and answer.answer is AskAnswer.YES:
        return Said(Value.YES, Sentence(why.YES, {"day": consent.valid_until}), answer.id)
    if value is Value.YES:
        asks = Sentence(why.YES, {"day": consent.valid_until})
    return Said(value, asks)


def _later(papers: Papers, consent: StoryConsent) -> Later:
    state = papers.narrator.state
    chosen = {
        NarratorState.DIED: consent.after_death,
        NarratorState.UNREACHABLE: consent.if_unreachable,
        NarratorState.LEFT: consent.if_leaving,
    }
    return chosen.get(state, Later.KEEP)


def _answer(
    papers: Papers, version: StoryVersion, consent: StoryConsent, occasion: Occasion, cell: Cell
) -> StoryAsk | None:
    """Give the newest answer for this day, use and text that came after the consent that counts."""
    ours = [
        ask
        for ask in papers.asks
        if (ask.version_id, ask.cell, ask.on) == (version.id, cell, occasion.on)
        and ask.text_digest == version.digest
        and ask.answered_at is not None
        and ask.answered_at >= consent.given_at
        and (papers.history_before is None or ask.answered_at > papers.history_before)
    ]
    return max(ours, key=lambda ask: ask.id, default=None)
