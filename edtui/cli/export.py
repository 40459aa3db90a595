"""``edtui export``: calendar, hours or a claim, as a file. The log has it before it leaves."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse
import os

from edtui.cli.arguments import json_argument
from edtui.cli.options import Options
from edtui.cli.parser import Usage
from edtui.cli.sign_in import sign_in
from edtui.cli.verbs import Action
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "calendar": Action(_("a calendar that other programs read"), _calendar, _calendar_options),
        "hours": Action(_("hours, kilometres and costs by person"), _hours, _hours_options),
        "claim": Action(_("one person's claim of a month"), _claim, _claim_options),
    }


def _calendar_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar=_("FILE"), help=_("a new file (.ics); - writes to the screen"))
    add("--person", metavar=_("NAME"), help=_("only of this person: name or number"))
    add("--location", metavar=_("NAME"), help=_("only at this location: name or number"))
    add("--from", dest="first", metavar=_("DAY"), help=_("from this day"))
    add("--until", metavar=_("DAY"), help=_("up to and with this day"))
    add("--titles", action="store_true", help=_("titles too; they can name somebody"))


def _hours_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar=_("FILE"), nargs="?", help=_("a new file: .xlsx or .csv; else a table"))
    add("--month", metavar=_("MONTH"), help=_("such as 2026-11, else this month"))
    add("--from", dest="first", metavar=_("DAY"), help=_("from this day"))
    add("--until", metavar=_("DAY"), help=_("up to and with this day"))
    json_argument(parser)


def _claim_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("person", metavar=_("NAME"), help=_("whose: name or number"))
    add("file", metavar=_("FILE"), help=_("a new file: .xlsx or .csv"))
    add("--month", metavar=_("MONTH"), help=_("such as 2026-11, else this month"))


def _claim(options: Options, given: argparse.Namespace) -> None:
    _check_new(given.file)
    with sign_in(options) as desk:
        from edtui.cli.export_work import export_claim

        export_claim(desk, given)


def _calendar(options: Options, given: argparse.Namespace) -> None:
    _check_new(given.file)
    with sign_in(options) as desk:
        from edtui.cli.export_work import export_calendar

        export_calendar(desk, given)


def _hours(options: Options, given: argparse.Namespace) -> None:
    _check_new(given.file)
    with sign_in(options) as desk:
        from edtui.cli.export_work import export_hours

        export_hours(desk, given)


def _check_new(name: str | None) -> None:
    """Say before the passphrase is asked that nothing is written over."""
    if name and name != "-" and os.path.lexists(name):
        raise Usage(
            _("{name} is already there and is left as it is.").format(name=name),
            _("Choose another name."),
        )
