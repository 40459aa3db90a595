"""Names that are not names, every key, 100,000 people, small windows."""

import pytest

from edtui import locale
from edtui.desk import organisations, roster
from edtui.errors import Sentence
from edtui.records.contact import ContactPerson, ContactWay
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application, Vacancy
from edtui.tui.commands.registry import faults

HOSTILE = [
    "Ann [/b] [@click=app.quit]x[/] [see] $accent {name} %s",
    "A" * 80,
    "👩‍👩‍👧‍👦 👍🏽 שלום \u202eمرحبا 日本語 e\u0301\u0301\u0301",
]


@pytest.fixture(autouse=True)
def in_english():
    locale.speak("en")


def fill(desk, name):
    place = organisations.save_organisation(
        desk,
        Organisation(
            name=name, notes=name,
            contact_people=(ContactPerson(name=name, function=name),),
        ),
    )  # fmt: skip
    location = organisations.save_location(
        desk,
        Location(organisation_id=place.id, name=name, travel_cluster=name, address_lines=(name,)),
    )
    roster.add_person(
        desk,
        Person(first_names=name, surname=name, called=name, pronouns=name, notes=name,
               contacts=(ContactWay(value=name, note=name),), exclusions_words=name,
               wishes_words=name, excluded_organisation_ids=(place.id,)),
        RoleAssignment(person_id=1, organisation_id=place.id, location_ids=(location.id,)),
    )  # fmt: skip
    with desk.act(Sentence("test")) as act:
        vacancy = act.put(Vacancy(title=name, organisation_id=place.id, text=name))
        act.put(Application(vacancy_id=vacancy.id, applicant_name=name, notes=name))


@pytest.mark.parametrize("name", HOSTILE)
async def test_any_name_goes_through_every_view(at_people, memory_desk, name):
    fill(memory_desk, name)
    async with at_people((80, 24)) as at:
        await at.press("enter", "right", "right", "right", "e", "escape", "escape")
        await at.press("s", "escape", "r", "e", "escape", "b", "escape", "escape")
        await at.press("c", "x", "escape", "escape", "e", "escape", "x", "escape")
        await at.press("o", "enter", "e", "escape", "G", "e", "escape", "escape", "x", "escape")
        await at.press("v", "enter", "G", "i", "escape", "h", "escape", "escape", "escape")
        await at.press("slash")
        at.screen.filter_line.query_one("LineInput").value = name
        await at.settle()
        await at.press("escape", "t")
        assert at.app.is_running


VIEWS = [(), ("o",), ("v",), ("f",), ("i",), ("n",)]
KEYS = (
    "enter",
    "space",
    "tab",
    "delete",
    "ctrl+s",
    "f9",
    "right",
    "G",
    "[",
    "]",
    ">",
    *"nersfcovitxahwdlm/b",
)


@pytest.mark.parametrize(("size", "view"), [((80, 24), view) for view in VIEWS] + [((60, 20), ())])
async def test_every_key_on_every_view_of_an_empty_desk_breaks_nothing(at_people, size, view):
    async with at_people(size) as at:
        for key in KEYS:
            while len(at.app.screen_stack) > 1:
                at.app.pop_screen()
            await at.pilot.press(*view, key)
        await at.settle()
        assert at.app.is_running


async def test_no_two_keys_are_in_each_others_way():
    assert [fault for fault in faults() if fault.split(".")[0] in PLACES] == []


PLACES = {
    "people", "person", "page", "filter", "roles", "checklist", "filters", "organisations",
    "organisation", "vacancies", "vacancy", "import_file", "import_columns", "import_rows",
    "import_sides",
}  # fmt: skip


async def test_a_small_window_still_shows_the_list(at_people, memory_desk):
    fill(memory_desk, "Aafje")
    async with at_people((60, 20)) as at:
        at.picture("people-60")
        assert "Aafje" in at.text()
        await at.press("enter")
        at.picture("person-60")
        assert "Roles" in at.text()


async def test_a_hundred_thousand_people_are_listed_filtered_and_walked(at_people, memory_desk):
    people = [{"v": 1, "first_names": f"P{n:06}", "surname": "Berg"} for n in range(100_000)]
    memory_desk.vault.db.table("people").insert_multiple(people)
    async with at_people() as at:
        assert "100,000" in at.text().splitlines()[0]
        await at.press("G")
        assert "P099999" in at.text()
        await at.press("slash")
        await at.type("p0500")
        await at.see("100 of 100,000")  # it looks once the typing pauses
