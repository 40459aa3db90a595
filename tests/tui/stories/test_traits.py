"""Traits of a story are somebody's view: who saw it, when, and what the narrator says of it."""

from datetime import date

from edtui.records.story import Story
from edtui.records.story_parts import Trait
from edtui.tui.screens.stories.traits import traits_shown, traits_written

TODAY = date(2026, 11, 21)
WHO = {"coded_by": "id-of-anna", "coded_on": TODAY}


def written(story, **values):
    typed = {**traits_shown(story), **values, **WHO}
    return {one.name: one for one in traits_written(story, typed)["traits"]}


def test_what_is_seen_otherwise_is_coded_and_asked_anew_and_the_rest_stays():
    old = date(2025, 1, 1)
    story = Story(
        title="x",
        traits=(
            Trait(name="genre", values=("lament",), words="more of a song", coded_by="id-of-bert",
                  coded_on=old, narrator_agrees=True),
            Trait(name="tone", values=("angry", "sad"), coded_by="id-of-bert", coded_on=old,
                  narrator_agrees=False),
            Trait(name="metaphor", words="a house"),
        ),
    )  # fmt: skip
    same = written(story)
    assert tuple(same.values()) == story.traits
    other = written(story, trait_tone=["angry"], trait_metaphor="")
    assert (other["tone"].coded_by, other["tone"].coded_on) == ("id-of-anna", TODAY)
    assert other["genre"] == story.traits[0]
    assert "metaphor" not in other
    emptied = written(story, trait_tone=[], trait_genre="escape")
    assert "tone" not in emptied
    assert emptied["genre"].words == "more of a song"


def test_a_trait_that_the_narrator_strikes_stays_struck_until_somebody_sees_another():
    story = Story(title="x", traits=(Trait(name="genre", values=("lament",)),))
    assert written(story)["genre"].narrator_agrees is None
    struck = written(story, struck=["genre"])["genre"]
    assert struck.narrator_agrees is False
    story = story.with_(traits=(struck,))
    assert written(story)["genre"].narrator_agrees is False
    assert written(story, trait_genre="escape")["genre"].narrator_agrees is None
