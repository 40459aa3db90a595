"""Looking back when it is time, how much telling asks, and the narrator's own sheet."""

from datetime import timedelta
from string import Formatter

import pytest

from desk.story_team import LESSON, everything, lesson, out, tell
from edtui.desk import (
    drafts,
    erasing,
    narrator_paper,
    narrator_sheet,
    reader_words,
    roster,
    story_consents,
    story_papers,
    story_uses,
    story_withdrawing,
    telling_plugin,
    today,
)
from edtui.desk.narrator_sheet_words import WORDS
from edtui.desk.page import Name
from edtui.desk.story_debriefs import NO_LONGER, debriefs_due
from edtui.exchange.errors import AlreadyThere
from edtui.records.narrator_care import NarratorCare
from edtui.records.person import Person
from edtui.records.story_use import StoryUse
from edtui.records.story_words import Audience, Medium, Purpose


def told_on(desk, told, day):
    when = story_papers.occasion(
        desk, Purpose.TRAINING, Audience.STUDENTS, Medium.TOLD_BY_SELF, on=day, words="gastles",
        place="hogeschool", group_size=20,
    )  # fmt: skip
    return story_uses.note_use(desk, told.story.id, told.version.id, when).use


def test_looking_back_is_due_when_it_was_agreed_and_is_asked_once(memory_desk):
    desk, told = memory_desk, tell(memory_desk)
    day = desk.clock.today()
    out(desk, told)  # on paper: the narrator told nothing
    use = told_on(desk, told, day)
    assert debriefs_due(desk) == []  # not on the same day
    assert [one.use.id for one in debriefs_due(desk, day + timedelta(days=1))] == [use.id]
    care = story_uses.save_care(desk, NarratorCare(person_id=told.person.id, contact_after_days=3))
    assert debriefs_due(desk, day + timedelta(days=2)) == []
    [due] = debriefs_due(desk, day + timedelta(days=3))
    assert (due.story.id, due.due) == (told.story.id, day + timedelta(days=3))
    assert debriefs_due(desk, day + timedelta(days=NO_LONGER + 1)) == []  # never overdue for good
    assert debriefs_due(desk, day - timedelta(days=1)) == []
    story_uses.save_care(desk, care.with_(state="died"))
    assert debriefs_due(desk, day + timedelta(days=3)) == []
    story_uses.save_care(desk, story_papers.care_of(desk, told.person.id).with_(state=""))
    # Who took the story back told it all the same.
    story_withdrawing.withdraw(desk, told.story.id)
    [due] = debriefs_due(desk, day + timedelta(days=3))
    assert due.story is None
    story_uses.debrief(desk, use.id)
    assert debriefs_due(desk, day + timedelta(days=3)) == []


def test_it_stands_on_vandaag_with_a_name_that_the_curtain_hides(memory_desk, clock, monkeypatch):
    monkeypatch.setattr(today, "SOURCES", [])
    monkeypatch.setattr(today, "KINDS", dict(today.KINDS))
    desk, told = memory_desk, tell(memory_desk)
    telling_plugin.plug_in()
    telling_plugin.plug_in()
    use = told_on(desk, told, clock.today())
    clock.advance(timedelta(days=1))
    [item] = today.today_items(desk, [])
    assert (item.kind, item.title, item.table, item.number) == (
        "debrief",
        told.story.title,
        StoryUse.table,
        use.id,
    )
    assert item.subtitle[0] == Name("Riet")
    story_withdrawing.withdraw(desk, told.story.id)
    [item] = today.today_items(desk, [])
    assert item.title == "gastles"


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("nl", (
            "Voor Riet, 21 november 2026",
            "scholing of klinische les, met studenten, op papier: ja",
            "Dit mag tot en met 21 november 2027.",
            "21 november 2026: gastles, hogeschool, 20 mensen, zelf verteld",
            "Zo stop je",
            "Je hoeft niet te zeggen waarom.",
            "Je vertelt niet vaker dan 2 keer in een maand.",
            "Wij vragen je de volgende dag",
            "lazen of hoorden: adem.",
        )),
        ("en", ("For Riet, 21 November 2026", "This holds up to and with 21 November 2027.",
                "How to stop", "after telling you can talk with Youssef".capitalize())),
    ],
)  # fmt: skip
def test_the_sheet_says_what_was_told_allowed_until_when_and_how_to_stop(
    memory_desk, language, parts
):
    desk, told = memory_desk, tell(memory_desk)
    story_uses.save_care(
        desk,
        NarratorCare(person_id=told.person.id, max_times_per_month=2, contact_after_days=1,
                     aftercare_person="Youssef", no_go_topics="geld\n\nfamilie"),
    )  # fmt: skip
    told_on(desk, told, desk.clock.today())
    reader_words.note_word(desk, told.story.id, "adem")
    paper = narrator_paper.on_paper(narrator_sheet.sheet(desk, told.person.id, language))
    unbroken = " ".join(paper.split())
    for part in parts:
        assert part.lower() in unbroken.lower(), part
    assert max(map(len, paper.splitlines())) <= narrator_paper.WIDTH
    assert "Toen ging het open" not in paper  # nothing of the text
    story_withdrawing.withdraw(desk, told.story.id)
    after = narrator_paper.on_paper(narrator_sheet.sheet(desk, told.person.id, language))
    assert told.story.title not in after
    assert "gastles" in after
    assert WORDS[language]["gone_title"] in after


def test_every_state_of_a_consent_is_said_and_a_pause_too(memory_desk):
    desk, told = memory_desk, tell(memory_desk)

    def said():
        lines = narrator_sheet.sheet(desk, told.person.id, "en")
        return " ".join(line.text for line in lines)

    desk.clock.advance(timedelta(days=400))
    assert "That is over" in said()
    story_consents.refuse(desk, told.version.id)
    assert "You said no." in said()
    story_consents.ask_again(desk, told.version.id)
    assert "We want to talk with you about this again." in said()
    until = desk.clock.today() + timedelta(days=5)
    story_uses.save_care(desk, NarratorCare(person_id=told.person.id, not_now_until=until))
    assert "You have a pause up to and with" in said()


def test_both_languages_have_the_same_sentences_and_places():
    def places(text):
        return {name for _t, name, _f, _c in Formatter().parse(text) if name}

    dutch, english = WORDS["nl"], WORDS["en"]
    assert dutch.keys() == english.keys()
    for name, text in dutch.items():
        assert places(text) == places(english[name]), name
        longest = max(len(one.split()) for one in text.replace("?", ".").split("."))
        assert longest <= 17, name  # short sentences


def test_paper_and_file_are_logged_first_and_no_file_is_overwritten(
    memory_desk, tmp_path, monkeypatch
):
    desk, told = memory_desk, tell(memory_desk)

    def events():
        return [e["event"] for _t, e in desk.vault.dropped if e["object_type"] == "people"]

    path = tmp_path / "blad.txt"
    narrator_paper.write_sheet(desk, told.person.id, "nl", path)
    assert "Mijn verhalen" in path.read_text(encoding="utf-8")
    assert events()[-1] == "export"
    with pytest.raises(AlreadyThere):
        narrator_paper.write_sheet(desk, told.person.id, "nl", path)
    printed = []
    monkeypatch.setattr(
        narrator_paper, "print_text", lambda _desk, text, table, ids: printed.append((text, ids))
    )
    narrator_paper.print_sheet(desk, told.person.id, "en")
    assert printed[0][1] == [told.person.id]
    assert LESSON.medium.value not in printed[0][0]  # words, no codes
    assert lesson(desk).words not in printed[0][0]


def test_a_half_typed_agreement_or_use_goes_with_whom_it_is_of(memory_desk):
    desk, told = memory_desk, tell(memory_desk)
    telling_plugin.plug_in()
    story, person = told.story.id, told.person.id
    drafts.keep(desk, f"use_{story}", StoryUse.table, 0, {"occasion": "gastles"})
    drafts.keep(desk, f"care_{person}", NarratorCare.table, 0, {"no_go_topics": "geld"})
    other = roster.add_person(desk, Person(first_names="Marij")).id
    drafts.keep(desk, f"care_{other}", NarratorCare.table, 0, {"no_go_topics": "andermans"})
    story_withdrawing.withdraw(desk, story)
    assert "gastles" not in everything(desk)
    erasing.erase(desk, people=[person])
    assert "geld" not in everything(desk)
    assert "andermans" in everything(desk)
