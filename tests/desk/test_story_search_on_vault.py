"""The words of stories follow other terminals too; what was withdrawn there is gone here."""

import pytest

from desk.on_vault import PASSPHRASE
from desk.story_team import tell
from edtui.desk import grants, members, stories, story_search, story_withdrawing, team
from edtui.vault.kdf import FAST

FIRST = "regen op het dakraam"


@pytest.fixture
def desk(vault_desk):
    return vault_desk


def test_two_terminals_and_a_role_without_the_key(desk, clock):
    told = tell(desk)
    other = team.open_team(desk.vault.path, "anna", PASSPHRASE, clock=clock)
    index = story_search.hold(other)
    index.build()
    assert index.find(index.asked("kanariezin")) == {told.story.id}
    stories.save_story(desk, told.story.with_(summary="Een zwaluw"))
    other.take_news()
    assert index.find(index.asked("zwaluw")) == {told.story.id}
    story_withdrawing.withdraw(desk, told.story.id)
    other.take_news()
    assert index.find(index.asked("kanariezin")) == set()
    assert b"kanariezin" not in index._index.content()
    assert b"zwaluw" not in index._index.content()
    index.close()
    other.close()
    members.add_member(desk, "bert", FIRST, grants.CONFIDANT, kdf=FAST)
    bert = team.open_team(desk.vault.path, "bert", FIRST, clock=clock)
    assert story_search.hold(bert) is None
    without = story_search.StoryWords(bert)
    without.build()
    assert without.find(without.asked("a")) == set()
    without.close()
    bert.close()
