"""From a vacancy to somebody who works here, with keys."""

import pytest

from edtui import locale
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vacancy import Application, Vacancy

from .team import fill


@pytest.fixture(autouse=True)
def in_english():
    locale.speak("en")


async def open_vacancy_with_applicant(at):
    await at.press("v", "n")
    await at.type("Peer worker for De Linde")
    await at.press("ctrl+s", "a")
    await at.type("Toos van der Plank")
    await at.press("ctrl+s")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_applicant_is_talked_with_hired_and_introduced(at_people, memory_desk, size):
    fill(memory_desk)
    async with at_people(size) as at:
        await open_vacancy_with_applicant(at)
        await at.press("enter", "G", "i")
        await at.type("+1d")
        await at.press("ctrl+s", "h", "ctrl+s")
        at.picture(f"vacancy-{size[0]}")
        toos = next(p for p in memory_desk.all(Person) if p.surname == "Plank")
        assert (toos.infix, toos.status) == ("van der", "trial")
        assert [r.role for r in memory_desk.all(RoleAssignment) if r.person_id == toos.id]
        assert next(memory_desk.all(Vacancy)).status == "filled"
        await at.press("G", "d", "ctrl+s")
        assert next(memory_desk.all(Application)).stage == "introduced"
        await at.press("u", "u")
        assert next(memory_desk.all(Application)).stage == "interview"


async def test_a_no_is_kept_four_weeks_and_says_until_when(at_people, memory_desk):
    async with at_people() as at:
        await open_vacancy_with_applicant(at)
        await at.press("enter", "G", "t")
        await at.type("better")
        await at.press("enter", "ctrl+s")
        assert next(memory_desk.all(Application)).stage == "rejected"
        assert "kept until 19 Dec 2026" in at.text()


async def test_a_step_that_does_not_follow_says_why(at_people, memory_desk):
    async with at_people() as at:
        await open_vacancy_with_applicant(at)
        await at.press("h")
        assert "put the cursor on an applicant" in at.text()
        await at.press("enter", "G", "d")
        assert "does not follow" in at.text()


async def test_nobody_is_noted_without_a_name(at_people, memory_desk):
    async with at_people() as at:
        await at.press("v", "n")
        await at.type("Somebody")
        await at.press("ctrl+s", "a", "ctrl+s")
        assert "Give a name" in at.text()
        assert memory_desk.count(Application) == 0
