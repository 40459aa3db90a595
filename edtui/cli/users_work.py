"""Members and their keys on the command line, once the passphrase is there."""

import argparse
import sys

from edtui.cli.options import Options
from edtui.cli.output import plain, print_json, print_table
from edtui.cli.parser import Usage
from edtui.cli.people_change import ask
from edtui.desk import members, team
from edtui.desk.grants import role_label
from edtui.desk.members import MemberRow
from edtui.desk.recovery_sheet import is_right, places_to_ask, sheet_text
from edtui.desk.session import Desk
from edtui.desk.settings import team_settings
from edtui.locale import _, dates, say


def show(desk: Desk, given: argparse.Namespace) -> None:
    """List who may sign in."""
    rows = members.members(desk)
    if given.json:
        print_json([_as_json(row) for row in rows])
        return
    headers = (_("Name"), _("Role"), _("May let others in"), _("Here last"))
    print_table(headers, [_row(row) for row in rows])


def add(desk: Desk, given: argparse.Namespace, first: str) -> None:
    """Let somebody in, and show the recovery sheet."""
    words = members.add_member(
        desk, given.name, first, given.role, person_id=given.person, owner=given.owner
    )
    _show_sheet(desk, words, given.name)
    hint = _("{name} sets an own passphrase with: edtui users passphrase --first")
    print(hint.format(name=plain(given.name)), file=sys.stderr)


def remove(desk: Desk, given: argparse.Namespace) -> None:
    """Take somebody's keys away."""
    row = _named(desk, given.name)
    name = plain(row.name)
    ask(given, _("Take the keys of {name} away?").format(name=name))
    members.remove_member(desk, row.user_id)
    print(_("{name} can no longer sign in.").format(name=name))
    print(
        _("Backups of before today still open with the passphrase of then."),
        file=sys.stderr,
    )


def change_role(desk: Desk, given: argparse.Namespace) -> None:
    """Give somebody the keys of another role."""
    row = _named(desk, given.name)
    members.grant_role(desk, row.user_id, given.role)
    said = _("{name} is {role} now.")
    print(said.format(name=plain(row.name), role=say(role_label(given.role))))


def change(desk: Desk, old: str, new: str, *, first: bool) -> None:
    """Set another passphrase, at the first sign-in with keys and a sheet of one's own."""
    if first:
        _show_sheet(desk, members.make_own(desk, old, new), desk.vault.user)
    else:
        team.change_passphrase(desk, old, new)
    print(_("From now on the new passphrase opens the vault."), file=sys.stderr)


def sheet(desk: Desk, passphrase: str) -> None:
    """Make a new recovery sheet."""
    _show_sheet(desk, members.new_recovery_sheet(desk, passphrase), desk.vault.user)


def recover(options: Options, user: str, words: str, new: str) -> None:
    """Open with the recovery sheet and set a new passphrase."""
    desk = team.recover_team(options.path, user, words.split(), new, clock=options.clock())
    desk.close()
    print(_("From now on the new passphrase opens the vault."))


def _show_sheet(desk: Desk, words: list[str], name: str) -> None:
    name_of_team = team_settings(desk).team_name
    print(sheet_text(words, team=plain(name_of_team), user=plain(name), day=desk.clock.today()))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return
    print("\n" + _("Write it on paper or print it. Then type two of the words over."))
    for place in places_to_ask(words):
        while not is_right(words, place, input(_("Word {number}: ").format(number=place))):
            print(_("That is another word; look at the paper."))


def _named(desk: Desk, name: str) -> MemberRow:
    for row in members.members(desk):
        if row.name.casefold() == name.strip().casefold():
            return row
    raise Usage(_("There is no member called {name}.").format(name=plain(name)), "")


def _row(row: MemberRow) -> tuple[str, ...]:
    last = row.last_sign_in
    return (
        row.name,
        say(role_label(row.role)),
        _("yes") if row.owner else "",
        dates.moment(last) if last else "",
    )


def _as_json(row: MemberRow) -> dict[str, object]:
    return {
        **row._asdict(),
        "since": row.since.isoformat() if row.since else None,
        "last_sign_in": row.last_sign_in.isoformat() if row.last_sign_in else None,
    }
