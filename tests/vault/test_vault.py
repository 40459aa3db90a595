"""A vault in a file: made, opened, written by two, locked; what a person relies on."""

import subprocess
import sys

import pytest
from tinydb import where

from edtui.vault import VaultClosed, create_vault, open_vault, open_vault_with_recovery
from edtui.vault.errors import AlreadyThere, MissingKey, ReadOnlyLog, WrongPassphrase
from edtui.vault.kdf import FAST
from edtui.vault.store import NEWER

PHRASE = "vier losse woorden samen"
COMPARTMENTS = ("directory", "office")


def compartment_of(table: str) -> str:
    return {"people": "office", "cases": "casework"}.get(table, "")


@pytest.fixture
def made(tmp_path, clock):
    new = create_vault(
        tmp_path / "team.edtui",
        user="gonda",
        passphrase=PHRASE,
        label="Team Noord",
        compartments=COMPARTMENTS,
        compartment_of=compartment_of,
        clock=clock,
        kdf=FAST,
    )
    yield new
    new.vault.close()


@pytest.fixture
def vault(made):
    return made.vault


@pytest.fixture
def reopen(vault, clock):
    opened = []

    def reopen(phrase=PHRASE, **kwargs):
        arguments = {"compartment_of": compartment_of, "clock": clock, **kwargs}
        opened.append(open_vault(vault.path, "gonda", phrase, **arguments))
        return opened[-1]

    yield reopen
    for one in opened:
        one.close()


def test_what_was_saved_is_there_after_opening_again(vault, reopen):
    with vault.transaction():
        number = vault.db.table("people").insert({"name": "Gonda [/b] é 🌷"})
        vault.db.table("words").insert({"word": "vis"})
    vault.close()
    again = reopen()
    assert again.db.tables() == {"people", "words"}
    assert again.db.table("people").get(doc_id=number) == {"name": "Gonda [/b] é 🌷"}
    assert (again.user, again.role, again.label) == ("gonda", "coordinator", "Team Noord")
    assert again.user_id == vault.user_id
    assert again.notices == []
    assert again.read_only is None


def test_no_word_of_it_stands_in_the_file(vault, tmp_path):
    vault.db.table("people").insert({"name": "Zilverdraadje", "note": "zeldzaamwoord"})
    vault.compact()
    vault.db.table("people").insert({"name": "Zilverdraadje", "note": "zeldzaamwoord"})
    vault.close()
    for file in tmp_path.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert b"Zilverdraadje" not in content
        assert b"zeldzaamwoord" not in content
        assert b"people" not in content


def test_two_processes_see_each_other_and_share_no_number(vault, reopen):
    other = reopen()
    assert vault.db.table("people").insert({"by": "desk"}) == 1
    assert other.db.table("people").insert({"by": "kiosk"}) == 2
    assert vault.refresh()
    assert not vault.refresh()
    assert vault.db.table("people").search(where("by") == "kiosk") == [{"by": "kiosk"}]
    other.compact()
    vault.db.table("people").remove(doc_ids=[2])
    assert vault.db.table("people").insert({"by": "desk"}) == 3
    with other.transaction():
        assert [one.doc_id for one in other.db.table("people")] == [1, 3]


def test_writers_in_other_processes_lose_nothing(vault):
    script = (
        "import sys; sys.path.insert(0, sys.argv[2]); from edtui.vault import open_vault\n"
        f"vault = open_vault(sys.argv[1], 'gonda', {PHRASE!r})\n"
        "for n in range(30): vault.db.table('words').insert({'n': n})\n"
    )
    root = __file__.rsplit("/tests/", 1)[0]
    command = [sys.executable, "-c", script, str(vault.path), root]
    processes = [subprocess.Popen(command) for _ in range(3)]
    for _ in range(30):
        vault.db.table("words").insert({"n": 0})
    assert [process.wait(timeout=60) for process in processes] == [0, 0, 0]
    vault.refresh()
    assert sorted(one.doc_id for one in vault.db.table("words")) == list(range(1, 121))


def test_many_documents_at_once_are_one_commit(vault, reopen):
    many = [{"n": n, "text": "x" * 200} for n in range(3000)]
    before = vault.info().sequence
    assert vault.db.table("people").insert_multiple(many) == list(range(1, 3001))
    assert vault.info().sequence <= before + 2
    assert reopen().db.table("people").all() == many


def test_a_large_document_fits(vault, reopen):
    large = {"text": "x" * 9_000_000}
    vault.db.table("people").insert(large)
    vault.compact()
    assert reopen().db.table("people").all() == [large]


def test_closing_compacts_when_much_was_written(vault, reopen):
    table = vault.db.table("people")
    for n in range(12):
        table.upsert({"id": 1, "text": f"{n}" * 500_000}, where("id") == 1)
    assert vault.compaction_is_due
    size = vault.info().size
    vault.close()
    again = reopen()
    assert again.info().size < size / 5
    assert again.db.table("people").all() == [{"id": 1, "text": "11" * 500_000}]
    assert again.info().generation == 2


def test_a_table_without_a_key_is_refused_and_not_shown_empty(vault):
    with pytest.raises(MissingKey):
        vault.db.table("cases").all()
    with pytest.raises(MissingKey):
        vault.db.table("cases").insert({})


def test_a_newer_schema_opens_read_only_and_says_so(vault, reopen):
    vault.db.table("people").insert({"v": 4, "name": "Gonda"})
    vault.close()
    older = reopen(newest={"people": 3})
    assert older.read_only is NEWER
    assert older.db.table("people").all() == [{"v": 4, "name": "Gonda"}]
    with pytest.raises(ReadOnlyLog):
        older.db.table("people").insert({"v": 3})
    older.close()
    assert reopen(newest={"people": 4}).read_only is None


def test_opening_for_reading_writes_nothing(vault, reopen):
    vault.db.table("people").insert({"name": "Gonda"})
    vault.close()
    before = vault.path.read_bytes()
    reader = reopen(read_only=True)
    assert len(reader.db.table("people")) == 1
    assert reader.read_only is not None
    with pytest.raises(ReadOnlyLog):
        reader.db.table("people").truncate()
    reader.close()
    assert vault.path.read_bytes() == before


def test_the_passphrase_can_be_changed(vault, reopen):
    vault.db.table("people").insert({"name": "Gonda"})
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("een andere", "nieuw en lang genoeg")
    vault.change_passphrase(PHRASE, "nieuw en lang genoeg")
    vault.db.table("people").insert({"name": "Bo"})
    with pytest.raises(WrongPassphrase):
        reopen()
    assert len(reopen("nieuw en lang genoeg").db.table("people")) == 2


def test_the_recovery_sheet_opens_it(made, clock):
    made.vault.db.table("people").insert({"name": "Gonda"})
    made.vault.close()
    words = made.recovery_words
    again = open_vault_with_recovery(
        made.vault.path, "gonda", words, compartment_of=compartment_of, clock=clock
    )
    again.change_passphrase(None, "weer een nieuwe zin")
    assert len(again.db.table("people")) == 1
    again.close()
    open_vault(made.vault.path, "gonda", "weer een nieuwe zin").close()


def test_a_file_is_never_overwritten_by_a_new_vault(vault):
    with pytest.raises(AlreadyThere):
        create_vault(vault.path, user="bo", passphrase=PHRASE, kdf=FAST)


def test_info_tells_sizes_and_no_content(vault):
    vault.db.table("people").insert_multiple([{"name": "Gonda"}, {"name": "Bo"}])
    about = vault.info()
    assert about.documents == {"people": 2}
    assert about.compartments == COMPARTMENTS
    assert about.members == {"gonda": "coordinator"}
    assert 0 < about.journal < about.size
    assert "Gonda" not in str(about)


def test_verify_reads_everything(vault):
    vault.db.table("people").insert({"name": "Gonda"})
    report = vault.verify()
    assert report.writers.keys() == {"gonda"}
    assert report.commits == 1


def test_a_closed_vault_says_so(vault):
    vault.db.table("people").insert({"name": "Gonda"})
    vault.close()
    vault.close()
    with pytest.raises(VaultClosed):
        vault.db.table("people").all()
    with pytest.raises(VaultClosed), vault.transaction():
        pass


def test_errors_can_be_imported_without_heavy_libraries():
    script = "import sys, edtui.vault.errors; print({'tinydb', 'cryptography'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
