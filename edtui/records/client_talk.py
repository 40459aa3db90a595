"""A client asks for a talk: with whom, how to reach, prepared and talked over. No client's name.

The client chooses: the peer worker alone, the confidant alone, or both. Who talks alone prepares it
and has a talk afterwards within two days.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import model_validator

from edtui.errors import N_, Sentence
from edtui.records.activity import WallTime
from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, Notes
from edtui.records.vocabulary import Vocabulary

DEBRIEF_WITHIN = timedelta(days=2)


class TalkMode(StrEnum):
    """Codes of the vocabulary ``talk_modes``."""

    ALONE = "alone"
    CONFIDANT = "confidant"
    BOTH = "both"


class TalkStatus(StrEnum):
    """Codes of the vocabulary ``talk_statuses``."""

    OPEN = "open"
    PLANNED = "planned"
    DONE = "done"
    LAPSED = "lapsed"


_NEXT: dict[TalkStatus, tuple[TalkStatus, ...]] = {
    TalkStatus.OPEN: (TalkStatus.PLANNED, TalkStatus.DONE, TalkStatus.LAPSED),
    TalkStatus.PLANNED: (TalkStatus.DONE, TalkStatus.OPEN, TalkStatus.LAPSED),
    TalkStatus.DONE: (),
    TalkStatus.LAPSED: (TalkStatus.OPEN,),
}


class PreparedItem(Part):
    """One thing of the preparation that was looked at."""

    item: Code
    """Vocabulary ``talk_preparation``."""

    done_on: date
    note: Line = ""
    """What was found out; never a name."""


class ClientTalk(Record):
    """One client's wish to talk, from asking to done."""

    table: ClassVar[str] = "client_talks"

    handle: Line = ""
    """By which the client wants to be known here, such as "the man with the garden"."""

    reach: Line = ""
    """How to reach the client, as agreed."""

    location_id: RecordId | None = None
    report_id: RecordId | None = None
    """The visit report in which it was asked."""

    asked_on: date
    mode: TalkMode | None = None
    """The client's own choice; None until the client has chosen."""

    chosen_on: date | None = None
    status: TalkStatus = TalkStatus.OPEN
    peer_id: RecordId | None = None
    confidant_id: RecordId | None = None
    activity_id: RecordId | None = None
    """The activity in the calendar."""

    preparation: tuple[PreparedItem, ...] = ()
    debrief_at: WallTime | None = None
    debrief_with: Line = ""
    debriefed_on: date | None = None
    lapsed_why: Line = ""
    notes: Notes = ""

    @model_validator(mode="after")
    def _rules_over_fields(self) -> Self:
        if self.status in (TalkStatus.PLANNED, TalkStatus.DONE) and self.mode is None:
            raise refuse(N_("Ask the client first with whom the talk is to be."), field="mode")
        if self.status is TalkStatus.LAPSED and not self.lapsed_why:
            raise refuse(N_("Say why it lapsed."), field="lapsed_why")
        items = [one.item for one in self.preparation]
        if len(set(items)) < len(items):
            raise refuse(N_("Something stands here twice."), field="preparation")
        return self

    @property
    def peer_goes_alone(self) -> bool:
        """Whether the peer worker talks with the client alone."""
        return self.mode is TalkMode.ALONE


def next_statuses(status: TalkStatus) -> tuple[TalkStatus, ...]:
    """Give the statuses that may follow, the most usual first."""
    return _NEXT[status]


def debrief_until(end: datetime) -> datetime:
    """Give the last moment, on the wall, for the talk afterwards of a talk that ends at ``end``."""
    return end + DEBRIEF_WITHIN


def missing(talk: ClientTalk, items: Vocabulary, end: datetime | None = None) -> list[Sentence]:
    """Give what still has to be done before a peer worker talks with a client alone.

    Args:
        talk: with another choice than "alone" there is nothing.
        items: vocabulary ``talk_preparation``.
        end: when the talk ends, on the wall, where it is planned.
    """
    if not talk.peer_goes_alone or talk.status in (TalkStatus.DONE, TalkStatus.LAPSED):
        return []
    found = []
    done = {one.item for one in talk.preparation}
    still = [term for term in items.offered() if term.code not in done]
    if still:
        counts = {"done": len(items.offered()) - len(still), "all": len(items.offered())}
        found.append(Sentence(N_("Preparation: {done} of {all} looked at."), counts))
    if talk.debrief_at is None:
        found.append(Sentence(N_("Plan a talk afterwards, within two days.")))
    elif end is not None and not end <= talk.debrief_at <= debrief_until(end):
        until = debrief_until(end).date()
        found.append(Sentence(N_("The talk afterwards is to be by {day}."), {"day": until}))
    return found


def asks_debrief(talk: ClientTalk, today: date) -> bool:
    """Say whether a talk alone was had and the talk afterwards was not noted yet."""
    held = talk.status is TalkStatus.DONE and talk.peer_goes_alone
    due = talk.debrief_at is None or talk.debrief_at.date() <= today
    return held and talk.debriefed_on is None and due
