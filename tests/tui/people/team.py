"""A small invented team."""

from datetime import date

from edtui.desk import organisations, roster
from edtui.records.availability import Availability, AwayPeriod, FreeDay, Limits
from edtui.records.competence import CompetenceScore
from edtui.records.contact import ContactPerson, ContactWay
from edtui.records.contract import ContractPeriod
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.training import TrainingFollowed
from edtui.records.vog import Vog


def fill(desk):
    """Put three people and two organisations on a desk; give the people by first name."""
    linde = organisations.save_organisation(
        desk,
        Organisation(
            name="De Linde", kind="provider_disability", council_levels=("location",),
            contact_people=(ContactPerson(name="B. Meerman", function="teamleider"),),
        ),
    )  # fmt: skip
    organisations.save_location(
        desk, Location(organisation_id=linde.id, name="Het Anker", travel_cluster="Oost")
    )
    riet = roster.add_person(
        desk,
        Person(
            first_names="Hendrika", called="Riet", infix="van", surname="Dam", origin="client",
            channel="intranet", since=date(2024, 3, 4), last_spoken_on=date(2026, 11, 3),
            contacts=(
                ContactWay(kind="mobile", value="06 12345678"),
                ContactWay(kind="email", value="riet@voorbeeld.nl", use="never"),
            ),
            wishes=("location_visit", "workshop"), exclusions=("media",),
            exclusions_words="avonden, Oost",
            availability=Availability(
                free=(FreeDay(weekday="tuesday"), FreeDay(weekday="wednesday")),
                away=(AwayPeriod(start=date(2026, 12, 21), end=date(2027, 1, 4)),),
            ),
            limits=Limits(hours_a_week=4, no_evenings=True),
            contracts=(ContractPeriod(form="employment", hours_a_week=4, start=date(2024, 7, 1)),),
            vog=Vog(status="seen", issued_on=date(2025, 2, 1), seen_on=date(2025, 2, 3)),
            competences=(CompetenceScore(competence="reflecting", own_score="growing"),),
            training=(TrainingFollowed(kind="recovery_story", finished_on=date(2025, 5, 1)),),
            experience_areas=("opname", "schulden"), consent_noted=date(2024, 3, 4),
        ),
        RoleAssignment(person_id=1, role="peer_worker", start=date(2024, 3, 4), hours_a_week=3.5,
                       organisation_id=linde.id),
    )  # fmt: skip
    rik = roster.add_person(
        desk,
        Person(first_names="Rik", surname="Aalders", origin="employee",
               vog=Vog(status="not_needed"), last_spoken_on=date(2026, 11, 20)),
        RoleAssignment(person_id=1, role="client_confidant", start=date(2025, 1, 1)),
    )  # fmt: skip
    marij = roster.add_person(
        desk,
        Person(first_names="Marij", surname="Post", status="trial", coach_id=riet.id,
               since=date(2026, 11, 2)),
        RoleAssignment(person_id=1, role="peer_worker", start=date(2026, 11, 2)),
    )  # fmt: skip
    return {"Riet": riet, "Rik": rik, "Marij": marij, "De Linde": linde}
