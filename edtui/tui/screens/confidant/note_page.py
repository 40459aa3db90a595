"""What the page of an own note says: the text, what is counted of it, until when it is kept."""

from datetime import date

from edtui.errors import N_
from edtui.locale import _, dates, ngettext
from edtui.locale.numbers import count
from edtui.records.confidant_note import (
    ConfidantNote,
    Counted,
    counted_of,
    is_to_send,
    note_keep_until,
)
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.summary import Lines
from edtui.tui.screens.people.tools import Tools

NOTE, COUNT = N_("Note"), N_("What is counted")


def note_page(note: ConfidantNote, tools: Tools, today: date) -> Page:
    """Give the page of a note; its text is not for whoever looks along."""
    text = [Fact(line) for line in note.text.splitlines() if line.strip()]
    if text and getattr(tools.app, "curtain", False):
        text = [Fact(_("hidden while the curtain is drawn"), "quiet")]
    sections = (
        Section("text", N_("Your notes"), text, NOTE, "write"),
        Section("kept", N_("Kept"), [_kept(note, today)], NOTE, "edit"),
        Section("counted", N_("Counted"), _counted(counted_of(note), tools), COUNT, "edit"),
        Section("sent", N_("Sent"), [_sent(note)], COUNT, "edit"),
    )
    return Page(note.id, note.handle, _after(note, tools), sections)


def note_summary(page: Page) -> Lines:
    """Give the lines below the list."""
    lines: list[list[tuple[str, str]]] = [
        [(page.title, "name"), (f" · {page.facts}" if page.facts else "", "")]
    ]
    for name in ("text", "counted", "kept"):
        section = page.section(name)
        if section is not None:
            said = DOT.join(fact.text for fact in section.facts) or "–"
            lines.append([(f"{_(section.title)}: ", "quiet"), (said, "")])
    return lines


def state(note: ConfidantNote, today: date) -> tuple[str, bool]:
    """Give in a few words what asks for a look, and whether it does."""
    until = note_keep_until(note)
    if until is not None and until < today:
        return _("its time is over"), True
    if until is not None and (until - today).days <= 14:
        return _("goes {when}").format(when=dates.relative(until, today)), True
    if not note.is_open and is_to_send(note):
        return _("not counted as it is now"), True
    return "", False


def _after(note: ConfidantNote, tools: Tools) -> str:
    since = _("since {day}").format(day=dates.full_day(note.since))
    ended = ""
    if note.closed_on is not None:
        ended = _("closed {day}").format(day=dates.full_day(note.closed_on))
    nature = tools.words.label("natures", note.nature)
    return DOT.join(part for part in (nature, since, ended) if part)


def _kept(note: ConfidantNote, today: date) -> Fact:
    until = note_keep_until(note)
    if until is None:
        return Fact(_("as long as it goes on; three months after you close it, it goes"), "quiet")
    said = _("until {day}, then it goes out of the file").format(day=dates.echo(until, today))
    why = f" · {note.keep_why}" if note.keep_until and note.keep_why else ""
    return Fact(said + why, "attention" if state(note, today)[1] else "")


def _counted(counted: Counted, tools: Tools) -> list[Fact]:
    label, labels = tools.words.label, tools.words.labels
    minutes = ngettext("one minute", "{count} minutes", counted.minutes)
    told = (
        (N_("month"), counted.month),
        (N_("where"), counted.cluster),
        (N_("nature"), label("natures", counted.nature)),
        (N_("themes"), labels("themes", counted.themes)),
        (N_("involuntary"), labels("themes", counted.involuntary)),
        (N_("sector"), label("sectors", counted.sector)),
        (N_("came through"), label("contact_routes", counted.route)),
        (N_("done"), labels("case_steps", counted.undertaken)),
        (N_("ended"), label("outcomes", counted.outcome)),
        (N_("work"), minutes.format(count=count(counted.minutes)) if counted.minutes else ""),
    )
    return [Fact(text, lead=_(lead)) for lead, text in told if text]


def _sent(note: ConfidantNote) -> Fact:
    if note.sent_on is None:
        return Fact(_("not yet; closing sends it, or the key to count"), "quiet")
    day = dates.full_day(note.sent_on)
    if is_to_send(note):
        return Fact(_("{day}, and it changed since").format(day=day), "attention")
    return Fact(day)
