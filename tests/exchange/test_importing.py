"""The demo's spreadsheet, row by row; choices; all or nothing; one undo; columns remembered."""

import pytest
from support import team_sheet

from edtui.config import data_dir
from edtui.desk import import_apply
from edtui.desk.import_apply import apply
from edtui.desk.import_rest import write_rest
from edtui.desk.import_sides import sides
from edtui.desk.importing import Choice, Outcome, make_plan
from edtui.desk.keeping import KnownColumns
from edtui.errors import NotFound
from edtui.exchange.sheets import Row, Sheet, read_sheets
from edtui.records.organisation import Organisation
from edtui.records.person import Person
from edtui.records.roles import RoleAssignment
from edtui.vault.errors import WriteFailed

DEMO = data_dir() / "demo"


def sheet_of(*rows, headers=("Naam", "E-mail", "Rol", "Organisatie")):
    return Sheet("s", 1, headers, tuple(Row(n, cells) for n, cells in enumerate(rows, start=2)))


def people(desk):
    return {person.id: person for person in desk.all(Person)}


@pytest.fixture
def demo_plan(memory_desk):
    return make_plan(memory_desk, read_sheets(DEMO / "team.xlsx")[0])


def test_the_demo_files_are_those_of_the_generator():
    """Rows and cells, not bytes: another zlib writes the same workbook differently."""
    assert (DEMO / "team.csv").read_bytes() == team_sheet.delimited()
    made = DEMO / "team.xlsx"
    assert len(read_sheets(made)) == 1
    assert [row.cells[0] for row in read_sheets(made)[0].rows] == [
        *map(str, range(1, 41)),
        "Totaal",
    ]


def test_which_rows_are_taken_doubled_and_refused(demo_plan):
    by = {
        outcome: [r.number for r in demo_plan.rows if r.outcome is outcome] for outcome in Outcome
    }
    assert by[Outcome.REFUSED] == [12, 22, 25, 29, 35, 46]
    assert by[Outcome.LIKE] == [38]
    assert by[Outcome.NEW] == sorted({*range(4, 24), *range(25, 45)} - {12, 22, 25, 29, 35, 38})
    columns = {r.number: [f.column for f in r.read.faults] for r in demo_plan.rows if r.read.faults}
    assert columns == {12: [4], 22: [6], 25: [11], 29: [8], 35: [None], 46: [None]}
    (double,) = [row for row in demo_plan.rows if row.outcome is Outcome.LIKE]
    assert [(like.row, like.person.surname) for like in double.like] == [(4, "Dam")]
    assert demo_plan.counts() == (34, 0, 1, 6)
    assert demo_plan.new_organisations == ("Buurthuis De Hoek", "De Linde", "Het Anker")


def test_the_faults_of_real_sheets_are_read(memory_desk, demo_plan):
    apply(memory_desk, demo_plan)
    found = {person.surname: person for person in memory_desk.all(Person)}
    assert found["Aalders"].birth_date.isoformat() == "1979-03-02"
    assert found["Wiel"].since.isoformat() == "2024-09-01"
    assert found["Bouzid"].contacts[1].value == "06 0000 0004"
    assert found["Hoekema"].contacts[1].value == "0600000006"
    assert found["Terpstra-Mol"].contracts[0].note == "ca. 4"
    assert found["Hof"].birth_date is None
    assert found["Kruiver"].first_names == "Bram"
    assert (found["Braak"].first_names, found["Braak"].infix) == ("Ineke", "ter")
    assert found["Meerdink"].first_names == "Zoë"
    assert found["Aksoyek"].status == "left"
    assert found["Lindeman"].vog.status == "applied"
    assert found["Schaapman"].notes == "=niet bellen na 17 uur"


def test_nothing_is_changed_until_it_is_applied(memory_desk, demo_plan):
    assert people(memory_desk) == {}
    done = apply(memory_desk, demo_plan)
    assert len(done.added) == len(people(memory_desk)) == 34
    assert memory_desk.count(RoleAssignment) == 34 + 6  # six of them are trainers too
    assert {o.name for o in memory_desk.all(Organisation)} == set(demo_plan.new_organisations)


def test_one_undo_takes_all_of_it_back(memory_desk, demo_plan):
    apply(memory_desk, demo_plan)
    assert memory_desk.undo_stack.undo() is not None
    for kind in (Person, RoleAssignment, Organisation, KnownColumns):
        assert memory_desk.count(kind) == 0
    memory_desk.undo_stack.redo()
    assert memory_desk.count(Person) == 34


def test_all_or_nothing(memory_desk, demo_plan, monkeypatch):
    def fall(*_):
        raise OSError("disk")

    monkeypatch.setattr(import_apply, "remembered", fall)
    with pytest.raises(OSError, match="disk"):
        apply(memory_desk, demo_plan)
    assert people(memory_desk) == {}
    assert memory_desk.count(Organisation) == 0


def test_merging_fills_what_is_empty_and_nothing_else(memory_desk):
    apply(
        memory_desk,
        make_plan(memory_desk, sheet_of(("Riet van Dam", "riet@example.org", "ed", ""))),
    )
    headers = ("Naam", "E-mail", "Mobiel", "Status", "Rol", "Opmerking")
    cells = ("Riet van Dam", "other@example.org", "06 0000 0001", "pauze", "ed, trainer", "nieuw")
    plan = make_plan(memory_desk, sheet_of(cells, headers=headers))
    assert plan.rows[0].choice is Choice.SKIP
    done = apply(memory_desk, plan.with_choice_for_like(Choice.MERGE))
    assert (done.added, done.merged) == ((), (1,))
    (riet,) = people(memory_desk).values()
    assert [way.value for way in riet.contacts] == ["riet@example.org", "06 0000 0001"]
    assert (riet.status, riet.notes, riet.revision) == ("active", "nieuw", 2)
    assert [role.role for role in memory_desk.all(RoleAssignment)] == ["peer_worker", "trainer"]


def test_a_double_within_the_sheet_becomes_one_person(memory_desk):
    sheet = sheet_of(
        ("Riet van Dam", "riet@example.org", "", ""),
        ("Riet van Dam", "riet@example.org", "cvp", "De Linde"),
    )
    plan = make_plan(memory_desk, sheet)
    assert [row.outcome for row in plan.rows] == [Outcome.NEW, Outcome.LIKE]
    apply(memory_desk, plan.with_choice(3, Choice.MERGE))
    assert len(people(memory_desk)) == 1
    (role,) = memory_desk.all(RoleAssignment)
    assert (role.role, role.organisation_id) == ("client_confidant", 1)


def test_merging_with_a_row_that_was_skipped_adds(memory_desk):
    sheet = sheet_of(("Riet van Dam", "", "", ""), ("Riet van Dam", "r@example.org", "", ""))
    plan = make_plan(memory_desk, sheet).with_choice(2, Choice.SKIP).with_choice(3, Choice.MERGE)
    assert len(apply(memory_desk, plan).added) == 1


def test_who_is_gone_meanwhile_stops_it_all(memory_desk):
    apply(memory_desk, make_plan(memory_desk, sheet_of(("Riet van Dam", "", "", ""))))
    sheet = sheet_of(("Bo Haan", "", "", ""), ("Riet van Dam", "r@example.org", "", ""))
    plan = make_plan(memory_desk, sheet).with_choice_for_like(Choice.MERGE)
    with memory_desk.act(plan.rows[1].like[0].reasons[0]) as act:
        act.remove(people(memory_desk)[1])
    with pytest.raises(NotFound):
        apply(memory_desk, plan)
    assert people(memory_desk) == {}


def test_choices_that_cannot_be(memory_desk):
    plan = make_plan(memory_desk, sheet_of(("", "x@example.org", "", ""), ("Bo", "", "", "")))
    with pytest.raises(ValueError, match="add"):
        plan.with_choice(2, Choice.ADD)
    with pytest.raises(ValueError, match="merge"):
        plan.with_choice(3, Choice.MERGE)


def test_columns_set_by_hand_are_remembered_for_the_next_list(memory_desk):
    headers = ("Wie is het", "Kleur", "E-mail")
    sheet = sheet_of(("Riet", "let op de trap", "r@example.org"), headers=headers)
    plan = make_plan(memory_desk, sheet)
    assert not plan.recalled
    chosen = plan.columns.with_column(0, "name").with_column(1, "note")
    apply(memory_desk, make_plan(memory_desk, sheet, chosen))
    turned = sheet_of(("bo@example.org", "Bo", "rood"), headers=("E-mail", "Wie is het", "kleur"))
    again = make_plan(memory_desk, turned)
    assert again.recalled
    assert again.columns.fields == ("email", "name", "note")
    apply(memory_desk, again)
    assert memory_desk.count(KnownColumns) == 1


def test_organisations_that_are_there_are_found_again(memory_desk):
    for name in ("Riet", "Bo"):
        sheet = sheet_of((f"{name} Dam", "", "ed", "de  linde" if name == "Bo" else "De Linde"))
        apply(memory_desk, make_plan(memory_desk, sheet))
    assert [o.name for o in memory_desk.all(Organisation)] == ["De Linde"]
    assert {role.organisation_id for role in memory_desk.all(RoleAssignment)} == {1}


def test_a_row_beside_whom_it_is_like(memory_desk):
    apply(
        memory_desk, make_plan(memory_desk, sheet_of(("Riet van Dam", "riet@example.org", "", "")))
    )
    headers = ("Naam", "E-mail", "Mobiel")
    plan = make_plan(memory_desk, sheet_of(("Riet van  dam", "", "0600000001"), headers=headers))
    (row,) = plan.rows
    shown = {side.label.msgid: side[1:] for side in sides(row, row.like[0])}
    assert shown["Name"] == ("Riet van dam", "Riet van Dam", True)
    assert shown["E-mail"] == (None, "riet@example.org", False)
    assert shown["Mobile"] == ("0600000001", None, False)
    assert "Date of birth" not in shown


def test_what_is_not_taken_leaves_through_the_log(demo_plan, memory_desk, tmp_path, monkeypatch):
    rest = tmp_path / "rest.csv"
    count = len(demo_plan.reasons())
    assert write_rest(memory_desk, rest, demo_plan) == count > 0
    [(_, entry)] = memory_desk.vault.dropped
    assert (entry["event"], entry["object_type"], entry["count"]) == ("export", "people", count)

    def full(*_args):
        raise WriteFailed

    monkeypatch.setattr(memory_desk.vault, "drop", full)
    with pytest.raises(WriteFailed):
        write_rest(memory_desk, tmp_path / "other.csv", demo_plan)
    assert not (tmp_path / "other.csv").exists()
