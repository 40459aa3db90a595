"""What kiosks show and when, and which kiosks there are: the desk's side."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from edtui.desk import grants, members
from edtui.desk.errors import EmptyName
from edtui.desk.kiosk_keys import KIOSK, KeyFile, new_secret, remove_key, write_key
from edtui.desk.session import Desk
from edtui.errors import N_, NotFound, Sentence
from edtui.records.kiosk import Kiosk, KioskSettings
from edtui.records.log_entry import Event
from edtui.records.organisation import Location

MEMBER = "kiosk {name}"
"""The name with which a kiosk signs in."""


def kiosk_settings(desk: Desk) -> KioskSettings:
    """Give what kiosks show; where nothing was chosen yet, what a new team starts with."""
    return next(desk.all(KioskSettings), KioskSettings())


def save_settings(desk: Desk, settings: KioskSettings) -> KioskSettings:
    """Save what kiosks show. It cannot be taken back.

    Raises:
        grants.NotForRole: not a coordinator does it.
        ChangedElsewhere: somebody saved it since it was read.
        ReadOnly: nothing can be written now.
    """
    grants.check(desk, grants.COORDINATOR, event=Event.CHANGE)
    # What can be taken back stands under the same key: who is named no longer would, for kiosks.
    with desk.act(Sentence(N_("Kiosk settings changed")), undoable=False) as act:
        return act.put(settings)


def change(desk: Desk, **changes: Any) -> KioskSettings:
    """Save the settings that are given; the others stay. Errors: `save_settings`."""
    return save_settings(desk, kiosk_settings(desk).with_(**changes))


def kiosks(desk: Desk) -> list[Kiosk]:
    """Give the kiosks, by name."""
    return sorted(desk.all(Kiosk), key=lambda one: (one.name.casefold(), one.id))


def set_up(
    desk: Desk,
    name: str,
    key_file: Path,
    *,
    location_id: int | None = None,
    language: str = "nl",
) -> Kiosk:
    """Let a kiosk in and write its key file, which only the user of this process can read. Slow.

    Args:
        desk: an owner's.
        name: where it stands, such as "Hall".
        key_file: where the key comes; there must be nothing.
        location_id: the location at which it stands.
        language: in which it begins.

    Raises:
        EmptyName, grants.NotForRole, NotFound: as they say.
        edtui.desk.kiosk_keys.KeyFileThere: there is something of that name.
        edtui.vault.errors.OwnerOnly, NameTaken: it needs an owner, and a name of its own.
        OSError: the file cannot be made there.
    """
    from edtui.vault.kdf import FAST  # cryptography takes a moment to load

    grants.check(desk, grants.COORDINATOR, event=Event.MEMBER_ADDED)
    name = " ".join(name.split())
    if not name:
        raise EmptyName
    where = desk.get(Location, location_id).name if location_id else ""
    member = MEMBER.format(name=name)
    key = KeyFile(KIOSK, member, new_secret())
    write_key(key_file, key)
    try:
        # Nobody guesses a key of 32 random bytes, so a guess need not cost anything; and a kiosk
        # begins anew after each visitor.
        members.add_member(desk, member, key.secret, grants.KIOSK, kdf=FAST)
        user = next(one.user_id for one in members.members(desk) if one.name == member)
        with desk.act(Sentence(N_("Kiosk set up: {name}"), {"name": name}), undoable=False) as act:
            return act.put(
                Kiosk(
                    user_id=user, name=name, location_id=location_id, where=where, language=language
                )
            )
    except BaseException:
        remove_key(key_file)
        raise


def save_kiosk(desk: Desk, kiosk: Kiosk) -> Kiosk:
    """Save a changed kiosk: name, place, language, closed.

    Raises:
        grants.NotForRole, ChangedElsewhere, ReadOnly, NotFound: as they say.
    """
    grants.check(desk, grants.COORDINATOR, event=Event.CHANGE)
    where = desk.get(Location, kiosk.location_id).name if kiosk.location_id else ""
    with desk.act(Sentence(N_("Kiosk changed: {name}"), {"name": kiosk.name})) as act:
        return act.put(kiosk.with_(where=where))


def reset(desk: Desk, number: int) -> Kiosk:
    """Ask a kiosk to begin anew: who sits there is signed out within seconds.

    Raises:
        grants.NotForRole, NotFound, ReadOnly: as they say.
    """
    grants.check(desk, grants.COORDINATOR, event=Event.CHANGE)
    kiosk = desk.get(Kiosk, number)
    with desk.act(Sentence(N_("Kiosk reset")), undoable=False) as act:
        return act.put(kiosk.with_(reset_at=desk.clock.now()))


def remove(desk: Desk, number: int) -> None:
    """Take a kiosk's keys away; its key file opens nothing any more. Slow.

    Raises:
        grants.NotForRole, NotFound: as they say.
        edtui.vault.errors.OwnerOnly: it needs an owner.
    """
    kiosk = desk.get(Kiosk, number)
    with suppress(NotFound):  # its keys were taken away before
        members.remove_member(desk, kiosk.user_id)
    with desk.act(Sentence(N_("Kiosk removed")), undoable=False) as act:
        act.remove(desk.get(Kiosk, number))


def paused(settings: KioskSettings, first: date, last: date) -> KioskSettings:
    """Give settings with one more time in which kiosks are closed, in order, old ones left out."""
    kept: Sequence[tuple[date, date]] = sorted({*settings.pauses, (first, last)})
    return settings.with_(pauses=tuple(kept))


def seen(desk: Desk, user_id: str, moment: datetime, version: str) -> None:
    """Note that a kiosk was there; what is older than what is known changes nothing."""
    for kiosk in desk.having(Kiosk, "user_id", user_id):
        if kiosk.last_seen is None or kiosk.last_seen < moment:
            with desk.act(Sentence(N_("Kiosk seen")), undoable=False) as act:
                act.put(kiosk.with_(last_seen=moment, last_version=version))
