"""The team's spreadsheet taken over from the command line."""

import pytest

from edtui.config import data_dir
from edtui.exchange.sheets import read_sheets

TEAM = data_dir() / "demo" / "team.xlsx"


def people(edtui):
    return len(edtui("people", "list", "--all", "--json").json)


def test_a_dry_run_shows_and_changes_nothing(edtui):
    answer = edtui("import", "people", TEAM, "--dry-run")
    assert answer.status == 0
    assert "Achternaam" in answer.out
    assert "34 new people" in answer.out
    assert people(edtui) == 1


def test_what_is_wrong_comes_back_mended_and_goes_in(edtui, tmp_path):
    rejects = tmp_path / "mend.xlsx"
    answer = edtui("import", "people", TEAM, "--rejects", rejects)
    assert answer.status == 0
    assert people(edtui) == 35
    (sheet,) = read_sheets(rejects)
    assert [row.cells[0] for row in sheet.rows] == ["9", "19", "21", "25", "31", "Totaal"]
    assert sheet.headers[-1] == "Why not taken"
    assert "hilde.de.roo@example" in sheet.rows[0].cells[-1]
    again = edtui("import", "people", rejects, "--map", "Functie=", "--map", "Uren p/w=")
    assert "2 new people" in again.out
    assert people(edtui) == 37


def test_a_file_to_write_to_that_is_there_stops_it_all(edtui, tmp_path):
    rejects = tmp_path / "mend.xlsx"
    rejects.write_text("mine")
    assert edtui("import", "people", TEAM, "--rejects", rejects).status == 1
    assert rejects.read_text() == "mine"
    assert people(edtui) == 1


@pytest.mark.parametrize(("choice", "added"), [("skip", 34), ("merge", 34), ("add", 35)])
def test_the_double_person(edtui, choice, added):
    rows = edtui("import", "people", TEAM, "--duplicates", choice, "--json").json
    assert people(edtui) == 1 + added
    (double,) = [row for row in rows if row["outcome"] == "like"]
    assert (double["row"], double["like"][0]["row"], double["choice"]) == (38, 4, choice)


def test_partly_takes_a_row_without_its_wrong_cell(edtui):
    answer = edtui("import", "people", TEAM, "--partly")
    assert "38 new people" in answer.out
    (hilde,) = edtui("people", "list", "--find", "hilde", "--json").json
    assert [way["kind"] for way in hilde["contacts"]] == ["mobile"]


def test_twice_the_same_sheet_adds_nobody(edtui):
    edtui("import", "people", TEAM)
    answer = edtui("import", "people", TEAM)
    assert "0 new people" in answer.out
    assert people(edtui) == 35


@pytest.mark.parametrize("wrong", ["Nonsense=name", "Roepnaam=nonsense", "nothing"])
def test_a_column_or_field_that_is_not_there(edtui, wrong):
    answer = edtui("import", "people", TEAM, "--map", wrong)
    assert answer.status == 2
    assert people(edtui) == 1


def test_a_sheet_by_name(edtui):
    assert edtui("import", "people", TEAM, "--sheet", "Team Noord", "--dry-run").status == 0
    assert "Team Noord" in edtui("import", "people", TEAM, "--sheet", "Blad9").err


def test_a_file_that_is_no_list(edtui, tmp_path):
    file = tmp_path / "team.xlsx"
    file.write_bytes(b"no")
    assert edtui("import", "people", file).status == 1
    assert edtui("import", "people", __file__).status == 1
