"""What stands before the frames: who may open, at what cost, and nothing that was not signed."""

import struct
from dataclasses import replace

import pytest
from support.sealed import NAME, PASSPHRASE, add_member, contents, held_by, make, reopen, rewritten

from edtui.vault import kdf, slots
from edtui.vault.errors import (
    Damaged,
    ForbiddenParameters,
    HeaderDamaged,
    NewerFormat,
    NotAVault,
    NotEnoughMemory,
    WrongPassphrase,
    WrongRecoveryWords,
)
from edtui.vault.kdf import FAST, KdfSettings
from edtui.vault.opening import create_log, open_log, open_log_with_recovery, read_label
from edtui.vault.recovery import words_of_key


@pytest.fixture
def vault(tmp_path):
    """A closed vault with two members: (path, header, keys of the owner, frames)."""
    path = tmp_path / "v"
    log = make(path)
    add_member(log, "Bram", "zout en peper", {"first": "rw"})
    held = held_by(log)
    log.close()
    return path, held.header, held, path.read_bytes()[held.copy.frames_start :]


def put(vault, header):
    path, _, held, frames = vault
    rewritten(path, header, held.keyring.header_key, frames)
    return path


@pytest.mark.parametrize(
    ("name", "passphrase"),
    [(NAME, "kaas"), ("Niemand", PASSPHRASE), (NAME, ""), (NAME, PASSPHRASE + " "), ("", "")],
)
def test_wrong_name_and_wrong_passphrase_look_the_same(vault, name, passphrase, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "edtui.vault.unlock.stretch",
        lambda *args: asked.append(args[2]) or kdf.stretch(*args),
    )
    with pytest.raises(WrongPassphrase) as caught:
        open_log(vault[0], name, passphrase)
    assert asked == [FAST]
    assert caught.value.params == {}
    assert caught.value.exit_status == 3


def test_names_do_not_care_for_case_and_composition(tmp_path):
    path = tmp_path / "v"
    create_log(path, user="Zoë", passphrase="é", label="", compartments=["a"], kdf=FAST).log.close()
    open_log(path, "  ZOE\u0308 ", "e\u0301").close()
    assert "Zoë".encode() not in path.read_bytes()


@pytest.mark.parametrize(
    "forged",
    [
        KdfSettings(2**30, 3, 4),
        KdfSettings(2**32 - 1, 3, 4),
        KdfSettings(65536, 2**32 - 1, 4),
        KdfSettings(65536, 3, 0),
        KdfSettings(65536, 3, 2**32 - 1),
        KdfSettings(65536, 0, 4),
        KdfSettings(0, 0, 0),
        KdfSettings(8, 1, 1),
    ],
)
@pytest.mark.parametrize("name", [NAME, "Niemand"])
def test_forged_cost_is_refused_before_it_is_paid(vault, monkeypatch, forged, name):
    header = vault[1]
    changed = tuple(
        one._replace(settings=forged) if one.kind == slots.PASSPHRASE else one
        for one in header.slots
    )
    path = put(vault, replace(header, slots=changed))
    paid = []
    argon = kdf.Argon2id
    monkeypatch.setattr(kdf, "Argon2id", lambda **more: paid.append(more) or argon(**more))
    with pytest.raises(ForbiddenParameters) as caught:
        open_log(path, name, PASSPHRASE)
    assert not paid
    assert caught.value.exit_status == 4


def test_more_memory_than_there_is_is_said(monkeypatch):
    monkeypatch.setattr(kdf, "free_memory", lambda: 100_000)
    with pytest.raises(NotEnoughMemory) as caught:
        kdf.check(KdfSettings(262_144, 3, 4))
    assert caught.value.params == {"needed": 256}


def test_what_is_chosen_is_within_the_caps():
    chosen = kdf.calibrated()
    kdf.check(chosen)
    assert chosen.memory >= kdf.LEAST.memory
    assert chosen.passes >= kdf.LEAST.passes


def slot_changes():
    """Ways to change the slots, by one who has the header key and makes the MAC fit."""
    yield "removed", lambda found: found[:-1]
    yield "doubled", lambda found: (*found, found[0])
    yield "copied under another id", lambda found: (*found, found[0]._replace(slot_id=bytes(16)))
    yield "no slots", lambda _: ()
    yield "given to another", lambda f: (f[0]._replace(user_id=f[-1].user_id), *f[1:])
    yield (
        "boxes exchanged",
        lambda f: (f[0]._replace(box=f[-1].box), *f[1:-1], f[-1]._replace(box=f[0].box)),
    )


@pytest.mark.parametrize(("what", "change"), list(slot_changes()))
def test_slots_that_the_owner_did_not_sign_for(vault, what, change):
    path, header, held, _ = vault
    put(vault, replace(header, slots=change(header.slots)))
    with pytest.raises((HeaderDamaged, WrongPassphrase)):
        open_log(path, "Bram", "zout en peper")
    if what != "boxes exchanged":
        with pytest.raises(HeaderDamaged):
            reopen(path, held)


def test_the_order_of_slots_says_nothing(vault):
    path, header, _, _ = vault
    put(vault, replace(header, slots=header.slots[::-1]))
    open_log(path, "Bram", "zout en peper").close()


def test_a_cheaper_derivation_opens_nothing(vault):
    """The box is bound to what the slot says in clear, so a slot cannot be made cheap to guess."""
    path, header, _, _ = vault
    cheap = tuple(
        one._replace(kdf=0, settings=KdfSettings(0, 0, 0)) if one.kind == slots.PASSPHRASE else one
        for one in header.slots
    )
    put(vault, replace(header, slots=cheap))
    with pytest.raises(Damaged):
        open_log(path, NAME, PASSPHRASE)


def test_a_member_who_holds_the_header_key_cannot_promote(vault):
    """The roster is sealed under a key that all have, and signed under one that the owner has."""
    path, header, held, _ = vault
    from edtui.vault import boxes, roster

    log = open_log(path, "Bram", "zout en peper")
    mallory = log._generation.opened
    log.close()
    signed = boxes.unseal(
        mallory.keyring.header_key, roster.roster_context(header.file_id), header.roster
    )
    assert b'"1":"rw"' in signed
    forged = boxes.seal(
        mallory.keyring.header_key,
        roster.roster_context(header.file_id),
        signed.replace(b'"role":"kiosk"', b'"role":"boss!"'),
    )
    put(vault, replace(header, roster=forged))
    with pytest.raises(HeaderDamaged):
        reopen(path, held)


def test_bundles_exchanged_or_left_out(vault):
    path, header, held, _ = vault
    for bundles in (
        header.bundles[2:],
        tuple(
            one._replace(box=header.bundles[-1 - at].box) for at, one in enumerate(header.bundles)
        ),
    ):
        put(vault, replace(header, bundles=bundles))
        with pytest.raises((HeaderDamaged, AssertionError)):
            reopen(path, held)


@pytest.mark.parametrize(
    ("offset", "form", "value", "error"),
    [
        (8, "<H", 2, NewerFormat),
        (10, "<B", 9, NewerFormat),
        (8, "<H", 0, HeaderDamaged),
        (35, "<I", 2**32 - 1, Damaged),
        (35, "<I", 0, Damaged),
        (35, "<I", 40, Damaged),
        (39, "<H", 65535, Damaged),
        (0, "<Q", 0, NotAVault),
    ],
)
def test_both_copies_say_something_else(vault, offset, form, value, error):
    path, _, held, _ = vault
    data = bytearray(path.read_bytes())
    for start in (0, held.copy.frames_start // 2):
        struct.pack_into(form, data, start + offset, value)
    path.write_bytes(data)
    with pytest.raises(error):
        contents(path, held)


def test_what_is_no_vault_at_all(tmp_path):
    for number, data in enumerate((b"", b"PK\3\4", b"\xffEDTUI\r\n", bytes(5000))):
        path = tmp_path / str(number)
        path.write_bytes(data)
        with pytest.raises((NotAVault, HeaderDamaged)):
            read_label(path)


def test_recovery_words_of_another_vault(vault):
    with pytest.raises(WrongRecoveryWords):
        open_log_with_recovery(vault[0], NAME, words_of_key(bytes(16)))


def test_a_new_passphrase_replaces_the_old_one(tmp_path):
    path = tmp_path / "v"
    log, words = create_log(
        path, user=NAME, passphrase=PASSPHRASE, label="", compartments=["a"], kdf=FAST
    )
    with pytest.raises(WrongPassphrase):
        log.change_passphrase("something else", "new")
    with pytest.raises(WrongPassphrase):
        log.change_passphrase(None, "new")
    log.change_passphrase(PASSPHRASE, "new")
    log.close()
    with pytest.raises(WrongPassphrase):
        open_log(path, NAME, PASSPHRASE)
    recovered = open_log_with_recovery(path, NAME, words)
    list(recovered.replay())
    recovered.change_passphrase(None, "newer")
    recovered.close()
    open_log(path, NAME, "newer").close()


def test_a_member_changes_the_own_passphrase_without_the_owner(vault):
    path, _, held, _ = vault
    log = open_log(path, "Bram", "zout en peper")
    list(log.replay())
    log.change_passphrase("zout en peper", "suiker")
    log.close()
    open_log(path, "bram", "suiker").close()
    assert contents(path, held) == ([], [])
