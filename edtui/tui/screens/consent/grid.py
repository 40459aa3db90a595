"""The grid of a consent without a screen: purpose by audience by medium, each no, ask or yes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from edtui.records.story_consent import Cell, Scope
from edtui.records.story_words import Audience, Medium, Purpose, Value, strictest

PURPOSES: Final = tuple(Purpose)
MEDIA: Final = tuple(Medium)

AUDIENCES: Final = (
    Audience.PEERS,
    Audience.OWN_TEAM,
    Audience.OWN_ORG,
    Audience.STUDENTS,
    Audience.PARTNERS,
    Audience.PUBLIC,
    Audience.COORDINATOR,
    Audience.SELF_ONLY,
)
"""From near to far; those for whom hardly anything has to be asked stand last."""

Said = Mapping[Cell, Value]
"""What was said to each use; what is not there is no."""


def said_by(scopes: Iterable[Scope | Mapping[str, Any]]) -> dict[Cell, Value]:
    """Give what scopes say; a use that is named twice has the stricter answer."""
    found: dict[Cell, Value] = {}
    for one in scopes:
        scope = one if isinstance(one, Scope) else Scope.model_validate(one)
        found[scope.cell] = strictest(scope.value, found.get(scope.cell, Value.YES))
    return found


def scopes_of(said: Said) -> list[dict[str, str]]:
    """Give what was said as scopes, in the order of the grid; JSON values only."""
    order = {one: at for at, one in enumerate([*AUDIENCES, *PURPOSES, *MEDIA])}
    cells = sorted(said, key=lambda c: (order[c.audience], order[c.purpose], order[c.medium]))
    return [
        {
            "purpose": cell.purpose.value,
            "audience": cell.audience.value,
            "medium": cell.medium.value,
            "value": said[cell].value,
        }
        for cell in cells
    ]


def changed_cells(before: Said, after: Said) -> list[Cell]:
    """Give the uses to which something else is said; not named and no are the same."""
    cells = dict.fromkeys([*before, *after])
    return [cell for cell in cells if before.get(cell, Value.NO) is not after.get(cell, Value.NO)]


def counted(said: Said, audience: Audience | None = None) -> tuple[int, int]:
    """Give how many uses are yes and how many are to be asked each time."""
    values = [
        value for cell, value in said.items() if audience is None or cell.audience is audience
    ]
    return values.count(Value.YES), values.count(Value.ASK)


def audiences_in(said: Said) -> Sequence[Audience]:
    """Give for whom anything is allowed, in the order of the grid."""
    return [one for one in AUDIENCES if any(counted(said, one))]
