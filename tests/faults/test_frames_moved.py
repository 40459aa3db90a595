"""Frames swapped, dropped, doubled, replayed or brought in from elsewhere, with and without a key.

The one without keys moves bytes. The one with the chain key (any member: a kiosk's user, say) makes
the chain anew afterwards, so that only what binds each compartment's frames can tell.
"""

import pytest
from support.sealed import THREE, add_member, contents, held_by, make, reopen, save

from edtui.vault.errors import Damaged, Tampered
from edtui.vault.frames import CHAIN, OUTER, ChainKey
from edtui.vault.sessions import Run
from edtui.vault.walk import Walk


@pytest.fixture(scope="module", autouse=True, params=[0, 63], ids=["signed", "runs"])
def longest_run(request):
    """Each save signed by itself, and one signature for all of a session at its end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Run, "LONGEST", request.param)
        yield request.param


@pytest.fixture(scope="module")
def file(tmp_path_factory, longest_run):
    """A closed vault with twelve commits: (bytes, keys, frames as bytes).

    Where a session is signed at its end, three frames more follow, which sign for each part.
    """
    path = tmp_path_factory.mktemp("moved") / "v"
    log = make(path)
    for number in range(4):
        for name in THREE:
            save(log, **{name: b"%d of " % number + name.encode()})
    held = held_by(log)
    log.close()
    return path.read_bytes(), held, frames_of(path, held)


def frames_of(path, held):
    log = reopen(path, held, writable=False)
    walk = Walk(log._generation.file, log._generation.chain, log._generation.start())
    found = [bytes(frame.raw) for frame in walk.frames()]
    log.close()
    return found


def with_chain(held, frames):
    """Give the frames with sequence and chain made anew, as one who holds the chain key can."""
    key = ChainKey(held.keyring.chain_key)
    chain = key.start(held.copy.raw)
    made = []
    for number, frame in enumerate(frames, start=1):
        length = OUTER.unpack_from(frame)[0]
        body = OUTER.pack(length, 0, number) + frame[OUTER.size : -CHAIN]
        chain = key.next(chain, body)
        made.append(body + chain)
    return made


def outcome(path, held, header, frames):
    """Give the bodies of the file, or None where it is refused."""
    path.write_bytes(header + b"".join(frames))
    try:
        return contents(path, held)
    except Damaged:
        return None


def header_of(data, held):
    return data[: held.copy.frames_start]


def moved(frames):
    """Give every swap, drop, doubling and replay of two places in the frames."""
    count = len(frames)
    for one in range(count):
        yield "drop", one, frames[:one] + frames[one + 1 :]
        for other in range(count):
            yield "replay", one, [*frames[:other], frames[one], *frames[other:]]
            if one < other:
                swapped = list(frames)
                swapped[one], swapped[other] = swapped[other], swapped[one]
                yield "swap", one, swapped


def test_moved_without_keys(file, tmp_path):
    data, held, frames = file
    whole = contents_of(file, tmp_path)
    for what, _, others in moved(frames):
        found = outcome(tmp_path / "v", held, header_of(data, held), others)
        # At the very end a moved frame may look like a write that was not finished. It is told.
        assert (
            found is None
            or (found[1] and whole[: len(found[0])] == found[0])
            or (what == "drop" and found[0] == whole[:-1])
        )


def test_moved_by_one_who_holds_the_chain_key(file, longest_run, tmp_path):
    data, held, frames = file
    whole = by_compartment(contents_of(file, tmp_path))
    for what, one, others in moved(frames):
        if others == frames:
            continue
        found = outcome(tmp_path / "v", held, header_of(data, held), with_chain(held, others))
        if found is None:
            continue
        # What each compartment says, and in which order, is out of reach. Its newest frame can be
        # left off, as from an older file: that is for the anchor to tell. Where that is a signature
        # at the end of a session, it takes no save with it.
        left = by_compartment(found[0])
        if what == "drop" and not longest_run:
            assert sum(map(len, left.values())) == 11, one
            assert all(whole[name][: len(bodies)] == bodies for name, bodies in left.items())
        else:
            assert left == whole, (what, one)


def by_compartment(bodies):
    return {name: [body for other, body in bodies if other == name] for name in THREE}


def contents_of(file, tmp_path):
    data, held, _ = file
    (tmp_path / "whole").write_bytes(data)
    return contents(tmp_path / "whole", held)[0]


def test_a_commit_taken_out_of_the_middle_by_a_member_is_tampering(file, tmp_path):
    data, held, frames = file
    path = tmp_path / "v"
    path.write_bytes(header_of(data, held) + b"".join(with_chain(held, frames[:-5] + frames[-4:])))
    with pytest.raises(Tampered):
        contents(path, held)


def test_frames_of_another_vault(file, longest_run, tmp_path):
    data, held, frames = file
    stranger = make(tmp_path / "other")
    for number in range(4):
        save(stranger, first=b"%d" % number)
    stranger.close()
    others = frames_of(tmp_path / "other", held_by(stranger))
    # The two newest commits broken at once look like one that was not finished; so does what signs
    # for each part at the end of a session, and then no save is missing.
    unfinished, left = (len(THREE), 12) if longest_run else (2, 10)
    for place in range(len(frames)):
        for other in others:
            mixed = [*frames[:place], other, *frames[place + 1 :]]
            for made in (mixed, with_chain(held, mixed)):
                found = outcome(tmp_path / "v", held, header_of(data, held), made)
                assert found is None or (
                    place >= len(frames) - unfinished and found[1] and len(found[0]) >= left
                )


def test_old_frames_under_a_new_header_and_the_other_way_round(tmp_path):
    path = tmp_path / "v"
    log = make(path)
    save(log, first=b"old")
    old, old_held, old_frames = path.read_bytes(), held_by(log), frames_of(path, held_by(log))
    with log.locked():
        log.compact([(name, b"new") for name in THREE])
    new, held, frames = path.read_bytes(), held_by(log), frames_of(path, held_by(log))
    log.close()
    for header, body in ((new, old_frames), (old, frames)):
        keys = held if header is new else old_held
        assert outcome(path, keys, header_of(header, keys), body) is None
    # Even with the chain made anew: the seal is signed for its own generation and header.
    made = with_chain(held, old_frames)
    assert outcome(path, held, header_of(new, held), made) is None


def test_a_kiosk_cannot_make_the_office_forget(tmp_path):
    """A member with few keys leaves a note out and makes the chain fit: who has the key sees it."""
    path = tmp_path / "v"
    log = make(path)
    add_member(log, "Kiosk", "zout", {"first": "rw"})
    for number in range(3):
        save(log, second=b"note %d" % number)
    held = held_by(log)
    log.close()
    frames = frames_of(path, held)
    data = path.read_bytes()
    for left_out in (-2, -3):
        kept = [one for number, one in enumerate(frames) if number != len(frames) + left_out]
        assert outcome(path, held, header_of(data, held), with_chain(held, kept)) is None


def test_a_copy_written_on_twice_uses_no_key_twice(tmp_path):
    """After an older copy was put back and written on, no two frames share key and nonce."""
    path, copy = tmp_path / "v", tmp_path / "copy"
    log = make(path)
    save(log, first=b"base")
    held = held_by(log)
    log.close()
    copy.write_bytes(path.read_bytes())
    salts = set()
    for each in (path, copy, path):
        other = reopen(each, held)
        list(other.replay())
        save(other, first=b"same body")
        salts.add(other._generation.sealer.session.salt)
        other.close()
    assert len(salts) == 3
    assert path.read_bytes()[-300:] != copy.read_bytes()[-300:]
