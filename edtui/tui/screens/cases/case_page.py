"""What the page of a case says: what it is about, its notes by their heads, its action points.

The texts of a note are not here: who reads one opens it, and that is logged.
"""

from collections.abc import Iterable
from datetime import date

from edtui.desk import actions
from edtui.desk.case_notes import notes_of
from edtui.desk.case_people import author_name
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.locale import _, dates, ngettext
from edtui.records.action_point import ActionPoint, is_late
from edtui.records.case import Advice, Case
from edtui.records.case_note import CaseNote, Sight, empty_sides, words_in
from edtui.tui.screens.cases.tools import CaseTools
from edtui.tui.screens.people.facts import DOT
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.summary import Lines

ITSELF, NOTES, ACTIONS = N_("Case"), N_("Notes"), N_("Action points")

EMPTY_SIDE = {
    "client": N_("the client's side is still empty"),
    "organisation": N_("the organisation's side is still empty"),
}
"""What is said of a note that tells half a story."""


def case_page(desk: Desk, case: Case, tools: CaseTools) -> Page:
    """Give the page of a case, with the notes that who is at the desk may see."""
    today = desk.clock.today()
    sections = [
        Section("itself", N_("About"), _about(case, tools), ITSELF, "case"),
        Section("themes", N_("Themes"), _themes(case, tools), ITSELF, "case"),
        Section("next", N_("Next step"), _next(case, tools, today), ITSELF, "next_step"),
    ]
    if not case.is_open:
        sections[2] = Section("outcome", N_("Outcome"), _outcome(case, tools), ITSELF, "outcome")
    for place, one in enumerate(case.advice):
        name = f"advice-{place}"
        sections.append(Section(name, N_("Advice"), _advice(one, tools), ITSELF, name))
    sections += note_sections(desk, case, tools)
    sections += _action_sections(desk, case, tools)
    return Page(case.id, case.handle, _after(case, tools), tuple(sections))


def case_summary(page: Page, tools: CaseTools) -> Lines:  # noqa: ARG001  as the other summaries
    """Give the lines below the list."""
    lines: list[list[tuple[str, str]]] = [[(page.title, "name"), (f"{DOT}{page.facts}", "")]]
    for name in ("itself", "next", "outcome"):
        section = page.section(name)
        if section is not None and section.facts:
            lines.append([(DOT.join(fact.text for fact in section.facts), "")])
    told = [one for one in page.sections if one.group == NOTES and one.facts]
    to_do = [one for one in page.sections if one.form.startswith("action-") and one.facts]
    counts = [
        ngettext("{count} note", "{count} notes", len(told)).format(count=len(told)),
        ngettext("{count} action point", "{count} action points", len(to_do)).format(
            count=len(to_do)
        ),
    ]
    looks = [f.text for one in told[:1] for f in one.facts if f.tone == "attention"]
    lines.append([(DOT.join(counts), "quiet"), *((f"{DOT}{text}", "attention") for text in looks)])
    return lines


def note_sections(desk: Desk, case: Case, tools: CaseTools) -> list[Section]:
    """Give a section a note, or one that invites to write the first."""
    found = []
    for note in notes_of(desk, case.id):
        name = f"note-{note.id}"
        facts = note_head(desk, note, tools)
        found.append(Section(name, dates.short_day(note.on), facts, NOTES, name))
    return found or [Section("no-note", N_("Note"), (), NOTES, "note-new")]


def note_head(desk: Desk, note: CaseNote, tools: CaseTools) -> list[Fact]:
    """Say of a note what can be said without reading it."""
    words = tools.words
    author = tools.hide(author_name(desk, note.author))
    count = words_in(note)
    said = [
        author,
        words.label("note_statuses", note.status.value),
        words.label("note_sights", note.sight.value) if note.sight is not Sight.DESK else "",
        ngettext("{count} word", "{count} words", count).format(count=count),
    ]
    facts = [Fact(DOT.join(one for one in said if one), "quiet")]
    if note.question:
        facts.insert(0, Fact(tools.said(note.question)))
    facts += [Fact(_(EMPTY_SIDE[side]), "attention") for side in empty_sides(note)]
    if note.for_meeting:
        facts.append(Fact(_("for the next meeting")))
    if note.corrections:
        times = len(note.corrections)
        told = ngettext("corrected once", "corrected {count} times", times)
        facts.append(Fact(told.format(count=times), "quiet"))
    return facts


def action_facts(desk: Desk, action: ActionPoint, tools: CaseTools) -> list[Fact]:
    """Say what an action point is, who does it, and until when."""
    today = desk.clock.today()
    name = actions.who(desk, action)
    who = tools.hide(name) if name else _("nobody yet")
    facts = [Fact(tools.said(action.what), "" if action.is_open else "quiet")]
    facts.append(Fact(DOT.join(filter(None, (who, when_of(action, today)))),
                      "attention" if is_late(action, today) else "quiet"))  # fmt: skip
    if action.waiting_for:
        facts.append(Fact(_("waits for {what}").format(what=tools.said(action.waiting_for))))
    if action.dropped_why:
        facts.append(Fact(tools.said(action.dropped_why), "quiet"))
    if action.carried:
        count = len(action.carried)
        told = ngettext("carried over once", "carried over {count} times", count)
        facts.append(Fact(told.format(count=count), "quiet"))
    return facts


def when_of(action: ActionPoint, today: date) -> str:
    """Say by when an action is to be done, or when it was."""
    if action.closed_on is not None:
        return dates.day(action.closed_on)
    if action.opens and action.due:
        return dates.period(action.opens, action.due)
    if action.due:
        near = dates.relative(action.due, today)
        return _("before {day}, {near}").format(day=dates.day(action.due), near=near)
    return _("from {day}").format(day=dates.day(action.opens)) if action.opens else ""


def _action_sections(desk: Desk, case: Case, tools: CaseTools) -> Iterable[Section]:
    found = actions.of_case(desk, case.id)
    for one in found:
        name = f"action-{one.id}"
        title = N_("To do") if one.is_open else tools.words.label("action_statuses", one.status)
        yield Section(name, title, action_facts(desk, one, tools), ACTIONS, name)
    if not found:
        yield Section("no-action", N_("To do"), (), ACTIONS, "action-new")


def _about(case: Case, tools: CaseTools) -> list[Fact]:
    words = tools.words
    kind = (
        words.label("natures", case.nature),
        words.label("sectors", case.sector),
        words.label("contact_routes", case.route),
    )
    people = (
        words.label("askers", case.asker),
        words.labels("involved_roles", [one for one in case.involved if one != case.asker]),
    )
    lines = (tools.said(case.summary), DOT.join(filter(None, kind)), DOT.join(filter(None, people)))
    return [Fact(line) for line in lines if line]


def _themes(case: Case, tools: CaseTools) -> list[Fact]:
    free = [code for code in case.themes if code not in case.involuntary]
    facts = [Fact(tools.words.labels("themes", free))] if free else []
    if case.involuntary:
        forced = tools.words.labels("themes", case.involuntary)
        facts.append(Fact(_("involuntary: {themes}").format(themes=forced)))
    return facts


def _next(case: Case, tools: CaseTools, today: date) -> list[Fact]:
    facts = [Fact(tools.said(case.next_step))] if case.next_step else []
    if case.comes_back_on:
        back = case.comes_back_on
        text = _("comes back {day}, {near}").format(
            day=dates.day(back), near=dates.relative(back, today)
        )
        facts.append(Fact(text, "attention" if back < today else ""))
    return facts


def _outcome(case: Case, tools: CaseTools) -> list[Fact]:
    words = tools.words
    said = [words.label("outcomes", case.outcome), tools.said(case.outcome_words)]
    facts = [Fact(DOT.join(filter(None, said)))]
    if case.undertaken:
        facts.append(Fact(words.labels("case_steps", case.undertaken)))
    if case.keep_until:
        day = dates.full_day(case.keep_until)
        told = _("kept longer, until {day}: {why}").format(day=day, why=tools.said(case.keep_why))
        facts.append(Fact(told))
    return facts


def _advice(advice: Advice, tools: CaseTools) -> list[Fact]:
    helped = tools.words.label("helped", advice.helped) if advice.helped else _("did it help?")
    after = DOT.join((dates.day(advice.given_on), helped))
    return [Fact(tools.said(advice.what)), Fact(after, "quiet" if advice.helped else "")]


def _after(case: Case, tools: CaseTools) -> str:
    status = tools.words.label("case_statuses", case.status.value)
    if case.closed_on:
        return f"{status} {dates.full_day(case.closed_on)}"
    return _("{status}, since {day}").format(status=status, day=dates.full_day(case.since))
