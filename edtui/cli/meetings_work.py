"""Meetings on the command line, once the desk is open."""

import argparse

from edtui.cli.output import json_of, plain, print_json, print_table
from edtui.desk import meetings
from edtui.desk import minutes as minutes_desk
from edtui.desk.meeting_agenda import title_of
from edtui.desk.methods import methods
from edtui.desk.minutes import Look
from edtui.desk.session import Desk
from edtui.errors import N_, EdtuiError
from edtui.locale import _, dates, spoken
from edtui.records.meeting import Meeting, MeetingStatus

_LEAD = {Look.TITLE: "", Look.QUIET: "", Look.ITEM: "", Look.STEP: "  ", Look.TEXT: "    ",
         Look.OUTCOME: "  - "}  # fmt: skip


class NoMeeting(EdtuiError):
    """There is no meeting to show."""

    sentence = N_("There is no such meeting yet.")
    hint = N_("See edtui meetings list --all.")


def list_meetings(desk: Desk, given: argparse.Namespace) -> None:
    """Print the meetings: those that ask for something, or all."""
    held = meetings.all_meetings(desk)
    rows = [one for one in held if given.all or one.status is not MeetingStatus.FINAL]
    if given.json:
        print_json(_shown(one) for one in rows)
        return
    headers = (_("No."), _("Day"), _("Meeting"), _("Stands"), _("Cases"), _("Useful"))
    print_table(
        headers,
        [
            (
                str(one.id),
                dates.full_day(one.on),
                one.title,
                _(meetings.STATUSES[one.status]),
                str(len(one.cases)),
                f"{one.usefulness}/5" if one.usefulness else "",
            )
            for one in rows
        ],
        right={0, 4, 5},
    )


def agenda(desk: Desk, given: argparse.Namespace) -> None:
    """Print an agenda: of the meeting that is asked, else of the next one."""
    meeting = _asked(desk, given, (MeetingStatus.RUNNING, MeetingStatus.PLANNED), last=False)
    if given.json:
        print_json([_shown(meeting)])
        return
    print(f"{plain(meeting.title)}, {dates.full_day(meeting.on)}")
    known = methods(desk)
    rows = []
    for at, item in enumerate(meeting.agenda, 1):
        method = known.get(item.method)
        name = method.name.text(spoken()) if method else item.method
        rows.append((str(at), title_of(desk, item), str(item.minutes), name, item.question))
    headers = (_("No."), _("What"), _("Min"), _("Method"), _("Question"))
    print_table(headers, rows, right={0, 2})


def minutes(desk: Desk, given: argparse.Namespace) -> None:
    """Print minutes: of the meeting that is asked, else of the last one that was held."""
    meeting = _asked(desk, given, (MeetingStatus.DRAFT, MeetingStatus.FINAL), last=True)
    desk.log.read(Meeting.table, meeting.id)
    if given.json:
        print_json([_shown(meeting)])
        return
    for one in minutes_desk.minutes(desk, meeting):
        if one.look is Look.ITEM:
            print()
        for line in one.text.splitlines():
            print(f"{_LEAD[one.look]}{plain(line)}")


def _asked(
    desk: Desk, given: argparse.Namespace, statuses: tuple[MeetingStatus, ...], *, last: bool
) -> Meeting:
    if given.number is not None:
        return desk.get(Meeting, given.number)
    found = [one for one in meetings.all_meetings(desk) if one.status in statuses]
    if not found:
        raise NoMeeting
    return found[0] if last else found[-1]


def _shown(meeting: Meeting) -> dict[str, object]:
    """Give a meeting for a program; choices only once they may be seen."""
    said = dict(json_of(meeting))
    said["agenda"] = [
        json_of(
            {
                **item.model_dump(mode="json"),
                "deliberation": item.deliberation.with_(choices=item.deliberation.seen).model_dump(
                    mode="json"
                ),
            }
        )
        for item in meeting.agenda
    ]
    return said
