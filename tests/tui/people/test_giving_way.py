"""A save that concerns every line of the roster does not make them all in the thread that saved."""

import asyncio
import threading

from edtui.desk import settings
from edtui.errors import Sentence
from edtui.records.person import Person


async def test_a_change_of_settings_makes_the_lines_anew_in_a_thread(at_people, memory_desk):
    with memory_desk.act(Sentence("x")) as act:
        act.put(Person(called="Riet van Dam", status="active", last_spoken_on="2026-10-20"))
    async with at_people() as at:
        roster, threads = at.app.roster, []
        made, build = threading.Event(), roster.build

        def noted():
            threads.append(threading.current_thread())
            build()
            made.set()

        roster.build = noted
        assert "no_contact" not in roster.row(1).attention
        settings.change_settings(memory_desk, no_contact_weeks=2)
        assert await asyncio.to_thread(made.wait, 30)
        await at.settle()
        assert threads != [threading.main_thread()]
        assert "no_contact" in roster.row(1).attention
