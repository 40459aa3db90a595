"""A small team on a vault in memory."""

from datetime import date, timedelta

import pytest

from desk.case_team import CASE
from desk.on_vault import PASSPHRASE
from edtui.desk import cases, organisations, roster, team
from edtui.errors import Sentence
from edtui.records.availability import Availability, FreeDay
from edtui.records.contract import ContractPeriod
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vog import Vog
from edtui.vault.kdf import FAST

HOSTILE = [
    "Ann [/b]",
    "[@click=app.quit]x[/]",
    "مريم العلي",
    "😀" * 40,
    "a" * 80,
    "Robert'); DROP TABLE people;--",
    '"',
    "{name}",
    "%s %d",
    "-",
    "ﷺ ﬁ ǅ",
]
"""Names that a program may trip over."""

DID = Sentence("did")


@pytest.fixture
def today() -> date:
    return date(2026, 11, 21)


@pytest.fixture
def desk(memory_desk, today):
    """De Linde with one location; Riet works there, Kees is new, Anna coordinates."""
    linde = organisations.save_organisation(memory_desk, Organisation(name="Lindenhart"))
    place = organisations.save_location(
        memory_desk, Location(name="De Linde", organisation_id=linde.id, travel_cluster="Noord")
    )
    anna = roster.add_person(
        memory_desk,
        Person(first_names="Anna", vog=Vog(status="not_needed"), last_spoken_on=today),
        RoleAssignment(person_id=1, role="coordinator", start=today),
    )
    roster.add_person(
        memory_desk,
        Person(
            first_names="Riet",
            infix="van",
            surname="Dam",
            origin="client",
            since=today - timedelta(days=900),
            last_spoken_on=today - timedelta(days=18),
            vog=Vog(status="seen", issued_on=today - timedelta(days=300)),
            coach_id=anna.id,
            contracts=(ContractPeriod(form="employed", hours_a_week=4),),
            availability=Availability(free=(FreeDay(weekday="tuesday"), FreeDay(weekday="monday"))),
        ),
        RoleAssignment(
            person_id=1,
            role="peer_worker",
            organisation_id=linde.id,
            location_ids=(place.id,),
            start=today - timedelta(days=900),
            hours_a_week=3.5,
        ),
    )
    roster.add_person(memory_desk, Person(first_names="Kees", status="trial", since=today))
    return memory_desk


@pytest.fixture
def vault_desk(tmp_path, clock):
    """Anna's desk over an empty team in a real vault."""
    path = tmp_path / "team.edtui"
    made = team.create_team(path, "Noord", "anna", PASSPHRASE, clock=clock, kdf=FAST)
    yield made.desk
    made.desk.close()


@pytest.fixture
def case(desk):
    """A case that nobody talked about yet."""
    return cases.add_case(desk, **CASE)


def person(desk, name: str) -> Person:
    return next(p for p in desk.all(Person) if p.first_names == name)


def said(desk) -> dict:
    """What every record says, without bookkeeping."""
    from edtui.desk import stored, tables

    return {
        name: {d.doc_id: stored.content(d) for d in desk.vault.db.table(name)}
        for name in tables.kinds()
    }


def taken_back(desk, before: dict) -> None:
    """Check that the last act can be taken back and done again."""
    after = said(desk)
    assert after != before
    assert desk.undo_stack.undo() is not None
    assert said(desk) == before
    desk.undo_stack.redo()
    assert said(desk) == after
