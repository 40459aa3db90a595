"""Fields of forms: one file a kind, all on `Field`."""

from edtui.tui.widgets.fields.base import Field
from edtui.tui.widgets.fields.choice import ChoiceField, YesNoField
from edtui.tui.widgets.fields.day import DateField, TimeField
from edtui.tui.widgets.fields.number import HoursField, MoneyField, NumberField
from edtui.tui.widgets.fields.options import Option, Options, fixed, from_vocabulary
from edtui.tui.widgets.fields.parts import PartsField
from edtui.tui.widgets.fields.pick import PickField
from edtui.tui.widgets.fields.record_pick import OrganisationField, PersonField
from edtui.tui.widgets.fields.several import SeveralField
from edtui.tui.widgets.fields.text import LinesField, LongTextField, TextField

__all__ = [
    "ChoiceField",
    "DateField",
    "Field",
    "HoursField",
    "LinesField",
    "LongTextField",
    "MoneyField",
    "NumberField",
    "Option",
    "Options",
    "OrganisationField",
    "PartsField",
    "PersonField",
    "PickField",
    "SeveralField",
    "TextField",
    "TimeField",
    "YesNoField",
    "fixed",
    "from_vocabulary",
]
