"""Methods as data: the sixteen that come along, and files that somebody wrote."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui import config
from edtui.locale import say, speak
from edtui.records.method import Use, shared_out
from edtui.records.method_files import MethodUnreadable, load_method, load_methods
from edtui.records.vocabulary import load_vocabulary

MINUTES = {
    "incident_short": 65, "incident_ten": 90, "gossip": 50, "balint": 90, "ten_steps": 75,
    "five_steps": 45, "consultation": 60, "successes": 60, "thinking_hats": 45, "dilemma": 120,
    "utrecht": 60, "cura": 25, "network_talk": 75, "both_sides": 40, "case_discussion": 30,
    "two_weekly": 60,
}  # fmt: skip
"""What practice gives each in all."""

GOOD = """
name = {{ nl = "Rondje", en = "Round" }}
minutes = {minutes}
[[steps]]
title = {{ nl = "Een", en = "One" }}
minutes = 4
who = {who}
[[steps]]
title = {{ nl = "Twee" }}
{second}
"""


def test_sixteen_methods_come_along_and_their_minutes_add_up():
    read = load_methods(config.data_dir() / "methods")
    assert read.troubles == []
    assert {code: method.minutes for code, method in read.methods.items()} == MINUTES
    for method in read.methods.values():
        assert sum(step.minutes for step in method.steps) == method.minutes
        for step in method.steps:
            assert step.prompt
            for words in (step.title, step.prompt):
                assert words.nl
                assert words.en
    assert [m.code for m in read.methods.values() if m.use is Use.FRAME] == ["two_weekly"]


def test_who_speaks_has_a_word_in_both_languages():
    speakers = load_vocabulary(config.data_dir() / "vocabulary" / "speakers.toml")
    for method in load_methods(config.data_dir() / "methods").methods.values():
        assert all(step.who.value in speakers for step in method.steps)


def write(folder: Path, name: str = "rondje.toml", **words: object) -> Path:
    path = folder / name
    given_ = {"minutes": 7, "who": '"each"', "second": "minutes = 3", **words}
    path.write_text(GOOD.format(**given_), encoding="utf-8")
    return path


def test_a_file_of_ones_own_is_a_method(tmp_path):
    method = load_method(write(tmp_path))
    assert (method.code, method.minutes, len(method.steps)) == ("rondje", 7, 2)
    assert method.steps[1].title.text("en") == "Twee"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"minutes": 9}, "The steps add up to 7 minutes, not to 9."),
        ({"second": ""}, "step 2: minutes is missing."),
        ({"second": 'minutes = "veel"'}, "step 2: minutes is a whole number from 1 to 240."),
        ({"second": "minutes = 0"}, "step 2: minutes is a whole number from 1 to 240."),
        ({"who": '"iedereen"'}, "step 1: who is one of: everyone, each,"),
        ({"who": "["}, "line"),
        ({"name": "Rondje!.toml"}, "its name may hold small letters"),
        ({"second": 'minutes = 3\nform = "toets"'}, "step 2: form is one of: dilemma"),
    ],
)
def test_a_wrong_file_says_what_to_change(tmp_path, words, said):
    speak("en")
    path = write(tmp_path, **words)
    with pytest.raises(MethodUnreadable) as caught:
        load_method(path)
    assert said in say(caught.value.said)
    assert path.name in say(caught.value.said)


def test_one_wrong_file_leaves_the_others(tmp_path):
    write(tmp_path)
    write(tmp_path, "scheef.toml", minutes=99)
    read = load_methods(tmp_path)
    assert list(read.methods) == ["rondje"]
    assert len(read.troubles) == 1
    assert load_methods(tmp_path / "nowhere").methods == {}


@given(st.integers(1, 240), st.lists(st.integers(1, 60), min_size=1, max_size=30))
def test_minutes_are_shared_out_to_the_second(minutes, weights):
    shares = shared_out(minutes, tuple(weights))
    assert sum(shares) == minutes * 60
    assert min(shares) >= 1
    if minutes >= len(weights):
        assert all(share % 60 == 0 for share in shares)
    if minutes == sum(weights):
        assert shares == tuple(60 * weight for weight in weights)
