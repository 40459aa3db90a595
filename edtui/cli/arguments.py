"""Arguments that several verbs have."""

import argparse

from edtui.locale import _


def number_argument(parser: argparse.ArgumentParser) -> None:
    """Add the number of a record."""
    parser.add_argument("number", type=int, metavar=_("NUMBER"), help=_("as the list shows it"))


def remove_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what every removing verb has."""
    number_argument(parser)
    parser.add_argument("--yes", action="store_true", help=_("do not ask whether it is meant"))


def json_argument(parser: argparse.ArgumentParser) -> None:
    """Add the choice of an answer for programs."""
    parser.add_argument("--json", action="store_true", help=_("answer as a list of objects"))
