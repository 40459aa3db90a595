"""Withdrawing: the text is gone for good, and nothing brings it back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.memory_vault import MemoryVault

from desk.story_team import CANARY, do, everything, lesson, out, tell
from edtui.desk import (
    drafts,
    story_asks,
    story_consents,
    story_exit,
    story_papers,
    story_versions,
    story_withdrawing,
)
from edtui.desk.session import Desk
from edtui.errors import NotFound, Sentence
from edtui.records.story import Story
from edtui.records.story_ask import StoryAsk
from edtui.records.story_consent import StoryConsent
from edtui.records.story_gate import Answer, Exit
from edtui.records.story_parts import Replacement, StoryNames
from edtui.records.story_tombstone import Tombstone
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Reach, VersionKind


@pytest.fixture
def told(memory_desk):
    """A story of Riet that may be printed for students for a year."""
    return tell(memory_desk)


def test_withdrawing_takes_the_text_and_leaves_the_way_back(memory_desk, told):
    desk = memory_desk
    out(desk, told)
    question = story_asks.ask(desk, told.story.id, told.version.id, lesson(desk), Exit.PRINTING)
    story_versions.derive(desk, told.version.id, VersionKind.SHORTENED, text=f"Kort: {CANARY}")
    drafts.keep(desk, "text", StoryVersion.table, told.version.id, {"text": CANARY})
    with desk.act(Sentence("names")) as act:
        names = (Replacement(original=CANARY, substitute="iemand"),)
        act.put(StoryNames(story_id=told.story.id, replacements=names))
    report = story_withdrawing.withdraw(desk, told.story.id, "phone")
    assert CANARY not in everything(desk)
    for kind in (Story, StoryVersion, StoryConsent, StoryAsk, StoryNames):
        assert desk.count(kind) == 0
    assert question.id
    assert [proof.status for proof in report.tombstone.proofs] == ["given"]
    assert (report.open, report.count(Reach.PARTLY)) == (1, 1)
    assert set(report.lines[0].letters) == {"nl", "en"} == set(report.to_narrator)
    assert "klinische les" in report.lines[0].letters["nl"]
    story_withdrawing.tick(desk, report.lines[0].use.id, "vernietigd")
    assert story_withdrawing.reach_report(desk, told.story.id).open == 0
    assert story_withdrawing.told_narrator(desk, told.story.id).told_narrator_on
    held = story_papers.papers(desk, told.story.id, told.version.id)
    assert held.withdrawn
    with pytest.raises(story_exit.MayNot):
        out(desk, told)
    with pytest.raises(NotFound):
        story_withdrawing.withdraw(desk, told.story.id)


def test_one_text_is_erased_and_keeps_its_number(memory_desk, told):
    desk = memory_desk
    short = story_versions.derive(desk, told.version.id, VersionKind.SHORTENED, text="Kort.")
    story_versions.purge(desk, told.version.id)
    assert "Toen ging het open" not in everything(desk)
    left = story_versions.versions_of(desk, told.story.id)
    assert [(one.no, one.text, bool(one.purged_on)) for one in left] == [
        (1, "", True),
        (2, "Kort.", False),
    ]
    assert desk.get(StoryVersion, short.id).derived_from is None


def test_nothing_is_added_to_a_story_that_another_terminal_withdrew(memory_desk, told):
    """What was read before the commit is asked again inside it."""
    desk = memory_desk
    question = story_asks.ask(desk, told.story.id, told.version.id, lesson(desk), Exit.PRINTING)
    story_withdrawing.withdraw(desk, told.story.id)
    for tried in (
        lambda: story_versions._new(desk, told.story, StoryVersion(story_id=1, no=1, text=CANARY)),
        lambda: story_asks._put(desk, question.with_(id=0, revision=0), "x"),
        lambda: story_consents.give(desk, told.version.id, told.version.digest),
    ):
        with pytest.raises(NotFound):
            tried()
    assert CANARY not in everything(desk)


STEPS = st.lists(
    st.sampled_from(
        ["text", "derive", "give", "refuse", "undo", "redo", "title", "rest", "unapprove"]
    ),
    max_size=8,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS, st.lists(st.sampled_from(["undo", "redo"]), max_size=6))
def test_nothing_brings_a_withdrawn_text_back(clock, before, after):
    desk = Desk(MemoryVault(), clock)
    told = tell(desk)
    for step in before:
        do(desk, told, step)
    story_withdrawing.withdraw(desk, told.story.id)
    for step in after:
        do(desk, told, step)
    assert CANARY not in everything(desk)
    assert desk.count(Tombstone) == 1
    verdict = story_exit.verdict_on(
        desk, told.story.id, told.version.id, lesson(desk), Exit.PRINTING
    )
    assert verdict.answer is Answer.NO
