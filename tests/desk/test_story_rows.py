"""What the list says of a story: what its narrator allows, until when, what asks for a look."""

from datetime import timedelta

import pytest

from desk.story_team import grid, tell
from edtui.desk import (
    stories,
    story_consents,
    story_names,
    story_papers,
    story_texts,
    story_versions,
    story_withdrawing,
)
from edtui.desk.demo import build_demo
from edtui.desk.story_index import StoryIndex
from edtui.desk.story_rows import Held, Shut, Standing
from edtui.desk.story_starts import start_of
from edtui.errors import Sentence
from edtui.records.lifecycle import Status
from edtui.records.narrator_care import NarratorCare
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_consent import StoryConsent
from edtui.records.story_gate import Answer, Exit, Occasion, may
from edtui.records.story_parts import Replacement
from edtui.records.story_words import Value, VersionKind, Workflow


@pytest.fixture
def index(memory_desk):
    made = StoryIndex(memory_desk)
    yield made
    made.close()


def standing(index, desk, story_id):
    return index.row(story_id).standing(desk.clock.today())[0]


def test_it_follows_what_the_narrator_says_and_what_days_do(memory_desk, clock, index):
    desk = memory_desk
    new = stories.add_story(desk, title="New")
    assert standing(index, desk, new.id) is Standing.NO_TEXT
    version = story_versions.begin_version(desk, new.id, "Words.")
    assert standing(index, desk, new.id) is Standing.NOT_APPROVED
    story_versions.approve(desk, version.id, version.digest)
    assert standing(index, desk, new.id) is Standing.NOT_ASKED
    told = tell(desk)
    number = told.story.id
    assert standing(index, desk, number) is Standing.GIVEN
    again = {"valid_until": desk.clock.today() + timedelta(days=365)}
    story_consents.give(desk, told.version.id, told.version.digest, scopes=grid(Value.ASK), **again)
    assert standing(index, desk, number) is Standing.ASK
    clock.advance(timedelta(days=340))
    assert standing(index, desk, number) is Standing.SOON
    assert index.row(number).asks(desk.clock.today())
    clock.advance(timedelta(days=30))
    assert standing(index, desk, number) is Standing.EXPIRED
    until = desk.clock.today() + timedelta(days=365)
    story_consents.give(desk, told.version.id, told.version.digest, valid_until=until)
    assert standing(index, desk, number) is Standing.NOTHING
    story_consents.refuse(desk, told.version.id)
    assert standing(index, desk, number) is Standing.REFUSED
    story_consents.ask_again(desk, told.version.id)
    assert standing(index, desk, number) is Standing.AGAIN


def test_a_backup_that_was_put_back_makes_it_ask_again(memory_desk, clock, index):
    told = tell(memory_desk)
    clock.advance(timedelta(minutes=1))
    assert standing(index, memory_desk, told.story.id) is Standing.GIVEN
    story_papers.mark_history(memory_desk)
    assert standing(index, memory_desk, told.story.id) is Standing.AGAIN


def test_the_most_open_of_its_texts_counts_and_stopping_stops(memory_desk, index):
    told = tell(memory_desk)
    story_versions.derive(memory_desk, told.version.id, VersionKind.SHORTENED)
    assert standing(index, memory_desk, told.story.id) is Standing.GIVEN
    story_consents.stop_uses(memory_desk, told.story.id, None)
    assert standing(index, memory_desk, told.story.id) in (Standing.STOPPED, Standing.NOTHING)


def test_an_embargo_never_opens_by_itself(memory_desk, clock, index):
    today = memory_desk.clock.today()
    story = stories.add_story(memory_desk, title="x", embargo_until=today + timedelta(days=1))
    assert index.row(story.id).shut(today) is Shut.UNTIL
    clock.advance(timedelta(days=2))
    row = index.row(story.id)
    assert row.shut(memory_desk.clock.today()) is Shut.OVER
    assert row.asks(memory_desk.clock.today())


def test_others_in_a_story_are_looked_at_before_it_is_ready(memory_desk, index):
    story = stories.add_story(memory_desk, title="x")
    story = stories.set_workflow(memory_desk, story.id, Workflow.NARRATOR_REVIEW)
    assert index.row(story.id).asks(memory_desk.clock.today())
    today = memory_desk.clock.today()
    stories.save_story(memory_desk, story.with_(third_checked_on=today))
    assert not index.row(story.id).others_open


def test_rows_stand_by_title_and_one_that_is_gone_goes(memory_desk, index):
    for title in ("b", "Á", "c"):
        stories.add_story(memory_desk, title=title)
    assert [row.title for row in index.rows()] == ["Á", "b", "c"]
    stories.remove_story(memory_desk, 1)
    assert [row.title for row in index.rows()] == ["Á", "c"]
    memory_desk.undo_stack.undo()
    assert memory_desk.get(Story, 1).title == "b"
    assert len(index.rows()) == 3


def test_names_are_replaced_in_one_pass_the_longest_first():
    pairs = (("Jan", "Piet"), ("Piet", "Jan"), ("Jan de Wit", "a man"), ("Assen", "a town"))
    replaced = [Replacement(original=old, substitute=new) for old, new in pairs]
    said = "Jan and Piet met Jan de Wit in Assen, not in Assendelft."
    told = "Piet and Jan met a man in a town, not in Assendelft."
    assert story_names.in_place(said, replaced) == told
    assert start_of(VersionKind.ANONYMISED, said, replaced) == told
    assert start_of(VersionKind.SHORTENED, said, replaced) == said
    assert start_of(VersionKind.SPOKEN, "One. Two.\n\nThree", ()) == "- One.\n- Three"


def test_texts_of_a_story_are_the_same_whatever_way_they_are_found(memory_desk):
    desk = memory_desk

    def same(number):
        assert story_texts.texts_of(desk, number) == story_versions.versions_of(desk, number)
        return story_texts.texts_of(desk, number)

    story = stories.add_story(desk, title="x")
    assert same(story.id) == []
    version = story_versions.begin_version(desk, story.id, "Words.")
    story_versions.save_text(desk, version.id, "Other words.")
    assert same(story.id)[0].text == "Other words."
    desk.undo_stack.undo()
    assert same(story.id)[0].text == "Words."
    story_versions.derive(desk, version.id, VersionKind.SHORTENED)
    story_versions.purge(desk, version.id)
    assert [bool(one.purged_on) for one in same(story.id)] == [True, False]
    told = tell(desk)
    story_withdrawing.withdraw(desk, told.story.id)
    assert same(told.story.id) == []


def lets_out(desk, row):
    """Whether the gate lets out any text of a story today, in any way, asked first or not."""
    today = desk.clock.today()
    for consent in desk.having(StoryConsent, "story_id", row.id):
        papers = story_papers.papers(desk, row.id, consent.version_id)
        for scope in consent.scopes:
            occasion = Occasion(*scope.cell, today, today)
            if may(papers, occasion, Exit.TELLING).answer is not Answer.NO:
                return True
    return False


def says_yes(desk, row):
    today = desk.clock.today()
    found = row.standing(today)[0]
    open_ = found in (Standing.GIVEN, Standing.ASK, Standing.SOON)
    return open_ and row.held(today) is Held.NO


def test_the_list_says_yes_where_the_gate_does_and_nowhere_else(memory_desk):
    build_demo(memory_desk, "nl")
    made = StoryIndex(memory_desk)
    said = {row.title: says_yes(memory_desk, row) for row in made.rows()}
    assert said == {row.title: lets_out(memory_desk, row) for row in made.rows()}
    assert set(said.values()) == {True, False}
    made.close()


def rests(desk, told):
    stories.set_workflow(desk, told.story.id, Workflow.RESTING)


def archived(desk, told):
    stories.set_workflow(desk, told.story.id, Workflow.ARCHIVED)


def is_shut(desk, told):
    stories.save_story(desk, told.story.with_(embargo_open_ended=True))


def pauses(desk, told):
    care = NarratorCare(person_id=told.person.id, not_now_until=desk.clock.today())
    with desk.act(Sentence("pause")) as act:
        act.put(care)


def died(desk, told):
    with desk.act(Sentence("died")) as act:
        act.put(NarratorCare(person_id=told.person.id, state="died"))


def left(desk, told):
    with desk.act(Sentence("left")) as act:
        act.put(desk.get(Person, told.person.id).with_(status=Status.LEFT))


def is_refused(desk, told):
    stories.save_story(desk, told.story.with_(inclusion="refused", inclusion_reason="x"))


def wants_to_hide(desk, told):
    stories.save_story(desk, told.story.with_(anonymity_wanted=2))


def has_no_name(desk, told):
    stories.save_story(desk, told.story.with_(attribution=None))


@pytest.mark.parametrize(
    "happens",
    [rests, archived, is_shut, pauses, died, left, is_refused, wants_to_hide,
     has_no_name],
)  # fmt: skip
def test_what_may_not_be_used_now_is_no_yes_in_the_list(memory_desk, index, happens):
    told = tell(memory_desk)
    row = index.row(told.story.id)
    assert says_yes(memory_desk, row)
    assert lets_out(memory_desk, row)
    happens(memory_desk, told)
    row = index.row(told.story.id)
    assert not lets_out(memory_desk, row)
    assert not says_yes(memory_desk, row)


@pytest.mark.parametrize("sees", [True, None])
def test_what_the_narrator_sees_first_or_may_want_to_is_asked_first(memory_desk, index, sees):
    told = tell(memory_desk)
    until = memory_desk.clock.today() + timedelta(days=365)
    story_consents.give(
        memory_desk, told.version.id, told.version.digest,
        scopes=grid(), valid_until=until, see_before_use=sees,
    )  # fmt: skip
    assert standing(index, memory_desk, told.story.id) is Standing.ASK
