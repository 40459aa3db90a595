"""What stays of a case whose texts went: enough to count, too little to recognise anybody."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from edtui.records.base import Record
from edtui.records.case import Case
from edtui.records.quantities import SmallCount
from edtui.records.text import Code

Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
"""A month, such as 2026-11."""


class CaseCount(Record):
    """One closed case as a line to count. It has no handle and no number of the case."""

    table: ClassVar[str] = "case_counts"

    month: Month
    """In which it began."""

    closed: Month
    sector: Code = ""
    nature: Code = ""
    themes: tuple[Code, ...] = ()
    involuntary: tuple[Code, ...] = ()
    route: Code = ""
    asker: Code = ""
    undertaken: tuple[Code, ...] = ()
    outcome: Code = ""
    weeks: Annotated[int, Field(ge=0, le=5000)] = 0
    """From the first telling to closed."""

    advice: SmallCount = 0
    """How often the team advised something."""

    helped: SmallCount = 0
    """How often that helped, whole or in part."""


HELPED = frozenset({"yes", "partly"})
"""Codes of the vocabulary ``helped`` that count as help."""


def count_of(case: Case) -> CaseCount:
    """Give what stays of a closed case.

    Raises:
        ValueError: it is not closed.
    """
    if case.closed_on is None:
        raise ValueError("an open case")
    return CaseCount(
        month=f"{case.since:%Y-%m}",
        closed=f"{case.closed_on:%Y-%m}",
        sector=case.sector,
        nature=case.nature,
        themes=case.themes,
        involuntary=case.involuntary,
        route=case.route,
        asker=case.asker,
        undertaken=case.undertaken,
        outcome=case.outcome,
        weeks=(case.closed_on - case.since).days // 7,
        advice=len(case.advice),
        helped=sum(one.helped in HELPED for one in case.advice),
    )
