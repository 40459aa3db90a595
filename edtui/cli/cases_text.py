"""A case and a note as lines of text, for a terminal and for who listens to it."""

from collections.abc import Sequence

from edtui.cli.output import plain
from edtui.desk import actions
from edtui.desk.case_people import author_name
from edtui.desk.session import Desk
from edtui.desk.vocabularies import vocabularies
from edtui.locale import _, dates, spoken
from edtui.records.action_point import ActionPoint, is_late
from edtui.records.case import Case
from edtui.records.case_note import SIDES, CaseNote, empty_sides, sides_of
from edtui.records.vocabulary import Vocabulary

DOT = " · "


def case_lines(
    desk: Desk, case: Case, notes: Sequence[CaseNote], to_do: Sequence[ActionPoint]
) -> list[str]:
    """Give a case, its notes by their heads, and its action points."""
    words = vocabularies(desk)

    def label(vocabulary: str, *codes: str) -> str:
        return ", ".join(words[vocabulary].label(code, spoken()) for code in codes if code)

    lines = [_joined(case.handle, label("case_statuses", case.status.value), case.summary)]
    told = (
        (_("Nature"), label("natures", case.nature)),
        (_("Sector"), label("sectors", case.sector)),
        (_("Themes"), label("themes", *case.themes)),
        (_("Involuntary"), label("themes", *case.involuntary)),
        (_("Asked by"), label("askers", case.asker)),
        (_("Came through"), label("contact_routes", case.route)),
        (_("Involved"), label("involved_roles", *case.involved)),
        (_("Since"), dates.full_day(case.since)),
        (_("Next step"), case.next_step),
        (_("Comes back"), dates.full_day(case.comes_back_on) if case.comes_back_on else ""),
        (_("Outcome"), _joined(label("outcomes", case.outcome), case.outcome_words)),
        (_("What was done"), label("case_steps", *case.undertaken)),
    )
    lines += [f"{name}: {plain(text)}" for name, text in told if text]
    for one in case.advice:
        helped = label("helped", one.helped) or _("did it help?")
        lines.append(f"{_('Advice')}: {_joined(one.what, dates.full_day(one.given_on), helped)}")
    lines += [f"{_('Note')} {note.id}: {_head(desk, note, words)}" for note in notes]
    lines += [f"{_('Action')} {one.id}: {action_line(desk, one)}" for one in to_do]
    return lines


def action_line(desk: Desk, action: ActionPoint) -> str:
    """Give an action point on one line."""
    today = desk.clock.today()
    when = ""
    if action.closed_on is not None:
        when = dates.full_day(action.closed_on)
    elif action.due is not None:
        when = _("before {day}, {near}").format(
            day=dates.day(action.due), near=dates.relative(action.due, today)
        )
    late = _("late") if is_late(action, today) else ""
    return _joined(action.what, actions.who(desk, action), when, late, action.dropped_why)


def note_lines(desk: Desk, note: CaseNote) -> list[str]:
    """Give a note in full: both sides, empty ones by name, and its corrections."""
    lines = [f"{_('Note')} {note.id}: {_head(desk, note, vocabularies(desk))}"]
    texts, empty = sides_of(note), empty_sides(note)
    for field, text in texts.items():
        if text or field in empty:
            lines += ["", _(SIDES[field])]
            lines += [plain(line) for line in text.split("\n")] if text else [_("still empty")]
    for one in note.corrections:
        who = author_name(desk, one.by)
        lines += ["", _joined(_("Corrected as"), dates.moment(one.moment), who, one.why)]
        for field, text in one.before.items():
            side = _(SIDES.get(field, "Question"))
            lines.append(_("{side}, before:").format(side=side) + f" {plain(text)}")
    return lines


def _head(desk: Desk, note: CaseNote, words: dict[str, Vocabulary]) -> str:
    status = words["note_statuses"].label(note.status.value, spoken())
    meeting = _("for the next meeting") if note.for_meeting else ""
    empty = [_("still empty") + f": {_(SIDES[field])}" for field in empty_sides(note)]
    day, author = dates.full_day(note.on), author_name(desk, note.author)
    return _joined(day, note.question, author, status, meeting, *empty)


def _joined(*texts: str) -> str:
    return plain(DOT.join(text for text in texts if text))
