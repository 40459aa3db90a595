"""A person's own sheet: what the desk has for somebody who signs in at a kiosk.

A peer worker holds no key to action points, the roster or the names of locations. What of it is the
person's own is put on one sheet and sealed to that person's public key of the list of members,
which the owner signed: the other peer workers, who read the calendar too, cannot open it.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from pydantic import Field, ValidationError

from edtui.desk import grants
from edtui.desk.kiosk_boxes import NotForMe, opened, public_keys, sealed
from edtui.desk.kiosk_calendar import calendar_of
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_, NotAllowed, Sentence
from edtui.locale import LANGUAGES
from edtui.records.action_point import ActionPoint
from edtui.records.base import Part
from edtui.records.kiosk_shown import OwnSheet
from edtui.records.names import display_name
from edtui.records.organisation import Location
from edtui.records.person import Person
from edtui.records.text import Line, Notes

TABLES = frozenset({"actions", "people", "locations", "activities", "series", "settings"})
"""What the sheets are made of."""

BACK, AHEAD = timedelta(days=60), timedelta(days=60)
"""Around today: locations of activities of these days are named, so that visits can be reported."""


class OwnAction(Part):
    """An action point of one's own."""

    number: int
    what: Line
    due: date | None = None
    waiting_for: Line = ""


class OwnTraining(Part):
    """A course that one followed or wants, in both languages."""

    title: dict[str, str]
    status: dict[str, str]
    finished_on: date | None = None
    valid_until: date | None = None


class Sheet(Part):
    """What is on it."""

    person_id: int = 0
    name: Line = ""
    places: dict[int, str] = Field(default_factory=dict)
    """Number of a location to its name, of one's own activities."""

    actions: tuple[OwnAction, ...] = ()
    training: tuple[OwnTraining, ...] = ()
    wishes: Notes = ""
    exclusions: Notes = ""
    limits: Notes = ""
    hours_a_week: float | None = None
    no_evenings: bool = False
    no_weekends: bool = False


def own_sheet(desk: Desk) -> Sheet:
    """Give the sheet of who signed in; an empty one where the desk made none yet."""
    try:
        found = desk.having(OwnSheet, "user_id", desk.vault.user_id)
    except NotAllowed:
        return Sheet()
    for one in found:
        try:
            return Sheet.model_validate(json.loads(opened(desk, b64decode(one.sealed))))
        except (NotForMe, ValueError, ValidationError):
            continue  # of before this person got other keys: the desk makes another
    return Sheet(person_id=team_settings(desk).person_of.get(desk.vault.user_id, 0))


def refresh(desk: Desk) -> int:
    """Seal a sheet for everybody who signs in at kiosks, where it differs; give how many did.

    Raises:
        ReadOnly: nothing can be written now.
    """
    put, gone = _differing(desk)
    if put or gone:
        with desk.act(Sentence(N_("Own sheets for kiosks")), undoable=False) as act:
            for one in put:
                act.put(one)
            for one in gone:
                act.remove(one)
    return len(put) + len(gone)


def _differing(desk: Desk) -> tuple[list[OwnSheet], list[OwnSheet]]:
    """Give the sheets to be saved, and those to be taken away."""
    persons = team_settings(desk).person_of
    there = {one.user_id: one for one in desk.all(OwnSheet)}
    put = []
    keys = public_keys(desk, grants.PRIVATE)
    people = {user: desk.find(Person, persons.get(user)) for user in keys}
    places = places_of(desk, {one.id for one in people.values() if one is not None})
    for user_id, public in keys.items():
        person = people[user_id]
        if person is None:
            continue
        before = there.pop(user_id, None)
        sheet = sheet_of(desk, person, places[person.id])
        said = json.dumps(sheet.model_dump(mode="json"), sort_keys=True).encode()
        digest = hashlib.sha256(public + said).hexdigest()
        if before is None or before.digest != digest:
            new = before or OwnSheet(user_id=user_id, sealed="")
            box = b64encode(sealed(desk, public, said)).decode("ascii")
            put.append(new.with_(sealed=box, digest=digest))
    return put, list(there.values())


def sheet_of(desk: Desk, person: Person, places: dict[int, str]) -> Sheet:
    """Give what belongs on a person's sheet, read with the coordinator's keys."""
    return Sheet(
        person_id=person.id,
        name=display_name(person),
        places=places,
        actions=tuple(_actions(desk, person.id)),
        training=tuple(_training(desk, person)),
        wishes=person.wishes_words,
        exclusions=person.exclusions_words,
        limits=person.limits.words,
        hours_a_week=person.limits.hours_a_week,
        no_evenings=person.limits.no_evenings,
        no_weekends=person.limits.no_weekends,
    )


def _actions(desk: Desk, person_id: int) -> Iterable[OwnAction]:
    for one in desk.having(ActionPoint, "person_id", person_id):
        if one.is_open:
            yield OwnAction(number=one.id, what=one.what, due=one.due, waiting_for=one.waiting_for)


def _training(desk: Desk, person: Person) -> Iterable[OwnTraining]:
    words = vocabularies(desk)
    kinds, statuses = words["training_kinds"], words["training_statuses"]
    for one in person.training:
        yield OwnTraining(
            title={name: one.title or kinds.label(one.kind, name) for name in LANGUAGES},
            status={name: statuses.label(one.status, name) for name in LANGUAGES},
            finished_on=one.finished_on,
            valid_until=one.valid_until,
        )


def places_of(desk: Desk, people: Collection[int]) -> dict[int, dict[int, str]]:
    """Give each person's locations, of the months around today: number to name."""
    today = desk.clock.today()
    with calendar_of(desk) as index:
        entries = index.between(today - BACK, today + AHEAD).entries
    numbers: dict[int, set[int]] = {person: set() for person in people}
    for entry in entries:
        if entry.location_id:
            for one in entry.people:
                if one.person_id in numbers:
                    numbers[one.person_id].add(entry.location_id)
    names = {number: desk.find(Location, number) for number in set().union(*numbers.values())}
    return {
        person: {
            number: location.name
            for number in sorted(there)
            if (location := names[number]) is not None
        }
        for person, there in numbers.items()
    }
