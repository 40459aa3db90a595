"""One line a story for the list: how far it is, what its narrator allows until when, what is shut.

Made from raw documents: a list of thousands is there before anybody waits. What the gate would say
to one use is another question (`edtui.records.story_gate`); the list says how things stand.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple

from edtui.desk import folding
from edtui.desk.raw import Raw, as_day
from edtui.records.story_consent import REMIND, ConsentStatus
from edtui.records.story_words import Value, Workflow


class Standing(Enum):
    """How it stands with what the narrator allows; the most open of a story's texts counts."""

    GIVEN = "given"
    ASK = "ask"
    """Given, and each use is asked first."""

    SOON = "soon"
    """Given, and it ends within 30 days."""

    LATER = "later"
    """Given from a day that is still to come."""

    NOTHING = "nothing"
    """Given, and no use is allowed."""

    EXPIRED = "expired"
    AGAIN = "again"
    """The text changed, or a backup was put back: the narrator is asked again."""

    PENDING = "pending"
    STOPPED = "stopped"
    REFUSED = "refused"
    NOT_APPROVED = "not_approved"
    """Nothing was asked, and no text is approved yet."""

    NOT_ASKED = "not_asked"
    NO_TEXT = "no_text"


class Shut(Enum):
    """Whether somebody keeps a story back."""

    NO = "no"
    UNTIL = "until"
    OPEN_ENDED = "open_ended"
    OVER = "over"
    """Its day is over; it stays shut until the narrator was asked."""


class Statement(NamedTuple):
    """What counts for one text of a story, as far as the list tells of it."""

    status: str
    same_text: bool
    history: bool
    begins: date | None
    until: date | None
    most: str
    """The most open value in the grid: code of `Value`."""


class StoryRow(NamedTuple):
    """What the list says of one story."""

    id: int
    title: str
    summary: str
    narrator_id: int
    alias: str
    workflow: str
    language: str
    told_on: date | None
    texts: int
    approved: bool
    """Whether a text is approved by the narrator."""

    statements: tuple[Statement, ...]
    pending: bool
    embargo_until: date | None
    open_ended: bool
    others_open: bool
    """Whether somebody still has to look at who else could be recognised."""

    sought: str
    """Title and summary, folded, for the filter."""

    def shut(self, today: date) -> Shut:
        """Say whether it is kept back today."""
        if self.open_ended:
            return Shut.OPEN_ENDED
        if self.embargo_until is None:
            return Shut.NO
        return Shut.OVER if self.embargo_until < today else Shut.UNTIL

    def standing(self, today: date) -> tuple[Standing, date | None]:
        """Give how it stands with what is allowed today, and the day that goes with it."""
        said = [_of(one, today) for one in self.statements]
        if self.pending and not any(one[0] in _IN_FORCE for one in said):
            said.append((Standing.PENDING, None))
        if said:
            return min(said, key=lambda one: (_ORDER.index(one[0]), -_number(one[1])))
        if not self.texts:
            return Standing.NO_TEXT, None
        return (Standing.NOT_ASKED if self.approved else Standing.NOT_APPROVED), None

    def asks(self, today: date) -> bool:
        """Say whether it asks for a look."""
        if self.shut(today) is Shut.OVER:
            return True
        if self.standing(today)[0] in (Standing.SOON, Standing.EXPIRED, Standing.AGAIN):
            return True
        return self.others_open and self.workflow == Workflow.NARRATOR_REVIEW


_ORDER = tuple(Standing)
_IN_FORCE = frozenset({Standing.GIVEN, Standing.ASK, Standing.SOON, Standing.LATER})
_BY_STATUS = {
    ConsentStatus.UPDATE_REQUIRED.value: Standing.AGAIN,
    ConsentStatus.WITHDRAWN.value: Standing.STOPPED,
    ConsentStatus.REFUSED.value: Standing.REFUSED,
}
_STRICT = [one.value for one in (Value.NO, Value.ASK, Value.YES)]


def _of(one: Statement, today: date) -> tuple[Standing, date | None]:
    if one.status != ConsentStatus.GIVEN:
        return _BY_STATUS.get(one.status, Standing.PENDING), None
    if one.history or not one.same_text:
        return Standing.AGAIN, None
    if one.until is None or one.until < today:
        return Standing.EXPIRED, one.until
    return (Standing.NOTHING, one.until) if one.most == Value.NO else _in_force(one, today)


def _in_force(one: Statement, today: date) -> tuple[Standing, date | None]:
    if one.begins is not None and one.begins > today:
        return Standing.LATER, one.begins
    if one.until is not None and (one.until - today).days <= max(REMIND):
        return Standing.SOON, one.until
    return (Standing.ASK if one.most == Value.ASK else Standing.GIVEN), one.until


def _number(day: date | None) -> int:
    return day.toordinal() if day else 0


def row_of(
    number: int,
    story: Raw,
    versions: Iterable[tuple[int, Raw]],
    consents: Sequence[tuple[int, Raw]],
    history_before: datetime | None,
) -> StoryRow:
    """Make the line of a story.

    Args:
        number: the story's.
        story: its document.
        versions: number and document of each of its texts.
        consents: number and document of each statement about it.
        history_before: statements up to this moment count no more.
    """
    texts = [one for one in versions if one[1].get("text") and not one[1].get("purged_on")]
    said = (_counts(of, text, consents, history_before) for of, text in texts)
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
        sought=folding.searchable(f"{title} {summary}"),
    )


def _counts(
    version_id: int, version: Raw, consents: Sequence[tuple[int, Raw]], before: datetime | None
) -> Statement | None:
    ours = [
        (of, one)
        for of, one in consents
        if one.get("status") != ConsentStatus.PENDING
        and one.get("version_id") in (None, version_id)
    ]
    if not ours:
        return None
    newest = max(ours, key=lambda one: one[0])[1]
    values = [str(one.get("value", Value.NO.value)) for one in newest.get("scopes", ())]
    given_at = datetime.fromisoformat(str(newest["given_at"]))
    return Statement(
        status=str(newest.get("status", "")),
        # An approved text never changes: its digest is the one that was approved.
        same_text=newest.get("text_digest", "") == version.get("approved_digest", ""),
        history=before is not None and given_at <= before,
        begins=as_day(newest.get("valid_from")),
        until=as_day(newest.get("valid_until")),
        most=max(values, key=_STRICT.index, default=Value.NO.value),
    )


def _others_open(story: Raw) -> bool:
    if not story.get("third_checked_on"):
        return True
    return any(
        other.get("identifiable", True)
        and (not other.get("action") or (other["action"] == "keep" and not other.get("asked")))
        for other in story.get("third_parties", ())
    )
