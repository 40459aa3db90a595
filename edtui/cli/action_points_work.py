"""Action points on the command line, once the desk is open."""

import argparse
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from edtui.cli.cases_text import action_line
from edtui.cli.cases_work import asked_case, hint
from edtui.cli.output import print_json, print_table
from edtui.cli.values import Values, refused
from edtui.desk import actions
from edtui.desk.actions import View
from edtui.desk.case_people import people_to_choose
from edtui.desk.session import Desk
from edtui.locale import _, dates
from edtui.records.action_point import ActionPoint, is_late
from edtui.records.case import Case
from edtui.records.folding import fold


def list_actions(desk: Desk, given: argparse.Namespace) -> None:
    """Print the action points of a view: all open ones where none is asked."""
    rows = actions.actions(desk, View(given.view or View.OPEN.value))
    if given.json:
        print_json(rows)
        return
    today = desk.clock.today()
    handles = {case.id: case.handle for case in desk.all(Case)}

    def when(one: ActionPoint) -> str:
        day = one.closed_on or one.due
        near = dates.relative(day, today) if day else ""
        return f"{near} ({_('late')})" if is_late(one, today) else near

    print_table(
        (_("No."), _("What"), _("Who"), _("When"), _("Case")),
        [
            (str(o.id), o.what, actions.who(desk, o), when(o), handles.get(o.case_id or 0, ""))
            for o in rows
        ],
        right={0},
    )


def add(desk: Desk, given: argparse.Namespace) -> None:
    """Make an action point."""
    values = Values(desk, given)
    case = asked_case(desk, given.case) if given.case else None
    hint(desk, values.text("what"))
    try:
        made = ActionPoint(
            what=values.text("what"),
            **_who(desk, values.text("who")),
            opens=values.day("opens", "future"),
            due=values.day("before", "future"),
            case_id=case.id if case else None,
            made_on=desk.clock.today(),
        )
    except ValidationError as error:
        raise refused(error) from None
    _answer(desk, [actions.save_action(desk, made)], given)


def done(desk: Desk, given: argparse.Namespace) -> None:
    """Note that action points are done."""
    on = Values(desk, given).day("on", "past")
    _answer(desk, [actions.done(desk, number, on) for number in given.numbers], given)


def drop(desk: Desk, given: argparse.Namespace) -> None:
    """Drop one, and say why."""
    _answer(desk, [actions.drop(desk, given.number, given.why)], given)


def _who(desk: Desk, name: str) -> dict[str, Any]:
    """Give somebody of the team by name, else the words as they are."""
    for number, known in people_to_choose(desk, name) if name else ():
        if fold(name) in (fold(known), fold(known).split(" ")[0]):
            return {"person_id": number}
    return {"who": name}


def _answer(desk: Desk, changed: Sequence[ActionPoint], given: argparse.Namespace) -> None:
    if given.json:
        print_json(changed)
        return
    for one in changed:
        print(f"{one.id}  {action_line(desk, one)}")
