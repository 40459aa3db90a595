"""The demo's spreadsheet: 40 rows of invented people, with the faults that real sheets have.

``python tests/support/team_sheet.py`` writes ``data/demo/team.xlsx`` and ``team.csv`` again, the
same every time. Nobody in it exists; phone numbers start with 06-0, mail goes to example.org.
"""

import csv
import io
import re
import zipfile
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

DEMO = Path(__file__).resolve().parents[2] / "data" / "demo"
TITLE = "Team Noord - ervaringsdeskundigen en vertrouwenspersonen (stand november 2026)"
HEADERS = (
    "Nr", "Roepnaam", "Tussenvoegsel", "Achternaam", "E-mailadres", "Mobiel", "Geb. datum",
    "Herkomst", "Functie", "Organisatie", "In dienst per", "Uren p/w", "VOG d.d.", "Dagen",
    "Status", "Opmerkingen",
)  # fmt: skip

_FIRST = (
    "Riet", "Marij", "Youssef", "Rik", "Sanae", "Teun", "Fenna", "Ömer", "Hilde", "Gijs",
    "Wietske", "Jamal", "Noor", "Bram", "Zoë", "Harm", "Ineke", "Radboud", "Soraya", "Wout",
    "Geesje", "Daan", "Meral", "Stijn", "Loes", "Ruben", "Anouk", "Fokke", "Tirza", "Koos",
    "Nadia", "Evert", "Babette", "Ilias", "Mieke", "Jorrit", "Renée", "Sjoerd", "Hanna", "Kees",
)  # fmt: skip
_LAST = (
    ("van", "Dam"), ("", "Post"), ("el", "Amrani"), ("", "Aalders"), ("", "Bouzid"),
    ("van der", "Wiel"), ("", "Hoekema"), ("", "Yıldıran"), ("de", "Roo"), ("", "Terpstra-Mol"),
    ("", "Zijlma"), ("", "Okafor"), ("van 't", "Hof"), ("", "Kruiver"), ("", "Meerdink"),
    ("", "Bosgra"), ("ter", "Braak"), ("", "Vossen"), ("", "Ramdin"), ("van den", "Eeden"),
    ("", "Haitsma"), ("", "Polman"), ("", "Aksoyek"), ("", "Wijnja"), ("in 't", "Veld"),
    ("", "Cohenno"), ("", "Lindeman"), ("", "Rozema"), ("", "Schaapman"), ("", "Dijkhof"),
    ("", "Benslima"), ("op de", "Weegh"), ("", "Franssen"), ("", "Tahirov"), ("", "Nijpels"),
    ("", "Vlas"), ("", "Kuipéri"), ("", "Hylkema"), ("", "Olthof"), ("de", "Graaff"),
)  # fmt: skip
_ORIGINS = ("cliënt geweest", "medewerker", "Cliënt", "lid cliëntenraad", "jongere", "cliënt")
_ROLES = ("ervaringsdeskundige", "Ervaringsdeskundige", "cvp", "cliëntambassadeur",
          "ervaringsdeskundige, trainer", "Ervaringdeskundige")  # fmt: skip
_PLACES = ("De Linde", "Het Anker", "De Linde ", "Buurthuis De Hoek", "")
_DAYS = ("ma di", "di wo", "ma t/m do", "vr", "maandag en woensdag", "", "even weken")


def people() -> list[list[object]]:
    """Give 40 rows of cells under `HEADERS`, faults and all."""
    rows = [_clean_row(index) for index in range(40)]
    rows[3][6] = "1979-03-02"  # the other way to write a date
    rows[5][10] = "1/9/2024"
    rows[7][10] = "3 april 2023"
    rows[4][5] = "06.0000.0004"  # a phone number with dots
    rows[6][5] = 600000006  # one that lost its 0
    rows[8][4] = "hilde.de.roo@example"  # a wrong e-mail address
    rows[9][11] = "ca. 4"
    rows[10][11] = "4,5"
    rows[11][12] = "n.v.t."
    rows[12][6] = "n.v.t."
    rows[13][1:4] = ["Bram Kruiver", "", ""]  # the whole name in the first column
    rows[16][1:4] = ["Ineke ter Braak", None, None]
    rows[14][1] = "  Zoë "
    rows[15][4] = "harm.bosgra@example.org "
    rows[18][6] = "31-2-1988"  # a day that is not there
    rows[20][11] = "zie mail"
    rows[22][14] = "gestopt"
    rows[22][15] = "gestopt met deze taak, blijft betrokken"
    rows[24][8] = "duizendpoot"  # a role that is in no list
    rows[26][12] = "aangevraagd"
    rows[28][15] = "=niet bellen na 17 uur"
    rows[30][1:4] = ["", "", ""]  # nobody
    rows[33] = list(rows[0])  # the same person once more, a bit differently
    rows[33][0] = 34
    rows[33][5] = None
    rows[33][15] = "staat er dubbel in?"
    rows[35][4] = "wiets.zijlma@example.org"  # not the same person as row 11, only alike
    rows[35][1:4] = ["Wiets", "", "Zijlma"]
    return rows


def _clean_row(index: int) -> list[object]:
    first, (infix, last) = _FIRST[index], _LAST[index]
    name = re.sub(
        r"[^a-z.]", "", f"{first}.{infix}{last}".lower().replace("ö", "o").replace("é", "e")
    )
    since: object = date(2019 + index % 7, 1 + index % 12, 1)
    return [
        index + 1, first, infix, last, f"{name}@example.org", f"06-0000 00{index:02}",
        date(1958 + index, 1 + index % 12, 1 + index % 28), _ORIGINS[index % 6], _ROLES[index % 6],
        _PLACES[index % 5], since, 2 + index % 5, date(2024 + index % 3, 2, 1 + index % 28),
        _DAYS[index % 7], "pauze" if index % 11 == 10 else "actief", "",
    ]  # fmt: skip


def workbook() -> bytes:
    """Give the .xlsx: a title, an empty line, headers on line 3, an empty line within, totals."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Team Noord"
    sheet.append([TITLE])
    sheet.merge_cells("A1:P1")
    sheet["A1"].font = Font(bold=True)
    sheet.append([])
    sheet.append(HEADERS)
    for index, row in enumerate(people()):
        if index == 20:
            sheet.append([])
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, date):
                cell.number_format = "dd-mm-yyyy"
            elif isinstance(cell.value, str):
                cell.data_type = "s"
    sheet.append([])
    sheet.append(["Totaal", "40 personen", *[None] * 9, 158])
    lists = book.create_sheet("lijstjes")
    lists.append(["Naam", "E-mail"])
    lists.append(["niet lezen", "verborgen@example.org"])
    lists.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return _same_every_time(out.getvalue())


def delimited() -> bytes:
    """Give the .csv as Dutch Excel writes it: the name in one column, cp1252, semicolons."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(("Naam", "E-mail", "Telefoonnr.", "geboren", "rol", "uren per week", "opm."))
    for row in people()[:20]:
        infix, last = str(row[2] or ""), str(row[3] or "")
        name = f"{last}, {row[1]} {infix}".strip(" ,")
        born = row[6].strftime("%d-%m-%Y") if isinstance(row[6], date) else row[6]
        writer.writerow((name, row[4], row[5], born, row[8], row[11], row[15]))
    return out.getvalue().replace("ı", "i").encode("cp1252")


def _same_every_time(content: bytes) -> bytes:
    """Take the moment of writing out of a workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-11-02T09:00:00Z", data)
            part = zipfile.ZipInfo(name, (2026, 11, 2, 9, 0, 0))
            new.writestr(part, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    DEMO.mkdir(parents=True, exist_ok=True)
    (DEMO / "team.xlsx").write_bytes(workbook())
    (DEMO / "team.csv").write_bytes(delimited())
