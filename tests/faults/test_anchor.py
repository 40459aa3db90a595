"""An older copy, a cut end, another history: noticed by what the workstation remembers."""

import os
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from support.sealed import (
    NAME,
    PASSPHRASE,
    THREE,
    Faulty,
    add_member,
    held_by,
    make,
    pairs,
    reopen,
    save,
)

from edtui.vault import create_vault, open_vault
from edtui.vault.errors import NotTheOwner, OlderFile, ReadOnlyLog
from edtui.vault.frames import ANCHOR_ACK
from edtui.vault.holding import OLDER
from edtui.vault.kdf import FAST
from edtui.vault.losses import EndMissing, NotRemembered, OlderCopy, OlderMembers, OtherHistory
from edtui.vault.opening import open_log
from edtui.vault.remembered import anchor_path
from edtui.vault.sessions import Run
from edtui.vault.watch import ANOTHER_VAULT, FIRST_TIME, NOT_KEPT


@pytest.fixture(params=[0, 63], ids=["signed", "runs"])
def longest_run(request, monkeypatch):
    """Each save signed by itself, and one signature for all of a session at its end."""
    monkeypatch.setattr(Run, "LONGEST", request.param)
    return request.param


class Workstation:
    """An account that opens a vault and remembers it."""

    def __init__(self, state, path, clock):
        self.state, self.path, self.clock = state, path, clock

    def opened(self, held, *, writable=True, **kwargs):
        log = reopen(self.path, held, writable=writable, **kwargs)
        log.remember(self.state, self.clock)
        self.bodies = pairs(log.replay())
        return log

    def used(self, held, **bodies):
        """Open, save, close; fail on an alarm."""
        log = self.opened(held)
        assert log.alarm is None
        for name, body in bodies.items():
            save(log, **{name: body})
        log.close()
        return held_by(log)


@pytest.fixture
def here(tmp_path, clock):
    return Workstation(tmp_path / "state", tmp_path / "vault" / "v", clock)


@pytest.fixture
def there(tmp_path, here, clock):
    """Another account on the same file."""
    return Workstation(tmp_path / "other state", here.path, clock)


@pytest.fixture
def held(here):
    """The keys of a vault that was made and used once here."""
    log = make(here.path)
    log.remember(here.state, here.clock)
    save(log, first=b"one")
    held = held_by(log)
    log.close()
    return held


def alarmed(station, held, kind):
    log = station.opened(held)
    assert type(log.alarm) is kind
    assert log.alarm.exit_status == 4
    assert log.read_only.msgid == OLDER
    with pytest.raises(ReadOnlyLog):
        save(log, first=b"no")
    return log


def test_the_first_time_is_told_and_the_second_is_not(here, there, held):
    assert here.opened(held).notices == []
    told = there.opened(held).notices
    assert [one.msgid for one in told] == [FIRST_TIME]
    assert there.opened(held).notices == []


def test_an_older_copy_of_the_same_generation(longest_run, here, held):
    old = here.path.read_bytes()
    here.used(held, first=b"two", second=b"three")
    here.path.write_bytes(old)
    log = alarmed(here, held, EndMissing)
    assert here.bodies == [("first", b"one")]
    frames = 2 if longest_run else 1  # each part's save, and what signs it
    assert log.alarm.params["missing"] == frames
    assert log.alarm.params["parts"] == {1: frames, 2: frames}
    assert log.alarm.params["day"] == here.clock.now()
    with pytest.raises(EndMissing):
        log.verify()
    log.close()
    assert here.path.read_bytes() == old
    alarmed(here, held, EndMissing).close()  # and the next time too


def test_an_older_generation(here, held):
    old = here.path.read_bytes()
    log = here.opened(held)
    with log.locked():
        log.compact([(name, b"x") for name in THREE])
    log.close()
    here.path.write_bytes(old)
    alarmed(here, held, OlderCopy).close()


def test_every_whole_commit_that_is_cut_off(here, held):
    ends = [here.path.stat().st_size]
    for number in range(4):
        here.used(held, **{THREE[number % 3]: b"%d" % number})
        ends.append(here.path.stat().st_size)
    whole = here.path.read_bytes()
    assert len(whole) == ends[-1]
    for end in ends[:-1]:
        here.path.write_bytes(whole[:end])
        alarmed(here, held, EndMissing).close()
    here.path.write_bytes(whole)
    assert here.opened(held).alarm is None


def test_a_save_that_was_confirmed_and_is_damaged_is_not_taken_for_an_unfinished_one(here, held):
    here.used(held, first=b"two")
    whole = here.path.read_bytes()
    damaged = whole[:-40] + bytes((whole[-40] ^ 1,)) + whole[-39:]
    here.path.write_bytes(damaged)
    alarmed(here, held, EndMissing).close()
    assert here.path.read_bytes() == damaged
    assert not list(here.path.parent.glob("*.torn"))


def test_a_disk_that_lied_about_a_sync(here, held):
    """It said yes, the power went, and the sectors were never written: the anchor knows."""
    before = here.path.stat().st_size
    log = here.opened(held, calls=Faulty())
    save(log, first=b"promised")
    log._watch.close()
    log._generation.file.close()
    with here.path.open("r+b") as file:
        file.truncate(before)
    alarmed(here, held, EndMissing).close()


def test_two_histories_from_one_copy(here, there, held):
    copy = here.path.read_bytes()
    here.used(held, first=b"mine")
    mine = here.path.read_bytes()
    here.path.write_bytes(copy)
    for number in range(3):
        there.used(held, first=b"theirs %d" % number)
    alarmed(here, held, OtherHistory).close()
    here.path.write_bytes(mine)
    alarmed(there, held, EndMissing).close()


def test_a_generation_that_was_made_from_less_than_was_seen(here, there, held):
    copy = here.path.read_bytes()
    for _ in range(5):
        here.used(held, second=b"a note")
    here.path.write_bytes(copy)
    log = there.opened(held)
    for _ in range(2):
        with log.locked():
            log.compact([(name, b"x") for name in THREE])
    log.close()
    log = alarmed(here, held, OtherHistory)
    assert log.alarm.params["parts"][2] > 0


def test_a_member_who_holds_the_chain_key_cannot_cut_a_compartment_off(longest_run, here, held):
    """A kiosk's user leaves the newest note out and makes the chain fit; the orders tell."""
    from faults.test_frames_moved import frames_of, with_chain

    here.used(held, second=b"note one", first=b"public")
    here.used(held, second=b"note two")
    frames = frames_of(here.path, held)
    header = here.path.read_bytes()[: held.copy.frames_start]
    here.path.write_bytes(header + b"".join(with_chain(held, frames[:-2])))
    log = alarmed(here, held, EndMissing)
    assert log.alarm.params["parts"] == {2: 2 if longest_run else 1}
    log.close()


def test_what_others_saved_meanwhile_is_no_alarm(here, there, held):
    there.used(held, first=b"theirs")
    here.used(held, second=b"mine")
    log = there.opened(held)
    with log.locked():
        log.compact([(name, b"x") for name in THREE])
    save(log, first=b"after")
    log.close()
    for _ in range(3):
        log = there.opened(held)
        with log.locked():
            log.compact([(name, b"x") for name in THREE])
        log.close()
    assert here.opened(held).alarm is None


def test_a_new_passphrase_and_a_new_member_are_no_alarm(here, held):
    log = here.opened(held)
    log.change_passphrase(PASSPHRASE, "een andere")
    add_member(log, "Bram", "zout", {"second": "rw"})
    save(log, second=b"x")
    log.close()
    assert here.opened(held_by(log)).alarm is None
    bram = open_log(here.path, "Bram", "zout")
    bram.remember(here.state, here.clock)
    list(bram.replay())
    assert bram.alarm is None
    assert bram.notices == []  # one anchor for all who sign in from this account
    bram.close()


def test_a_killed_process_leaves_an_anchor_that_is_not_ahead(here, held):
    log = here.opened(held)
    for number in range(20):
        save(log, first=b"%d" % number)
        again = here.opened(held, writable=False)
        assert again.alarm is None
        again._generation.file.close()
    # Killed here: nothing was closed.
    assert here.opened(held).alarm is None


def test_an_anchor_that_a_power_cut_spoiled_is_passed_over_for_the_one_before(here, held):
    here.used(held, first=b"two")
    here.used(held, first=b"three")
    old = here.path.read_bytes()
    here.used(held, first=b"four")
    anchor = anchor_path(here.state, held.header.file_id)
    whole = anchor.read_bytes()
    for start in (0, 64 * 1024):
        for spoiled in (bytes(200), whole[start : start + 90] + bytes(110)):
            anchor.write_bytes(whole[:start] + spoiled + whole[start + 200 :])
            log = here.opened(held, writable=False)
            assert (log.alarm, log.notices) == (None, [])
    anchor.write_bytes(whole)
    here.path.write_bytes(old)
    alarmed(here, held, EndMissing).close()


def test_what_a_power_cut_spoiled_is_written_over_and_the_good_one_is_not(here, held):
    here.used(held, first=b"two")
    anchor = anchor_path(here.state, held.header.file_id)
    for start, kept in ((0, 64 * 1024), (64 * 1024, 0)):
        here.used(held, first=b"three")
        whole = bytearray(anchor.read_bytes())
        whole[start : start + 200] = bytes(200)
        anchor.write_bytes(whole)
        log = here.opened(held)
        save(log, first=b"four")  # the first one is written down at once
        assert anchor.read_bytes()[kept : kept + 200] == whole[kept : kept + 200]
        assert anchor.read_bytes()[start : start + 8] != bytes(8)
        log.close()


def test_an_opening_in_which_nothing_is_saved_leaves_the_day_of_the_newest_save(here, held, clock):
    anchor = anchor_path(here.state, held.header.file_id)
    before = anchor.read_bytes()
    day = clock.now()
    clock.advance(timedelta(days=2))
    log = here.opened(held)
    assert log._watch.seen.saved_at == day.timestamp()
    log.close()
    assert anchor.read_bytes() == before


def with_another_key(station, held, **other):
    """Seal what is remembered, or ``other`` than that, under a key that nobody has."""
    log = station.opened(held)
    keyring = replace(log._generation.keyring, anchor_key=b"?" * 32)
    for _ in range(2):
        log._watch._file.store(log._watch.seen._replace(**other), keyring, sync=True)
    log._generation.file.close()


def test_an_anchor_of_another_key_is_an_alarm_and_its_clear_part_still_counts(here, held):
    here.used(held, first=b"two")
    whole = here.path.read_bytes()
    here.used(held, first=b"three")
    with_another_key(here, held)
    alarmed(here, held, NotRemembered)._generation.file.close()
    here.path.write_bytes(whole)
    log = alarmed(here, held, EndMissing)
    log.accept()
    save(log, first=b"four")
    log.close()
    assert here.opened(held_by(log)).alarm is None


def test_the_owner_goes_on_with_a_file_that_an_anchor_says_nothing_of(here, held):
    here.used(held, first=b"two")
    with_another_key(here, held)
    log = alarmed(here, held, NotRemembered)
    log.accept()
    save(log, first=b"three")
    log.close()
    assert here.opened(held_by(log)).alarm is None


def test_numbers_of_which_nothing_is_sure_leave_room_for_the_next(here, held):
    with_another_key(here, held, accepted=2**32 - 1, generation=2**64 - 1)
    log = alarmed(here, held, OlderCopy)
    log.accept()
    save(log, first=b"two")
    log.close()
    assert here.opened(held_by(log)).alarm is None


def test_a_file_of_before_keys_were_changed_put_back(tmp_path, clock):
    """Its keys are older than the note of the workstation, and do not open it: no excuse."""
    path, state = tmp_path / "v", tmp_path / "state"
    phrase = "vier losse woorden samen"
    vault = create_vault(
        path, user="anna", passphrase=phrase, kdf=FAST, clock=clock, state_dir=state
    ).vault
    vault.members.add("bram", "kiosk", "zout en peper", {"main": "r"}, kdf=FAST)
    old = path.read_bytes()
    vault.members.remove("bram")  # new keys for all
    vault.close()
    now = path.read_bytes()
    path.write_bytes(old)
    for user, words in (("anna", phrase), ("bram", "zout en peper")):
        again = open_vault(path, user, words, clock=clock, state_dir=state)
        assert isinstance(again.alarm, OlderCopy)
        again.close()
    path.write_bytes(now)
    again = open_vault(path, "anna", phrase, clock=clock, state_dir=state)
    assert (again.alarm, again.notices) == (None, [])
    again.close()


def test_another_vault_at_the_same_place(here, held):
    here.path.unlink()
    log = make(here.path)
    log.close()
    stranger = here.opened(held_by(log))
    assert [one.msgid for one in stranger.notices] == [ANOTHER_VAULT, FIRST_TIME]
    stranger.close()
    assert here.opened(held_by(log)).notices == []


def test_a_state_folder_that_cannot_be_written_keeps_nobody_from_working(here, tmp_path, held):
    (tmp_path / "file").write_text("no folder")
    here.state = tmp_path / "file"
    log = here.opened(held)
    save(log, first=b"two")
    log.close()
    log = here.opened(held)
    assert NOT_KEPT in [one.msgid for one in log.notices] or log._watch.trouble.msgid == NOT_KEPT


def test_a_link_in_the_place_of_the_anchor_is_not_followed(here, held, tmp_path):
    precious = tmp_path / "precious"
    precious.write_text("untouched")
    anchor = anchor_path(here.state, held.header.file_id)
    anchor.unlink()
    anchor.symlink_to(precious)
    log = here.opened(held)
    save(log, first=b"two")
    log.close()
    assert precious.read_text() == "untouched"


def test_nothing_of_the_anchor_is_readable_for_others_or_says_what_was_saved(here, held):
    here.used(held, first=b"zeldzaamwoord")
    for file in here.state.rglob("*"):
        assert file.stat().st_mode & 0o077 == 0
        if file.is_file():
            assert b"zeldzaamwoord" not in file.read_bytes()


# Accepting


def test_the_owner_accepts_an_older_copy_and_everybody_goes_on(here, there, held):
    old = here.path.read_bytes()
    there.used(held)
    here.used(held, first=b"two")
    there.used(held, first=b"three")
    here.used(held)
    here.path.write_bytes(old)
    log = alarmed(here, held, EndMissing)
    log.accept()
    assert log.alarm is None
    assert log.read_only is None
    save(log, first=b"after")
    assert log.generation == 2
    log.close()
    now = held_by(log)
    assert here.opened(now).alarm is None
    log = there.opened(now)  # had seen what is given up
    assert log.alarm is None
    assert there.bodies == [("first", b"one"), ("first", b"after")]
    # What was accepted stays in the file, also when it is written anew.
    with log.locked():
        log.compact([(name, b"x") for name in THREE])
    assert log._generation.place.accepted
    assert log.verify().both_headers
    log.close()


def test_an_older_generation_that_is_accepted_is_newer_than_all_that_were_seen(here, there, held):
    old = here.path.read_bytes()
    log = here.opened(held)
    for _ in range(4):
        with log.locked():
            log.compact([(name, b"x") for name in THREE])
    log.close()
    there.used(held)
    here.path.write_bytes(old)
    log = alarmed(here, held, OlderCopy)
    log.accept()
    assert log.generation == 6
    log.close()
    assert there.opened(held_by(log)).alarm is None


def test_what_was_accepted_does_not_excuse_a_later_older_copy(here, held):
    old = here.path.read_bytes()
    here.used(held, first=b"two")
    here.path.write_bytes(old)
    log = alarmed(here, held, EndMissing)
    log.accept()
    log.close()
    now = held_by(log)
    accepted = here.path.read_bytes()
    here.used(now, first=b"later")
    here.path.write_bytes(accepted)
    alarmed(here, now, EndMissing).close()
    here.path.write_bytes(old)
    alarmed(here, now, OlderCopy).close()


def no_owner(log):
    """Take the owner's keys off a keyring."""
    opened = log._generation.opened
    keyring = replace(opened.keyring, owner_private=b"", admin_key=b"")
    log._generation.opened = replace(opened, keyring=keyring)


def test_only_the_owner_accepts(here, held, tmp_path):
    log = here.opened(held)
    add_member(log, "Bram", "zout", {"first": "rw"})
    log.close()
    old = here.path.read_bytes()
    here.used(held_by(log), first=b"two")
    here.path.write_bytes(old)
    bram = open_log(here.path, "Bram", "zout")
    bram.remember(here.state, here.clock)
    list(bram.replay())
    assert isinstance(bram.alarm, EndMissing)
    no_owner(bram)
    with pytest.raises(NotTheOwner) as caught:
        bram.accept()
    assert caught.value.exit_status == 6
    assert bram.read_only is not None
    bram.close()
    assert here.path.read_bytes() == old


def test_an_acceptance_that_the_owner_did_not_sign_is_tampering(here, held):
    from faults.test_frames_moved import frames_of, with_chain

    from edtui.vault.errors import Tampered

    old = here.path.read_bytes()
    here.used(held, first=b"two")
    here.path.write_bytes(old)
    log = alarmed(here, held, EndMissing)
    log.accept()
    now = held_by(log)
    log.close()
    frames = frames_of(here.path, now)
    place = next(number for number, one in enumerate(frames) if one[16] == ANCHOR_ACK)
    forged = bytearray(frames[place])
    forged[40] += 1  # its number
    header = here.path.read_bytes()[: now.copy.frames_start]
    frames[place] = bytes(forged)
    here.path.write_bytes(header + b"".join(with_chain(now, frames)))
    with pytest.raises(Tampered):
        here.opened(now)


def test_saves_that_follow_each_other_are_remembered_together(here, held):
    log = here.opened(held)
    written = []
    store = log._watch._file.store
    log._watch._file.store = lambda *given, **how: written.append(1) or store(*given, **how)
    log._watch._written_at = float("-inf")
    for number in range(5):
        save(log, first=b"%d" % number)
    assert log._watch.seen.sequence == log.sequence
    assert len(written) == 1, "the first one at once"
    log.follow()
    assert len(written) == 2, "the others at rest"
    log.follow()
    assert len(written) == 2
    save(log, first=b"last")
    log._watch.close()
    log._generation.file.close()
    whole = here.path.read_bytes()
    here.path.write_bytes(whole[: whole.rstrip(b"\0").__len__() - 400])
    alarmed(here, held, EndMissing).close()


def test_what_is_not_written_down_yet_counts_while_it_is_open(here, held):
    old = here.path.read_bytes()
    log = here.opened(held)
    save(log, first=b"one")
    save(log, first=b"two")
    here.path.unlink()
    here.path.write_bytes(old)
    with pytest.raises(OlderFile):
        log.follow()
    log._generation.file.close()
    alarmed(here, held, EndMissing).close()


def test_the_anchor_is_on_the_disk_every_half_minute(here, held, clock, monkeypatch):
    log = here.opened(held)
    synced = []
    monkeypatch.setattr(log._watch._file, "sync", lambda: synced.append("rest"))
    save(log, first=b"two")
    log.follow()
    assert synced == []
    clock.advance(timedelta(seconds=31))
    log.follow()
    log.follow()
    assert synced == ["rest"]
    shutil.rmtree(here.state)  # whatever happens to it, saving goes on
    save(log, first=b"three")
    os.sync()
    log.close()


def test_an_older_member_list_is_told(here, held):
    log = here.opened(held)
    seen = log._watch.seen
    for _ in range(2):
        log._watch._file.store(seen._replace(edition=9), log._generation.keyring, sync=True)
    log._generation.file.close()
    alarmed(here, held, OlderMembers).close()


def test_names_of_people_and_places_stand_in_no_error(here, held):
    old = here.path.read_bytes()
    here.used(held, first=b"two")
    here.path.write_bytes(old)
    log = alarmed(here, held, EndMissing)
    assert NAME not in str(log.alarm.said)
    log.close()
