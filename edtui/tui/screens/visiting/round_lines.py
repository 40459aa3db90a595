"""The lines of a round while it is looked through: taken, refused, changed, left out."""

from dataclasses import dataclass, field
from typing import NamedTuple

from edtui.desk.calendar_view import CalendarIndex
from edtui.desk.rounds import Proposal, line_findings
from edtui.desk.session import Desk
from edtui.errors import Sentence
from edtui.records.planning_checks import Finding
from edtui.records.round import Line
from edtui.records.round_wish import RoundWish


@dataclass
class RoundLine:
    """One location of a round."""

    location_id: int
    line: Line | None
    """None where there is no visit."""

    why: Sentence | None = None
    """Why there is none."""

    taken: bool = True
    changed: bool = False
    reason: str = ""
    """Why what asks for a look is all right."""

    findings: list[Finding] = field(default_factory=list)

    @property
    def goes(self) -> bool:
        """Whether it would be planned."""
        return self.line is not None and self.taken

    @property
    def open(self) -> list[Finding]:
        """What still stands in the way."""
        return [one for one in self.findings if one.hard or not self.reason]


class Counts(NamedTuple):
    """How a round stands."""

    taken: int
    refused: int
    left_out: int
    in_the_way: int


def lines_of(proposal: Proposal) -> list[RoundLine]:
    """Give what was proposed, then what was left out."""
    found = [RoundLine(line.location_id, line) for line in proposal.lines]
    return found + [RoundLine(one.location_id, None, one.why) for one in proposal.left_out]


def going(lines: list[RoundLine]) -> list[Line]:
    """Give the visits that would be planned."""
    return [one.line for one in lines if one.line is not None and one.taken]


def looked_at(
    desk: Desk, index: CalendarIndex, lines: list[RoundLine], wish: RoundWish
) -> dict[int, list[Finding]]:
    """Give what asks for a look, by location. Slow for many: call it in a thread."""
    together = going(lines)
    return {line.location_id: line_findings(desk, index, line, together, wish) for line in together}


def counted(lines: list[RoundLine]) -> Counts:
    """Give how a round stands."""
    return Counts(
        taken=sum(one.goes for one in lines),
        refused=sum(one.line is not None and not one.taken for one in lines),
        left_out=sum(one.line is None for one in lines),
        in_the_way=sum(one.goes and bool(one.open) for one in lines),
    )
