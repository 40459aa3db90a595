"""An agenda by keys, the actions of last time, methods of the team's own."""

from edtui.desk import actions, meetings
from edtui.desk.methods import methods
from edtui.records.action_point import ActionPoint, ActionStatus


async def test_an_agenda_is_put_in_order_by_keys(at, desk):
    async with at() as a:
        assert "n makes the first agenda" in a.text()
        await a.press("n", "enter")
        assert [item.part.value for item in a.meeting.agenda][2:4] == ["cases", "cases"]
        first, second = (item.case_id for item in a.meeting.cases)
        await a.press("down", "down", "J")
        assert [item.case_id for item in a.meeting.cases] == [second, first]
        await a.press("plus", "plus", "minus")
        assert a.meeting.agenda[3].minutes == 14
        assert "1 minute too many" in a.text()
        await a.press("d")
        assert a.meeting.planned_minutes == 60

        await a.press("m")
        await a.type("gossip")
        await a.press("enter")
        assert a.meeting.agenda[3].method == "gossip"
        assert "Gossip method" in a.text()
        await a.press("m", "enter")
        assert a.meeting.agenda[3].method == "gossip", "it begins at the one that is chosen"
        await a.press("e")
        await a.type("How do I [/b] explain it?")
        await a.press("ctrl+s")
        assert a.meeting.agenda[3].question == "How do I [/b] explain it?"
        assert "How do I [/b] explain it?" in a.text()

        await a.press("n", "tab")
        await a.type("the summer party")
        await a.press("ctrl+s")
        assert [item.title for item in a.meeting.agenda][-2:] == ["the summer party", "Close"]
        await a.press("x")
        assert first not in {item.case_id for item in a.meeting.cases}
        await a.press("u")
        assert first in {item.case_id for item in a.meeting.cases}
        # Another day was planned: it asks before it begins.
        await a.press("b")
        assert "It is planned for Mon 23 Nov 2026. Begin it today?" in a.text()
        await a.press("right", "enter")
        assert a.meeting.on == desk.clock.today()
        assert "Check-in" in a.text()

        # The actions of last time: done, carried over.
        one, two = (
            actions.save_action(desk, ActionPoint(what=what, made_on=desk.clock.today()))
            for what in ("call the team", "send the letter")
        )
        await a.press("n")
        assert "o: the open actions" in a.text()
        await a.press("o")
        assert "call the team" in a.text()
        await a.press("d", "c", "escape")
        assert desk.get(ActionPoint, one.id).status is ActionStatus.DONE
        assert desk.get(ActionPoint, two.id).carried == (desk.clock.today(),)


async def test_a_free_meeting_and_a_method_of_ones_own(at, memory_desk):
    async with at(size=(120, 40), desk=memory_desk) as a:
        await a.press("m", "n")
        await a.type("Round [/b]")
        await a.press("tab", "tab", "tab", "enter")
        await a.type("Once around")
        await a.press("tab")
        await a.type("7")
        await a.press("tab")
        await a.type("each in turn")
        await a.press("tab")
        await a.type("What keeps you busy?")
        await a.press("ctrl+s", "ctrl+s")
        own = methods(memory_desk)["round_b"]
        assert (own.minutes, own.steps[0].prompt.en) == (7, "What keeps you busy?")
        assert "Round [/b]" in a.text()
        # The words of the other language stay when one is changed.
        await a.press("/")
        await a.type("cura")
        await a.press("enter", "e", "ctrl+s")
        cura = methods(memory_desk)["cura"]
        assert cura.id
        assert (cura.minutes, cura.steps[0].title.nl) == (25, "Concentreren")
        assert cura.steps[0].form == "doubt"
        await a.press("escape", "escape", "n")
        assert "A new meeting" in a.text()
        await a.press("ctrl+s")
        assert meetings.all_meetings(memory_desk)[0].title == "fortnightly case meeting"
