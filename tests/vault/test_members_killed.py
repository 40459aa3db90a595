"""A change of people or keys that is killed on the way, or refused by the disk: all or nothing."""

import errno
import os
import shutil

import pytest
from support.sealed import Faulty
from support.team_vault import CONFIDANT, OWNER, PEER, PRIVATE, phrase, sit_down, team

from edtui.errors import EdtuiError
from edtui.vault import files
from edtui.vault.errors import DiskFull, WriteFailed, WrongPassphrase
from edtui.vault.kdf import FAST

NEW = "een nieuwe wachtzin"


def remove(vault):
    vault.members.remove(CONFIDANT)


def grant(vault):
    vault.members.grant(CONFIDANT, {"directory": "r"})


def let_in_anew(vault):
    vault.members.let_in_anew(CONFIDANT, NEW, kdf=FAST)


def forget(vault):
    vault.forget()


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("team") / "team.edtui"
    vault, _ = team(path)
    for number in range(20):
        vault.db.table("casework.notes").insert({"text": f"{number}"})
    vault.close()
    with sit_down(path, PEER) as peer:
        peer.db.table(f"{PRIVATE[PEER]}.notes").insert({"text": "own"})
    return path


class Dying(files.Calls):
    """An operating system in which the process dies at one of its calls."""

    def __init__(self, at: int) -> None:
        self.left = at

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0:
            os._exit(9)

    def write(self, fd, data, offset):
        if self.left == 1:
            super().write(fd, data[: len(data) // 2], offset)
        self._count()
        return super().write(fd, data, offset)

    def sync(self, fd):
        self._count()
        super().sync(fd)

    def sync_folder(self, folder):
        self._count()
        super().sync_folder(folder)

    def replace(self, source, target):
        self._count()
        super().replace(source, target)


def whole(path, act, before: int) -> bool:
    """Check that a file is as it was, in generation ``before``, or as it should be; say which."""
    with sit_down(path, OWNER) as vault:
        vault.verify()
        assert [one["text"] for one in vault.db.table("casework.notes")] == [
            f"{number}" for number in range(20)
        ]
        done = vault.info().generation > before
        vault.db.table("casework.notes").insert({"text": "and on"})
    with sit_down(path, PEER) as peer:
        assert [one["text"] for one in peer.db.table(f"{PRIVATE[PEER]}.notes")] == ["own"]
    if act in (remove, let_in_anew):
        if done:
            with pytest.raises(WrongPassphrase):
                sit_down(path, CONFIDANT)
        else:
            sit_down(path, CONFIDANT).close()
    if act is let_in_anew and done:
        sit_down(path, CONFIDANT, NEW).close()
    assert not list(path.parent.glob("*.new"))
    return done


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be forked")
@pytest.mark.parametrize("act", [remove, grant, let_in_anew, forget])
def test_killed_at_every_call_to_the_system(filled, tmp_path, act):
    path = tmp_path / "team.edtui"
    with sit_down(filled, OWNER, read_only=True) as vault:
        before = vault.info().generation
    outcomes = []
    for at in range(1, 30):
        shutil.copy(filled, path)
        child = os.fork()
        if child == 0:
            try:
                vault = sit_down(path, OWNER)
                vault._log._generation.file.calls = Dying(at)
                act(vault)
                os._exit(0)
            finally:
                os._exit(1)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (0, 9)
        outcomes.append(whole(path, act, before))
        path.unlink()
        if code == 0:
            break
    assert outcomes[-1]
    assert len(outcomes) > 4
    # Once it is done it stays done: no later call takes it back.
    assert sorted(outcomes) == outcomes


@pytest.mark.parametrize("act", [remove, let_in_anew, forget])
@pytest.mark.parametrize("what", ["fail_write", "fail_sync", "fail_replace"])
def test_a_disk_that_refuses_leaves_all_as_it_was(filled, tmp_path, act, what):
    path = tmp_path / "team.edtui"
    shutil.copy(filled, path)
    with sit_down(path, OWNER) as vault:
        before = vault.info().generation
        calls = Faulty()
        setattr(calls, what, 1)
        calls.error = errno.ENOSPC
        vault._log._generation.file.calls = calls
        with pytest.raises((WriteFailed, DiskFull)):
            act(vault)
        # The vault goes on with the keys of before.
        vault._log._generation.file.calls = files.CALLS
        assert {one.name for one in vault.members.all()} >= {CONFIDANT, PEER}
    assert not whole(path, act, before)


def test_two_terminals_change_people_at_the_same_time(filled, tmp_path):
    """Each takes in what the other did first; neither change is lost."""
    path = tmp_path / "team.edtui"
    shutil.copy(filled, path)
    one, other = sit_down(path, OWNER), sit_down(path, OWNER)
    one.members.remove(CONFIDANT)
    other.members.add("Eva", "role", phrase("Eva"), {"casework": "rw"}, kdf=FAST)
    one.members.grant(PEER, {"shelf": "rw"})
    other.refresh()
    for vault in (one, other):
        found = {member.name: member.rights for member in vault.members.all()}
        assert CONFIDANT not in found
        assert found["Eva"] == {"casework": "rw"}
        assert found[PEER] == {"shelf": "rw"}
        vault.close()
    with sit_down(path, "Eva") as eva:
        assert len(eva.db.table("casework.notes")) == 20


def test_no_error_says_a_name_or_a_key(filled, tmp_path):
    path = tmp_path / "team.edtui"
    shutil.copy(filled, path)
    with sit_down(path, OWNER) as vault:
        for act in (
            lambda: vault.members.remove("Geheimzinnig"),
            lambda: vault.members.add(CONFIDANT, "role", "Geheimzinnig", {}),
            lambda: vault.members.grant(CONFIDANT, {"Geheimzinnig": "r"}),
            lambda: vault.members.make_own("Geheimzinnig", "x"),
        ):
            with pytest.raises(EdtuiError) as caught:
                act()
            assert "Geheimzinnig" not in str(caught.value)
