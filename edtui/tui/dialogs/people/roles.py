"""The roles of one person: add, change, end in one pass."""

from collections.abc import Mapping
from typing import Any

from edtui.desk import ending, roster
from edtui.desk.ending import Ending
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, dates, say
from edtui.locale.numbers import hours
from edtui.records.roles import RoleAssignment
from edtui.tui.commands.base import Command
from edtui.tui.commands.people_dialogs import ROLES
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.dialogs.people.table_dialog import TableDialog
from edtui.tui.screens.people.person_form_parts import numbers
from edtui.tui.screens.people.record_form import Part, record_form
from edtui.tui.screens.people.tools import Tools
from edtui.tui.widgets.fields import (
    DateField,
    Field,
    HoursField,
    LongTextField,
    TextField,
    YesNoField,
)
from edtui.tui.widgets.record_table import RecordTable
from edtui.tui.widgets.rows import ListSource, Row
from edtui.tui.widgets.table_columns import Column


class RolesDialog(TableDialog):
    """Every role of a person, running ones first."""

    WHERE = ROLES
    COLUMNS = (
        Column("role", N_("Role"), min=12, max=28, priority=9),
        Column("where", N_("Where"), min=8, max=28, priority=5),
        Column("hours", N_("Hours"), min=3, max=6, priority=3, right=True),
        Column("when", N_("When"), min=12, max=30, priority=7),
    )
    EMPTY = Sentence(N_("No role yet. {key} adds one."), {"key": "n"})
    WRITES = frozenset({"new", "edit", "end", "remove"})
    NEEDS_ROW = frozenset({"edit", "end", "remove"})

    def __init__(self, tools: Tools, person_id: int) -> None:
        title = _("Roles of {name}").format(name=tools.person_name(person_id))
        super().__init__(title, tools)
        self.person_id = person_id

    def source(self) -> ListSource:
        """Give the roles."""
        today = self.desk.clock.today()

        def make(role: RoleAssignment) -> Row:
            where = self.tools.organisation_name(role.organisation_id or 0)
            amount = "" if role.hours_a_week is None else hours(role.hours_a_week)
            why = self.tools.words.label("leaving_reasons", role.end_reason)
            when = " · ".join(part for part in (dates.period(role.start, role.end), why) if part)
            named = self.tools.words.label("roles", role.role)
            return Row(role.id, (named, where, amount, when), dim=not role.holds_on(today))

        return ListSource(roster.roles_of(self.desk, self.person_id), make)

    @property
    def role(self) -> RoleAssignment | None:
        """The role under the cursor."""
        return self.desk.find(RoleAssignment, self.table.cursor_number)

    def why_not(self, command: Command) -> Sentence | None:
        """An ended role cannot be ended again."""
        why = super().why_not(command)
        if why is None and command.id == "roles.end" and self.role and self.role.end_reason:
            return Sentence(N_("This role has ended already; e changes what was noted."))
        return why

    def names_object(self, command: Command) -> Sentence | None:  # noqa: ARG002  the only one
        """Give which role a dangerous command would touch."""
        role = self.role
        named = self.tools.words.label("roles", role.role) if role else ""
        return Sentence(
            N_("Take away the role {role}, as if it never was? Ending it keeps what was."),
            {"role": named},
        )

    def action_new(self) -> None:
        """Add a role."""
        start = self.desk.clock.today()
        role = RoleAssignment(person_id=self.person_id, start=start)
        self.app.push_screen(role_form(self.tools, role))

    def action_edit(self) -> None:
        """Change the role under the cursor."""
        if self.role is not None:
            self.app.push_screen(role_form(self.tools, self.role))

    def on_record_table_row_chosen(self, event: RecordTable.RowChosen) -> None:
        """Change the role that was chosen."""
        event.stop()
        if self.desk.read_only is None:
            self.action_edit()

    def action_end(self) -> None:
        """End the role under the cursor."""
        if self.role is not None:
            self.app.push_screen(ending_form(self.tools, self.role))

    def action_remove(self) -> None:
        """Take the role away."""
        try:
            roster.remove_role(self.desk, self.table.cursor_number or 0)
        except EdtuiError as error:
            self.failed(error)


def role_form(tools: Tools, role: RoleAssignment) -> Form:
    """Make the form of a role."""
    fields: list[Field] = [
        tools.pick("role", N_("Role"), "roles", required=True),
        tools.organisation("organisation_id", N_("At"), help=N_("empty: for your own team")),
        tools.locations("location_ids", N_("Places")),
        DateField("start", N_("From")),
        DateField("end", N_("To and with")),
        HoursField("hours_a_week", N_("Hours a week"), least=0, most=168),
        LongTextField("notes", N_("Notes")),
    ]
    save = roster.edit_role if role.id else roster.add_role
    name = tools.person_name(role.person_id)
    title = _("A role of {name}").format(name=name)
    part = Part(
        f"role_{role.person_id}",
        title,
        [Section("", fields)],
        shown=lambda held: {
            **dict(held),
            "location_ids": [str(number) for number in held.location_ids],
        },
        written=lambda _held, values: numbers(values, "location_ids"),
    )
    return record_form(tools.desk, role, part, lambda changed: save(tools.desk, changed))


def ending_form(tools: Tools, role: RoleAssignment) -> Form:
    """Make the form that ends a role in one pass; its result is the ended role."""
    desk = tools.desk
    matters = ending.still_open(desk, role)
    moving = {f"matter_{at}": one for at, one in enumerate(matters) if one.can_move}
    last = ending.is_last_role(desk, role)
    named = tools.words.label("roles", role.role)
    where = tools.organisation_name(role.organisation_id or 0)
    stays = N_("This is the last role. Does the person leave the team?")
    sections = [
        Section(
            N_("Why and when"),
            [
                tools.pick("reason", N_("Reason"), "leaving_reasons", required=True),
                DateField("last_day", N_("Last day"), required=True),
                LongTextField("note", N_("Note")),
                *([YesNoField("person_leaves", N_("Leaves the team"), help=stays, required=True)]
                  if last else []),
            ],
        ),
        Section(
            N_("Who takes over"),
            [
                tools.person("successor_id", N_("The role"), but=role.person_id),
                *(tools.person(key, say(one.what), but=role.person_id)
                  for key, one in moving.items()),
                TextField("vacancy_title", N_("New vacancy"), max_length=80,
                          help=N_("opens a vacancy under this title; empty: none")),
            ],
        ),
        Section(
            N_("Goodbye"),
            [
                DateField("exit_talk_on", N_("Exit talk on")),
                LongTextField("exit_talk_note", N_("What came of it"),
                              help=N_("what helped, what hindered, what they advise")),
                DateField("keys_returned_on", N_("Keys back on")),
                DateField("logins_closed_on", N_("Logins closed on")),
                DateField("thanked_on", N_("Thanked on")),
            ],
        ),
    ]  # fmt: skip

    def finish(_role: RoleAssignment, values: Mapping[str, Any]) -> RoleAssignment:
        own = {key: value for key, value in values.items() if key not in moving}
        over = {one: values[key] for key, one in moving.items() if values.get(key)}
        own["person_leaves"] = bool(own.get("person_leaves"))
        return ending.end_role(desk, role.id, Ending(**own, hand_over=over))

    part = Part(
        "role_ending",
        " · ".join(text for text in (tools.person_name(role.person_id), named, where) if text)
        + " · " + _("ending"),
        sections,
        shown=lambda _held: {
            "last_day": desk.clock.today(), "person_leaves": False, "vacancy_title": "",
        },
        written=lambda _held, values: {
            "end": values.get("last_day"), "end_reason": values.get("reason", ""),
        },
    )  # fmt: skip
    return record_form(desk, role, part, lambda held: held, finish=finish)
