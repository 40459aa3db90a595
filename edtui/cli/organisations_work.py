"""Organisations on the command line, once the desk is open."""

import argparse
from typing import Any

from pydantic import ValidationError

from edtui.cli.output import json_of, plain, print_json, print_table
from edtui.cli.parser import Usage
from edtui.cli.people_change import ask
from edtui.cli.values import Values, refused
from edtui.desk import folding, organisations
from edtui.desk.session import Desk
from edtui.locale import _, spoken
from edtui.records.organisation import Organisation


def list_organisations(desk: Desk, given: argparse.Namespace) -> None:
    """Print the organisations, narrowed as asked."""
    values = Values(desk, given)
    typed = folding.words(values.text("find"))
    rows = [
        row
        for row in organisations.organisation_rows(desk)
        if (given.all or row.active) and folding.has_all(row.words, typed)
    ]
    if given.json:
        print_json(desk.get(Organisation, row.id) for row in rows)
        return
    kinds = values.words["organisation_kinds"]
    headers = (_("No."), _("Name"), _("Kind"), _("Part of"), _("Locations"), _("People"))
    print_table(
        headers,
        [
            (
                str(row.id),
                row.name,
                kinds.label(row.kind, spoken()),
                row.parent,
                str(row.locations),
                str(row.people),
            )
            for row in rows
        ],
        right={0, 4, 5},
    )


def show(desk: Desk, given: argparse.Namespace) -> None:
    """Print one organisation with its locations."""
    organisation = desk.get(Organisation, given.number)
    locations = organisations.locations_of(desk, organisation.id)
    if given.json:
        places = [json_of(location) for location in locations]
        print_json([{**json_of(organisation), "locations": places}])
        return
    kinds = Values(desk, given).words["organisation_kinds"]
    kind = kinds.label(organisation.kind, spoken())
    print(" · ".join(filter(None, (plain(organisation.name), kind))))
    for location in locations:
        print(f"  {location.id}  {plain(location.name)}")
    if organisation.notes:
        print("\n" + _("Notes") + f": {plain(organisation.notes)}")


def add(desk: Desk, given: argparse.Namespace) -> None:
    """Add an organisation."""
    changes = _changes(desk, given)
    try:
        organisation = Organisation(**changes)
    except ValidationError as error:
        raise refused(error) from None
    _answer(organisations.save_organisation(desk, organisation), given)


def edit(desk: Desk, given: argparse.Namespace) -> None:
    """Change the fields that were given."""
    organisation = desk.get(Organisation, given.number)
    changes = _changes(desk, given)
    if not changes:
        raise Usage(_("Nothing was said to change."), _("See edtui organisations edit --help."))
    try:
        changed = organisation.with_(**changes)
    except ValidationError as error:
        raise refused(error) from None
    _answer(organisations.save_organisation(desk, changed), given)


def remove(desk: Desk, given: argparse.Namespace) -> None:
    """Take away one that nothing refers to."""
    organisation = desk.get(Organisation, given.number)
    name = plain(organisation.name)
    ask(given, _("Remove {name}? Its locations go too.").format(name=name))
    organisations.remove_organisation(desk, organisation.id)
    print(_("{name} is removed.").format(name=name))


def _changes(desk: Desk, given: argparse.Namespace) -> dict[str, Any]:
    values = Values(desk, given)
    changes: dict[str, Any] = {}
    for field in ("name", "notes"):
        if values.has(field):
            changes[field] = values.text(field)
    if "name" in changes and not changes["name"]:
        raise Usage(_("Please type a name."), "")
    if values.has("kind"):
        changes["kind"] = values.code("kind", "organisation_kinds")
    if values.has("part_of"):
        changes["parent_id"] = desk.get(Organisation, given.part_of).id if given.part_of else None
    if values.has("active"):
        changes["active"] = given.active == "yes"
    return changes


def _answer(organisation: Organisation, given: argparse.Namespace) -> None:
    if given.json:
        print_json([organisation])
    else:
        print(f"{organisation.id}  {plain(organisation.name)}")
