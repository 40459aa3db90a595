"""What can be done with one activity: ask what is needed, save it, show who must be told."""

from collections.abc import Awaitable, Callable
from typing import Any

from edtui.desk import calendar, grants
from edtui.desk.calendar import Key
from edtui.desk.series_edit import Scope
from edtui.errors import N_, EdtuiError, Sentence
from edtui.locale import _, explain
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk, TalkMode
from edtui.records.planned import ActivityStatus
from edtui.records.telling import who_to_tell
from edtui.records.visit_report import VisitReport
from edtui.tui.dialogs.ask import Ask
from edtui.tui.screens.planning import status_forms, talk_forms
from edtui.tui.screens.planning.activity_form import Working, activity_form, move_form
from edtui.tui.screens.planning.report_form import report_form
from edtui.tui.screens.planning.series_form import change_form
from edtui.tui.screens.planning.series_working import Changing
from edtui.tui.screens.planning.told import Told
from edtui.tui.screens.planning.tools import PlanTools

THIS = "this"
WHICH = (
    (THIS, N_("this one")),
    (Scope.FOLLOWING.value, N_("this and later")),
    (Scope.ALL.value, N_("all of them")),
)
"""What a change of a date of a series is about (message ids)."""

Way = Callable[[Any, PlanTools, Key], Awaitable[None]]


async def edit(app: Any, tools: PlanTools, key: Key) -> None:
    """Change an activity; of a series it asks what the change is about."""
    await _change(app, tools, key, moving=False)


async def move(app: Any, tools: PlanTools, key: Key) -> None:
    """Move an activity; of a series it asks whether the rest goes along."""
    await _change(app, tools, key, moving=True)


async def cancel(app: Any, tools: PlanTools, key: Key) -> None:
    """Cancel an activity, note that nobody came, or take it away."""
    old = calendar.activity(tools.desk, key)
    now: Activity | None = await app.push_screen_wait(status_forms.cancel_form(tools, key))
    if now is not None:
        await _tell(app, tools, old, now if now.is_closed else None)


async def confirm(app: Any, tools: PlanTools, key: Key) -> None:
    """Note that it is confirmed; one that was cancelled is planned again, with its checks."""
    old = calendar.activity(tools.desk, key)
    if old.status is not ActivityStatus.CANCELLED:
        try:
            now = status_forms.confirm(tools, key)
        except EdtuiError as error:
            app.notify(explain(error), severity="warning", markup=False)
            return
        word = tools.words.label("activity_statuses", now.status.value)
        what = tools.heading(now)
        app.notify(_("{what}: {status}").format(what=what, status=word), markup=False)
        return
    again = old.model_copy(
        update={"status": ActivityStatus.PLANNED, "cancelled_by": "", "reason": ""}
    )
    await app.push_screen_wait(activity_form(Working(tools, again)))


async def report(app: Any, tools: PlanTools, key: Key) -> None:
    """Write the report of a visit, or change it."""
    saved: VisitReport | None = await app.push_screen_wait(report_form(tools, key))
    if saved is None:
        return
    app.notify(_("The report is saved."), markup=False)
    await _note_talks(app, tools, saved)


async def _note_talks(app: Any, tools: PlanTools, report: VisitReport) -> None:
    """Offer to note the talks that clients asked for, as many as are not noted yet."""
    if not grants.may_write(tools.desk, "casework") or not report.follow_ups.total:
        return
    noted = [one.mode for one in tools.desk.having(ClientTalk, "report_id", report.id)]
    wanted = [mode for mode in TalkMode for _one in range(getattr(report.follow_ups, mode.value))]
    for mode in noted:
        if mode in wanted:
            wanted.remove(mode)
    if not wanted:
        return
    count = len(wanted)
    msgid = N_("The report says that clients asked for a talk: {count}. Note them now?")
    answers = (("later", N_("later")), ("now", N_("note them")))
    if await app.push_screen_wait(Ask(Sentence(msgid, {"count": count}), answers)) != "now":
        return
    for mode in wanted:
        talk = talk_forms.new_talk(
            tools,
            report_id=report.id,
            location_id=report.location_id,
            mode=mode,
            chosen_on=report.day,
        )
        if await app.push_screen_wait(talk_forms.talk_form(tools, talk)) is None:
            return


async def series(app: Any, tools: PlanTools, key: Key) -> None:
    """Show the dates of the series that an activity is of."""
    from edtui.tui.screens.planning.series_dates import SeriesDates

    old = calendar.activity(tools.desk, key)
    if old.series_id:
        await app.push_screen_wait(SeriesDates(tools, old.series_id, old.original or old.day))


async def carefully(app: Any, way: Way, tools: PlanTools, key: Key) -> None:
    """Do something; where another terminal was first, say so."""
    try:
        await way(app, tools, key)
    except EdtuiError as error:
        app.notify(explain(error), severity="warning", markup=False)


WAYS: dict[str, Way] = {
    "edit": edit,
    "move": move,
    "cancel": cancel,
    "confirm": confirm,
    "report": report,
    "series": series,
}
"""Verb to what does it."""


async def _change(app: Any, tools: PlanTools, key: Key, *, moving: bool) -> None:
    old = calendar.activity(tools.desk, key)
    if old.series_id and old.original and not old.is_closed:
        what = tools.heading(old)
        question = Sentence(N_("{what} is one of a series. Which ones change?"), {"what": what})
        which = await app.push_screen_wait(Ask(question, WHICH))
        if which is None:
            return
        if which != THIS:
            changing = Changing(tools, old.series_id, old.original, Scope(which))
            await app.push_screen_wait(change_form(changing, moving=moving))
            return
    form = move_form if moving else activity_form
    now: Activity | None = await app.push_screen_wait(form(Working(tools, old)))
    if now is not None:
        await _tell(app, tools, old, now)


async def _tell(app: Any, tools: PlanTools, old: Activity, now: Activity | None) -> None:
    """Show who must be told of what was saved, if anybody must."""
    if old.end.date() < tools.desk.clock.today():
        return  # what is over is nobody's news
    told = who_to_tell([(old, now)])
    if told:
        title = tools.heading(now or old)
        await app.push_screen_wait(Told(tools, title, told, asks=False))
