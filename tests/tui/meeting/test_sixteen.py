"""All sixteen methods, run through by keys alone; their times are what the data say."""

from datetime import timedelta

from textual import events

from edtui.desk import meetings
from edtui.desk.meeting_agenda import own_item
from edtui.desk.meeting_running import begin
from edtui.desk.methods import methods
from edtui.records import meeting_clock
from edtui.records.meeting import MeetingStatus
from edtui.records.method import Use
from edtui.tui.screens.meeting.minutes import MinutesScreen
from edtui.tui.textual_inside import key_named


def prepared(desk, method):
    held = meetings.prepare_free(
        desk, title=method.name.en, kind="intervision", minutes=method.minutes
    )
    item = own_item(held, title="q", question="?", minutes=method.minutes, method=method.code)
    return begin(desk, meetings.change(desk, held.with_(agenda=(item,))).id)


async def test_every_method_is_run_through_by_keys(at, memory_desk, clock):
    every = methods(memory_desk)
    assert len(every) == 16
    async with at((60, 20), desk=memory_desk, listed=False) as a:
        for method in every.values():
            meeting = prepared(memory_desk, method)
            assert len(meeting.steps) == len(method.steps)
            await a.hold(meeting.id)
            screen = a.screen
            for place, step in enumerate(method.steps):
                await a.until(lambda: screen.meeting.clock.at == place)  # noqa: B023  asked at once
                if place == 0:
                    a.quick("enter")
                    await a.until(lambda: screen.writing)  # noqa: B023  as above
                    for sign in "npa d+ is text":
                        a.screen.focused.post_message(events.Key(key_named(sign), sign))
                    await a.until(lambda: screen.sheet.said.text == "npa d+ is text")  # noqa: B023
                    shown = a.text()
                    assert step.title.en[:30] in shown
                    assert step.prompt.en[:30] in shown
                    a.quick("escape")
                a.later(timedelta(minutes=step.minutes))
                reading = meeting_clock.read(screen.meeting.clock, clock.now())
                assert reading.left == 0
                a.quick("n")
            # After the last step it asks whether the meeting is over.
            await a.until(lambda: a.screen is not screen)  # noqa: B023  as above
            a.quick("right", "enter")
            await a.until(lambda: screen.meeting.status is MeetingStatus.DRAFT)  # noqa: B023  as above
            over = memory_desk.get(type(meeting), meeting.id)
            assert over.status is MeetingStatus.DRAFT
            spent = [one.spent for one in over.clock.steps]
            assert spent == [60 * step.minutes for step in method.steps]
            assert sum(spent) == 60 * method.minutes
            assert meeting_clock.over(over.clock) == 0
            assert over.steps[0].said == "npa d+ is text"
            await a.until(lambda: isinstance(a.screen, MinutesScreen) and bool(a.screen.heading))
            a.app.pop_screen()
    assert {one.use for one in every.values()} == set(Use)
