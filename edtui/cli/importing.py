"""``edtui import``: take over a list of people from a spreadsheet, or a calendar."""

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
        "people": Action(_("take over a list of people"), _people, _people_arguments),
        "calendar": Action(_("take over a calendar (.ics)"), _calendar, _calendar_arguments),
    }


def _people_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar=_("FILE"), help=_("spreadsheet (.xlsx, .csv) or address cards (.vcf)"))
    add("--sheet", metavar=_("NAME"), help=_("which sheet, if there are several"))
    add(
        "--map",
        action="append",
        default=[],
        metavar=_("HEADER=FIELD"),
        help=_("what a column means; nothing after = leaves it out; may be given more often"),
    )
    add("--dry-run", action="store_true", help=_("only show what would happen"))
    add(
        "--duplicates",
        choices=("skip", "merge", "add"),
        default="skip",
        help=_("who may be there already: skip (usual), fill what is empty, or add"),
    )
    add("--partly", action="store_true", help=_("take rows without the cells that are wrong"))
    add("--rejects", metavar=_("FILE"), help=_("write the rows that are wrong to this new file"))
    json_argument(parser)


def _calendar_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar=_("FILE"), help=_("calendar as iCalendar (.ics)"))
    add("--dry-run", action="store_true", help=_("only show what would happen"))
    add("--only", choices=("new", "changed"), help=_("take over only what is new, or changed"))
    add("--with-gone", action="store_true", help=_("cancel what is not in the file any more"))
    json_argument(parser)


def _check_file(name: str) -> None:
    if not os.path.isfile(name):  # noqa: PTH113  pathlib costs 2 ms
        raise Usage(
            _("The file {name} is not there or may not be read.").format(name=name),
            _("Check the name and the folder."),
        )


def _calendar(options: Options, given: argparse.Namespace) -> None:
    _check_file(given.file)
    with sign_in(options) as desk:
        from edtui.cli.importing_calendar import import_calendar

        import_calendar(desk, given)


def _people(options: Options, given: argparse.Namespace) -> None:
    _check_file(given.file)
    with sign_in(options) as desk:
        from edtui.cli.importing_work import import_people

        import_people(desk, given)
