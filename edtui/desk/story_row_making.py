"""Makes the line of a story (`edtui.desk.story_rows`) from raw documents.

No records are made of them: a list of thousands is there before anybody waits.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from edtui.desk import folding
from edtui.desk.raw import Raw, as_day
from edtui.desk.session import Desk
from edtui.desk.story_papers import history_before, state_of
from edtui.desk.story_rows import Statement, StoryRow
from edtui.desk.story_texts import texts_of
from edtui.records.narrator_care import NarratorState
from edtui.records.story import Story
from edtui.records.story_consent import ConsentStatus, StoryConsent
from edtui.records.story_papers import Narrator
from edtui.records.story_words import Inclusion, Later, Value, Workflow, strictest

_OPEN = (Value.NO, Value.ASK, Value.YES)
_LATER = {
    NarratorState.DIED: "after_death",
    NarratorState.UNREACHABLE: "if_unreachable",
    NarratorState.LEFT: "if_leaving",
}


def row_now(desk: Desk, story: Story, before: datetime | None = None) -> StoryRow:
    """Make the line of a story, everything about it read now.

    Args:
        desk: where.
        story: which.
        before: statements up to this moment count no more; None: looked up.
    """
    return row_of(
        story.id,
        story.document(),
        [(one.id, one.document()) for one in texts_of(desk, story.id)],
        [(one.id, one.document()) for one in desk.having(StoryConsent, "story_id", story.id)],
        before=before or history_before(desk),
        narrator=state_of(desk, story.narrator_id),
    )


def row_of(
    number: int,
    story: Raw,
    versions: Iterable[tuple[int, Raw]],
    consents: Sequence[tuple[int, Raw]],
    *,
    before: datetime | None,
    narrator: Narrator,
) -> StoryRow:
    """Make the line of a story.

    Args:
        number: the story's.
        story: its document.
        versions: number and document of each of its texts.
        consents: number and document of each statement about it.
        before: statements up to this moment count no more.
        narrator: how it is with who told it.
    """
    texts = [one for one in versions if one[1].get("text") and not one[1].get("purged_on")]
    state = narrator.state
    said = (_counts(story, text, consents, before, state) for text in texts)
    title, summary = str(story.get("title", "")), str(story.get("summary", ""))
    return StoryRow(
        id=number,
        title=title,
        summary=summary,
        narrator_id=int(story.get("narrator_id") or 0),
        alias=str(story.get("narrator_alias", "")),
        workflow=str(story.get("workflow", Workflow.IDEA.value)),
        language=str(story.get("language", "dutch")),
        told_on=as_day(story.get("told_on")),
        texts=len(texts),
        approved=any(text.get("approved_on") for _of_, text in texts),
        statements=tuple(one for one in said if one is not None),
        pending=any(one.get("status") == ConsentStatus.PENDING for _n, one in consents[-1:]),
        embargo_until=as_day(story.get("embargo_until")),
        open_ended=bool(story.get("embargo_open_ended", False)),
        others_open=_others_open(story),
        refused=story.get("inclusion") == Inclusion.REFUSED,
        pause_until=narrator.not_now_until,
        sought=folding.searchable(f"{title} {summary}"),
    )


def _counts(
    story: Raw,
    text: tuple[int, Raw],
    consents: Sequence[tuple[int, Raw]],
    before: datetime | None,
    state: NarratorState,
) -> Statement | None:
    version_id, version = text
    ours = [
        (of, one)
        for of, one in consents
        if one.get("status") != ConsentStatus.PENDING
        and one.get("version_id") in (None, version_id)
    ]
    if not ours:
        return None
    newest = max(ours, key=lambda one: one[0])[1]
    given_at = datetime.fromisoformat(str(newest["given_at"]))
    return Statement(
        status=str(newest.get("status", "")),
        # An approved text never changes: its digest is the one that was approved.
        same_text=newest.get("text_digest", "") == version.get("approved_digest", ""),
        history=before is not None and given_at <= before,
        begins=as_day(newest.get("valid_from")),
        until=as_day(newest.get("valid_until")),
        most=_most(newest, state).value,
        hides_enough=_hides_enough(story, newest, version),
    )


def _most(consent: Raw, state: NarratorState) -> Value:
    """Give the most that is allowed to any use."""
    later = str(consent.get(_LATER[state], Later.STOP)) if state in _LATER else Later.KEEP
    if later == Later.STOP:
        return Value.NO
    values = [Value(one.get("value", Value.NO)) for one in consent.get("scopes", ())]
    most = max(values, key=_OPEN.index, default=Value.NO)
    first = later == Later.ASK_PERSON or consent.get("see_before_use", False) is not False
    return strictest(most, Value.ASK) if first else most


def _hides_enough(story: Raw, consent: Raw, version: Raw) -> bool:
    wanted = max(int(one.get("anonymity_wanted", 0)) for one in (story, consent))
    chosen = any(one.get("attribution") for one in (story, consent, version))
    return chosen and int(version.get("anonymity_level", 0)) >= wanted


def _others_open(story: Raw) -> bool:
    if not story.get("third_checked_on"):
        return True
    return any(
        other.get("identifiable", True)
        and (not other.get("action") or (other["action"] == "keep" and not other.get("asked")))
        for other in story.get("third_parties", ())
    )
