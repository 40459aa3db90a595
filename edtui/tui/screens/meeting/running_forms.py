"""The small forms over a running meeting: an action, a decision, the question, who is here."""

from collections.abc import Callable, Mapping
from typing import Any

from edtui.desk.case_people import people_to_choose, person_name
from edtui.desk.cases import open_cases
from edtui.desk.folding import fold
from edtui.desk.minutes import usual_next
from edtui.desk.naming import NameGuard, name_guard
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, NotAllowed
from edtui.locale import _, spoken
from edtui.records.meeting import Attended, Meeting, Outcome, OutcomeKind
from edtui.tui.curtain import shown_name
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.widgets.fields import (
    DateField,
    Field,
    NumberField,
    PartsField,
    PersonField,
    PickField,
    TextField,
    from_vocabulary,
)

Change = Callable[[Callable[[Meeting], Meeting]], Meeting]
"""Keeps a meeting changed by a function of what it is now, and gives it."""

FEW = 9
"""So many names are offered at once."""


def guard_of(desk: Desk) -> NameGuard:
    """Give what marks names while somebody types: make one for as long as a form is open."""
    try:
        handles = [case.handle for case in open_cases(desk)]
    except NotAllowed:
        handles = []
    return name_guard(desk, handles=handles)


def outcome_fields(desk: Desk, app: Any, kind: OutcomeKind) -> list[Field]:
    """Make the fields of an action or a decision."""
    guard = guard_of(desk)
    if kind is OutcomeKind.DECISION:
        return [TextField("what", N_("Decided"), required=True, max_length=200, guard=guard)]
    return [
        TextField("what", N_("What"), required=True, max_length=200, guard=guard),
        person_field(desk, app),
        TextField("who", N_("Or who else"), max_length=80, guard=guard,
                  help=N_("a function, never a client")),
        DateField("due", N_("Before")),
    ]  # fmt: skip


def person_field(desk: Desk, app: Any) -> PersonField:
    """Make a field for somebody of the team; behind the curtain only initials are seen."""

    def find(typed: str) -> list[tuple[int, str]]:
        found = people_to_choose(desk, typed)
        wanted = fold(typed)
        begin = [one for one in found if any(w.startswith(wanted) for w in fold(one[1]).split())]
        best = [*begin, *(one for one in found if one not in begin)][:FEW]
        return [(number, shown_name(app, name)) for number, name in best]

    return PersonField(
        "person_id", N_("Who"), find=find, name_of=lambda n: shown_name(app, person_name(desk, n))
    )


def outcome_form(desk: Desk, app: Any, item: int, change: Change, kind: OutcomeKind) -> Form:
    """Make the form of an action or a decision."""

    def save(values: Mapping[str, Any]) -> Meeting:
        new = Outcome(kind=kind, item=item, **values)
        return change(lambda meeting: meeting.with_(outcomes=(*meeting.outcomes, new)))

    action = kind is OutcomeKind.ACTION
    title = _("Who does what, before when?") if action else _("What is decided?")
    return Form(title, [Section("", outcome_fields(desk, app, kind))], save=save, small=True)


def question_form(desk: Desk, meeting: Meeting, item: int, change: Change) -> Form:
    """Make the form of the inbringer's question."""

    def save(values: Mapping[str, Any]) -> Meeting:
        return change(lambda now: now.with_item(item, question=values["question"]))

    fields: list[Field] = [
        TextField("question", N_("Question"), max_length=200, guard=guard_of(desk))
    ]
    stored = {"question": meeting.agenda[item].question}
    title = _("What does the inbringer want to know?")
    return Form(title, [Section("", fields)], stored=stored, save=save, small=True)


def returns_form(desk: Desk, meeting: Meeting, item: int, change: Change) -> Form:
    """Make the form of when a case comes back; at first the next meeting is offered."""

    def save(values: Mapping[str, Any]) -> Meeting:
        return change(lambda now: now.with_item(item, comes_back_on=values["on"]))

    fields: list[Field] = [
        DateField("on", N_("Comes back"), help=N_("empty: it does not come back by itself"))
    ]
    stored = {"on": meeting.agenda[item].comes_back_on or usual_next(desk, meeting)}
    title = _("When do you want to see this case again?")
    return Form(title, [Section("", fields)], stored=stored, save=save, small=True)


def attendance_form(desk: Desk, meeting: Meeting, change: Change) -> Form:
    """Make the form of who is here: roles, no names."""
    roles = vocabularies(desk)["roles"]

    def line(part: Mapping[str, Any]) -> str:
        return f"{roles.label(str(part.get('role', '')), spoken())} ({part.get('count') or 1})"

    def one() -> list[Field]:
        return [
            PickField("role", N_("Role"), from_vocabulary(lambda: roles, spoken()), required=True),
            NumberField("count", N_("How many"), required=True, least=1, most=100, whole=True),
        ]

    def save(values: Mapping[str, Any]) -> Meeting:
        there = tuple(Attended.model_validate(part) for part in values["attendance"])
        return change(lambda now: now.with_(attendance=there))

    field = PartsField("attendance", N_("Here"), fields=one, line=line, title=N_("Here"))
    stored = {"attendance": meeting.attendance}
    return Form(_("Who is here?"), [Section("", [field])], stored=stored, save=save, small=True)
