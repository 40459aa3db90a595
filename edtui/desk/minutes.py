"""The minutes of a meeting: what was said under each step, what was decided, who does what.

They write themselves while the meeting goes on; here they are put in order to be read, and made
final in one act: action points, cases, notes, the calendar and the next agenda follow.
"""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from edtui.desk.case_people import person_name
from edtui.desk.meeting_agenda import title_of, titles_of
from edtui.desk.methods import methods
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.errors import N_
from edtui.locale import _, dates, ngettext, spoken
from edtui.records import meeting_clock
from edtui.records.deliberation import Deliberation, Side
from edtui.records.meeting import AgendaItem, Meeting, Outcome, OutcomeKind
from edtui.records.method import AgendaPart

SIDES = {Side.A: "A", Side.B: "B", Side.OTHER: N_("another way")}


class Look(StrEnum):
    """How a line of minutes is shown."""

    TITLE = "title"
    ITEM = "item"
    STEP = "step"
    TEXT = "text"
    QUIET = "quiet"
    OUTCOME = "outcome"


class Spoken(NamedTuple):
    """One piece of the minutes; its text may be private and have several lines."""

    look: Look
    text: str


class Seen(NamedTuple):
    """What gives a name, and what somebody wrote, as it may be seen behind the curtain."""

    name: Callable[[str], str] = str
    text: Callable[[str], str] = str


WHOLE = Seen()
"""There is no curtain."""


def minutes(desk: Desk, meeting: Meeting, seen: Seen = WHOLE) -> list[Spoken]:
    """Give the minutes as they are to be read, in the language in use."""
    found = [Spoken(Look.TITLE, f"{meeting.title}, {dates.full_day(meeting.on)}")]
    found += [Spoken(Look.QUIET, text) for text in _facts(desk, meeting) if text]
    for place, item in enumerate(meeting.agenda):
        found += _item(desk, meeting, place, item, seen)
    if meeting.remarks:
        found += [Spoken(Look.ITEM, _("Remarks")), Spoken(Look.TEXT, seen.text(meeting.remarks))]
    todo = [one for one in meeting.outcomes if one.kind is OutcomeKind.ACTION]
    if todo:
        found.append(Spoken(Look.ITEM, _("Who does what")))
        found += [Spoken(Look.OUTCOME, outcome_line(desk, one, seen)) for one in todo]
    if meeting.next_on:
        told = _("Next meeting: {day}").format(day=dates.full_day(meeting.next_on))
        found.append(Spoken(Look.QUIET, told))
    return found


def outcome_line(desk: Desk, outcome: Outcome, seen: Seen = WHOLE) -> str:
    """Give an action or decision as one line."""
    who, what = seen.name(who_does(desk, outcome)), seen.text(outcome.what)
    if outcome.kind is OutcomeKind.DECISION:
        return _("Decision: {what}").format(what=what)
    before = _("before {day}").format(day=dates.day(outcome.due)) if outcome.due else ""
    return ", ".join(part for part in (f"{who}: {what}" if who else what, before)
                     if part)  # fmt: skip


def who_does(desk: Desk, outcome: Outcome) -> str:
    """Give the name of who does it; empty where nobody does yet."""
    return person_name(desk, outcome.person_id) or outcome.who


def attendance_line(desk: Desk, meeting: Meeting) -> str:
    """Give who is there, by role: ``peer worker (3) · coordinator``."""
    lists, language = vocabularies(desk), spoken()
    told = []
    for one in meeting.attendance:
        words = lists["roles"] if one.role in lists["roles"] else lists["activity_roles"]
        many = f" ({one.count})" if one.count > 1 else ""
        told.append(words.label(one.role, language) + many)
    return " · ".join(told)


def time_line(meeting: Meeting) -> str:
    """Give how long it took, and how much over: told, never scolded."""
    clock = meeting.clock
    if clock is None or clock.ended is None:
        return ""
    took = round(sum(step.spent for step in clock.steps) / 60)
    told = ngettext("took {count} minute", "took {count} minutes", took).format(count=took)
    over = round(meeting_clock.over(clock) / 60)
    if over:
        more = ngettext("{count} minute over", "{count} minutes over", over).format(count=over)
        told += f" · {more}"
    return told


def _facts(desk: Desk, meeting: Meeting) -> Iterable[str]:
    yield attendance_line(desk, meeting)
    yield time_line(meeting)
    if meeting.usefulness:
        yield _("usefulness {number} of 5").format(number=meeting.usefulness)


def _item(
    desk: Desk, meeting: Meeting, place: int, item: AgendaItem, seen: Seen
) -> Iterable[Spoken]:
    told = list(_told(desk, meeting, place, item, seen))
    if not told and item.part is not AgendaPart.CASES:
        return
    found = methods(desk).get(item.method)
    method = found.name.text(spoken()) if found else item.method
    head = seen.text(title_of(desk, item))
    yield Spoken(Look.ITEM, f"{head} · {method}" if method else head)
    if item.question:
        yield Spoken(
            Look.QUIET, _("Question: {question}").format(question=seen.text(item.question))
        )
    yield from told or [Spoken(Look.QUIET, _("nothing was written down"))]


def _told(
    desk: Desk, meeting: Meeting, place: int, item: AgendaItem, seen: Seen
) -> Iterable[Spoken]:
    """Give what was written down at an item; nothing where nothing was."""
    heads = titles_of(desk, item)
    for at in meeting.steps_of(place):
        step = meeting.steps[at]
        if not step.said:
            continue
        if step.title not in heads:
            over = round(meeting.clock.steps[at].over / 60) if meeting.clock else 0
            yield Spoken(Look.STEP, step.title + (f" (+{over})" if over else ""))
        yield Spoken(Look.TEXT, seen.text(step.said))
    forms = deliberation_lines(item.deliberation)
    yield from (Spoken(Look.TEXT, seen.text(line)) for line in forms)
    if not item.board.empty:
        for title, text in ((_("Client's side"), item.board.left),
                            (_("Organisation's side"), item.board.right)):  # fmt: skip
            if text:
                yield Spoken(Look.STEP, title)
                yield Spoken(Look.TEXT, seen.text(text))
    for outcome in meeting.outcomes:
        if outcome.item == place and outcome.kind is OutcomeKind.DECISION:
            yield Spoken(Look.OUTCOME, outcome_line(desk, outcome, seen))
    if item.comes_back_on:
        told = _("Comes back: {day}").format(day=dates.day(item.comes_back_on))
        yield Spoken(Look.QUIET, told)


def deliberation_lines(found: Deliberation) -> list[str]:
    """Give what stands in the forms; choices only once they may be seen."""
    lines = []
    for name, option, harm in (("A", found.option_a, found.harm_a),
                               ("B", found.option_b, found.harm_b)):  # fmt: skip
        if option or harm:
            told = _("harm: {harm}").format(harm=harm) if harm else ""
            lines.append(f"{name}: " + " · ".join(part for part in (option, told) if part))
    lines += [
        f"{one.who}: " + " · ".join(part for part in (one.value, one.norm) if part)
        for one in found.perspectives
    ]
    for number, choice in enumerate(found.seen, 1):
        who = choice.who or str(number)
        because = _("because of {what}").format(what=choice.because) if choice.because else ""
        limits = _("limits harm by {what}").format(what=choice.limits_harm_by)
        needs = _("needs {what}").format(what=choice.needs)
        parts = (
            _("chooses {side}").format(side=_(SIDES[choice.side])),
            because,
            limits if choice.limits_harm_by else "",
            needs if choice.needs else "",
        )
        lines.append(f"{who}: " + " · ".join(part for part in parts if part))
    cura = (
        (N_("Situation: {what}"), found.situation),
        (N_("Doubt: {what}"), found.doubt),
        (N_("First judgement: {what}"), found.judgement),
        (N_("First feeling: {what}"), found.feeling),
        (N_("In the body: {what}"), found.body),
        (N_("Will do: {what}"), found.act),
        (N_("Needs: {what}"), found.own_need),
    )
    lines += [_(msgid).format(what=text) for msgid, text in cura if text]
    return lines


def usual_next(desk: Desk, meeting: Meeting) -> date | None:
    """Give the next date that the calendar has after a meeting; None where it has none."""
    from edtui.desk.meetings import coming  # meetings reads no minutes

    later = [
        one.planned.day
        for one in coming(desk)
        if one.planned.day > meeting.on
        and one.planned.kind == meeting.kind
        and (one.meeting is None or one.meeting.id != meeting.id)
    ]
    return min(later, default=None)
