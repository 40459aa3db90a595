"""Which verbs there are and where each one lives: nothing of a verb is read before it is used."""

from collections.abc import Callable
from importlib import import_module

from edtui.locale import _

TYPE_CHECKING = False  # as in edtui.cli.options
if TYPE_CHECKING:
    import argparse

    from edtui.cli.options import Options


MODULES = {
    "demo": "edtui.cli.demo",
    "new": "edtui.cli.new",
    "people": "edtui.cli.people",
    "organisations": "edtui.cli.organisations",
    "visits": "edtui.cli.visits",
    "meetings": "edtui.cli.meetings",
    "cases": "edtui.cli.cases",
    "actions": "edtui.cli.action_points",
    "stories": "edtui.cli.stories",
    "notes": "edtui.cli.own_notes",
    "talks": "edtui.cli.talks",
    "claims": "edtui.cli.claims",
    "import": "edtui.cli.importing",
    "export": "edtui.cli.export",
    "vault": "edtui.cli.vault",
    "kiosk": "edtui.cli.kiosk",
    "users": "edtui.cli.users",
    "privacy": "edtui.cli.privacy",
    "log": "edtui.cli.log",
}


class Action:
    """One thing that a verb does: ``edtui people list``."""

    def __init__(
        self,
        summary: str,
        run: "Callable[[Options, argparse.Namespace], int | None]",
        arguments: "Callable[[argparse.ArgumentParser], None] | None" = None,
    ) -> None:
        self.summary = summary
        self.run = run
        self.arguments = arguments


def actions(verb: str) -> dict[str, Action]:
    """Give what a verb does, by word; the empty word where the verb itself does it."""
    found: dict[str, Action] = import_module(MODULES[verb]).actions()
    return found


def summaries() -> dict[str, str]:
    """Give a line about each verb, for ``edtui --help``."""
    return {
        "demo": _("try the program with an invented team"),
        "new": _("make a vault"),
        "people": _("the people of the team: list, show, add, edit, remove, status"),
        "organisations": _("organisations: list, show, add, edit, remove"),
        "visits": _("the calendar: list, show, add, move, cancel, report, due, plan …"),
        "talks": _("clients who ask for a talk: list, show, add, choose, plan, done …"),
        "claims": _("what people get for a month: list, show, save, status, amounts"),
        "meetings": _("meetings: list, agenda, minutes"),
        "cases": _("casework: list, show, add, edit, note, close"),
        "actions": _("action points: list, add, done, drop"),
        "stories": _("recovery stories: list, show, add, consent, withdraw, may, use, shelf …"),
        "notes": _("a confidant's own notes: list, show, add, write, close, send, erase, counts"),
        "import": _("take over people from a spreadsheet, or a calendar: people, calendar"),
        "export": _("let the calendar, hours or a claim out as a file: calendar, hours, claim"),
        "vault": _("the vault itself: verify, info, compact, backup, restore, salvage, accept"),
        "kiosk": _("a shared terminal: setup, list, post, take, done, close, reset …"),
        "users": _("who may sign in: list, add, remove, role, passphrase, sheet, recover"),
        "privacy": _("what people may ask: access, erase, retention"),
        "log": _("who did what and when, for the auditor"),
        "version": _("which version this is"),
    }
