"""Mode 2 over the demo set, in Dutch: what the screenshots show."""

from edtui import locale
from edtui.desk.demo import build_demo


async def test_the_demo_is_read_in_dutch(at_people, memory_desk):
    locale.speak("nl")
    build_demo(memory_desk, "nl")
    for size in ((80, 24), (120, 40)):
        async with at_people(size) as at:
            at.picture(f"demo-people-{size[0]}")
            await at.press("j", "j", "enter")
            at.picture(f"demo-person-{size[0]}")
            await at.press("escape", "o")
            at.picture(f"demo-organisations-{size[0]}")
            await at.press("v", "enter")
            at.picture(f"demo-vacancy-{size[0]}")
            assert at.app.is_running
