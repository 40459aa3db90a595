"""Where a story was told, for whom, in which version: to get it back, and for care."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from edtui.records.base import Part, Record
from edtui.records.quantities import RecordId
from edtui.records.story_words import Audience, Medium, Purpose, Reach
from edtui.records.text import Code, Line, Name

GroupSize = Annotated[int, Field(ge=0, le=1_000_000)]


class Energy(StrEnum):
    """What telling did; vocabulary ``story_energy``. Skipping is an answer too."""

    SKIPPED = ""
    GAVE = "gave"
    EVEN = "even"
    COST = "cost"


class Debrief(Part):
    """The narrator, afterwards."""

    on: date | None = None
    how_was_it: Line = ""
    energy: Energy = Energy.SKIPPED
    follow_up: Line = ""


class StoryUse(Record):
    """One use. It holds nothing of the text, and stays when the text is withdrawn."""

    table: ClassVar[str] = "story_uses"

    story_id: RecordId
    version_id: RecordId | None = None
    version_no: int = 0
    narrator_id: RecordId | None = None
    on: date
    purpose: Purpose
    audience: Audience
    medium: Medium
    exit: Code = ""
    """How it left the program (`edtui.records.story_gate.Exit`); empty: it did not."""

    occasion: Line = ""
    group_size: GroupSize = 0
    place: Line = ""
    """Where, or with which organisation."""

    contact: Line = ""
    """Who is told when it is withdrawn."""

    consent_id: RecordId | None = None
    ask_id: RecordId | None = None
    told_by: Name = ""
    reach: Reach = Reach.NOT
    copies: GroupSize = 0
    where_found: Line = ""
    """Address on the web, or number of the issue."""

    recalled_on: date | None = None
    """Ticked off the reach report."""

    recall_result: Line = ""
    thanks_sent: date | None = None
    after: Debrief = Debrief()


_REACH = {
    Medium.TOLD_BY_SELF: Reach.NOT,
    Medium.READ_ALOUD: Reach.NOT,
    Medium.THEATRE: Reach.PARTLY,
    Medium.ON_PAPER: Reach.PARTLY,
    Medium.INTERNAL_DIGITAL: Reach.RECALLABLE,
    Medium.WEB: Reach.PARTLY,
    Medium.AUDIO: Reach.PARTLY,
    Medium.VIDEO: Reach.PARTLY,
    Medium.QUOTE_ONLY: Reach.PARTLY,
}
_GONE = {Purpose.SOCIAL_MEDIA, Purpose.PRESS, Purpose.MAGAZINE}


def usual_reach(purpose: Purpose, medium: Medium) -> Reach:
    """Give how far a use can usually be got back; never more hopeful than honest."""
    return Reach.NOT if purpose in _GONE else _REACH[medium]
