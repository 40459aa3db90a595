"""The forms of an organisation and of a location."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from edtui.desk import organisations
from edtui.errors import N_
from edtui.locale import _
from edtui.records.organisation import Location, Organisation
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people import person_form_parts as lists
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.fields import (
    Field,
    LinesField,
    LongTextField,
    NumberField,
    PartsField,
    TextField,
    YesNoField,
)


def organisation_form(tools: Tools, organisation: Organisation, name: str) -> Form:
    """Make a form of an organisation.

    Args:
        tools: what fields are made with.
        organisation: which; id 0 for a new one.
        name: ``organisation``, ``contacts`` or ``contact_people``.
    """
    fields: list[Field]
    if name == "contacts":
        fields = [lists.contacts("contacts", N_("Ways"), tools)]
    elif name == "contact_people":
        fields = [contact_people("contact_people", N_("Speak to"), tools)]
    else:
        fields = [
            TextField("name", N_("Name"), required=True, max_length=80),
            tools.pick("kind", N_("Kind"), "organisation_kinds"),
            tools.organisation("parent_id", N_("Part of"), but=organisation.id),
            tools.several("target_groups", N_("For whom"), "target_groups"),
            tools.several("council_levels", N_("Client council"), "council_levels",
                          help=N_("on which levels there is one")),
            YesNoField("active", N_("Active"), required=True,
                       help=N_("no: not offered any more; what it did stays")),
            LongTextField("notes", N_("Notes")),
        ]  # fmt: skip
    title = organisation.name or _("A new organisation")
    part = Part(f"organisation_{name}", title, [Section("", fields)])
    save = partial(organisations.save_organisation, tools.desk)
    return record_form(tools.desk, organisation, part, save)


def location_form(tools: Tools, location: Location) -> Form:
    """Make the form of a location."""
    fields: Sequence[Field] = [
        TextField("name", N_("Name"), required=True, max_length=80),
        tools.pick("kind", N_("Kind"), "location_kinds"),
        LinesField("address_lines", N_("Address")),
        TextField("travel_cluster", N_("Travel cluster"), max_length=80,
                  help=N_("places of one cluster can be visited on one trip")),
        NumberField("visits_a_year", N_("Visits a year"), least=0, most=1000, whole=True,
                    help=N_("empty: the norm of its kind")),
        tools.pick("best_day", N_("Best day"), "weekdays"),
        TextField("best_time", N_("Best time"), help=N_("such as 'around coffee'"),
                  max_length=200),
        TextField("access_contact", N_("At the door"), help=N_("whom to ask, and how"),
                  max_length=200),
        YesNoField("not_alone", N_("Not alone"), required=True, help=N_("go there with two")),
        tools.choice("council_level", N_("Client council"), "council_levels"),
        YesNoField("active", N_("Active"), required=True),
        LongTextField("notes", N_("Notes")),
    ]  # fmt: skip
    of = tools.organisation_name(location.organisation_id)
    title = " · ".join(part for part in (of, location.name or _("a new location")) if part)
    form = f"location_{location.organisation_id}"
    part = Part(form, title, [Section("", fields)])
    return record_form(tools.desk, location, part, partial(organisations.save_location, tools.desk))


def contact_people(key: str, label: str, tools: Tools) -> PartsField:
    """Make the field for who to speak to at an organisation."""

    def fields() -> Sequence[Field]:
        return [
            TextField("name", N_("Name"), required=True, max_length=80),
            TextField("function", N_("Function"), max_length=200),
            lists.contacts("contacts", N_("Ways"), tools),
            TextField("note", N_("Note"), max_length=200),
        ]

    def line(part: Mapping[str, Any]) -> str:
        ways = [way.get("value") for way in part.get("contacts") or ()]
        return lists.joined(part.get("name"), part.get("function"), *ways)

    return PartsField(key, label, fields=fields, line=line, title=N_("Somebody to speak to"))
