"""What the page of an organisation says: itself, who to speak to, its locations, our people."""

from collections.abc import Iterable, Sequence

from edtui.desk.organisations import locations_of, parts_of
from edtui.desk.session import Desk
from edtui.errors import N_
from edtui.locale import _, ngettext
from edtui.records.contact import ContactPerson
from edtui.records.organisation import Location, Organisation, visiting_norm
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.tui.screens.people.facts import DOT, contact_way, name_of
from edtui.tui.screens.people.page import Fact, Page, Section
from edtui.tui.screens.people.summary import Lines
from edtui.tui.screens.people.tools import Tools
from edtui.tui.screens.people.words import Words

ITSELF, PLACES = N_("Organisation"), N_("Locations")


def organisation_page(desk: Desk, organisation: Organisation, tools: Tools) -> Page:
    """Give the page of an organisation."""
    words = tools.words
    locations = locations_of(desk, organisation.id)
    sections = [
        Section("itself", N_("What"), _what(desk, organisation, words), ITSELF, "organisation"),
        Section("contacts", N_("Contact"),
                [contact_way(way, words) for way in organisation.contacts], ITSELF, "contacts"),
        Section("people", N_("Speak to"), _people(organisation.contact_people, words, tools),
                ITSELF, "contact_people"),
        Section("ours", N_("Our people"), _ours(desk, organisation, tools), ITSELF),
        Section("notes", N_("Notes"), _some(organisation.notes), ITSELF, "organisation"),
    ]  # fmt: skip
    for location in locations:
        facts = location_facts(location, words)
        name = f"location-{location.id}"
        sections.append(Section(name, N_("Location"), facts, PLACES, name))
    if not locations:
        sections.append(Section("locations", N_("Location"), (), PLACES, "location-new"))
    return Page(organisation.id, organisation.name, _after(organisation, locations, words),
                tuple(sections))  # fmt: skip


def organisation_summary(page: Page) -> Lines:
    """Give the four lines below the list."""
    first = [[(page.title, "name"), (f" · {page.facts}" if page.facts else "", "")]]
    for name in ("contacts", "people", "ours"):
        section = page.section(name)
        if section is not None:
            said = DOT.join(f"{fact.lead} {fact.text}".strip() for fact in section.facts) or "–"
            first.append([(f"{_(section.title)}: ", "quiet"), (said, "")])
    return first


def location_facts(location: Location, words: Words) -> list[Fact]:
    """Give what is known of a location."""
    norm = visiting_norm(location, words.held["location_kinds"])
    told = [words.label("location_kinds", location.kind), *location.address_lines]
    visit = [
        _("travel cluster {name}").format(name=location.travel_cluster)
        if location.travel_cluster else "",
        ngettext("{count} visit a year", "{count} visits a year", norm).format(count=norm)
        if norm is not None else "",
        words.label("weekdays", location.best_day),
        location.best_time,
        location.access_contact,
        words.label("council_levels", location.council_level),
    ]  # fmt: skip
    name = location.name if location.active else location.name + DOT + _("not active")
    facts = [Fact(name, "" if location.active else "quiet")]
    facts += [Fact(line, "quiet") for line in map(_joined, (told, visit)) if line]
    if location.not_alone:
        facts.append(Fact(_("not alone: go there with two"), "attention"))
    return facts + _some(location.notes)


def _what(desk: Desk, organisation: Organisation, words: Words) -> list[Fact]:
    kind = words.label("organisation_kinds", organisation.kind)
    parent = name_of(desk, Organisation, organisation.parent_id)
    part = _("part of {name}").format(name=parent) if parent else ""
    levels = words.labels("council_levels", organisation.council_levels)
    council = _("client council: {levels}").format(levels=levels) if levels else ""
    groups = words.labels("target_groups", organisation.target_groups)
    of = ", ".join(one.name for one in parts_of(desk, organisation.id))
    parts = _("its parts: {names}").format(names=of) if of else ""
    return [Fact(line) for line in (_joined((kind, part)), groups, council, parts) if line]


def _people(people: Iterable[ContactPerson], words: Words, tools: Tools) -> list[Fact]:
    found = []
    for person in people:
        ways = [contact_way(way, words).text for way in person.contacts]
        said = (tools.hide(person.name), person.function, *ways, person.note)
        found.append(Fact(_joined(said)))
    return found


def _ours(desk: Desk, organisation: Organisation, tools: Tools) -> list[Fact]:
    today = desk.clock.today()
    running = [
        role
        for role in desk.having(RoleAssignment, "organisation_id", organisation.id)
        if role.holds_on(today)
    ]
    return [
        Fact(_joined((tools.hide(name_of(desk, Person, role.person_id)),
                      tools.words.label("roles", role.role))))
        for role in running
    ]  # fmt: skip


def _after(organisation: Organisation, locations: Sequence[Location], words: Words) -> str:
    count = len(locations)
    places = ngettext("{count} location", "{count} locations", count).format(count=count)
    state = "" if organisation.active else _("not active")
    kind = words.label("organisation_kinds", organisation.kind)
    return _joined((state, kind, places if count else ""))


def _some(text: str) -> list[Fact]:
    return [Fact(text)] if text else []


def _joined(texts: Iterable[str]) -> str:
    return DOT.join(text for text in texts if text)
