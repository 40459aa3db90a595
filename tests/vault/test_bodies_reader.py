"""A reader made from FORMAT.md alone finds the documents in a vault."""

from bodies_reader import tables_of
from format_reader import Reader

from edtui.vault import create_vault
from edtui.vault.kdf import FAST


def test_documents_can_be_read_with_the_page_alone(tmp_path):
    path = tmp_path / "team.edtui"
    vault = create_vault(path, user="gonda", passphrase="een lange zin", kdf=FAST).vault
    people = vault.db.table("people")
    people.insert_multiple({"v": 2, "n": n, "naam": "Zoë\n\u2028"} for n in range(2000))
    people.remove(doc_ids=[2000])
    vault.db.table("gone").insert_multiple([{}, {}])
    vault.db.drop_table("gone")
    vault.db.table("empty", persist_empty=True)
    for compacted in (False, True):
        if compacted:
            vault.compact()
            people.update({"naam": "Bo"}, doc_ids=[7])
        reader = Reader(path, "gonda", passphrase="een lange zin")
        tables, high, schema = tables_of([body for _, _, body in reader.bodies])
        assert tables == {"people": {one.doc_id: one for one in people}, "empty": {}}
        assert list(tables["people"]) == [one.doc_id for one in people]
        assert high == {"people": 2000, "gone": 2}
        assert schema == {"people": 2}
    vault.close()
