"""``edtui kiosk``: a shared terminal, and what the desk does for it: setup, list, post, take."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse
import os
from functools import partial

from edtui.cli.arguments import json_argument, number_argument
from edtui.cli.options import Options
from edtui.cli.parser import Usage
from edtui.cli.sign_in import credentials, signed_in
from edtui.cli.verbs import Action
from edtui.config import default_kiosk_key
from edtui.locale import _

_doing = partial(signed_in, "kiosk_work")


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "setup": Action(
            _("let a kiosk in and write its key file; an owner can"), _doing("set_up"), _setup
        ),
        "list": Action(_("the kiosks, and when each was last seen"), _doing("show"), json_argument),
        "post": Action(_("what was sent at kiosks and waits"), _doing("post"), json_argument),
        "take": Action(_("make of a letter what it asks for"), _doing("take_in"), number_argument),
        "done": Action(_("put a letter away"), _doing("done"), number_argument),
        "close": Action(_("close a kiosk, until it is opened"), _doing("close"), number_argument),
        "open": Action(_("open a kiosk that was closed"), _doing("reopen"), number_argument),
        "reset": Action(_("let a kiosk begin anew"), _doing("reset"), number_argument),
        "remove": Action(_("take a kiosk's keys away"), _doing("remove"), _remove),
        "publish": Action(_("put the timetable of now on the shelf"), _doing("publish")),
        "polls": Action(_("how the question was answered"), _doing("polls"), json_argument),
        "key": Action(_("write your own key on a stick, to sign in with"), _own_key, _key),
        "": Action(_("Show the kiosk: a shared terminal of which nobody gets out."), _run, _kiosk),
    }


def _kiosk(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--key", metavar=_("FILE"), help=_("the kiosk's key file, if not the usual one"))
    add("--plain", action="store_true", help=_("line by line, for a screen reader"))
    add(
        "--sticks",
        action="append",
        default=[],
        metavar=_("FOLDER"),
        help=_("where sticks with people's keys appear; can be given again"),
    )
    add("--once", action="store_true", help=_("one visit, then end: to try it"))


def _setup(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("name", metavar=_("NAME"), help=_("where it stands, such as Hall"))
    add("--key", metavar=_("FILE"), help=_("where the key file comes, if not the usual place"))
    add("--location", type=int, metavar=_("NUMBER"), help=_("the location at which it stands"))
    add("--language", choices=("nl", "en"), default="nl", help=_("in which it begins"))


def _remove(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument("--yes", action="store_true", help=_("do not ask whether it is meant"))


def _key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar=_("FOLDER"), help=_("of the stick"))


def _run(options: Options, given: argparse.Namespace) -> int:
    from pathlib import Path

    if options.screens is None:
        raise Usage(_("The screens are not here."), _("See edtui --help."))
    if not options.path.is_file():
        raise Usage(_("There is no vault at {path}.").format(path=options.path), "")
    wanted = {
        "key_file": Path(given.key or default_kiosk_key()),
        "plain": given.plain,
        "sticks": tuple(Path(one) for one in given.sticks),
        "once": given.once,
    }
    return options.screens(options, kiosk=wanted)


def _own_key(options: Options, given: argparse.Namespace) -> None:
    if not os.path.isdir(given.folder):  # noqa: PTH112  as elsewhere before the passphrase
        raise Usage(_("There is no folder {path}.").format(path=given.folder), "")
    user, passphrase = credentials(options)
    from edtui.cli.opening import opened_desk

    with opened_desk(options, user, passphrase) as desk:
        from edtui.cli.kiosk_work import own_key

        own_key(desk, given, passphrase)
