"""What the desk notes of its members: since when, and when they were here last."""

from collections.abc import Callable

from edtui.desk import grants, tables
from edtui.desk.act import Act
from edtui.desk.session import Desk
from edtui.desk.vault_of import vault_of
from edtui.records.user import User


def user_of(desk: Desk, user_id: str) -> User | None:
    """Give what is noted of a member; None where nothing is."""
    return next(iter(desk.having(User, "user_id", user_id)), None)


def user_names(desk: Desk) -> dict[str, str]:
    """Give user id to name, of everybody who ever was a member: for the log."""
    return {one.user_id: one.name for one in desk.all(User)}


def note(desk: Desk, user_id: str, name: str, change: Callable[[User], User]) -> User:
    """Save what changed of a member; one that was not noted yet is noted now. No act of anybody.

    Raises:
        ReadOnly: nothing can be written now.
    """
    act = Act(desk)
    with desk.commit() as changes:
        known = user_of(desk, user_id) or User(user_id=user_id, name=name)
        saved = act.put(change(known))
        changes.extend(act.changes)
    return saved


def note_sign_in(desk: Desk) -> None:
    """Note that the person at the desk signed in, and see whether the passphrase is their own.

    What is noted is only of who may write in the directory.
    """
    vault = desk.vault
    known = user_of(desk, vault.user_id)
    desk.first_time = known is not None and known.handed and _still_handed(desk, known)
    if not _may_note(desk):
        return
    now = desk.clock.now()

    def here(user: User) -> User:
        return user.with_(last_sign_in=now, since=user.since or now)

    note(desk, vault.user_id, vault.user, here)


def note_own_keys(desk: Desk) -> None:
    """Note that the person at the desk set an own passphrase."""
    desk.first_time = False
    if _may_note(desk):
        note(
            desk,
            desk.vault.user_id,
            desk.vault.user,
            lambda user: user.with_(handed=False),
        )


def _still_handed(desk: Desk, known: User) -> bool:
    """Say whether who let this person in may still know the passphrase or the sheet.

    Who may not write in the directory cannot note it: the keys say so themselves. A kiosk is no
    person.
    """
    if not known.handed_keys:
        return _may_note(desk)
    there = vault_of(desk).members.key_marks(known.user_id)
    return desk.vault.role != grants.KIOSK and not set(there).isdisjoint(known.handed_keys)


def _may_note(desk: Desk) -> bool:
    return desk.vault.may_write(tables.compartment_of(User.table))
