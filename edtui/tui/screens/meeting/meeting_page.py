"""One meeting in short: below the list, beside it, and the facts above its agenda."""

from edtui.desk.meeting_agenda import title_of
from edtui.desk.meetings import STATUSES
from edtui.desk.methods import methods
from edtui.desk.minutes import attendance_line, time_line
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.locale import _, dates, ngettext, spoken
from edtui.records.meeting import AgendaItem, Meeting
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.summary import Lines

WHY = {
    "new": N_("new"),
    "back": N_("comes back"),
    "note": N_("with a note"),
}
"""Why a case came on the agenda by itself."""


def when(meeting: Meeting) -> str:
    """Give day, time and length."""
    at = dates.time(meeting.at) if meeting.at else ""
    length = ngettext("{count} minute", "{count} minutes", meeting.minutes)
    parts = (dates.full_day(meeting.on), at, length.format(count=meeting.minutes))
    return " · ".join(part for part in parts if part)


def room(meeting: Meeting) -> str:
    """Give whether the items fit into the meeting; empty where they do."""
    over = meeting.planned_minutes - meeting.minutes
    if over > 0:
        told = ngettext("{count} minute too many", "{count} minutes too many", over)
    elif over < 0:
        told = ngettext("{count} minute left", "{count} minutes left", -over)
    else:
        return ""
    return told.format(count=abs(over))


def item_line(desk: Desk, item: AgendaItem) -> str:
    """Give an item of an agenda as one line."""
    found = methods(desk).get(item.method)
    parts = (
        title_of(desk, item),
        _(WHY[item.why]) if item.why in WHY else "",
        found.name.text(spoken()) if found else "",
    )
    return " · ".join(part for part in parts if part)


def meeting_page(desk: Desk, meeting: Meeting) -> Page:
    """Give what stands in a meeting."""
    minutes = [
        Fact(item_line(desk, item), lead=_("{count} min").format(count=item.minutes))
        for item in meeting.agenda
    ]
    here = [Fact(text) for text in (attendance_line(desk, meeting), time_line(meeting)) if text]
    sections = [Section("agenda", N_("Agenda"), minutes)]
    if here:
        sections.append(Section("here", N_("Who is here"), here))
    return Page(meeting.id, meeting.title, when(meeting), sections)


def meeting_summary(desk: Desk, meeting: Meeting) -> Lines:
    """Give a meeting in four lines."""
    head = [(meeting.title, "name"), (f" · {when(meeting)}", "")]
    cases = " · ".join(title_of(desk, item) for item in meeting.cases)
    told = cases or _("no cases")
    third = attendance_line(desk, meeting)
    last = " · ".join(
        part for part in (_(STATUSES[meeting.status]), time_line(meeting), room(meeting)) if part
    )
    return [head, [(told, "")], [(third, "quiet")], [(last, "quiet")]]
