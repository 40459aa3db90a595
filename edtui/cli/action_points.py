"""``edtui actions``: list, add, done, drop."""

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


_doing = partial(signed_in, "action_points_work")


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "list": Action(_("the action points that are open"), _doing("list_actions"), _list),
        "add": Action(_("make an action point"), _doing("add"), _add),
        "done": Action(_("note that action points are done"), _doing("done"), _done),
        "drop": Action(_("drop one, and say why"), _doing("drop"), _drop),
    }


def _list(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    for name, text in (
        ("--mine", _("what you are to do")),
        ("--late", _("what is late")),
        ("--waiting", _("what others are to do")),
        ("--closed", _("what was done or dropped")),
    ):
        which.add_argument(
            name, dest="view", action="store_const", const=name.removeprefix("--"), help=text
        )
    json_argument(parser)


def _add(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("what", metavar=_("WORDS"), help=_("what is to be done"))
    add("--who", metavar=_("NAME"), help=_("who does it: of the team, or a function elsewhere"))
    add("--before", metavar=_("DAY"), help=_("the last day"))
    add("--from", dest="opens", metavar=_("DAY"), help=_("not before this day"))
    add("--case", metavar=_("CASE"), help=_("number, or colour and animal"))
    json_argument(parser)


def _done(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("numbers", type=int, nargs="+", metavar=_("NUMBER"),
                        help=_("as the list shows it"))  # fmt: skip
    parser.add_argument("--on", metavar=_("DAY"), help=_("on which day, else today"))
    json_argument(parser)


def _drop(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument("why", metavar=_("WORDS"), help=_("why"))
    json_argument(parser)
