"""Talks of clients on the command line, once the desk is open."""

import argparse
from datetime import datetime, timedelta

from pydantic import ValidationError

from edtui.cli.output import json_of, plain, print_json, print_table
from edtui.cli.values import refused
from edtui.cli.visits_values import VisitValues
from edtui.desk import client_talks
from edtui.desk.session import Desk
from edtui.locale import _, dates, say, spoken
from edtui.records.client_talk import ClientTalk, TalkMode
from edtui.records.log_entry import Event
from edtui.records.when_time import read_time


def list_talks(desk: Desk, given: argparse.Namespace) -> None:
    """Print the talks that ask for something, or all."""
    values = VisitValues(desk, given)
    found = list(desk.all(ClientTalk)) if given.all else client_talks.open_talks(desk)
    desk.log.write(Event.LIST, ClientTalk.table, count=len(found))
    if given.json:
        print_json(found)
        return
    headers = (_("No."), _("Handle"), _("Asked"), _("With whom"), _("Status"), _("Still missing"))
    print_table(headers, [_line(desk, one, values) for one in found], right={0})


def _line(desk: Desk, one: ClientTalk, values: VisitValues) -> tuple[str, ...]:
    missing = client_talks.still_missing(desk, one)
    return (
        str(one.id),
        one.handle,
        dates.full_day(one.asked_on),
        _word(values, "talk_modes", one.mode.value if one.mode else ""),
        _word(values, "talk_statuses", one.status.value),
        "; ".join(say(sentence) for sentence in missing),
    )


def show(desk: Desk, given: argparse.Namespace) -> None:
    """Print one talk."""
    talk = desk.get(ClientTalk, given.number)
    desk.log.read(ClientTalk.table, talk.id)
    _answer(desk, talk, given)


def add(desk: Desk, given: argparse.Namespace) -> None:
    """Note that somebody asks for a talk."""
    values = VisitValues(desk, given)
    mode = values.code("mode", "talk_modes")
    today = desk.clock.today()
    try:
        talk = ClientTalk(
            handle=values.text("handle"),
            reach=values.text("reach"),
            location_id=values.location(given.location) if given.location else None,
            asked_on=today,
            mode=TalkMode(mode) if mode else None,
            chosen_on=today if mode else None,
            notes=values.text("notes"),
        )
    except ValidationError as error:
        raise refused(error) from None
    _answer(desk, client_talks.save_talk(desk, talk), given)


def choose(desk: Desk, given: argparse.Namespace) -> None:
    """Note the client's own choice."""
    mode = TalkMode(VisitValues(desk, given).code("mode", "talk_modes"))
    _answer(desk, client_talks.choose(desk, given.number, mode), given)


def prepare(desk: Desk, given: argparse.Namespace) -> None:
    """Note that something of the preparation is done."""
    item = VisitValues(desk, given).code("item", "talk_preparation")
    _answer(desk, client_talks.prepare(desk, given.number, item, given.note), given)


def plan(desk: Desk, given: argparse.Namespace) -> None:
    """Put a talk into the calendar, as the client chose it."""
    values = VisitValues(desk, given)
    day = values.day("day", "future") or desk.clock.today()
    start = datetime.combine(day, read_time(given.at))
    debrief = values.day("debrief_day", "future")
    talk = client_talks.plan_talk(
        desk,
        given.number,
        start,
        start + timedelta(minutes=given.minutes),
        peer_id=values.person(given.peer) if given.peer else None,
        confidant_id=values.person(given.confidant) if given.confidant else None,
        debrief_at=datetime.combine(debrief, read_time(given.debrief_at)) if debrief else None,
    )
    _answer(desk, talk, given)


def done(desk: Desk, given: argparse.Namespace) -> None:
    """Note that the talk was had."""
    _answer(desk, client_talks.hold(desk, given.number), given)


def debriefed(desk: Desk, given: argparse.Namespace) -> None:
    """Note that the talk was talked over."""
    on = VisitValues(desk, given).day("on", "past")
    _answer(desk, client_talks.debriefed(desk, given.number, on), given)


def lapse(desk: Desk, given: argparse.Namespace) -> None:
    """Note that the talk is not wanted any more."""
    _answer(desk, client_talks.lapse(desk, given.number, given.why), given)


def _answer(desk: Desk, talk: ClientTalk, given: argparse.Namespace) -> None:
    missing = [say(sentence) for sentence in client_talks.still_missing(desk, talk)]
    if given.json:
        print_json([{**json_of(talk), "missing": missing}])
        return
    values = VisitValues(desk, given)
    words = (
        _word(values, "talk_modes", talk.mode.value if talk.mode else ""),
        _word(values, "talk_statuses", talk.status.value),
    )
    print(plain(f"{talk.id}  {' · '.join(filter(None, (talk.handle, *words)))}"))
    if talk.reach:
        print(f"  {_('Reach')}: {plain(talk.reach)}")
    for item in talk.preparation:
        what = _word(values, "talk_preparation", item.item)
        print("  + " + plain(" · ".join(filter(None, (what, item.note)))))
    for sentence in missing:
        print("  ! " + plain(sentence))


def _word(values: VisitValues, vocabulary: str, code: str) -> str:
    return values.words[vocabulary].label(code, spoken()) if code else ""
