"""A day's work with keys: add, change, give roles, tick, end, take back, do again."""

from datetime import date

import pytest

from edtui import locale
from edtui.desk import drafts
from edtui.errors import Sentence
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment

from .team import fill


@pytest.fixture(autouse=True)
def in_english():
    locale.speak("en")


def person(desk, number=1):
    return desk.get(Person, number)


async def test_somebody_is_added_taken_back_and_there_again(at_people, memory_desk):
    async with at_people() as at:
        await at.press("n")
        at.picture("person-new-80")
        await at.type("Aafje")
        await at.press("tab", "tab")
        await at.type("Berg")
        await at.press("tab", "tab")
        await at.type("0612345678")
        await at.press("ctrl+s")
        aafje = person(memory_desk)
        assert (aafje.first_names, aafje.surname, aafje.status) == ("Aafje", "Berg", "active")
        assert [(way.kind, way.value) for way in aafje.contacts] == [("mobile", "0612345678")]
        assert at.screen.number == 1
        assert "Aafje Berg" in at.text()
        await at.press("u")
        assert memory_desk.count(Person) == 0
        assert "n adds the first one" in at.text()
        await at.press("ctrl+r")
        assert "Aafje Berg" in at.text()


async def test_somebody_like_that_is_hinted_at_while_typing(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("n")
        await at.type("Rik")
        await at.press("tab", "tab")
        await at.type("Aalders")
        assert "Is this somebody who is here already? Rik Aalders (same name)" in at.text()


async def test_a_form_without_a_name_says_so_and_keeps_what_was_typed(at_people, memory_desk):
    async with at_people() as at:
        await at.press("n", "tab", "tab", "tab", "tab")
        await at.type("0612345678")
        await at.press("ctrl+s")
        assert "Give at least one name." in at.text()
        assert "0612345678" in at.text()


async def test_the_section_under_the_cursor_is_changed_in_a_short_form(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("j", "enter", "right", "right", "right", "G", "e")
        assert list(at.app.screen.sheet.fields) == ["notes"]
        await at.type("Komt graag.")
        await at.press("ctrl+s")
        assert person(memory_desk).notes == "Komt graag."
        assert "Komt graag." in at.text()


async def test_every_form_of_a_person_opens_saves_and_changes_nothing(at_people, memory_desk):
    from edtui.tui.screens.people.person_forms import FORMS

    fill(memory_desk)
    async with at_people() as at:
        await at.press("j")
        before = person(memory_desk).document()
        for name in FORMS:
            at.screen.edit(name)
            await at.settle()
            at.picture(f"form-{name}-80")
            await at.press("ctrl+s")
            assert at.screen.NAME == "People", name
        after = person(memory_desk).document()
        for kept in ("revision", "changed", "created", "changed_by"):
            before.pop(kept, None)
            after.pop(kept, None)
        assert after == before


async def test_a_role_is_added_and_ended_in_one_pass(at_people, memory_desk):
    people = fill(memory_desk)
    async with at_people() as at:
        await at.press("j", "r")
        at.picture("roles-80")
        assert "De Linde" in at.text()
        await at.press("n")
        await at.press(*["backspace"] * 12)
        await at.type("trainer")
        await at.press("enter", "ctrl+s")
        roles = [r for r in memory_desk.all(RoleAssignment) if r.person_id == people["Riet"].id]
        assert {role.role for role in roles} == {"peer_worker", "trainer"}
        await at.press("g", "b")
        await at.type("moving")
        at.picture("role-ending-80")
        await at.press("enter", "ctrl+s")
        ended = next(r for r in memory_desk.all(RoleAssignment) if r.end_reason == "moving")
        assert ended.end == date(2026, 11, 21)
        await at.press("escape")
        assert memory_desk.get(Person, people["Riet"].id).status == "active"


async def test_the_last_role_asks_whether_the_person_leaves_and_who_takes_over(
    at_people, memory_desk
):
    people = fill(memory_desk)
    async with at_people() as at:
        await at.press("j", "r", "b")
        form = at.app.screen
        assert "accompanies Marij Post" in at.text()
        await at.type("health")
        await at.press("enter")
        form.sheet.fields["person_leaves"].value = "yes"
        form.sheet.fields["matter_0"].choose(str(people["Rik"].id), "Rik Aalders")
        await at.press("ctrl+s", "escape")
        riet = memory_desk.get(Person, people["Riet"].id)
        assert (riet.status, riet.left_on) == ("left", date(2026, 11, 21))
        assert memory_desk.get(Person, people["Marij"].id).coach_id == people["Rik"].id
        assert "2 of 3" in at.text().splitlines()[0]
        await at.press("u")
        assert memory_desk.get(Person, people["Riet"].id).status == "active"


async def test_only_the_steps_that_may_follow_are_offered(at_people, memory_desk):
    people = fill(memory_desk)
    async with at_people() as at:
        await at.press("j", "s")
        text = at.text()
        at.picture("status-80")
        assert "Riet van Dam is active now" in text
        assert "interview" not in text
        await at.type("pause")
        await at.press("enter")
        assert memory_desk.get(Person, people["Riet"].id).status == "pause"


async def test_the_checklist_is_ticked_and_exempted(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("j", "c", "space")
        at.picture("checklist-80")
        entries = memory_desk.get(RoleAssignment, 1).checklist
        assert [(entry.done_on, entry.done_by) for entry in entries] == [
            (date(2026, 11, 21), "anna")
        ]
        await at.press("space")
        assert not memory_desk.get(RoleAssignment, 1).checklist[0].done_on
        await at.press("j", "x")
        await at.type("elsewhere")
        await at.press("enter", "tab")
        await at.type("+2w")
        await at.press("ctrl+s")
        entry = memory_desk.get(RoleAssignment, 1).checklist[-1]
        assert (entry.exempt_reason, entry.exempt_until) == ("done_elsewhere", date(2026, 12, 5))
        assert "done elsewhere" in at.text()


async def test_spoken_today_is_one_key(at_people, memory_desk):
    people = fill(memory_desk)
    async with at_people() as at:
        await at.press("j", "t")
        assert memory_desk.get(Person, people["Riet"].id).last_spoken_on == date(2026, 11, 21)
        assert "Spoken:  today" in at.text().replace("Spoken: today", "Spoken:  today")


async def test_removing_names_the_person_and_asks_first(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("j", "x")
        assert "Remove Riet van Dam from the roster" in at.text()
        await at.press("enter")
        assert memory_desk.count(Person) == 3
        await at.press("x", "right", "enter")
        assert memory_desk.count(Person) == 2


async def test_what_is_typed_survives_a_failed_save_and_is_kept_as_a_draft(
    at_people, memory_desk, monkeypatch
):
    async with at_people() as at:
        await at.press("n")
        await at.type("Aafje")

        def full(*_):
            raise OSError("no space left")

        with monkeypatch.context() as broken:
            broken.setattr("edtui.desk.act.stored.insert", full)
            await at.press("ctrl+s")
            assert "It is not saved" in at.text()
        assert "Aafje" in at.text()
        at.app.keep_drafts()
        assert drafts.offer(memory_desk, "person_new", "people").values["first_names"] == "Aafje"
        await at.press("ctrl+s")
        assert memory_desk.count(Person) == 1


async def test_a_vault_that_can_only_be_read_greys_the_keys_and_says_why(at_people, memory_desk):
    fill(memory_desk)
    memory_desk.vault.read_only = Sentence("This copy is an older one.")
    before = memory_desk.count(Person)
    async with at_people() as at:
        for key in ("n", "e", "r", "s", "c", "t", "x"):
            await at.press(key)
            assert at.screen.NAME == "People"
        assert "This copy is an older one." in at.text()
        await at.press("enter", "e", "enter", "escape", "o", "n", "e", "l", "enter", "enter")
        assert memory_desk.count(Person) == before


async def test_both_versions_are_shown_when_somebody_else_was_first(at_people, memory_desk):
    people = fill(memory_desk)
    async with at_people() as at:
        await at.press("j", "enter", "right", "right", "right", "G", "e")
        await at.type("van mij")
        from edtui.desk import roster

        other = memory_desk.get(Person, people["Riet"].id)
        roster.edit_person(memory_desk, other.with_(notes="van een ander"))
        await at.press("ctrl+s")
        assert "Somebody else changed this" in at.text()
        assert "van een ander" in at.text()
        await at.press("ctrl+s")
        assert memory_desk.get(Person, people["Riet"].id).notes in ("van mij", "van een ander")


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        (("people", 0, "person_new"), "A new person"),
        (("people", 1, "person_notes"), "Riet van Dam · notes"),
        (("roles", 0, "role_1"), "A role of Riet van Dam"),
        (("roles", 1, "role_ending"), "ending"),
        (("organisations", 0, "organisation_organisation"), "A new organisation"),
        (("locations", 0, "location_1"), "a new location"),
        (("vacancies", 0, "vacancy"), "A new vacancy"),
    ],
)
async def test_a_draft_chosen_elsewhere_opens_its_form(at_people, memory_desk, wanted, title):
    from edtui.tui.messages import RecordWanted

    table, number, form = wanted
    fill(memory_desk)
    drafts.keep(memory_desk, form, table, number, {})
    async with at_people() as at:
        at.app.post_message(RecordWanted(table, number, form))
        await at.see("There is still a draft")
        await at.press("enter")
        await at.see(title)
