"""Which form a draft belongs to, so that what was half typed can be gone on with."""

from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application, Vacancy
from edtui.tui.dialogs.form import Form
from edtui.tui.screens.people.tools import Tools


def form_of_draft(tools: Tools, table: str, number: int, form: str) -> Form | None:
    """Give the form of a draft; None where its record is gone or it is nothing of mode 2.

    Args:
        tools: what forms are made with.
        table: of the record.
        number: of the record, 0 for a new one.
        form: key of the form, as the draft has it.
    """
    make = _MAKERS.get(table)
    return make(tools, number, form) if make is not None else None


def _person(tools: Tools, number: int, form: str) -> Form | None:
    from edtui.tui.screens.people.new_person import new_person_form
    from edtui.tui.screens.people.person_forms import FORMS, person_form

    if not number:
        return new_person_form(tools)
    person = tools.desk.find(Person, number)
    name = form.removeprefix("person_")
    return person_form(tools, person, name) if person is not None and name in FORMS else None


def _role(tools: Tools, number: int, form: str) -> Form | None:
    from edtui.tui.dialogs.people.roles import ending_form, role_form

    role = tools.desk.find(RoleAssignment, number)
    if role is not None:
        return ending_form(tools, role) if form == "role_ending" else role_form(tools, role)
    owner = _tail(form)
    return role_form(tools, RoleAssignment(person_id=owner)) if owner else None


def _organisation(tools: Tools, number: int, form: str) -> Form | None:
    from edtui.tui.screens.people.organisation_forms import organisation_form

    found = tools.desk.find(Organisation, number) or Organisation(name="")
    return organisation_form(tools, found, form.removeprefix("organisation_"))


def _location(tools: Tools, number: int, form: str) -> Form | None:
    from edtui.tui.screens.people.organisation_forms import location_form

    found = tools.desk.find(Location, number)
    if found is None and _tail(form):
        found = Location(organisation_id=_tail(form), name="")
    return location_form(tools, found) if found is not None else None


def _vacancy(tools: Tools, number: int, form: str) -> Form | None:  # noqa: ARG001  as the others
    from edtui.tui.screens.people.vacancy_forms import vacancy_form

    return vacancy_form(tools, tools.desk.find(Vacancy, number) or Vacancy(title=""))


def _application(tools: Tools, number: int, form: str) -> Form | None:
    from edtui.tui.screens.people.vacancy_forms import application_form, new_application

    found = tools.desk.find(Application, number)
    if found is None and _tail(form):
        found = new_application(tools, _tail(form))
    return application_form(tools, found) if found is not None else None


def _tail(form: str) -> int:
    """Give the number at the end of a form's key: whose new role or location it is."""
    number = form.rpartition("_")[2]
    return int(number) if number.isdigit() else 0


_MAKERS = {
    "people": _person,
    "roles": _role,
    "organisations": _organisation,
    "locations": _location,
    "vacancies": _vacancy,
    "applications": _application,
}
