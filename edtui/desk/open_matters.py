"""What is still open when somebody's role ends: each area says what it has, and how it moves on.

An area registers a provider once, when its module is first imported; `edtui.desk.ending` asks all
of them. So a later area (visits, actions, cases) plugs in without a change here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from edtui.desk.session import Act, Desk
from edtui.errors import Sentence
from edtui.records.roles import RoleAssignment


@dataclass(frozen=True)
class OpenMatter:
    """One thing that somebody has to take over, or that just has to be known."""

    kind: str
    """Code of the provider: ``coaching`` …"""

    table: str
    number: int
    what: Sentence = field(compare=False)
    """What it is, such as "accompanies Marij Post"."""

    can_move: bool = True
    """Whether it can be handed to another person in the same pass."""


HandOver = Callable[[Desk, Act, OpenMatter, int], None]
"""Hand a matter over to a person (number), inside the act that ends the role."""


@dataclass(frozen=True)
class Provider:
    """What one area has open."""

    kind: str
    find: Callable[[Desk, RoleAssignment], Iterable[OpenMatter]]
    """What is open of a role (or of its person, where the role is the last one)."""

    hand_over: HandOver


PROVIDERS: dict[str, Provider] = {}


def register(provider: Provider) -> None:
    """Let an area take part in ending a role."""
    PROVIDERS[provider.kind] = provider


def open_matters(desk: Desk, role: RoleAssignment) -> list[OpenMatter]:
    """Give everything that is still open, area by area."""
    return [matter for provider in PROVIDERS.values() for matter in provider.find(desk, role)]
