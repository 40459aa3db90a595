"""Options of ``edtui stories`` that say a use, an occasion or a consent."""

import argparse
import os

from edtui.cli.arguments import json_argument
from edtui.cli.parser import Usage
from edtui.locale import _


def check_new(name: str) -> None:
    """Say before the passphrase is asked that nothing is written over."""
    if name and os.path.lexists(name):
        raise Usage(
            _("{name} is already there and is left as it is.").format(name=name),
            _("Choose another name."),
        )


def occasion_options(
    parser: argparse.ArgumentParser, *, medium: str = "", audience: str = ""
) -> None:
    """Add what says an occasion: for what, for whom, how, when, where."""
    add = parser.add_argument
    add("--purpose", metavar=_("WORD"), required=True, help=_("training, peer_group, magazine …"))
    add("--for", dest="audience", metavar=_("WORD"), required=not audience, default=audience,
        help=_("students, peers, public …"))  # fmt: skip
    add("--how", dest="medium", metavar=_("WORD"), required=not medium, default=medium,
        help=_("told_by_self, read_aloud_by_other, on_paper …"))  # fmt: skip
    add("--on", metavar=_("DAY"), help=_("on which day, else today"))
    add("--occasion", metavar=_("WORDS"), default="", help=_("what it is called: clinical lesson"))
    add("--place", metavar=_("WORDS"), default="", help=_("where, or with which organisation"))
    add("--group", metavar="N", type=int, default=0, help=_("how many people"))


def _may(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "story", metavar=_("STORY"), nargs="?", help=_("only this one; status 6 without a yes")
    )
    occasion_options(parser)
    parser.add_argument(
        "--ask", action="store_true", help=_("put the question to the narrator in the queue")
    )
    json_argument(parser)


def _use(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("story", metavar=_("STORY"), help=_("number, or title"))
    add("--version", metavar=_("VERSION"), type=int, help=_("which text, else the newest that may"))
    occasion_options(parser)
    add("--by", metavar=_("NAME"), default="", help=_("who told or read it"))
    add("--contact", metavar=_("WORDS"), default="", help=_("who is told when it is withdrawn"))
    add("--copies", metavar="N", type=int, default=0, help=_("copies on paper"))
    add(
        "--found",
        metavar=_("WORDS"),
        default="",
        help=_("address on the web, or number of the issue"),
    )
    add("--afterwards", action="store_true", help=_("it was told elsewhere, allowed or not"))
    json_argument(parser)  # fmt: skip


def _consent(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("story", metavar=_("STORY"), help=_("number, or title"))
    add(
        "--version",
        metavar=_("VERSION"),
        type=int,
        help=_("to which text, else the newest approved one"),
    )
    add(
        "--seen",
        metavar=_("MARK"),
        default="",
        help=_("mark of the text that the narrator saw, as show gives it"),
    )
    use = _("a use, such as training/students/on_paper; may be given more often")
    add("--yes", action="append", metavar=_("USE"), help=use)
    add("--ask", action="append", metavar=_("USE"), help=_("the same, asked each time"))
    add("--until", metavar=_("DAY"), help=_("last day"))
    add("--months", metavar="N", type=int, help=_("until so many months from today: 12 or 24"))
    add(
        "--see-first",
        action=argparse.BooleanOptionalAction,
        help=_("the narrator sees each use first; not said counts as yes"),
    )
    add("--talk-by", metavar=_("NAME"), default="", help=_("who held the consent talk"))
    add(
        "--by-manager",
        action="store_true",
        default=None,
        help=_("who held it has power over the narrator"),
    )
    add("--evidence", metavar=_("WORD"), default="", help=_("paper, file or oral"))
    add("--place", metavar=_("WORDS"), default="", help=_("where the paper lies"))
    add("--witness", metavar=_("NAME"), default="", help=_("who heard it"))
    add("--no", action="store_true", help=_("the narrator says no to this text"))
    add("--again", action="store_true", help=_("it has to be talked about again"))
    add("--stop", action="append", metavar=_("USE"), help=_("stop this use; 'all' stops every one"))
    add("--via", metavar=_("WORD"), help=_("in_person, phone, message …"))
    json_argument(parser)  # fmt: skip


def _booklet(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar=_("FILE"), help=_("a new file (.pdf)"))
    add(
        "stories",
        metavar=_("STORY"),
        nargs="*",
        help=_("numbers or titles; 3/2 is version 2 of story 3"),
    )
    add("--all", action="store_true", help=_("every story that may"))
    add(
        "--kind",
        choices=("booklet", "handout", "sheet"),
        default="booklet",
        help=_("booklet, lesson handout, or a sheet in plain language for each story"),
    )
    add("--title", metavar=_("WORDS"), default="", help=_("title on the front"))
    add("--contact", metavar=_("WORDS"), default="", help=_("whom to ask, on every page"))
    add("--copies", metavar="N", type=int, default=0, help=_("copies on paper"))
    add("--paper", choices=("a4", "a5"), help=_("else a5 for a booklet, a4 for the others"))
    add(
        "--kept-by", metavar=_("WORDS"), default="", help=_("who is told when a story is withdrawn")
    )
    occasion_options(parser, medium="on_paper")
    json_argument(parser)  # fmt: skip


def _end(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "story", metavar=_("STORY"), nargs="?", help=_("number, or title; without one: all of them")
    )
    add("--to", metavar=_("WORD"), help=_("return, destroy or pass_on"))
    add("--by", metavar=_("NAME"), default="", help=_("who asked the narrator"))
    add("--words", metavar=_("WORDS"), default="", help=_("such as: to whom"))
    json_argument(parser)


def _handover(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("folder", metavar=_("FOLDER"), help=_("where the package and the texts come"))
    add("--first", metavar=_("NAME"), required=True, help=_("who holds the first half"))
    add("--second", metavar=_("NAME"), required=True, help=_("who holds the second half"))
    add("--yes", action="store_true", help=_("do not ask whether it is meant"))
    json_argument(parser)


def _unpack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=_("FILE"), help=_("a package of stories"))


CHANGING = {
    "consent": _consent,
    "may": _may,
    "use": _use,
    "booklet": _booklet,
    "end": _end,
    "handover": _handover,
    "unpack": _unpack,
}
"""Word to what adds its options."""
