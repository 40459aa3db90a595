"""The sealed log as its users see it: what goes in comes out, in order, in each generation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.sealed import (
    NAME,
    PASSPHRASE,
    THREE,
    add_member,
    contents,
    held_by,
    make,
    pairs,
    reopen,
    save,
)

from edtui.vault.errors import AlreadyThere, MissingKey, ReadOnlyLog
from edtui.vault.kdf import FAST
from edtui.vault.opening import create_log, open_log, read_label


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "v"


@pytest.fixture
def log(path):
    return make(path)


def test_a_new_log_says_what_it_is(log, path):
    assert (log.user, log.role, log.label) == (NAME, "coordinator", "Team Noord")
    assert log.compartments == THREE
    assert log.may_write("first")
    assert not log.may_write("elsewhere")
    assert (log.generation, log.notices, log.read_only) == (1, [], None)
    assert read_label(path) == "Team Noord"
    assert path.parent.stat().st_mode & 0o777 == 0o700
    info = log.info()
    assert info.members == {NAME: "coordinator"}
    assert info.kdf == FAST
    assert len(info.seal) == 6
    seal = info.seal
    save(log, first=b"x")
    assert log.info().seal != seal


bodies = st.dictionaries(st.sampled_from(THREE), st.binary(max_size=600), min_size=1)
steps = st.lists(
    st.one_of(bodies, st.sampled_from(["reopen", "compact", "passphrase"])), max_size=8
)


@settings(max_examples=40, deadline=None)
@given(steps)
def test_whatever_is_done_everything_saved_is_there(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("log") / "v"
    log = make(path)
    saved = {name: [] for name in THREE}
    for step in steps:
        if step == "reopen":
            held = held_by(log)
            log.close()
            log = reopen(path, held)
            list(log.replay())
        elif step == "compact":
            with log.locked():
                log.compact([(name, body) for name in THREE for body in [b"", *saved[name]]])
                saved = {name: [body for body in saved[name] if body] for name in THREE}
        elif step == "passphrase":
            log.change_passphrase(PASSPHRASE, PASSPHRASE)
        else:
            save(log, **step)
            for name, body in step.items():
                saved[name].append(body)
    report = log.verify()
    assert report.both_headers
    assert report.unseen == report.torn_bytes == 0
    assert set(report.writers) == {NAME}
    log.close()
    found, notices = contents(path, held_by(log))
    assert {name: [body for other, body in found if other == name] for name in THREE} == saved
    assert notices == []


def test_preallocated_room_is_given_back(log, path):
    save(log, first=b"x")
    assert path.stat().st_size >= 1024 * 1024
    log.info()  # signs what was saved
    size = log.size
    log.close()
    log.close()
    assert path.stat().st_size == size
    with pytest.raises(ReadOnlyLog):
        log.append({"first": b"y"})
    with pytest.raises(ReadOnlyLog):
        log.follow()


def test_a_small_body_tells_little_by_its_size(log):
    sizes = set()
    for length in (0, 1, 100, 172):
        before = log.size
        save(log, first=b"x" * length)
        sizes.add(log.size - before)
    assert len(sizes) == 1


def test_a_reader_reads_and_does_not_write(log, path):
    save(log, first=b"x")
    log.close()
    before = path.read_bytes()
    reader = open_log(path, NAME, PASSPHRASE, read_only=True)
    assert pairs(reader.replay()) == [("first", b"x")]
    assert reader.read_only is not None
    for attempt in (
        lambda: reader.append({"first": b"y"}),
        lambda: reader.compact([]),
        lambda: reader.change_passphrase(PASSPHRASE, "new"),
    ):
        with pytest.raises(ReadOnlyLog):
            attempt()
    reader.close()
    assert path.read_bytes() == before


def test_nothing_is_overwritten_or_forgotten_by_mistake(log, path):
    with pytest.raises(AlreadyThere):
        make(path)
    save(log, first=b"x", second=b"y")
    with pytest.raises(ValueError, match="emptied"), log.locked():
        log.compact([("first", b"x")])
    with pytest.raises(MissingKey):
        save(log, nowhere=b"z")
    with pytest.raises(RuntimeError):
        reopen(path, held_by(log)).append({"first": b"before replay"})
    assert len(contents(path, held_by(log))[0]) == 2
    assert sorted(one.name for one in path.parent.iterdir()) == ["v", "v.lock"]


@pytest.mark.parametrize("given", [{"user": " "}, {"passphrase": ""}, {"compartments": ["a", "a"]}])
def test_what_makes_no_vault(path, given):
    usual = {"user": NAME, "passphrase": "x", "label": "", "compartments": ["a"], "kdf": FAST}
    with pytest.raises(ValueError, match=r"needs?"):
        create_log(path, **(usual | given))
    assert not path.exists()


def test_nothing_private_stands_in_the_file(log, path):
    save(log, first=b"canary body")
    log.close()
    data = path.read_bytes()
    for word in (
        b"canary",
        b"first",
        b"second",
        b"coordinator",
        NAME.encode(),
        PASSPHRASE.encode(),
    ):
        assert word not in data


class TestMembers:
    """Somebody with fewer keys: sees less, carries the rest byte for byte."""

    @pytest.fixture
    def theirs(self, log, path):
        save(log, first=b"open", second=b"closed", third=b"to read")
        add_member(log, "Kiosk", "zout", {"first": "rw", "third": "r"})
        save(log, second=b"closed too")
        other = open_log(path, "kiosk", "zout")
        other.first = pairs(other.replay())
        return other

    def test_sees_what_the_keys_open(self, theirs):
        assert theirs.first == [("first", b"open"), ("third", b"to read")]
        assert theirs.compartments == ("first", "third")
        assert theirs.role == "kiosk"
        assert theirs.info().members == {NAME: "coordinator", "Kiosk": "kiosk"}

    @pytest.mark.parametrize("name", ["second", "third"])
    def test_writes_only_where_allowed(self, theirs, name):
        for attempt in (
            lambda: save(theirs, **{name: b"x"}),
            lambda: theirs.compact([("first", b""), (name, b"x")]),
        ):
            with pytest.raises(MissingKey):
                attempt()
        assert theirs.read_only is None

    def test_compacts_and_carries_the_rest(self, theirs, log, path):
        save(theirs, first=b"more")
        before = path.read_bytes()
        with theirs.locked():
            theirs.compact([("first", b"all")])
        assert [one.msgid for one in theirs.notices] == []
        news = log.follow()
        assert news.replaced
        assert sorted(pairs(news.bodies)) == [
            ("first", b"all"),
            ("second", b"closed"),
            ("second", b"closed too"),
            ("third", b"to read"),
        ]
        after = path.read_bytes()
        walked = log._generation.commits(log._generation.start()).walk
        carried = [
            bytes(f.inner) + bytes(f.ciphertext) for f in walked.frames() if f.compartment == 2
        ]
        assert len(carried) == 3
        assert all(frame in before and frame in after for frame in carried)
        save(log, second=b"and on")
        assert pairs(theirs.follow().bodies) == []
        report = log.verify()
        assert report.writers.keys() == {NAME, "Kiosk"}
        assert report.overstepped == {}
        # Who was still writing when another wrote the file anew cannot sign what was carried.
        assert report.unsigned == {NAME: 3}
        assert theirs.verify().unseen == 5

    def test_one_who_writes_where_only_reading_is_allowed_is_shown(self, theirs, log):
        from dataclasses import replace

        keyring = theirs._generation.keyring
        keyring.compartments[3] = replace(keyring.compartments[3], rights="rw")
        save(theirs, third=b"by own code")
        assert log.verify().overstepped == {"Kiosk": 1}


def test_a_closed_log_holds_no_keys(log):
    keyring = log._generation.keyring
    secrets = [keyring.chain_key, keyring.sign_private, *keyring.compartments[1].keys.values()]
    save(log, first=b"x")
    log.close()
    assert log.compartments == ()
    known = repr([vars(log._generation), vars(log._generation.opened.keyring)])
    assert not any(repr(secret) in known or secret.hex() in known for secret in secrets)
    assert "Keyring object" in repr(keyring)


def test_where_the_system_says_no(log, path, monkeypatch):
    from edtui.vault.errors import CannotCreate, CannotOpen, ReadFailed
    from edtui.vault.files import Calls

    with pytest.raises(CannotCreate):
        make(path / "below a file" / "v")

    class Refusing(Calls):
        def open(self, path, flags):
            raise PermissionError(13, "no")

    with pytest.raises(CannotOpen):
        open_log(path, NAME, PASSPHRASE, calls=Refusing())

    class Unreadable(Calls):
        def read(self, fd, count, offset):
            raise OSError(5, "no")

    with pytest.raises(ReadFailed):
        open_log(path, NAME, PASSPHRASE, calls=Unreadable())
