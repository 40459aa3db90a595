"""``edtui visits``: list, show, add, edit, move, cancel, report, due, plan and more."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse

from edtui.cli.arguments import json_argument
from edtui.cli.options import Options
from edtui.cli.sign_in import signed_in
from edtui.cli.verbs import Action
from edtui.locale import _

TYPE_CHECKING = False  # as in edtui.cli.options
if TYPE_CHECKING:
    from collections.abc import Callable


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "list": Action(_("the calendar of a period"), _doing("list:list_visits"), _list),
        "show": Action(_("everything about one activity"), _doing("list:show_visit"), _show),
        "add": Action(_("plan an activity or a series"), _doing("add:add"), _add),
        "edit": Action(
            _("change one, or its series from that date on"), _doing("edit:edit"), _edit
        ),
        "move": Action(_("move one, or its series from that date on"), _doing("edit:move"), _move),
        "cancel": Action(_("cancel one, or end its series there"), _doing("edit:cancel"), _cancel),
        "status": Action(
            _("say that it is confirmed, done, or nobody came"), _doing("status:status"), _status
        ),
        "report": Action(_("write what came of a visit"), _doing("report:report"), _report),
        "due": Action(_("which locations are to be visited"), _doing("due:list_due"), _due),
        "norm": Action(_("how often a location is visited"), _doing("status:norm"), _norm),
        "plan": Action(_("plan a round of visits"), _doing("due:plan_round"), _plan),
    }


def _doing(place: str) -> "Callable[[Options, argparse.Namespace], int | None]":
    module, function = place.split(":")
    return signed_in(f"visits_{module}", function)


def _key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "key", metavar=_("NUMBER"), help=_("as the list shows it: 12, s3/2026-12-08")
    )


def _passing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pass",
        dest="passed",
        action="append",
        default=[],
        metavar=_("CHECK=REASON"),
        help=_("why something that asks for a look is all right; may be given more often"),
    )


def _dry(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help=_("only show what would happen"))


def _several(parser: argparse.ArgumentParser, name: str, metavar: str, text: str) -> None:
    """Add an option that may be given more often."""
    parser.add_argument(name, action="append", default=[], metavar=metavar, help=text)


def _list(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--from", dest="first", metavar=_("DAY"), help=_("from this day, else today"))
    add("--until", metavar=_("DAY"), help=_("up to and with this day, else two weeks"))
    add("--person", metavar=_("NAME"), help=_("only of this person: name or number"))
    add("--location", metavar=_("NAME"), help=_("only at this location: name or number"))
    add("--kind", metavar=_("WORD"), help=_("only of this kind"))
    add("--status", metavar=_("WORD"), help=_("only with this status"))
    json_argument(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    _key(parser)
    json_argument(parser)


def _add(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("day", metavar=_("DAY"), help=_("such as 24-11 or tomorrow"))
    add("--at", metavar=_("TIME"), default="10:00", help=_("such as 14:00"))
    add("--minutes", type=int, default=60, metavar="N", help=_("how long it takes"))
    _fields(parser)
    who = _("who takes part; may be given more often")
    _several(parser, "--person", _("NAME[=ROLE]"), who)
    add("--not-alone", action="store_true", help=_("nobody goes there alone"))
    add("--rule", metavar="RRULE", help=_("how it repeats, such as FREQ=WEEKLY;INTERVAL=2"))
    add("--until", metavar=_("DAY"), help=_("last day of what repeats"))
    add("--skip-holidays", action="store_true", help=_("what repeats is not on public holidays"))
    _passing(parser)
    _dry(parser)
    json_argument(parser)


def _fields(parser: argparse.ArgumentParser) -> None:
    """Add an option a field; an empty text takes the value away."""
    add = parser.add_argument
    add("--kind", metavar=_("WORD"), help=_("kind of activity; else a location visit"))
    add("--title", metavar=_("WORDS"), help=_("what it is called"))
    add("--location", metavar=_("NAME"), help=_("at which location: name or number"))
    add("--place", metavar=_("WORDS"), help=_("where, if it is not one of the locations"))
    add("--weight", metavar=_("WORD"), help=_("light, medium or heavy"))
    add("--travel", type=int, metavar="N", help=_("minutes of travel, one way"))
    add("--needed", type=int, metavar="N", help=_("how many people have to be there"))
    add("--bring", metavar=_("WORDS"), help=_("what to bring"))
    add("--contact", metavar=_("WORDS"), help=_("whom to ask for"))
    add("--notes", metavar=_("WORDS"), help=_("notes"))


def _edit(parser: argparse.ArgumentParser) -> None:
    _key(parser)
    _fields(parser)
    _several(parser, "--with", _("NAME[=ROLE]"), _("who comes along; may be given more often"))
    _several(parser, "--without", _("NAME"), _("who does not come; may be given more often"))
    _scope(parser)
    _passing(parser)
    _dry(parser)
    json_argument(parser)


def _scope(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--scope",
        choices=("this", "following", "all"),
        default="this",
        help=_("of a series: this date, this and what follows, all"),
    )


def _move(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    _key(parser)
    add("day", metavar=_("DAY"), help=_("to which day"))
    add("--at", metavar=_("TIME"), help=_("to which time, else the same"))
    add("--minutes", type=int, metavar="N", help=_("how long it takes, else as before"))
    _scope(parser)
    _passing(parser)
    _dry(parser)
    json_argument(parser)


def _cancel(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    _key(parser)
    add("--by", metavar=_("WORD"), help=_("who cancelled: the location, the peer worker …"))
    add("--reason", metavar=_("WORDS"), help=_("why"))
    add("--following", action="store_true", help=_("end the series from this date on"))
    _dry(parser)
    json_argument(parser)


def _status(parser: argparse.ArgumentParser) -> None:
    _key(parser)
    parser.add_argument(
        "--to", required=True, metavar=_("WORD"), help=_("confirmed, done, no_show")
    )
    parser.add_argument("--reason", metavar=_("WORDS"), help=_("why"))
    json_argument(parser)


def _norm(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("location", metavar=_("NAME"), help=_("which location: name or number"))
    add("--times", type=int, metavar="N", help=_("times a year; 0: no norm"))
    add("--not-before", metavar=_("DAY"), help=_("not asked for before this day"))
    add("--note", metavar=_("WORDS"), help=_("what was agreed"))
    json_argument(parser)


def _report(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    _key(parser)
    add("--same-as-last", action="store_true", help=_("begin with what was so the last time"))
    add("--kind", metavar=_("WORD"), help=_("kind of visit"))
    add("--clients", type=int, metavar="N", help=_("how many clients were met; never who"))
    add("--told", choices=("yes", "no"), help=_("whether the confidant was told about"))
    add("--leaflets", choices=("yes", "no"), help=_("whether leaflets were given"))
    _several(parser, "--theme", _("WORD[=N]"), _("what was asked about, and how often"))
    add("--alone", type=int, metavar="N", help=_("talks asked for with the peer worker alone"))
    add("--confidant", type=int, metavar="N", help=_("talks asked for with the confidant"))
    add("--both", type=int, metavar="N", help=_("talks asked for with both"))
    _several(parser, "--signal", _("WORD[=HOW]"), _("theme and seriousness"))
    add("--atmosphere", type=int, metavar="1-5", help=_("how the atmosphere was"))
    add("--accessibility", type=int, metavar="1-5", help=_("how easy it was to come in"))
    _several(parser, "--agreement", _("WORDS"), _("what was agreed with the team"))
    add("--success", metavar=_("WORDS"), help=_("the success of the day"))
    add("--next", metavar=_("DAY"), help=_("when the next visit is"))
    _several(parser, "--hours", _("[NAME=]HOURS"), _("hours, of everybody or of one"))
    _several(parser, "--km", _("[NAME=]N"), _("kilometres, of everybody or of one"))
    _several(parser, "--costs", _("NAME=AMOUNT"), _("costs of one, in euros"))
    add("--costs-words", metavar=_("WORDS"), default="", help=_("what the costs are"))
    json_argument(parser)


def _due(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=_("also what is planned or later"))
    json_argument(parser)


def _plan(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--from", dest="first", metavar=_("DAY"), help=_("from this day, else tomorrow"))
    add("--until", metavar=_("DAY"), help=_("up to and with this day, else four weeks"))
    _several(parser, "--person", _("NAME"), _("who can go: name or number"))
    _several(parser, "--location", _("NAME"), _("which locations, else those that are due"))
    _several(parser, "--heavy", _("NAME"), _("locations where a visit is heavy"))
    _several(parser, "--leave-out", _("NAME"), _("locations of the proposal to refuse"))
    add("--minutes", type=int, default=90, metavar="N", help=_("how long a visit takes"))
    add("--travel", type=int, default=30, metavar="N", help=_("minutes of travel, one way"))
    add("--seconds", type=float, metavar="N", help=_("how long to look for better"))
    add("--plain", action="store_true", help=_("plan without OR-tools"))
    _dry(parser)
    json_argument(parser)
