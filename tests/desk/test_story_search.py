"""A story is found by any word of its text, as one types it, and by other forms of the word."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.memory_vault import MemoryVault

from desk.story_team import tell
from edtui.clock import SystemClock
from edtui.desk import stories, story_plugin, story_search, story_versions, story_withdrawing
from edtui.desk.find import FindIndex
from edtui.desk.session import Desk
from edtui.desk.stems import Kin
from edtui.desk.story_asked import Asked
from edtui.desk.story_search import StoryWords
from edtui.desk.story_snippets import found_in, snippet
from edtui.errors import Sentence
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind

DID = Sentence("did")


def put(desk, title, text="", **fields):
    with desk.act(DID) as act:
        story = act.put(Story(title=title, **fields))
        if text:
            act.put(StoryVersion(story_id=story.id, no=1, text=text))
    return story


@pytest.fixture
def desk(memory_desk):
    put(
        memory_desk,
        "Na de storm",
        "Ik werkte in een café.\n\nDe loop was eruit en alles zat vast, ik stopte.",
    )
    put(memory_desk, "Brief aan mijn zus", "Ønske og Ünal: we liepen langs de huizen.")
    put(memory_desk, "The bus", "My story has no ending; other stories do.", language="en")
    put(memory_desk, "Zonder tekst [/b]", life_domains=("work",), helped=("zwemmen",))
    return memory_desk


@pytest.fixture
def index(desk):
    made = StoryWords(desk)
    made.build()
    yield made
    made.close()


def titles(index, typed, texts=None):
    found = index.find(index.asked(typed), texts)
    return sorted(index.desk.get(Story, number).title for number in found)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("sto cafe", "Na de storm"),  # one word of the title, one of the text
        ("CAFÉ", "Na de storm"),
        ("gewerkt vast", "Na de storm"),  # werkte
        ("lopen", "Na de storm"),  # loop
        ("huis", "Brief aan mijn zus"),  # huizen
        ("onske unal", "Brief aan mijn zus"),
        ("zwem", "Zonder tekst [/b]"),
        ("werk", "Na de storm|Zonder tekst [/b]"),  # in the text; an area of life
        ("family", ""),
        ("story", "The bus"),
        ("endings", "The bus"),
        ("niets", ""),
        ("!!", ""),
        ('" OR "', ""),
    ],
)
def test_every_word_fits_somewhere_in_a_story(index, typed, title):
    assert titles(index, typed) == [one for one in title.split("|") if one]


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("lopen", "loop", True),
        ("huizen", "huis", True),
        ("gewerkt", "werken", True),
        ("brieven", "brief", True),
        ("moeilijke", "moeilijk", True),
        ("stories", "story", True),
        ("happiness", "happy", True),
        ("storm", "stormen", True),
        ("herstel", "herder", False),
        ("de", "den", False),
    ],
)
def test_forms_of_one_word(one, other, kin):
    assert Kin(one).has(other) is kin
    if kin:  # and it is looked for where it stands
        assert any(other.startswith(head) for head in Kin(one).beginnings)


def test_the_newest_text_counts_and_where_a_text_is_chosen_that_one(index, desk):
    first = story_versions.versions_of(desk, 1)[0]
    second = story_versions.derive(desk, first.id, VersionKind.SHORTENED, text="Alleen de zee.")
    assert titles(index, "cafe") == []
    assert titles(index, "zee") == ["Na de storm"]
    assert titles(index, "cafe", {1: first.id}) == ["Na de storm"]
    assert titles(index, "zee", {1: first.id}) == []
    assert titles(index, "storm", {1: first.id}) == ["Na de storm"]
    assert titles(index, "zus", {1: first.id}) == [], "no other stories"
    story_versions.purge(desk, second.id)
    assert titles(index, "zee") == []
    assert titles(index, "cafe") == ["Na de storm"]


def test_it_follows_acts_and_what_is_taken_back(index, desk):
    story = desk.get(Story, 3)
    stories.save_story(desk, story.with_(title="De tram"))
    assert titles(index, "tram") == ["De tram"]
    assert titles(index, "bus") == []
    desk.undo_stack.undo()
    assert titles(index, "tram") == []
    assert titles(index, "bus") == ["The bus"]


def test_after_withdrawal_no_word_of_it_stands_in_memory(memory_desk):
    index = StoryWords(memory_desk)
    index.build()
    told = tell(memory_desk)
    assert index.find(index.asked("kanariezin"))
    story_withdrawing.withdraw(memory_desk, told.story.id)
    assert not index.find(index.asked("kanariezin"))
    assert index._index.beginning("kana") == []
    assert b"kanariezin" not in index._index.content()
    index.close()
    assert index.find([Asked("storm")]) == set()
    assert index.asked("storm") == []


def test_without_the_key_there_is_nothing(clock):
    desk = Desk(MemoryVault(role="peer_worker"), clock)
    index = StoryWords(desk)
    index.build()
    assert index.ready
    assert index.find([Asked("a")]) == set()


def test_a_desk_gives_its_own_index(memory_desk):
    assert story_search.index_of(memory_desk) is None
    index = story_search.hold(memory_desk)
    assert story_search.index_of(memory_desk) is index


def test_what_changes_while_it_is_built_is_found_once_and_as_it_is_now(desk, monkeypatch):
    monkeypatch.setattr(story_search, "_BATCH", 1)
    index = StoryWords(desk)
    at_work, go_on, told = threading.Event(), threading.Event(), []
    index.when_ready(lambda: told.append("once"))

    def between():
        at_work.set()
        assert go_on.wait(10)

    builder = threading.Thread(target=index.build, args=(between,))
    builder.start()
    assert at_work.wait(10)
    for number, title in ((1, "Eén"), (4, "Vier")):
        stories.save_story(desk, desk.get(Story, number).with_(title=title))
    put(desk, "Vijf", "splinternieuw")
    assert not told
    go_on.set()
    builder.join(10)
    assert index.ready
    index.when_ready(lambda: told.append("now"))
    assert told == ["once", "now"]
    assert titles(index, "een") == ["Eén"]
    assert titles(index, "vier splinter") == []
    assert titles(index, "splinternieuw") == ["Vijf"]
    assert titles(index, "zonder") == []
    assert titles(index, "storm") == []


TEXT = "Eerst was er niets.\n\nToen ik weer ging werken, stond de deur open. Ik werkte graag."


def test_a_snippet_is_a_piece_on_one_line_with_places_of_what_was_found():
    found = snippet(TEXT, [Asked("deur"), Asked("gewerkt", {"werken", "werkte"})], 50)
    assert found.text == "…ging werken, stond de deur open. Ik werkte…"
    assert [found.text[mark.start : mark.end] for mark in found.marks] == [
        "werken",
        "deur",
        "werkte",
    ]
    assert snippet(TEXT, [Asked("zee")], 50) is None
    assert snippet("kort", [Asked("k")], 50).text == "kort"


def test_what_was_found_in_what_is_known_of_it_says_where():
    document = Story(title="werk", helped=("werken in de tuin",)).document()
    found = found_in(document, [Asked("werk")], 40)
    assert (found.label, found.text) == ("What helped", "werken in de tuin")
    assert found_in(document, [Asked("zee")], 40) is None


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet="ab é\n[]/,\u202eß", max_size=200),
    st.lists(st.sampled_from(["a", "ab", "b", "e", "ss"]), min_size=1, max_size=2),
    st.integers(10, 40),
)
def test_a_snippet_is_as_long_as_asked_and_its_places_are_words_of_the_text(text, typed, width):
    asked = [Asked(word) for word in typed]
    found = snippet(text, asked, width)
    if found is None:
        return
    assert len(found.text) <= width
    assert found.marks
    plain = " ".join(text.split())
    for mark in found.marks:
        piece = found.text[mark.start : mark.end]
        assert piece
        assert piece in plain


WORDS = ["Dam", "dämmen", "Linde", "linden", "lopend", "lopen", "De", "x-ray", "œuvre"]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.lists(st.sampled_from(WORDS), max_size=3)), max_size=10
    )
)
def test_kept_up_by_changes_equals_made_anew(steps):
    desk = Desk(MemoryVault(), SystemClock())
    kept_up = StoryWords(desk)
    kept_up.build()
    with desk.act(DID) as act:
        for _ in range(2):
            act.put(Story(title="leeg"))
    for number, typed in steps:
        text = " ".join(typed)
        found = desk.find(StoryVersion, number)
        with desk.act(DID) as act:
            if found is None:
                act.put(StoryVersion(story_id=1 + number % 2, no=number, text=text))
            elif text:
                act.put(found.with_(text=text))
            else:
                act.remove(found)
    anew = StoryWords(desk)
    anew.build()
    for word in ("d", "dam", "linde", "loop", "x", "oeuvre", "leeg"):
        for texts in (None, {1: 1, 2: 2}):
            assert kept_up.find(kept_up.asked(word), texts) == anew.find(anew.asked(word), texts)
    kept_up.close()
    anew.close()


def test_stories_are_among_what_is_found_anywhere(desk):
    story_plugin.plug_in()
    everything = FindIndex(desk)
    everything.build()
    assert everything.search("cafe") == [], "no index is held"
    index = story_search.hold(desk)
    index.build()
    [hit] = everything.search("cafe")
    assert (hit.table, hit.number, hit.title, hit.kind) == ("stories", 1, "Na de storm", "story")
    assert hit.subtitle.startswith("…in een café. De loop")
    assert [one.title for one in everything.search("storm")] == ["Na de storm"]
    assert everything.search("zwem")[0].subtitle == "Wat hielp: zwemmen"
    desk.vault.role = "confidant"
    assert everything.search("cafe") == [], "the gate has no yes for it"
    desk.vault.role = "coordinator"
    index.close()
    assert everything.search("cafe") == []
    everything.close()
