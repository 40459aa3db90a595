"""What a moral deliberation writes down: the dilemma, the perspectives, everyone's own choice."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from edtui.records.base import Part
from edtui.records.text import Line, Name, Notes


class Side(StrEnum):
    """What somebody chooses."""

    A = "a"
    B = "b"
    OTHER = "other"
    """Another way out."""


class Perspective(Part):
    """How one of those who have to do with it looks at it."""

    who: Name
    """A role, never a client's name."""

    value: Line = ""
    """What matters to them."""

    norm: Line = ""
    """What they would therefore do."""


class OwnChoice(Part):
    """What one of the group wrote for themselves, before anybody heard another."""

    who: Name = ""
    """A role or initials; empty: the next at the keyboard."""

    side: Side
    because: Line = ""
    limits_harm_by: Line = ""
    needs: Line = ""


class Deliberation(Part):
    """The forms of the dilemma method and of CURA, for one item of an agenda."""

    option_a: Line = ""
    harm_a: Line = ""
    option_b: Line = ""
    harm_b: Line = ""

    perspectives: Annotated[tuple[Perspective, ...], Field(max_length=60)] = ()

    choosers: Annotated[int, Field(ge=0, le=60)] = 0
    """How many write their choice; 0 where that was not said yet."""

    choices: Annotated[tuple[OwnChoice, ...], Field(max_length=60)] = ()
    """Not shown before `shown`."""

    shown: bool = False
    """Whether the choices may be seen: all wrote theirs, or the group said so."""

    situation: Notes = ""
    doubt: Line = ""
    judgement: Line = ""
    feeling: Line = ""
    body: Line = ""
    act: Line = ""
    own_need: Line = ""

    @property
    def all_wrote(self) -> bool:
        """Whether everybody's choice is there."""
        return 0 < self.choosers <= len(self.choices)

    @property
    def seen(self) -> tuple[OwnChoice, ...]:
        """The choices as they may be seen: none before they are shown."""
        return self.choices if self.shown else ()
