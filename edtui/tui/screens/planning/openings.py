"""The way into planning for the rest of the program: nothing else here is imported elsewhere."""

from datetime import date, time, timedelta
from typing import Any

from edtui.desk import calendar
from edtui.desk.calendar import Key
from edtui.desk.visit_reports import NotYet, check_begun
from edtui.desk.years import closed_for
from edtui.errors import N_, NotFound
from edtui.locale import _, explain
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk
from edtui.records.planned import ActivityStatus, Participant
from edtui.records.series import Series, dates_of
from edtui.tui import textual_inside
from edtui.tui.screens.calendar.jump import show_soon
from edtui.tui.screens.planning import doing
from edtui.tui.screens.planning.activity_form import Working, activity_form, blank
from edtui.tui.screens.planning.card import Card
from edtui.tui.screens.planning.half_done import form_of
from edtui.tui.screens.planning.series_form import new_series_form
from edtui.tui.screens.planning.talks import Talks
from edtui.tui.screens.planning.tools import PlanTools, may_write, tools_for

DID_NOT_GO_ON = N_("This did not go on, so there is nothing to report.")
SOON = timedelta(days=400)
"""So long after it begins a series is followed to its first date."""

NO_KEY = N_("You have no key for the talks of clients.")


def new_activity(
    app: Any,
    day: date,
    *,
    at: time | None = None,
    person_id: int | None = None,
    location_id: int | None = None,
) -> None:
    """Plan something on a day.

    Args:
        app: the program.
        day: which.
        at: from when.
        person_id: who is in it to begin with.
        location_id: where it is to begin with.
    """
    tools = _writing(app)
    if tools is None:
        return
    there = (Participant(person_id=person_id),) if person_id else ()
    location = tools.held(location_id)
    known: dict[str, Any] = {"location_id": location_id or None, "people": there}
    if location is not None:
        known |= {"contact": location.access_contact, "not_alone": location.not_alone}
    working = Working(tools, blank(day, at, **known), timed=at is not None)

    def planned(made: Activity | None) -> None:
        if made is not None and made.day != day:
            _follow(app, calendar.key_of(made))

    app.push_screen(activity_form(working), planned)


def new_series(app: Any, day: date) -> None:
    """Begin a series on a day; the calendar goes to its first date where that is another one."""
    tools = _writing(app)
    if tools is None:
        return

    def begun(made: Series | None) -> None:
        if made is None:
            return
        dates = dates_of(made, made.first, made.first + SOON, closed_for(made))
        if dates and dates[0] != day:
            _follow(app, Key(0, made.id, dates[0]))

    app.push_screen(new_series_form(tools, day), begun)


def _follow(app: Any, key: Key) -> None:
    """Let the calendar go to what was planned; whoever planned it elsewhere stays there."""
    if app.screen is textual_inside.base_screen(app, "calendar"):
        show_soon(app, key=key)


def open_activity(app: Any, key: Key) -> None:
    """Show an activity, with what can be done with it."""
    tools = tools_for(app)
    if tools is None:
        return
    try:
        card = Card(tools, key)
    except NotFound as error:
        app.notify(explain(error), severity="warning", markup=False)
        return
    app.push_screen(card)


def move_activity(app: Any, key: Key) -> None:
    """Give an activity another day or time."""
    _do(app, doing.move, key)


def cancel_activity(app: Any, key: Key) -> None:
    """Cancel an activity, note that nobody came, or take it away."""
    _do(app, doing.cancel, key)


def confirm_activity(app: Any, key: Key) -> None:
    """Note that an activity is confirmed; again takes that back."""
    _do(app, doing.confirm, key)


def report_visit(app: Any, key: Key) -> None:
    """Write the report of a visit that was, or change it."""
    tools = _writing(app)
    if tools is None:
        return
    try:
        visited = calendar.activity(tools.desk, key)
        check_begun(tools.desk, visited)
    except (NotFound, NotYet) as error:
        app.notify(explain(error), severity="warning", markup=False)
        return
    if visited.status in (ActivityStatus.CANCELLED, ActivityStatus.NO_SHOW):
        app.notify(_(DID_NOT_GO_ON), severity="warning", markup=False)
        return
    _do(app, doing.report, key)


def open_talks(app: Any, number: int = 0) -> None:
    """Show the talks that clients asked for, the cursor on ``number`` where one is given."""
    tools = tools_for(app)
    if tools is None:
        return
    if not tools.desk.reads(ClientTalk.table):
        app.notify(_(NO_KEY), severity="warning", markup=False)
        return
    app.push_screen(Talks(tools, number))


def open_draft(app: Any, table: str, number: int, form: str) -> bool:
    """Go on with what was half typed; say whether the draft is one of planning."""
    tools = _writing(app)
    if tools is None:
        return False
    try:
        found = form_of(tools, table, number, form)
    except NotFound as error:  # the draft stays until the record's drafts are dropped
        app.notify(explain(error), severity="warning", markup=False)
        return True
    if found is not None:
        app.push_screen(found)
    return found is not None


def _do(app: Any, way: doing.Way, key: Key) -> None:
    tools = _writing(app)
    if tools is not None:
        app.run_worker(doing.carefully(app, way, tools, key), group="planning")


def _writing(app: Any) -> PlanTools | None:
    tools = tools_for(app)
    return tools if tools is not None and may_write(app, tools.desk) else None
