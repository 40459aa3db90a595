"""One activity in words: what its card shows."""

from collections.abc import Iterable
from typing import NamedTuple

from edtui.desk import planning, visit_reports
from edtui.errors import N_, EdtuiError, NotAllowed
from edtui.locale import _, dates, ngettext, say
from edtui.records.activity import Activity
from edtui.records.planned import ActivityStatus, PassedCheck, Weight
from edtui.records.planning_checks import CheckCode, Finding, to_answer
from edtui.records.series import Series
from edtui.tui.screens.people.person_form_parts import joined
from edtui.tui.screens.planning.tools import PlanTools

CHECK_WORDS = {
    CheckCode.DOUBLE_BOOKED: N_("two things at once"),
    CheckCode.AWAY: N_("away"),
    CheckCode.NOT_DEPLOYABLE: N_("not on the team now"),
    CheckCode.ROLE_ENDED: N_("role has ended"),
    CheckCode.TRAVEL: N_("time for the way"),
    CheckCode.OUTSIDE_AVAILABILITY: N_("usually not free"),
    CheckCode.OWN_WISH: N_("own wish"),
    CheckCode.OVER_CONTRACT: N_("more hours than agreed"),
    CheckCode.OVER_LIMIT: N_("more hours than wanted"),
    CheckCode.REST: N_("rest"),
    CheckCode.VOG: N_("VOG"),
    CheckCode.CERTIFICATE: N_("certificate"),
    CheckCode.BALANCE_PAUSE: N_("agreed pause"),
    CheckCode.NOT_ALONE: N_("alone"),
    CheckCode.PLACES_OPEN: N_("places open"),
    CheckCode.VISITED_THIS_WEEK: N_("visited that week"),
    CheckCode.LOCATION_CLOSED: N_("not visited any more"),
}
"""What a check is about, in a word or two (message ids)."""


LONG_TITLE = 60
"""So many signs of a title are sure to be in sight as the heading."""


class CardFact(NamedTuple):
    """A line of a card."""

    label: str
    """Translated; empty: goes on from the line above."""

    text: str
    """Private text is welcome."""

    tone: str = ""
    """``attention``, ``soft`` (asks for a reason) or ``quiet``; empty: plain."""


def facts(tools: PlanTools, activity: Activity) -> list[CardFact]:
    """Give everything that stands of an activity, what asks for a look first."""
    return [
        *_attention(tools, activity),
        CardFact(_("When"), when(tools, activity)),
        CardFact(_("Status"), _status(tools, activity), _tone(activity)),
        *_where(tools, activity),
        *_who(tools, activity),
        *_further(tools, activity),
        *_passed(tools, activity.passed),
        *_report(tools, activity),
    ]


def when(tools: PlanTools, activity: Activity) -> str:
    """Give day and times: "di 24 nov 2026, over 3 dagen · 10:00-11:30"."""
    day = dates.echo(activity.day, tools.desk.clock.today())
    return joined(day, times(activity))


def times(activity: Activity) -> str:
    """Give from when until when."""
    last = activity.end.date()
    if activity.whole_day:
        return _("whole day")
    ends = dates.time(activity.end)
    if last != activity.day:
        ends = dates.moment(activity.end)
    return f"{dates.time(activity.start)}-{ends}"


def _attention(tools: PlanTools, activity: Activity) -> Iterable[CardFact]:
    label = _("Look at")
    for one in in_the_way(tools, activity):
        yield CardFact(label, say(one.sentence), "attention" if one.hard else "soft")
        label = ""


def in_the_way(tools: PlanTools, activity: Activity) -> list[Finding]:
    """Give what asks for a look and was not passed; of what is over, nothing."""
    if activity.is_closed or activity.end.date() < tools.desk.clock.today():
        return []
    try:
        found = planning.findings(tools.desk, tools.index, activity)
    except EdtuiError:  # a person whom a newer program wrote: the card is shown all the same
        return []
    return to_answer(found, activity.passed)


def _status(tools: PlanTools, activity: Activity) -> str:
    status = tools.words.label("activity_statuses", activity.status.value)
    by = tools.words.label("cancelled_by", activity.cancelled_by)
    return joined(status, by, activity.reason)


def _tone(activity: Activity) -> str:
    off = (ActivityStatus.CANCELLED, ActivityStatus.NO_SHOW)
    return "attention" if activity.status in off else ""


def _where(tools: PlanTools, activity: Activity) -> Iterable[CardFact]:
    place = joined(tools.place(activity.location_id or 0), activity.place)
    if place:
        yield CardFact(_("Where"), place)


def _who(tools: PlanTools, activity: Activity) -> Iterable[CardFact]:
    label = _("Who")
    for one in activity.people:
        role = tools.words.label("activity_roles", one.role)
        yield CardFact(label, joined(tools.who(one.person_id, one.name), role))
        label = ""
    if not activity.people:
        yield CardFact(label, _("nobody yet"), "quiet")
    alone = _("nobody goes alone") if activity.not_alone else ""
    needed = activity.needed
    wanted = ngettext("{count} person needed", "{count} people needed", needed)
    said = joined(wanted.format(count=needed) if needed else "", alone)
    if said:
        yield CardFact("", said, "quiet")


def _further(tools: PlanTools, activity: Activity) -> Iterable[CardFact]:
    if activity.weight is not Weight.MEDIUM:
        weight = tools.words.label("activity_weights", activity.weight.value)
        yield CardFact(_("Weight"), weight)
    if activity.travel_minutes:
        minutes = activity.travel_minutes
        way = ngettext("{count} minute, one way", "{count} minutes, one way", minutes)
        yield CardFact(_("Travel"), way.format(count=minutes))
    for label, text in (
        (_("Title"), activity.title if len(activity.title) > LONG_TITLE else ""),
        (_("Ask for"), activity.contact),
        (_("Bring along"), activity.bring),
        (_("Preparation"), activity.preparation or (_("asked") if activity.prepare else "")),
        (_("Talk afterwards"), _afterwards(activity)),
        (_("Notes"), activity.notes),
    ):
        if text:
            yield CardFact(label, text)
    series = tools.desk.find(Series, activity.series_id)
    if series is not None:
        from edtui.tui.screens.planning.rhythm_words import series_words

        moved = activity.original is not None and activity.original != activity.day
        was = _("meant for {day}").format(day=dates.day(activity.original)) if (
            moved and activity.original) else ""  # fmt: skip
        yield CardFact(_("Series"), joined(series_words(series), was))


def _afterwards(activity: Activity) -> str:
    if activity.debrief_at is not None:
        return dates.moment(activity.debrief_at)
    return _("asked") if activity.debrief else ""


def _passed(tools: PlanTools, passed: Iterable[PassedCheck]) -> Iterable[CardFact]:
    label = _("Passed")
    for one in passed:
        word = _(CHECK_WORDS[CheckCode(one.code)]) if one.code in CHECK_WORDS else one.code
        who = tools.who(one.person_id, "") if one.person_id else ""
        yield CardFact(label, f"{joined(word, who)}: {one.reason}", "quiet")
        label = ""


def _report(tools: PlanTools, activity: Activity) -> Iterable[CardFact]:
    if activity.status is not ActivityStatus.DONE or not activity.id:
        return
    try:
        report = visit_reports.report_of(tools.desk, activity.id)
    except NotAllowed:
        return
    if report is not None:
        yield CardFact(_("Report"), report.success or _("written"))
    elif visit_reports.asks_report(tools.desk)(activity):
        yield CardFact(_("Report"), _("not written yet"), "attention")
