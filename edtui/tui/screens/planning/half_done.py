"""Going on with what was half typed: from the name of a draft back to its form."""

import re
from datetime import date

from edtui.desk import calendar
from edtui.desk.calendar import Key
from edtui.desk.series_edit import Scope
from edtui.records.activity import Activity
from edtui.records.client_talk import ClientTalk
from edtui.records.series import Series
from edtui.records.visit_report import VisitReport
from edtui.tui.dialogs.form import Form
from edtui.tui.screens.planning.activity_form import Working, activity_form, blank, move_form
from edtui.tui.screens.planning.report_form import report_form
from edtui.tui.screens.planning.series_form import change_form, new_series_form
from edtui.tui.screens.planning.series_working import Changing
from edtui.tui.screens.planning.talk_forms import new_talk, talk_form
from edtui.tui.screens.planning.tools import PlanTools

_DAY = r"(?P<day>\d{4}-\d\d-\d\d)"
_ACTIVITY = re.compile(rf"activity(_(?P<series>\d+)_{_DAY})?(?P<move>_move)?")
_REPORT = re.compile(rf"report_(?P<first>\d+)(_{_DAY})?")
_SERIES = re.compile(rf"series(_(?P<scope>following|all)_{_DAY})?(?P<move>_move)?")


def form_of(tools: PlanTools, table: str, number: int, name: str) -> Form | None:
    """Give the form of a draft; None for one that is not of planning.

    Args:
        tools: the desk and its calendar.
        table: of what it drafts.
        number: of the record; 0 for a new one.
        name: of the form, as its maker called it.

    Raises:
        NotFound: what it drafts is not there any more.
    """
    if table == Activity.table and (found := _ACTIVITY.fullmatch(name)):
        return _activity(tools, number, found)
    if table == Series.table and (found := _SERIES.fullmatch(name)):
        return _series(tools, number, found)
    if table == VisitReport.table and (found := _REPORT.fullmatch(name)):
        first = int(found["first"])
        key = Key(0, first, date.fromisoformat(found["day"])) if found["day"] else Key(first)
        return report_form(tools, key)
    if table == ClientTalk.table and name == "talk":
        talk = tools.desk.get(ClientTalk, number) if number else new_talk(tools)
        return talk_form(tools, talk)
    return None


def _activity(tools: PlanTools, number: int, found: re.Match[str]) -> Form:
    make = move_form if found["move"] else activity_form
    if found["day"]:
        key = Key(0, int(found["series"]), date.fromisoformat(found["day"]))
        return make(Working(tools, calendar.activity(tools.desk, key)))
    if number:
        return make(Working(tools, calendar.activity(tools.desk, Key(number))))
    return make(Working(tools, blank(tools.desk.clock.today(), None), timed=False))


def _series(tools: PlanTools, number: int, found: re.Match[str]) -> Form:
    if not number or not found["scope"]:
        return new_series_form(tools, tools.desk.clock.today())
    picked = date.fromisoformat(found["day"])
    changing = Changing(tools, number, picked, Scope(found["scope"]))
    return change_form(changing, moving=bool(found["move"]))
