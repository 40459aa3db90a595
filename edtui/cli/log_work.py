"""The log on the command line, once the desk is open."""

import argparse
from collections.abc import Mapping

from edtui.cli.output import print_json, print_table
from edtui.cli.parser import Usage
from edtui.cli.values import Values
from edtui.desk import tables
from edtui.desk.log_view import LogFilter, LogLine, log_lines
from edtui.desk.session import Desk
from edtui.desk.users import user_names
from edtui.locale import _, dates, say
from edtui.records.log_entry import Event

_MOST = 5
"""Numbers that are named in a line; of more, how many."""


def show(desk: Desk, given: argparse.Namespace) -> None:
    """Print the log, the newest first."""
    names = user_names(desk)
    lines = log_lines(desk, _filter(desk, given, names))
    if given.json:
        print_json([_as_json(line, names) for line in lines])
        return
    headers = (_("When"), _("Who"), _("What"), _("Of what"), _("Times"), _("Fields"))
    print_table(headers, [_row(line, names) for line in lines], right={4})


def _filter(desk: Desk, given: argparse.Namespace, names: Mapping[str, str]) -> LogFilter:
    for event in given.event:
        if event not in set(Event):
            known = ", ".join(Event)
            raise Usage(_("{word} is not one of: {words}").format(word=event, words=known), "")
    values = Values(desk, given)
    return LogFilter(
        user_id=_user(given.who, names) if given.who else None,
        person=given.person,
        since=values.day("since", "past"),
        until=values.day("until", "past"),
        events=given.event,
    )


def _user(name: str, names: Mapping[str, str]) -> str:
    for user_id, known in names.items():
        if name.casefold() in (known.casefold(), user_id):
            return user_id
    raise Usage(_("There is no member called {name}.").format(name=name), "")


def _row(line: LogLine, names: Mapping[str, str]) -> tuple[str, ...]:
    what = say(line.what)
    if line.how is not None:
        what = f"{what} ({say(line.how)})"
    return (
        f"{dates.full_day(line.last.date())} {dates.time(line.last.time())}",
        names.get(line.user_id, line.user_id[:8]),
        what,
        _object(line),
        str(line.times) if line.times > 1 else "",
        ", ".join(line.fields),
    )


def _object(line: LogLine) -> str:
    if not line.object_type:
        return str(line.many or "")
    noun = say(tables.noun(line.object_type))
    if 0 < len(line.object_ids) <= _MOST:
        return f"{noun} {', '.join(map(str, line.object_ids))}"
    return f"{noun} ({len(line.object_ids) or line.many})"


def _as_json(line: LogLine, names: Mapping[str, str]) -> dict[str, object]:
    return {
        **line._asdict(),
        "first": line.first.isoformat(),
        "last": line.last.isoformat(),
        "user": names.get(line.user_id, ""),
    }
