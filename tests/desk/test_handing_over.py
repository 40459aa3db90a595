"""When the organisation ends: as each narrator wants it, carried by two people together."""

from datetime import timedelta

import pytest

from desk.story_team import CANARY, everything, tell
from edtui.desk import story_consents
from edtui.desk.handing_over import FILE, Holder, TwoPeople, ends, hand_over, say_end
from edtui.desk.passphrase import WeakPassphrase
from edtui.exchange import package
from edtui.exchange.errors import AlreadyThere, CannotWrite
from edtui.exchange.package import HEAD, NotAPackage, NotTheTwo, read_package
from edtui.records.story import Story
from edtui.records.story_consent import Scope
from edtui.records.story_end import End
from edtui.records.story_tombstone import Tombstone
from edtui.records.story_use import StoryUse
from edtui.records.story_words import Audience, Medium, Purpose, Value

FIRST = Holder("Riet", "fiets onder de brug bij mos")
SECOND = Holder("Youssef", "regen op het dakraam van vilt")


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch):
    """How hard a passphrase is to guess is not what is tried here."""
    monkeypatch.setattr(package, "_COST", 2**4)


def allow(desk, told):
    scope = Scope(
        purpose=Purpose.ARCHIVE,
        audience=Audience.PARTNERS,
        medium=Medium.INTERNAL_DIGITAL,
        value=Value.YES,
    )
    until = desk.clock.today() + timedelta(days=90)
    digest = told.version.digest
    story_consents.give(desk, told.version.id, digest, scopes=(scope,), valid_until=until)


@pytest.fixture
def four(memory_desk):
    """One to give back, one to destroy, one to pass on, one to pass on without a yes, one open."""
    told = [tell(memory_desk) for _ in range(5)]
    for one, end in zip(told, (End.RETURN, End.DESTROY, End.PASS_ON, End.PASS_ON), strict=False):
        say_end(memory_desk, one.story.id, end)
    allow(memory_desk, told[2])
    return told


def test_each_goes_where_its_narrator_wants(memory_desk, four, tmp_path):
    assert [bool(one.stays) for one in ends(memory_desk)] == [False, False, False, True, False]
    done = hand_over(memory_desk, tmp_path, FIRST, SECOND)
    assert [one.story.id for one in done.passed_on] == [four[2].story.id]
    assert [one.story_id for one in done.left_out] == [four[3].story.id]
    assert (done.gone, done.open) == (2, 1)
    [back] = done.given_back
    assert CANARY in back.read_text()
    assert oct(back.stat().st_mode & 0o777) == "0o600"
    left = {one.id for one in memory_desk.all(Story)}
    assert left == {one.story.id for one in four[2:]}
    assert memory_desk.count(Tombstone) == 2
    assert [one.where_found for one in memory_desk.all(StoryUse)] == [FILE]
    found = read_package(done.package, FIRST.passphrase, SECOND.passphrase)
    [story] = found["stories"]
    assert story["text"]["text"] == four[2].version.text
    assert story["consent"]["scopes"][0]["purpose"] == "archive"
    assert "narrator_id" not in str(found)
    assert found["held_by"] == ["Riet", "Youssef"]
    assert CANARY in everything(memory_desk), "what was not said stays"


def test_neither_opens_it_alone(memory_desk, four, tmp_path):
    path = hand_over(memory_desk, tmp_path, FIRST, SECOND).package
    data = path.read_bytes()
    assert CANARY.encode() not in data
    one, two = FIRST.passphrase, SECOND.passphrase
    for pair in ((one, one), (two, one), (one, ""), ("", two)):
        with pytest.raises(NotTheTwo):
            read_package(path, *pair)
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(NotTheTwo):
        read_package(path, one, two)
    path.write_bytes(HEAD + b"x")
    with pytest.raises(NotAPackage):
        read_package(path, one, two)


def test_nothing_is_destroyed_where_something_cannot_be_carried_out(memory_desk, four, tmp_path):
    before = memory_desk.count(Story)
    for holders in ((FIRST, FIRST), (FIRST, Holder("riet ", SECOND.passphrase)),
                    (FIRST, Holder("Youssef", FIRST.passphrase))):  # fmt: skip
        with pytest.raises(TwoPeople):
            hand_over(memory_desk, tmp_path, *holders)
    with pytest.raises(WeakPassphrase):
        hand_over(memory_desk, tmp_path, FIRST, Holder("Youssef", "geheim"))
    with pytest.raises(CannotWrite):
        hand_over(memory_desk, tmp_path / "no", FIRST, SECOND)
    (tmp_path / FILE).write_text("there")
    with pytest.raises(AlreadyThere):
        hand_over(memory_desk, tmp_path, FIRST, SECOND)
    assert memory_desk.count(Story) == before
    assert memory_desk.count(Tombstone) == 0
