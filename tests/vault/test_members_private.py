"""What is one person's alone, and the papers that open it."""

import pytest
from support.team_vault import (
    AUDITOR,
    CONFIDANT,
    GRANTS,
    KIOSK,
    PEER,
    PRIVATE,
    bare_team,
    phrase,
    sit_down,
    team,
)

from edtui.vault.amending import Amendment
from edtui.vault.errors import (
    MissingKey,
    MistypedRecoveryWords,
    NothingToRecover,
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
