"""``edtui cases`` and ``edtui actions``: casework without the screens."""

import io

import pytest


@pytest.fixture
def case(edtui):
    [made] = edtui(
        "cases", "add", "wants to know why", "--nature", "complaint", "--theme", "housing",
        "--involuntary", "seclusion", "--comes-back", "+3d", "--json",
    ).json  # fmt: skip
    return made


def test_a_case_from_begun_to_closed(edtui, case):
    assert case["themes"] == ["housing", "seclusion"]
    assert case["involuntary"] == ["seclusion"]
    colour, animal = case["handle"].split(" ")
    listed = edtui("cases", "list", "--nature", "complaint")
    assert case["handle"] in listed.out
    assert edtui("cases", "list", "--theme", "food", "--json").json == []
    shown = edtui("cases", "show", case["handle"])
    assert "Involuntary: seclusion" in shown.out
    closed = edtui("cases", "close", case["id"], "understood", "--words", "explained",
                   "--undertaken", "information")  # fmt: skip
    assert (closed.status, closed.err) == (0, "")
    assert edtui("cases", "list", "--json").json == []
    [found] = edtui("cases", "list", "--all", "--json").json
    assert (found["outcome"], found["undertaken"]) == ("understood", ["information"])
    assert edtui("cases", "close", case["id"], "solved").status == 2
    assert (colour, animal) == tuple(found["handle"].split(" "))


def test_a_case_is_changed_by_what_is_given(edtui, case):
    edtui("cases", "edit", case["id"], "--status", "waiting", "--involuntary", "privacy",
          "--next", "call")  # fmt: skip
    [found] = edtui("cases", "list", "--json").json
    assert (found["status"], found["next_step"]) == ("waiting", "call")
    assert found["themes"] == ["housing", "seclusion", "privacy"]
    assert found["summary"] == case["summary"]
    assert edtui("cases", "edit", case["id"]).status == 2
    assert edtui("cases", "edit", case["id"], "--status", "closed").status == 2


def test_a_note_shows_its_empty_side_and_is_read_in_full_when_asked(edtui, case, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("Heard it late.\n\n- wants **to stay**\n"))
    written = edtui("cases", "note", case["id"], "--client", "-", "--question", "how?", "--final")
    assert written.status == 0
    assert "still empty: What the organisation meant" in written.out
    heads = edtui("cases", "show", case["id"])
    assert "how?" in heads.out
    assert "Heard it late" not in heads.out
    assert "client" not in edtui("cases", "show", case["id"], "--json").json[0]["notes"][0]
    assert "- wants **to stay**" in edtui("cases", "show", case["id"], "--notes").out


def test_what_could_name_somebody_is_said_and_stops_nobody(edtui):
    answer = edtui("cases", "add", "Anna Kuiper belde 06 12345678")
    assert answer.status == 0
    assert answer.err.strip()
    assert "Traceback" not in answer.err


def test_action_points(edtui, case):
    made = edtui("actions", "add", "ask for the letter", "--who", "anna", "--before", "+2d",
                 "--case", case["id"], "--json")  # fmt: skip
    [action] = made.json
    assert (action["person_id"], action["who"]) == (1, "Anna Kuiper")
    outside = edtui("actions", "add", "answer", "--who", "team leader", "--json").json[0]
    assert (outside["person_id"], outside["who"]) == (None, "team leader")
    assert [o["id"] for o in edtui("actions", "list", "--mine", "--json").json] == [action["id"]]
    assert [o["id"] for o in edtui("actions", "list", "--waiting", "--json").json] == [
        outside["id"]
    ]
    assert "in 2 days" in edtui("actions", "list").out
    assert edtui("actions", "done", action["id"]).status == 0
    assert edtui("actions", "drop", outside["id"], "not wanted").status == 0
    assert edtui("actions", "list", "--json").json == []
    assert len(edtui("actions", "list", "--closed", "--json").json) == 2
    assert edtui("actions", "done", action["id"]).status == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("cases", "show", "pink elephant"),
        ("cases", "close", "1", "nonsense"),
        ("cases", "add", "x", "--theme", "nonsense"),
        ("cases", "add", "x", "--comes-back", "someday"),
        ("actions", "add", " "),
        ("actions", "done", "99"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(edtui, case, arguments):
    answer = edtui(*arguments)
    assert answer.status in (1, 2)
    assert answer.out == ""
    assert answer.err
    assert "Traceback" not in answer.err
