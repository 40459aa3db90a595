"""Many people made by chance, so that a benchmark has a vault as big as it needs."""

from collections.abc import Iterator
from itertools import islice

from edtui.desk.demo_texts import DemoTexts
from edtui.desk.session import Desk
from edtui.errors import N_, Sentence
from edtui.records.availability import WEEKDAYS, Availability, FreeDay
from edtui.records.contact import ContactWay
from edtui.records.contract import ContractPeriod
from edtui.records.organisation import Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vog import Vog

PEOPLE_A_STEP = 70
ROLES_A_STEP = 30
"""Each step of the scale adds a hundred records."""

_BATCH = 7_000
"""People that are saved in one commit."""

_STATUSES = ("active", "active", "active", "trial", "pause", "left")
_ROLES = ("peer_worker", "peer_worker", "client_ambassador", "council_member", "host")
_ORIGINS = ("client", "client", "employee", "council_member", "external_youth")


def add_many(desk: Desk, texts: DemoTexts, steps: int) -> None:
    """Save a hundred more records a step: seventy people, thirty of them with a role."""
    organisations = [number for number, _ in desk.documents(Organisation)]
    people = _people(texts, steps * PEOPLE_A_STEP)
    while batch := list(islice(people, _BATCH)):
        with desk.act(Sentence(N_("Demo made")), undoable=False) as act:
            saved = act.put_new(batch)
            with_role = saved[: len(saved) * ROLES_A_STEP // PEOPLE_A_STEP]
            act.put_new([_role(texts, person, organisations) for person in with_role])


def _people(texts: DemoTexts, count: int) -> Iterator[Person]:
    names = texts.file("names")
    chance = texts.random
    for _ in range(count):
        infix, surname = chance.choice(names["last"]).split("|")
        first = chance.choice(names["first"])
        status = chance.choice(_STATUSES)
        days = chance.randrange(30, 2500)
        since = texts.some_day(-days)
        notes = chance.sample(names["notes"][texts.language], 3)
        yield Person(
            first_names=first,
            infix=infix,
            surname=surname,
            contacts=(
                ContactWay(kind="mobile", value=f"06-555{chance.randrange(10000, 99999)}"),
                ContactWay(kind="email", value=f"p{chance.randrange(10**8)}@post.example"),
            ),
            origin=chance.choice(_ORIGINS),
            channel="website",
            status=status,
            since=since,
            left_on=texts.some_day(-chance.randrange(1, min(days, 300)))
            if status == "left"
            else None,
            languages=("dutch",),
            wishes=("location_visit", "group"),
            availability=Availability(
                free=tuple(FreeDay(weekday=day) for day in chance.sample(WEEKDAYS, 2))
            ),
            contracts=(ContractPeriod(form="volunteer", hours_a_week=4, start=since),),
            vog=Vog(status="seen", issued_on=texts.some_day(-chance.randrange(10, 1200))),
            last_spoken_on=texts.some_day(-chance.randrange(0, 120)),
            notes=" ".join(notes),
        )


def _role(texts: DemoTexts, person: Person, organisations: list[int]) -> RoleAssignment:
    chance = texts.random
    return RoleAssignment(
        person_id=person.id,
        role=chance.choice(_ROLES),
        organisation_id=chance.choice(organisations),
        start=person.since,
        end=person.left_on,
        hours_a_week=chance.choice((2, 3, 4)),
    )
