"""Taking in a list of people, with keys: file, columns, dry run, duplicates, all or nothing."""

from pathlib import Path

import pytest

from edtui import config, locale
from edtui.records.person import Person
from edtui.tui.messages import ImportWanted

from .team import fill


@pytest.fixture(autouse=True)
def in_english():
    locale.speak("en")


@pytest.fixture
def team_file(tmp_path):
    copy = tmp_path / "team.xlsx"
    copy.write_bytes((config.data_dir() / "demo" / "team.xlsx").read_bytes())
    return copy


def a_list(folder: Path, *rows: str) -> Path:
    file = folder / "lijst.csv"
    file.write_text("\n".join(["Voornaam;Achternaam;E-mail;Status", *rows]), encoding="utf-8")
    return file


async def open_file(at, file):
    await at.press("i")
    at.app.screen.sheet.fields["path"].input.value = str(file)
    await at.settle()
    await at.press("enter")


async def test_the_demo_sheet_is_taken_in_and_taken_back(at_people, memory_desk, team_file):
    async with at_people() as at:
        await open_file(at, team_file)
        at.picture("import-columns-80")
        assert "is read like this" in at.text()
        assert "new people" in at.text()
        await at.press("n")
        at.picture("import-rows-80")
        counts = at.screen.plan.counts()
        assert counts.new
        assert counts.refused
        assert memory_desk.count(Person) == 0
        await at.press("ctrl+s")
        at.picture("import-done-80")
        assert memory_desk.count(Person) == counts.new
        assert "could not be taken" in at.text()
        await at.press("right", "enter", "enter")
        rest = team_file.with_name("team-rest.xlsx")
        assert rest.exists()
        assert at.screen.NAME == "People"
        at.picture("people-imported-80")
        await at.press("u")
        assert memory_desk.count(Person) == 0


async def test_a_column_is_changed_by_hand(at_people, memory_desk, tmp_path):
    file = a_list(tmp_path, "Aafje;Berg;aafje@voorbeeld.nl;actief")
    async with at_people() as at:
        await open_file(at, file)
        await at.press("G", "enter")
        await at.type("not taken")
        await at.press("enter")
        assert at.screen.plan.columns.fields[3] == ""
        await at.press("n", "ctrl+s")
        assert next(memory_desk.all(Person)).surname == "Berg"


async def test_who_is_there_already_is_shown_side_by_side(at_people, memory_desk, tmp_path):
    people = fill(memory_desk)
    file = a_list(tmp_path, "Rik;Aalders;rik@voorbeeld.nl;actief", "Nieuw;Iemand;;actief")
    async with at_people() as at:
        await open_file(at, file)
        await at.press("n", "enter")
        at.picture("import-sides-80")
        text = at.text()
        assert "Is this the same person?" in text
        assert "rik@voorbeeld.nl" in text
        await at.press("m", "ctrl+s")
        rik = memory_desk.get(Person, people["Rik"].id)
        assert [way.value for way in rik.contacts] == ["rik@voorbeeld.nl"]
        assert memory_desk.count(Person) == 4


async def test_a_file_that_is_no_list_is_said_in_words(at_people, memory_desk, tmp_path):
    bad = tmp_path / "kapot.xlsx"
    bad.write_bytes(b"no workbook")
    async with at_people() as at:
        await open_file(at, bad)
        assert "cannot be taken in" in at.text()
        assert "o chooses another file" in at.text()
        await at.press("n", "enter", "escape")
        assert at.screen.NAME == "People"


async def test_what_cannot_be_saved_changes_nothing(at_people, memory_desk, tmp_path, monkeypatch):
    file = a_list(tmp_path, "Aafje;Berg;;actief")
    async with at_people() as at:
        await open_file(at, file)
        await at.press("n")

        def full(*_):
            raise OSError("no space left")

        monkeypatch.setattr("edtui.desk.stored.insert_many", full)
        await at.press("ctrl+s")
        assert "Nothing was taken in." in at.text()
        assert memory_desk.count(Person) == 0


async def test_the_path_is_completed(at_people, tmp_path):
    (tmp_path / "lijsten").mkdir()
    (tmp_path / "lijsten" / "team.csv").write_text("Naam\nRik", encoding="utf-8")
    async with at_people() as at:
        at.screen.post_message(ImportWanted())
        await at.settle()
        field = at.app.screen.sheet.fields["path"]
        field.input.value = f"{tmp_path}/lij"
        await at.settle()
        await at.press("enter")
        assert field.input.value == f"{tmp_path}/lijsten/"
        assert "team.csv" in at.text()
        await at.press("enter")
        assert field.input.value == f"{tmp_path}/lijsten/team.csv"


@pytest.mark.parametrize("name", ["nowhere.xlsx", "", "x" * 5000, "a\0b"])
async def test_a_file_that_is_not_there_is_told_where_it_is_asked(at_people, tmp_path, name):
    async with at_people() as at:
        await at.press("i")
        at.app.screen.sheet.fields["path"].input.value = str(tmp_path / name)
        await at.settle()
        await at.press("escape") if at.app.screen.sheet.fields["path"].list.display else None
        await at.press("enter")
        assert "There is no file with that name." in at.text()
        assert "go on" in at.text()
        await at.press("escape")
        assert len(at.app.screen_stack) == 1
