"""Fields in which something is chosen: one of a few, one of many, several, a person."""

import pytest
from support.bare_app import type_fast
from support.fielded import LANGUAGES, ORIGINS, PEOPLE, person_field, starter, text

from edtui.errors import BadInput
from edtui.tui.widgets.fields import (
    ChoiceField,
    PickField,
    SeveralField,
    TextField,
    YesNoField,
    fixed,
)


@pytest.fixture
def shown(clock):
    return starter(clock)


async def test_a_choice_goes_round_with_arrows_and_letters(shown):
    field = ChoiceField("origin", "Origin", ORIGINS)
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        for key, wanted in [
            ("right", "client"), ("right", "employee"), ("left", "client"), ("left", "council"),
            ("space", "client"), ("m", "employee"), ("r", "council"), ("backspace", ""),
        ]:  # fmt: skip
            await type_fast(pilot, key)
            assert field.read() == wanted, key
        await type_fast(pilot, "m", "enter")
        assert "● medewerker" in text(app)
        assert type(app.heard[-1]).__name__ == "Done"


async def test_a_choice_is_clicked_also_on_its_second_line(shown):
    field = ChoiceField("c", "C", fixed(*[(f"c{n}", f"a longer word {n}") for n in range(6)]))
    _app, run = shown(field, size=(60, 20))
    async with run as pilot:
        await pilot.pause()
        await pilot.click(field.choices, offset=(4, 1))
        assert field.read() in {"c1", "c2"}


async def test_yes_no_and_not_known(shown):
    field = YesNoField("vog", "VOG")
    _app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        assert field.read() is None
        await type_fast(pilot, "right")
        assert field.read() is True
        await type_fast(pilot, "right")
        assert field.read() is False
        for stored in (True, False, None):
            field.fill(stored)
            assert field.read() is stored


async def test_picking_narrows_while_typing(shown):
    field = PickField("language", "Language", LANGUAGES)
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, "a", "r")
        await pilot.pause()
        assert "› Arabisch" in text(app)
        assert field.wrong is None, "still typing"
        await type_fast(pilot, "enter")
        assert field.read() == "ar"
        assert field.value == {"code": "ar", "typed": "Arabisch"}
        await type_fast(pilot, "enter")
        assert type(app.heard[-1]).__name__ == "Done"
        await type_fast(pilot, "backspace")
        await type_fast(pilot, "escape")
        with pytest.raises(BadInput):
            field.read()
        await pilot.pause()
        assert "Choose one from the list" in text(app)


@pytest.mark.parametrize("required", [False, True])
async def test_only_a_field_that_may_stay_empty_says_so(shown, required):
    field = PickField("language", "Language", LANGUAGES, required=required)
    app, run = shown(field, TextField("after", "After"))
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, *"zzz", "tab")
        await pilot.pause()
        assert "Choose one from the list" in text(app)
        assert ("leave it empty" in text(app)) is not required


async def test_picking_with_arrows_without_typing(shown):
    field = PickField("language", "Language", LANGUAGES)
    _app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, "down", "down", "enter")
        assert field.read() == "en"


async def test_a_person_is_picked_and_a_new_one_can_be_asked_for(shown):
    field = person_field(may_make=True)
    app, run = shown(field)
    async with run as pilot:
        field.fill(4)
        assert field.read() == 4
        await pilot.pause()
        assert "Rik Aalders" in text(app)
        field.fill(None)
        field.focus_editor()
        await type_fast(pilot, *"ann")
        await pilot.pause()
        assert "Ann [/b]" in text(app)
        await type_fast(pilot, "enter")
        assert field.read() == 5
        field.fill(None)
        await type_fast(pilot, *"zoe", "enter")
        asked = app.heard[-1]
        assert isinstance(asked, PickField.NewAsked)
        assert asked.typed == "zoe"
        PEOPLE[9] = "Zoe"
        asked.field.choose("9", "Zoe")
        assert field.read() == 9
        del PEOPLE[9]


async def test_words_are_ticked_added_and_taken_away(shown):
    added = []

    def add(word: str) -> str:
        added.append(word)
        return word.lower()

    field = SeveralField("languages", "Languages", LANGUAGES, add=add)
    app, run = shown(field)
    async with run as pilot:
        field.fill(("nl",))
        field.focus_editor()
        await type_fast(pilot, "a", "r", "space")
        assert field.read() == ["nl", "ar"]
        await type_fast(pilot, "t", "u", "enter")
        assert field.read() == ["nl", "ar", "tr"]
        await type_fast(pilot, *"Fries", "enter")
        assert added == ["Fries"]
        assert field.read()[-1] == "fries"
        await type_fast(pilot, "backspace", "backspace")
        assert field.read() == ["nl", "ar"]
        await type_fast(pilot, "down", "space")
        assert field.read() == ["ar"]
        await type_fast(pilot, "escape", *"gebarentaal", "space", "i", "n")
        assert field.input.value == "gebarentaal in", "a space that is part of the words is typed"
        with pytest.raises(BadInput):
            field.read()
        await type_fast(pilot, "enter", "enter")
        assert field.read() == ["ar", "sign"]
        await pilot.pause()
        assert "Arabisch · Gebarentaal" in text(app)


async def test_a_closed_list_takes_no_new_word(shown):
    field = SeveralField("languages", "Languages", LANGUAGES)
    _app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, *"klingon", "enter")
        assert field.value == []
        await type_fast(pilot, "tab")
        assert field.wrong is not None
        assert field.input.value == "klingon"
