"""``edtui stories``: the recovery stories, what their narrators allow, and where they go."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse
from importlib import import_module

from edtui.cli.arguments import json_argument
from edtui.cli.options import Options
from edtui.cli.sign_in import signed_in
from edtui.cli.stories_options import CHANGING
from edtui.cli.verbs import Action
from edtui.locale import _

TYPE_CHECKING = False  # as in edtui.cli.options
if TYPE_CHECKING:
    from collections.abc import Callable


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    work, texts, said = "stories_work", "stories_texts", "stories_consent"
    out = "stories_out"
    return {
        "list": Action(_("the stories, one a line"), signed_in(work, "list_stories"), _list),
        "show": Action(_("one story, its texts and what may be"), signed_in(work, "show"), _show),
        "add": Action(_("begin a story"), signed_in(work, "add"), _add),
        "edit": Action(_("change what is known of a story"), signed_in(work, "edit"), _edit),
        "version": Action(
            _("a text: take it in, hand it in, approve it"), signed_in(texts, "version"), _version
        ),
        "consent": Action(
            _("what the narrator allows: show it, note it, stop it"),
            signed_in(said, "consent"),
            CHANGING["consent"],
        ),
        "withdraw": Action(
            _("take a story back, and work off where it went"),
            signed_in(said, "withdraw"),
            _withdraw,
        ),
        "may": Action(
            _("may we? an occasion, and which stories may"), signed_in(out, "may"), CHANGING["may"]
        ),
        "use": Action(_("note where a story was told"), signed_in(out, "use"), CHANGING["use"]),
        "shelf": Action(
            _("what can be read at a terminal of the team"), signed_in(out, "shelf"), _shelf
        ),
        "booklet": Action(
            _("a booklet, a handout or a sheet on paper (PDF)"),
            _new_file,
            CHANGING["booklet"],
        ),
        "end": Action(
            _("what a narrator wants when the organisation ends"),
            signed_in("stories_ends", "end"),
            CHANGING["end"],
        ),
        "handover": Action(
            _("carry that out, by two people: return, destroy, pass on"),
            _alone("handover"),
            CHANGING["handover"],
        ),
        "unpack": Action(
            _("open a package that was passed on, by two people"),
            _alone("unpack"),
            CHANGING["unpack"],
        ),
    }


def _new_file(options: Options, given: argparse.Namespace) -> int | None:
    """Look at the file's name before anybody is asked for a passphrase."""
    from edtui.cli.stories_options import check_new

    check_new(given.file)
    return signed_in("stories_paper", "booklet")(options, given)


def _alone(function: str) -> "Callable[[Options, argparse.Namespace], int | None]":
    """Give a way that asks for more than one passphrase, or for none of the vault's."""

    def run(options: Options, given: argparse.Namespace) -> int | None:
        work = getattr(import_module("edtui.cli.stories_ends"), function)
        status: int | None = work(options, given)
        return status

    return run


def _story(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("story", metavar=_("STORY"), help=_("number, or title"))


def _list(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--status", metavar=_("WORD"), help=_("only this far: idea, writing, ready …"))
    add("--narrator", metavar=_("NAME"), help=_("only of this narrator: name or number"))
    add("--ending", action="store_true", help=_("only with a consent that ends, or has ended"))
    add("--withdrawn", action="store_true", help=_("the withdrawn ones: only that they were there"))
    json_argument(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    _story(parser)
    add = parser.add_argument
    add("--text", metavar=_("VERSION"), type=int, help=_("a text in full; that is logged"))
    add("--uses", action="store_true", help=_("where it was told"))
    json_argument(parser)


def _add(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("title", metavar=_("WORDS"), nargs="?", default="", help=_("title"))
    add("--file", metavar=_("FILE"), help=_("its text: .txt, .md, .docx or .odt"))
    _fields(parser)


def _edit(parser: argparse.ArgumentParser) -> None:
    _story(parser)
    add = parser.add_argument
    add("--title", metavar=_("WORDS"), help=_("title"))
    add("--status", metavar=_("WORD"), help=_("idea, writing, narrator_review, ready, resting …"))
    add(
        "--embargo",
        metavar=_("DAY"),
        help=_("kept back until this day; 'open': until further notice"),
    )
    add("--lift", action="store_true", help=_("not kept back any more: the narrator was asked"))
    add(
        "--others-checked",
        action="store_true",
        help=_("somebody looked who else could be recognised"),
    )
    _fields(parser)


def _fields(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--narrator", metavar=_("NAME"), help=_("who tells it: name or number"))
    add("--alias", metavar=_("NAME"), help=_("by which other name the narrator is known here"))
    add("--summary", metavar=_("WORDS"), help=_("what it is about in one line, nothing sensitive"))
    add("--purpose", metavar=_("WORDS"), help=_("what the narrator wants to bring about"))
    add("--not-for", metavar=_("WORDS"), help=_("what it is not for"))
    add("--seen-as", metavar=_("WORDS"), help=_("how the narrator wants to be seen"))
    add("--named", metavar=_("WORD"), help=_("full_name, first_name, initials, chosen_name …"))
    add("--name", metavar=_("NAME"), help=_("the name that the narrator chose"))
    add("--form", metavar=_("WORD"), help=_("prose, poem, letter …"))
    add("--language", metavar=_("WORD"), help=_("language of the story"))
    json_argument(parser)


def _version(parser: argparse.ArgumentParser) -> None:
    _story(parser)
    add = parser.add_argument
    add(
        "--file",
        metavar=_("FILE"),
        help=_("a new version: .txt, .md, .docx, .odt; - reads plain text"),
    )
    add(
        "--kind",
        metavar=_("WORD"),
        default="edited",
        help=_("shortened, anonymised, plain_language …"),
    )
    add("--from", dest="source", metavar=_("VERSION"), type=int, help=_("from which it was made"))
    add("--note", metavar=_("WORDS"), default="", help=_("what was changed"))
    add("--hand-in", metavar=_("VERSION"), type=int, help=_("this text does not change any more"))
    add("--approve", metavar=_("VERSION"), type=int, help=_("the narrator approved this text"))
    add(
        "--unapprove",
        metavar=_("VERSION"),
        type=int,
        help=_("the narrator does not approve it any more"),
    )
    add(
        "--seen",
        metavar=_("MARK"),
        default="",
        help=_("mark of the text that the narrator saw, as show gives it"),
    )
    add("--how", metavar=_("WORDS"), default="", help=_("how: such as read together"))
    json_argument(parser)


def _withdraw(parser: argparse.ArgumentParser) -> None:
    _story(parser)
    add = parser.add_argument
    add("--via", metavar=_("WORD"), help=_("in_person, phone, message …"))
    add("--yes", action="store_true", help=_("do not ask whether it is meant"))
    add("--done", metavar=_("USE"), type=int, help=_("this use was dealt with"))
    add("--result", metavar=_("WORDS"), default="", help=_("what came of it"))
    add("--told", action="store_true", help=_("the narrator was told where it went"))
    json_argument(parser)


def _shelf(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "story",
        metavar=_("STORY"),
        nargs="?",
        help=_("number, or title; without one: what stands there"),
    )
    add("--version", metavar=_("VERSION"), type=int, help=_("which text, else the newest that may"))
    add(
        "--for",
        dest="readers",
        action="append",
        metavar=_("WORD"),
        help=_("for whom: public, own_team …"),
    )
    add("--off", action="store_true", help=_("take it off"))
    json_argument(parser)
