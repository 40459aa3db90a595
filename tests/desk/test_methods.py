"""Methods of the team's own, beside the files."""

import pytest

from edtui import config
from edtui.desk import methods as methods_desk
from edtui.records.method import MethodStep, Use, Words


@pytest.fixture(autouse=True)
def files_anew():
    methods_desk.look_at_files_again()
    yield
    methods_desk.look_at_files_again()


def test_sixteen_are_offered(memory_desk):
    assert len(methods_desk.offered(memory_desk)) == 16
    assert [m.code for m in methods_desk.offered(memory_desk, Use.FRAME)] == ["two_weekly"]
    assert methods_desk.troubles() == []


def test_a_method_is_made_changed_dropped_and_put_back(memory_desk):
    steps = (
        MethodStep(title=Words(nl="Eén"), minutes=4),
        MethodStep(title=Words(nl="Twee"), minutes=6),
    )
    made = methods_desk.save_method(
        memory_desk, methods_desk.new_method(memory_desk, "Rondje", steps)
    )
    assert methods_desk.methods(memory_desk)["rondje"].minutes == 10
    methods_desk.drop_method(memory_desk, made.code)
    assert "rondje" not in methods_desk.methods(memory_desk)
    copy = methods_desk.copy_of(memory_desk, "cura", "CURA")
    assert copy.code == "cura_2"
    assert copy.steps == methods_desk.method(memory_desk, "cura").steps


def test_what_the_team_changes_takes_the_files_place(memory_desk):
    cura = methods_desk.method(memory_desk, "cura")
    longer = cura.steps[0].with_(minutes=10)
    methods_desk.save_method(memory_desk, cura.with_(steps=(longer, *cura.steps[1:]), minutes=30))
    assert methods_desk.method(memory_desk, "cura").minutes == 30
    methods_desk.drop_method(memory_desk, "cura")  # the team's changes go first
    assert methods_desk.method(memory_desk, "cura").minutes == 25
    methods_desk.drop_method(memory_desk, "cura")
    assert "cura" not in {m.code for m in methods_desk.offered(memory_desk)}
    methods_desk.drop_method(memory_desk, "cura")
    assert "cura" not in {m.code for m in methods_desk.offered(memory_desk)}


def test_a_file_of_ones_own_is_offered_and_a_wrong_one_is_told(memory_desk):
    folder = config.config_dir() / "methods"
    folder.mkdir(parents=True)
    (folder / "stil.toml").write_text(
        'name = { nl = "Stilte" }\nminutes = 3\n'
        '[[steps]]\ntitle = { nl = "Stil" }\nminutes = 3\n', encoding="utf-8",
    )  # fmt: skip
    (folder / "fout.toml").write_text("minutes = ", encoding="utf-8")
    assert methods_desk.method(memory_desk, "stil").name.text("en") == "Stilte"
    (trouble,) = methods_desk.troubles()
    assert trouble.params["file"] == "fout.toml"
