"""The roster: what is seen, filtered and opened with keys."""

import pytest

from edtui import locale

from .team import fill


@pytest.fixture(autouse=True)
def in_english():
    locale.speak("en")


async def test_an_empty_roster_names_the_keys_that_fill_it(at_people):
    async with at_people() as at:
        assert "n adds the first one" in at.text()
        assert "i takes in a list" in at.text()


async def test_the_person_under_the_cursor_is_read_below(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("j")
        text = at.text()
        at.picture("people-80")
        assert "3.5 / 4" in text
        assert "Tue Wed" in text
        assert "Riet van Dam · since 4 Mar 2024" in text


async def test_at_120_columns_the_whole_page_stands_beside_the_list(at_people, memory_desk):
    fill(memory_desk)
    async with at_people((120, 40)) as at:
        await at.press("j")
        text = at.text()
        at.picture("people-120")
        for title in ("Roles", "Contact", "Would like", "Limits", "VOG", "Contract", "Notes"):
            assert title in text
        await at.press("enter", "j", "j")
        assert at.screen.beside.has_focus
        await at.press("escape")
        assert at.screen.table.has_focus


async def test_typing_filters_and_escape_shows_everybody_again(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("slash")
        await at.type("ri")
        text = at.text()
        assert "2 of 3, esc clears" in text
        assert "Marij" not in text
        await at.type("xyz")
        assert "Nothing with 'rixyz', esc clears the filter." in at.text()
        await at.press("escape")
        assert "Marij Post" in at.text()
        assert at.screen.table.has_focus


async def test_letters_typed_in_the_filter_are_no_commands(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("slash", "n", "e", "x", "u", "q", "1")
        assert at.screen.filter_line.text == "nexuq1"


async def test_the_cursor_stays_on_its_person_when_others_change(at_people, memory_desk):
    people = fill(memory_desk)
    async with at_people() as at:
        await at.press("j")
        assert at.screen.number == people["Riet"].id
        from edtui.desk import roster
        from edtui.records.person import Person

        roster.add_person(memory_desk, Person(first_names="Aafje", surname="Aa"))
        roster.remove_person(memory_desk, people["Rik"].id)
        await at.settle()
        assert at.screen.number == people["Riet"].id
        assert "Aafje" in at.text()
        assert "Rik" not in at.text()


async def test_enter_opens_the_page_with_tabs_and_back_keeps_the_place(at_people, memory_desk):
    people = fill(memory_desk)
    async with at_people() as at:
        await at.press("j", "enter")
        at.picture("person-80-now")
        assert "Now   Work   Skills   Agreed" in at.text()
        assert "06 12345678" in at.text()
        await at.press("right")
        at.picture("person-80-work")
        assert "no evenings" in at.text()
        await at.press("right")
        assert "VOG" in at.text()
        await at.press("right_square_bracket")
        assert "Marij Post" in at.text().splitlines()[0]
        await at.press("escape")
        assert at.screen.number == people["Marij"].id


async def test_the_curtain_hides_names_and_what_leads_to_them(at_people, memory_desk):
    fill(memory_desk)
    for size in ((80, 24), (120, 40)):
        async with at_people(size) as at:
            await at.press("f9", "j", "enter")
            text = at.text()
            assert "R.v.D." in text
            for hidden in ("Riet", "06 12345678", "Hendrika"):
                assert hidden not in text


async def test_a_mark_says_on_the_page_why(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("G", "enter")
        assert "Marij" in at.text().splitlines()[0]
        assert "Look at" in at.text()
        assert "VOG" in at.text()


async def test_filters_ready_and_saved(at_people, memory_desk):
    fill(memory_desk)
    async with at_people() as at:
        await at.press("f", "n")
        await at.type("tri")
        assert "ctrl+s show" in at.key_line(), "nothing is saved"
        await at.press("enter", "ctrl+s")
        assert "trial · 1 of 3" in at.text().splitlines()[0]
        await at.press("f", "s")
        for _ in range(8):
            await at.press("tab")
        assert "ctrl+s save" in at.key_line()
        await at.type("Op proef")
        await at.press("ctrl+s")
        assert "Op proef · 1 of 3" in at.text().splitlines()[0]
        await at.press("escape")
        assert "not left · 3" in at.text().splitlines()[0]
        await at.press("f", "G", "enter")
        assert "Op proef" in at.text().splitlines()[0]
