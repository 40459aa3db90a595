"""Locations to visit, how often, and a round looked through with keys."""

from edtui.desk import calendar, undo
from edtui.desk.due_visits import norm_of
from edtui.records.activity import Activity
from edtui.records.planned import Participant
from edtui.tui.screens.visiting.openings import open_due, plan_round

from .conftest import LINDE, RIET


async def test_what_is_due_is_read_and_a_norm_is_changed(at, desk):
    async with at(open_due) as it:
        assert "To be visited · 3" in it.text()
        assert "De Linde" in it.text()
        assert "4 times a year" in it.text()
        await it.press("j", "e")
        await it.type("2")
        await it.press("ctrl+s")
        assert norm_of(desk, LINDE).visits_a_year == 2
        assert "2 times a year" in it.text()
        # Windows of the year instead; a day that is left empty is the edge of its month.
        await it.press("e", "home", "shift+end", "backspace", "tab", "n")
        await it.type("mar")
        await it.press("enter", "tab")
        await it.type("may")
        await it.press("enter", "ctrl+s")
        await it.press("ctrl+s")
        [window] = norm_of(desk, LINDE).windows
        assert (window.from_month, window.from_day, window.to_month) == (3, 1, 5)
        await it.press("f")
        it.screen.table.go_to(LINDE)
        await it.settle()
        assert "1 Mar - 31 May" in it.text()
        await it.press("G")
        assert "De Hof [/b]" in it.text()
        assert "\x1b" not in it.text()
        await it.press("escape")


async def test_a_round_is_looked_through_changed_refused_and_planned(at, desk):
    async with at(plan_round, (120, 40)) as it:
        assert "Riet van Dam" in it.text()
        await it.press("ctrl+s")
        await it.settle()
        assert "3 visits taken" in it.text()
        before = {line.location_id: line.line for line in it.screen.lines}
        await it.press("g", "space")
        assert "1 refused" in it.text()
        await it.press("j", "e")
        # Another day, on which nobody can come: it says so until there is a reason.
        await it.press("home", "shift+end", "backspace")
        await it.type("wed 2-12-2026")
        await it.press("ctrl+s")
        assert it.screen.__class__.__name__ == "Form"
        assert "is usually not free then" in it.text()
        it.screen.query_one("#field-reason Input").focus()
        await it.type("ze vroeg het zelf")
        await it.press("ctrl+s")
        changed = [one for one in it.screen.lines if one.reason]
        assert [one.line.start.day for one in changed] == [2]
        await it.press("ctrl+s")
        made = list(desk.all(Activity))
        assert len(made) == 2
        assert [p.reason for one in made for p in one.passed] == ["ze vroeg het zelf"]
        assert len(before) == 3
        assert "2 visits planned" in it.said()
        await it.press("u")
        assert list(desk.all(Activity)) == []


async def test_what_came_in_between_stands_at_its_line(at, desk):
    async with at(plan_round) as it:
        await it.press("ctrl+s")
        one = next(line for line in it.screen.lines if RIET in line.line.person_ids)
        calendar.add_activity(
            desk,
            Activity(start=one.line.start, end=one.line.end, kind="blog",
                     people=(Participant(person_id=RIET),)),
        )  # fmt: skip
        await it.settle()
        assert "1 to look at" in it.text()
        await it.press("ctrl+s")
        assert len(list(desk.all(Activity))) == 1
        await it.press("escape")
        assert "is not planned. Leave it?" in it.text()
        await it.press("right", "enter")
        assert "1 to look at" not in it.text()


async def test_a_round_without_wishes_says_what_is_needed(at):
    async with at(plan_round) as it:
        await it.press("home", "shift+end", "backspace")
        await it.type("1-1-2028")
        await it.press("ctrl+s")
        assert "The last day is before the first day" in it.text()
        await it.press("escape")
    assert undo
