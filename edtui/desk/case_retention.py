"""The retention clock of cases: counts stay, texts go on their day, unless a reason says later.

A case goes with its notes and its closed actions, out of the file and its history
(`edtui.desk.erasing`); open actions stay and let go of it. What stays is a `CaseCount`.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from edtui.desk.erasing import Erased, erase
from edtui.desk.errors import NotNow, ReasonNeeded
from edtui.desk.keeping import Retention
from edtui.desk.retention import Going, Kept
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.vocabularies import word
from edtui.errors import N_, BadInput, NotFound, Sentence
from edtui.records.action_point import ActionPoint
from edtui.records.base import Record
from edtui.records.case import Case, CaseStatus
from edtui.records.case_count import CaseCount, count_of
from edtui.records.case_note import CaseNote
from edtui.records.erasure import Why
from edtui.records.retention import case_keep_until, is_past

CLOSED = N_("closed; kept {months} months")
LONGER = N_("kept longer: {why}")
OVER = N_("done or dropped; kept {months} months")


class NotLater(BadInput):
    """A case is kept longer until a day after the one that the rule says (params: ``day``)."""

    sentence = N_("It is kept until {day} already: choose a later day.")


class CasePreview(NamedTuple):
    """What goes of one case, and what stays."""

    case: Case
    keep_until: date
    """Last day on which its texts may be kept."""

    notes: int
    actions: int
    """Closed ones, which go."""

    open_actions: int
    """They stay, and forget the case."""

    stays: CaseCount

    def is_due(self, today: date) -> bool:
        """Say whether its time is over."""
        return is_past(self.keep_until, today)


def kept_cases(desk: Desk, rules: Retention | None = None) -> list[Kept]:
    """Give every closed case with the day until which its texts are kept, the first to go first."""
    rules = rules or team_settings(desk).retention
    found = []
    for case in desk.having(Case, "status", CaseStatus.CLOSED.value):
        until = case_keep_until(case, months=rules.months_after_case)
        if until is not None:
            longer = case.keep_until is not None and until == case.keep_until
            why = (
                Sentence(LONGER, {"why": case.keep_why})
                if longer
                else Sentence(CLOSED, {"months": rules.months_after_case})
            )
            found.append(Kept(Case.table, case.id, case.handle, until, why))
    return sorted(found, key=lambda one: (one.keep_until, one.number))


def due_cases(desk: Desk, on: date | None = None) -> list[Kept]:
    """Give the cases whose time is over today or on another day."""
    day = on or desk.clock.today()
    return [one for one in kept_cases(desk) if is_past(one.keep_until, day)]


def preview(desk: Desk, number: int) -> CasePreview:
    """Give what goes of a closed case and what stays. Notes count that are not open to who asks.

    Raises:
        NotFound: there is no such case.
        NotNow: it is open.
    """
    case = desk.get(Case, number)
    until = case_keep_until(case, months=team_settings(desk).retention.months_after_case)
    if until is None:
        raise NotNow(status=word("case_statuses", case.status.value))
    actions = desk.having(ActionPoint, "case_id", number)
    open_ones = sum(one.is_open for one in actions)
    notes = len(desk.having(CaseNote, "case_id", number))
    return CasePreview(case, until, notes, len(actions) - open_ones, open_ones, count_of(case))


def keep_longer(desk: Desk, number: int, until: date, why: str) -> Case:
    """Keep the texts of a closed case longer, for a reason.

    Raises:
        NotFound: there is no such case.
        NotLater: the rule keeps it until that day already.
        NotNow: it is open.
        ReasonNeeded: no reason is given.
        ReadOnly: nothing can be written now.
    """
    shown = preview(desk, number)
    if not why.strip():
        raise ReasonNeeded
    months = team_settings(desk).retention.months_after_case
    by_rule = case_keep_until(shown.case.with_(keep_until=None, keep_why=""), months=months)
    if by_rule is not None and until <= max(by_rule, desk.clock.today()):
        raise NotLater(day=by_rule)
    with desk.act(
        Sentence(N_("Case {handle} is kept longer"), {"handle": shown.case.handle})
    ) as act:
        return act.put(shown.case.with_(keep_until=until, keep_why=why))


def erase_cases(desk: Desk, numbers: Iterable[int]) -> Erased:
    """Erase the texts of cases whose time is over; counts stay. This cannot be taken back.

    Raises:
        NotFound: one of them is not due; then none is erased.
        ReadOnly: nothing can be written now.
    """
    wanted = list(dict.fromkeys(numbers))
    due = {one.number for one in due_cases(desk)}
    for number in wanted:
        if number not in due:
            raise NotFound(what=Sentence(N_("overdue record")), number=number)
    gone = going(desk, wanted)
    return erase(desk, others=gone.records, instead=gone.stays, why=Why.RETENTION)


def kept_actions(desk: Desk, rules: Retention | None = None) -> list[Kept]:
    """Give every closed action of no case with the day until which it is kept.

    Those of a case go with it.
    """
    rules = rules or team_settings(desk).retention
    why = Sentence(OVER, {"months": rules.months_after_case})
    return [
        Kept(
            ActionPoint.table,
            one.id,
            one.what,
            one.closed_on + relativedelta(months=rules.months_after_case),
            why,
        )
        for one in desk.all(ActionPoint)
        if one.closed_on is not None and one.case_id is None
    ]


def going_actions(desk: Desk, numbers: Iterable[int]) -> Going:
    """Give the actions that go; nothing stays of them."""
    return Going([desk.get(ActionPoint, number) for number in numbers], [])


def going(desk: Desk, numbers: Iterable[int]) -> Going:
    """Give the cases that go (what points at them goes with them) and the counts that stay."""
    cases = [desk.get(Case, number) for number in numbers]
    records: Sequence[Record] = cases
    return Going(list(records), [count_of(case) for case in cases])
