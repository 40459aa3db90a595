"""Kiosks on the command line, once the passphrase is there."""

import argparse
import sys
from pathlib import Path

from edtui.cli.output import plain, print_json, print_table
from edtui.cli.people_change import ask
from edtui.config import default_kiosk_key
from edtui.desk import grants, kiosk_plugin, kiosk_post, kiosk_publish, kiosk_settings
from edtui.desk.kiosk_keys import PERSON, SUFFIX, KeyFile, write_key
from edtui.desk.kiosk_open import AT_KIOSK, NotAtKiosk
from edtui.desk.kiosk_words import letter_lines
from edtui.desk.session import Desk
from edtui.errors import NotFound
from edtui.locale import _, dates
from edtui.records.kiosk import Kiosk
from edtui.records.kiosk_letter import LABELS


def set_up(desk: Desk, given: argparse.Namespace) -> None:
    """Let a kiosk in and write its key."""
    path = Path(given.key or default_kiosk_key())
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    kiosk = kiosk_settings.set_up(
        desk, given.name, path, location_id=given.location, language=given.language
    )
    kiosk_plugin.look_after(desk)
    print(_("The kiosk {name} has number {number}.").format(name=kiosk.name, number=kiosk.id))
    print(_("Its key: {path}").format(path=path))
    print(
        _("Give the key to the kiosk's own user: chown, chmod 600. Start it with: edtui kiosk"),
        file=sys.stderr,
    )


def show(desk: Desk, given: argparse.Namespace) -> None:
    """List the kiosks."""
    kiosk_plugin.look_after(desk)
    found = kiosk_settings.kiosks(desk)
    if given.json:
        print_json(found)
        return
    headers = ("#", _("Name"), _("Where"), _("Last seen"), _("Version"), _("Now"))
    now = desk.clock.now()
    rows = [
        (
            str(one.id),
            one.name,
            one.where,
            dates.ago(one.last_seen, now) if one.last_seen else _("never"),
            one.last_version,
            _("closed") if one.closed else _("open"),
        )
        for one in found
    ]
    print_table(headers, rows, right={0})


def post(desk: Desk, given: argparse.Namespace) -> None:
    """List what waits."""
    kiosk_post.fold(desk)
    letters = kiosk_post.letters(desk)
    if given.json:
        print_json(letters)
        return
    for one in letters:
        where = kiosk_post.from_where(desk, one)
        head = f"{one.id}  {_(LABELS[one.kind])}, {dates.moment(one.sent)}"
        print(plain(f"{head}, {where}" if where else head))
        for line in letter_lines(desk, one):
            print(f"   {plain(line)}")


def take_in(desk: Desk, given: argparse.Namespace) -> None:
    """Make of a letter what it asks for."""
    made = kiosk_post.take_in(desk, given.number)
    if made is not None:
        print(f"{made.table} {made.id}")


def done(desk: Desk, given: argparse.Namespace) -> None:
    """Put a letter away."""
    kiosk_post.done(desk, given.number)


def close(desk: Desk, given: argparse.Namespace) -> None:
    """Close a kiosk by hand."""
    kiosk_settings.save_kiosk(desk, desk.get(Kiosk, given.number).with_(closed=True))


def reopen(desk: Desk, given: argparse.Namespace) -> None:
    """Open it again."""
    kiosk_settings.save_kiosk(desk, desk.get(Kiosk, given.number).with_(closed=False))


def reset(desk: Desk, given: argparse.Namespace) -> None:
    """Let it begin anew."""
    kiosk_settings.reset(desk, given.number)


def remove(desk: Desk, given: argparse.Namespace) -> None:
    """Take its keys away."""
    kiosk = desk.get(Kiosk, given.number)
    ask(given, _("Take the keys of {name} away?").format(name=plain(kiosk.name)))
    kiosk_settings.remove(desk, kiosk.id)


def publish(desk: Desk, _given: argparse.Namespace) -> None:
    """Put on the shelf what kiosks show."""
    if not kiosk_publish.may_publish(desk):
        raise grants.NotForRole(role=grants.role_label(desk.vault.role))
    kiosk_plugin.look_after(desk)
    print(len(kiosk_publish.publish(desk).times))


def polls(desk: Desk, given: argparse.Namespace) -> None:
    """Say how the questions were answered."""
    kiosk_post.fold(desk)
    found = kiosk_post.polls(desk)
    if given.json:
        print_json(found)
        return
    for one in found:
        print(plain(one.question))
        for answer, count in zip(one.answers, one.counts, strict=False):
            print(f"   {count:>4}  {plain(answer)}")


def own_key(desk: Desk, given: argparse.Namespace, passphrase: str) -> None:
    """Write the key of who signs in, for a stick that this person takes along."""
    if desk.vault.role not in AT_KIOSK:
        raise NotAtKiosk
    path = Path(given.folder) / f"{desk.vault.user_id[:8]}{SUFFIX}"
    if not path.parent.is_dir():
        raise NotFound(what=_("folder"), number=given.folder)
    write_key(path, KeyFile(PERSON, desk.vault.user, passphrase))
    print(path)
    print(
        _("Who has this file can sign in as you. Keep it with you, as a key of a door."),
        file=sys.stderr,
    )
