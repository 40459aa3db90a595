"""``edtui notes``: list, show, add, write, close, send, erase, counts."""

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


_doing = partial(signed_in, "own_notes_work")


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "list": Action(_("your own notes, one a line"), _doing("list_notes"), json_argument),
        "show": Action(_("one note with its text; that is logged"), _doing("show"), _show),
        "add": Action(_("begin a note on a matter"), _doing("add"), _add),
        "write": Action(_("write on in a note, from the input"), _doing("write"), _write),
        "close": Action(_("close a matter and let it be counted"), _doing("close"), _close),
        "send": Action(_("send a line to count of all that changed"), _doing("send"), None),
        "erase": Action(_("let the notes go whose time is over"), _doing("erase"), _erase),
        "counts": Action(_("what was counted, for the coordinator"), _doing("counts"), _counts),
    }


def _show(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    json_argument(parser)


def _add(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("handle", metavar=_("WORDS"), help=_("a word by which you know who it is; no name"))
    add("--since", metavar=_("DAY"), help=_("when it began, else today"))
    add("--nature", metavar=_("WORD"), help=_("question, complaint, signal …"))
    add("--sector", metavar=_("WORD"), help=_("sector of care"))
    add("--cluster", metavar=_("WORDS"), help=_("some locations together, never one house alone"))
    add("--theme", action="append", metavar=_("WORD"), help=_("a theme; may be given more often"))
    add("--involuntary", action="append", metavar=_("WORD"),
        help=_("a theme to which the client did not agree"))  # fmt: skip
    add("--route", metavar=_("WORD"), help=_("how it came to the team"))
    add("--undertaken", action="append", metavar=_("WORD"),
        help=_("what was done; may be given more often"))  # fmt: skip
    add("--minutes", type=int, default=0, metavar=_("NUMBER"), help=_("minutes of work"))
    add("--text", action="store_true", help=_("read your notes from the input"))
    json_argument(parser)


def _write(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument(
        "--minutes", type=int, default=0, metavar=_("NUMBER"), help=_("minutes of work more")
    )
    json_argument(parser)


def _close(parser: argparse.ArgumentParser) -> None:
    number_argument(parser)
    parser.add_argument("outcome", metavar=_("WORD"), help=_("solved, partly, understood …"))
    json_argument(parser)


def _erase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help=_("do not ask whether it is meant"))


def _counts(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("year", type=int, nargs="?", metavar=_("YEAR"), help=_("else the newest"))
    add("--quarter", type=int, choices=(1, 2, 3, 4), default=0, help=_("one quarter of it"))
    json_argument(parser)
