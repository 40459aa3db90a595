"""Stories in a real vault: whose key it is, gone from the file, and no permission from a backup."""

from datetime import timedelta

import pytest

from desk.on_vault import PASSPHRASE
from desk.story_team import CANARY, lesson, out, tell
from edtui.desk import (
    backups,
    grants,
    in_place,
    members,
    stories,
    story_exit,
    story_papers,
    story_withdrawing,
    team,
)
from edtui.errors import NotAllowed
from edtui.records import story_reasons as why
from edtui.records.story import Story
from edtui.records.story_gate import Exit
from edtui.records.story_tombstone import Tombstone
from edtui.records.story_use import StoryUse
from edtui.records.story_version import StoryVersion
from edtui.vault.kdf import FAST

FIRST = "regen op het dakraam"


@pytest.fixture
def desk(vault_desk):
    return vault_desk


def reasons(desk, told) -> list[str]:
    with pytest.raises(story_exit.MayNot) as no:
        out(desk, told)
    return [reason.msgid for reason in no.value.verdict.reasons]


@pytest.mark.parametrize("role", [grants.CONFIDANT, grants.PEER_WORKER, grants.KIOSK])
def test_nobody_else_holds_the_key(desk, role):
    told = tell(desk)
    members.add_member(desk, "bert", FIRST, role, kdf=FAST)
    bert = team.open_team(desk.vault.path, "bert", FIRST, clock=desk.clock)
    for tried in (
        lambda: stories.stories(bert),
        lambda: story_papers.papers(bert, told.story.id, told.version.id),
        lambda: story_withdrawing.tombstones(bert),
        lambda: out(bert, told),
    ):
        with pytest.raises(NotAllowed):
            tried()
    bert.close()


def test_a_backup_brings_neither_the_text_back_nor_a_permission(desk, tmp_path, clock):
    told, other = tell(desk), tell(desk)
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.change_plan(desk, folders=[stick])
    backups.back_up(desk)
    made = backups.folders(desk)[0].backups[0]
    used = out(desk, other).use
    clock.advance(timedelta(hours=1))
    story_withdrawing.withdraw(desk, told.story.id)
    backups.restore(desk, made.folder / made.name)
    assert [story.id for story in desk.all(Story)] == [other.story.id]
    assert told.version.id not in [version.id for version in desk.all(StoryVersion)]
    assert desk.count(Tombstone) == 1
    assert list(desk.all(StoryUse)) == [used], "what left since the backup stays known"
    assert reasons(desk, told) == [why.WITHDRAWN]
    assert reasons(desk, other) == [why.HISTORY]


def test_a_backup_in_the_place_of_the_file_asks_again(desk, tmp_path, clock):
    told, other = tell(desk), tell(desk)
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.change_plan(desk, folders=[stick])
    backups.back_up(desk)
    made = backups.folders(desk)[0].backups[0]
    clock.advance(timedelta(hours=1))
    story_withdrawing.withdraw(desk, told.story.id)
    desk.close()
    path = desk.vault.path
    in_place.put_in_place(made.folder / made.name, path, "anna", PASSPHRASE, clock=clock)
    again = team.open_team(path, "anna", PASSPHRASE, clock=clock)
    assert [story.id for story in again.all(Story)] == [other.story.id]
    assert CANARY not in str([v.text for v in again.all(StoryVersion) if v.story_id == 1])
    assert reasons(again, other) == [why.HISTORY]
    verdict = story_exit.verdict_on(
        again, told.story.id, told.version.id, lesson(again), Exit.PRINTING
    )
    assert verdict.reasons[0].msgid == why.WITHDRAWN
    again.close()
