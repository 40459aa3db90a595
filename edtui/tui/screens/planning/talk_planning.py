"""A client's talk on its way into the calendar: when, who, and the talk afterwards."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import ValidationError

from edtui.desk import calendar, client_talks, planning
from edtui.desk.calendar import Key
from edtui.desk.planning import CannotPlan
from edtui.desk.settings import own_person_id
from edtui.errors import N_, Sentence
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk, TalkMode, debrief_until
from edtui.records.planned import Participant, PassedCheck
from edtui.records.planning_checks import Finding, to_answer
from edtui.tui.screens.planning.checked_form import known, untouched
from edtui.tui.screens.planning.planned_fields import Follow
from edtui.tui.screens.planning.times import times_shown, times_written, times_wrong
from edtui.tui.screens.planning.tools import PlanTools
from edtui.tui.widgets.fields import DateField, Field, TimeField

Values = Mapping[str, Any]
LENGTH = timedelta(hours=1)
AFTER = timedelta(minutes=15)
"""From the end of a talk to the talk afterwards, where nobody typed something else."""


class TalkPlanning:
    """A talk that is being planned.

    Args:
        tools: the desk and its calendar.
        talk: with the client's choice.
    """

    def __init__(self, tools: PlanTools, talk: ClientTalk) -> None:
        self.tools = tools
        self.talk = talk
        self.old = tools.desk.find(Activity, talk.activity_id)
        self._times = Follow(tools, LENGTH)

    def shown(self) -> dict[str, Any]:
        """Give the values by field key."""
        talk, old, desk = self.talk, self.old, self.tools.desk
        when = talk.debrief_at
        begin: dict[str, Any] = {"day": None, "at": None, "to": None}
        confidant = talk.confidant_id
        if confidant is None and desk.vault.role == "confidant":
            confidant = own_person_id(desk)
        return {
            **(times_shown(old) if old else begin),
            "peer_id": talk.peer_id,
            "confidant_id": confidant,
            "debrief_day": when.date() if when else None,
            "debrief_time": when.time() if when else None,
            "checks": old.passed if old else (),
        }

    def activity(self, values: Values) -> Activity:
        """Give what would stand in the calendar.

        Raises:
            pydantic.ValidationError: a value breaks a rule.
        """
        people = [
            Participant(person_id=values[key], role=role)
            for key, role in (("peer_id", "visitor"), ("confidant_id", "confidant"))
            if values.get(key)
        ]
        old = {"id": self.old.id, "passed": self.old.passed} if self.old else {}
        return Activity(
            **old,
            **times_written(values),
            kind="client_conversation",
            location_id=self.talk.location_id,
            people=tuple(people),
        )

    def wrong(self, values: Values) -> dict[str, Sentence]:
        """Give what is wrong with the values, by field."""
        found = times_wrong(values)
        if found or values.get("day") is None:
            return found
        try:
            end = self.activity(values).end
        except ValidationError:
            return {"confidant_id": Sentence(N_("Somebody stands here twice."))}
        after = self._after(values)
        if self.talk.mode is TalkMode.ALONE and after is not None:
            until = debrief_until(end)
            if after < end:
                return {"debrief_day": Sentence(N_("The talk afterwards is after the talk."))}
            if after > until:
                about = {"day": until.date()}
                return {
                    "debrief_day": Sentence(N_("The talk afterwards is to be by {day}."), about)
                }
        return {}

    def look(self, values: Values) -> Sequence[Finding] | None:
        """Give what stands in the way; None where too little was filled in."""
        if values.get("day") is None or times_wrong(values):
            return None
        try:
            activity = self.activity(values)
        except ValidationError:
            return None
        return planning.findings(self.tools.desk, self.tools.index, activity)

    def save(self, values: Values) -> ClientTalk:
        """Plan the talk; reasons of what was passed are kept with its activity.

        Raises:
            CannotPlan: something came in between.
            ReadOnly: nothing can be written now.
        """
        desk, activity = self.tools.desk, self.activity(values)
        given = tuple(
            PassedCheck(**one, passed_on=desk.clock.today(), passed_by=desk.vault.user_id)
            for one in values.get("checks") or ()
        )
        found = planning.findings(desk, self.tools.index, activity)
        if left := to_answer(found, given):
            raise CannotPlan(left)
        planned = client_talks.plan_talk(
            desk,
            self.talk.id,
            activity.start,
            activity.end,
            peer_id=values.get("peer_id"),
            confidant_id=values.get("confidant_id"),
            debrief_at=self._after(values) if self.talk.peer_goes_alone else None,
        )
        asked = {(one.code.value, one.person_id) for one in found}
        kept = tuple(one for one in given if (one.code, one.person_id) in asked)
        if kept and planned.activity_id:
            calendar.edit_activity(desk, Key(planned.activity_id), passed=kept)
        return planned

    def follow(self, key: str, fields: Mapping[str, Field]) -> None:
        """Let the end go along with the start, and the talk afterwards with the end."""
        self._times(key, fields)
        day, to = known(fields["day"]), known(fields["to"])
        if key not in ("day", "at", "to") or day is None or to is None:
            return
        after = datetime.combine(day, to) + AFTER
        on, at = untouched(fields.get("debrief_day")), untouched(fields.get("debrief_time"))
        if isinstance(on, DateField):
            on.fill(after.date())
        if isinstance(at, TimeField):
            at.fill(after.time())

    def _after(self, values: Values) -> datetime | None:
        day, at = values.get("debrief_day"), values.get("debrief_time")
        return datetime.combine(day, at) if day and at else None
