"""The page of the collection: variety, voices that are not there, what is told again, refusals."""

from datetime import date, timedelta

import pytest

from desk.story_team import tell
from edtui.desk import roster, stories, story_collection, story_uses, story_withdrawing
from edtui.desk.story_collection import collected
from edtui.desk.story_papers import occasion
from edtui.desk.story_retelling import again_on
from edtui.errors import Sentence
from edtui.records.narrator_care import NarratorCare
from edtui.records.person import Person
from edtui.records.story import Story
from edtui.records.story_words import Audience, Inclusion, Medium, Purpose

TODAY = date(2026, 11, 21)


def put(desk, *records):
    with desk.act(Sentence("did")) as act:
        return [act.put(one) for one in records]


def ready(title, **fields):
    return Story(title=title, workflow="ready", third_checked_on=TODAY, **fields)


def course(value, **more):
    return ({"name": "trajectory", "values": (value,), **more},)


def by_label(found):
    return {one.label: one.spread for one in found.spreads}


def test_a_feature_is_counted_over_the_collection_and_hidden_below_five(memory_desk):
    put(memory_desk, *(ready(f"v{n}", traits=course("upward"), form="prose") for n in range(4)))
    put(memory_desk, Story(title="idee", form="poem"),
        ready("nee", form="poem", inclusion="refused", inclusion_reason="reclame"),
        ready("gestreept", traits=course("downward", narrator_agrees=False)))  # fmt: skip
    found = collected(memory_desk)
    assert found.stories == 5
    assert by_label(found)["Course"] is None, "four are noted"
    put(memory_desk, ready("v5", traits=course("circular")))
    spread = by_label(collected(memory_desk))["Course"]
    assert spread.known == 5
    assert spread.mostly == "upward"
    assert "interrupted" in spread.missing
    assert "circular" not in spread.missing
    assert "other" not in spread.missing
    assert by_label(collected(memory_desk))["Form"] is None
    assert [one.title for one in found.refused] == ["nee"]


def test_what_narrators_say_of_themselves_is_counted_and_never_shown(memory_desk):
    said = [{"name": "gender", "words": words} for words in ("vrouw", "Vrouw", "man", "man", "x")]
    put(memory_desk, *(ready(f"v{n}", diversity=(one,)) for n, one in enumerate(said)))
    found = {one.label: one.spread for one in collected(memory_desk).narrators}
    assert found["gender"].known == 5
    assert found["age_band"] is None


def test_whose_voice_is_not_there(memory_desk):
    people = [Person(first_names=f"P{n}", origin="client") for n in range(4)]
    put(memory_desk, *people, Person(first_names="Jo", origin="relative",
                                     wishes=("story_telling",)))  # fmt: skip
    put(memory_desk, ready("een", narrator_id=1))
    found = collected(memory_desk)
    assert found.origins == ("relative",)
    assert [(one.person_id, one.name) for one in found.voices] == [(5, "Jo")]


def test_who_took_a_story_back_or_has_a_pause_is_no_missing_voice(memory_desk):
    told = tell(memory_desk)
    with memory_desk.act(Sentence("did")) as act:
        act.put(memory_desk.get(Person, told.story.narrator_id).with_(wishes=("story_telling",)))
    jo = roster.add_person(memory_desk, Person(first_names="Jo", wishes=("story_telling",)))
    assert [one.person_id for one in collected(memory_desk).voices] == [jo.id]
    story_withdrawing.withdraw(memory_desk, told.story.id)
    assert [one.person_id for one in collected(memory_desk).voices] == [jo.id]
    put(memory_desk, NarratorCare(person_id=jo.id, not_now_until=TODAY + timedelta(days=3)))
    assert collected(memory_desk).voices == ()


@pytest.mark.parametrize(
    ("told_on", "updates", "due"),
    [
        (None, [], None),
        (date(2026, 9, 1), [], None),
        (date(2026, 6, 10), [], (6, date(2026, 12, 10))),  # said a month ahead
        (date(2026, 5, 1), [], (6, date(2026, 11, 1))),
        (date(2026, 5, 1), [date(2026, 10, 20)], None),
        (date(2025, 12, 1), [], (12, date(2026, 12, 1))),
        (date(2025, 12, 1), [date(2026, 6, 3)], (12, date(2026, 12, 1))),
        (date(2026, 1, 15), [], None),  # nobody is reminded for ever
        (date(2020, 1, 1), [], None),
    ],
)
def test_a_story_is_asked_again_after_six_and_twelve_months(told_on, updates, due):
    assert again_on(told_on, updates, TODAY) == due


def test_who_pauses_left_or_died_is_not_asked_again(memory_desk):
    riet = roster.add_person(memory_desk, Person(first_names="Riet"))
    put(memory_desk, ready("een", narrator_id=riet.id, told_on=date(2026, 5, 1)))
    assert [one.months for one in collected(memory_desk).again] == [6]
    for fields in ({"not_now_until": TODAY + timedelta(days=3)}, {"state": "died"}):
        [care] = put(memory_desk, NarratorCare(person_id=riet.id, **fields))
        assert collected(memory_desk).again == ()
        with memory_desk.act(Sentence("did")) as act:
            act.remove(care)


def test_where_stories_went_stands_with_its_day_also_after_withdrawal(memory_desk):
    told = tell(memory_desk)
    for purpose, medium, day in (
        (Purpose.MAGAZINE, Medium.ON_PAPER, date(2026, 3, 1)),
        (Purpose.WORKSHOP, Medium.VIDEO, date(2026, 5, 1)),
        (Purpose.ONE_TO_ONE, Medium.TOLD_BY_SELF, date(2026, 6, 1)),
    ):
        use = occasion(memory_desk, purpose, Audience.PUBLIC, medium, on=day)
        story_uses.note_use(memory_desk, told.story.id, told.version.id, use)
    found = collected(memory_desk).shared
    assert [one.use.on for one in found] == [date(2026, 5, 1), date(2026, 3, 1)]
    assert found[0].story == told.story
    story_withdrawing.withdraw(memory_desk, told.story.id)
    assert [one.story for one in collected(memory_desk).shared] == [None, None]


def test_without_the_key_to_the_roster_no_voices(memory_desk, monkeypatch):
    from edtui.errors import NotAllowed

    put(memory_desk, ready("een"))

    def shut(kind):
        if kind is Person:
            raise NotAllowed
        return Desk_all(kind)

    Desk_all = memory_desk.all  # noqa: N806
    monkeypatch.setattr(memory_desk, "all", shut)
    assert collected(memory_desk).voices == ()


def test_inclusion_of_a_refused_story_keeps_its_reason(memory_desk):
    story = stories.add_story(memory_desk, title="x")
    stories.decide(memory_desk, story.id, Inclusion.REFUSED, "reclame")
    assert [one.inclusion_reason for one in collected(memory_desk).refused] == ["reclame"]
    assert not story_collection.in_collection(memory_desk.get(Story, story.id))
