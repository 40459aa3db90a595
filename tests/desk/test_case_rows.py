"""What the list of cases says: what asks for a look stands first, and only what may be seen."""

from datetime import timedelta

from desk.case_team import CASE, KEES, at
from edtui.desk import actions, case_notes, cases
from edtui.desk.case_rows import case_rows
from edtui.records.action_point import ActionPoint
from edtui.records.case_note import CaseNote, Sight


def test_what_asks_for_a_look_stands_first_and_closed_ones_last(desk, today):
    plain, half, late, back, over = (cases.add_case(desk, **CASE) for _ in range(5))
    note = CaseNote(case_id=half.id, on=today, client="hoort niets", sight=Sight.AUTHOR)
    case_notes.save_note(desk, note)
    made = ActionPoint(what="x", made_on=today, due=today - timedelta(days=1), case_id=late.id)
    actions.save_action(desk, made)
    cases.next_step(desk, back.id, "", today - timedelta(days=1))
    cases.close_case(desk, over.id, "solved")
    rows = case_rows(desk)
    assert [(row.case.id, row.look) for row in rows] == [
        (back.id, "was to come back"),
        (late.id, "action late"),
        (half.id, "a side is empty"),
        (plain.id, ""),
        (over.id, ""),
    ]
    assert [(row.notes, row.to_do) for row in rows[:3]] == [(0, 0), (0, 1), (1, 0)]
    # Of a note that is not theirs others see nothing, not even that a side is empty.
    rik = at(desk, "rik", person_id=KEES)
    [same] = [row for row in case_rows(rik) if row.case.id == half.id]
    assert (same.notes, same.look) == (0, "")
