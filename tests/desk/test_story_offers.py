"""A request in own words gives three offers with why, one of them no story that goes upward."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui import locale
from edtui.desk import stories, story_choosing, story_consents, story_plugin, story_versions
from edtui.desk.story_choosing import Candidate, Kind, three
from edtui.desk.story_offers import offers
from edtui.desk.story_papers import occasion
from edtui.desk.story_request import Request, read_request
from edtui.desk.story_search import StoryWords
from edtui.desk.vocabularies import shipped
from edtui.locale import say
from edtui.records.story import Story
from edtui.records.story_consent import Cell
from edtui.records.story_gate import Answer
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, Purpose, Value, VersionKind, Workflow

FOR_A_PEER = Cell(Purpose.ONE_TO_ONE, Audience.PEERS, Medium.INTERNAL_DIGITAL)


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("iets over werk en stemmen, niet te zwaar",
         Request(("werk", "stemmen"), light=True)),
        ("something about work and voices, not too heavy", Request(("work", "voices"), light=True)),
        ("een verhaal over schulden zonder dwang of zelfdoding",
         Request(("schulden",), ("dwang", "zelfdoding"),
                 frozenset({"coercion_care", "suicide"}))),
        ("geen opname, wel iets lichts over de tuin",
         Request(("lichts", "tuin"), ("opname",))),
        ("", Request()),
        ("[/b] \x1b[31m \u202e !!", Request(("31m",))),
        ("a" * 5_000, Request(("a" * 300,))),
    ],
)  # fmt: skip
def test_a_request_in_own_words(text, request_):
    assert read_request(text, shipped()["story_note_domains"]) == request_


def tell(desk, title, text, *, courses=(), value=Value.YES, **fields):
    today = desk.clock.today()
    traits = ({"name": "trajectory", "values": courses},) if courses else ()
    story = stories.add_story(
        desk, title=title, traits=traits, attribution="anonymous", third_checked_on=today, **fields
    )
    version = story_versions.begin_version(desk, story.id, text)
    version = story_versions.approve(desk, version.id, version.digest)
    stories.set_workflow(desk, story.id, Workflow.READY)
    scope = {**FOR_A_PEER._asdict(), "value": value}
    story_consents.give(
        desk, version.id, version.digest, scopes=(scope,), valid_until=today.replace(year=2027)
    )
    return story


@pytest.fixture
def desk(memory_desk):
    story_plugin.plug_in()
    desk = memory_desk
    tell(desk, "Een", "Ik werkte en hoorde stemmen.", courses=("upward",))
    tell(desk, "Twee", "Stemmen, elke dag.", courses=("upward",), life_domains=("work",))
    tell(desk, "Drie", "Werk was er nooit.", courses=("upward",))
    tell(desk, "Vier", "Over de zee.", courses=("interrupted",), form="poem")
    tell(desk, "Vijf", "Werk en stemmen en dwang.", courses=("downward",), value=Value.NO)
    return desk


@pytest.fixture
def index(desk):
    made = StoryWords(desk)
    made.build()
    yield made
    made.close()


def ask(desk, index, text, avoided=(), hidden=()):
    request = read_request(text, shipped()["story_note_domains"], avoided)
    return offers(desk, index, request, occasion(desk, *FOR_A_PEER), hidden)


def test_three_offers_with_reasons_one_of_them_not_upward(desk, index):
    locale.speak("en")
    found = ask(desk, index, "iets over werk en stemmen")
    assert [one.story.title for one in found.offers[:2]] == ["Twee", "Een"], "about it comes first"
    third = found.offers[2]
    assert (third.story.title, third.kind) == ("Vier", Kind.OTHER_COURSE)
    assert found.other_course
    said = {one.story.title: [say(reason) for reason in one.reasons] for one in found.offers}
    assert said["Twee"] == ["it is about work", "in its text: stemmen"]
    assert said["Een"] == ["in its text: werkte, stemmen"]
    assert said["Vier"] == ["something else", "does not go upward"]


def test_what_the_gate_holds_back_is_never_offered(desk, index):
    for text in ("dwang", "werk stemmen dwang", ""):
        assert "Vijf" not in {one.story.title for one in ask(desk, index, text).offers}


def test_nothing_that_fits_is_said_and_something_else_offered(desk, index):
    found = ask(desk, index, "paarden")
    assert not found.fits
    assert len(found.offers) == 3
    assert found.other_course


def test_what_is_not_wanted_is_left_out_and_counted(desk, index):
    tell(desk, "Zes", "Werk.", notes_state="listed",
         notes=({"domain": "suicide", "level": "mentioned"},))  # fmt: skip
    tell(desk, "Zeven", "Werk.", notes_state="listed",
         notes=({"domain": "violence", "level": "detailed"},))  # fmt: skip
    found = ask(desk, index, "werk, niet te zwaar, geen zelfdoding, geen stemmen")
    assert {one.story.title for one in found.offers} == {"Drie", "Vier"}
    assert found.left_out == 4
    found = ask(desk, index, "werk", hidden={1, 2, 3, 4})
    assert {one.story.title for one in found.offers} == {"Zes", "Zeven"}
    assert not found.other_course


def test_of_equals_the_day_decides(desk, index, clock):
    first = set()
    for _ in range(12):
        first.add(ask(desk, index, "verrassing").offers[0].story.title)
        clock.advance(timedelta(days=1))
    assert len(first) > 1


def test_a_course_that_the_narrator_struck_does_not_count(desk):
    story = stories.add_story(
        desk, title="x",
        traits=({"name": "trajectory", "values": ("upward",), "narrator_agrees": False},),
    )  # fmt: skip
    assert story_choosing.course(story) == frozenset()


def test_who_is_asked_first_comes_after_equals_and_says_so(desk, index):
    tell(desk, "Acht", "Een tuin.", value=Value.ASK)
    tell(desk, "Negen", "Een tuin.")
    found = ask(desk, index, "tuin")
    assert [one.story.title for one in found.offers[:2]] == ["Negen", "Acht"]
    assert found.offers[1].ask_first
    assert not found.offers[0].ask_first


def test_the_text_that_would_be_read_counts_not_the_newest(desk, index):
    [first] = story_versions.versions_of(desk, 4)
    story_versions.derive(desk, first.id, VersionKind.UPDATE, text="Over een vuurtoren.")
    assert not ask(desk, index, "vuurtoren").fits
    found = ask(desk, index, "zee")
    assert found.fits
    assert found.offers[0].version.id == first.id
    assert "Vier" not in {one.story.title for one in ask(desk, index, "zonder zee").offers}


_KINDS = st.tuples(st.integers(0, 3), st.sampled_from(["", "upward", "level", "downward"]))


@given(st.lists(_KINDS, max_size=12))
def test_whatever_there_is_three_and_one_not_upward_where_there_is_one(kinds):
    every = []
    for number, (score, value) in enumerate(kinds):
        traits = ({"name": "trajectory", "values": (value,)},) if value else ()
        story = Story(title="x", traits=traits).with_(id=number + 1)
        one = Candidate(story, StoryVersion(story_id=1, no=1), Answer.YES, tie=str(number))
        one.score = score
        every.append(one)
    every.sort(key=lambda one: one.order)
    chosen = [one for one, _kind in three(every)]
    assert len(chosen) == min(3, len(every)) == len({one.story.id for one in chosen})
    others = {"level", "downward"}
    if any(one.course & others for one in every):
        assert any(one.course & others for one in chosen)
    best = every[0].score if every else 0
    assert not every or chosen[0].score == best
