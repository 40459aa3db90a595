"""Vaults that earlier versions made, kept as they were: they open, and take part in what is new."""

import shutil
from pathlib import Path

import pytest
from format_reader import Reader
from support.team_vault import AUDITOR, GRANTS, KIOSK, OWNER, phrase, sit_down

from edtui.vault.kdf import FAST
from edtui.vault.opening import open_log_with_recovery

FILES = Path(__file__).parent / "files"
SHEET = (
    "walvis nieuws serre pakket rogge koala ivoor inham "
    "alpen export blauw okapi lucht biscuit diner minuut"
)


@pytest.fixture
def path(tmp_path):
    """A vault of before there were letterboxes and more than one person."""
    return Path(shutil.copy(FILES / "before_members.edtui", tmp_path / "team.edtui"))


def test_it_opens_for_reading_without_a_byte_changed(path):
    before = path.read_bytes()
    with sit_down(path, OWNER, read_only=True) as vault:
        assert [one["text"] for one in vault.db.table("office.notes")] == ["first", "second"]
        assert vault.verify().overstepped == {}
        assert vault.members.all()[0].owner
    assert path.read_bytes() == before
    assert len(Reader(path, OWNER, passphrase=phrase(OWNER)).bodies) > 1
    open_log_with_recovery(path, OWNER, SHEET.split()).close()


def test_it_takes_letterboxes_and_people(path):
    with sit_down(path, OWNER) as vault:
        vault.members.add_compartment("inbox", {OWNER: "rw"}, letterbox=True)
        vault.members.add_compartment("audit", {OWNER: "drop"}, letterbox=True)
        for name in (KIOSK, AUDITOR):
            vault.members.add(name, name, phrase(name), GRANTS[name], kdf=FAST)
        vault.drop("audit.lines", {"text": "let in"})
        vault.members.remove(KIOSK)
        vault.forget()
        assert vault.verify().overstepped == {}
    with sit_down(path, AUDITOR) as auditor:
        assert [one["text"] for one in auditor.db.table("audit.lines")] == ["let in"]
    with sit_down(path, OWNER) as vault:
        assert [one["text"] for one in vault.db.table("office.notes")] == ["first", "second"]
    open_log_with_recovery(path, OWNER, SHEET.split()).close()
