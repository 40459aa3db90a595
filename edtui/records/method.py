"""How a group talks about a case: a method, its steps, their minutes, who speaks, the prompt.

Methods are data: the files of ``data/methods`` (`edtui.records.method_files`), which a person may
edit, and those that the team added in the program, which are records of the table ``methods``. One
with the code of another takes its place.
"""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, StringConstraints, model_validator

from edtui.errors import N_
from edtui.records.base import Part, Record
from edtui.records.refusal import refuse
from edtui.records.text import CODE_PATTERN, Code, Line

LONGEST = 240
"""Minutes that a method and a step may take at most."""

StepMinutes = Annotated[int, Field(ge=1, le=LONGEST)]

GivenCode = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=CODE_PATTERN)]


class Use(StrEnum):
    """What a method is for."""

    CASE = "case"
    """One case of an agenda."""

    FRAME = "frame"
    """Divides a whole meeting."""

    TALK = "talk"
    """A guide for a talk with the person whom it is about."""


class AgendaPart(StrEnum):
    """What a step of a frame stands for on an agenda."""

    CHECK_IN = "check_in"
    ACTIONS = "actions"
    CASES = "cases"
    PRACTICAL = "practical"
    SIGNALS = "signals"
    CLOSING = "closing"
    OTHER = "other"


class StepForm(StrEnum):
    """A form of its own that a step has beside its text (`edtui.records.deliberation`)."""

    NONE = ""
    DILEMMA = "dilemma"
    PERSPECTIVES = "perspectives"
    CHOICES = "choices"
    AGREEMENTS = "agreements"
    DOUBT = "doubt"
    REACTION = "reaction"
    NEXT_ACT = "next_act"


class Speaker(StrEnum):
    """Codes of the vocabulary ``speakers``."""

    EVERYONE = "everyone"
    EACH = "each"
    EACH_WRITES = "each_writes"
    PRESENTER = "presenter"
    PRESENTERS = "presenters"
    GROUP = "group"
    GROUP_TO_PRESENTER = "group_to_presenter"
    GROUP_ALONE = "group_alone"
    GROUP_WRITES = "group_writes"
    CONSULTANTS = "consultants"
    FACILITATOR = "facilitator"
    FACILITATORS = "facilitators"
    CLIENT = "client"


class Words(Part):
    """A text in both languages; where one is missing the other stands for it."""

    nl: Line = ""
    en: Line = ""

    @model_validator(mode="after")
    def _one_at_least(self) -> Self:
        if not (self.nl or self.en):
            raise refuse(N_("Give the words in Dutch (nl), in English (en), or in both."))
        return self

    def text(self, language: str) -> str:
        """Give the text in a language (``nl`` or ``en``)."""
        return (self.nl or self.en) if language == "nl" else (self.en or self.nl)


class MethodStep(Part):
    """One step."""

    title: Words
    minutes: StepMinutes
    who: Speaker = Speaker.EVERYONE
    prompt: Words | None = None
    form: StepForm = StepForm.NONE
    part: AgendaPart = AgendaPart.OTHER
    """Of a frame: what it stands for on the agenda."""


class Method(Record):
    """A method; ``id`` 0 for one of a file."""

    table: ClassVar[str] = "methods"

    code: GivenCode
    name: Words
    yields: Words | None = None
    """What comes out of it."""

    guard: Words | None = None
    """What whoever leads it must not forget."""

    use: Use = Use.CASE
    people: tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(le=100)]] = (2, 12)
    """Fewest and most."""

    minutes: StepMinutes
    """Of all steps together."""

    steps: Annotated[tuple[MethodStep, ...], Field(min_length=1, max_length=30)]
    order: int = 1000
    """Where it stands in the list."""

    retired: bool = False
    """Not offered any more."""

    based_on: Code = ""
    """Code of the method of which it was made."""

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            raise refuse(
                N_("The steps add up to {total} minutes, not to {minutes}."),
                field="minutes",
                total=total,
                minutes=self.minutes,
            )
        if self.people[0] > self.people[1]:
            raise refuse(N_("The smallest group is larger than the largest."), field="people")
        parts = [step.part for step in self.steps]
        if self.use is Use.FRAME and parts.count(AgendaPart.CASES) != 1:
            raise refuse(
                N_('A method that divides a meeting has one step with part = "cases".'),
                field="steps",
            )
        return self

    def __str__(self) -> str:
        return self.code


def shared_out(minutes: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Give the seconds of each step where a method gets ``minutes`` in all.

    Where there is a minute for each step they are whole minutes, in proportion to what the method
    says, at least one each; the sum is ``minutes`` exactly.

    Args:
        minutes: to share out, at least 1.
        weights: minutes of the steps, as the method has them.
    """
    unit = 60 if minutes >= len(weights) else 1
    pieces = minutes * 60 // unit
    total = sum(weights)
    exact = [pieces * weight / total for weight in weights]
    shares = [max(1, int(share)) for share in exact]
    # The largest remainder gets what is left; who was lifted to one gives back first.
    while sum(shares) != pieces:
        step = 1 if sum(shares) < pieces else -1
        able = [i for i, share in enumerate(shares) if step > 0 or share > 1]
        at = max(able, key=lambda i: (step * (exact[i] - shares[i]), -i))
        shares[at] += step
    return tuple(share * unit for share in shares)
