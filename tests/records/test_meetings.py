"""A meeting as a record, and how its time is shared out."""

from datetime import date

import pytest
from pydantic import ValidationError

from edtui.records import meeting_clock
from edtui.records.deliberation import Deliberation, OwnChoice
from edtui.records.meeting import AgendaItem, Meeting, MeetingStep, divided
from edtui.records.method import AgendaPart

DAY = date(2026, 11, 24)


def agenda(cases: int) -> tuple[AgendaItem, ...]:
    fixed = [("check_in", 5), ("actions", 5), ("practical", 15), ("signals", 5), ("closing", 5)]
    items = [AgendaItem(key=key, part=AgendaPart(key), minutes=m) for key, m in fixed]
    items[2:2] = [AgendaItem(key=f"case_{n}", part=AgendaPart.CASES) for n in range(cases)]
    return tuple(items)


@pytest.mark.parametrize(
    ("cases", "each", "practical", "total"),
    [(0, [], 15, 35), (1, [25], 15, 60), (3, [9, 8, 8], 15, 60), (6, [5] * 6, 10, 60),
     (9, [5] * 9, 5, 70)],
)  # fmt: skip
def test_cases_get_alike_what_the_rest_leaves(cases, each, practical, total):
    shared = divided(60, agenda(cases))
    assert [item.minutes for item in shared if item.part is AgendaPart.CASES] == each
    assert next(i.minutes for i in shared if i.key == "practical") == practical
    assert sum(item.minutes for item in shared) == total


def test_a_meeting_holds_together(clock):
    with pytest.raises(ValidationError):
        Meeting(title="x", on=DAY, agenda=(AgendaItem(key="a"), AgendaItem(key="a")))
    with pytest.raises(ValidationError):
        Meeting(title="x", on=DAY, status="running")
    running = Meeting(
        title="x",
        on=DAY,
        status="running",
        agenda=(AgendaItem(key="a", question="Hoe verder?"),),
        steps=(MeetingStep(item=0, title="Een"), MeetingStep(item=0, title="Twee")),
        clock=meeting_clock.begin((60, 60), clock.now()),
    ).with_said(1, "x\x1b[2J[/b]")
    assert running.item_now is not None
    assert running.item_now.question == "Hoe verder?"
    assert running.steps[1].said == "x[2J[/b]"
    assert Meeting.from_document(3, running.document()) == running.model_copy(update={"id": 3})


def test_choices_are_not_seen_before_they_are_shown():
    six = Deliberation(choosers=6, choices=tuple(OwnChoice(side="a") for _ in range(5)))
    assert not six.all_wrote
    assert six.seen == ()
    full = six.with_(choices=(*six.choices, OwnChoice(side="b", because="rust")))
    assert full.all_wrote
    assert full.seen == ()
    assert len(full.with_(shown=True).seen) == 6
