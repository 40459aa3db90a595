"""Sitting down at the desk: what is logged of signing in, and of failing to."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path

from edtui.clock import Clock
from edtui.desk import areas, failed_sign_ins, grants, tables
from edtui.desk.session import Desk
from edtui.desk.terminals import Presence
from edtui.desk.users import note_sign_in
from edtui.desk.vault_of import vault_of
from edtui.errors import EdtuiError
from edtui.records.erasure import Erasure
from edtui.records.log_entry import Event

WRONG_KEY = 3
"""Exit status of everything that says: this does not open the vault."""


@contextmanager
def failures_kept(path: Path, clock: Clock) -> Iterator[None]:
    """Keep that somebody tried a wrong name, passphrase or recovery sheet inside."""
    try:
        yield
    except EdtuiError as error:
        if error.exit_status == WRONG_KEY:
            failed_sign_ins.note(path, clock.now())
        raise


def seated(desk: Desk, path: Path, event: Event) -> Desk:
    """Give the desk after signing in, logged, without acts of earlier days to take back.

    A disk that is full must not keep a team out of its notes: what cannot be written at signing in
    is left, and the vault says itself why it can only be read.

    From here on every area takes part: who is erased, or ends a role, leaves it too.
    """
    areas.take_part()
    desk.presence = Presence(path, desk.vault.user_id, desk.clock.now())
    if desk.read_only is None:
        with suppress(EdtuiError):
            with_letterboxes(desk)
            _log(desk, path, event)
            desk.undo_stack.drop_earlier_days()
            areas.sit_down(desk)
            _finish_erasing(desk)
    return desk


def _finish_erasing(desk: Desk) -> None:
    """Do the rest of an erasure that was broken off, where this person holds what it was in."""
    if desk.vault.role == grants.COORDINATOR and any(not e.generation for e in desk.all(Erasure)):
        from edtui.desk import erasing  # seldom needed, and it needs much

        erasing.finish(desk)


def with_letterboxes(desk: Desk) -> None:
    """Make the letterboxes of the desk where the vault has none yet; an owner's sign-in can."""
    missing = [name for name in tables.DROPS if name not in desk.vault.letterboxes]
    if desk.vault.role != grants.COORDINATOR or not missing:
        return
    keys = vault_of(desk).members
    everybody = keys.all()
    if any(one.owner for one in everybody if one.user_id == desk.vault.user_id):
        for name in missing:
            rights = {one.user_id: grants.GRANTS.get(one.role, {}).get(name) for one in everybody}
            given = {user: right for user, right in rights.items() if right}
            keys.add_compartment(name, given, letterbox=True)


def _log(desk: Desk, path: Path, event: Event) -> None:
    failed = failed_sign_ins.waiting(path)
    with desk.vault.transaction():
        for _day, moments in groupby(failed, key=lambda moment: moment.date()):
            desk.log.failed_sign_ins(list(moments))
        desk.log.write(event)
        note_sign_in(desk)
    if failed and desk.log.kept:
        failed_sign_ins.written(path)
