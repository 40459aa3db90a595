"""A team with a calendar, for the tests of the command line."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from edtui.clock import FixedClock
from edtui.desk import organisations, roster
from edtui.desk.team import create_team
from edtui.records.availability import Availability, FreeDay
from edtui.records.contract import ContractPeriod
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vog import Vog
from edtui.vault.kdf import FAST
from support.command_line import PASSPHRASE

TODAY = date(2026, 11, 21)


def make_vault(path):
    """A team with two people who can go and two locations, one of them never visited."""
    clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam")))
    desk = create_team(path, "Noord", "anna", PASSPHRASE, clock=clock, kdf=FAST, own_name="A").desk
    linde = organisations.save_organisation(desk, Organisation(name="Lindenhart"))
    for name in ("De Linde", "Het Anker"):
        organisations.save_location(
            desk, Location(name=name, organisation_id=linde.id, kind="day_care", visits_a_year=4)
        )
    for name in ("Riet", "Kees"):
        roster.add_person(
            desk,
            Person(
                first_names=name,
                surname="van Dam",
                since=TODAY - timedelta(days=900),
                vog=Vog(status="seen", issued_on=TODAY - timedelta(days=300)),
                contracts=(ContractPeriod(form="employed", hours_a_week=8),),
                availability=Availability(free=(FreeDay(weekday="tuesday"),)),
            ),
            RoleAssignment(person_id=1, role="peer_worker", start=TODAY - timedelta(days=900)),
        )
    desk.close()
    return path


def riets_visit(edtui):
    """Riet's visit to De Linde on Tuesday, as the list gives it."""
    answer = edtui(
        "visits", "add", "24-11", "--at", "14:00", "--minutes", "90", "--location", "de linde",
        "--person", "Riet", "--notes", "sleutel onder de mat", "--json",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    return answer.json[0]


def listed(edtui, *more):
    return edtui(
        "visits", "list", "--from", "20-11-2026", "--until", "1-7-2027", "--json", *more
    ).json
