"""People come, go, change what they may and lose their papers."""

import shutil
from dataclasses import replace

import pytest
from format_reader import Reader
from support.team_vault import (
    AUDITOR,
    CONFIDANT,
    GRANTS,
    KIOSK,
    OWNER,
    PEER,
    PRIVATE,
    bare_team,
    phrase,
    sit_down,
    team,
)

from edtui.vault.acceptance import NO_STATE, RESTORED, Acceptance, State
from edtui.vault.amending import Amendment
from edtui.vault.errors import (
    Damaged,
    KeysChanged,
    LastOwner,
    MissingKey,
    MistypedRecoveryWords,
    NameTaken,
    NoSuchCompartment,
    NoSuchMember,
    NothingToRecover,
    OlderFile,
    OwnerOnly,
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


def test_only_an_owner_changes_others(owner, path):
    let_in(owner)
    with sit_down(path, CONFIDANT) as bram:
        for act in (
            lambda: bram.members.add("X", "role", "x", {}),
            lambda: bram.members.remove(OWNER),
            lambda: bram.members.grant(CONFIDANT, {"office": "rw"}),
            lambda: bram.members.let_in_anew(OWNER, "x"),
            lambda: bram.members.add_compartment("x", {}),
        ):
            with pytest.raises(OwnerOnly):
                act()
    for act in (
        lambda: owner.members.remove(OWNER),
        lambda: owner.members.grant(OWNER, {}, owner=False),
        lambda: owner.members.let_in_anew(OWNER, "x"),
    ):
        with pytest.raises(LastOwner):
            act()


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


def test_an_older_granted_bundle_put_back_is_noticed(owner, path):
    """Who saw the file before a grant was taken cannot put the old ring on the new file."""
    let_in(owner)
    with sit_down(path, CONFIDANT) as bram:
        before = bram._log.opened
    owner.members.grant(CONFIDANT, {})
    now = owner._log.opened
    owner.close()
    header = now.header
    mixed = tuple(
        one
        if one.user_id != before.keyring.user_id
        else one._replace(box=before.header.bundle(one.user_id, one.kind))
        for one in header.bundles
    )
    raw = replace(header, bundles=mixed).packed(now.keyring.header_key)
    path.write_bytes(raw + raw + path.read_bytes()[2 * len(raw) :])
    with pytest.raises(Damaged):
        sit_down(path, CONFIDANT)


def test_several_owners(owner, path):
    let_in(owner, grants={"office": "rw"}, owner=True)
    with sit_down(path, CONFIDANT) as bram:
        bram.members.add(PEER, "role", phrase(PEER), {"casework": "r"}, kdf=FAST)
        assert {one.name for one in bram.members.all() if one.owner} == {OWNER, CONFIDANT}
    with sit_down(path, PEER) as peer:
        assert texts(peer, "casework.notes") == ["in casework"]
    owner.refresh()
    assert [one.name for one in owner.members.all()] == [OWNER, CONFIDANT, PEER]


@pytest.mark.parametrize("removed", [True, False])
def test_who_is_no_owner_any_more_knows_no_key_of_anybody(owner, path, removed):
    """An owner could open every ring: so everybody's user key is another one afterwards."""
    let_in(owner, grants={"office": "rw"}, owner=True)
    sheet = let_in(owner, PEER, private="private/chris")
    with sit_down(path, CONFIDANT) as bram:
        seen = Amendment(bram._log.opened)
        known = set(seen._user_keys.values())
        parts = {number: one.keys[one.generation] for number, one in seen.parts.items()}
        assert len(known) == 3
        assert len(parts) == 8
        keyring = bram._log.opened.keyring
        admin, signing = keyring.admin_key, keyring.owner_private
    if removed:
        owner.members.remove(CONFIDANT)
    else:
        owner.members.grant(CONFIDANT, {"office": "rw"}, owner=False)
    amendment = Amendment(owner._log.opened)
    assert known.isdisjoint(amendment._user_keys.values())
    for number, one in amendment.parts.items():
        assert one.keys[one.generation] != parts[number]
    assert owner._log.opened.keyring.admin_key != admin
    assert owner._log.opened.keyring.owner_private != signing
    with sit_down(path, PEER) as peer:
        assert texts(peer, "calendar.notes") == ["in calendar"]
        peer.change_passphrase(phrase(PEER), "heel wat anders")
    Reader(path, PEER, passphrase="heel wat anders")
    open_log_with_recovery(path, PEER, sheet).close()
    owner.close()
    sit_down(path, OWNER).close()
    if not removed:
        with sit_down(path, CONFIDANT) as bram:
            assert texts(bram, "office.notes") == ["in office"]
            with pytest.raises(OwnerOnly):
                bram.members.remove(PEER)


def test_what_is_private_stays_so_when_the_owner_gives_new_papers(path):
    owner, words = team(path)
    private = f"{PRIVATE[CONFIDANT]}.notes"
    with sit_down(path, CONFIDANT) as bram:
        bram.db.table(private).insert({"text": "mine"})
    new_words = owner.members.let_in_anew(CONFIDANT, "door Anna gekozen", kdf=FAST)
    assert owner.verify().overstepped == {}
    with pytest.raises(WrongPassphrase):
        sit_down(path, CONFIDANT)
    with pytest.raises(WrongRecoveryWords):
        open_log_with_recovery(path, CONFIDANT, words[CONFIDANT])
    with sit_down(path, CONFIDANT, "door Anna gekozen") as bram:
        with pytest.raises(MissingKey):
            bram.db.table(private).all()
        for wrong in (new_words, words[PEER]):
            with pytest.raises(NothingToRecover):
                bram.members.recover_private(wrong)
        with pytest.raises(MistypedRecoveryWords):
            bram.members.recover_private(["aap"])
        bram.members.recover_private(words[CONFIDANT])
        assert texts(bram, private) == ["mine"]
        bram.db.table(private).insert({"text": "more"})
    with sit_down(path, CONFIDANT, "door Anna gekozen") as bram:
        assert texts(bram, private) == ["mine", "more"]
        assert bram.verify().writers[CONFIDANT] >= 2
    owner.close()


def test_what_is_private_can_be_begun_anew(path):
    owner, words = team(path)
    private = f"{PRIVATE[CONFIDANT]}.notes"
    with sit_down(path, CONFIDANT) as bram:
        bram.db.table(private).insert({"text": "mine"})
    owner.members.let_in_anew(CONFIDANT, "door Anna gekozen", kdf=FAST)
    with sit_down(path, CONFIDANT, "door Anna gekozen") as bram:
        bram.members.begin_private(PRIVATE[CONFIDANT])
        assert texts(bram, private) == []
        bram.db.table(private).insert({"text": "new"})
        with pytest.raises(NothingToRecover):
            bram.members.recover_private(words[CONFIDANT])
        with pytest.raises(MissingKey):
            bram.members.begin_private("nog een")
    with sit_down(path, CONFIDANT, "door Anna gekozen") as bram:
        assert texts(bram, private) == ["new"]
    owner.refresh()
    owner.members.allot_private(KIOSK)
    owner.close()
    with sit_down(path, KIOSK) as kiosk:
        kiosk.members.begin_private("private/zuil")
        kiosk.db.table("private/zuil.notes").insert({"text": "x"})


def test_no_owner_opens_what_is_private(path):
    """Whatever key the owner has, in the file or from anybody's ring: none opens it."""
    owner, _ = team(path)
    with sit_down(path, CONFIDANT) as bram:
        secret = bram._log.opened.keyring.named(PRIVATE[CONFIDANT])
    amendment = Amendment(owner._log.opened)
    assert secret.number not in amendment.parts
    opened = [key for one in amendment.parts.values() for key in one.keys.values()]
    assert not set(secret.keys.values()) & set(opened)
    owner.members.grant(CONFIDANT, GRANTS[CONFIDANT])
    with sit_down(path, CONFIDANT) as bram:
        assert bram._log.opened.keyring.named(PRIVATE[CONFIDANT]).keys == secret.keys
    owner.members.remove(CONFIDANT)
    assert secret.number not in owner._log._generation.place.heads
    owner.close()


def test_the_first_passphrase_is_put_aside_with_all_that_it_opened(path):
    owner, words = team(path)
    private = f"{PRIVATE[PEER]}.notes"
    with sit_down(path, PEER) as peer:
        peer.db.table(private).insert({"text": "mine"})
        known = peer._log.opened
        with pytest.raises(WrongPassphrase):
            peer.members.make_own("fout", "helemaal van mij")
        new = peer.members.make_own(phrase(PEER), "helemaal van mij", kdf=FAST)
        assert texts(peer, private) == ["mine"]
        now = peer._log.opened
        assert now.own_key != known.own_key
        assert not set(now.keyring.named(PRIVATE[PEER]).keys.values()) & set(
            known.keyring.named(PRIVATE[PEER]).keys.values()
        )
    with pytest.raises(WrongPassphrase):
        sit_down(path, PEER)
    with pytest.raises(WrongRecoveryWords):
        open_log_with_recovery(path, PEER, words[PEER])
    open_log_with_recovery(path, PEER, new).close()
    with sit_down(path, PEER, "helemaal van mij") as peer:
        assert texts(peer, private) == ["mine"]
    owner.refresh()
    owner.members.remove(KIOSK)
    with sit_down(path, PEER, "helemaal van mij") as peer:
        assert texts(peer, private) == ["mine"]
    owner.close()


def test_a_new_recovery_sheet_puts_the_old_one_out_of_use(path):
    owner, words = team(path)
    with sit_down(path, AUDITOR) as dora:
        with pytest.raises(WrongPassphrase):
            dora.members.new_recovery_sheet("fout")
        new = dora.members.new_recovery_sheet(phrase(AUDITOR))
    with pytest.raises(WrongRecoveryWords):
        open_log_with_recovery(path, AUDITOR, words[AUDITOR])
    open_log_with_recovery(path, AUDITOR, new).close()
    owner.close()


def test_an_auditor_who_goes_leaves_the_log_readable_for_the_next(path):
    owner, _ = team(path)
    owner.drop("audit.lines", {"text": "before"})
    with sit_down(path, AUDITOR) as dora:
        old = dora._log.opened.keyring.named("audit").keys
    owner.members.remove(AUDITOR)
    owner.drop("audit.lines", {"text": "between"})
    owner.members.add("Eva", "auditor", phrase("Eva"), GRANTS[AUDITOR], kdf=FAST)
    owner.drop("audit.lines", {"text": "after"})
    with pytest.raises(MissingKey):
        owner.db.table("audit.lines").all()
    owner.close()
    with sit_down(path, "Eva") as eva:
        assert texts(eva, "audit.lines") == ["before", "between", "after"]
        keys = eva._log.opened.keyring.named("audit").keys
        assert keys.items() > old.items()
        assert len(keys) == 2
    assert [
        body
        for name, kind, body in Reader(path, "Eva", passphrase=phrase("Eva")).bodies
        if name == "audit" and kind == "drop"
    ]


def test_a_compartment_that_the_owner_gave_away_is_sealed_anew_all_the_same(owner, path):
    """The owner holds no casework here, and its key changes when a reader goes."""
    let_in(owner)
    let_in(owner, PEER, grants={"casework": "rw"})
    owner.members.grant(OWNER, {"office": "rw", "directory": "rw"})
    with pytest.raises(MissingKey):
        owner.db.table("casework.notes").all()
    with sit_down(path, PEER) as peer:
        before = peer._log.opened.keyring.named("casework").keys
        peer.db.table("casework.notes").insert({"text": "by Chris"})
    owner.members.remove(CONFIDANT)
    with sit_down(path, PEER) as peer:
        assert not set(before.values()) & set(
            peer._log.opened.keyring.named("casework").keys.values()
        )
        assert texts(peer, "casework.notes") == ["in casework", "by Chris"]
        assert peer.verify().overstepped == {}
    owner.members.grant(OWNER, {"office": "rw", "directory": "rw", "casework": "r"})
    assert texts(owner, "casework.notes") == ["in casework", "by Chris"]


def test_what_an_owner_accepted_stays_accepted_when_the_owner_key_changes(owner, path):
    """The note that says so in the file is signed by the owner: it is signed anew."""
    let_in(owner, grants={"office": "rw"}, owner=True)
    log = owner._log
    log.note_restored(State(1, 1, bytes(32)))
    before = Acceptance.read(log._generation.place.accepted)
    owner.members.remove(CONFIDANT)
    after = Acceptance.read(log._generation.place.accepted)
    assert after == before
    assert (after.reason, after.seen != NO_STATE) == (RESTORED, True)
    owner.close()
    with sit_down(path, OWNER) as again:
        assert again.verify().overstepped == {}
        assert Acceptance.read(again._log._generation.place.accepted) == before


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
