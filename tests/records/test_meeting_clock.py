"""The clock of a meeting: whatever is pressed, no second is lost and none is made up."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from edtui.records import meeting_clock as mc
from edtui.records.meeting_clock import Running

START = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def test_a_step_counts_down_and_over():
    clock = mc.begin((60, 120), START)
    assert mc.read(clock, at(20))[:4] == (0, 40, 160, 20)
    assert mc.read(clock, at(75)).left == -15
    assert mc.read(clock, at(75)).left_in_all == 105


def test_pause_next_back_and_more():
    clock = mc.pause(mc.begin((60, 120), START), at(10))
    assert mc.read(clock, at(500)).left == 50
    clock = mc.go_on(clock, at(500))
    clock = mc.to_step(clock, 1, at(530))
    assert mc.read(clock, at(540))[:2] == (1, 110)
    clock = mc.to_step(clock, 0, at(540))
    assert mc.read(clock, at(545)).left == 15  # 40 of its 60 were gone, and 5 more now
    clock = mc.more(clock, 120, at(575))  # 15 over: two whole minutes from now on
    assert mc.read(clock, at(575)).left == 120
    done = mc.end(clock, at(600))
    assert mc.read(done, at(9999)).left == 95
    assert mc.go_on(done, at(700)) == done
    assert mc.to_step(done, 1, at(700)) == done


def test_a_pause_stays_a_pause_at_another_step():
    clock = mc.to_step(mc.pause(mc.begin((60, 60), START), at(5)), 1, at(9))
    assert clock.paused
    assert mc.to_step(clock, 9, at(9)) == clock


def test_coming_back_after_a_crash_shows_the_same_step_with_the_clock_right():
    clock = mc.kept(mc.to_step(mc.begin((60, 300), START), 1, at(50)), at(58))
    back = Running.model_validate_json(clock.model_dump_json())
    assert mc.come_back(back, at(170)) == back
    assert mc.read(back, at(170))[:2] == (1, 180)


def test_a_meeting_that_was_broken_off_stands_where_it_was_left():
    clock = mc.kept(mc.begin((600,), START), at(100))
    back = mc.come_back(clock, at(100) + timedelta(days=1))
    assert back.paused
    assert mc.read(back, at(200) + timedelta(days=1)).left == 500


def test_a_clock_that_was_put_back_gives_no_time():
    clock = mc.begin((60,), START)
    assert mc.read(clock, at(-3600)).left == 60


KEYS = st.sampled_from(["space", "n", "p", "+", "keep", "crash"])


@given(
    st.lists(st.integers(1, 900), min_size=1, max_size=8),
    st.lists(st.tuples(KEYS, st.integers(0, 800)), max_size=40),
)
def test_what_the_steps_took_is_the_time_that_it_ran(planned, keys):
    clock, now, ran = mc.begin(tuple(planned), START), 0, 0
    for key, wait in keys:
        now += wait
        ran += 0 if clock.paused else wait
        here = at(now)
        if key == "space":
            clock = mc.go_on(clock, here) if clock.paused else mc.pause(clock, here)
        elif key == "n":
            clock = mc.to_step(clock, clock.at + 1, here)
        elif key == "p":
            clock = mc.to_step(clock, clock.at - 1, here)
        elif key == "+":
            left = mc.read(clock, here).left
            clock = mc.more(clock, 120, here)
            assert mc.read(clock, here).left == max(left, 0) + 120
        clock = mc.kept(clock, here)
        if key == "crash":
            clock = mc.come_back(Running.model_validate_json(clock.model_dump_json()), here)
    done = mc.end(clock, at(now))
    assert sum(step.spent for step in done.steps) == ran
    assert mc.over(done) == max(0, sum(s.spent - s.given for s in done.steps))


def test_a_meeting_is_not_longer_for_one_step_that_was():
    clock = mc.begin((60, 120), START)
    done = mc.end(mc.to_step(clock, 1, at(90)), at(170))
    assert [step.over for step in done.steps] == [30, 0]
    assert mc.over(done) == 0
    assert mc.over(mc.end(mc.to_step(clock, 1, at(90)), at(250))) == 70
