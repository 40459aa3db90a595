"""Doing what an import plan says, as one act."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from edtui.desk.act import Act
from edtui.desk.import_merging import assignment, merged, new_roles
from edtui.desk.importing import Choice, ImportPlan, PlannedRow, remembered
from edtui.desk.session import Desk
from edtui.errors import N_, Sentence
from edtui.exchange.people_rows import RoleOf
from edtui.records.folding import fold
from edtui.records.organisation import Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment

Roles = list[tuple[RoleOf, int | None]]


class Imported(NamedTuple):
    """What was done."""

    added: tuple[int, ...]
    """Numbers of the new people."""

    merged: tuple[int, ...]
    """Numbers of the people of whom something was filled in."""

    skipped: int
    refused: int


class _Draft(NamedTuple):
    """Somebody as the act will save them: of the vault (with a number) or new."""

    person: Person
    roles: Roles


def apply(desk: Desk, plan: ImportPlan) -> Imported:
    """Do what the plan says: all of it or, where anything goes wrong, nothing. One undo.

    Raises:
        ChangedElsewhere: somebody whom a row would be merged with was changed meanwhile.
        NotFound: somebody whom a row would be merged with is gone.
        ReadOnly: nothing can be written now.
    """
    counts = plan.counts()
    if not counts.new and not counts.merged:
        return Imported((), (), counts.skipped, counts.refused)
    label = Sentence(N_("Import of {count} people"), {"count": counts.new + counts.merged})
    with desk.act(label) as act:
        organisations = _organisations(desk, act, plan)
        before, drafts = _drafts(desk, plan.rows, organisations)
        changed = [
            draft for key, draft in drafts.items() if key in before and draft.person != before[key]
        ]
        for draft in changed:
            act.put(draft.person)
        new = [draft for key, draft in drafts.items() if key not in before]
        saved = act.put_new([draft.person for draft in new])
        act.put_new(
            [
                assignment(person.id, role, organisation)
                for person, draft in [
                    *zip(saved, new, strict=True),
                    *((draft.person, draft) for key, draft in drafts.items() if key in before),
                ]
                for role, organisation in draft.roles
            ]
        )
        act.put(remembered(desk, plan))
    return Imported(
        tuple(person.id for person in saved),
        tuple(draft.person.id for draft in changed),
        counts.skipped,
        counts.refused,
    )


def _organisations(desk: Desk, act: Act, plan: ImportPlan) -> dict[str, int]:
    """Give the number of every organisation by its folded name; add those that rows name."""
    there = {
        fold(str(document.get("name", ""))): number
        for number, document in desk.documents(Organisation)
    }
    taken = {
        fold(row.read.organisation)
        for row in plan.rows
        if row.choice is not Choice.SKIP and row.read.roles
    }
    wanted = [name for name in plan.new_organisations if fold(name) in taken - there.keys()]
    for organisation in act.put_new([Organisation(name=name) for name in wanted]):
        there[fold(organisation.name)] = organisation.id
    return there


def _drafts(
    desk: Desk, rows: Sequence[PlannedRow], organisations: Mapping[str, int]
) -> tuple[dict[int, Person], dict[int, _Draft]]:
    """Give the people of the vault whom rows are merged with, and everybody as they will be.

    Keys are the numbers of people of the vault, and the row's number below zero of new ones.
    """
    there = _roles_there(desk, rows)
    before: dict[int, Person] = {}
    drafts: dict[int, _Draft] = {}
    stands_for: dict[int, int] = {}
    for row in rows:
        person = row.read.person
        if person is None or row.choice is Choice.SKIP:
            if row.like and (key := _target(row, stands_for)) is not None:
                stands_for[row.number] = key  # a later row like this one means the same person
            continue
        organisation = organisations.get(fold(row.read.organisation)) or None
        roles: Roles = [(role, organisation) for role in row.read.roles]
        key = _target(row, stands_for) if row.choice is Choice.MERGE else None
        if key is None:
            key = -row.number
            drafts[key] = _Draft(person, roles)
        else:
            if key > 0 and key not in drafts:
                before[key] = desk.get(Person, key)
                drafts[key] = _Draft(before[key], [])
            drafts[key] = _joined(drafts[key], there.get(key, []), person, roles)
        stands_for[row.number] = key
    return before, drafts


def _target(row: PlannedRow, stands_for: Mapping[int, int]) -> int | None:
    """Give the key of whom the row is like; None where that row itself was not taken."""
    likeness = row.like[row.onto]
    return likeness.person.id if likeness.row is None else stands_for.get(likeness.row)


def _joined(
    draft: _Draft, there: Sequence[tuple[str, int | None]], person: Person, roles: Roles
) -> _Draft:
    held = [*there, *((role.role, organisation) for role, organisation in draft.roles)]
    return _Draft(merged(draft.person, person), [*draft.roles, *new_roles(held, roles)])


def _roles_there(desk: Desk, rows: Sequence[PlannedRow]) -> dict[int, list[tuple[str, int | None]]]:
    """Give role and organisation of the roles of those with whom a row may be merged."""
    people = {like.person.id for row in rows for like in row.like if like.row is None}
    there: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
    for _, document in desk.documents(RoleAssignment) if people else ():
        if document["person_id"] in people:
            role = RoleAssignment.from_document(0, document)
            there[role.person_id].append((role.role, role.organisation_id))
    return there
