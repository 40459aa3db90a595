"""``edtui stories``: from a file to a told story and its withdrawal, without the screens."""

import pytest

TEXT = "Eerst was er storm.\n\nToen ging het open."
LESSON = ("--purpose", "training", "--for", "students", "--how", "on_paper")
USE = "training/students/on_paper"


@pytest.fixture
def story(edtui, tmp_path):
    """A story of Anna with a text that nobody approved yet."""
    path = tmp_path / "Na de storm.txt"
    path.write_text(TEXT)
    made = edtui("stories", "add", "--file", path, "--narrator", "Anna", "--named", "first name",
                 "--not-for", "kranten", "--json")  # fmt: skip
    assert made.status == 0, made.err
    assert "still lies there" in made.err
    return made.json[0]


@pytest.fixture
def ready(edtui, story):
    """The same, approved and ready."""
    mark = shown(edtui, story)["versions"][0]["mark"]
    approved = edtui("stories", "version", story["id"], "--approve", 1, "--seen", mark[:8],
                     "--how", "read together")  # fmt: skip
    assert approved.status == 0, approved.err
    edited = edtui("stories", "edit", "na de storm", "--status", "ready", "--others-checked")
    assert edited.status == 0, edited.err
    return {**story, "mark": mark}


def shown(edtui, story, *more):
    return edtui("stories", "show", story["id"], "--json", *more).json[0]


def allow(edtui, ready, *more):
    said = ("--seen", ready["mark"], "--no-see-first", *more)
    answer = edtui("stories", "consent", ready["id"], *said)
    assert answer.status == 0, answer.err
    return answer


def test_a_story_comes_in_and_is_read(edtui, story):
    assert (story["title"], story["workflow"]) == ("Na de storm", "writing")
    assert "Na de storm" in edtui("stories", "list", "--narrator", "1").out
    assert edtui("stories", "list", "--status", "ready", "--json").json == []
    assert TEXT not in edtui("stories", "show", story["id"], "--json").out
    page = edtui("stories", "show", "Na de storm").out
    assert "Not for: kranten" in page
    assert "not approved" in page
    assert "Toen ging het open." in edtui("stories", "show", story["id"], "--text", 1).out
    assert edtui("stories", "show", "9").status == 1
    assert edtui("stories", "add").status == 2


def test_only_the_text_that_was_seen_is_approved(edtui, story, tmp_path):
    wrong = edtui("stories", "version", story["id"], "--approve", 1, "--seen", "0" * 8)
    assert wrong.status == 5
    assert edtui("stories", "version", story["id"], "--approve", 1).status == 2
    path = tmp_path / "kort.md"
    path.write_text("# Kort\n\nHet ging open.")
    made = edtui("stories", "version", story["id"], "--file", path, "--kind", "shortened", "--json")
    assert (made.json[0]["no"], made.json[0]["text"]) == (2, "Het ging open.")
    bad = tmp_path / "kort.docx"
    bad.write_bytes(b"PK nothing")
    refused = edtui("stories", "version", story["id"], "--file", bad)
    assert (refused.status, "Traceback" in refused.err) == (1, False)


def test_the_gate_says_no_with_status_6_until_the_narrator_said_yes(edtui, ready):
    asked = edtui("stories", "may", ready["id"], *LESSON)
    assert asked.status == 6
    assert "has not given consent" in asked.out
    assert edtui("stories", "use", ready["id"], *LESSON).status == 6
    allow(edtui, ready, "--yes", USE, "--months", 12, "--evidence", "oral", "--witness", "Youssef")
    assert edtui("stories", "may", ready["id"], *LESSON).status == 0
    others = edtui(
        "stories", "may", "--purpose", "press", "--for", "public", "--how", "web", "--json"
    )
    assert [one["answer"] for one in others.json] == ["may_not"]
    used = edtui(
        "stories", "use", ready["id"], *LESSON, "--occasion", "lesson", "--copies", 30, "--json"
    )
    assert (used.json[0]["occasion"], used.json[0]["copies"]) == ("lesson", 30)
    assert len(shown(edtui, ready, "--uses")["uses"]) == 1
    stopped = edtui("stories", "consent", ready["id"], "--stop", USE)
    assert stopped.status == 0
    assert edtui("stories", "use", ready["id"], *LESSON).status == 6
    after = edtui("stories", "use", ready["id"], *LESSON, "--afterwards")
    assert after.status == 0
    assert "not allowed" in after.err


def test_asked_each_time(edtui, ready):
    allow(edtui, ready, "--ask", USE, "--until", "+3m")
    assert edtui("stories", "may", ready["id"], *LESSON, "--ask").status == 6
    [line] = edtui("stories", "may", ready["id"], *LESSON, "--json").json
    assert line["answer"] == "may_if_asked"
    assert edtui("stories", "consent", ready["id"], "--yes", "training/students").status == 2
    assert edtui("stories", "consent", ready["id"], "--yes", USE, "--no").status == 2
    assert "ask" in edtui("stories", "consent", ready["id"]).out


def test_on_the_shelf_and_off_it(edtui, ready):
    assert edtui("stories", "shelf", ready["id"]).status == 6
    allow(edtui, ready, "--yes", "shelf/public/internal_digital", "--months", 12)
    [put] = edtui("stories", "shelf", ready["id"], "--json").json
    assert (put["audiences"], put["until"]) == (["public"], "2027-11-21")
    assert "Na de storm" in edtui("stories", "shelf").out
    assert edtui("stories", "shelf", ready["id"], "--off").status == 0
    assert edtui("stories", "shelf", "--json").json == []


def test_withdrawn_and_worked_off(edtui, ready):
    allow(edtui, ready, "--yes", USE, "--months", 12)
    edtui("stories", "use", ready["id"], *LESSON, "--copies", 3)
    assert edtui("stories", "withdraw", ready["id"]).status == 2, "not without --yes"
    gone = edtui("stories", "withdraw", ready["id"], "--yes", "--via", "phone", "--json")
    assert gone.status == 0, gone.err
    [report] = gone.json
    assert report["open"] == 1
    assert edtui("stories", "list", "--json").json == []
    assert edtui("stories", "show", ready["id"]).status == 1
    done = edtui("stories", "withdraw", ready["id"], "--done", report["uses"][0]["id"], "--told",
                 "--result", "shredded")  # fmt: skip
    assert done.status == 0
    assert "still open: 0" in done.out
    mended = edtui("stories", "withdraw", ready["id"], "--via", "letter", "--json")
    assert mended.json[0]["tombstone"]["via"] == "letter", "what was misheard can be mended"
    assert [one["story_id"] for one in edtui("stories", "list", "--withdrawn", "--json").json] == [
        ready["id"]
    ]


def test_a_booklet_of_what_may(edtui, ready, tmp_path):
    path = tmp_path / "verhalen.pdf"
    occasion = ("--purpose", "training", "--for", "students")
    refused = edtui("stories", "booklet", path, ready["id"], *occasion)
    assert refused.status == 6
    assert "Na de storm stayed in" in refused.err
    assert not path.exists()
    allow(edtui, ready, "--yes", USE, "--months", 12)
    other = edtui("stories", "add", "Nog niets", "--json").json[0]
    made = edtui("stories", "booklet", path, f"{ready['id']}/1", other["id"], *occasion,
                 "--kind", "handout", "--copies", 12, "--json")  # fmt: skip
    assert made.status == 0, made.err
    assert path.read_bytes().startswith(b"%PDF")
    assert [one["story_id"] for one in made.json[0]["stories"]] == [ready["id"]]
    assert [one["story_id"] for one in made.json[0]["left_out"]] == [other["id"]]
    [use] = shown(edtui, ready, "--uses")["uses"]
    assert (use["where_found"], use["copies"]) == ("verhalen.pdf", 12)
    assert edtui("stories", "booklet", path, ready["id"], *occasion).status == 2
    whole = edtui("stories", "booklet", tmp_path / "alle.pdf", "--all", *occasion)
    assert (whole.status, whole.err) == (0, "")
    none = ("--all", "--purpose", "press", "--for", "public")
    assert edtui("stories", "booklet", tmp_path / "geen.pdf", *none).status == 6


def test_handed_over_when_the_organisation_ends(edtui, ready, tmp_path):
    allow(edtui, ready, "--yes", "archive/partners/internal_digital", "--months", 12)
    said = edtui("stories", "end", ready["id"], "--to", "pass on", "--by", "Youssef", "--json")
    assert [(one["end"], one["stays"]) for one in said.json] == [("pass_on", [])]
    folder = tmp_path / "handover"
    folder.mkdir()
    two = "linde boot kraan zeven\nfiets onder de brug bij mos\nregen op het dakraam van vilt"
    who = ("--first", "Riet", "--second", "Youssef")
    assert edtui("stories", "handover", folder, *who).status == 2, "not without --yes"
    done = edtui("stories", "handover", folder, *who, "--yes", "--json", passphrase=two)
    assert done.status == 0, done.err
    assert done.json[0]["passed_on"] == [ready["id"]]
    both = two.split("\n", 1)[1]
    opened = edtui("stories", "unpack", folder / "stories.package", passphrase=both)
    assert opened.json[0]["stories"][0]["title"] == "Na de storm"
    wrong = edtui("stories", "unpack", folder / "stories.package", passphrase="een\ntwee")
    assert (wrong.status, "Traceback" in wrong.err) == (3, False)
