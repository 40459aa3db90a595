"""Any rule, any edits, in any order: what goes out comes in as the same, over clock changes."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.memory_vault import MemoryVault
from support.series_rules import rules

from desk.calendar_team import index_of, visit, wall
from edtui.clock import FixedClock
from edtui.desk import calendar, series_edit
from edtui.desk.calendar_exchange import News, apply_import, export, preview_import
from edtui.desk.series_edit import Scope
from edtui.desk.session import Desk
from edtui.errors import EdtuiError
from edtui.exchange.ics_in import read_ics
from edtui.records.series import Series
from edtui.records.series_edits import SeriesChange
from edtui.records.zones import HOME, moment

# Summer time begins on 28 March 2027 and ended on 25 October 2026.
FIRST, LAST = date(2026, 9, 1), date(2027, 6, 30)
days = st.dates(FIRST, LAST)
times = st.sampled_from([time(0, 30), time(10, 0), time(23, 45)])
FAR = LAST + timedelta(days=60)


def everything(_planned, _field) -> bool:
    return True


def shown(desk) -> list[tuple]:
    index = index_of(desk)
    entries = index.entries(FIRST, FAR)
    index.close()
    return sorted((e.start, e.end, e.kind, e.title, e.status, e.whole_day) for e in entries)


def anything(desk, data) -> None:
    """Do one thing to the calendar."""
    index = index_of(desk)
    entries = sorted(index.entries(FIRST, LAST))
    index.close()
    what = data.draw(
        st.sampled_from(["add", "series", "title", "move", "off", "remove", "all", "rest", "end"])
    )
    day = data.draw(days)
    if what == "add" or not entries:
        calendar.add_activity(
            desk, visit(f"{day} 10:00", f"{day} 12:00", location_id=None, title="Los")
        )
    elif what == "series":
        begin(desk, data)
    else:
        key = data.draw(st.sampled_from(entries[:60])).key
        if what == "title":
            calendar.edit_activity(desk, key, title=f"Anders {day}", notes="taart")
        elif what == "move":
            calendar.move(desk, key, datetime.combine(day, data.draw(times)))
        elif what == "off":
            calendar.set_status(desk, key, "cancelled", by="team")
        elif what == "remove":
            calendar.remove_activity(desk, key)
        elif key.series and what == "end":
            series_edit.end_series(desk, key.series, key.original)
        elif key.series:
            to = key.original + timedelta(days=data.draw(st.integers(-5, 5)))
            change = data.draw(
                st.sampled_from(
                    [
                        SeriesChange(to=to, at=time(8, 0)),
                        SeriesChange(fields={"title": "Nieuw"}),
                        SeriesChange(minutes=45),
                    ]
                )
            )
            scope = Scope.ALL if what == "all" else Scope.FOLLOWING
            series_edit.edit_series(desk, key.series, change, key.original, scope)


def begin(desk, data) -> None:
    rule, first = data.draw(rules()), data.draw(days)
    if rule.until is not None and rule.until < first:
        rule = rule.with_(until=first)
    series_edit.add_series(
        desk,
        Series(
            kind="case_meeting",
            title="Reeks",
            first=first,
            at=data.draw(times),
            rule=rule,
            skip_holidays=data.draw(st.booleans()),
        ),
    )


def anyhow(clock, data) -> Desk:
    """Give a calendar to which anything was done, in any order."""
    desk = Desk(MemoryVault(), FixedClock(clock.moment))
    begin(desk, data)
    for _ in range(data.draw(st.integers(0, 8))):
        with suppress(EdtuiError):
            anything(desk, data)
    return desk


quiet = settings(
    # Each example makes two desks: making a failing one small would take minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@quiet
@given(st.data())
def test_what_goes_out_comes_in_as_the_same(clock, data):
    desk = anyhow(clock, data)
    sent = export(desk, everything)
    other = Desk(MemoryVault(), FixedClock(clock.moment))
    plan = preview_import(other, sent)
    assert plan.refused == ()
    apply_import(other, plan)
    assert shown(other) == shown(desk)
    back = export(other, everything)
    first, second = (
        {(one.uid, one.original): one for one in read_ics(d).items} for d in (sent, back)
    )
    assert second == first
    assert {one.news for one in preview_import(other, sent).entries} <= {News.SAME}
    assert {one.news for one in preview_import(desk, back).entries} <= {News.SAME}


@quiet
@given(st.data())
def test_the_clock_on_the_wall_is_kept_by_whatever_was_done(clock, data):
    desk = anyhow(clock, data)
    index = index_of(desk)
    series = {one.id: one for one in desk.all(Series)}
    seen = set()
    for entry in index.entries(FIRST, FAR):
        key = entry.key
        assert (key.activity, key.series, key.original) not in seen, "something is there twice"
        seen.add((key.activity, key.series, key.original))
        if key.series and not key.activity:
            assert entry.start.time() == series[key.series].at
            assert entry.start.date() == key.original
        # As the standard library has it, where the clocks do not skip the time.
        judge = entry.start.replace(tzinfo=ZoneInfo(HOME)).astimezone(UTC)
        there = judge.astimezone(ZoneInfo(HOME)).replace(tzinfo=None) == entry.start
        assert moment(entry.start, entry.zone) == judge or not there
    index.close()


def test_the_two_days_on_which_the_clocks_change(clock):
    desk = Desk(MemoryVault(), FixedClock(clock.moment))
    series = Series(
        kind="case_meeting", title="Zondag", first=date(2026, 10, 18), at=time(10, 0),
        rule={"freq": "WEEKLY", "by_day": ["SU"], "until": date(2027, 4, 4)},
    )  # fmt: skip
    made = series_edit.add_series(desk, series)
    calendar.move(desk, calendar.Key(0, made.id, date(2026, 11, 1)), wall("2026-10-25 02:30"))
    other = Desk(MemoryVault(), FixedClock(clock.moment))
    apply_import(other, preview_import(other, export(desk, everything)))
    assert shown(other) == shown(desk)
    starts = {start for start, *_rest in shown(other)}
    assert {wall("2026-10-25 10:00"), wall("2026-10-25 02:30"), wall("2027-03-28 10:00")} <= starts
    hours = [
        moment(wall(f"{day} 10:00"), HOME).hour
        for day in ("2026-10-18", "2026-10-25", "2027-03-28")
    ]
    assert hours == [8, 9, 8]
