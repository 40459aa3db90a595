"""Several owners, and what stays when somebody with more than usual goes."""

from dataclasses import replace

import pytest
from format_reader import Reader
from support.team_vault import (
    AUDITOR,
    CONFIDANT,
    GRANTS,
    OWNER,
    PEER,
    bare_team,
    phrase,
    sit_down,
    team,
)

from edtui.vault.acceptance import NO_STATE, RESTORED, Acceptance, State
from edtui.vault.amending import Amendment
from edtui.vault.errors import (
    Damaged,
    LastOwner,
    MissingKey,
    OwnerOnly,
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
