"""Keys that come while a list is still being read in the way that was chosen last."""

from support.held import Held
from support.typed import type_quickly

from edtui.tui.screens.people import import_columns
from edtui.tui.screens.people.import_columns import ImportColumnsScreen

from .test_import import a_list, open_file


async def test_two_columns_changed_at_once_are_both_changed(at_people, tmp_path, monkeypatch):
    file = a_list(tmp_path, "Aafje;Berg;aafje@voorbeeld.nl;actief")
    async with at_people() as at:
        await open_file(at, file)
        held = Held(import_columns.make_plan)
        monkeypatch.setattr(import_columns, "make_plan", held)
        await at.press("G", "enter")
        await at.type("not taken")
        await at.pilot.press("enter")
        await at.until(lambda: held.waits)
        await at.pilot.press("n")  # not with what it meant before
        assert isinstance(at.screen, ImportColumnsScreen)
        await at.pilot.press("k", "enter")
        await type_quickly(at.pilot, "not taken")
        await at.pilot.press("enter")
        await at.until(lambda: at.screen.plan.columns.fields[2] == "")
        held.let_go()
        await at.settle()
        assert at.screen.plan.columns.fields[2:] == ("", "")
