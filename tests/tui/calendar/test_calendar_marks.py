"""What is of a whole day: school holidays of the team's region, layers that are off, filters."""

from datetime import date

from desk.calendar_team import RIET, index_of

from edtui.desk import settings
from edtui.desk.calendar_entries import Layer
from edtui.desk.calendar_marks import MARK_SOURCES
from edtui.records.holidays import SchoolHoliday
from edtui.tui.screens.calendar.looking import LAYERS
from edtui.tui.screens.calendar.reading import FLAGS, letter

FIRST, LAST = date(2027, 2, 20), date(2027, 2, 28)


def test_school_holidays_are_those_of_the_teams_region(memory_desk, monkeypatch):
    found = [
        SchoolHoliday(region, FIRST, LAST, "voorjaarsvakantie", "spring holiday")
        for region in ("north", "south", "all")
    ]
    monkeypatch.setattr("edtui.desk.calendar_marks.school_holidays", lambda: found)
    index = index_of(memory_desk)
    told = []
    index.listen(lambda: told.append(1))

    def shown():
        return [mark.what for mark in index.between(FIRST, FIRST, layers={Layer.SCHOOL}).marks]

    assert len(shown()) == 3
    settings.change_settings(memory_desk, school_regions=["north"])
    assert told
    assert len(shown()) == 2
    index.close()


def test_every_layer_has_its_word_and_its_sign():
    assert set(LAYERS) == set(Layer)
    assert {layer for layer, _source in MARK_SOURCES} <= set(FLAGS)
    signs = [sign for sign, _tone in FLAGS.values()]
    letters = [letter(layer) for layer in list(Layer)[:3]]
    assert len({*signs, *letters}) == len(signs) + len(letters)


async def test_layers_and_filters_hide_and_say_so(at_calendar, planned):
    async with at_calendar((80, 24)) as at:
        screen = at.screen
        screen.go(date(2026, 11, 24))
        assert screen.list.count == 1
        await at.press("l", "down", "space")
        assert screen.list.count == 0
        await at.press("escape")
        assert Layer.MEETINGS not in screen.looking.layers
        assert screen.list.count == 0
        assert "not all layers" in at.text()
        await at.press("escape")
        assert screen.list.count == 1
        await at.press("f")
        await at.type("ri")
        await at.press("escape", "escape")
        assert screen is at.screen, "nothing is lost, so nothing is asked"
        await at.press("f")
        await at.type("riet")
        assert "ctrl+s show" in at.key_line()
        await at.press("enter", "ctrl+s")
        assert screen.looking.where.person_id == RIET
        screen.go(date(2026, 11, 26))
        assert screen.list.count == 0
        assert "Esc shows everything again." in at.text()
        await at.press("escape")
        assert screen.list.count == 1
