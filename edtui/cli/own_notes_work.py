"""A confidant's own notes on the command line, and what was counted, once the desk is open."""

import argparse
import sys
from typing import Any

from pydantic import ValidationError

from edtui.cli.output import json_of, plain, print_json, print_table
from edtui.cli.people_change import ask
from edtui.cli.values import Values, refused
from edtui.desk import confidant_notes, counter_lines
from edtui.desk.counter_lines import LEAST, Cell
from edtui.desk.naming import name_guard
from edtui.desk.session import Desk
from edtui.exchange.readers import read_word
from edtui.locale import _, dates, ngettext, say, spoken
from edtui.locale.numbers import count, hours
from edtui.records.confidant_note import ConfidantNote, is_to_send, note_keep_until

_CODES = {
    "nature": "natures",
    "sector": "sectors",
    "route": "contact_routes",
}
_LISTS = {"theme": "themes", "involuntary": "themes", "undertaken": "case_steps"}


def list_notes(desk: Desk, given: argparse.Namespace) -> None:
    """Print the notes, without their texts."""
    found = confidant_notes.notes(desk)
    if given.json:
        print_json([{k: v for k, v in json_of(one).items() if k != "text"} for one in found])
        return
    natures = Values(desk, given).words["natures"]
    headers = (_("No."), _("Note"), _("Nature"), _("Since"), _("Kept until"), _("Counted"))
    rows = []
    for one in found:
        until = note_keep_until(one)
        rows.append(
            (
                str(one.id),
                one.handle,
                natures.label(one.nature, spoken()),
                dates.full_day(one.since),
                dates.full_day(until) if until else "",
                _("not yet") if is_to_send(one) else _("yes"),
            )
        )
    print_table(headers, rows, right={0})


def show(desk: Desk, given: argparse.Namespace) -> None:
    """Print one note with its text."""
    note = confidant_notes.open_note(desk, given.number)
    if given.json:
        print_json([note])
        return
    print(f"{note.id}  {plain(note.handle)}")
    if note.text:
        print()
        for line in note.text.splitlines():
            print(plain(line))


def add(desk: Desk, given: argparse.Namespace) -> None:
    """Begin a note."""
    values = Values(desk, given)
    fields: dict[str, Any] = {name: values.code(name, words) for name, words in _CODES.items()}
    lists = {name: _codes(values, name, words) for name, words in _LISTS.items()}
    # A theme that is involuntary is a theme.
    fields["themes"] = tuple(dict.fromkeys((*lists["theme"], *lists["involuntary"])))
    fields["involuntary"], fields["undertaken"] = lists["involuntary"], lists["undertaken"]
    fields["handle"], fields["cluster"] = values.text("handle"), values.text("cluster")
    fields["since"] = values.day("since", "past") or desk.clock.today()
    fields["minutes"] = given.minutes
    fields["text"] = sys.stdin.read() if given.text else ""
    _hint(desk, fields["handle"], fields["cluster"], fields["text"])
    try:
        note = ConfidantNote(**fields)
    except ValidationError as error:
        raise refused(error) from None
    _answer(confidant_notes.save_note(desk, note), given)


def write(desk: Desk, given: argparse.Namespace) -> None:
    """Write on in a note."""
    note = confidant_notes.open_note(desk, given.number)
    more = sys.stdin.read().strip()
    _hint(desk, more)
    text = "\n\n".join(part for part in (note.text, more) if part)
    try:
        changed = note.with_(text=text, minutes=note.minutes + given.minutes)
    except ValidationError as error:
        raise refused(error) from None
    _answer(confidant_notes.save_note(desk, changed), given)


def close(desk: Desk, given: argparse.Namespace) -> None:
    """Close a matter; its line is sent."""
    outcome = Values(desk, given).code("outcome", "outcomes")
    _answer(confidant_notes.close_note(desk, given.number, outcome), given)


def send(desk: Desk, _given: argparse.Namespace) -> None:
    """Send the lines of all that changed."""
    waiting = [one.id for one in confidant_notes.to_send(desk)]
    if not waiting:
        print(_("Everything was counted as it is now."))
        return
    sent = len(confidant_notes.send(desk, waiting))
    print(ngettext("One line was sent.", "{count} lines were sent.", sent).format(count=sent))


def erase(desk: Desk, given: argparse.Namespace) -> None:
    """Let the notes go whose time is over."""
    confidant_notes.notes(desk)  # says no to who is no confidant
    due = confidant_notes.due_notes(desk)
    for one in due:
        print(f"{one.number}  {plain(one.name)}  {dates.full_day(one.keep_until)}")
    if not due:
        print(_("No note is over its time."))
        return
    many = len(due)
    msgid = ngettext(
        "Let one note go, out of the file for good? What was counted of it stays.",
        "Let {count} notes go, out of the file for good? What was counted of them stays.",
        many,
    )
    ask(given, msgid.format(count=many))
    confidant_notes.erase_notes(desk, [one.number for one in due])
    gone = ngettext("One note is gone for good.", "{count} notes are gone for good.", many)
    print(gone.format(count=many))


def counts(desk: Desk, given: argparse.Namespace) -> None:
    """Print a year, or a quarter of it, in numbers; small ones are hidden."""
    known = counter_lines.years(desk)
    year = given.year or (known[0] if known else desk.clock.today().year)
    found = counter_lines.counts(desk, year, given.quarter)
    words = Values(desk, given).words
    rows = [(_("Matters"), "", _number(found.total))]
    if found.minutes:
        rows.append((_("Hours of work"), "", hours(found.minutes / 60)))
    for group in found.groups:
        for cell in group.cells:
            label = cell.code
            if group.vocabulary:
                label = words[group.vocabulary].label(cell.code, spoken())
            rows.append((_(group.title), label or _("not filled in"), _number(cell)))
    if given.json:
        print_json([{"what": what, "which": which, "count": many} for what, which, many in rows])
        return
    print_table((str(year), "", ""), rows, right={2})


def _number(cell: Cell) -> str:
    if cell.shown is not None:
        return count(cell.shown)
    return "–" if cell.beside else f"<{LEAST}"


def _answer(note: ConfidantNote, given: argparse.Namespace) -> None:
    if given.json:
        print_json([note])
    else:
        print(f"{note.id}  {plain(note.handle)}")


def _codes(values: Values, option: str, vocabulary: str) -> tuple[str, ...]:
    found = [
        values.tried(option, lambda word=word: read_word(word, values.words[vocabulary], spoken()))
        for word in values.given.get(option) or ()
    ]
    return tuple(dict.fromkeys(found))


def _hint(desk: Desk, *texts: str) -> None:
    """Say it where a text could name somebody; it never stops anybody."""
    guard = name_guard(desk)
    for text in texts:
        if text and (found := guard.summary(text)) is not None:
            print(say(found), file=sys.stderr)
