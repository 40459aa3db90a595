"""One invented team, big enough to show everything; the same for the same day and seed."""

from pathlib import Path

from edtui.clock import Clock
from edtui.desk.demo_calendar import add_calendar
from edtui.desk.demo_cases import add_cases
from edtui.desk.demo_counts import add_counts
from edtui.desk.demo_kiosk import add_kiosk
from edtui.desk.demo_meetings import add_meetings
from edtui.desk.demo_people import add_people
from edtui.desk.demo_places import add_places
from edtui.desk.demo_scale import add_many
from edtui.desk.demo_stories import add_stories
from edtui.desk.demo_texts import DemoTexts
from edtui.desk.demo_vacancies import add_vacancies
from edtui.desk.filters import RosterFilter, SavedFilter
from edtui.desk.session import Desk
from edtui.desk.settings import own_person_id, team_settings
from edtui.desk.team import NewTeam, create_team
from edtui.errors import N_, Sentence
from edtui.locale import spoken
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment

TEAM = "Team Noord"
USER = "anna"
OWN_NAME = "Anna de Wit"
PASSPHRASE = "linde boot kraan zeven"  # noqa: S105  of a throw-away vault, shown to everybody
SEED = 20261121

_FILTERS = (
    ({"nl": "even spreken", "en": "have a word"}, RosterFilter(no_contact_weeks=6)),
    ({"nl": "vrij op woensdag", "en": "free on Wednesday"}, RosterFilter(free_days=(2,))),
    ({"nl": "jongeren", "en": "young people"}, RosterFilter(origins=("external_youth",))),
)


def build_demo(desk: Desk, language: str = "", *, scale: int = 1, seed: int = SEED) -> None:
    """Put the invented team into a vault. It cannot be taken back.

    Args:
        desk: of a new vault; the user's own record becomes the demo's coordinator.
        language: ``nl`` or ``en``, of the texts that people wrote; the spoken one where empty.
        scale: times a hundred records; from 2 on, people made by chance are added.
        seed: of what is chosen by chance.

    Raises:
        ReadOnly: nothing can be written now.
    """
    texts = DemoTexts(language or spoken(), desk.clock.today(), seed)
    own = desk.find(Person, own_person_id(desk))
    with desk.act(Sentence(N_("Demo made")), undoable=False) as act:
        if own is not None:
            for role in desk.having(RoleAssignment, "person_id", own.id):
                act.remove(role)
        places = add_places(act, texts)
        people = add_people(act, texts, places, own)
        add_vacancies(desk, act, texts, places, people)
        add_calendar(desk, act, texts, places, people)
        cases = add_cases(desk, act, texts, people)
        add_meetings(desk, act, texts, people, cases)
        add_counts(desk, texts)
        add_kiosk(act, texts, people)
        add_stories(desk, act, texts, people)
        for name, where in _FILTERS:
            act.put(SavedFilter(name=texts.text(name), where=where))
        settings = team_settings(desk)
        known = {**settings.person_of, desk.vault.user_id: people["anna"]}
        act.put(settings.with_(team_name=settings.team_name or TEAM, person_of=known))
    if scale > 1:
        add_many(desk, texts, scale - 1)


def create_demo(
    path: Path,
    *,
    language: str = "",
    scale: int = 1,
    seed: int = SEED,
    clock: Clock | None = None,
) -> NewTeam:
    """Make a throw-away vault with the demo in it; `USER` and `PASSPHRASE` open it.

    Raises:
        edtui.vault.errors.AlreadyThere: there is a file.
    """
    from edtui.vault.kdf import FAST  # cryptography takes a moment to load

    made = create_team(
        path,
        TEAM,
        USER,
        PASSPHRASE,
        clock=clock,
        own_name=OWN_NAME,
        kdf=FAST,
        remembered=False,
    )
    build_demo(made.desk, language, scale=scale, seed=seed)
    return made
