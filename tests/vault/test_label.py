"""The label can be read quickly; where that goes wrong the slow way says what is the matter."""

import pytest

from edtui.vault import kdf
from edtui.vault.errors import NoSuchVault
from edtui.vault.label import quick_label
from edtui.vault.opening import create_log, read_label


@pytest.fixture
def path(tmp_path):
    def make(label):
        file = tmp_path / "team.edtui"
        create_log(
            file, user="anna", passphrase="p", label=label, compartments=["a"], kdf=kdf.FAST
        ).log.close()
        return file

    return make


@pytest.mark.parametrize("label", ["Team Noord", "", "Team Zuid · Łódź", "é" * 150])
def test_it_gives_what_the_slow_way_gives(path, label):
    file = path(label)
    assert quick_label(file) == read_label(file)


def test_it_gives_nothing_where_the_header_does_not_begin_well(path):
    file = path("Team Noord")
    content = bytearray(file.read_bytes())
    content[3] ^= 1
    file.write_bytes(content)
    assert quick_label(file) is None
    assert read_label(file) == "Team Noord"  # from the second copy


def test_a_short_file_gives_nothing(tmp_path):
    file = tmp_path / "short"
    file.write_bytes(b"\xffEDTUI")
    assert quick_label(file) is None


def test_no_file_is_told(tmp_path):
    with pytest.raises(NoSuchVault):
        quick_label(tmp_path / "nothing")
