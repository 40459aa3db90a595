"""Which locations are to be visited, and planning a round, from the command line."""

import argparse
import sys
from datetime import timedelta

from edtui.cli.output import plain, print_json, print_table
from edtui.cli.visits_values import VisitValues, answer, complain, day_or
from edtui.desk.due_visits import DueLocation, due_locations, due_sentence
from edtui.desk.planning import CannotPlan
from edtui.desk.rounds import Proposal, accept, propose
from edtui.desk.session import Desk
from edtui.errors import Sentence
from edtui.locale import _, dates, say, spoken
from edtui.records.round_wish import RoundWish
from edtui.records.visiting_norm import DueState

_WEEKS = timedelta(days=27)


def list_due(desk: Desk, given: argparse.Namespace) -> None:
    """Print the locations by their windows, the overdue ones first."""
    values = VisitValues(desk, given)
    now = (DueState.OVERDUE, DueState.DUE)
    every = due_locations(desk, values.index)
    found = [one for one in every if given.all or one.due.state in now]
    if given.json:
        print_json(_due_object(one) for one in found)
        return
    headers = (
        _("No."),
        _("Location"),
        _("When"),
        _("Last visit"),
        _("Last theme"),
        _("Best day"),
        _("Cluster"),
    )
    print_table(headers, [_due_line(one, values) for one in found], right={0})


def _due_line(one: DueLocation, values: VisitValues) -> tuple[str, ...]:
    weekdays, themes = values.words["weekdays"], values.words["themes"]
    best = weekdays.label(one.best_day, spoken()) if one.best_day else ""
    return (
        str(one.location_id),
        one.name,
        say(due_sentence(one.due)),
        dates.full_day(one.due.last) if one.due.last else "",
        themes.label(one.last_theme, spoken()) if one.last_theme else "",
        " ".join(filter(None, (best, one.best_time))),
        one.cluster,
    )


def _due_object(one: DueLocation) -> dict[str, object]:
    due = one.due
    days = {"opens": due.opens, "closes": due.closes, "last": due.last, "planned": due.planned}
    return {
        **{name: value for name, value in one._asdict().items() if name != "due"},
        "state": due.state.value,
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }


def plan_round(desk: Desk, given: argparse.Namespace) -> None:
    """Propose a round; put it into the calendar unless it is a dry run."""
    values = VisitValues(desk, given)
    wish = _wish(desk, values)
    watched = sys.stderr.isatty() and not given.json
    found = propose(
        desk,
        values.index,
        wish,
        _progress if watched else None,
        seconds=given.seconds,
        plain=given.plain,
    )
    if watched:
        print("\r\x1b[K", end="", file=sys.stderr)
    refused = {values.location(text) for text in given.leave_out}
    lines = [line for line in found.lines if line.location_id not in refused]
    if given.json:
        print_json([_proposal_object(found, refused)])
    else:
        _show(values, found, refused)
    if given.dry_run or not lines:
        return
    try:
        made = accept(desk, values.index, lines, wish)
    except CannotPlan as refusal:
        complain(refusal)
        raise
    if not given.json:
        answer(desk, made, given)


def _wish(desk: Desk, values: VisitValues) -> RoundWish:
    given = values.given
    first = day_or(values, "first", desk.clock.today() + timedelta(days=1))
    return RoundWish(
        first=first,
        last=day_or(values, "until", first + _WEEKS),
        person_ids=tuple(values.person(text) for text in given["person"]),
        location_ids=tuple(values.location(text) for text in given["location"]),
        minutes=given["minutes"],
        travel_minutes=given["travel"],
        heavy=frozenset(values.location(text) for text in given["heavy"]),
    )


def _show(values: VisitValues, found: Proposal, refused: set[int]) -> None:
    for line in found.lines:
        if line.location_id in refused:
            continue
        who = ", ".join(values.index.person_name(number) for number in line.person_ids)
        bit = values.index.location(line.location_id)
        when = f"{dates.full_day(line.start.date())} {dates.time(line.start)}"
        print(plain(f"{when}  {bit.name if bit else ''}  {who}"))
        print("    " + plain("; ".join(say(reason) for reason in line.reasons)))
    if found.left_out:
        print(_("Left out:"))
    for one in found.left_out:
        bit = values.index.location(one.location_id)
        print("  " + plain(f"{bit.name if bit else ''}: {say(one.why)}"))


def _proposal_object(found: Proposal, refused: set[int]) -> dict[str, object]:
    return {
        "method": found.method,
        "lines": [
            {
                "location_id": line.location_id,
                "start": line.start.isoformat(),
                "end": line.end.isoformat(),
                "person_ids": line.person_ids,
                "reasons": [say(reason) for reason in line.reasons],
            }
            for line in found.lines
            if line.location_id not in refused
        ],
        "left_out": [
            {"location_id": one.location_id, "why": say(one.why)} for one in found.left_out
        ],
    }


def _progress(part: float, words: Sentence) -> None:
    print(f"\r\x1b[K{round(part * 100):3d}%  {say(words)}", end="", file=sys.stderr, flush=True)
