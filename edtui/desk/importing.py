"""Taking over a list of people: read, guess, look it through, then all of it or nothing.

`make_plan` changes nothing: it says of each row whether it is somebody new, possibly somebody who
is there already, or cannot be taken and why. A person changes columns and choices. `apply` does it
as one act that can be taken back.
"""

from collections.abc import Mapping as Lookup
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from edtui.desk.import_duplicates import Duplicates, Likeness
from edtui.desk.keeping import KnownColumns
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.errors import Sentence
from edtui.exchange import columns
from edtui.exchange.columns import Guess, Mapping
from edtui.exchange.people_rows import PersonRow, Reading, read_row
from edtui.exchange.sheets import Sheet
from edtui.locale import spoken
from edtui.records.folding import fold
from edtui.records.organisation import Organisation
from edtui.records.person import Person

_ROWS_TO_GUESS_BY = 50


class Outcome(StrEnum):
    """What a row is."""

    NEW = "new"
    LIKE = "like"
    """Possibly somebody who is there already, or who stands in an earlier row."""

    REFUSED = "refused"
    """Something in it cannot be understood."""


class Choice(StrEnum):
    """What is done with a row."""

    SKIP = "skip"
    MERGE = "merge"
    """Fill what is empty of the person whom it is like."""

    ADD = "add"
    """Add as somebody new; of a refused row, what was understood."""


@dataclass(frozen=True)
class PlannedRow:
    """A row, what it is, and what will be done with it."""

    read: PersonRow
    outcome: Outcome
    like: tuple[Likeness, ...]
    choice: Choice
    onto: int = 0
    """Which of ``like`` is meant, for `Choice.MERGE`."""

    @property
    def number(self) -> int:
        """The row's number in the spreadsheet."""
        return self.read.row.number

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be done with it."""
        if self.read.person is None:
            return (Choice.SKIP,)
        return (Choice.SKIP, Choice.MERGE, Choice.ADD) if self.like else (Choice.SKIP, Choice.ADD)


class Counts(NamedTuple):
    """What would happen: rows by what is done with them."""

    new: int
    merged: int
    skipped: int
    refused: int


@dataclass(frozen=True)
class ImportPlan:
    """What importing a list would do. Nothing is changed until `edtui.desk.import_apply.apply`."""

    sheet: Sheet
    columns: Mapping
    guesses: tuple[Guess, ...]
    """For the columns, as far as nobody said otherwise."""

    recalled: bool
    """Whether the columns are those of the last list with these headers."""

    rows: tuple[PlannedRow, ...]
    new_organisations: tuple[str, ...]
    """Names that are not there yet and would be added."""

    def with_choice(self, number: int, choice: Choice, onto: int = 0) -> "ImportPlan":
        """Give the plan with another choice for row ``number``.

        Raises:
            ValueError: that cannot be done with this row.
        """
        return self._with({number: (choice, onto)})

    def with_choices(self, choices: Lookup[int, Choice]) -> "ImportPlan":
        """Give the plan with other choices for several rows, by row number.

        Raises:
            ValueError: that cannot be done with one of these rows.
        """
        return self._with({number: (choice, 0) for number, choice in choices.items()})

    def with_choice_for_like(self, choice: Choice) -> "ImportPlan":
        """Give the plan with one choice for all rows that may be somebody already there."""
        like = [row.number for row in self.rows if row.outcome is Outcome.LIKE]
        return self.with_choices(dict.fromkeys(like, choice))

    def counts(self) -> Counts:
        """Count what would happen."""
        new = sum(row.choice is Choice.ADD for row in self.rows)
        merging = sum(row.choice is Choice.MERGE for row in self.rows)
        refused = sum(
            row.choice is Choice.SKIP and row.outcome is Outcome.REFUSED for row in self.rows
        )
        return Counts(new, merging, len(self.rows) - new - merging - refused, refused)

    def reasons(self) -> dict[int, list[Sentence]]:
        """Give why cells or rows cannot be taken, by row number: for `write_back`."""
        return {
            row.number: [fault.why for fault in row.read.faults]
            for row in self.rows
            if row.read.faults
        }

    def _with(self, wanted: dict[int, tuple[Choice, int]]) -> "ImportPlan":
        rows = []
        for row in self.rows:
            choice, onto = wanted.get(row.number, (row.choice, row.onto))
            if choice not in row.choices or (onto and onto >= len(row.like)):
                raise ValueError(choice)
            rows.append(replace(row, choice=choice, onto=onto))
        return replace(self, rows=tuple(rows))


def make_plan(desk: Desk, sheet: Sheet, chosen: Mapping | None = None) -> ImportPlan:
    """Say what importing ``sheet`` would do, with the columns as chosen, recalled or guessed."""
    sample = [row.cells for row in sheet.rows[:_ROWS_TO_GUESS_BY]]
    guesses = tuple(columns.guess(sheet.headers, sample))
    known = _known_columns(desk, sheet.headers) if chosen is None else None
    if chosen is None:
        chosen = (
            columns.recalled(known.columns, sheet.headers) if known else columns.mapping_of(guesses)
        )
    reading = Reading(chosen, vocabularies(desk), desk.clock.today(), spoken())
    rows = _planned([read_row(row, reading) for row in sheet.rows], desk)
    return ImportPlan(
        sheet, chosen, guesses, known is not None, rows, _new_organisations(desk, rows)
    )


def remembered(desk: Desk, plan: ImportPlan) -> KnownColumns:
    """Give the record that keeps the plan's columns for the next time; saved with the import."""
    known = _known_columns(desk, plan.sheet.headers)
    kept = plan.columns.remembered(plan.sheet.headers)
    if known is not None:
        return known.with_(columns=kept)
    return KnownColumns(signature=columns.signature(plan.sheet.headers), columns=kept)


def _known_columns(desk: Desk, headers: Sequence[str]) -> KnownColumns | None:
    wanted = columns.signature(headers)
    return next((known for known in desk.all(KnownColumns) if known.signature == wanted), None)


def _planned(read: Sequence[PersonRow], desk: Desk) -> tuple[PlannedRow, ...]:
    duplicates = Duplicates(desk.all(Person))
    rows = []
    for row in read:
        like = duplicates.like(row.person) if row.person else ()
        if row.person is None or row.faults:
            rows.append(PlannedRow(row, Outcome.REFUSED, like, Choice.SKIP))
            continue
        outcome, choice = (Outcome.LIKE, Choice.SKIP) if like else (Outcome.NEW, Choice.ADD)
        rows.append(PlannedRow(row, outcome, like, choice))
        duplicates.add_row(row.row.number, row.person)
    return tuple(rows)


def _new_organisations(desk: Desk, rows: Sequence[PlannedRow]) -> tuple[str, ...]:
    there = {fold(str(document.get("name", ""))) for _, document in desk.documents(Organisation)}
    named = {fold(name): name for row in reversed(rows) if (name := row.read.organisation)}
    return tuple(sorted(name for key, name in named.items() if key not in there))
