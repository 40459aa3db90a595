"""Who may sign in: letting in, other roles, taking keys away, one's own passphrase and sheet.

What changes somebody else asks for an owner's sign-in; the first coordinator is one. Each change
takes up to a second or two (keys are derived, the file is written anew): in a screen, call it in
a thread.
"""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from edtui.desk import grants, users
from edtui.desk import passphrase as strength
from edtui.desk.errors import EmptyName
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.desk.users import user_names
from edtui.desk.vault_of import vault_of
from edtui.errors import N_, NotFound, Sentence
from edtui.records.log_entry import Event
from edtui.records.person import Person
from edtui.records.user import User

if TYPE_CHECKING:
    from edtui.vault import KdfSettings
    from edtui.vault.members import MemberInfo

__all__ = [
    "MemberRow",
    "add_member",
    "grant_role",
    "let_in_anew",
    "link_person",
    "make_own",
    "members",
    "new_recovery_sheet",
    "remove_member",
    "user_names",
]


class MemberRow(NamedTuple):
    """Somebody who may sign in."""

    user_id: str
    name: str
    role: str
    owner: bool
    """May change who belongs to the vault."""

    own: bool
    """It is who sits at the desk."""

    private: bool
    """Has a part of the vault that nobody else can open."""

    rights: dict[str, str]
    """Compartment to ``rw``, ``r`` or ``drop``."""

    person_id: int | None
    """Who it is on the roster."""

    since: datetime | None
    last_sign_in: datetime | None
    """None where it is not known: a role that may not write in the directory."""


def members(desk: Desk) -> list[MemberRow]:
    """Give everybody who may sign in, in the order in which they came."""
    persons = team_settings(desk).person_of
    noted = {one.user_id: one for one in desk.all(User)}
    return [_row(desk, one, noted.get(one.user_id), persons) for one in _all(desk)]


def add_member(
    desk: Desk,
    name: str,
    passphrase: str,
    role: str,
    *,
    person_id: int | None = None,
    owner: bool = False,
    kdf: "KdfSettings | None" = None,
) -> list[str]:
    """Let somebody in; give the words of that person's recovery sheet, shown once.

    Args:
        desk: an owner's.
        name: to sign in with.
        passphrase: the first one; the new member sets an own one (`make_own`).
        role: one of `grants.GRANTS`.
        person_id: who it is on the roster.
        owner: may change who belongs to the vault too.
        kdf: only for tests.

    Raises:
        EmptyName, WeakPassphrase, grants.UnknownRole: as they say.
        grants.NotForRole: the desk is not a coordinator's.
        edtui.vault.errors.OwnerOnly: nor an owner's.
        edtui.vault.errors.NameTaken: somebody signs in with that name.
        NotFound: there is no such person.
    """
    grants.check(desk, grants.COORDINATOR, event=Event.MEMBER_ADDED)
    rights = grants.granted(role)
    name = name.strip()
    if not name:
        raise EmptyName
    strength.check(passphrase, name, team_settings(desk).team_name)
    if person_id is not None:
        desk.get(Person, person_id)
    words = vault_of(desk).members.add(
        name,
        role,
        passphrase,
        rights,
        private=f"private/{desk.clock.new_id()}" if role in grants.PRIVATE else "",
        owner=owner,
        kdf=kdf,
    )
    added = next(one for one in _all(desk) if one.name == name)
    now = desk.clock.now()
    marks = tuple(vault_of(desk).members.key_marks(added.user_id))
    handed = {"handed": True, "handed_keys": marks}
    user = users.note(desk, added.user_id, name, lambda one: one.with_(since=now, **handed))
    desk.log.write(Event.MEMBER_ADDED, User.table, [user.id], person_ids=_about(person_id))
    if person_id is not None:
        link_person(desk, added.user_id, person_id)
    return words


def remove_member(desk: Desk, user_id: str) -> None:
    """Take somebody's keys away; everything that person could read gets new ones.

    Older backups still open with the passphrase of then.

    Raises:
        grants.NotForRole, NotFound: as they say.
        edtui.vault.errors.OwnerOnly, LastOwner: it needs an owner, and not oneself.
    """
    gone = _member(desk, user_id, Event.MEMBER_REMOVED)
    vault_of(desk).members.remove(user_id)
    now = desk.clock.now()
    user = users.note(desk, user_id, gone.name, lambda one: one.with_(removed=now))
    desk.log.write(Event.MEMBER_REMOVED, User.table, [user.id])
    if user_id in team_settings(desk).person_of:
        link_person(desk, user_id, None)


def grant_role(desk: Desk, user_id: str, role: str, *, owner: bool | None = None) -> None:
    """Give somebody the keys of another role, without anybody's passphrase.

    Raises:
        grants.NotForRole, grants.UnknownRole, NotFound: as they say.
        edtui.vault.errors.OwnerOnly, LastOwner: it needs an owner, and not oneself.
    """
    rights = grants.granted(role)
    known = _member(desk, user_id, Event.MEMBER_CHANGED)
    keys = vault_of(desk).members
    keys.grant(user_id, rights, role=role, owner=owner)
    if role in grants.PRIVATE and not known.has_private:
        keys.allot_private(user_id)
    user = users.note(desk, user_id, known.name, lambda one: one)
    desk.log.write(Event.MEMBER_CHANGED, User.table, [user.id])


def let_in_anew(
    desk: Desk, user_id: str, passphrase: str, *, kdf: "KdfSettings | None" = None
) -> list[str]:
    """Give somebody who lost passphrase and sheet another one; give the words of the new sheet.

    What only that person could open stays closed until the old sheet is found.

    Raises:
        WeakPassphrase, grants.NotForRole, NotFound: as they say.
        edtui.vault.errors.OwnerOnly, LastOwner: it needs an owner, and not oneself.
    """
    known = _member(desk, user_id, Event.MEMBER_CHANGED)
    strength.check(passphrase, known.name, team_settings(desk).team_name)
    words = vault_of(desk).members.let_in_anew(user_id, passphrase, kdf=kdf)
    marks = tuple(vault_of(desk).members.key_marks(user_id))
    handed = {"handed": True, "handed_keys": marks}
    user = users.note(desk, user_id, known.name, lambda one: one.with_(**handed))
    desk.log.write(Event.MEMBER_CHANGED, User.table, [user.id])
    return words


def make_own(desk: Desk, old: str, new: str) -> list[str]:
    """Set an own passphrase at the first sign-in; give the words of an own recovery sheet.

    Whoever let one in knew the first passphrase; from now on nobody else knows one.

    Raises:
        WeakPassphrase: the new one is easy to guess.
        edtui.vault.errors.WrongPassphrase: ``old`` is not the passphrase.
    """
    strength.check(new, desk.vault.user, team_settings(desk).team_name)
    words = vault_of(desk).members.make_own(old, new)
    users.note_own_keys(desk)
    desk.log.write(Event.PASSPHRASE)
    desk.log.write(Event.RECOVERY_SHEET)
    return words


def new_recovery_sheet(desk: Desk, passphrase: str) -> list[str]:
    """Give the words of a new recovery sheet; the old one opens nothing any more.

    Raises:
        edtui.vault.errors.WrongPassphrase: it is not the passphrase of who sits at the desk.
    """
    words = vault_of(desk).members.new_recovery_sheet(passphrase)
    desk.log.write(Event.RECOVERY_SHEET)
    return words


def link_person(desk: Desk, user_id: str, person_id: int | None) -> None:
    """Say who a member is on the roster; None for nobody.

    Raises:
        NotFound: there is no such person.
        ReadOnly: nothing can be written now.
    """
    if person_id is not None:
        desk.get(Person, person_id)
    settings = team_settings(desk)
    persons = {user: person for user, person in settings.person_of.items() if user != user_id}
    if person_id is not None:
        persons[user_id] = person_id
    with desk.act(Sentence(N_("Settings changed"))) as act:
        act.put(settings.with_(person_of=persons))


def _all(desk: Desk) -> "list[MemberInfo]":
    return vault_of(desk).members.all()


def _member(desk: Desk, user_id: str, event: Event) -> "MemberInfo":
    grants.check(desk, grants.COORDINATOR, event=event)
    for one in _all(desk):
        if one.user_id == user_id:
            return one
    raise NotFound(what=Sentence(N_("member")), number=user_id[:8])


def _row(
    desk: Desk, member: "MemberInfo", noted: User | None, persons: dict[str, int]
) -> MemberRow:
    return MemberRow(
        user_id=member.user_id,
        name=member.name,
        role=member.role,
        owner=member.owner,
        own=member.user_id == desk.vault.user_id,
        private=member.has_private,
        rights=member.rights,
        person_id=persons.get(member.user_id),
        since=noted.since if noted else None,
        last_sign_in=noted.last_sign_in if noted else None,
    )


def _about(person_id: int | None) -> list[int]:
    return [] if person_id is None else [person_id]
