"""The form of an activity: what, where, when, who, and live what stands in the way."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from pydantic import ValidationError

from edtui.desk import calendar, drafts, planning
from edtui.desk.calendar import Key, key_of
from edtui.errors import N_, Sentence
from edtui.locale import _
from edtui.records.activity import Activity
from edtui.records.planned import PassedCheck
from edtui.records.planning_checks import Finding
from edtui.tui.dialogs.form import Form, Section
from edtui.tui.screens.people.record_form import at_fields, since_then
from edtui.tui.screens.planning import planned_fields
from edtui.tui.screens.planning.checked_form import CheckedForm
from edtui.tui.screens.planning.checks_field import ChecksField
from edtui.tui.screens.planning.times import (
    USUAL,
    after_fields,
    after_shown,
    after_written,
    after_wrong,
    longer_fields,
    time_fields,
    times_shown,
    times_written,
    times_wrong,
    with_rest,
)
from edtui.tui.screens.planning.tools import PlanTools

Values = Mapping[str, Any]
TEN = time(10)


class Working:
    """The activity that a form changes, as it was read last.

    Args:
        tools: the desk and its calendar.
        activity: as `edtui.desk.calendar.activity` gave it, or a new one.
        timed: whether a new one has a time already.
    """

    def __init__(self, tools: PlanTools, activity: Activity, *, timed: bool = True) -> None:
        self.tools = tools
        self.now = activity
        self.timed = timed

    @property
    def is_new(self) -> bool:
        """Whether it is not in the calendar yet."""
        return not self.now.id and self.now.series_id is None

    @property
    def draft(self) -> str:
        """Name of its draft: a date of a series has no number of its own before it is changed."""
        of = self.now
        if of.id or of.series_id is None:
            return "activity"
        return f"activity_{of.series_id}_{of.original}"

    def shown(self) -> dict[str, Any]:
        """Give the values by field key."""
        return {
            **planned_fields.shared_shown(self.now),
            **times_shown(self.now, timed=self.timed),
            **after_shown(self.now),
            "checks": _stored_reasons(self.now.passed),
        }

    def changed(self, values: Values) -> Activity:
        """Give the activity with what was filled in.

        Raises:
            pydantic.ValidationError: a value breaks a rule.
        """
        return self.now.with_(
            **planned_fields.shared_written(values),
            **times_written(with_rest(self.now, values)),
            **after_written(values),
        )

    def wrong(self, values: Values) -> dict[str, Sentence]:
        """Give what is wrong with the values, by field."""
        every = with_rest(self.now, values)
        wrong = {**times_wrong(every), **after_wrong(values)}
        if wrong or every["day"] is None:
            return wrong
        try:
            self.changed(values)
        except ValidationError as error:
            return at_fields(error, {*values, "to"})
        return {}

    def look(self, values: Values) -> list[Finding] | None:
        """Give what stands in the way; None where too little was filled in."""
        every = with_rest(self.now, values)
        if every["day"] is None or times_wrong(every):
            return None
        try:
            activity = self.changed(values)
        except ValidationError:
            return None
        if self._is_fact(activity):
            return []
        return planning.findings(self.tools.desk, self.tools.index, activity)

    def save(self, values: Values) -> Activity:
        """Keep it, with the reasons of what was passed.

        Raises:
            CannotPlan: something came in between.
            ChangedElsewhere: somebody saved it since it was read.
            ReadOnly: nothing can be written now.
        """
        activity, desk = self.changed(values), self.tools.desk
        if self._is_fact(activity):
            return calendar.save_activity(desk, activity)
        given = {
            (str(one["code"]), one["person_id"]): str(one["reason"]).strip()
            for one in values.get("checks") or ()
        }
        # Who passed it, and when, stays with a reason that was not changed.
        kept = [p for p in activity.passed if given.get((p.code, p.person_id)) == p.reason]
        known = {(one.code, one.person_id) for one in kept}
        fresh = {about: reason for about, reason in given.items() if about not in known}
        return planning.plan(desk, self.tools.index, activity.with_(passed=tuple(kept)), fresh)

    def take_theirs(self, _document: Values) -> dict[str, Any]:
        """Read it again; give its values by field key."""
        self.now = calendar.activity(self.tools.desk, self._key())
        return self.shown()

    def elsewhere(self) -> Sentence | None:
        """Give what somebody else did with it since it was read."""
        desk, of = self.tools.desk, self.now
        if of.id:
            return since_then(desk, of)
        if of.series_id and calendar.stored_at(desk, of.series_id, of.original or of.day):
            return Sentence(N_("This was changed elsewhere just now; saving shows both versions."))
        return None

    def _is_fact(self, activity: Activity) -> bool:
        """Say whether nothing is planned any more: what was stays as it was, whoever it was."""
        return activity.is_closed or activity.end.date() < self.tools.desk.clock.today()

    def _key(self) -> Key:
        of = self.now
        if not of.id and of.series_id and of.original:
            stored = calendar.stored_at(self.tools.desk, of.series_id, of.original)
            return key_of(stored) if stored else key_of(of)
        return key_of(of)


def blank(day: date, at: time | None, **fields: Any) -> Activity:
    """Give a new activity on a day."""
    start = datetime.combine(day, at or TEN)
    return Activity(start=start, end=start + USUAL, **fields)


def activity_form(working: Working) -> Form:
    """Make the form; its result is the saved activity."""
    tools, now = working.tools, working.now
    checks = ChecksField()
    role = "participant" if _is_meeting(tools, now.kind) else "visitor"
    what = planned_fields.what_fields(tools)
    sections = [
        Section(N_("What and when"), [*what, *time_fields()]),
        Section(N_("Who comes"), [*planned_fields.who_fields(tools, role=role), checks]),
        Section(
            N_("Further"), [*planned_fields.around_fields(), *after_fields(), *longer_fields()]
        ),
    ]
    title = _("A new activity") if working.is_new else tools.heading(now)
    return checked(working, title, sections, checks)


def move_form(working: Working) -> Form:
    """Make the form that moves an activity: when, and what stands in the way."""
    checks = ChecksField()
    sections = [Section("", [*time_fields(), checks])]
    what = calendar.named(working.tools.desk, working.now)
    return checked(working, _("Move: {what}").format(what=what), sections, checks, small=True)


def checked(
    working: Working,
    title: str,
    sections: Sequence[Section],
    checks: ChecksField,
    *,
    small: bool = False,
) -> Form:
    """Make a form over an activity, with its checks and its draft."""
    desk, length = working.tools.desk, working.now.end - working.now.start
    form, table, number = working.draft, Activity.table, working.now.id
    name = f"{form}_move" if small else form

    return CheckedForm(
        title,
        sections,
        checks=checks,
        look=working.look,
        follow=planned_fields.Follow(working.tools, length),
        stored=working.shown(),
        save=working.save,
        check=working.wrong,
        draft=drafts.offer(desk, name, table, number),
        keep_draft=lambda values: drafts.keep(desk, name, table, number, values),
        drop_draft=lambda: drafts.drop(desk, name, table, number),
        take_theirs=working.take_theirs,
        elsewhere=None if working.is_new else working.elsewhere,
        small=small,
    )


def _stored_reasons(passed: Sequence[PassedCheck]) -> list[dict[str, Any]]:
    found = [{"code": p.code, "person_id": p.person_id, "reason": p.reason} for p in passed]
    return sorted(found, key=lambda one: str((one["code"], one["person_id"])))


def _is_meeting(tools: PlanTools, kind: str) -> bool:
    term = tools.words.held["activity_kinds"].get(kind)
    return term is not None and term.more.get("layer") == "meeting"
