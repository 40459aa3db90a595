"""Attacks that belong to no other file: forged lengths, frames in other places, two-key boxes."""

import os
import struct
import time
import tracemalloc

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from faults.test_frames_moved import frames_of, with_chain
from support.sealed import THREE, contents, held_by, make, reopen, save

from edtui.clock import SystemClock
from edtui.errors import EdtuiError
from edtui.vault import boxes, create_vault
from edtui.vault.backup import make_backup
from edtui.vault.compaction import NotOnDisk
from edtui.vault.errors import Damaged, NewerFormat, Tampered, VaultError
from edtui.vault.frames import INNER, OUTER, PREFIX, TX
from edtui.vault.kdf import FAST
from edtui.vault.salvage import salvage


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A closed vault with two sessions, each with saves in all parts: (bytes, keys, frames)."""
    path = tmp_path_factory.mktemp("attacks") / "v"
    log = make(path)
    for name in THREE:
        save(log, **{name: b"first session " + name.encode()})
    held = held_by(log)
    log.close()
    log = reopen(path, held)
    list(log.replay())
    for name in THREE:
        save(log, **{name: b"second session " + name.encode()})
    log.close()
    return path.read_bytes(), held, frames_of(path, held)


def read(path, file, frames):
    data, held, _ = file
    path.write_bytes(data[: held.copy.frames_start] + b"".join(with_chain(held, frames)))
    return contents(path, held)


def test_what_a_frame_says_of_itself_cannot_be_changed_even_with_the_chain_key(file, tmp_path):
    """Another type, flag, part, order, key or session on the same content: refused."""
    *_, frames = file
    for place, frame in enumerate(frames):
        fields = list(INNER.unpack_from(frame, OUTER.size))
        if fields[0] != TX:
            continue
        for which in range(9):
            for step in (1, -1, 2, 64):
                changed = list(fields)
                changed[which] += step
                try:
                    inner = INNER.pack(*changed)
                except struct.error:
                    continue
                forged = frame[: OUTER.size] + inner + frame[PREFIX:]
                with pytest.raises((Tampered, NewerFormat, Damaged)):
                    read(tmp_path / "v", file, [*frames[:place], forged, *frames[place + 1 :]])


def test_content_of_one_frame_under_the_name_of_another(file, tmp_path):
    """Every pair: content of other parts, sessions and orders in a frame's place."""
    *_, frames = file
    places = [at for at, frame in enumerate(frames) if frame[OUTER.size] == TX]
    for place in places:
        for other in places:
            if other == place:
                continue
            forged = frames[place][:PREFIX] + frames[other][PREFIX:]
            with pytest.raises(Tampered):
                read(tmp_path / "v", file, [*frames[:place], forged, *frames[place + 1 :]])


@pytest.mark.parametrize("length", [0, 1, 2**31, 2**32 - 1, 64 * 1024 * 1024, 100_000_000])
def test_a_forged_length_costs_nothing(file, tmp_path, length):
    data, held, frames = file
    starts = [held.copy.frames_start]
    for frame in frames:
        starts.append(starts[-1] + len(frame))
    path = tmp_path / "v"
    tracemalloc.start()
    try:
        for start in starts[:-1]:
            forged = bytearray(data)
            struct.pack_into("<I", forged, start, length)
            path.write_bytes(forged)
            tracemalloc.reset_peak()
            before = time.process_time()
            try:
                _, notices = contents(path, held)
            except Damaged:
                pass
            else:
                assert notices  # the newest save: taken for an unfinished one, and told
            assert time.process_time() - before < 1
            assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


# A ciphertext that opens under two keys


def times(one, other):
    """Multiply in the field of GCM."""
    product, shifted = 0, one
    for bit in range(127, -1, -1):
        if other >> bit & 1:
            product ^= shifted
        shifted = shifted >> 1 ^ (0xE1 << 120 if shifted & 1 else 0)
    return product


def inverse(one):
    power, result = one, None
    for _ in range(127):  # one ** (2 ** 128 - 2)
        power = times(power, power)
        result = power if result is None else times(result, power)
    return result


def block(key, data):
    return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(data)


def hashed(h, blocks):
    value = 0
    for one in blocks:
        value = times(value ^ int.from_bytes(one, "big"), h)
    return value


def two_key_ciphertext(associated, keys):
    """Give a ciphertext and tag that AES-GCM opens under both (key, nonce) pairs."""
    padded = associated + bytes(-len(associated) % 16)
    head = [padded[at : at + 16] for at in range(0, len(padded), 16)]
    lengths = struct.pack(">QQ", len(associated) * 8, 32 * 8)
    first = os.urandom(16)
    parts = []
    for key, nonce in keys:
        h = int.from_bytes(block(key, bytes(16)), "big")
        mask = int.from_bytes(block(key, nonce + b"\0\0\0\1"), "big")
        parts.append((times(h, h), hashed(h, [*head, first, bytes(16), lengths]) ^ mask))
    (square, value), (other_square, other_value) = parts
    free = times(value ^ other_value, inverse(square ^ other_square))
    tag = value ^ times(free, square)
    return first + free.to_bytes(16, "big") + tag.to_bytes(16, "big")


def test_a_box_that_opens_under_two_keys_is_refused():
    """One guess must not test two passphrases: the commitment is looked at first."""
    salt, purpose = os.urandom(32), b"edtui slot v1\0 and what it is bound to"
    keys = [os.urandom(32), os.urandom(32)]
    pairs = []
    for key in keys:
        material = boxes.derive(key, salt, purpose, 76)
        pairs.append((material[:32], material[32:44], material[44:]))
    made = two_key_ciphertext(purpose, [pair[:2] for pair in pairs])
    for key, nonce, _ in pairs:
        assert len(AESGCM(key).decrypt(nonce, made, purpose)) == 32  # GCM alone says yes twice
    for number, (_, _, commitment) in enumerate(pairs):
        box = salt + commitment + made
        assert len(boxes.unseal(keys[number], purpose, box)) == 32
        with pytest.raises(boxes.BoxNotOpened):
            boxes.unseal(keys[1 - number], purpose, box)


# Nothing in clear beside the vault


def test_no_word_stands_in_anything_that_is_left_on_the_disk(tmp_path):
    """Vault, lock, torn end, anchor, backup, salvaged file, and what a failed save leaves."""
    folder, state, stick = tmp_path / "vault", tmp_path / "state", tmp_path / "stick"
    stick.mkdir()
    made = create_vault(
        folder / "team.edtui",
        user="kwartelina",
        passphrase="wachtzin met zeldzaamwoord",
        kdf=FAST,
        state_dir=state,
    )
    vault = made.vault
    table = vault.db.table("mensen")
    for number in range(3):
        table.insert({"name": "zeldzaamwoord", "number": number})
    vault.compact()
    table.insert({"name": "zeldzaamwoord"})
    make_backup(vault.log, stick, SystemClock().today())
    vault.close()
    with (folder / "team.edtui").open("r+b") as end:
        end.truncate((folder / "team.edtui").stat().st_size - 20)
    from edtui.vault import open_vault

    arguments = (folder / "team.edtui", "kwartelina", "wachtzin met zeldzaamwoord")
    open_vault(*arguments).close()
    salvage(arguments[0], tmp_path / "new", *arguments[1:])
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert len(files) >= 6
    for file in files:
        content = file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
        for word in ("zeldzaamwoord", "kwartelina", "mensen", " ".join(made.recovery_words)):
            assert word.encode() not in content, file.name


def test_no_error_says_what_was_saved_or_typed():
    """An error names its parameters' places only; what fills them is said by who shows it."""

    def every(kind):
        for one in kind.__subclasses__():
            yield one
            yield from every(one)

    for kind in set(every(VaultError)) - {NotOnDisk}:
        error = kind(holder="Gonda", where=1, why="Gonda", day="Gonda", missing=1, parts={})
        assert isinstance(error, EdtuiError)
        assert "Gonda" not in str(error)
        assert "Gonda" not in repr(error)
