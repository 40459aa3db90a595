"""Looking at what stands at a path, as every save does."""

import os

import pytest

from edtui.vault import glance as module
from edtui.vault.files import DiskFile
from edtui.vault.glance import glance


@pytest.fixture(params=["as it is here", "without statx"], autouse=True)
def way(request, monkeypatch):
    if request.param == "without statx":
        monkeypatch.setattr(module, "_STATX", None)


def test_it_says_what_lstat_says(tmp_path):
    (tmp_path / "file").write_bytes(b"x" * 5000)
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for path in tmp_path.iterdir():
        found = os.lstat(path)
        assert glance(os.fsencode(path)) == (found.st_dev, found.st_ino, found.st_size)


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        glance(os.fsencode(tmp_path / "nothing"))


def test_another_file_in_the_place_of_an_open_one_is_seen(tmp_path):
    path, other = tmp_path / "file", tmp_path / "other"
    path.write_bytes(b"abc")
    other.write_bytes(b"abc")
    file = DiskFile.open(path, writable=True)
    assert file.size_at_path() == file.size() == 3
    file.write(3, b"de")
    assert file.size_at_path() == file.size() == 5
    other.replace(path)
    assert file.size_at_path() is None
    path.unlink()
    path.symlink_to(other)
    assert file.size_at_path() is None
    file.close()
