"""``edtui cases``: list, show, add, edit, note, close."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse
from functools import partial

from edtui.cli.arguments import json_argument
from edtui.cli.sign_in import signed_in
from edtui.cli.verbs import Action
from edtui.locale import _

TYPE_CHECKING = False  # as in edtui.cli.options
if TYPE_CHECKING:
    pass


_doing = partial(signed_in, "cases_work")


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "list": Action(_("the open cases, one a line"), _doing("list_cases"), _list),
        "show": Action(_("one case with its notes and action points"), _doing("show"), _show),
        "add": Action(_("begin a case; it gets a colour and an animal"), _doing("add"), _add),
        "edit": Action(_("change a case"), _doing("edit"), _edit),
        "note": Action(_("write a note on a case"), _doing("note"), _note),
        "close": Action(_("close a case with how it ended"), _doing("close"), _close),
    }


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar=_("CASE"), help=_("number, or colour and animal"))


def _several(parser: argparse.ArgumentParser, name: str, text: str) -> None:
    """Add an option that may be given more often."""
    parser.add_argument(name, action="append", metavar=_("WORD"), help=text)


def _list(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--all", action="store_true", help=_("also closed ones"))
    add("--status", metavar=_("WORD"), help=_("only with this status"))
    add("--nature", metavar=_("WORD"), help=_("only of this nature"))
    add("--theme", metavar=_("WORD"), help=_("only with this theme"))
    add("--sector", metavar=_("WORD"), help=_("only of this sector"))
    json_argument(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    parser.add_argument(
        "--notes", action="store_true", help=_("with the notes in full; that is logged")
    )
    json_argument(parser)


def _add(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("summary", metavar=_("WORDS"), help=_("what it is about in one line, without a name"))
    _fields(parser)


def _edit(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    add = parser.add_argument
    add("--summary", metavar=_("WORDS"), help=_("what it is about in one line, without a name"))
    add("--status", metavar=_("WORD"), help=_("new, running or waiting"))
    _fields(parser)


def _fields(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--nature", metavar=_("WORD"), help=_("question, complaint, signal …"))
    add("--sector", metavar=_("WORD"), help=_("sector of care"))
    _several(parser, "--theme", _("a theme; may be given more often"))
    _several(parser, "--involuntary", _("a theme to which the client did not agree"))
    add("--asker", metavar=_("WORD"), help=_("who came with it: a role"))
    add("--route", metavar=_("WORD"), help=_("how it came to the team"))
    _several(parser, "--involved", _("a role that plays a part; may be given more often"))
    add("--since", metavar=_("DAY"), help=_("when it began, else today"))
    add("--next", metavar=_("WORDS"), help=_("next step"))
    add("--comes-back", metavar=_("DAY"), help=_("when it is to be on the agenda again"))
    json_argument(parser)


def _note(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    _case(parser)
    add("--question", metavar=_("WORDS"), help=_("what you want to know of the others"))
    for name, text in (
        ("--client", _("what the client lived through")),
        ("--organisation", _("what the organisation meant")),
        ("--explanation", _("what was explained")),
        ("--facts", _("what is certain")),
        ("--assumptions", _("what we fill in")),
        ("--open", _("what we do not know yet")),
    ):
        add(name, metavar=_("WORDS"), help=_("{what}; - reads it from the input").format(what=text))
    add("--on", metavar=_("DAY"), help=_("of which day, else today"))
    add("--sight", choices=("author", "table", "desk"), default="table", help=_("who reads it"))
    add("--for-meeting", action="store_true", help=_("bring it in at the next meeting"))
    add("--final", action="store_true", help=_("final at once, no draft"))
    json_argument(parser)


def _close(parser: argparse.ArgumentParser) -> None:
    _case(parser)
    add = parser.add_argument
    add("outcome", metavar=_("WORD"), help=_("solved, partly, understood, referred …"))
    add("--words", metavar=_("WORDS"), help=_("how it ended in one line, without a name"))
    _several(parser, "--undertaken", _("what was done; may be given more often"))
    json_argument(parser)
