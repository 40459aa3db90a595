"""What a kiosk puts in the desk's letterbox, sealed: whoever wrote it cannot read it back."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.client_talk import TalkMode
from edtui.records.quantities import RecordId, SmallCount
from edtui.records.text import Code, Line, Notes
from edtui.records.visit_report import FollowUps, Signal, ThemeCount

SHORT = 2_000
"""Signs of what somebody can say at a kiosk."""

Said = Annotated[Notes, StringConstraints(max_length=SHORT)]


class LetterKind(StrEnum):
    """What it is; codes of a letter."""

    TALK = "talk"
    IDEA = "idea"
    COMPLIMENT = "compliment"
    POLL = "poll"
    WORD = "word"
    """One word after a story."""

    REPORT = "report"
    """A visit, by who was there."""

    WISHES = "wishes"
    """Other wishes or limits, of who signed in."""

    ACTION = "action"
    """An own action point is done."""

    ALARM = "alarm"
    """Somebody tried to sign in several times."""

    SEEN = "seen"
    """A kiosk is there."""


LABELS = {
    LetterKind.TALK: N_("Asks for a talk"),
    LetterKind.IDEA: N_("What can be better"),
    LetterKind.COMPLIMENT: N_("What goes well"),
    LetterKind.POLL: N_("Answer to the question"),
    LetterKind.WORD: N_("A word after a story"),
    LetterKind.REPORT: N_("Visit reported"),
    LetterKind.WISHES: N_("Other wishes or limits"),
    LetterKind.ACTION: N_("Action done"),
    LetterKind.ALARM: N_("Signing in failed"),
    LetterKind.SEEN: N_("Kiosk seen"),
}

SILENT = frozenset({LetterKind.SEEN, LetterKind.POLL, LetterKind.WORD})
"""What the desk takes in without asking anybody."""


FIELDS = {
    "wishes_words": N_("What I like to do"),
    "exclusions_words": N_("What I do not want to do"),
    "limits": N_("My limits"),
}
"""What somebody can ask the desk to write otherwise: field of the person to what it is called."""


class TalkWish(Part):
    """Somebody wants a talk."""

    mode: TalkMode | None = None
    """With whom; None: no matter."""

    for_whom: Code = "self"
    """``self`` or ``other``."""

    handle: Line = ""
    """How the person wants to be called."""

    reach: Line = ""
    """How to reach that person."""

    when: Line = ""
    about: Said = ""


class SentReport(Part):
    """What a peer worker says of a visit; the fields of a `VisitReport`."""

    activity_id: RecordId | None = None
    series_id: RecordId | None = None
    original: date | None = None
    """With ``series_id``: the date that the series means."""

    day: date
    hours: Annotated[float, Field(ge=0, le=24, allow_inf_nan=False)] = 0
    kilometres: Annotated[float, Field(ge=0, le=2000, allow_inf_nan=False)] = 0
    clients_met: SmallCount = 0
    told_about_confidant: bool | None = None
    questions: tuple[ThemeCount, ...] = ()
    follow_ups: FollowUps = FollowUps()
    signals: tuple[Signal, ...] = ()
    success: Line = ""


class Letter(Record):
    """One letter. It says what its kind asks for; the rest is empty."""

    table: ClassVar[str] = "kiosk_letters"

    mark: Line
    """Random, so that none counts twice."""

    kind: LetterKind
    kiosk_id: Line = ""
    """Member's number of the kiosk, or of who signed in there."""

    sent: datetime
    language: Line = ""
    user_id: Line = ""
    """Who signed in; empty for a visitor."""

    talk: TalkWish | None = None
    said: Said = ""
    poll: Line = ""
    """Mark of the question."""

    answer: Annotated[int, Field(ge=0, le=20)] = 0
    """Of the question, from 1."""

    story_id: RecordId | None = None
    report: SentReport | None = None
    field: Code = ""
    """Of the person, for other wishes or limits: one of `FIELDS`."""

    action_id: RecordId | None = None
    count: Annotated[int, Field(ge=0, le=10_000)] = 0
    version: Line = ""
    """Of the program."""


class PollCount(Record):
    """How often each answer to one question was given. Nothing says by whom or when."""

    table: ClassVar[str] = "kiosk_polls"

    mark: Line
    question: Notes = ""
    answers: tuple[Line, ...] = ()
    counts: tuple[Annotated[int, Field(ge=0)], ...] = ()
    first: date | None = None
    last: date | None = None
