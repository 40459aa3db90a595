"""Cases on the command line, once the desk is open."""

import argparse
import sys
from typing import Any

from pydantic import ValidationError

from edtui.cli.cases_text import case_lines, note_lines
from edtui.cli.output import json_of, plain, print_json, print_table
from edtui.cli.parser import Usage
from edtui.cli.values import Values, refused
from edtui.desk import actions, case_notes, cases, tables
from edtui.desk.naming import name_guard
from edtui.desk.session import Desk
from edtui.errors import NotFound
from edtui.exchange.readers import read_word
from edtui.locale import _, dates, say, spoken
from edtui.records.case import Case
from edtui.records.case_note import SIDES, Sight
from edtui.records.folding import fold

_LISTS = {
    "theme": ("themes", "themes"),
    "involuntary": ("involuntary", "themes"),
    "involved": ("involved", "involved_roles"),
}
"""Option to the field and its vocabulary."""

_CODES = {"nature": ("nature", "natures"), "sector": ("sector", "sectors"),
          "asker": ("asker", "askers"), "route": ("route", "contact_routes")}  # fmt: skip


def list_cases(desk: Desk, given: argparse.Namespace) -> None:
    """Print the cases: open ones, or all, narrowed as asked."""
    values = Values(desk, given)
    status = values.code("status", "case_statuses")
    chosen = {field: values.code(option, name) for option, (field, name) in _CODES.items()}
    theme = values.code("theme", "themes")
    rows = [
        case
        for case in desk.all(Case)
        if (given.all or status or case.is_open)
        and (not status or case.status == status)
        and all(not code or getattr(case, field) == code for field, code in chosen.items())
        and (not theme or theme in case.themes)
    ]
    rows.sort(key=lambda case: (not case.is_open, -case.since.toordinal(), -case.id))
    if given.json:
        print_json(rows)
        return
    today = desk.clock.today()
    headers = (_("No."), _("Case"), _("Status"), _("About"), _("Since"), _("Comes back"))
    print_table(
        headers,
        [
            (
                str(case.id),
                case.handle,
                values.words["case_statuses"].label(case.status.value, spoken()),
                case.summary,
                dates.full_day(case.since),
                dates.relative(case.comes_back_on, today) if case.comes_back_on else "",
            )
            for case in rows
        ],
        right={0},
    )


def show(desk: Desk, given: argparse.Namespace) -> None:
    """Print one case with its notes, by their heads or in full, and its action points."""
    case = asked_case(desk, given.case)
    desk.log.read(Case.table, case.id)
    notes = case_notes.notes_of(desk, case.id)
    if given.notes:
        notes = [case_notes.open_note(desk, note.id) for note in notes]
    to_do = actions.of_case(desk, case.id)
    if given.json:
        hidden = {} if given.notes else dict.fromkeys((*SIDES, "corrections"))
        told = [{k: v for k, v in json_of(note).items() if k not in hidden} for note in notes]
        whole = {**json_of(case), "notes": told, "actions": [json_of(one) for one in to_do]}
        print_json([whole])
        return
    for line in case_lines(desk, case, notes, to_do):
        print(line)
    if given.notes:
        for note in notes:
            print()
            for line in note_lines(desk, note):
                print(line)


def add(desk: Desk, given: argparse.Namespace) -> None:
    """Begin a case."""
    fields = _fields(Values(desk, given))
    hint(desk, fields["summary"], fields.get("next_step", ""))
    try:
        _answer(cases.add_case(desk, **fields), given)
    except ValidationError as error:
        raise refused(error) from None


def edit(desk: Desk, given: argparse.Namespace) -> None:
    """Change the fields that were given."""
    case = asked_case(desk, given.case)
    values = Values(desk, given)
    fields = _fields(values)
    if values.has("status"):
        fields["status"] = values.code("status", "case_statuses")
    if not fields:
        raise Usage(_("Nothing was said to change."), _("See edtui cases edit --help."))
    if "involuntary" in fields and "themes" not in fields:
        fields["themes"] = tuple(dict.fromkeys((*case.themes, *fields["involuntary"])))
    hint(desk, fields.get("summary", ""), fields.get("next_step", ""))
    try:
        _answer(cases.save_case(desk, case.with_(**fields)), given)
    except ValidationError as error:
        raise refused(error) from None


def _fields(values: Values) -> dict[str, Any]:
    """Give the fields of a case that were given."""
    fields: dict[str, Any] = {}
    for option, field in (("summary", "summary"), ("next", "next_step")):
        if values.has(option):
            fields[field] = values.text(option)
    for option, (field, vocabulary) in _CODES.items():
        if values.has(option):
            fields[field] = values.code(option, vocabulary)
    for option, (field, vocabulary) in _LISTS.items():
        if values.has(option):
            fields[field] = _codes(values, option, vocabulary)
    if "themes" in fields or ("involuntary" in fields and "case" not in values.given):
        # A theme that is involuntary is a theme.
        both = (*fields.get("themes", ()), *fields.get("involuntary", ()))
        fields["themes"] = tuple(dict.fromkeys(both))
    if values.has("comes_back"):
        fields["comes_back_on"] = values.day("comes_back", "future")
    if values.has("since"):
        fields["since"] = values.day("since", "past")
    return fields


def note(desk: Desk, given: argparse.Namespace) -> None:
    """Write a note on a case."""
    values = Values(desk, given)
    case = asked_case(desk, given.case)
    texts = {field: values.given.get("open" if field == "still_open" else field) for field in SIDES}
    told = {field: _text(text) for field, text in texts.items() if text}
    question = values.text("question")
    hint(desk, question, *told.values())
    new = case_notes.new_note(desk, case.id)
    try:
        written = new.with_(
            **told,
            question=question,
            on=values.day("on", "past") or new.on,
            sight=Sight(given.sight),
            for_meeting=given.for_meeting,
        )
    except ValidationError as error:
        raise refused(error) from None
    saved = case_notes.save_note(desk, written)
    if given.final:
        saved = case_notes.finalise(desk, saved.id)
    if given.json:
        print_json([saved])
        return
    for line in note_lines(desk, saved)[:2]:
        print(line)


def close(desk: Desk, given: argparse.Namespace) -> None:
    """Close a case with how it ended."""
    values = Values(desk, given)
    case = asked_case(desk, given.case)
    outcome = values.code("outcome", "outcomes")
    undertaken = _codes(values, "undertaken", "case_steps") or None
    words = values.text("words")
    hint(desk, words)
    try:
        _answer(cases.close_case(desk, case.id, outcome, words, undertaken), given)
    except ValidationError as error:
        raise refused(error) from None


def asked_case(desk: Desk, text: str) -> Case:
    """Give a case by its number, or by its colour and animal.

    Raises:
        NotFound: there is none.
    """
    if text.isdecimal():
        return desk.get(Case, int(text))
    wanted = fold(text)
    found = [case for case in desk.all(Case) if fold(case.handle) == wanted]
    if not found:
        raise NotFound(what=tables.noun(Case.table), number=text)
    # Of two with one handle the open one is meant.
    return min(found, key=lambda case: (not case.is_open, -case.id))


def _codes(values: Values, option: str, vocabulary: str) -> tuple[str, ...]:
    found = []
    for word in values.given.get(option) or ():
        found.append(values.tried(option, lambda word=word: read_word(
            word, values.words[vocabulary], spoken())))  # fmt: skip
    return tuple(dict.fromkeys(found))


def _text(text: str) -> str:
    return sys.stdin.read() if text == "-" else text


def hint(desk: Desk, *texts: str) -> None:
    """Say it where a text could name somebody; it never stops anybody."""
    handles = [case.handle for case in cases.open_cases(desk)]
    guard = name_guard(desk, handles=handles)
    for text in texts:
        if text and (found := guard.summary(text)) is not None:
            print(say(found), file=sys.stderr)


def _answer(case: Case, given: argparse.Namespace) -> None:
    if given.json:
        print_json([case])
    else:
        print(f"{case.id}  {plain(case.handle)}")
