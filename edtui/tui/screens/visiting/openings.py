"""The way into visits to come for the rest of the program."""

from typing import Any

from edtui.tui.screens.modes import mode_named
from edtui.tui.screens.planning.tools import PlanTools, may_write, tools_for


def open_due(app: Any) -> None:
    """Show which locations ask for a visit."""
    tools = tools_for(app)
    if tools is None or not _knows_places(app, tools):
        return
    from edtui.tui.screens.visiting.due import DueScreen

    app.push_screen(DueScreen(mode_of(app), tools))


def plan_round(app: Any) -> None:
    """Choose a period and people, then look through a proposal."""
    tools = tools_for(app)
    if tools is None or not _knows_places(app, tools) or not may_write(app, tools.desk):
        return
    from edtui.tui.screens.visiting.round_form import ask_round

    ask_round(app, mode_of(app), tools)


def open_draft(app: Any, table: str, number: int, form: str) -> bool:
    """Go on with what was half typed; False where it is nothing of these screens."""
    name, _dash, location = form.partition("-")
    if table != "visiting_norms" or name != "norm" or not location.isdecimal():
        return False
    del number  # of a location that has no norm yet there is none
    tools = tools_for(app)
    if tools is not None and _knows_places(app, tools):
        from edtui.tui.screens.visiting.norm_form import norm_form

        app.push_screen(norm_form(tools, int(location)))
    return True


def mode_of(app: Any) -> object:
    """Give the mode in whose place a screen comes."""
    return getattr(app.screen, "mode", None) or mode_named("calendar")


def _knows_places(app: Any, tools: PlanTools) -> bool:
    if tools.desk.reads("locations"):
        return True
    from edtui.locale import _
    from edtui.tui.screens.visiting.board import NO_KEY

    app.notify(_(NO_KEY), severity="warning", markup=False)
    return False
