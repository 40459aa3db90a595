"""People and organisations on the command line: what was added is listed, shown, changed, gone."""

import pytest

from edtui.records.organisation import Organisation
from edtui.records.person import Person


def test_the_list_says_who_is_there(edtui):
    answer = edtui("people", "list")
    assert answer.status == 0
    headers, anna = answer.out.splitlines()
    assert headers.startswith("No.  Name")
    assert "Anna Kuiper" in anna
    assert "coordinator" in anna


def test_json_parses_into_records_again(edtui):
    edtui(
        "people", "add", "Riet van Dam", "--email", "riet@example.org", "--born", "2-3-1960",
        "--since", "1 mrt 2024", "--hours", "4,5", "--origin", "cliënt", "--notes", "leest [dit]",
    )  # fmt: skip
    (found, _) = [Person.model_validate(row) for row in edtui("people", "list", "--json").json]
    assert (found.id, found.first_names, found.infix, found.surname) == (2, "Riet", "van", "Dam")
    assert found.birth_date.isoformat() == "1960-03-02"
    assert found.contracts[0].hours_a_week == 4.5
    assert found.origin == "client"
    assert found.contacts[0].value == "riet@example.org"
    (row,) = edtui("people", "list", "--json", "--find", "riet").json
    assert row["birth_date"] == "1960-03-02"


def test_a_role_at_an_organisation(edtui):
    assert edtui("organisations", "add", "De Linde", "--kind", "gemeente").out == "1  De Linde\n"
    edtui("people", "add", "Riet van Dam", "--role", "ed", "--organisation", "de linde")
    (row,) = edtui("people", "show", "2", "--json").json
    assert [(r["role"], r["organisation_id"]) for r in row["roles"]] == [("peer_worker", 1)]
    assert "De Linde" in edtui("people", "show", "2").out
    assert edtui("organisations", "remove", "1", "--yes").status == 1  # it is in use


def test_editing_changes_what_was_said_and_nothing_else(edtui):
    edtui("people", "add", "Riet van Dam", "--called", "Rie", "--email", "riet@example.org")
    edtui("people", "edit", "2", "--name", "Riet Post", "--mobile", "06-0000 0001")
    (row,) = edtui("people", "edit", "2", "--email", "", "--json").json
    person = Person.model_validate(row)
    assert (person.called, person.infix, person.surname) == ("Rie", "", "Post")
    assert [(way.kind, way.value) for way in person.contacts] == [("mobile", "06-0000 0001")]
    assert person.revision == 3


def test_status_and_removing(edtui):
    edtui("people", "add", "Riet van Dam")
    assert edtui("people", "status", "2", "pauze").status == 0
    assert edtui("people", "list", "--status", "pause").out.count("\n") == 2
    assert edtui("people", "status", "2", "idee").status == 2
    assert edtui("people", "remove", "2").status == 2  # nobody was there to say yes
    assert edtui("people", "remove", "2", "--yes").status == 0
    assert edtui("people", "show", "2").status == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", ""],
        ["add", "x" * 100],
        ["add", "Riet", "--origin", "van Mars"],
        ["add", "Riet", "--born", "ooit"],
        ["add", "Riet", "--hours", "veel"],
        ["add", "Riet", "--hours", "400"],
        ["edit", "1"],
        ["edit", "1", "--status", "xyzzy"],
        ["list", "--role", "xyzzy"],
    ],
)
def test_what_cannot_be_understood_changes_nothing(edtui, arguments):
    before = edtui("people", "list", "--json").json
    answer = edtui("people", *arguments)
    assert answer.status == 2
    assert answer.err.strip()
    assert edtui("people", "list", "--json").json == before


def test_private_text_does_nothing_to_the_terminal(edtui):
    hostile = "Ann [/b] \x1b[2J\x07\u202e[@click=app.quit]x[/]"
    assert edtui("people", "add", hostile, "--notes", "\x1b]0;title\x07").status == 0
    for verb in (["people", "list"], ["people", "show", "2"], ["people", "list", "--json"]):
        out = edtui(*verb).out
        assert "Ann [/b]" in out
        assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_organisations(edtui):
    edtui("organisations", "add", "De Linde", "--notes", "n")
    (row,) = edtui(
        "organisations", "edit", "1", "--name", "De Linden", "--active", "no", "--json"
    ).json
    assert Organisation.model_validate(row).name == "De Linden"
    assert edtui("organisations", "list", "--json").json == []
    assert len(edtui("organisations", "list", "--all", "--json").json) == 1
    assert "De Linden" in edtui("organisations", "show", "1").out
    assert edtui("organisations", "remove", "1", "--yes").status == 0
    assert edtui("organisations", "list", "--all").out.count("\n") == 1
