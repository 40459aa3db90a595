"""The calendar on the command line: planned, listed, moved, cancelled, reported, out and in."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from support.command_line import PASSPHRASE

from edtui.clock import FixedClock
from edtui.desk import organisations, roster
from edtui.desk.team import create_team
from edtui.exchange.sheets import read_sheets
from edtui.records.activity import Activity
from edtui.records.availability import Availability, FreeDay
from edtui.records.contract import ContractPeriod
from edtui.records.organisation import Location, Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.records.vog import Vog
from edtui.vault.kdf import FAST

TODAY = date(2026, 11, 21)
RIET, KEES = "2", "3"


@pytest.fixture(scope="module")
def made_vault(tmp_path_factory):
    """A team with two people who can go and two locations, one of them never visited."""
    path = tmp_path_factory.mktemp("calendar") / "team.edtui"
    clock = FixedClock(datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam")))
    desk = create_team(path, "Noord", "anna", PASSPHRASE, clock=clock, kdf=FAST, own_name="A").desk
    linde = organisations.save_organisation(desk, Organisation(name="Lindenhart"))
    for name in ("De Linde", "Het Anker"):
        organisations.save_location(
            desk, Location(name=name, organisation_id=linde.id, kind="day_care", visits_a_year=4)
        )
    for name in ("Riet", "Kees"):
        roster.add_person(
            desk,
            Person(
                first_names=name,
                surname="van Dam",
                since=TODAY - timedelta(days=900),
                vog=Vog(status="seen", issued_on=TODAY - timedelta(days=300)),
                contracts=(ContractPeriod(form="employed", hours_a_week=8),),
                availability=Availability(free=(FreeDay(weekday="tuesday"),)),
            ),
            RoleAssignment(person_id=1, role="peer_worker", start=TODAY - timedelta(days=900)),
        )
    desk.close()
    return path


@pytest.fixture
def riet(edtui):
    """Riet's visit to De Linde on Tuesday, as the list gives it."""
    answer = edtui(
        "visits", "add", "24-11", "--at", "14:00", "--minutes", "90", "--location", "de linde",
        "--person", "Riet", "--notes", "sleutel onder de mat", "--json",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    return answer.json[0]


def listed(edtui, *more):
    return edtui(
        "visits", "list", "--from", "20-11-2026", "--until", "1-7-2027", "--json", *more
    ).json


def test_planned_listed_and_shown(edtui, riet):
    assert Activity.model_validate(riet).start.isoformat() == "2026-11-24T14:00:00"
    assert [one["key"] for one in listed(edtui)] == [riet["key"]] == ["1"]
    assert listed(edtui, "--person", "Kees van Dam") == []
    assert len(listed(edtui, "--location", "1", "--kind", "locatiebezoek")) == 1
    table = edtui("visits", "list").out
    assert "De Linde" in table
    assert "Riet van Dam" in table
    page = edtui("visits", "show", "1", lang="nl").out
    assert "di 24 nov 2026" in page
    assert "sleutel onder de mat" in page
    assert edtui("visits", "show", "1", "--json").json[0]["findings"] == []


def test_what_asks_for_a_look_is_said_and_can_be_passed(edtui, riet):
    wednesday = ["visits", "add", "25-11", "--location", "2", "--person", "Riet"]
    answer = edtui(*wednesday)
    assert answer.status == 1
    assert "--pass outside_availability=" in answer.err
    assert edtui(*wednesday, "--dry-run").status == 1
    assert len(listed(edtui)) == 1
    passed = [*wednesday, "--pass", "outside_availability=zij stelde het zelf voor"]
    assert edtui(*passed, "--dry-run").status == 0
    assert len(listed(edtui)) == 1
    [made] = edtui(*passed, "--json").json
    assert made["passed"][0]["reason"] == "zij stelde het zelf voor"
    double = edtui("visits", "add", "24-11", "--at", "14:30", "--location", "2", "--person", "Riet",
                   "--pass", "double_booked=toch")  # fmt: skip
    assert double.status == 1
    assert "cannot be passed" in double.err
    assert riet["key"] == "1"


def test_a_series_moved_from_a_date_on_says_who_is_to_be_told(edtui):
    answer = edtui(
        "visits", "add", "24-11", "--at", "14:00", "--kind", "case_meeting", "--person", "Riet",
        "--person", "Kees=trainee", "--rule", "FREQ=WEEKLY;INTERVAL=2", "--until", "30-6-2027",
        "--skip-holidays", "--json",
    )  # fmt: skip
    [series] = answer.json
    assert series["dates"][:3] == ["2026-11-24", "2026-12-08", "2026-12-22"]
    assert "2027-04-27" not in series["dates"], "a public holiday"
    (first, second, *_more) = [one["key"] for one in listed(edtui)]
    assert (first, second) == ("s1/2026-11-24", "s1/2026-12-08")
    before = listed(edtui)
    move = ["visits", "move", second, "8-12", "--at", "15:00", "--scope", "following"]
    dry = edtui(*move, "--dry-run", "--json").json[0]["tell"]
    assert listed(edtui) == before
    told = edtui(*move, "--json").json[0]["tell"]
    assert told == dry
    assert {one["person_id"] for one in told} == {2, 3}
    assert told[0]["old_start"] == "2026-12-08T14:00:00"
    assert told[0]["new_start"] == "2026-12-08T15:00:00"
    starts = [one["start"][11:16] for one in listed(edtui)]
    assert starts[0] == "14:00"
    assert set(starts[1:]) == {"15:00"}
    text = edtui("visits", "cancel", listed(edtui)[3]["key"], "--following").out
    assert "Riet van Dam" in text
    assert "cancelled" in text
    assert len(listed(edtui)) == 3


def test_one_moved_and_cancelled(edtui, riet):
    moved = edtui("visits", "move", "1", "1-12", "--at", "10:30")
    assert moved.status == 0, moved.err
    assert "Tue 24 Nov 14:00 → Tue 1 Dec 10:30" in moved.out
    assert edtui("visits", "cancel", "1").status == 2, "by whom?"
    off = edtui(
        "visits", "cancel", "1", "--by", "location", "--reason", "verbouwing", "--json"
    ).json
    assert off[0]["activities"][0]["status"] == "cancelled"
    assert off[0]["tell"][0]["what"] == "cancelled"
    assert riet["start"] == "2026-11-24T14:00:00"


def test_a_trainee_comes_along_and_a_series_gets_other_fields(edtui, riet):
    along = edtui("visits", "edit", riet["key"], "--with", "Kees=trainee", "--bring", "folders")
    assert along.status == 0, along.err
    assert "Kees van Dam" in along.out
    [one] = listed(edtui)
    assert [(p["person_id"], p["role"]) for p in one["people"]] == [(2, "visitor"), (3, "trainee")]
    assert one["bring"] == "folders"
    assert edtui("visits", "edit", riet["key"], "--without", "Kees", "--bring", "").status == 0
    assert len(listed(edtui)[0]["people"]) == 1
    assert edtui("visits", "edit", riet["key"]).status == 2
    edtui("visits", "add", "1-12", "--kind", "case_meeting", "--rule", "FREQ=WEEKLY;COUNT=3")
    key = listed(edtui, "--kind", "case_meeting")[1]["key"]
    rest = ["visits", "edit", key, "--with", "Riet", "--title", "Anders", "--scope", "following"]
    dry = edtui(*rest, "--dry-run", "--json").json
    assert edtui(*rest, "--json").json == dry
    assert [one["title"] for one in listed(edtui, "--kind", "case_meeting")] == [
        "",
        *["Anders"] * 2,
    ]


def test_a_report_in_counts(edtui):
    add = ["visits", "add", "17-11-2026", "--at", "14:00", "--location", "1", "--person", "Riet"]
    assert edtui(*add).status == 0
    theme = edtui("visits", "report", "1", "--theme", "xyzzy")
    assert theme.status == 2
    answer = edtui(
        "visits", "report", "1", "--clients", "6", "--kind", "spreekuur", "--told", "yes",
        "--theme", "bejegening=3", "--theme", "privacy", "--signal", "privacy=high", "--both", "2",
        "--success", "Het koor zong", "--hours", "2,5", "--km", "Riet=12", "--costs", "Riet=3,50",
        "--costs-words", "parkeren", "--json",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    [report] = answer.json
    assert report["clients_met"] == 6
    assert [one["count"] for one in report["questions"]] == [3, 1]
    assert report["people"] == [
        {"person_id": 2, "hours": 2.5, "kilometres": 12.0, "costs": 350, "costs_words": "parkeren"}
    ]
    assert listed(edtui, "--from", "1-11-2026")[0]["status"] == "done"
    assert "Het koor zong" in edtui("visits", "show", "1").out
    edtui("visits", "add", "20-11-2026", "--location", "1", "--pass", "visited_this_week=ja")
    same = edtui("visits", "report", "2", "--same-as-last", "--json")
    assert same.status == 0, same.err
    [again] = same.json
    assert (again["kind"], again["clients_met"]) == ("walk_in_hour", 0)
    edtui("visits", "add", "24-11", "--location", "2", "--minutes", "30")
    assert edtui("visits", "report", "3").status == 2, "it is still to come"
    [riet] = [o for o in edtui("export", "hours", "--json").json if o["person_id"] == 2]
    assert (riet["done"], riet["kilometres"], riet["costs"]) == (2.5, 12.0, 350)


def test_due_and_a_round(edtui):
    assert [one["state"] for one in edtui("visits", "due", "--json").json] == ["due", "due"]
    assert "Het Anker" in edtui("visits", "due").out
    plan = ["visits", "plan", "--person", "Riet", "--person", "3", "--plain"]
    [dry] = edtui(*plan, "--dry-run", "--json").json
    assert {line["location_id"] for line in dry["lines"]} == {1, 2}
    assert all(line["reasons"] for line in dry["lines"])
    assert listed(edtui) == []
    assert edtui(*plan, "--leave-out", "Het Anker").status == 0
    assert [one["location_id"] for one in listed(edtui)] == [1]
    assert edtui("visits", "plan", "--plain").status == 2, "nobody to go"
    assert [one["name"] for one in edtui("visits", "due", "--json").json] == ["Het Anker"]


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


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "99"],
        ["show", "s9/2026-12-08"],
        ["show", "x"],
        ["add", "ooit"],
        ["add", "24-11", "--at", "laat"],
        ["add", "24-11", "--minutes", "0"],
        ["add", "24-11", "--location", "Nergens"],
        ["add", "24-11", "--person", "Niemand"],
        ["add", "24-11", "--rule", "FREQ=HOURLY"],
        ["add", "24-11", "--pass", "what"],
        ["list", "--kind", "xyzzy"],
    ],
)
def test_what_cannot_be_understood_is_said(edtui, arguments):
    answer = edtui("visits", *arguments)
    assert answer.status in (1, 2)
    assert answer.err.strip()
    assert "inside the program" not in answer.err


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


def test_how_often_and_how_it_stands(edtui, riet):
    assert "as its kind" in edtui("visits", "norm", "De Linde").out
    [norm] = edtui("visits", "norm", "1", "--times", "2", "--not-before", "1-2", "--json").json
    assert (norm["visits_a_year"], norm["paused_until"]) == (2, "2027-02-01")
    assert edtui("visits", "norm", "1", "--times", "-1").status == 2
    [made] = edtui("visits", "status", riet["key"], "--to", "bevestigd", "--json").json
    assert made["status"] == "confirmed"


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
