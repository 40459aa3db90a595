"""What the desk saves, or time does, while somebody sits at a kiosk."""

from tui.kiosk.driving import choose, press, shown

from edtui.desk import calendar
from edtui.tui.kiosk.app import KioskApp
from edtui.tui.kiosk.visit import Visit


def test_an_activity_that_the_desk_takes_away_goes_from_the_screen(riet, team):
    visit = Visit(riet)
    choose(visit, "My calendar")
    press(visit, "1")
    assert "De Linde" in shown(visit)
    desk = team.desk()
    calendar.remove_activity(desk, visit.page.entry.key)
    desk.close()
    riet.desk.take_news()
    press(visit, "down")
    shown(visit)  # drawn before the next look
    visit.look()
    assert "This is not here any more" in shown(visit)
    assert "Hello Riet" in shown(visit)
    visit.look()
    assert "Hello Riet" in shown(visit)


async def test_looking_goes_on_after_somebody_signed_in_under_a_look(at, riet, monkeypatch):
    nobody = at.desk

    def closed_under_it():
        at.desk = riet.desk
        raise ValueError("read of closed file")

    app = KioskApp(at)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        monkeypatch.setattr(nobody, "take_news", closed_under_it)
        app.look()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert not app._looking
        assert app.is_running
        at.desk = nobody
