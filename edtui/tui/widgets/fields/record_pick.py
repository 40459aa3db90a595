"""Picks a record by name: a person, an organisation; a new one can be asked for."""

from collections.abc import Callable, Sequence
from typing import Any

from edtui.errors import N_
from edtui.tui.widgets.fields.options import Option
from edtui.tui.widgets.fields.pick import PickField


class NumberedPick(PickField):
    """Picks a record: reads its number, None for none."""

    def fill(self, stored: Any) -> None:
        """Show a record by its number."""
        self.value = str(stored) if stored else ""

    def read(self) -> int | None:
        """Give the number.

        Raises:
            NotChosen: what was typed is nothing of the list.
        """
        code = super().read()
        return int(code) if code else None


class PersonField(NumberedPick):
    """Picks a person.

    Args:
        key: name of the field.
        label: message id.
        find: gives (number, name) of those who fit what was typed, best first, few.
        name_of: gives the name of a number, as it may be seen now.
        help: message id.
        required: whether it may stay empty.
        may_make: whether a new person can be asked for (`PickField.NewAsked`).
    """

    new_line = N_("+ new person '{typed}'")

    def __init__(
        self,
        key: str,
        label: str,
        *,
        find: Callable[[str], Sequence[tuple[int, str]]],
        name_of: Callable[[int], str],
        help: str = "",
        required: bool = False,
        may_make: bool = False,
    ) -> None:
        super().__init__(
            key,
            label,
            help=help,
            required=required,
            narrowing=lambda typed: [Option(str(number), name) for number, name in find(typed)],
            word_for=lambda code: name_of(int(code)),
            new=self.new_line if may_make else "",
        )


class OrganisationField(PersonField):
    """Picks an organisation; as `PersonField`."""

    new_line = N_("+ new organisation '{typed}'")
