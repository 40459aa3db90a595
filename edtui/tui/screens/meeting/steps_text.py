"""What stands around the step that has its turn: steps done, its prompt, steps to come."""

from typing import NamedTuple

from textual.content import Content

from edtui.desk.meeting_agenda import title_of
from edtui.desk.methods import methods
from edtui.desk.minutes import WHOLE, Seen, deliberation_lines
from edtui.desk.session import Desk
from edtui.desk.vocabularies import word
from edtui.locale import _, spoken
from edtui.records.meeting import Meeting
from edtui.records.method import AgendaPart
from edtui.tui.plain import plain
from edtui.tui.surroundings import Marks
from edtui.tui.widgets.line import cut


class StepsText(NamedTuple):
    """Content for a running meeting, as wide as was asked."""

    heading: str
    """Which meeting, item and method."""

    place: str
    """Step 2 of 6."""

    question: str
    before: list[Content]
    now: list[Content]
    after: list[Content]
    forms: list[str]


def steps_text(
    desk: Desk, meeting: Meeting, signs: Marks, width: int, seen: Seen = WHOLE
) -> StepsText:
    """Give the texts of a running meeting.

    Args:
        desk: for names of methods and handles.
        meeting: that is going on.
        signs: what the terminal can show.
        width: cells of a line.
        seen: for names in what was written.
    """
    clock = meeting.clock
    assert clock is not None  # noqa: S101  a running meeting has one
    here = meeting.steps[clock.at]
    item = meeting.agenda[here.item]
    mine = meeting.steps_of(here.item)
    at = mine.index(clock.at)
    before: list[Content] = []
    for number, place in enumerate(mine[:at], 1):
        step = meeting.steps[place]
        took = round(clock.steps[place].spent / 60)
        done = _("done, {count} min").format(count=took)
        before.append(_line(f"{number} {step.title}", done, width, signs, "$text-muted"))
        if step.said:
            told = f" {signs.between} ".join(
                part for part in seen.text(step.said).splitlines() if part
            )
            before.append(cut(plain(f"  {told}"), width, signs.cut))
    title = plain(f"{signs.cursor} {at + 1} {here.title}").stylize("bold")
    who = plain(f"  {word('speakers', here.who.value)}").stylize("$text-muted")
    now = [cut(title + who, width, signs.cut)]
    key = _("f: the form") if here.form else ""
    if item.part is AgendaPart.ACTIONS:
        key = _("o: the open actions")
    if here.prompt or key:
        now.append(plain(" · ".join(part for part in (here.prompt, key) if part)))
    after = [
        _line(f"{number} {meeting.steps[place].title}", _minutes(clock.steps[place].given), width,
              signs, "$text-muted")
        for number, place in enumerate(mine[at + 1 :], at + 2)
    ]  # fmt: skip
    after += [
        _line(
            seen.text(title_of(desk, one)), _minutes(one.minutes * 60), width, signs, "$text-muted"
        )
        for one in meeting.agenda[here.item + 1 :]
    ]
    return StepsText(
        heading=seen.text(_heading(desk, meeting)),
        place=_("step {at} of {count}").format(at=at + 1, count=len(mine)) if len(mine) > 1 else "",
        question=seen.text(item.question),
        before=before,
        now=now,
        after=after,
        forms=[seen.text(line) for line in deliberation_lines(item.deliberation)],
    )


def _heading(desk: Desk, meeting: Meeting) -> str:
    item = meeting.item_now
    assert item is not None  # noqa: S101  it is running
    found = methods(desk).get(item.method)
    parts = []
    if item.part is AgendaPart.CASES:
        place = [one.key for one in meeting.cases].index(item.key) + 1
        parts.append(_("Case {at} of {count}").format(at=place, count=len(meeting.cases)))
    parts.append(title_of(desk, item))
    if found:
        parts.append(found.name.text(spoken()))
    return " · ".join(parts)


def _line(left: str, right: str, width: int, signs: Marks, style: str) -> Content:
    room = max(8, min(34, width - len(right) - 4))
    text = cut(plain(left), room, signs.cut)
    gap = " " * (room - text.cell_length + 2)
    return Content.assemble("  ", text, gap, right).truncate(width).stylize(style)


def _minutes(seconds: int) -> str:
    count = max(1, round(seconds / 60))
    return _("{count} min").format(count=count)
