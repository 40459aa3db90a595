"""A team's vault as a desk: made once, opened every day."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from edtui.clock import Clock, SystemClock
from edtui.config import state_dir
from edtui.desk import areas, tables
from edtui.desk import passphrase as strength
from edtui.desk.errors import EmptyName
from edtui.desk.keeping import TeamSettings
from edtui.desk.private import Homes
from edtui.desk.seating import failures_kept, seated, with_letterboxes
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.terminals import Presence
from edtui.desk.users import note_sign_in
from edtui.errors import N_, Sentence
from edtui.exchange.names import split_name
from edtui.records.lifecycle import Status
from edtui.records.log_entry import Event
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment

if TYPE_CHECKING:
    from edtui.vault import KdfSettings


class NewTeam(NamedTuple):
    """A desk over a vault that was just made, and the words of its recovery sheet."""

    desk: Desk
    recovery_words: list[str]
    """Shown once, to be written on paper; nobody can show them again."""


def create_team(
    path: Path,
    team_name: str,
    user_name: str,
    passphrase: str,
    *,
    clock: Clock | None = None,
    own_name: str = "",
    kdf: "KdfSettings | None" = None,
    check_passphrase: bool = True,
    remembered: bool = True,
) -> NewTeam:
    """Make a team's vault with its first coordinator, and sit down at the desk. Slow by intent.

    Args:
        path: where the file comes; its folder is made.
        team_name: shown above every screen; stands in clear in the file.
        user_name: with which the coordinator signs in.
        passphrase: at least 14 signs and not easy to guess (`edtui.desk.passphrase`).
        clock: where time and ids come from.
        own_name: the coordinator's own name for the roster; ``user_name`` where not given.
        kdf: only for tests and throw-away vaults, see `edtui.vault.create_vault`.
        check_passphrase: False only for a throw-away vault.
        remembered: whether this workstation remembers how far the file was seen to go, so that an
            older copy put in its place is noticed; False only for a throw-away vault.

    Raises:
        EmptyName: a name is empty.
        WeakPassphrase: it is easy to guess.
        edtui.vault.errors.AlreadyThere: there is a file.
    """
    from edtui.vault import create_vault  # cryptography takes a moment to load

    clock = clock or SystemClock()
    team_name, user_name = team_name.strip(), user_name.strip()
    if not team_name or not user_name:
        raise EmptyName
    if check_passphrase:
        strength.check(passphrase, user_name, own_name, team_name)
    path.parent.mkdir(parents=True, exist_ok=True)
    homes = Homes()
    made = create_vault(
        path,
        user=user_name,
        passphrase=passphrase,
        label=team_name,
        compartments=tables.COMPARTMENTS,
        compartment_of=homes,
        newest=tables.schema_versions(),
        clock=clock,
        kdf=kdf,
        state_dir=state_dir() if remembered else None,
    )
    areas.take_part()
    homes.vault = made.vault
    desk = Desk(made.vault, clock)
    desk.presence = Presence(path, desk.vault.user_id, clock.now())
    with_letterboxes(desk)
    _begin(desk, team_name, own_name.strip() or user_name)
    areas.sit_down(desk)
    return NewTeam(desk, list(made.recovery_words))


def open_team(
    path: Path,
    user_name: str,
    passphrase: str,
    *,
    clock: Clock | None = None,
    read_only: bool = False,
    remembered: bool = True,
) -> Desk:
    """Sit down at the desk. Slow by intent: in a screen, call it in a thread.

    Args:
        path: where the file is.
        user_name: of who signs in.
        passphrase: of that person.
        clock: where time and ids come from.
        read_only: whether nothing is to be changed.
        remembered: False for a throw-away vault, of which this workstation remembers nothing.

    Raises:
        edtui.vault.errors.WrongPassphrase: name and passphrase do not open the vault.
        edtui.vault.errors.Damaged: the file is broken or was changed outside the program.
    """
    from edtui.vault import open_vault  # cryptography takes a moment to load

    clock, homes = clock or SystemClock(), Homes()
    with failures_kept(path, clock):
        vault = open_vault(
            path,
            user_name,
            passphrase,
            compartment_of=homes,
            newest=tables.schema_versions(),
            clock=clock,
            read_only=read_only,
            state_dir=state_dir() if remembered else None,
        )
    homes.vault = vault
    return seated(Desk(vault, clock), path, Event.SIGN_IN)


def recover_team(
    path: Path,
    user_name: str,
    words: Sequence[str],
    new_passphrase: str,
    *,
    clock: Clock | None = None,
) -> Desk:
    """Sit down at the desk with the words of the recovery sheet, and set a new passphrase.

    Raises:
        WeakPassphrase: the new one is easy to guess; nothing was changed.
        edtui.vault.errors.WrongRecoveryWords: name and words do not open the vault.
    """
    strength.check(new_passphrase, user_name)
    from edtui.vault import open_vault_with_recovery

    clock, homes = clock or SystemClock(), Homes()
    with failures_kept(path, clock):
        vault = open_vault_with_recovery(
            path,
            user_name,
            words,
            compartment_of=homes,
            newest=tables.schema_versions(),
            clock=clock,
            state_dir=state_dir(),
        )
    homes.vault = vault
    vault.change_passphrase(None, new_passphrase)
    return seated(Desk(vault, clock), path, Event.RECOVERED)


def change_passphrase(desk: Desk, old: str, new: str) -> None:
    """Set another passphrase for the person at the desk. Slow by intent.

    Raises:
        WeakPassphrase: the new one is easy to guess.
        edtui.vault.errors.WrongPassphrase: ``old`` is not the passphrase.
    """
    strength.check(new, desk.vault.user, team_settings(desk).team_name)
    desk.vault.change_passphrase(old, new)
    desk.log.write(Event.PASSPHRASE)


def _begin(desk: Desk, team_name: str, own_name: str) -> None:
    today = desk.clock.today()
    with desk.act(Sentence(N_("Team {name} begun"), {"name": team_name}), undoable=False) as act:
        own = act.put(
            Person(
                **split_name(own_name)._asdict(),
                origin="employee",
                status=Status.ACTIVE.value,
                since=today,
                last_spoken_on=today,
            )
        )
        act.put(RoleAssignment(person_id=own.id, role="coordinator", start=today))
        act.put(TeamSettings(team_name=team_name, person_of={desk.vault.user_id: own.id}))
    note_sign_in(desk)
