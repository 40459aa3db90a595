"""A team on a real vault with a kiosk, a peer worker and a confidant."""

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from edtui.desk import kiosk_settings, members, organisations, roster
from edtui.desk.calendar import add_activity
from edtui.desk.kiosk_keys import KeyFile, read_key
from edtui.desk.kiosk_open import open_as_nobody
from edtui.desk.kiosk_settings import set_up
from edtui.desk.session import Desk
from edtui.desk.team import create_team, open_team
from edtui.records.activity import Activity
from edtui.records.kiosk import Face, Words
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.planned import Participant
from edtui.records.roles import RoleAssignment
from edtui.vault.kdf import FAST

ANNA, RIET, BRAM = "anna", "riet", "bram"
PHRASES = {
    ANNA: "linde boot kraan zeven",
    RIET: "vuur kers lamp negen wolk",
    BRAM: "tapijt regen molen drie hout",
}


class KioskTeam(NamedTuple):
    """Where it is, and what is needed to sit down."""

    path: Path
    key_file: Path
    key: KeyFile
    clock: object
    riet_id: int
    visit_id: int

    def desk(self, name: str = ANNA) -> Desk:
        return open_team(self.path, name, PHRASES[name], clock=self.clock)

    def nobody(self) -> Desk:
        return open_as_nobody(self.path, self.key, self.clock)


def make_team(folder: Path, clock) -> KioskTeam:
    """De Linde with a kiosk in the hall; Riet comes there today and was there last week."""
    path, key_file = folder / "team.edtui", folder / "hall.key"
    made = create_team(
        path, "Team Noord", ANNA, PHRASES[ANNA], clock=clock, kdf=FAST, remembered=False
    )
    desk = made.desk
    home = organisations.save_organisation(desk, Organisation(name="Lindenhart"))
    linde = organisations.save_location(desk, Location(name="De Linde", organisation_id=home.id))
    riet = roster.add_person(
        desk,
        Person(first_names="Riet", surname="Dam", wishes_words="Ik vertel graag."),
        RoleAssignment(person_id=1, role="peer_worker"),
    )
    bram = roster.add_person(desk, Person(first_names="Bram", surname="Smit"))
    for name, role, person in ((RIET, "peer_worker", riet), (BRAM, "confidant", bram)):
        members.add_member(desk, name, PHRASES[name], role, person_id=person.id, kdf=FAST)
    today = desk.clock.today()
    visits = [
        add_activity(
            desk,
            Activity(
                kind="location_visit",
                title="geheim overleg over meneer X",
                notes="bel eerst met zijn zus",
                location_id=linde.id,
                people=(Participant(person_id=riet.id), Participant(person_id=bram.id)),
                start=datetime.combine(day, time(10)),
                end=datetime.combine(day, time(12)),
            ),
        )
        for day in (today - timedelta(days=7), today)
    ]
    set_up(desk, "Hal", key_file, location_id=linde.id)
    kiosk_settings.change(
        desk,
        faces=(
            Face(
                person_id=riet.id,
                name="Riet",
                about=Words(nl="Ik was zelf lang ziek.", en="I was ill for a long time myself."),
                reach="bij de koffie",
                in_timetable=True,
            ),
        ),
    )
    desk.close()
    return KioskTeam(path, key_file, read_key(key_file), clock, riet.id, visits[0].id)
