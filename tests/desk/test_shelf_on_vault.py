"""The shelf in a real vault, with a kiosk's own key: what it opens, what is gone for good."""

from datetime import timedelta

import pytest
from support.sealed import contents, held_by

from desk.shelf_team import PUBLIC, TEAM, for_the_shelf
from desk.story_team import CANARY
from edtui.desk import (
    backups,
    erasing,
    grants,
    members,
    publishing,
    shelf,
    stories,
    story_withdrawing,
    team,
)
from edtui.desk.following import follow
from edtui.errors import NotAllowed
from edtui.records.shelf_story import ShelfStory, TeamStory
from edtui.records.story import Story
from edtui.records.story_words import Workflow
from edtui.vault.kdf import FAST

FIRST = "regen op het dakraam"


@pytest.fixture
def desk(vault_desk):
    return vault_desk


@pytest.fixture
def kiosk(desk):
    members.add_member(desk, "kiosk", FIRST, grants.KIOSK, kdf=FAST)
    opened = team.open_team(desk.vault.path, "kiosk", FIRST, clock=desk.clock)
    yield opened
    opened.close()


def opens(desk) -> str:
    """All that the keys of this desk open in the file as it lies there, history too."""
    pairs, _ = contents(desk.vault.path, held_by(desk.vault.log))
    return "".join(body.decode(errors="replace") for _name, body in pairs)


def test_what_is_for_the_team_is_under_no_key_of_a_kiosk(desk, kiosk):
    told = for_the_shelf(desk, TEAM)
    publishing.publish(desk, told.story.id, told.version.id)
    follow(kiosk)
    assert shelf.on_shelf(kiosk) == []
    assert CANARY in opens(desk)
    assert CANARY not in opens(kiosk)
    for kind in (TeamStory, Story):
        with pytest.raises(NotAllowed):
            list(kiosk.all(kind))


@pytest.mark.parametrize("how", ["withdrawn", "rests", "a day that passed"])
def test_nothing_is_left_for_a_kiosk(desk, kiosk, clock, how):
    told = for_the_shelf(desk, PUBLIC, TEAM)
    publishing.publish(desk, told.story.id, told.version.id)
    follow(kiosk)
    [shown] = shelf.on_shelf(kiosk)
    assert CANARY in shelf.open_story(kiosk, shown).text
    assert CANARY in opens(kiosk)
    with pytest.raises(NotAllowed):
        publishing.take_off(kiosk, told.story.id)
    if how == "withdrawn":
        story_withdrawing.withdraw(desk, told.story.id)
    elif how == "rests":
        stories.set_workflow(desk, told.story.id, Workflow.RESTING)
    else:
        clock.advance(timedelta(days=31))
        assert shelf.on_shelf(kiosk) == [], "before anybody took it away"
        publishing.sweep(desk)
    follow(kiosk)
    assert shelf.on_shelf(kiosk) == []
    assert not shelf.still_there(kiosk, shown)
    erasing.finish(desk)
    follow(kiosk)
    assert CANARY not in opens(kiosk)
    assert CANARY not in str([dict(one) for one in kiosk.vault.db.table(ShelfStory.table)])
    assert (CANARY in opens(desk)) is (how != "withdrawn")


def test_a_backup_puts_nothing_on_the_shelf(desk, kiosk, tmp_path, clock):
    told, other = for_the_shelf(desk, PUBLIC), for_the_shelf(desk, PUBLIC)
    for one in (told, other):
        publishing.publish(desk, one.story.id, one.version.id)
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.change_plan(desk, folders=[stick])
    backups.back_up(desk)
    made = backups.folders(desk)[0].backups[0]
    clock.advance(timedelta(hours=1))
    publishing.take_off(desk, told.story.id)
    backups.restore(desk, made.folder / made.name)
    follow(kiosk)
    assert shelf.on_shelf(kiosk) == []
    assert publishing.published(desk) == []
