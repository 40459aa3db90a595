"""``edtui talks``: clients who ask for a talk, by a handle, never by name."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse
from functools import partial

from edtui.cli.arguments import json_argument, number_argument
from edtui.cli.sign_in import signed_in
from edtui.cli.verbs import Action
from edtui.locale import _

TYPE_CHECKING = False  # as in edtui.cli.options
if TYPE_CHECKING:
    pass


_doing = partial(signed_in, "talks_work")


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "list": Action(_("talks that ask for something"), _doing("list_talks"), _list),
        "show": Action(_("one talk, with what is still missing"), _doing("show"), _one),
        "add": Action(_("somebody asks for a talk"), _doing("add"), _add),
        "choose": Action(_("the client's own choice with whom"), _doing("choose"), _choose),
        "prepare": Action(_("something of the preparation is done"), _doing("prepare"), _prepare),
        "plan": Action(_("put a talk into the calendar"), _doing("plan"), _plan),
        "done": Action(_("the talk was had"), _doing("done"), _one),
        "debriefed": Action(_("the talk was talked over"), _doing("debriefed"), _debriefed),
        "lapse": Action(_("the talk is not wanted any more"), _doing("lapse"), _lapse),
    }


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=_("also what is over"))
    json_argument(parser)


def _one(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    json_argument(parser)


def _add(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "handle",
        metavar=_("HANDLE"),
        help=_("an agreed handle, never a name"),
    )
    add("--reach", metavar=_("WORDS"), help=_("how to reach the client, as agreed"))
    add("--location", metavar=_("NAME"), help=_("at which location: name or number"))
    add("--with", dest="mode", metavar=_("WORD"), help=_("with whom: alone, confidant or both"))
    add("--notes", metavar=_("WORDS"), help=_("notes"))
    json_argument(parser)


def _choose(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument("mode", metavar=_("WORD"), help=_("alone, confidant or both"))
    json_argument(parser)


def _prepare(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument("item", metavar=_("WORD"), help=_("what was looked at"))
    parser.add_argument("--note", metavar=_("WORDS"), default="", help=_("what was agreed"))
    json_argument(parser)


def _plan(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    number_argument(parser)
    add("day", metavar=_("DAY"), help=_("such as 24-11 or tomorrow"))
    add("--at", metavar=_("TIME"), default="10:00", help=_("such as 14:00"))
    add("--minutes", type=int, default=60, metavar="N", help=_("how long it takes"))
    add("--peer", metavar=_("NAME"), help=_("which peer worker: name or number"))
    add("--confidant", metavar=_("NAME"), help=_("which confidant: name or number"))
    add("--debrief-day", metavar=_("DAY"), help=_("when it is talked over; within two days"))
    add("--debrief-at", metavar=_("TIME"), default="16:00", help=_("such as 14:00"))
    json_argument(parser)


def _debriefed(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument("--on", metavar=_("DAY"), help=_("on which day, else today"))
    json_argument(parser)


def _lapse(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument("why", metavar=_("WORDS"), help=_("why"))
    json_argument(parser)
