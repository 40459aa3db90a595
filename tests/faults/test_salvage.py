"""What is saved out of a broken file, and what the list of losses says."""

import shutil

import pytest
from faults.test_frames_moved import frames_of
from support.sealed import NAME, PASSPHRASE, add_member, held_by, make

from edtui.vault import create_vault, open_vault
from edtui.vault.errors import AlreadyThere, Damaged, HeaderDamaged, WrongPassphrase
from edtui.vault.frames import SEAL, SESSION
from edtui.vault.kdf import FAST
from edtui.vault.losses import OtherHistory, PartLost
from edtui.vault.opening import open_log
from edtui.vault.salvage import salvage
from edtui.vault.sessions import Run

PHRASE = "vier losse woorden samen"


@pytest.fixture(autouse=True, params=[0, 63], ids=["signed", "broken off"])
def longest_run(request, monkeypatch):
    """Each save signed by itself, and sessions that broke off before anything was signed."""
    monkeypatch.setattr(Run, "LONGEST", request.param)
    return request.param


def broken_off(log):
    """Give the file as it is when its writer is killed now."""
    return log.path.read_bytes()[: log.size]


def compartment_of(table):
    return "casework" if table == "cases" else ""


@pytest.fixture
def broken(tmp_path, clock):
    """A vault with a snapshot and ten saves: (path, bytes, offsets of its frames, keys)."""
    path = tmp_path / "team.edtui"
    vault = create_vault(
        path,
        user="gonda",
        passphrase=PHRASE,
        compartments=("office", "casework"),
        compartment_of=compartment_of,
        kdf=FAST,
        clock=clock,
        state_dir=tmp_path / "state",
    ).vault
    people, cases = vault.db.table("people"), vault.db.table("cases")
    for number in range(5):
        people.insert({"name": f"old {number}", "text": "x" * 100})
        cases.insert({"note": number})
    vault.compact()
    for number in range(5):
        people.insert({"name": f"new {number}"})
        cases.insert({"note": number})
    held = held_by(vault.log)
    data = broken_off(vault.log)
    vault.refresh()  # at rest, what is remembered is written down
    shutil.copytree(tmp_path / "state", tmp_path / "then")
    vault.close()
    path.write_bytes(data)
    shutil.rmtree(tmp_path / "state")
    (tmp_path / "then").rename(tmp_path / "state")
    offsets, at = [], held_start(vault, data)
    for frame in frames_of(path, held):
        offsets.append((at, at + len(frame), frame[16]))
        at += len(frame)
    return path, data, offsets, held


def held_start(vault, data):
    length = int.from_bytes(data[35:39], "little")
    return 2 * length


def rescue(path, target, clock=None, state=None):
    return salvage(path, target, "gonda", PHRASE, clock=clock, state_dir=state)


def opened(path, clock, state=None):
    return open_vault(
        path, "gonda", PHRASE, compartment_of=compartment_of, clock=clock, state_dir=state
    )


def names(vault, table="people"):
    return [one.get("name", one.get("note")) for one in vault.db.table(table)]


WHOLE = [f"old {n}" for n in range(5)] + [f"new {n}" for n in range(5)]


def test_a_whole_file_comes_out_whole(broken, tmp_path, clock):
    path, data, _, _ = broken
    done = rescue(path, tmp_path / "new")
    assert (done.documents, done.lost) == ({"people": 10, "cases": 10}, [])
    assert (done.broken_bytes, done.unfinished, done.generation) == (0, False, 3)
    assert path.read_bytes() == data
    vault = opened(tmp_path / "new", clock)
    assert names(vault) == WHOLE
    assert vault.db.table("people").insert({"name": "and on"}) == 11
    vault.verify()
    vault.close()


def test_a_file_with_signatures_of_sessions_comes_out_whole(broken, tmp_path, clock):
    path = broken[0]
    for number in range(3):
        vault = opened(path, clock)
        vault.db.table("people").insert({"name": f"later {number}"})
        vault.close()
    done = rescue(path, tmp_path / "new")
    assert (done.documents, done.lost) == ({"people": 13, "cases": 10}, [])


def test_each_frame_broken_in_turn(broken, tmp_path, clock):
    """One frame broken costs what it said and nothing else."""
    path, data, offsets, _ = broken
    for number, (start, end, kind) in enumerate(offsets):
        changed = bytearray(data)
        changed[(start + end) // 2] ^= 1
        path.write_bytes(changed)
        last = number == len(offsets) - 1
        if (not last and kind != SESSION) or number == 0:
            with pytest.raises(Damaged) as caught:
                opened(path, clock)
            assert caught.value.exit_status == 4
        target = tmp_path / f"new {number}"
        done = rescue(path, target)
        vault = opened(target, clock)
        there = [*names(vault), *names(vault, "cases")]
        if kind == SEAL:
            assert len(there) == 20
        elif kind != SESSION and not last:
            assert 20 >= len(there) >= 15, number
            assert sum(one.pieces for one in done.lost) == 1
            (lost,) = done.lost
            assert sum(lost.documents.values()) in (20 - len(there), 0)
        assert (vault.verify().both_headers, vault.verify().unsigned) == (True, {})
        vault.close()


def test_a_broken_chain_value_costs_nothing(broken, tmp_path, clock):
    path, data, offsets, _ = broken
    for start, end, _ in offsets[:-1]:
        changed = bytearray(data)
        changed[end - 5] ^= 1
        path.write_bytes(changed)
        done = rescue(path, tmp_path / f"new {start}")
        assert (done.lost, done.broken_bytes) == ([], 0)
        assert done.documents == {"people": 10, "cases": 10}


def test_a_last_save_that_ends_in_a_zero_is_no_room(broken, tmp_path, clock):
    """One frame in 256 does, and behind it stand the zeros that were asked for in advance."""
    path, _, _, _ = broken
    vault = opened(path, clock)
    people = vault.db.table("people")
    people.insert({"name": "later"})
    while vault.log.chain[-1]:
        people.update({"seen": len(people)}, doc_ids=[people.insert({"name": "later"})])
    count, data = len(people), path.read_bytes()
    vault.close()
    path.write_bytes(data)
    done = rescue(path, tmp_path / "new")
    assert (done.lost, done.broken_bytes) == ([], 0)
    assert done.documents == {"people": count, "cases": 10}


@pytest.mark.parametrize("form", ["zeros", "garbage", "length", "cut out"])
def test_a_hole_in_the_journal(broken, tmp_path, clock, form):
    path, data, offsets, _ = broken
    start, end = offsets[-6][0], offsets[-5][1]  # a save of each part
    hole = {
        "zeros": bytes(end - start),
        "garbage": bytes(range(256)) * ((end - start) // 256 + 1),
        "length": b"\xff" * 4 + data[start + 4 : end],
        "cut out": b"",
    }[form][: end - start]
    path.write_bytes(data[:start] + hole + data[end:])
    done = rescue(path, tmp_path / "new")
    vault = opened(tmp_path / "new", clock)
    # The save after a hole cannot be proved either where nothing of the one before is left.
    assert len(names(vault)) == (9 if form == "length" else 8)
    assert names(vault) == [name for name in WHOLE if name in names(vault)]
    lost = {one.compartment: one for one in done.lost}
    assert lost["office"].documents == {"people": 10 - len(names(vault))}
    assert set(lost) == ({"office"} if form == "length" else {"office", "casework"})
    vault.close()


def test_the_end_cut_off_with_what_the_workstation_remembers(broken, tmp_path, clock):
    path, data, offsets, _ = broken
    path.write_bytes(data[: offsets[-4][0] + 20])
    done = rescue(path, tmp_path / "new", clock, tmp_path / "state")
    assert {one.compartment: one.pieces for one in done.lost} == {"office": 2, "casework": 2}
    # Put in the old one's place it is the newest for everybody, because the owner made it.
    (tmp_path / "new").replace(path)
    vault = opened(path, clock, tmp_path / "state")
    assert vault.alarm is None
    assert len(names(vault)) == 8
    vault.close()


def test_an_unfinished_save_is_left_out(broken, tmp_path, clock):
    path = broken[0]
    vault = opened(path, clock)
    with vault.transaction():
        vault.db.table("people").insert({"name": "half"})
        vault.db.table("cases").insert({"note": "half"})
    whole = broken_off(vault.log)
    vault.close()
    path.write_bytes(whole[:-50])
    done = rescue(path, tmp_path / "new")
    assert done.unfinished
    assert done.lost == []
    assert done.documents == {"people": 10, "cases": 10}


def test_nothing_is_overwritten(broken, tmp_path):
    path, data, _, _ = broken
    (tmp_path / "there").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for target in (path, tmp_path / "there", tmp_path / "link"):
        with pytest.raises(AlreadyThere):
            rescue(path, target)
    assert path.read_bytes() == data
    assert (tmp_path / "there").read_text() == "mine"
    assert not list(tmp_path.glob("*.new"))


def test_without_the_key_or_the_header_there_is_nothing_to_save(broken, tmp_path):
    path, data, _, _ = broken
    with pytest.raises(WrongPassphrase):
        salvage(path, tmp_path / "new", "gonda", "iets anders")
    length = int.from_bytes(data[35:39], "little")
    changed = bytearray(data)
    changed[20], changed[length + 20] = changed[20] ^ 1, changed[length + 20] ^ 1
    path.write_bytes(changed)
    with pytest.raises((HeaderDamaged, WrongPassphrase)):
        rescue(path, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    changed = bytearray(data)
    changed[300] ^= 1  # one copy only
    path.write_bytes(changed)
    assert rescue(path, tmp_path / "new").lost == []


def test_a_part_that_this_person_cannot_read_is_carried_up_to_the_hole(tmp_path, longest_run):
    path = tmp_path / "v"
    log = make(path)
    add_member(log, "Bram", "zout", {"second": "rw"})
    for _ in range(4):
        with log.locked():
            log.append({"first": b"", "second": b"", "third": b""})
    held = held_by(log)
    whole = broken_off(log)
    log.close()
    path.write_bytes(whole)
    frames = frames_of(path, held)
    header = whole[: held.copy.frames_start]
    whole = header + b"".join(frames)
    # The third save of all three parts is cut out.
    start = len(header) + sum(map(len, frames[:-6]))
    path.write_bytes(whole[:start] + whole[start + sum(map(len, frames[-6:-3])) :])
    done = salvage(path, tmp_path / "new", "Bram", "zout")
    by_name = {one.compartment: one for one in done.lost}
    assert set(by_name) == {"#1", "second", "#3"}
    assert by_name["#1"].from_there_on
    assert not by_name["second"].from_there_on
    anna = open_log(tmp_path / "new", NAME, PASSPHRASE)
    found = [one.compartment for one in anna.replay()]
    assert found.count("first") == found.count("third") == 2
    with anna.locked():
        anna.append({"first": b"and on", "third": b"and on"})
    assert anna.verify().unsigned == ({NAME: 4} if longest_run else {})
    anna.close()


def test_a_part_of_which_nothing_is_left_takes_nothing_new(tmp_path):
    path = tmp_path / "v"
    log = make(path)
    add_member(log, "Bram", "zout", {"second": "rw"})
    held = held_by(log)
    log.close()
    frames = frames_of(path, held)
    start = held.copy.frames_start
    # The first frame of the first part is broken: nothing of it can be carried.
    place = next(at for at, one in enumerate(frames) if one[18:20] == b"\1\0")
    data = bytearray(path.read_bytes())
    data[start + sum(map(len, frames[:place])) + 60] ^= 1
    path.write_bytes(data)
    salvage(path, tmp_path / "new", "Bram", "zout")
    anna = open_log(tmp_path / "new", NAME, PASSPHRASE)
    list(anna.replay())
    with pytest.raises(PartLost), anna.locked():
        anna.append({"first": b"lost"})
    anna.close()


def test_a_member_who_salvages_cannot_hide_what_the_owner_saw(broken, tmp_path, clock):
    path, data, offsets, _ = broken
    from dataclasses import replace

    from edtui.vault import salvage as module

    real = module.unlock.with_passphrase

    def no_owner(*args):
        opened = real(*args)
        return replace(opened, keyring=replace(opened.keyring, owner_private=b""))

    path.write_bytes(data[: offsets[-4][1]])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module.unlock, "with_passphrase", no_owner)
        rescue(path, tmp_path / "new")
    (tmp_path / "new").replace(path)
    vault = opened(path, clock, tmp_path / "state")
    assert isinstance(vault.alarm, OtherHistory)
    vault.close()
