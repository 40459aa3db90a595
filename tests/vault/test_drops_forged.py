"""What somebody can do to a letterbox who holds the chain key, and is noticed."""

import os
import struct
from dataclasses import replace

import pytest
from support.sealed import reopen, rewritten
from support.team_vault import KIOSK, OWNER, sit_down, team

from edtui.vault import arrivals, drops
from edtui.vault.errors import Damaged, Tampered
from edtui.vault.frames import CHAIN, COMMIT, DROP, INNER, OUTER, PREFIX, TAG, ChainKey, Frame
from edtui.vault.sealing import Sealer
from edtui.vault.sessions import Session, signed_payload
from edtui.vault.walk import Walk
from edtui.vault.writing import write_commit


@pytest.fixture
def path(tmp_path):
    return tmp_path / "team.edtui"


@pytest.fixture
def owner(path):
    vault, _ = team(path)
    yield vault
    vault.close()


@pytest.fixture
def kiosk(owner, path):
    with sit_down(path, KIOSK) as vault:
        yield vault


def notes(vault):
    return [(one.doc_id, one["text"]) for one in vault.db.table("inbox.notes")]


def frames_of(log) -> list[bytes]:
    """Give every frame as it stands in the file."""
    generation = log._generation
    walk = Walk(generation.file, generation.chain, generation.start())
    return [bytes(frame.raw) for frame in walk.frames()]


def chained(log, frames: list[bytes]) -> bytes:
    """Give frames with sequence and chain made to fit, as a member can."""
    chain = ChainKey(log.opened.keyring.chain_key)
    value = log._generation.start().chain
    done = []
    for sequence, raw in enumerate(frames, start=1):
        length, _, _ = OUTER.unpack_from(raw)
        frame = OUTER.pack(length, 0, sequence) + raw[OUTER.size : -CHAIN]
        value = chain.next(value, frame)
        done.append(frame + value)
    return b"".join(done)


@pytest.fixture
def dropped(owner, kiosk):
    """Five drops, and the frames of the file; the last five are the drops."""
    for number in range(5):
        kiosk.drop("inbox.notes", {"text": f"drop {number}"})
    frames = frames_of(kiosk._log)
    kinds = [raw[OUTER.size] for raw in frames]
    assert kinds[-5:] == [DROP] * 5
    return frames


@pytest.fixture
def reading(owner, kiosk, path):
    """Put frames in the place of the file's, and read it as the owner: give what was dropped."""

    def read(frames):
        held, opened = owner._log.opened, kiosk._log.opened
        data = chained(kiosk._log, frames)
        owner._log._generation.file.close()
        kiosk._log._generation.file.close()
        rewritten(path, opened.header, opened.keyring.header_key, data)
        log = reopen(path, held)
        try:
            return [one.body for one in log.replay() if one.kind == "drop"]
        finally:
            log._generation.file.close()

    return read


def renumbered(raw: bytes, order: int) -> bytes:
    fields = list(INNER.unpack_from(raw, OUTER.size))
    fields[3] = order
    return raw[: OUTER.size] + INNER.pack(*fields) + raw[PREFIX:]


def order_of(raw: bytes) -> int:
    return INNER.unpack_from(raw, OUTER.size)[3]


def test_the_untouched_file_reads(reading, dropped):
    assert len(reading(dropped)) == 5


@pytest.mark.parametrize("renumber", [False, True])
@pytest.mark.parametrize(
    "change",
    [
        lambda d: [d[0], d[2], d[1], d[3], d[4]],
        lambda d: [d[1], d[2], d[3], d[4]],
        lambda d: [d[0], d[1], d[3], d[4]],
        lambda d: [d[0], d[0], d[1], d[2], d[3], d[4]],
        lambda d: [*d, d[0]],
        lambda d: [*d, d[4]],
    ],
    ids=["exchanged", "first gone", "one gone", "twice", "first again", "last again"],
)
def test_drops_moved_doubled_or_gone(reading, dropped, change, renumber):
    first = order_of(dropped[-5])
    changed = change(dropped[-5:])
    if renumber:
        changed = [renumbered(raw, first + at) for at, raw in enumerate(changed)]
    with pytest.raises(Damaged):
        reading(dropped[:-5] + changed)


@pytest.mark.parametrize("offset", [PREFIX, PREFIX + 31, PREFIX + 32, PREFIX + 100, -CHAIN - 1])
def test_a_drop_that_was_changed(reading, dropped, offset):
    last = bytearray(dropped[-1])
    last[offset] ^= 1
    with pytest.raises(Tampered):
        reading([*dropped[:-1], bytes(last)])


def test_an_ephemeral_key_that_gives_nothing_away(reading, dropped):
    last = bytearray(dropped[-1])
    last[PREFIX : PREFIX + 32] = bytes(32)
    with pytest.raises(Tampered):
        reading([*dropped[:-1], bytes(last)])


def test_a_drop_passed_off_as_another_kind(reading, dropped):
    for kind in (2, 4):
        last = bytearray(dropped[-1])
        last[OUTER.size] = kind
        with pytest.raises((Tampered, Damaged)):
            reading([*dropped[:-1], bytes(last)])


def forged(kiosk, body: bytes, *, writer: bytes | None = None, session: Session | None = None):
    """Append a drop that this process made itself, past everything that the program checks."""
    log = kiosk._log
    with log.locked():
        generation = log._generation
        mailbox = generation.keyring.mailboxes["inbox"]
        keyring = generation.keyring
        if writer is not None:
            keyring = replace(keyring, user_id=writer)
        if session is None:
            session = Session.fresh(generation.place.session + 1, keyring, generation.file_id)
        generation.sealer = Sealer(keyring, generation.chain, session)
        place = generation.place.copy()
        data = generation.sealer.commit(place, [], [(mailbox, body)], announce=True)
        generation.file.write(generation.place.end, data)
        generation.place = place


def test_a_drop_in_somebody_elses_name(owner, kiosk, path):
    """The signature must be of who is said to have written it: at every reading, not just once."""
    forged(
        kiosk,
        arrivals.arrive("inbox.notes", b'{"text":"x"}'),
        writer=owner._log.opened.keyring.user_id,
    )
    with pytest.raises(Tampered):
        owner.refresh()
    assert owner.read_only is not None
    again = sit_down(path, OWNER)
    for _ in range(2):
        with pytest.raises(Tampered):
            len(again.db.table("inbox.notes"))
        with pytest.raises(Tampered):
            list(again.newest("inbox.notes"))
    with pytest.raises(Tampered):
        again.verify()


@pytest.mark.parametrize(
    "body",
    [
        b"\x03\x0b\x00inbox.notes",
        arrivals.arrive("inbox.notes", b'{"text": "spaces"}'),
        arrivals.arrive("inbox.notes", b'{"text"'),
        arrivals.arrive("inbox.notes", b"[1]"),
        arrivals.arrive("inbox.notes", b'{"text":"x"}')[:-1],
        arrivals.arrive("inbox.notes", b'{"text":"x"}') + b"\x07",
        b"\x07\x02\x00\xff\xff\x02\x00\x00\x00{}",
        b"\xff" * 100,
    ],
)
def test_a_drop_that_says_anything_but_documents_is_left_out_and_told(owner, kiosk, path, body):
    """One who may only drop can neither delete what is there nor shut the others out."""
    kiosk.drop("inbox.notes", {"text": "before"})
    forged(kiosk, body)
    kiosk.drop("inbox.notes", {"text": "after"})
    owner.refresh()
    assert notes(owner) == [(1, "before"), (2, "after")]
    assert owner.notices == [arrivals.UNREADABLE]
    with sit_down(path, OWNER) as again:
        assert notes(again) == notes(owner)
        assert again.notices == [arrivals.UNREADABLE]


def test_a_kiosk_that_owns_the_chain_key_cannot_write_what_others_read(owner, kiosk, path):
    """It can make the chain fit; what it writes in another's compartment does not open."""
    part = owner._log.opened.keyring.named("casework")
    guess = replace(part, keys={part.generation: os.urandom(32)})
    log = kiosk._log
    ring = log.opened.keyring
    log._generation.opened = replace(
        log.opened,
        keyring=replace(ring, compartments={**ring.compartments, part.number: guess}),
    )
    with log.locked():
        write_commit(log._generation, [(guess, b"")])
    with pytest.raises(Tampered):
        owner.refresh()
    assert owner.read_only is not None


def test_who_may_only_read_and_writes_all_the_same_is_named(owner, kiosk):
    """The kiosk has the key of the shelf, to read; what it writes there opens, and it is told."""
    log = kiosk._log
    ring = log.opened.keyring
    shelf = replace(ring.named("shelf"), rights="rw")
    log._generation.opened = replace(
        log.opened, keyring=replace(ring, compartments={**ring.compartments, shelf.number: shelf})
    )
    with log.locked():
        write_commit(log._generation, [(shelf, b"")])
    owner.refresh()
    report = owner.verify()
    assert report.overstepped == {KIOSK: 1}


def test_a_signature_is_over_the_place_too(owner, kiosk):
    """The same body in another place has another signature, so none can be lifted over."""
    kiosk.drop("inbox.notes", {"text": "x"})
    kiosk.drop("inbox.notes", {"text": "x"})
    frames = frames_of(kiosk._log)[-2:]
    part = owner._log.opened.keyring.named("inbox")
    owner.refresh()
    session = owner._log._generation.sessions._known[INNER.unpack_from(frames[0], OUTER.size)[5]]
    plains = []
    previous = None
    for raw in frames:
        fields = INNER.unpack_from(raw, OUTER.size)
        if previous is not None:
            frame = Frame(*fields[:8], 0, 0, memoryview(raw), previous)
            plains.append(
                drops.opened(part, frame, session.context + frame.inner + frame.previous_tag)
            )
        previous = raw[-CHAIN - TAG : -CHAIN]
    (plain,) = plains
    user_id, _, length = struct.unpack_from("<16s64sI", plain)
    assert user_id == kiosk._log.opened.keyring.user_id
    assert plain[84 : 84 + length] == arrivals.arrive("inbox.notes", b'{"text":"x"}')
    assert INNER.unpack_from(frames[1], OUTER.size)[1] == COMMIT
    signer = kiosk._log._generation.sealer._signer
    assert (
        signed_payload(b"elsewhere", plain[84 : 84 + length], writer=user_id, signer=signer)[16:80]
        != plain[16:80]
    )
