"""The forms of a moral deliberation: dilemma, perspectives, CURA's first reaction and action."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import ModalScreen

from edtui.desk.naming import NameGuard
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.locale import _
from edtui.records.deliberation import Deliberation
from edtui.records.meeting import Meeting, Outcome, OutcomeKind
from edtui.records.method import StepForm
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.meeting.choices import ChoicesDialog
from edtui.tui.screens.meeting.outcome_parts import outcomes_field, outcomes_of
from edtui.tui.screens.meeting.running_forms import Change, guard_of
from edtui.tui.widgets.fields import Field, LongTextField, NumberField, PartsField, TextField

LENGTH = 200


def step_form(
    desk: Desk, app: Any, meeting: Meeting, at: int, change: Change
) -> ModalScreen[Any] | None:
    """Make the form of the step at a place; None where the step has none."""
    form, item = meeting.steps[at].form, meeting.steps[at].item
    if form is StepForm.NONE:
        return None
    if form is StepForm.AGREEMENTS:
        return agreements_form(desk, app, meeting, item, change)
    if form is StepForm.CHOICES:
        return choices_form(desk, meeting, item, change)
    title, fields = _FORMS[form]
    held = meeting.agenda[item].deliberation

    def save(values: Mapping[str, Any]) -> Meeting:
        return change(lambda now: _with(now, item, **values))

    return Form(_(title), [Section("", fields(guard_of(desk)))], stored=dict(held), save=save)


def choices_form(desk: Desk, meeting: Meeting, item: int, change: Change) -> ModalScreen[Any]:
    """Ask how many write, until somebody wrote; then let them write one after another.

    Nothing is filled in: a digit typed behind a guess of 4 would be 46 people.
    """
    held = meeting.agenda[item].deliberation
    if held.choices:
        return ChoicesDialog(desk, meeting.id, item, change)

    def save(values: Mapping[str, Any]) -> Meeting:
        return change(lambda now: _with(now, item, choosers=values["choosers"]))

    field = NumberField("choosers", N_("How many"), required=True, least=1, most=60, whole=True,
                        help=N_("one after another at this keyboard"))  # fmt: skip
    title = _("How many write their own choice?")
    return Form(title, [Section("", [field])], stored={}, save=save, small=True)


def agreements_form(desk: Desk, app: Any, meeting: Meeting, item: int, change: Change) -> Form:
    """Make the form of what is agreed on in this case: actions, one a line."""

    def save(values: Mapping[str, Any]) -> Meeting:
        def changed(now: Meeting) -> Meeting:
            others = [o for o in now.outcomes if o.item != item or not _is_action(o)]
            mine = [one.with_(item=item) for one in outcomes_of(values["actions"])]
            return now.with_(outcomes=(*others, *mine))

        return change(changed)

    field = outcomes_field("actions", N_("Agreed"), desk, app, OutcomeKind.ACTION)
    held = [o for o in meeting.outcomes if o.item == item and _is_action(o)]
    return Form(_("What do we do, who, when?"), [Section("", [field])],
                stored={"actions": held}, save=save)  # fmt: skip


def _is_action(outcome: Outcome) -> bool:
    return outcome.kind is OutcomeKind.ACTION


def _with(meeting: Meeting, item: int, **changes: Any) -> Meeting:
    held: Deliberation = meeting.agenda[item].deliberation
    return meeting.with_item(item, deliberation=held.with_(**changes))


def _dilemma(guard: NameGuard) -> list[Field]:
    return [
        TextField("option_a", N_("Do I do A"), max_length=LENGTH, guard=guard, required=True),
        TextField("harm_a", N_("Harm of A"), max_length=LENGTH, guard=guard),
        TextField("option_b", N_("or do I do B"), max_length=LENGTH, guard=guard, required=True),
        TextField("harm_b", N_("Harm of B"), max_length=LENGTH, guard=guard),
    ]


def _perspectives(guard: NameGuard) -> list[Field]:
    return [
        PartsField(
            "perspectives",
            N_("Perspectives"),
            fields=lambda: _perspective(guard),
            line=lambda part: " · ".join(
                str(part[name]) for name in ("who", "value", "norm") if part.get(name)
            ),
            title=N_("One perspective"),
        )
    ]


def _perspective(guard: NameGuard) -> list[Field]:
    return [
        TextField("who", N_("Who"), max_length=80, required=True, guard=guard,
                  help=N_("a role: client, sister, team leader; no name")),
        TextField("value", N_("Finds important"), max_length=LENGTH, guard=guard),
        TextField("norm", N_("Would therefore"), max_length=LENGTH, guard=guard),
    ]  # fmt: skip


def _doubt(guard: NameGuard) -> list[Field]:
    return [
        LongTextField("situation", N_("Situation"), guard=guard),
        TextField("doubt", N_("Doubt"), max_length=LENGTH, guard=guard),
    ]


def _reaction(guard: NameGuard) -> list[Field]:
    return [
        TextField("judgement", N_("Judgement"), max_length=LENGTH, guard=guard),
        TextField("feeling", N_("Feeling"), max_length=LENGTH, guard=guard),
        TextField("body", N_("Body"), max_length=LENGTH, guard=guard),
    ]


def _next_act(guard: NameGuard) -> list[Field]:
    return [
        TextField("act", N_("What you will do"), max_length=LENGTH, guard=guard),
        TextField("own_need", N_("What you need"), max_length=LENGTH, guard=guard),
    ]


_FORMS: dict[StepForm, tuple[str, Callable[[NameGuard], list[Field]]]] = {
    StepForm.DILEMMA: (N_("The dilemma, with what each side harms"), _dilemma),
    StepForm.PERSPECTIVES: (N_("Who has to do with it, and what matters to each"), _perspectives),
    StepForm.DOUBT: (N_("What is the situation, and what is the doubt?"), _doubt),
    StepForm.REACTION: (N_("What was the first reaction? Put it aside"), _reaction),
    StepForm.NEXT_ACT: (N_("What will you do, and what do you need?"), _next_act),
}
