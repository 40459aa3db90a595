"""Choosing several people of the team."""

from edtui.records import folding
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields.options import Option
from edtui.tui.widgets.fields.several import SeveralField


def people_field(tools: PlanTools, key: str, label: str, *, required: bool) -> SeveralField:
    """Make a field for several people of the team."""

    def options() -> list[Option]:
        found = [(bit.name, number) for number, bit in tools.index.people() if bit.on_team]
        found.sort(key=lambda one: folding.fold(one[0]))
        return [Option(str(number), tools.hide(name)) for name, number in found]

    return SeveralField(
        key,
        label,
        options,
        required=required,
        word_for=lambda code: tools.person_name(int(code)),
    )
