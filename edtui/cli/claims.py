"""``edtui claims``: list, show, save, status, amounts."""

# Read before the passphrase is asked: what needs records or the desk comes in where it is used.
import argparse

from edtui.cli.arguments import json_argument
from edtui.cli.options import Options
from edtui.cli.sign_in import sign_in
from edtui.cli.verbs import Action
from edtui.locale import _


def actions() -> dict[str, Action]:
    """Give what the verb does."""
    return {
        "list": Action(_("the claims of a month"), _list, _month),
        "show": Action(_("one person's claim, line by line, with its limits"), _show, _person),
        "save": Action(_("keep a claim, with other amounts or anew"), _save, _save_arguments),
        "status": Action(_("say how a claim stands: open, to_pay, paid"), _status, _to),
        "amounts": Action(_("the amounts of a year: look, fill in, confirm"), _amounts, _year),
    }


def _month(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", metavar=_("MONTH"), help=_("such as 2026-11, else this month"))
    json_argument(parser)


def _person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("person", metavar=_("NAME"), help=_("whose: name or number"))
    _month(parser)


def _save_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    _person(parser)
    add("--hour", metavar=_("AMOUNT"), help=_("in euros for an hour; 0: real costs alone"))
    add("--km", metavar=_("AMOUNT"), help=_("in euros for a kilometre"))
    add("--elsewhere", metavar=_("AMOUNT"), help=_("in euros: what other organisations pay"))
    add("--renew", action="store_true", help=_("take over what the reports say now"))


def _to(parser: argparse.ArgumentParser) -> None:
    _person(parser)
    parser.add_argument("--to", required=True, metavar=_("WORD"), help=_("open, to_pay or paid"))
    parser.add_argument("--on", metavar=_("DAY"), help=_("on which day it was paid, else today"))


def _year(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("year", type=int, nargs="?", metavar=_("YEAR"), help=_("else this year"))
    for name, text in (
        ("--hour", _("in euros for an hour")),
        ("--hour-young", _("in euros for an hour under 21")),
        ("--in-month", _("in euros in a month")),
        ("--in-year", _("in euros in the year")),
        ("--km", _("in euros for a kilometre")),
    ):
        add(name, metavar=_("AMOUNT"), help=text)
    add("--confirm", action="store_true", help=_("say that you looked at them"))
    json_argument(parser)


def _list(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.claims_work import list_claims

        list_claims(desk, given)


def _show(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.claims_work import show_claim

        show_claim(desk, given)


def _save(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.claims_work import save

        save(desk, given)


def _status(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.claims_work import status

        status(desk, given)


def _amounts(options: Options, given: argparse.Namespace) -> None:
    with sign_in(options) as desk:
        from edtui.cli.claims_work import amounts

        amounts(desk, given)
