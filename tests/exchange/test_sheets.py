"""A list comes out of a file whatever program wrote it, and a bad file is told in words."""

import csv
import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from edtui.exchange import sheets
from edtui.exchange.delimited import read_delimited
from edtui.exchange.errors import (
    BadFile,
    NoSuchFile,
    NotASpreadsheet,
    NothingIn,
    TooBig,
    UnknownKind,
)
from edtui.exchange.sheets import read_sheets


def written(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


def book(path, rows, title="Blad1"):
    workbook = Workbook()
    workbook.active.title = title
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le"]
)
def test_every_usual_encoding(tmp_path, encoding):
    file = written(tmp_path / "team.csv", "Naam;E-mail\r\nZoë Çelik;zoe@example.org\r\n", encoding)
    (sheet,) = read_sheets(file)
    assert sheet.headers == ("Naam", "E-mail")
    assert sheet.rows == ((2, ("Zoë Çelik", "zoe@example.org")),)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_usual_separator(tmp_path, separator):
    rows = [["Naam", "Opmerking"], ["Riet", "eerst; dan, en | ook"], ["Bo", 'zei "ja"\nen nee']]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    (sheet,) = read_sheets(written(tmp_path / "team.csv", out.getvalue()))
    assert [row.cells for row in sheet.rows] == [tuple(row) for row in rows[1:]]


def test_the_line_that_excel_writes_for_itself(tmp_path):
    (sheet,) = read_sheets(written(tmp_path / "team.csv", "sep=|\r\nNaam|Rol\r\nRiet|a;b;c\r\n"))
    assert sheet.headers == ("Naam", "Rol")
    assert sheet.rows[0].cells == ("Riet", "a;b;c")


def test_one_column_is_a_list_too(tmp_path):
    (sheet,) = read_sheets(written(tmp_path / "team.csv", "Naam\nRiet\n\nBo\n"))
    assert [(row.number, row.cells) for row in sheet.rows] == [(2, ("Riet",)), (4, ("Bo",))]


def test_headers_under_a_title_and_rows_keep_their_numbers(tmp_path):
    file = book(
        tmp_path / "team.xlsx",
        [["Team Noord 2026"], [], ["Naam", "Uren p/w"], ["Riet", 4], [], ["Bo", 3.5]],
    )
    (sheet,) = read_sheets(file)
    assert (sheet.name, sheet.header_row) == ("Blad1", 3)
    assert sheet.rows == ((4, ("Riet", "4")), (6, ("Bo", "3.5")))


def test_cells_become_text(tmp_path):
    values = [date(2024, 4, 1), datetime(2024, 4, 1, 9, 30), 612345678.0, True, "  a  b ", "=1+1"]  # noqa: DTZ001
    file = tmp_path / "team.xlsx"
    workbook = Workbook()
    workbook.active.append(["Naam", *"abcdef"])
    workbook.active.append(["Riet", *values])
    workbook.save(file)
    (sheet,) = read_sheets(file)
    # A formula that no spreadsheet program ever calculated has no value.
    assert sheet.rows[0].cells == (
        "Riet", "2024-04-01", "2024-04-01 09:30", "612345678", "1", "a b", "",
    )  # fmt: skip


def test_a_column_without_a_header_is_kept(tmp_path):
    (sheet,) = read_sheets(
        book(tmp_path / "t.xlsx", [["Naam", "Rol"], ["Riet", "cvp", "losse tekst"]])
    )
    assert sheet.headers == ("Naam", "Rol", "")
    assert sheet.rows[0].cells[2] == "losse tekst"


def test_the_sheet_with_most_known_headers_comes_first_and_hidden_ones_do_not(tmp_path):
    workbook = Workbook()
    workbook.active.append(["foo", "bar"])
    workbook.active.append(["1", "2"])
    people = workbook.create_sheet("mensen")
    people.append(["Naam", "E-mail"])
    people.append(["Riet", "riet@example.org"])
    hidden = workbook.create_sheet("verborgen")
    hidden.append(["Naam", "E-mail", "Telefoon"])
    hidden.append(["Niet", "x@example.org", "1"])
    hidden.sheet_state = "hidden"
    workbook.save(tmp_path / "t.xlsx")
    assert [sheet.name for sheet in read_sheets(tmp_path / "t.xlsx")] == ["mensen", "Sheet"]


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("t.pdf", b"%PDF", UnknownKind),
        ("t.xlsx", b"not a zip", NotASpreadsheet),
        ("t.xlsx", b"", NotASpreadsheet),
        ("t.csv", b"", NothingIn),
        ("t.csv", b"\n\n;;\n", NothingIn),
        ("t.csv", b"Naam;Rol\n", NothingIn),
        ("t.csv", b'Naam\n"' + b"x" * 200_000 + b'"\n', NotASpreadsheet),
    ],
)
def test_a_bad_file_is_told_in_words(tmp_path, name, content, error):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(error):
        read_sheets(tmp_path / name)


def test_no_file_and_a_folder(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(BadFile):
            read_sheets(path)
    with pytest.raises(NoSuchFile):
        read_sheets(tmp_path / "a\x00b.csv")


def test_a_cut_off_workbook(tmp_path):
    file = book(tmp_path / "t.xlsx", [["Naam"], ["Riet"]])
    whole = file.read_bytes()
    for length in (10, len(whole) // 2, len(whole) - 5):
        file.write_bytes(whole[:length])
        with pytest.raises(NotASpreadsheet):
            read_sheets(file)


def test_a_part_that_is_not_what_it_should_be(tmp_path):
    file = book(tmp_path / "t.xlsx", [["Naam"], ["Riet"]])
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"):
        with zipfile.ZipFile(file) as old, zipfile.ZipFile(tmp_path / "bad.xlsx", "w") as new:
            for name in old.namelist():
                new.writestr(name, b"<x>" if name == part else old.read(name))
        with pytest.raises(NotASpreadsheet):
            read_sheets(tmp_path / "bad.xlsx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    file = book(tmp_path / "t.xlsx", [["Naam"], ["Riet"]])
    with (
        zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/big.bin", "w", force_zip64=True) as part,
    ):
        for _ in range(210):
            part.write(bytes(1024 * 1024))
    with pytest.raises(TooBig):
        read_sheets(file)


def test_a_row_number_beyond_every_sheet_does_not_hang(tmp_path):
    file = book(tmp_path / "t.xlsx", [["Naam"], ["Riet"]])
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(tmp_path / "far.xlsx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                data = data.replace(b'r="2"', b'r="999999999999"').replace(
                    b'"A2"', b'"A999999999999"'
                )
            new.writestr(name, data)
    with pytest.raises((TooBig, NotASpreadsheet)):
        read_sheets(tmp_path / "far.xlsx")


def test_too_many_rows_and_too_many_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "ROW_LIMIT", 3)
    with pytest.raises(TooBig):
        read_sheets(written(tmp_path / "t.csv", "Naam\n" + "Riet\n" * 4))
    with pytest.raises(TooBig):
        read_sheets(book(tmp_path / "t.xlsx", [["Naam"], *[["Riet"]] * 4]))
    monkeypatch.setattr(sheets, "FILE_LIMIT", 10)
    with pytest.raises(TooBig):
        read_sheets(written(tmp_path / "t.csv", "Naam\nRiet van Dam\n"))


@given(st.binary(max_size=400))
def test_no_bytes_make_the_csv_reader_fall(content):
    _, rows = read_delimited("t.csv", content)
    assert all(isinstance(cell, str) for row in rows for cell in row)


@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=8), st.sampled_from(";,\t|"))
def test_no_text_makes_a_list_fall(rows, separator):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, escapechar="\\").writerows(rows)
    _, read = read_delimited("t.csv", out.getvalue().encode("utf-8", "replace"))
    sheet = sheets._list_in("t", read)
    if sheet is not None:
        assert all(len(row.cells) == len(sheet.headers) for row in sheet.rows)
        assert all(
            "\x1b" not in cell and "\x00" not in cell for row in sheet.rows for cell in row.cells
        )
