"""Fields: what was typed is kept, what is wrong is said in words, and not before it was touched."""

from datetime import date, time

import pytest
from support.bare_app import BareApp, lines, type_fast

from edtui.errors import BadInput
from edtui.tui.widgets.fields import (
    ChoiceField,
    DateField,
    HoursField,
    LinesField,
    LongTextField,
    MoneyField,
    NumberField,
    OrganisationField,
    PartsField,
    PersonField,
    PickField,
    SeveralField,
    TextField,
    TimeField,
    YesNoField,
    fixed,
)

ORIGINS = fixed(("client", "cliënt"), ("employee", "medewerker"), ("council", "raad"))
LANGUAGES = fixed(
    ("nl", "Nederlands"),
    ("en", "Engels"),
    ("ar", "Arabisch"),
    ("tr", "Turks"),
    ("sign", "Gebarentaal in Nederland"),
)
PEOPLE = {3: "Riet van Dam", 4: "Rik Aalders", 5: "Ann [/b]"}


def find(typed: str):
    return [(n, name) for n, name in PEOPLE.items() if typed.casefold() in name.casefold()]


def person_field(**more) -> PersonField:
    return PersonField("coach", "Coach", find=find, name_of=PEOPLE.__getitem__, **more)


class FieldApp(BareApp):
    def on_field_changed(self, event) -> None:
        self.heard.append(event)

    def on_field_done(self, event) -> None:
        self.heard.append(event)

    def on_pick_field_new_asked(self, event) -> None:
        self.heard.append(event)


@pytest.fixture
def shown(clock):
    """Gives a running app with one field, the focus in it."""

    def start(*fields, size=(80, 24), **more):
        app = FieldApp(*fields, **more)
        app.clock = clock
        return app, app.run_test(size=size, notifications=True)

    return start


def text(app) -> str:
    return "\n".join(lines(app))


def all_kinds():
    return [
        TextField("a", "Text", required=True, help="Some help"),
        LongTextField("b", "Long"),
        LinesField("c", "Lines"),
        ChoiceField("d", "Choice", ORIGINS),
        PickField("e", "Pick", LANGUAGES),
        SeveralField("f", "Several", LANGUAGES, add=str.lower),
        DateField("g", "Date"),
        TimeField("h", "Time"),
        NumberField("i", "Number"),
        HoursField("j", "Hours"),
        MoneyField("k", "Money"),
        YesNoField("l", "Yes or no"),
        person_field(),
        OrganisationField("n", "Organisation", find=find, name_of=PEOPLE.__getitem__),
        PartsField("o", "Parts", fields=lambda: [TextField("p", "P")], line=lambda p: str(p["p"])),
    ]


@pytest.mark.parametrize("at", range(len(all_kinds())))
async def test_every_kind_starts_empty_and_quiet_and_keeps_its_value(shown, at):
    import json

    field = all_kinds()[at]
    app, run = shown(field)
    async with run as pilot:
        await pilot.pause()
        assert field.is_empty or isinstance(field, YesNoField)
        assert field.wrong is None
        assert field.label in text(app)
        before = field.value
        field.value = json.loads(json.dumps(before))
        assert field.value == before
        assert not app.heard, "filling in is not typing"


@pytest.mark.parametrize("at", range(len(all_kinds())))
@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_any_key_in_any_field_breaks_nothing(shown, at, size):
    field = all_kinds()[at]
    app, run = shown(field, size=size)
    async with run as pilot:
        field.focus_editor()
        for key in [
            *"a1 +[/b]", "down", "up", "enter", "space", "backspace", "delete", "left", "right",
            "home", "end", "pageup", "pagedown", "escape", "tab", "shift+tab", "ctrl+a", "ctrl+k",
        ]:  # fmt: skip
            if isinstance(field, PartsField) and key in ("enter", "space", "+"):
                continue  # opens a window; see the tests of forms
            await type_fast(pilot, key)
        assert app.return_code is None


async def test_what_is_needed_is_said_only_after_it_was_touched(shown):
    field = TextField("name", "Name", required=True)
    app, run = shown(field)
    async with run as pilot:
        await pilot.pause()
        assert field.problem is not None
        assert field.wrong is None
        field.focus_editor()
        await type_fast(pilot, "x", "backspace")
        assert field.wrong is not None
        assert "! Name" in text(app)
        assert "This is still needed." in text(app)
        await type_fast(pilot, "y")
        assert "This is still needed." not in text(app)


async def test_help_stands_under_the_field_with_the_focus(shown):
    one, two = TextField("a", "A", help="Help of a"), TextField("b", "B", help="Help of b")
    app, run = shown(one, two)
    async with run as pilot:
        one.focus_editor()
        await pilot.pause()
        assert "Help of a" in text(app)
        await type_fast(pilot, "tab")
        await pilot.pause()
        assert "Help of b" in text(app)
        assert "Help of a" not in text(app)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("24-11", date(2026, 11, 24)),
        ("24 nov", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("morgen", date(2026, 11, 22)),
        ("+2w", date(2026, 12, 5)),
    ],
)
async def test_a_day_is_understood_and_echoed_in_full(shown, typed, wanted):
    from edtui.locale import dates

    field = DateField("day", "Day")
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, *["space" if sign == " " else sign for sign in typed])
        await pilot.pause()
        assert field.read() == wanted
        assert typed in text(app)
        assert dates.echo(wanted, date(2026, 11, 21)) in text(app)


async def test_a_day_that_is_none_is_kept_and_said(shown):
    field = DateField("day", "Day")
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, *"31-2")
        await pilot.pause()
        assert field.value == "31-2"
        assert field.wrong is not None
        assert "! Day" in text(app)
        with pytest.raises(BadInput):
            field.read()


async def test_a_stored_day_can_be_read_back(shown):
    field = DateField("day", "Day")
    _app, run = shown(field)
    async with run:
        for stored in (date(2026, 11, 24), "2026-11-24"):
            field.fill(stored)
            assert field.read() == date(2026, 11, 24)
        field.fill(None)
        assert field.read() is None


async def test_times_and_numbers(shown):
    at, hours = TimeField("t", "Time"), HoursField("h", "Hours", most=40)
    money, count = MoneyField("m", "Money"), NumberField("n", "Count", whole=True, least=1)
    app, run = shown(at, hours, money, count)
    async with run as pilot:
        for field, typed, wanted in [
            (at, "14:00", time(14, 0)),
            (hours, "3:30", 3.5),
            (hours, "3,5", 3.5),
            (money, "12,50", 1250),
            (count, "4", 4),
        ]:
            field.value = ""
            field.focus_editor()
            await type_fast(pilot, *typed)
            assert field.read() == wanted
            assert field.wrong is None
            field.fill(wanted)
            assert field.read() == wanted
        hours.focus_editor()
        hours.value = ""
        await type_fast(pilot, *"41")
        assert hours.wrong is not None
        assert "40" in text(app)
        count.value = ""
        count.focus_editor()
        await type_fast(pilot, *"2,5")
        assert count.wrong is not None


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
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, *"klingon", "enter")
        assert field.value == []
        await type_fast(pilot, "tab")
        assert field.wrong is not None
        assert field.input.value == "klingon"


async def test_long_text_takes_enter_and_lines_are_read_one_by_one(shown):
    field = LinesField("areas", "Areas")
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        await type_fast(pilot, *"ab", "enter", "enter", *"cd", "space")
        assert field.read() == ["ab", "cd"]
        assert not any(type(event).__name__ == "Done" for event in app.heard)


@pytest.mark.parametrize("kind", [TextField, LongTextField])
async def test_a_pasted_escape_sequence_does_not_reach_the_terminal(shown, kind):
    from textual import events

    field = kind("a", "A")
    app, run = shown(field)
    async with run as pilot:
        field.focus_editor()
        app.focused.post_message(events.Paste("a\x1b[31mb"))
        await pilot.pause()
        assert "\x1b" not in text(app)
        assert "[31mb" in text(app)
        field.fill("stored\x1b]0;title\x07")
        await pilot.pause()
        assert "\x1b" not in text(app)
        assert "\x07" not in text(app)


async def test_fields_can_be_drawn_in_ascii_only(shown):
    fields = [
        ChoiceField("d", "Choice", fixed(("a", "one"), ("b", "two"))),
        SeveralField("f", "Several", fixed(("x", "ex"), ("y", "ey"))),
    ]
    app, run = shown(*fields, ascii_only=True)
    async with run as pilot:
        fields[0].value = "a"
        fields[1].fill(["x", "y"])
        fields[1].focus_editor()
        await type_fast(pilot, "down")
        await pilot.pause()
        assert text(app).isascii()
