"""How much of what names somebody is found in 300 invented lines, and how much too much is."""

import re
import time
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edtui import config
from edtui.records.naming import Kind, Recogniser, load_words, spans
from edtui.records.naming.numbers import is_bsn

TODAY = date(2026, 11, 21)
ROSTER = (
    "Riet van Dam", "Rik Aalders", "Marij Post", "Youssef el Amrani", "Anouk Brinkgreve",
    "Wil de Boer", "Sjaan Oudkerk", "Mehmet Yıldız", "Tineke Vlasman", "Bo Terlouw",
    "Imane Bouzian", "Hendrik-Jan Koster", "Zoë Maduro", "Olusegun Adebayo", "Ann O'Hara",
)  # fmt: skip
NUMBERS = (Kind.PHONE, Kind.EMAIL, Kind.BSN, Kind.IBAN, Kind.BIRTH, Kind.NUMBER)
_LABEL = re.compile(r"\{(\w+):([^{}]+)\}")


def labelled() -> list[tuple[str, list[tuple[int, int, Kind]]]]:
    """Give each line without its labels, and what they say: start, end, kind."""
    lines = (Path(__file__).parent / "naming_lines.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        if line.startswith("#"):
            continue
        text, labels, before = "", [], 0
        for match in _LABEL.finditer(line):
            text += line[before : match.start()]
            labels.append((len(text), len(text) + len(match[2]), Kind(match[1])))
            text += match[2]
            before = match.end()
        found.append((text + line[before:], labels))
    return found


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(ROSTER, TODAY, load_words(config.data_dir() / "naming"))


def measured(recogniser: Recogniser) -> tuple[Counter, Counter, Counter, list[str]]:
    """Count, by kind, the labels, those found (half of their signs or more), and marks; misses."""
    wanted, hit, marks, misses = Counter(), Counter(), Counter(), []
    for text, labels in labelled():
        found = recogniser.spans(text)
        for start, end, kind in labels:
            wanted[kind] += 1
            covered = sum(max(0, min(end, s.end) - max(start, s.start)) for s in found)
            hit[kind] += covered * 2 >= end - start
            if covered * 2 < end - start:
                misses.append(f"missed {kind}: {text}")
        for one in found:
            right = any(one.start < end and start < one.end for start, end, _ in labels)
            marks["right" if right else "wrong"] += 1
            if not right:
                misses.append(f"too much {one.kind} ({text[one.start : one.end]}): {text}")
    return wanted, hit, marks, misses


def test_nine_of_ten_numbers_and_roster_names_are_found(recogniser):
    wanted, hit, marks, misses = measured(recogniser)
    recall = {kind: hit[kind] / wanted[kind] for kind in Kind}
    precision = marks["right"] / (marks["right"] + marks["wrong"])
    shown = "\n".join(misses)
    assert len(labelled()) == 300
    for kind in (*NUMBERS, Kind.ROSTER):
        assert recall[kind] >= 0.9, shown
    assert recall[Kind.ADDRESS] >= 0.9, shown
    assert recall[Kind.NAME] >= 0.85, shown
    assert precision >= 0.9, shown


def found_in(recogniser: Recogniser, text: str) -> list[tuple[str, Kind]]:
    return [(text[one.start : one.end], one.kind) for one in recogniser.spans(text)]


def test_what_stands_together_is_one_piece(recogniser):
    text = "Kerkstraat 12a, 1234 AB Utrecht\nmevrouw J. van den Bergh-Smit belde"
    assert found_in(recogniser, text) == [
        ("Kerkstraat 12a, 1234 AB Utrecht", Kind.ADDRESS),
        ("mevrouw J. van den Bergh-Smit", Kind.NAME),
    ]


def test_what_names_nobody_is_left_alone(recogniser):
    for text in ("", "   \n\n", "Om 10:00-11:30, 3 van de 8.", "De rode reiger wil naar De Linde."):
        assert recogniser.spans(text) == ()


def test_a_bsn_passes_the_eleven_test():
    assert is_bsn("111222333")
    assert is_bsn("1234.56.782")
    assert not is_bsn("123456789")
    assert not is_bsn("000000000")


def test_a_date_is_a_birth_when_it_is_long_ago_or_called_one():
    assert spans("op 12-03-1984", (), TODAY)
    assert not spans("op 12-03-2024", (), TODAY)
    assert spans("geboren op 12-03-2024", (), TODAY)
    assert not spans("sinds 12-03-1984", (), TODAY)


@given(st.text(alphabet=st.sampled_from("Ab .,'-@0126/\n()+’ÀßRietvnDm"), max_size=200))
def test_any_text_is_looked_through(text):
    found = spans(text, ROSTER, TODAY)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_long_paragraph_is_looked_at_in_pieces(recogniser):
    text = "Riet ging mee naar buiten en het was goed. " * 400
    assert len(recogniser.spans(text)) == 400


def test_a_changed_paragraph_takes_less_than_two_milliseconds(recogniser):
    """Own time of the quickest of ten, so that a busy machine does not count."""
    paragraph = (
        "Zij vertelde op de gang dat het weer niet was uitgelegd, en dat 3 van de 8 gaan. " * 18
    )
    took = []
    for number in range(10):
        started = time.thread_time()
        recogniser.spans(f"{paragraph}{number}")
        took.append(time.thread_time() - started)
    assert min(took) < 0.002


if __name__ == "__main__":  # tells the figures: python tests/records/test_naming.py
    the_wanted, the_hit, the_marks, the_misses = measured(
        Recogniser(ROSTER, TODAY, load_words(config.data_dir() / "naming"))
    )
    for one in Kind:
        recalled = the_hit[one] / the_wanted[one]
        print(f"{one:8} {the_hit[one]:3} of {the_wanted[one]:3}  {recalled:.2f}")  # noqa: T201
    print(f"marks {dict(the_marks)}", *the_misses, sep="\n")  # noqa: T201  what it is run for
