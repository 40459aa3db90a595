"""What the page of a vacancy says: what is looked for, and who applied."""

from collections.abc import Iterable, Sequence

from edtui.desk.applications import applicant_name, applications_to
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.locale import _, dates, ngettext
from edtui.records.organisation import Location
from edtui.records.retention import application_keep_until
from edtui.records.vacancy import Application, Interview, Vacancy
from edtui.tui.screens.people.facts import DOT, contact_way, hours_a_week, name_of
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.summary import Lines
from edtui.tui.screens.people.tools import Tools

ITSELF, APPLIED = N_("Vacancy"), N_("Who applied")


def vacancy_page(desk: Desk, vacancy: Vacancy, tools: Tools, *, curtain: bool = False) -> Page:
    """Give the page of a vacancy; with the curtain drawn, without ways to reach anybody."""
    sections = [
        Section("itself", N_("What"), _what(desk, vacancy, tools), ITSELF, "vacancy"),
        Section("text", N_("Text"), _some(vacancy.text), ITSELF, "vacancy"),
        Section("notes", N_("Notes"), _some(vacancy.notes), ITSELF, "vacancy"),
    ]
    applications = applications_to(desk, vacancy.id)
    for one in applications:
        name = f"application-{one.id}"
        facts = application_facts(desk, one, tools, curtain=curtain)
        sections.append(Section(name, N_("Applicant"), facts, APPLIED, name))
    if not applications:
        sections.append(Section("none", N_("Applicant"), (), APPLIED, "application-new"))
    return Page(vacancy.id, vacancy.title, _after(vacancy, applications, tools), tuple(sections))


def vacancy_summary(desk: Desk, page: Page, tools: Tools) -> Lines:
    """Give the four lines below the list."""
    what = page.section("itself")
    said = DOT.join(fact.text for fact in what.facts) if what else ""
    lines = [[(page.title, "name"), (f" · {page.facts}", "")], [(said, "")]]
    for one in applications_to(desk, page.number)[:2]:
        name = tools.hide(applicant_name(desk, one))
        stage = tools.words.label("application_stages", one.stage)
        lines.append([(f"{name} · {stage}", "")])
    return lines


def application_facts(
    desk: Desk, application: Application, tools: Tools, *, curtain: bool
) -> list[Fact]:
    """Give what is known of one application."""
    words = tools.words
    stage = words.label("application_stages", application.stage)
    day = application.decided_on or application.applied_on
    head = (tools.hide(applicant_name(desk, application)), stage,
            dates.short_day(day) if day else "")  # fmt: skip
    facts = [Fact(_joined(head))]
    if not curtain:
        facts += [contact_way(way, words) for way in application.contacts]
    facts += [Fact(_talk(talk, tools), "quiet") for talk in application.interviews]
    why = _joined((words.label("application_reasons", application.reason),
                   application.reason_words))  # fmt: skip
    if why:
        facts.append(Fact(why, "quiet"))
    until = application_keep_until(application)
    if until is not None:
        over = until < desk.clock.today()
        said = _("kept until {day}").format(day=dates.short_day(until))
        facts.append(Fact(said, "attention" if over else "quiet"))
    if application.introduced_on:
        said = _("introduced on {day}").format(day=dates.short_day(application.introduced_on))
        facts.append(Fact(said, "quiet"))
    if application.notes and not curtain:
        facts.append(Fact(application.notes, "quiet"))
    return facts


def _talk(talk: Interview, tools: Tools) -> str:
    when = dates.short_day(talk.on) if talk.on else ""
    at = dates.time(talk.at) if talk.at else ""
    names = ", ".join(tools.hide(name) for name in talk.interviewers)
    return _joined((_("interview"), " ".join(filter(None, (when, at))), names, talk.note))


def _what(desk: Desk, vacancy: Vacancy, tools: Tools) -> list[Fact]:
    words = tools.words
    places = [tools.organisation_name(vacancy.organisation_id or 0)]
    places += [name_of(desk, Location, number) for number in vacancy.location_ids]
    wanted = ngettext("{count} person", "{count} people", vacancy.wanted)
    first = (words.label("roles", vacancy.role), _joined(places),
             wanted.format(count=vacancy.wanted), hours_a_week(vacancy.hours_a_week))  # fmt: skip
    known = words.labels("channels", vacancy.channels)
    second = (dates.period(vacancy.opened_on, vacancy.closes_on), known)
    return [Fact(line) for line in map(_joined, (first, second)) if line]


def _after(vacancy: Vacancy, applications: Sequence[Application], tools: Tools) -> str:
    status = tools.words.label("vacancy_statuses", vacancy.status)
    count = len(applications)
    said = ngettext("{count} applicant", "{count} applicants", count).format(count=count)
    return _joined((status, said if count else _("nobody applied yet")))


def _some(text: str) -> list[Fact]:
    return [Fact(text)] if text else []


def _joined(texts: Iterable[str]) -> str:
    return DOT.join(text for text in texts if text)
