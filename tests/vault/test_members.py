"""People come, go, change what they may and lose their papers."""

import shutil

import pytest
from format_reader import Reader
from support.team_vault import (
    CONFIDANT,
    GRANTS,
    OWNER,
    PEER,
    bare_team,
    phrase,
    sit_down,
)

from edtui.vault.errors import (
    KeysChanged,
    MissingKey,
    NameTaken,
    NoSuchCompartment,
    NoSuchMember,
    OlderFile,
    WrongPassphrase,
    WrongRecoveryWords,
)
from edtui.vault.kdf import FAST
from edtui.vault.opening import open_log_with_recovery


@pytest.fixture
def path(tmp_path):
    return tmp_path / "team.edtui"


@pytest.fixture
def owner(path):
    vault = bare_team(path)
    for name in ("directory", "calendar", "casework", "office"):
        vault.db.table(f"{name}.notes").insert({"text": f"in {name}"})
    yield vault
    vault.close()


def let_in(vault, name=CONFIDANT, **more):
    return vault.members.add(
        name, "role", phrase(name), more.pop("grants", GRANTS[name]), kdf=FAST, **more
    )


def texts(vault, table):
    return [one["text"] for one in vault.db.table(table)]


def test_somebody_is_let_in(owner, path):
    words = let_in(owner, private="private/bram")
    assert len(words) == 16
    with sit_down(path, "bram ", phrase(CONFIDANT)) as bram:
        assert (bram.role, bram.user) == ("role", CONFIDANT)
        assert texts(bram, "casework.notes") == ["in casework"]
        bram.db.table("casework.notes").insert({"text": "from Bram"})
        bram.db.table("private/bram.notes").insert({"text": "own"})
        with pytest.raises(MissingKey):
            bram.db.table("office.notes").all()
        with pytest.raises(MissingKey):
            bram.db.table("shelf.notes").insert({})
    assert texts(owner, "casework.notes") == ["in casework"]
    owner.refresh()
    assert texts(owner, "casework.notes") == ["in casework", "from Bram"]
    assert owner.verify().writers.keys() == {OWNER, CONFIDANT}
    assert Reader(path, CONFIDANT, passphrase=phrase(CONFIDANT)).granted["role"] == "role"
    open_log_with_recovery(path, CONFIDANT, words).close()


def test_a_name_is_used_once_among_those_who_can_sign_in(owner, path):
    let_in(owner)
    for name in (" BRAM", OWNER):
        with pytest.raises(NameTaken):
            owner.members.add(name, "role", "x", {}, kdf=FAST)
    owner.members.remove(CONFIDANT)
    let_in(owner)
    sit_down(path, CONFIDANT).close()


def test_what_does_not_exist_is_said_and_changes_nothing(owner):
    before = owner.info().generation
    with pytest.raises(NoSuchCompartment):
        let_in(owner, grants={"kelder": "r"})
    with pytest.raises(ValueError, match="rights"):
        let_in(owner, grants={"office": "drop"})
    for act in (owner.members.remove, owner.members.allot_private):
        with pytest.raises(NoSuchMember):
            act("Niemand")
    assert owner.info().generation == before


def test_who_was_removed_opens_the_old_copy_and_nothing_newer(owner, path, tmp_path):
    words = let_in(owner)
    before = dict(owner._log.opened.keyring.compartments)
    shared = owner._log.opened.keyring
    old = tmp_path / "old.edtui"
    shutil.copy(path, old)
    running = sit_down(path, CONFIDANT)
    stolen = running._log.opened
    owner.members.remove(CONFIDANT)
    owner.db.table("casework.notes").insert({"text": "after"})

    with pytest.raises(WrongPassphrase):
        sit_down(path, CONFIDANT)
    with pytest.raises(WrongRecoveryWords):
        open_log_with_recovery(path, CONFIDANT, words)
    with pytest.raises(KeysChanged):
        running.refresh()
    assert running.read_only is not None
    running.close()
    with sit_down(old, CONFIDANT, read_only=True) as bram:
        assert texts(bram, "casework.notes") == ["in casework"]

    # No key that this person ever held is in use any more.
    now = owner._log.opened.keyring
    assert now.header_key != shared.header_key
    assert now.chain_key != shared.chain_key
    assert now.anchor_key != shared.anchor_key
    assert now.anchor_keys_before == (shared.anchor_key,)
    for number, part in now.compartments.items():
        was_read = part.name in {"directory", "calendar", "casework", "shelf"}
        assert set(part.keys.values()).isdisjoint(before[number].keys.values()) == was_read
    assert stolen.header.bundle(stolen.keyring.user_id, 1) is not None
    assert owner._log.opened.header.bundle(stolen.keyring.user_id, 1) is None
    assert owner.verify().overstepped == {}
    assert texts(owner, "casework.notes") == ["in casework", "after"]
    owner.close()
    with sit_down(path, OWNER) as again:
        assert texts(again, "casework.notes") == ["in casework", "after"]


def test_who_was_removed_cannot_put_a_generation_of_the_old_file_in_place(owner, path, tmp_path):
    """With the old keys the old file can be written on; whoever is signed in notices."""
    let_in(owner)
    old = tmp_path / "old.edtui"
    shutil.copy(path, old)
    owner.members.remove(CONFIDANT)
    with sit_down(old, CONFIDANT) as bram:
        while bram.info().generation <= owner.info().generation:
            bram.compact()
    old.replace(path)
    with pytest.raises((OlderFile, KeysChanged)):
        owner.refresh()
    assert owner.read_only is not None


def test_other_terminals_go_on_after_a_removal(owner, path):
    let_in(owner)
    let_in(owner, PEER)
    with sit_down(path, PEER) as peer:
        owner.members.remove(CONFIDANT)
        owner.db.table("calendar.notes").insert({"text": "new"})
        peer.refresh()
        assert texts(peer, "calendar.notes") == ["in calendar", "new"]
        peer.drop("inbox.notes", {"text": "hello"})
    owner.refresh()
    assert texts(owner, "inbox.notes") == ["hello"]


def test_rights_given_and_taken_need_nobodys_passphrase(owner, path):
    let_in(owner)
    bram = sit_down(path, CONFIDANT)
    bram.db.table("calendar.notes").insert({"text": "by Bram"})
    stolen = {one.name: one.keys for one in bram._log.opened.keyring.compartments.values()}
    owner.members.grant(CONFIDANT, {"office": "r", "calendar": "r"}, role="other")
    owner.db.table("casework.notes").insert({"text": "after"})
    bram.refresh()
    assert bram._log.role == "other"
    assert texts(bram, "office.notes") == ["in office"]
    assert texts(bram, "calendar.notes") == ["in calendar", "by Bram"]
    for table in ("casework.notes", "directory.notes"):
        with pytest.raises(MissingKey):
            bram.db.table(table).all()
    with pytest.raises(MissingKey):
        bram.db.table("calendar.notes").insert({})
    with pytest.raises(MissingKey):
        bram.drop("inbox.notes", {})
    bram.close()
    # What was taken has another key; what Bram wrote when it was allowed is no trespass now.
    for one in owner._log.opened.keyring.compartments.values():
        if one.name in {"casework", "directory", "calendar"}:
            assert set(one.keys.values()).isdisjoint(stolen[one.name].values())
    assert owner.verify().overstepped == {}


def test_a_right_to_read_is_refused_as_soon_as_one_writes(owner, path):
    let_in(owner, PEER)
    owner.db.table("shelf.notes").insert({"text": "x"})
    with sit_down(path, PEER) as peer:
        table = peer.db.table("shelf.notes")
        with peer.transaction():
            for act in (
                lambda: table.insert({}),
                lambda: table.update({"text": "y"}),
                lambda: table.remove(doc_ids=[1]),
                table.truncate,
            ):
                with pytest.raises(MissingKey):
                    act()
        assert texts(peer, "shelf.notes") == ["x"]
