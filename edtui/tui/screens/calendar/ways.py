"""What is done from the calendar: planning, moving, reporting, and the screens beside it."""

from importlib import import_module
from typing import Any

from edtui.desk import grants
from edtui.desk.calendar import Key
from edtui.errors import N_, Sentence
from edtui.tui.commands.base import Command
from edtui.tui.screens.base import DeskScreen
from edtui.tui.screens.calendar.looking import Lanes, Looking
from edtui.tui.screens.people.keeps_desk import KeepsDesk
from edtui.tui.widgets.calendar_days import Lane

PLANNING = "edtui.tui.screens.planning.openings"
VISITING = "edtui.tui.screens.visiting.openings"
HOURS = "edtui.tui.screens.hours.openings"
EXCHANGE = "edtui.tui.screens.exchange_calendar"

NOTHING_HERE = Sentence(N_("First put the cursor on something in the calendar."))
MAY_NOT = Sentence(N_("You may read the calendar; a coordinator or a confidant changes it."))

WRITES = frozenset(
    {"new", "series", "move", "cancel", "confirm", "report", "plan_round", "import_calendar"}
)
NEEDS_ONE = frozenset({"move", "cancel", "confirm", "report"})
"""Verbs that need an activity under the cursor."""


class CalendarWays(KeepsDesk, DeskScreen):
    """The part of the calendar's screen that opens others."""

    looking: Looking | None

    @property
    def key(self) -> Key | None:
        """The activity under the cursor."""
        raise NotImplementedError

    @property
    def lane(self) -> Lane | None:
        """The line of its own under the cursor."""
        raise NotImplementedError

    def why_not(self, command: Command) -> Sentence | None:
        """Give why a key does nothing now."""
        verb = command.id.rpartition(".")[2]
        if verb in WRITES:
            desk = getattr(self.app, "desk", None)
            if desk is None:
                return None
            if not grants.may_write(desk, "calendar"):
                return MAY_NOT
            if desk.read_only is not None:
                why: Sentence = desk.read_only
                return why
        if verb in NEEDS_ONE and self.is_mounted and self.key is None:
            return NOTHING_HERE
        return None

    def call(self, module: str, name: str, *given: Any, **named: Any) -> None:
        """Call a function of another area, read when it is first needed."""
        getattr(import_module(module), name)(self.app, *given, **named)

    def about(self) -> dict[str, int | None]:
        """Give the person and the location that the calendar is narrowed to, or of the lane."""
        looking, lane = self.looking, self.lane
        if looking is None:
            return {}
        person, location = looking.where.person_id, looking.where.location_id
        if lane is not None and lane.value:
            if looking.lanes is Lanes.PEOPLE:
                person = lane.value
            else:
                location = lane.value
        return {"person_id": person or None, "location_id": location or None}

    def action_new(self) -> None:
        """Plan something on the day under the cursor."""
        if self.looking is not None:
            self.call(PLANNING, "new_activity", self.looking.day, **self.about())

    def action_move(self) -> None:
        """Move the activity under the cursor."""
        self._with_one("move_activity")

    def action_cancel(self) -> None:
        """Cancel the activity under the cursor."""
        self._with_one("cancel_activity")

    def action_confirm(self) -> None:
        """Say that the activity under the cursor goes on."""
        self._with_one("confirm_activity")

    def action_report(self) -> None:
        """Write the report of the visit under the cursor."""
        self._with_one("report_visit")

    def action_series(self) -> None:
        """Plan something that comes back, from the day under the cursor on."""
        if self.looking is not None:
            self.call(PLANNING, "new_series", self.looking.day)

    def action_due(self) -> None:
        """See which locations ask for a visit."""
        self.call(VISITING, "open_due")

    def action_plan_round(self) -> None:
        """Get a proposal for the visits that are due."""
        self.call(VISITING, "plan_round")

    def action_hours(self) -> None:
        """See the hours of a month."""
        self.call(HOURS, "open_hours")

    def action_claims(self) -> None:
        """See the claims of a month."""
        self.call(HOURS, "open_claims")

    def action_talks(self) -> None:
        """See which clients asked for a talk."""
        self.call(PLANNING, "open_talks")

    def action_import_calendar(self) -> None:
        """Take in a calendar."""
        self.call(EXCHANGE, "import_calendar")

    def action_export_calendar(self) -> None:
        """Write the calendar, or that of whom it is narrowed to."""
        self.call(EXCHANGE, "export_calendar", **self.about())

    def open_one(self, key: Key) -> None:
        """Open an activity."""
        self.call(PLANNING, "open_activity", key)

    def _with_one(self, name: str) -> None:
        if self.key is not None:
            self.call(PLANNING, name, self.key)
