"""The forms of a case and of what happens to it: next step, advice, closed, kept longer."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from edtui.desk import case_retention, cases
from edtui.errors import N_
from edtui.locale import _
from edtui.records.case import Case, CaseStatus
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.widgets.fields import ChoiceField, DateField, Field, Options

NO_NAMES = N_("no names: a role, or the handle of the case")


def new_case(tools: CaseTools) -> Case:
    """Give a case of today without a handle, which the program chooses when it is saved."""
    # A checked one without a handle would be refused.
    return Case.model_construct(since=tools.desk.clock.today(), handle="")


def case_form(tools: CaseTools, case: Case) -> Form:
    """Make the form of a case; the handle has no field."""
    what: list[Field] = [
        tools.line("summary", N_("In one line"), help=NO_NAMES),
        tools.choice("nature", N_("Nature"), "natures",
                     help=N_("who calls it a complaint, has one")),
        tools.pick("sector", N_("Sector"), "sectors"),
        tools.several("themes", N_("Themes"), "themes"),
        tools.several("involuntary", N_("Involuntary"), "themes",
                      help=N_("of these themes, those to which the client did not agree")),
    ]  # fmt: skip
    who: list[Field] = [
        tools.pick("asker", N_("Asked by"), "askers"),
        tools.pick("route", N_("Came through"), "contact_routes"),
        tools.several("involved", N_("Involved"), "involved_roles", help=N_("roles, never names")),
        DateField("since", N_("Since"), required=True),
    ]
    sections = [Section(N_("What"), what), Section(N_("Who and when"), who)]
    if case.is_open:
        after: list[Field] = [
            ChoiceField("status", N_("Status"), _open_statuses(tools), required=True),
            tools.line("next_step", N_("Next step")),
            DateField("comes_back_on", N_("Comes back"),
                      help=N_("the first meeting from then on has it on its agenda")),
        ]  # fmt: skip
        sections.append(Section(N_("And then"), after))

    def save(changed: Case) -> Case:
        if changed.id:
            return cases.save_case(tools.desk, changed)
        fields = {name: value for name, value in dict(changed).items() if name in keys}
        return cases.add_case(tools.desk, **fields)

    keys = {field.key for section in sections for field in section.fields}

    def written(held: Case, values: Mapping[str, Any]) -> Mapping[str, Any]:
        # What is involuntary is a theme; and a handle is needed to check the rest: the desk chooses
        # the true one. A field that cannot be read is not among the values.
        both = (*values.get("themes", held.themes), *values.get("involuntary", held.involuntary))
        return {**values, "themes": tuple(dict.fromkeys(both)), "handle": held.handle or "-"}

    part = Part("case", case.handle or _("A new case"), sections, written=written)
    return record_form(tools.desk, case, part, save)


def _open_statuses(tools: CaseTools) -> Options:
    """Give the statuses of an open case: closing asks how it ended."""
    every = tools.options("case_statuses")
    return lambda: [option for option in every() if option.code != CaseStatus.CLOSED]


def next_step_form(tools: CaseTools, case: Case) -> Form:
    """Make the form of what is to happen next."""
    fields: list[Field] = [
        tools.line("words", N_("Next step"), help=NO_NAMES),
        DateField("comes_back_on", N_("Comes back"),
                  help=N_("the first meeting from then on has it on its agenda")),
    ]  # fmt: skip

    def save(values: Mapping[str, Any]) -> Case:
        return cases.next_step(tools.desk, case.id, **values)

    stored = {"words": case.next_step, "comes_back_on": case.comes_back_on}
    return _small(case, N_("next step"), fields, save, stored)


def close_form(tools: CaseTools, case: Case) -> Form:
    """Make the form of how a case ended."""
    fields: list[Field] = [
        tools.choice("outcome", N_("It ended"), "outcomes", required=True),
        tools.line("words", N_("In one line"), help=NO_NAMES),
        tools.several("undertaken", N_("What was done"), "case_steps"),
    ]

    def save(values: Mapping[str, Any]) -> Case:
        return cases.close_case(tools.desk, case.id, **values)

    return _small(case, N_("close"), fields, save, {"undertaken": case.undertaken})


def outcome_form(tools: CaseTools, case: Case) -> Form:
    """Make the form of how a closed case ended."""
    fields: list[Field] = [
        tools.choice("outcome", N_("It ended"), "outcomes", required=True),
        tools.line("outcome_words", N_("In one line"), help=NO_NAMES),
        tools.several("undertaken", N_("What was done"), "case_steps"),
    ]
    part = Part("case_outcome", f"{case.handle} · {_('Outcome')}", [Section("", fields)])
    return record_form(tools.desk, case, part, partial(cases.save_case, tools.desk), small=True)


def advice_form(tools: CaseTools, case: Case) -> Form:
    """Make the form of what the team advised."""
    fields: list[Field] = [tools.line("what", N_("Advice"), required=True, help=NO_NAMES)]

    def save(values: Mapping[str, Any]) -> Case:
        return cases.advise(tools.desk, case.id, values["what"])

    return _small(case, N_("advice"), fields, save, {})


def helped_form(tools: CaseTools, case: Case, place: int) -> Form:
    """Make the form of whether an advice helped."""
    advice = case.advice[place]
    fields: list[Field] = [tools.choice("code", N_("Did it help?"), "helped", required=True)]

    def save(values: Mapping[str, Any]) -> Case:
        return cases.helped(tools.desk, case.id, place, values["code"])

    return _small(case, advice.what, fields, save, {"code": advice.helped})


def longer_form(tools: CaseTools, case: Case) -> Form:
    """Make the form of a reason to keep texts longer."""
    fields: list[Field] = [
        DateField("until", N_("Keep until"), required=True),
        tools.line("why", N_("Why"), required=True, help=NO_NAMES),
    ]

    def save(values: Mapping[str, Any]) -> Case:
        return case_retention.keep_longer(tools.desk, case.id, **values)

    stored = {"until": case.keep_until, "why": case.keep_why}
    return _small(case, N_("keep longer"), fields, save, stored)


def _small(
    case: Case,
    what: str,
    fields: list[Field],
    save: Callable[[Mapping[str, Any]], Any],
    stored: Mapping[str, Any],
) -> Form:
    title = f"{case.handle} · {_(what)}"
    return Form(title, [Section("", fields)], stored=stored, save=save, small=True)
