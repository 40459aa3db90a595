"""Every cut and every flipped bit of a small file: the last whole commit, or a clear error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.sealed import contents, held_by, make, reopen, save

from edtui.vault.errors import Damaged, NewerFormat, NotAVault, VaultError
from edtui.vault.files import DiskFile
from edtui.vault.following import TORN
from edtui.vault.header import read_copies
from edtui.vault.unlock import ONE_COPY


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A closed vault of one compartment with three commits: (bytes, keys, ends of commits)."""
    path = tmp_path_factory.mktemp("small") / "v"
    log = make(path, ["only"])
    ends = [log.size]
    for body in (b"one", b"two", b"three"):
        save(log, only=body)
        ends.append(log.size)
    held = held_by(log)
    log.close()
    data = path.read_bytes()[: ends[-1]]  # without what is written at the end of a session
    return data, held, ends


BODIES = [("only", b"one"), ("only", b"two"), ("only", b"three")]


def test_every_cut_gives_the_last_whole_commit(small, tmp_path):
    data, held, ends = small
    path = tmp_path / "v"
    path.write_bytes(data)
    for cut in range(len(data), ends[0] - 1, -1):
        with path.open("r+b") as file:
            file.truncate(cut)
        whole = sum(end <= cut for end in ends) - 1
        bodies, notices = contents(path, held)
        assert bodies == BODIES[:whole]
        assert notices == ([] if cut in ends else [TORN])


def test_every_cut_in_header_and_snapshot_is_a_clear_error(small, tmp_path):
    data, held, ends = small
    path = tmp_path / "v"
    for cut in [*range(0, ends[0], 31), *range(ends[0] - 700, ends[0])]:
        path.write_bytes(data[:cut])
        with pytest.raises(VaultError) as caught:
            contents(path, held)
        assert caught.value.exit_status == 4


def test_a_torn_tail_is_put_aside_cut_and_told_once(small, tmp_path):
    data, held, ends = small
    path = tmp_path / "v"
    path.write_bytes(data[:-5])
    assert contents(path, held, writable=True) == (BODIES[:2], [TORN])
    assert path.stat().st_size == ends[2]
    (aside,) = tmp_path.glob("*.torn")
    assert aside.read_bytes() == data[ends[2] : -5].rstrip(b"\0")
    assert aside.stat().st_mode & 0o777 == 0o600
    assert contents(path, held, writable=True) == (BODIES[:2], [])


def test_writing_goes_on_after_a_torn_tail(small, tmp_path):
    data, held, _ = small
    path = tmp_path / "v"
    path.write_bytes(data[:-5])
    log = reopen(path, held)
    list(log.replay())
    save(log, only=b"again")
    log.close()
    assert contents(path, held)[0] == [*BODIES[:2], ("only", b"again")]


def test_every_flipped_bit_of_the_frames_is_noticed(small, tmp_path):
    data, held, ends = small
    path = tmp_path / "v"
    path.write_bytes(data)
    start = held.copy.frames_start
    with path.open("r+b", buffering=0) as file:
        for place in range(start, len(data)):
            for bit in range(8):
                file.seek(place)
                file.write(bytes((data[place] ^ 1 << bit,)))
                try:
                    bodies, notices = contents(path, held)
                except Damaged:  # exit status 4
                    assert place < ends[2]
                else:
                    # Only the newest write can be a torn one, and that is told.
                    assert place >= ends[2]
                    assert (bodies, notices) == (BODIES[:2], [TORN])
            file.seek(place)
            file.write(data[place : place + 1])


def test_every_flipped_bit_of_a_header_copy_is_noticed(small, tmp_path):
    data, held, _ = small
    path = tmp_path / "v"
    path.write_bytes(data)
    key = held.keyring.header_key
    length = held.copy.frames_start // 2
    file = DiskFile.open(path, writable=True)
    for place in range(2 * length):
        for bit in range(8):
            if place >= length and (place + bit) % 8:
                continue  # the second copy: one bit a byte is enough
            file.write(place, bytes((data[place] ^ 1 << bit,)))
            found = read_copies(file)
            assert not found.whole
            good = [copy for copy in found.copies if copy.authentic(key)]
            assert [copy.raw for copy in good] == [held.copy.raw]
        file.write(place, data[place : place + 1])
    file.close()


def test_a_flipped_header_opens_through_the_other_copy_and_tells(small, tmp_path):
    data, held, _ = small
    path = tmp_path / "v"
    for place in range(0, held.copy.frames_start, 41):
        path.write_bytes(data[:place] + bytes((data[place] ^ 16,)) + data[place + 1 :])
        assert contents(path, held) == (BODIES, [ONE_COPY])


def test_both_copies_damaged_is_an_error(small, tmp_path):
    data, held, _ = small
    path = tmp_path / "v"
    length = held.copy.frames_start // 2
    for place in range(0, length, 41):
        changed = bytearray(data)
        changed[place] ^= 4
        changed[place + length] ^= 4
        path.write_bytes(changed)
        with pytest.raises((VaultError, AssertionError)):  # no bundle opens: the helper says None
            contents(path, held)


def test_sectors_of_the_newest_commit_that_never_reached_the_disk(tmp_path):
    """A power cut may keep any of the sectors of the one write that was not synced yet."""
    path = tmp_path / "v"
    log = make(path, ["a", "b"])
    save(log, a=b"kept")
    before = log.size
    save(log, a=b"A" * 1900, b=b"B" * 1900)
    held, end = held_by(log), log.size
    log.close()
    data = path.read_bytes()[:end]
    first = before // 512
    sectors = range(first, (end - 1) // 512 + 1)
    assert len(sectors) <= 10
    for kept in range(1 << len(sectors)):
        torn = bytearray(data)
        for number, sector in enumerate(sectors):
            if not kept >> number & 1:
                start = max(sector * 512, before)
                stop = min((sector + 1) * 512, end)
                torn[start:stop] = bytes(stop - start)
        path.write_bytes(torn)
        bodies, notices = contents(path, held)
        if torn == data:  # all were kept, or those that were not hold zeros alone
            assert len(bodies) == 3
        else:
            assert bodies == [("a", b"kept")]
            assert notices in ([TORN], []) if not kept else notices == [TORN]


def test_a_later_save_that_ends_in_a_zero_is_not_taken_for_room(tmp_path):
    """One frame in 256 does; what is broken before it is no unfinished write then either."""
    path = tmp_path / "v"
    log = make(path, ["a"])
    save(log, a=b"kept")
    while True:
        before = log.size
        save(log, a=b"broken")
        save(log, a=b"later")
        if not log.chain[-1]:
            break
    held, data = held_by(log), bytearray(path.read_bytes())
    log.close()
    data[before + 60] ^= 1
    path.write_bytes(data)
    with pytest.raises(Damaged):
        contents(path, held)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_anything_written_over_anything(small, tmp_path_factory, data):
    """No garbage crashes the reader, and none comes out as if it had been saved."""
    whole, held, _ = small
    start = data.draw(st.integers(0, len(whole)))
    stop = data.draw(st.integers(start, min(len(whole), start + 900)))
    middle = data.draw(
        st.one_of(
            st.binary(max_size=200),
            st.integers(0, len(whole)).map(lambda at: whole[at : at + 400]),
            st.integers(0, 3000).map(bytes),
        )
    )
    path = tmp_path_factory.getbasetemp() / "garbage"
    path.write_bytes(whole[:start] + middle + whole[stop:])
    try:
        bodies, notices = contents(path, held)
    except (Damaged, NotAVault, NewerFormat):
        pass
    else:
        assert bodies == BODIES[: len(bodies)]
        # Fewer bodies are told, unless whole commits are simply not there: the anchor's matter.
        cut = path.read_bytes().rstrip(b"\0")
        assert bodies == BODIES or notices or whole.startswith(cut)


def test_zeros_behind_the_end_are_room_and_anything_else_is_told(small, tmp_path):
    data, held, _ = small
    path = tmp_path / "v"
    path.write_bytes(data + bytes(100_000))
    assert contents(path, held) == (BODIES, [])
    path.write_bytes(data + bytes(50_000) + b"\1" + bytes(50_000))
    assert contents(path, held, writable=True) == (BODIES, [TORN])
    assert path.stat().st_size == len(data)
