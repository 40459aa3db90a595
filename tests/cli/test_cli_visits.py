"""The calendar on the command line: planned, listed, moved, cancelled, reported, a round."""

import pytest
from support.calendar_vault import listed, make_vault, riets_visit

from edtui.records.activity import Activity


@pytest.fixture(scope="module")
def made_vault(tmp_path_factory):
    return make_vault(tmp_path_factory.mktemp("calendar") / "team.edtui")


@pytest.fixture
def riet(edtui):
    return riets_visit(edtui)


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
    clash = edtui("visits", "add", "24-11", "--at", "14:30", "--person", "Riet", "--rule",
                  "FREQ=WEEKLY;COUNT=2", "--dry-run")  # fmt: skip
    assert clash.status == 0
    [said] = clash.err.splitlines()
    assert said.startswith("! Tue 24 Nov 2026: Riet"), said
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


def test_how_often_and_how_it_stands(edtui, riet):
    assert "as its kind" in edtui("visits", "norm", "De Linde").out
    [norm] = edtui("visits", "norm", "1", "--times", "2", "--not-before", "1-2", "--json").json
    assert (norm["visits_a_year"], norm["paused_until"]) == (2, "2027-02-01")
    assert edtui("visits", "norm", "1", "--times", "-1").status == 2
    [made] = edtui("visits", "status", riet["key"], "--to", "bevestigd", "--json").json
    assert made["status"] == "confirmed"
