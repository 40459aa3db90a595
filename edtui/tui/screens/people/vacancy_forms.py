"""The forms around a vacancy: itself, who applies, a talk, yes, no, introduced."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from edtui.desk import applications, vacancies
from edtui.errors import N_
from edtui.locale import _
from edtui.records.vacancy import Application, Interview, Vacancy
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people import person_form_parts as lists
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.fields import (
    DateField,
    Field,
    HoursField,
    LinesField,
    LongTextField,
    NumberField,
    TextField,
    TimeField,
)


def vacancy_form(tools: Tools, vacancy: Vacancy) -> Form:
    """Make the form of a vacancy."""
    fields: list[Field] = [
        TextField("title", N_("Title"), required=True, max_length=80),
        tools.pick("role", N_("Role"), "roles", required=True),
        tools.organisation("organisation_id", N_("At"), help=N_("empty: for your own team")),
        tools.locations("location_ids", N_("Places")),
        tools.choice("status", N_("Status"), "vacancy_statuses", required=True),
        NumberField("wanted", N_("How many"), required=True, least=1, most=1000, whole=True),
        HoursField("hours_a_week", N_("Hours a week"), least=0, most=168),
        DateField("closes_on", N_("Closes on")),
        tools.several("channels", N_("Made known"), "channels"),
        LongTextField("text", N_("Text")),
        LongTextField("notes", N_("Notes")),
    ]
    part = Part(
        "vacancy",
        vacancy.title or _("A new vacancy"),
        [Section("", fields)],
        shown=lambda held: {**dict(held), "location_ids": [str(n) for n in held.location_ids]},
        written=lambda _held, values: lists.numbers(values, "location_ids"),
    )
    return record_form(tools.desk, vacancy, part, partial(vacancies.save_vacancy, tools.desk))


def new_application(tools: Tools, vacancy_id: int) -> Application:
    """Give an application of today without a name, which follows in the form."""
    # A checked one without a name would be refused.
    return Application.model_construct(
        vacancy_id=vacancy_id, applied_on=tools.desk.clock.today(), contacts=()
    )


def application_form(tools: Tools, application: Application) -> Form:
    """Make the form of who applies."""
    fields: list[Field] = [
        TextField("applicant_name", N_("Name"), max_length=80,
                  help=N_("or choose somebody of the roster below")),
        tools.person("person_id", N_("On the roster")),
        lists.contacts("contacts", N_("Ways"), tools),
        tools.pick("channel", N_("Came through"), "channels"),
        DateField("applied_on", N_("Applied on")),
        LongTextField("notes", N_("Notes"),
                      help=N_("how somebody uses experience; never a diagnosis")),
    ]  # fmt: skip
    title = tools.hide(applications.applicant_name(tools.desk, application))
    part = Part(
        f"application_{application.vacancy_id}",
        title or _("Somebody applies"),
        [Section("", fields)],
    )
    return record_form(tools.desk, application, part, partial(applications.apply, tools.desk))


def interview_form(tools: Tools, application: Application) -> Form:
    """Make the form of a talk."""
    fields: list[Field] = [
        DateField("on", N_("On"), required=True),
        TimeField("at", N_("Time")),
        LinesField("interviewers", N_("Who asks"),
                   help=N_("one a line; two people, one of them a peer worker, is good")),
        LongTextField("note", N_("Note"),
                      help=N_("how somebody uses experience; never a diagnosis")),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> Application:
        return applications.invite(tools.desk, application.id, Interview(**values))

    return _about(tools, application, N_("interview"), fields, save)


def turn_down_form(tools: Tools, application: Application) -> Form:
    """Make the form of a no."""
    fields: list[Field] = [
        tools.pick("reason", N_("Reason"), "application_reasons", required=True),
        TextField("words", N_("As it was told"), max_length=200),
        DateField("on", N_("Decided on"), required=True),
        DateField("consent_to_keep_on", N_("May be kept"),
                  help=N_("the day on which they agreed to be kept for a year; empty: four weeks")),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> Application:
        return applications.reject(tools.desk, application.id, **values)

    stored: dict[str, Any] = {"on": tools.desk.clock.today()}
    return _about(tools, application, N_("not hired"), fields, save, **stored)


def withdrew_form(tools: Tools, application: Application) -> Form:
    """Make the form of somebody who does not want to go on."""
    fields: list[Field] = [
        tools.pick("reason", N_("Reason"), "application_reasons", required=True),
        DateField("on", N_("On"), required=True),
    ]

    def save(values: Mapping[str, Any]) -> Application:
        return applications.withdraw(tools.desk, application.id, **values)

    stored: dict[str, Any] = {"reason": "own_wish", "on": tools.desk.clock.today()}
    return _about(tools, application, N_("withdrew"), fields, save, **stored)


def hire_form(tools: Tools, application: Application) -> Form:
    """Make the form of a yes; its result is `edtui.desk.applications.Hired`."""
    fields: list[Field] = [
        DateField("start", N_("Starts on"), required=True),
        tools.pick("status", N_("Begins as"), "statuses", required=True,
                   help=N_("trial, or active at once")),
        tools.choice("origin", N_("Origin"), "origins"),
        tools.pick("reason", N_("Reason"), "application_reasons", required=True),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> applications.Hired:
        return applications.hire(tools.desk, application.id, **values)

    stored: dict[str, Any] = {
        "start": tools.desk.clock.today(),
        "status": "trial",
        "reason": "good_fit",
    }
    return _about(tools, application, N_("hire"), fields, save, **stored)


def introduced_form(tools: Tools, application: Application) -> Form:
    """Make the form of an introduction."""
    fields: list[Field] = [DateField("on", N_("Introduced on"), required=True)]

    def save(values: Mapping[str, Any]) -> Application:
        return applications.introduce(tools.desk, application.id, **values)

    stored: dict[str, Any] = {"on": tools.desk.clock.today()}
    return _about(tools, application, N_("introduced"), fields, save, **stored)


def _about(
    tools: Tools,
    application: Application,
    what: str,
    fields: list[Field],
    save: Any,
    **stored: Any,
) -> Form:
    name = tools.hide(applications.applicant_name(tools.desk, application))
    title = f"{name} · {_(what)}"
    return Form(title, [Section("", fields)], stored=stored, save=save, small=True)
