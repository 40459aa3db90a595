"""The nine screens: one table, in which a screen that is built replaces the sentence about it."""

import importlib
from typing import TYPE_CHECKING, Any, NamedTuple

from edtui.errors import N_

if TYPE_CHECKING:
    from textual.screen import Screen

    from edtui.desk.session import Desk


class Mode(NamedTuple):
    """One of the nine screens."""

    digit: int
    name: str
    title: str
    later: str
    """What will stand there, in one sentence (message id)."""

    tables: tuple[str, ...] = ()
    """Tables whose records are shown here, for find and for Vandaag."""

    screen: str = ""
    """``module:Class`` of the screen, read when it is first shown; empty: not built yet."""

    part: str = ""
    """Compartment whose key is needed; empty: none. Without the key the screen is not there."""

    def make(self) -> "Screen[Any]":
        """Make the screen."""
        module, _colon, name = (self.screen or "edtui.tui.screens.later:LaterScreen").partition(":")
        made: Screen[Any] = getattr(importlib.import_module(module), name)(self)
        return made


MODES = (
    Mode(1, "today", N_("Today"), "", screen="edtui.tui.screens.today:TodayScreen"),
    Mode(
        2,
        "people",
        N_("People"),
        N_("Here everyone of the team will stand, with roles, wishes, days and what to look at."),
        ("people", "roles", "organisations", "locations", "vacancies", "applications"),
        screen="edtui.tui.screens.people.people:PeopleScreen",
        part="office",
    ),
    Mode(
        3,
        "calendar",
        N_("Calendar"),
        N_("Here visits, meetings and days off will stand, a week or a month at a time."),
        (
            "activities",
            "series",
            "visit_reports",
            "visiting_norms",
            "client_talks",
            "claims",
            "year_amounts",
        ),
        screen="edtui.tui.screens.calendar.calendar:CalendarScreen",
        part="calendar",
    ),
    Mode(
        4,
        "casework",
        N_("Casework"),
        N_("Here cases will stand, always with both sides of the story, and the meetings on them."),
        ("cases", "case_notes", "actions", "meetings", "confidant_notes"),
        screen="edtui.tui.screens.cases.cases:CasesScreen",
        part="casework",
    ),
    Mode(
        5,
        "stories",
        N_("Stories"),
        N_("Here recovery stories will stand, with what each teller allows and until when."),
        (
            "stories",
            "story_versions",
            "story_consents",
            "story_uses",
            "story_asks",
            "story_tombstones",
            "story_names",
            "narrator_care",
        ),
        screen="edtui.tui.screens.stories.stories:StoriesScreen",
        part="stories",
    ),
    Mode(
        6,
        "requests",
        N_("Requests"),
        N_("Here the requests for a peer worker will stand, from first call to looking back."),
        ("requests",),
        part="office",
    ),
    Mode(
        7,
        "programmes",
        N_("Programmes"),
        N_("Here programmes will stand, from a first pilot to a fixed place in the organisation."),
        ("programmes",),
        part="office",
    ),
    Mode(
        8,
        "reports",
        N_("Reports"),
        N_("Here will stand what came of it all, in counts and themes for who pays for it."),
        part="office",
    ),
    Mode(
        9,
        "administration",
        N_("Administration"),
        "",
        ("kiosk_letters",),
        screen="edtui.tui.screens.admin.admin:AdminScreen",
    ),
)


def mode_named(name: str) -> Mode:
    """Give the mode with this name."""
    return next(mode for mode in MODES if mode.name == name)


def mode_of_table(table: str) -> Mode | None:
    """Give the mode that shows records of ``table``, or None."""
    return next((mode for mode in MODES if table in mode.tables), None)


def modes_of(desk: "Desk") -> list[Mode]:
    """Give the screens for which the person at the desk has keys; the first one is shown first."""
    from edtui.desk import grants

    role = desk.vault.role
    if role == grants.AUDITOR:  # nothing of a day's work, only the log and the file
        return [mode_named("administration")]
    return [mode for mode in MODES if not mode.part or grants.may_read(desk, mode.part)]
