"""The calendar's index, kept up by changes, is always what it would be if it was read anew."""

from contextlib import suppress
from datetime import date, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.calendar_team import KEES, LINDE, RIET, as_anew, index_of, meeting, shown, visit, wall
from edtui.clock import FixedClock
from edtui.desk import calendar, series_edit
from edtui.desk.calendar_view import CalendarFilter, CalendarIndex
from edtui.desk.series_edit import Scope
from edtui.desk.session import Desk
from edtui.errors import EdtuiError
from edtui.records.series_edits import SeriesChange

days = st.dates(date(2026, 11, 1), date(2027, 2, 28))


def _act(desk, index, data) -> None:
    entries = shown(index)
    what = data.draw(
        st.sampled_from(
            ["add", "series", "note", "move", "off", "remove", "all", "rest", "end", "undo", "redo"]
        )
    )
    day = data.draw(days)
    if what == "add":
        calendar.add_activity(
            desk,
            visit(
                f"{day} 10:00",
                f"{day + timedelta(days=data.draw(st.sampled_from([0, 0, 9])))} 12:00",
                RIET,
            ),
        )
    elif what == "series":
        meeting(desk, first=day)
    elif what == "undo":
        desk.undo_stack.undo()
    elif what == "redo":
        desk.undo_stack.redo()
    elif entries:
        entry = data.draw(st.sampled_from(entries[:40]))
        key = entry.key
        if what == "note":
            calendar.edit_activity(desk, key, bring=str(day))
        elif what == "move":
            calendar.move(desk, key, wall(f"{day} 09:00"))
        elif what == "off":
            calendar.set_status(desk, key, "cancelled", by="team")
        elif what == "remove":
            calendar.remove_activity(desk, key)
        elif key.series and what == "end":
            series_edit.end_series(desk, key.series, key.original)
        elif key.series:
            change = SeriesChange(
                to=key.original + timedelta(days=data.draw(st.integers(-5, 5))), at=time(8, 0)
            )
            scope = Scope.ALL if what == "all" else Scope.FOLLOWING
            series_edit.edit_series(desk, key.series, change, key.original, scope)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_kept_up_is_as_read_anew(clock, data):
    from support.memory_vault import MemoryVault

    desk = Desk(MemoryVault(), FixedClock(clock.moment))
    index = index_of(desk)
    for _ in range(data.draw(st.integers(1, 12))):
        with suppress(EdtuiError):
            _act(desk, index, data)
        keys = [entry.key for entry in shown(index)]
        assert len(set(keys)) == len(keys), "something is there twice"
    as_anew(desk, index)


def test_only_what_is_asked_for(desk):
    calendar.add_activity(desk, visit("2026-11-25 10:30", "2026-11-25 12:00", RIET))
    calendar.add_activity(desk, visit("2026-11-25 13:00", "2026-11-25 14:00", KEES, kind="blog"))
    index = index_of(desk)
    day = date(2026, 11, 25)

    def asked(**where) -> list[str]:
        return [entry.kind for entry in index.between(day, day, CalendarFilter(**where)).entries]

    assert asked() == ["location_visit", "blog"]
    assert asked(person_id=KEES) == ["blog"]
    assert asked(location_id=LINDE + 1) == []
    assert asked(kinds=frozenset({"blog"})) == ["blog"]
    [only] = index.between(day, day, layers=frozenset({"visits"})).entries
    assert only.kind == "location_visit"


def test_what_changes_while_it_is_read_is_there_too(desk):
    index = CalendarIndex(desk)
    told = []
    index.listen(lambda: told.append(len(shown(index))))
    calendar.add_activity(desk, visit("2026-11-25 10:30", "2026-11-25 12:00"))
    assert told == []
    index.build()
    calendar.add_activity(desk, visit("2026-11-26 10:30", "2026-11-26 12:00"))
    assert told == [1, 2]
    index.close()
    assert shown(index) == []
