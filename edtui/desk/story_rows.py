"""One line a story for the list: how far it is, what its narrator allows until when, what is shut.

What the gate would say to one use is another question (`edtui.records.story_gate`); the list says
how things stand. Where the gate says no to every use, the list does not say yes: a test asks both.
"""

from datetime import date
from enum import Enum
from typing import NamedTuple

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

    OTHER_TEXT = "other_text"
    """Given, and the text shows more of the narrator than they want, or has no way to name them."""

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


class Held(Enum):
    """What keeps every use of a story back, whatever its narrator allowed to its texts."""

    NO = "no"
    NOT_READY = "not_ready"
    RESTING = "resting"
    ARCHIVED = "archived"
    SHUT = "shut"
    PAUSE = "pause"
    OTHERS = "others"
    """Somebody still has to look at who else could be recognised."""

    REFUSED = "refused"
    """It was not taken into the collection."""


class Statement(NamedTuple):
    """What counts for one text of a story, as far as the list tells of it."""

    status: str
    same_text: bool
    history: bool
    begins: date | None
    until: date | None
    most: str
    """The most open value in the grid, what else has to be asked counted in: code of `Value`."""

    hides_enough: bool = True
    """Whether the text shows no more of the narrator than they want, and they chose how."""


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

    refused: bool
    """Whether it was not taken into the collection."""

    pause_until: date | None
    """Last day of a pause of the narrator."""

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

    def held(self, today: date) -> Held:
        """Say what keeps every use back today, as the gate does."""
        if self.workflow != Workflow.READY:
            return _BY_STEP.get(self.workflow, Held.NOT_READY)
        if self.shut(today) is not Shut.NO:
            return Held.SHUT
        if self.pause_until is not None and today <= self.pause_until:
            return Held.PAUSE
        if self.refused:
            return Held.REFUSED
        return Held.OTHERS if self.others_open else Held.NO

    def asks(self, today: date) -> bool:
        """Say whether it asks for a look."""
        if self.shut(today) is Shut.OVER:
            return True
        if self.standing(today)[0] in (Standing.SOON, Standing.EXPIRED, Standing.AGAIN):
            return True
        return self.others_open and self.workflow == Workflow.NARRATOR_REVIEW


_ORDER = tuple(Standing)
_IN_FORCE = frozenset({Standing.GIVEN, Standing.ASK, Standing.SOON, Standing.LATER})
_BY_STEP = {Workflow.RESTING.value: Held.RESTING, Workflow.ARCHIVED.value: Held.ARCHIVED}
_BY_STATUS = {
    ConsentStatus.UPDATE_REQUIRED.value: Standing.AGAIN,
    ConsentStatus.WITHDRAWN.value: Standing.STOPPED,
    ConsentStatus.REFUSED.value: Standing.REFUSED,
}


def _of(one: Statement, today: date) -> tuple[Standing, date | None]:
    if one.status != ConsentStatus.GIVEN:
        return _BY_STATUS.get(one.status, Standing.PENDING), None
    if one.history or not one.same_text:
        return Standing.AGAIN, None
    if one.until is None or one.until < today:
        return Standing.EXPIRED, one.until
    if one.most == Value.NO:
        return Standing.NOTHING, one.until
    return _in_force(one, today) if one.hides_enough else (Standing.OTHER_TEXT, one.until)


def _in_force(one: Statement, today: date) -> tuple[Standing, date | None]:
    if one.begins is not None and one.begins > today:
        return Standing.LATER, one.begins
    if one.until is not None and (one.until - today).days <= max(REMIND):
        return Standing.SOON, one.until
    return (Standing.ASK if one.most == Value.ASK else Standing.GIVEN), one.until


def _number(day: date | None) -> int:
    return day.toordinal() if day else 0
