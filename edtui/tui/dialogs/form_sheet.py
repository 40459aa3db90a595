"""The fields of a form as one thing: what is in them, what changed, what is wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from edtui.errors import BadInput, Sentence
from edtui.tui.widgets.fields.base import Field

Check = Callable[[Mapping[str, Any]], Mapping[str, Sentence]]
"""Gives what is wrong with values that could be read, by field; "" where it is about no field."""


class Section(NamedTuple):
    """A part of a form."""

    title: str
    """Heading (message id); may be empty."""

    fields: Sequence[Field]


class Sheet:
    """All fields of a form.

    Args:
        sections: the parts of the form, in order.
        stored: what the record holds, by field; fields without a value stay as they are made.
        check: rules over the fields.
    """

    def __init__(
        self, sections: Sequence[Section], stored: Mapping[str, Any], check: Check | None
    ) -> None:
        self.sections = sections
        self.fields = {field.key: field for section in sections for field in section.fields}
        self._check = check
        self.fill(stored)

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields.values())

    def fill(self, stored: Mapping[str, Any]) -> None:
        """Show what a record holds; from here on is counted what changed."""
        for key, field in self.fields.items():
            if key in stored:
                field.fill(stored[key])
        self._start = self.values()

    def values(self) -> dict[str, Any]:
        """Give what was typed, as a draft keeps it."""
        return {key: field.value for key, field in self.fields.items()}

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.values() != self._start

    def take_draft(self, values: Mapping[str, Any]) -> None:
        """Show what a draft holds; it counts as typed."""
        for key, value in values.items():
            if key in self.fields and value != self.fields[key].value:
                self.fields[key].value = value
                self.fields[key].touched = True
        self.check()

    def start_again(self) -> None:
        """Show what was there before anything was typed."""
        for key, value in self._start.items():
            self.fields[key].value = value
            self.fields[key].touched = False
        self.check()

    def read(self) -> dict[str, Any]:
        """Give what a record would hold, those fields left out that cannot be read."""
        values: dict[str, Any] = {}
        for key, field in self.fields.items():
            try:
                values[key] = field.read()
            except BadInput:
                continue
        return values

    def check(self) -> Sentence | None:
        """Look at everything; give what is wrong and is about no field."""
        found = dict(self._check(self.read())) if self._check is not None else {}
        return self.complain(found)

    def complain(self, found: Mapping[str, Sentence]) -> Sentence | None:
        """Say at the fields what is wrong with them; give what is about no field."""
        for key, field in self.fields.items():
            complaint = found.get(key)
            if complaint != field.complaint or field.is_attached:
                field.complaint = complaint
                if field.is_attached:
                    field.say_again()
        others = [sentence for key, sentence in found.items() if key not in self.fields]
        return others[0] if others else None

    def touch_all(self) -> None:
        """From now on say everything that is wrong."""
        for field in self:
            field.touched = True
            if field.is_attached:
                field.say_again()

    @property
    def wrong_fields(self) -> list[Field]:
        """The fields with something wrong, touched or not."""
        return [field for field in self if field.problem or field.complaint]

    @property
    def label_width(self) -> int:
        """Cells that the longest label needs, with its mark."""
        from rich.cells import cell_len

        from edtui.locale import _

        longest = max((cell_len(_(field.label)) + 2 * field.required for field in self), default=0)
        return longest + 4
