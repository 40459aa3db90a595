"""Letterboxes: who can only drop cannot read, and what is done to a drop is noticed."""

from contextlib import suppress
from dataclasses import replace

import pytest
from support.team_vault import AUDITOR, CONFIDANT, KIOSK, phrase, sit_down, team
from tinydb import where

from edtui.vault import drops
from edtui.vault.errors import MissingKey
from edtui.vault.frames import DROP, Frame
from edtui.vault.opening import open_log
from edtui.vault.walk import Walk


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


def test_a_dropped_document_is_one_of_the_table_for_those_who_read(owner, kiosk):
    kiosk.drop("inbox.notes", {"text": "one"})
    owner.db.table("inbox.notes").insert({"text": "two"})
    with owner.transaction():
        owner.drop("inbox.notes", {"text": "three"})
        owner.db.table("inbox.notes").insert({"text": "four"})
    assert notes(owner) == [(1, "one"), (2, "two"), (3, "four"), (4, "three")]
    assert owner.db.table("inbox.notes").search(where("text") == "one") == [{"text": "one"}]


def test_readers_are_told_of_a_drop(owner, kiosk):
    owner.refresh()
    kiosk.drop("inbox.notes", {"text": "one"})
    (change,) = owner.refresh()
    assert (change.table, change.number, change.before, change.after) == (
        "inbox.notes",
        1,
        None,
        {"text": "one"},
    )


def test_letters_are_opened_when_they_are_asked_for_the_newest_first(
    owner, kiosk, path, monkeypatch
):
    for number in range(5):
        kiosk.drop("inbox.notes", {"text": f"drop {number}"})
    opened, open_ = [], drops.opened
    monkeypatch.setattr(drops, "opened", lambda *args: (opened.append(1), open_(*args))[1])
    owner.members.grant(AUDITOR, {"inbox": "r"})
    opened.clear()
    with sit_down(path, AUDITOR) as reader:
        newest = reader.newest("inbox.notes")
        assert [next(newest)["text"], next(newest)["text"]] == ["drop 4", "drop 3"]
        assert len(opened) == 2
        kiosk.drop("inbox.notes", {"text": "late"})
        assert reader.refresh() == [], "nobody asked for the notes yet"
        assert [one["text"] for one in newest] == ["drop 2", "drop 1", "drop 0"]
        assert notes(reader) == [(n + 1, f"drop {n}") for n in range(5)] + [(6, "late")]
        assert len(opened) == 6
        assert [one["text"] for one in reader.newest("inbox.notes")][:2] == ["late", "drop 4"]
        kiosk.drop("inbox.notes", {"text": "news"})
        assert [change.after["text"] for change in reader.refresh()] == ["news"]


def test_a_new_generation_leaves_letters_closed_that_nobody_asked_for(owner, kiosk, path):
    owner.members.grant(AUDITOR, {"inbox": "r"})
    for number in range(3):
        kiosk.drop("inbox.notes", {"text": f"drop {number}"})
    with sit_down(path, AUDITOR) as asked, sit_down(path, AUDITOR) as waiting:
        assert len(notes(asked)) == 3
        kiosk.compact()
        kiosk.drop("inbox.notes", {"text": "late"})
        assert [change.after["text"] for change in asked.refresh()] == ["late"]
        assert waiting.refresh() == []
        owner.refresh()
        assert notes(waiting) == notes(asked) == notes(owner)


def test_all_readers_give_the_same_numbers_before_and_after_a_compaction(owner, kiosk, path):
    owner.members.grant(CONFIDANT, {"inbox": "rw"})
    confidant = sit_down(path, CONFIDANT)
    for number in range(4):
        kiosk.drop("inbox.notes", {"text": f"drop {number}"})
        confidant.db.table("inbox.notes").insert({"text": f"put {number}"})
    owner.refresh()
    assert notes(owner) == notes(confidant)
    owner.db.table("inbox.notes").remove(doc_ids=[1, 8])
    owner.compact()
    kiosk.refresh()
    kiosk.drop("inbox.notes", {"text": "later"})
    confidant.refresh()
    owner.refresh()
    assert notes(owner) == notes(confidant)
    assert notes(owner)[-1] == (9, "later")
    confidant.close()
    with sit_down(path, CONFIDANT) as again:
        assert notes(again) == notes(owner)


def test_a_compaction_by_one_who_only_drops_carries_drops_unread(owner, kiosk):
    kiosk.drop("inbox.notes", {"text": "one"})
    kiosk.compact()
    kiosk.drop("inbox.notes", {"text": "two"})
    kiosk.compact()
    owner.refresh()
    assert notes(owner) == [(1, "one"), (2, "two")]


def test_a_drop_is_in_the_commit_of_its_transaction_or_nowhere(owner, path):
    before = owner.info().sequence
    with suppress(ZeroDivisionError), owner.transaction():
        owner.drop("audit.lines", {"text": "no"})
        raise ZeroDivisionError
    assert owner.info().sequence == before
    with owner.transaction():
        owner.drop("audit.lines", {"text": "one"})
        owner.db.table("office.notes").insert({"text": "what the line is about"})
        owner.drop("audit.lines", {"text": "two"})
    with sit_down(path, AUDITOR) as auditor:
        assert [one["text"] for one in auditor.db.table("audit.lines")] == ["one", "two"]
    assert owner.verify().commits == 1


def test_no_letterbox_no_drop(owner, kiosk):
    for vault, table in ((kiosk, "casework.notes"), (kiosk, "x"), (owner, "office.notes")):
        with pytest.raises(MissingKey):
            vault.drop(table, {})
    with pytest.raises(ValueError, match="8 MiB"):
        kiosk.drop("inbox.notes", {"text": "x" * (8 * 1024 * 1024)})
    with pytest.raises(TypeError):
        kiosk.drop("inbox.notes", {"text": object()})


def test_who_drops_cannot_read_it_back(owner, kiosk, path):
    """Not from the tables, the log, the file or any key: not even what was written just now."""
    kiosk.drop("inbox.notes", {"text": "mine"})
    kiosk.refresh()
    with pytest.raises(MissingKey):
        kiosk.db.table("inbox.notes").all()
    assert kiosk.db.tables() == set()
    log = open_log(path, KIOSK, phrase(KIOSK), read_only=True)
    assert {one.compartment for one in log.replay()} <= {"directory", "shelf"}
    log.close()
    # Every key that this process holds, as if it were the one: none opens the drop.
    opened = kiosk._log.opened
    generation = kiosk._log._generation
    frame = last_drop(generation)
    ring = opened.keyring
    held = [ring.header_key, ring.chain_key, ring.anchor_key, ring.sign_private, ring.box_private]
    held += [opened.user_key, opened.own_key, ring.mailboxes["inbox"].public]
    held += [key for one in ring.compartments.values() for key in one.keys.values()]
    sealer = generation.sealer
    assert "inbox" not in {one.name for one in sealer.keyring.compartments.values()}
    for key in held:
        part = owner._log.opened.keyring.named("inbox")
        guess = replace(part, keys={frame.key_generation: key})
        with pytest.raises(drops.NotForThisKey):
            drops.opened(guess, frame, sealer.session.context + frame.inner + frame.previous_tag)


def last_drop(generation) -> Frame:
    found = None
    for frame in Walk(generation.file, generation.chain, generation.start()).frames():
        if frame.type == DROP:
            found = frame._replace(raw=memoryview(bytes(frame.raw)))
    return found
