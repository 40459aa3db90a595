"""The shelf: what stands there had a yes, and goes the moment that the yes goes."""

from datetime import timedelta

import pytest

from desk.shelf_team import PEERS, PUBLIC, TEAM, for_the_shelf, say, shelf_scopes
from desk.story_team import CANARY, do, everything
from edtui.desk import (
    grants,
    publishing,
    roster,
    shelf,
    shelf_plugin,
    stories,
    story_consents,
    story_exit,
    story_uses,
    story_versions,
    story_withdrawing,
)
from edtui.desk.session import Desk
from edtui.records.erasure import Erasure
from edtui.records.log_entry import Event
from edtui.records.narrator_care import NarratorCare
from edtui.records.person import Person
from edtui.records.shelf_story import ShelfStory, TeamStory
from edtui.records.story import Story
from edtui.records.story_words import Catalogue, Value, VersionKind, Workflow


def at_kiosk(desk, role=grants.KIOSK) -> Desk:
    """The same records, seen by who signs in with another role."""
    desk.vault.role = role
    try:
        return shelf.on_shelf(desk)
    finally:
        desk.vault.role = grants.COORDINATOR


@pytest.fixture
def told(memory_desk):
    told = for_the_shelf(memory_desk)
    publishing.publish(memory_desk, told.story.id, told.version.id)
    return told


def test_a_reader_gets_all_that_a_reader_needs(memory_desk, told):
    [shown] = at_kiosk(memory_desk)
    assert isinstance(shown, ShelfStory)
    assert not isinstance(shown, TeamStory)
    assert (shown.title, shown.text) == (told.story.title, told.version.text)
    assert (shown.purpose_of_narrator, shown.not_for) == ("dat kleine stappen tellen", "werving")
    assert (shown.byline, shown.minutes, shown.help_line) == ("Riet", 1, True)
    assert [note.first for note in shown.notes] == [2]
    assert shown.until == memory_desk.clock.today() + timedelta(days=30)
    assert shown.audiences == (PUBLIC,)
    assert "narrator_id" not in shown.document()
    assert shelf.open_story(memory_desk, shown) == shown
    assert memory_desk.vault.dropped[-1][1]["event"] == Event.PROJECT.value


@pytest.mark.parametrize(
    ("said", "role", "seen"),
    [
        ((PUBLIC,), grants.KIOSK, 1),
        ((TEAM, PEERS), grants.KIOSK, 0),
        ((TEAM,), grants.CONFIDANT, 1),
        ((PEERS,), grants.PEER_WORKER, 1),
        ((PEERS,), grants.CONFIDANT, 0),
        ((PUBLIC, TEAM), grants.PEER_WORKER, 1),
    ],
)
def test_who_reads_is_the_narrators_choice(memory_desk, said, role, seen):
    told = for_the_shelf(memory_desk, *said)
    publishing.publish(memory_desk, told.story.id, told.version.id)
    assert len(at_kiosk(memory_desk, role)) == seen
    kinds = {type(one) for one in publishing.published(memory_desk)}
    assert kinds <= {ShelfStory, TeamStory}
    assert (ShelfStory in kinds) is (PUBLIC in said), "a kiosk's key opens only what is for all"


def test_without_a_yes_nothing_is_put_there(memory_desk):
    told = for_the_shelf(memory_desk, TEAM)
    ids = told.story.id, told.version.id
    with pytest.raises(story_exit.MayNot):
        publishing.publish(memory_desk, *ids, [PUBLIC])
    say(memory_desk, told, PUBLIC, value=Value.ASK)
    with pytest.raises(story_exit.MayNot) as no:
        publishing.publish(memory_desk, *ids)
    assert no.value.verdict.answer.value == "may_if_asked"
    say(memory_desk, told, PUBLIC)
    stories.save_story(
        memory_desk, memory_desk.get(Story, ids[0]).with_(catalogue=Catalogue.HIDDEN)
    )
    with pytest.raises(publishing.NotListed):
        publishing.publish(memory_desk, *ids)
    assert publishing.published(memory_desk) == []


def rest(desk, told):
    stories.set_workflow(desk, told.story.id, Workflow.RESTING)


def keep_back(desk, told):
    story = desk.get(Story, told.story.id)
    stories.save_story(desk, story.with_(embargo_open_ended=True))


def pause(desk, told):
    until = desk.clock.today() + timedelta(days=3)
    story_uses.save_care(desk, NarratorCare(person_id=told.person.id, not_now_until=until))


def hide(desk, told):
    story = desk.get(Story, told.story.id)
    stories.save_story(desk, story.with_(catalogue=Catalogue.HIDDEN))


STOPS = {
    "rests": rest,
    "embargo": keep_back,
    "pause": pause,
    "not in a list any more": hide,
    "no": lambda desk, told: story_consents.refuse(desk, told.version.id),
    "asked again": lambda desk, told: story_consents.ask_again(desk, told.version.id),
    "all uses stopped": lambda desk, told: story_consents.stop_uses(desk, told.story.id, None),
    "this use stopped": lambda desk, told: story_consents.stop_uses(
        desk, told.story.id, [one.cell for one in shelf_scopes(PUBLIC, TEAM)]
    ),
    "not approved any more": lambda desk, told: story_versions.unapprove(desk, told.version.id),
    "text erased": lambda desk, told: story_versions.purge(desk, told.version.id),
    "withdrawn": lambda desk, told: story_withdrawing.withdraw(desk, told.story.id),
}


@pytest.mark.parametrize("stop", STOPS)
def test_what_takes_the_permission_away_takes_the_copy_along(memory_desk, told, stop):
    shown = publishing.published(memory_desk)[0]
    assert shelf.still_there(memory_desk, shown)
    seen = []
    memory_desk.listen(lambda changes: seen.append({change.table for change in changes}))
    STOPS[stop](memory_desk, told)
    assert publishing.published(memory_desk) == []
    assert {ShelfStory.table, TeamStory.table} <= seen[0], "in the same commit"
    assert not shelf.still_there(memory_desk, shown)
    with pytest.raises(shelf.NotOnShelf):
        shelf.open_story(memory_desk, shown)
    erased = [one.in_table for entry in memory_desk.all(Erasure) for one in entry.records]
    assert {ShelfStory.table, TeamStory.table} <= set(erased)
    while memory_desk.undo_stack.peek() is not None:
        do(memory_desk, told, "undo")
    assert publishing.published(memory_desk) == [], "undoing puts nothing there"
    kept = memory_desk.vault.db.storage.memory
    assert not any(CANARY in str(kept.get(f"undo_{c}")) for c in ("shelf", "calendar"))


def test_one_reader_less(memory_desk, told):
    cells = [one.cell for one in shelf_scopes(PUBLIC)]
    story_consents.stop_uses(memory_desk, told.story.id, cells)
    assert at_kiosk(memory_desk) == []
    assert [type(one) for one in publishing.published(memory_desk)] == [TeamStory]
    assert CANARY not in str(memory_desk.vault.db.storage.memory.get(ShelfStory.table, ""))


def test_a_last_day_ends_it_also_when_nobody_is_there(memory_desk, told, clock):
    clock.advance(timedelta(days=30))
    assert len(at_kiosk(memory_desk)) == 1
    [shown] = at_kiosk(memory_desk)
    clock.advance(timedelta(days=1))
    assert at_kiosk(memory_desk) == []
    assert not shelf.still_there(memory_desk, shown)
    assert publishing.published(memory_desk), "nobody took it away yet"
    shelf_plugin.sit_down(memory_desk)
    assert publishing.published(memory_desk) == []
    assert CANARY in everything(memory_desk), "the story itself stays"


def test_a_copy_follows_the_story_and_what_is_taken_back(memory_desk, told):
    shelf_plugin.sit_down(memory_desk)
    story = memory_desk.get(Story, told.story.id)
    stories.save_story(memory_desk, story.with_(not_for="kranten"))
    assert {one.not_for for one in publishing.published(memory_desk)} == {"kranten"}
    memory_desk.undo_stack.undo()
    assert {one.not_for for one in publishing.published(memory_desk)} == {"werving"}
    person = memory_desk.get(Person, told.person.id)
    roster.edit_person(memory_desk, person.with_(called="Rietje"))
    assert {one.byline for one in publishing.published(memory_desk)} == {"Rietje"}


def test_another_text_comes_under_another_number(memory_desk, told):
    before = publishing.published(memory_desk)
    shorter = story_versions.derive(
        memory_desk, told.version.id, VersionKind.SHORTENED, text="Kort."
    )
    shorter = story_versions.approve(memory_desk, shorter.id, shorter.digest)
    told.version = shorter
    say(memory_desk, told, PUBLIC)
    [now] = publishing.publish(memory_desk, told.story.id, shorter.id)
    assert (now.text, now.version_no) == ("Kort.", 2)
    assert [one.text for one in publishing.published(memory_desk)] == ["Kort."]
    assert not shelf.still_there(memory_desk, before[0])
    assert publishing.take_off(memory_desk, told.story.id) == 1
    assert publishing.published(memory_desk) == []
