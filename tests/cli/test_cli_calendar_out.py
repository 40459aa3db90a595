"""What goes out of the calendar and comes in, hours, claims and talks, on the command line."""

import icalendar
import pytest
from support.calendar_vault import listed, make_vault, riets_visit
from support.command_line import PASSPHRASE

from edtui.exchange.sheets import read_sheets


@pytest.fixture(scope="module")
def made_vault(tmp_path_factory):
    return make_vault(tmp_path_factory.mktemp("calendar") / "team.edtui")


@pytest.fixture
def riet(edtui):
    return riets_visit(edtui)


def test_out_through_the_gate_and_in_again(edtui, riet, tmp_path, bert):
    edtui("visits", "add", "1-12", "--kind", "client_conversation", "--title", "Met Jan thuis",
          "--place", "Kerkstraat 1")  # fmt: skip
    edtui("visits", "add", "1-12", "--at", "15:00", "--kind", "workshop", "--title", "Workshop Ans",
          "--place", "Buurthuis")  # fmt: skip
    file, titles, one = tmp_path / "all.ics", tmp_path / "titles.ics", tmp_path / "riet.ics"
    answer = edtui("export", "calendar", file)
    assert "3 entries went out" in answer.err
    text = file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    assert not {"Jan", "Kerkstraat", "Ans", "mat", "Riet"} & {
        word for word in ("Jan", "Kerkstraat", "Ans", "mat", "Riet") if word in text
    }
    assert "De Linde" in text
    assert "Buurthuis" in text
    edtui("export", "calendar", titles, "--titles")
    assert "Workshop Ans" in titles.read_text()
    assert "Jan" not in titles.read_text()
    assert edtui("export", "calendar", file).status == 2, "nothing is written over"
    edtui("export", "calendar", one, "--person", "Riet")
    assert [
        str(e["UID"]) for e in icalendar.Calendar.from_ical(one.read_text()).walk("VEVENT")
    ] == [riet["uid"]]
    lines = edtui("log", "--event", "export", "--json", user="bert", passphrase=bert).json
    assert sum(line["times"] for line in lines) == 3
    for verb in (
        ["visits", "list"],
        ["export", "calendar", tmp_path / "no.ics"],
        ["claims", "list"],
    ):
        assert edtui(*verb, user="bert", passphrase=bert).status == 6, "no key, no answer"
    assert not (tmp_path / "no.ics").exists()
    same = edtui("import", "calendar", file, "--json").json
    assert {line["news"] for line in same} == {"same"}


@pytest.fixture
def bert(edtui):
    """An auditor's passphrase."""
    first = "regen op het dakraam"
    assert edtui("users", "add", "bert", "auditor", passphrase=f"{PASSPHRASE}\n{first}").status == 0
    return first


ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//other//other//EN
X-WR-CALNAME:Zaal
BEGIN:VEVENT
UID:a@other
DTSTART:20261201T100000
DTEND:20261201T110000
SUMMARY:Zaal vrij \x1b[2J
END:VEVENT
BEGIN:VEVENT
UID:b@other
DTSTART:20261202T100000
RRULE:FREQ=HOURLY
SUMMARY:Elk uur
END:VEVENT
END:VCALENDAR
"""


def test_another_programs_calendar(edtui, tmp_path):
    file = tmp_path / "zaal.ics"
    file.write_text(ICS.replace("\n", "\r\n"))
    dry = edtui("import", "calendar", file, "--dry-run")
    assert dry.status == 0
    assert "\x1b" not in dry.out
    assert "Elk uur" in dry.out
    assert listed(edtui) == []
    assert edtui("import", "calendar", file, "--only", "changed").status == 0
    assert listed(edtui) == []
    assert "1 new, 0 changed" in edtui("import", "calendar", file).out
    assert "0 new, 0 changed" in edtui("import", "calendar", file).out
    file.write_text(ICS.replace("a@other", "c@other").replace("\n", "\r\n"))
    gone = edtui("import", "calendar", file, "--with-gone", "--json").json
    assert sorted(one["news"] for one in gone) == ["gone", "new", "refused"]
    assert sorted(one["status"] for one in listed(edtui)) == ["cancelled", "confirmed"]
    bad = tmp_path / "bad.ics"
    bad.write_bytes(b"\x00no")
    assert edtui("import", "calendar", bad).status == 1
    assert edtui("import", "calendar", tmp_path / "none.ics").status == 2


def test_hours_as_a_sheet(edtui, riet, tmp_path):
    for name in ("hours.xlsx", "hours.csv"):
        assert edtui("export", "hours", tmp_path / name).status == 0
        (sheet,) = read_sheets(tmp_path / name)
        row = next(row for row in sheet.rows if row.cells[0] == "Riet van Dam")
        assert row.cells[1] == "1.5"
    assert "Riet van Dam" in edtui("export", "hours", "--month", "2026-11").out
    assert edtui("export", "hours", "--month", "nov").status == 2
    assert riet["location_id"] == 1


def test_a_claim_from_the_reports_to_paid(edtui, tmp_path):
    add = ["visits", "add", "17-11-2026", "--at", "14:00", "--location", "1", "--person", "Riet"]
    edtui(*add)
    edtui("visits", "report", "1", "--hours", "2,5", "--km", "12")
    [claim] = edtui("claims", "list", "--json").json
    assert (claim["hours"], claim["kilometres"], claim["limits"]["year"]["state"]) == (
        2.5, 12.0, "none",
    )  # fmt: skip
    assert "not known" in edtui("claims", "amounts").out
    year = ["claims", "amounts", "--hour", "5,80", "--hour-young", "3", "--in-month", "220"]
    [amounts] = edtui(*year, "--in-year", "2200", "--km", "0,25", "--json").json
    assert (amounts["whole_year"], amounts["confirmed_on"]) == (220000, "2026-11-21")
    saved = edtui("claims", "save", "Riet", "--hour", "6", "--json").json[0]
    assert saved["total"] == 1500 + 300
    assert saved["limits"]["hour"] == {"state": "over", "used": 600, "most": 580}
    assert "over the limit" in edtui("claims", "show", "Riet").out
    assert edtui("claims", "status", "Riet", "--to", "paid").status == 2, "first to pay"
    assert edtui("claims", "status", "Riet", "--to", "to_pay").status == 0
    [paid] = edtui("claims", "status", "Riet", "--to", "paid", "--on", "20-11", "--json").json
    assert paid["paid_on"] == "2026-11-20"
    assert edtui("claims", "save", "Riet", "--hour", "5").status != 0
    assert edtui("claims", "list", "--month", "nov").status == 2
    assert "€18.00" in edtui("export", "claim", "Riet", tmp_path / "claim.xlsx").err
    (sheet,) = read_sheets(tmp_path / "claim.xlsx")
    assert [row.cells[5] for row in sheet.rows][-2:] == ["3", "18"]


def test_a_talk_that_a_client_wants_alone(edtui):
    add = ["talks", "add", "de man met de tuin", "--reach", "via de groep", "--location", "1"]
    [talk] = edtui(*add, "--json").json
    assert (talk["handle"], talk["status"], talk["mode"]) == ("de man met de tuin", "open", None)
    plan = ["talks", "plan", "1", "24-11", "--at", "14:00", "--peer", "Riet"]
    assert edtui(*plan).status == 2, "ask with whom first"
    assert edtui("talks", "choose", "1", "alleen").status == 2
    assert edtui("talks", "choose", "1", "alone").status == 0
    assert edtui(*plan).status == 2, "a debrief is needed"
    answer = edtui(*plan, "--debrief-day", "25-11", "--json")
    assert answer.status == 0, answer.err
    assert answer.json[0]["missing"]
    [item] = edtui("talks", "prepare", "1", "wish", "--note", "rust", "--json").json
    assert item["preparation"][0]["note"] == "rust"
    assert "de man met de tuin" in edtui("talks", "list").out
    assert [one["title"] for one in listed(edtui)] == [""], "no handle in the calendar"
    assert "rust" in edtui("talks", "show", "1").out
    assert edtui("talks", "done", "1").status == 0
    [talk] = edtui("talks", "debriefed", "1", "--json").json
    assert talk["debriefed_on"] == "2026-11-21"
    assert edtui("talks", "list", "--json").json == []
    assert edtui("talks", "lapse", "1", "te laat").status == 2
