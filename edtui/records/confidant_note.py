"""A confidant's own note on one matter, which nobody else reads, and the line that it counts as.

The note goes some months after the matter was closed (practice 4.2 and 5.2). What stays is a
`CounterLine`: a month and codes, without handle, text or number of the note.
"""

from datetime import date
from typing import Annotated, ClassVar, Self

from dateutil.relativedelta import relativedelta
from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.refusal import refuse
from edtui.records.text import Code, Line, clean_notes

MONTHS_AFTER_NOTE = 3
"""Months after closing until a note goes."""

YEAR_REPORT = (4, 1)
"""Month and day by which the report of the year before is there: nothing is kept after it."""

MINUTES_IN = 5
"""Minutes are counted in fives, upwards: an exact number says more than it needs to."""

Text = Annotated[str, StringConstraints(max_length=200_000), BeforeValidator(clean_notes)]
"""A long text with line breaks."""

Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
"""A month, such as 2026-11."""

Minutes = Annotated[int, Field(ge=0, le=100_000)]
Cluster = Annotated[Line, StringConstraints(max_length=60)]
"""Some locations together, in the team's own words: never one house alone."""


class Counted(Part):
    """What is counted of a matter, and nothing more."""

    month: Month
    """In which it began."""

    cluster: Cluster = ""
    sector: Code = ""
    """Vocabulary ``sectors``."""

    nature: Code = ""
    """Vocabulary ``natures``."""

    themes: tuple[Code, ...] = ()
    """Vocabulary ``themes``."""

    involuntary: tuple[Code, ...] = ()
    """Those of `themes` to which the client did not agree."""

    route: Code = ""
    """Vocabulary ``contact_routes``."""

    undertaken: tuple[Code, ...] = ()
    """Vocabulary ``case_steps``."""

    outcome: Code = ""
    """Vocabulary ``outcomes``; empty while it goes on."""

    minutes: Minutes = 0


class CounterLine(Record):
    """A line that a confidant sent to be counted. A later one of the same matter replaces it."""

    table: ClassVar[str] = "counter_lines"

    line: Line
    """Random: by which a later line is known to be of the same matter, and by nothing else."""

    counted: Counted


class ConfidantNote(Record):
    """One matter in a confidant's own words."""

    table: ClassVar[str] = "confidant_notes"

    handle: Line
    """By which the confidant knows whose matter it is; no name."""

    since: date
    text: Text = ""
    cluster: Cluster = ""
    sector: Code = ""
    nature: Code = ""
    themes: tuple[Code, ...] = ()
    involuntary: tuple[Code, ...] = ()
    route: Code = ""
    undertaken: tuple[Code, ...] = ()
    outcome: Code = ""
    minutes: Minutes = 0
    """Of work, all together."""

    closed_on: date | None = None
    keep_until: date | None = None
    """Longer than the rule says, for a reason; never past the year report."""

    keep_why: Line = ""
    line: Line = ""
    """Id of its counter line; empty while none was sent."""

    sent: Counted | None = None
    """What was sent last."""

    sent_on: date | None = None

    @model_validator(mode="after")
    def _rules_over_fields(self) -> Self:
        if not self.handle:
            raise refuse(N_("Give it a handle: a word by which you know it."), field="handle")
        if not set(self.involuntary) <= set(self.themes):
            raise refuse(N_("Choose this theme above too."), field="involuntary")
        if self.closed_on is not None and self.closed_on < self.since:
            raise refuse(N_("It cannot be closed before it began."), field="closed_on")
        return self

    @property
    def is_open(self) -> bool:
        """Whether the matter goes on."""
        return self.closed_on is None


def counted_of(note: ConfidantNote) -> Counted:
    """Give what is counted of a note."""
    return Counted(
        month=f"{note.since:%Y-%m}",
        cluster=note.cluster,
        sector=note.sector,
        nature=note.nature,
        themes=note.themes,
        involuntary=note.involuntary,
        route=note.route,
        undertaken=note.undertaken,
        outcome=note.outcome,
        minutes=-(-note.minutes // MINUTES_IN) * MINUTES_IN,
    )


def is_to_send(note: ConfidantNote) -> bool:
    """Say whether what is counted of a note was not sent as it is now."""
    return note.sent != counted_of(note)


def rule_keeps_until(note: ConfidantNote) -> date | None:
    """Give the last day on which a closed note is kept without a reason; None while it is open."""
    if note.closed_on is None:
        return None
    until: date = note.closed_on + relativedelta(months=MONTHS_AFTER_NOTE)
    return until


def latest_day(note: ConfidantNote) -> date | None:
    """Give the last day on which a closed note may be kept for a reason: that of the year report.

    Where the rule itself keeps it longer than that, the rule's day.
    """
    by_rule = rule_keeps_until(note)
    if note.closed_on is None or by_rule is None:
        return None
    return max(by_rule, date(note.closed_on.year + 1, *YEAR_REPORT))


def note_keep_until(note: ConfidantNote) -> date | None:
    """Give the last day on which a note is kept; None while it is open."""
    by_rule, latest = rule_keeps_until(note), latest_day(note)
    if by_rule is None or latest is None:
        return None
    return min(max(by_rule, note.keep_until), latest) if note.keep_until else by_rule
