"""Adding, changing and taking away people from the command line."""

import argparse
import sys
from datetime import timedelta
from typing import Any

from pydantic import ValidationError

from edtui.cli.output import plain, print_json
from edtui.cli.parser import Usage
from edtui.cli.values import Values, refused
from edtui.desk import roster
from edtui.desk.session import Desk
from edtui.locale import _
from edtui.records.contract import ContractPeriod
from edtui.records.names import display_name
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment


def add(desk: Desk, given: argparse.Namespace) -> None:
    """Put somebody on the roster."""
    values = Values(desk, given)
    try:
        person = Person(**_changes(values, Person.model_construct()))
        roles = _first_role(values, person)
    except ValidationError as error:
        raise refused(error) from None
    _answer(roster.add_person(desk, person, *roles), given)


def edit(desk: Desk, given: argparse.Namespace) -> None:
    """Change the fields that were given."""
    person = desk.get(Person, given.number)
    changes = _changes(Values(desk, given), person)
    if not changes:
        raise Usage(_("Nothing was said to change."), _("See edtui people edit --help."))
    try:
        changed = person.with_(**changes)
    except ValidationError as error:
        raise refused(error) from None
    _answer(roster.edit_person(desk, changed), given)


def remove(desk: Desk, given: argparse.Namespace) -> None:
    """Take away who was added by mistake."""
    person = desk.get(Person, given.number)
    name = plain(display_name(person))
    ask(given, _("Remove {name}? Roles and notes go too.").format(name=name))
    roster.remove_person(desk, person.id)
    print(_("{name} is removed.").format(name=name))


def change_status(desk: Desk, given: argparse.Namespace) -> None:
    """Move somebody along the lifecycle."""
    values = Values(desk, given)
    status = values.code("status", "statuses")
    _answer(roster.set_status(desk, given.number, status, on=values.day("on")), given)


def ask(given: argparse.Namespace, question: str) -> None:
    """Go on only after a yes: on the terminal, or said beforehand with ``--yes``.

    Raises:
        Usage: it was no yes.
    """
    if given.yes:
        return
    if not sys.stdin.isatty():
        raise Usage(question, _("Say so with --yes."))
    yes, no = _("y"), _("n")
    answer = input(f"{question} [{yes}/{no}] ").strip().casefold()
    if answer[:1] != yes:
        raise Usage(_("Nothing was changed."), "")


def _changes(values: Values, person: Person) -> dict[str, Any]:
    """Give the fields that options say, by name."""
    changes: dict[str, Any] = dict(values.name_parts())
    for field in ("pronouns", "notes"):
        if values.has(field):
            changes[field] = values.text(field)
    for field, vocabulary in (
        ("origin", "origins"),
        ("channel", "channels"),
        ("status", "statuses"),
    ):
        if values.has(field):
            changes[field] = values.code(field, vocabulary)
    if values.has("born"):
        changes["birth_date"] = values.day("born", "past")
    if values.has("since"):
        changes["since"] = values.day("since")
    if any(values.has(kind) for kind in ("email", "mobile", "phone")):
        changes["contacts"] = values.contacts(person.contacts)
    if values.has("hours"):
        changes["contracts"] = _contracts(values, person)
    return changes


def _contracts(values: Values, person: Person) -> tuple[ContractPeriod, ...]:
    """Give the contracts with other hours from today; the one before ends yesterday."""
    hours = values.hours("hours")
    today = values.desk.clock.today()
    if not person.contracts:
        since = values.day("since") or person.since
        return (ContractPeriod(start=since, hours_a_week=hours),) if hours is not None else ()
    last = person.contracts[-1]
    if last.start == today or hours is None:
        return (*person.contracts[:-1], last.with_(hours_a_week=hours))
    ended = last.with_(end=today - timedelta(days=1)) if last.end is None else last
    return (
        *person.contracts[:-1],
        ended,
        ContractPeriod(start=today, form=last.form, hours_a_week=hours),
    )


def _first_role(values: Values, person: Person) -> list[RoleAssignment]:
    role = values.code("role", "roles")
    organisation = values.organisation()
    if not role and organisation is None:
        return []
    known = {"role": role} if role else {}
    # Person 1 stands in until the new person has a number (`edtui.desk.roster.add_person`).
    return [RoleAssignment(person_id=1, organisation_id=organisation, start=person.since, **known)]


def _answer(person: Person, given: argparse.Namespace) -> None:
    if given.json:
        print_json([person])
    else:
        print(f"{person.id}  {plain(display_name(person))}")
