"""What was not taken comes back in the same kind of sheet, with why."""

import pytest

from edtui import locale
from edtui.errors import Sentence
from edtui.exchange.delimited import Dialect
from edtui.exchange.errors import AlreadyThere, CannotWrite
from edtui.exchange.sheets import Row, Sheet, read_sheets
from edtui.exchange.write_back import write_back

SHEET = Sheet(
    "Team [1]",
    3,
    ("Naam", "Opmerking", "Waarom niet overgenomen"),
    (Row(4, ("Zoë", "a;b\nc", "oud")), Row(6, ("=1+1", "", "oud")), Row(7, ("Bo", "", ""))),
    Dialect("cp1252", ";", sep_line=True),
)
REASONS = {4: [Sentence("one"), Sentence("two {x}", {"x": "é"})], 6: [Sentence("three")]}


@pytest.mark.parametrize("name", ["back.csv", "back.xlsx"])
def test_written_back_and_read_again(tmp_path, name):
    locale.speak("en")
    assert write_back(tmp_path / name, SHEET, REASONS) == 2
    (again,) = read_sheets(tmp_path / name)
    assert again.headers == ("Naam", "Opmerking", "Why not taken")
    assert [row.cells for row in again.rows] == [
        ("Zoë", "a;b\nc", "one; two é"),
        ("=1+1", "", "three"),
    ]
    assert (tmp_path / name).stat().st_mode & 0o077 == 0


def test_a_csv_as_it_was_written(tmp_path):
    write_back(tmp_path / "back.csv", SHEET, REASONS)
    content = (tmp_path / "back.csv").read_bytes()
    assert content.startswith(b"sep=;\r\n")
    assert "Zoë".encode("cp1252") in content


def test_signs_that_the_old_encoding_does_not_have(tmp_path):
    write_back(tmp_path / "back.csv", SHEET, {7: [Sentence("Ł ≥")]})
    (again,) = read_sheets(tmp_path / "back.csv")
    assert again.rows[0].cells[-1] == "Ł ≥"


def test_never_over_another_file_and_never_half(tmp_path):
    (tmp_path / "mine.csv").write_text("mine")
    with pytest.raises(AlreadyThere):
        write_back(tmp_path / "mine.csv", SHEET, REASONS)
    assert (tmp_path / "mine.csv").read_text() == "mine"
    with pytest.raises(CannotWrite):
        write_back(tmp_path / "nowhere" / "back.csv", SHEET, REASONS)
