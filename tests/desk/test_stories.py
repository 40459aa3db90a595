"""Stories at the desk: texts that never change, consents, what leaves, asking, care."""

from datetime import timedelta

import pytest

from desk.story_team import CANARY, LESSON, TEXT, do, grid, lesson, out, tell
from edtui.desk import (
    erasing,
    roster,
    stories,
    story_asks,
    story_consents,
    story_exit,
    story_occasion,
    story_papers,
    story_reminders,
    story_stops,
    story_uses,
    story_versions,
    story_withdrawing,
)
from edtui.desk.errors import NotNow
from edtui.desk.shelf import SHELF_TABLES
from edtui.desk.tables import compartment_of, kinds
from edtui.errors import Sentence
from edtui.records import story_reasons as why
from edtui.records.narrator_care import NarratorCare
from edtui.records.person import Person
from edtui.records.story_gate import Answer, Exit
from edtui.records.story_parts import StoryNames
from edtui.records.story_use import Energy, StoryUse
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import Audience, Medium, Purpose, Reach, Value, VersionKind, Workflow


@pytest.fixture
def told(memory_desk):
    """A story of Riet that may be printed for students for a year."""
    return tell(memory_desk)


def test_stories_stand_under_their_own_key():
    ours = [table for table in kinds() if "stor" in table or table == "narrator_care"]
    others = (StoryNames.table, *SHELF_TABLES)
    assert {compartment_of(table) for table in ours if table not in others} == {"stories"}
    assert compartment_of(StoryNames.table) == "office"


def test_an_approved_text_never_changes_and_what_is_made_of_it_is_not_approved(memory_desk, told):
    desk = memory_desk
    with pytest.raises(story_versions.VersionLocked):
        story_versions.save_text(desk, told.version.id, "anders")
    short = story_versions.derive(desk, told.version.id, VersionKind.SHORTENED, text="Kort.")
    assert (short.no, short.is_approved, short.derived_from) == (2, False, told.version.id)
    assert desk.get(StoryVersion, told.version.id).text == TEXT
    with pytest.raises(story_exit.MayNot):
        story_exit.let_out(desk, told.story.id, short.id, lesson(desk), Exit.PRINTING)
    seen = short.digest
    story_versions.save_text(desk, short.id, "Korter.")
    with pytest.raises(story_versions.TextMoved):
        story_versions.approve(desk, short.id, seen)
    with pytest.raises(story_versions.TextMoved):
        story_consents.give(desk, short.id, seen, scopes=grid(), valid_until=desk.clock.today())


def test_what_leaves_is_written_down_first(memory_desk, told):
    desk = memory_desk
    let = out(desk, told)
    assert let.version.text == TEXT
    assert let.use is not None
    assert (let.use.version_no, let.use.group_size, let.use.reach) == (1, 30, Reach.PARTLY)
    assert [entry["basis"] for _, entry in desk.vault.dropped if entry["event"] == "print"] == [
        "consent"
    ]
    assert CANARY not in str(desk.vault.dropped)


def test_where_the_log_cannot_be_written_nothing_leaves(memory_desk, told, monkeypatch):
    def full(*_args, **_more):
        raise OSError("disk full")

    monkeypatch.setattr(memory_desk.vault, "drop", full)
    with pytest.raises(OSError, match="full"):
        out(memory_desk, told)
    assert memory_desk.count(StoryUse) == 0


def test_a_refusal_says_why_and_is_logged(memory_desk, told):
    desk = memory_desk
    with pytest.raises(story_exit.MayNot) as no:
        out(desk, told, Exit.KIOSK)
    assert no.value.verdict.reasons[0].msgid == why.OTHER_FORM
    assert desk.vault.dropped[-1][1]["result"] == "denied"
    assert desk.count(StoryUse) == 0


def test_a_bundle_says_what_was_left_out(memory_desk, told):
    pairs = [(told.story.id, told.version.id), (99, 1)]
    made = story_exit.bundle(memory_desk, pairs, lesson(memory_desk), Exit.BOOKLET)
    assert [one.story.id for one in made.let_out] == [told.story.id]
    assert [(one.story_id, one.verdict.reasons[0].msgid) for one in made.left_out] == [
        (99, why.WITHDRAWN)
    ]


def test_a_newer_statement_counts_and_cannot_be_taken_back(memory_desk, told):
    desk = memory_desk
    story_consents.refuse(desk, told.version.id)
    for _ in range(9):
        do(desk, told, "undo")
    held = story_papers.papers(desk, told.story.id, told.version.id)
    assert len(held.consents) == 2
    with pytest.raises(NotNow):
        story_consents.renew(desk, told.consent.id, desk.clock.today() + timedelta(days=700))
    with pytest.raises(story_exit.MayNot):
        out(desk, told)


def test_renewing_is_a_new_statement_of_the_same(memory_desk, told):
    until = memory_desk.clock.today() + timedelta(days=700)
    again = story_consents.renew(memory_desk, told.consent.id, until)
    assert again.id != told.consent.id
    assert (again.scopes, again.valid_until) == (told.consent.scopes, until)
    assert out(memory_desk, told).verdict.consent_id == again.id


def test_stopping_one_use_tells_who_has_to_take_it_away(memory_desk, told, monkeypatch):
    heard = []
    monkeypatch.setattr(story_stops, "STOPS", [lambda _desk, _act, number: heard.append(number)])
    story_consents.stop_uses(memory_desk, told.story.id, [LESSON], via="phone")
    assert heard == [told.story.id]
    with pytest.raises(story_exit.MayNot):
        out(memory_desk, told)
    stories.set_workflow(memory_desk, told.story.id, Workflow.RESTING)
    assert heard == [told.story.id] * 2


def test_asked_each_time(memory_desk):
    desk = memory_desk
    told = tell(desk, Value.ASK)
    day = lesson(desk)
    assert [line.story.id for line in story_occasion.may_we(desk, day, Exit.PRINTING).ask] == [1]
    question = story_asks.ask(desk, told.story.id, told.version.id, day, Exit.PRINTING)
    assert story_asks.ask(desk, told.story.id, told.version.id, day, Exit.PRINTING) == question
    assert story_asks.queue(desk) == [question]
    story_asks.asked(desk, question.id, "phone")
    story_asks.answer(desk, question.id, yes=True)
    assert story_asks.queue(desk) == []
    assert out(desk, told).use.ask_id == question.id
    tomorrow = lesson(desk, on=desk.clock.today() + timedelta(days=1))
    assert story_occasion.may_we(desk, tomorrow, Exit.PRINTING).ask
    story_asks.answer(desk, question.id, yes=False)
    assert story_occasion.may_we(desk, day, Exit.PRINTING).no


def test_may_we_takes_the_text_that_fits_best(memory_desk, told):
    desk = memory_desk
    story_versions.derive(desk, told.version.id, VersionKind.SHORTENED)
    answers = story_occasion.may_we(desk, lesson(desk), Exit.PRINTING)
    assert [line.version.id for line in answers.may] == [told.version.id]
    other = story_papers.occasion(desk, Purpose.FUNDRAISING_PR, Audience.PUBLIC, Medium.WEB)
    no = story_occasion.may_we(desk, other).no
    assert why.NOT_FOR_THIS in {reason.msgid for reason in no[0].verdict.reasons}


def test_it_is_told_at_thirty_seven_and_one_day(memory_desk, told, clock):
    ends = told.consent.valid_until
    for left, step in ((31, None), (30, 30), (8, 30), (7, 7), (1, 1), (0, 1), (-3, 0)):
        found = story_reminders.reminders(memory_desk, ends - timedelta(days=left))
        assert [one.step for one in found] == ([] if step is None else [step])


def test_a_restored_backup_gives_no_permission(memory_desk, told, clock):
    clock.advance(timedelta(minutes=1))
    story_papers.mark_history(memory_desk)
    with pytest.raises(story_exit.MayNot) as no:
        out(memory_desk, told)
    assert no.value.verdict.reasons[0].msgid == why.HISTORY
    clock.advance(timedelta(minutes=1))
    version = told.version
    again = {"scopes": grid(), "valid_until": told.consent.valid_until}
    story_consents.give(memory_desk, version.id, version.digest, **again)
    assert out(memory_desk, told).use is not None


def test_a_narrators_maximum_is_kept(memory_desk, told):
    with memory_desk.act(Sentence("")) as act:
        act.put(NarratorCare(person_id=told.person.id, max_times_per_month=0))
    held = story_papers.papers(memory_desk, told.story.id, told.version.id)
    assert held.narrator.month_is_full


def test_what_was_told_elsewhere_is_noted_and_says_whether_it_was_allowed(memory_desk, told):
    desk = memory_desk
    day = story_papers.occasion(desk, Purpose.PRESS, Audience.PUBLIC, Medium.TOLD_BY_SELF)
    for _ in range(2):
        noted = story_uses.note_use(desk, told.story.id, told.version.id, day, contact="krant")
        story_uses.debrief(desk, noted.use.id, energy=Energy.COST)
    assert noted.verdict.answer is Answer.NO
    assert (noted.use.consent_id, noted.use.reach) == (None, Reach.NOT)
    load = story_uses.load_of(desk, told.person.id)
    assert (load.this_month, load.cost_running, len(load.advice)) == (2, 2, 1)
    care = story_papers.care_of(desk, told.person.id)
    story_uses.save_care(desk, care.with_(max_times_per_month=2))
    assert len(story_uses.load_of(desk, told.person.id).advice) == 2
    story_withdrawing.withdraw(desk, told.story.id)
    assert [one.id for one in story_uses.uses_of(desk, told.story.id)] == [2, 1]


def test_a_pause_holds_at_once_and_is_told(memory_desk, told, monkeypatch):
    heard = []
    monkeypatch.setattr(story_stops, "STOPS", [lambda _desk, _act, number: heard.append(number)])
    care = story_papers.care_of(memory_desk, told.person.id)
    story_uses.save_care(memory_desk, care.with_(not_now_until=memory_desk.clock.today()))
    assert heard == [told.story.id]
    with pytest.raises(story_exit.MayNot):
        out(memory_desk, told)


def test_who_is_erased_is_looked_for_in_the_texts_of_others_stories(memory_desk):
    told = tell(memory_desk)
    bram = roster.add_person(memory_desk, Person(first_names="Bram", surname="Zeewolde"))
    other = stories.add_story(memory_desk, title="Ander verhaal")
    words = "Toen kwam BRAM, die van Zeewolde, en hij bleef."
    version = story_versions.begin_version(memory_desk, other.id, words)
    assert ("story_versions", version.id) in erasing.preview(memory_desk, bram.id).mentions
    # What goes with the person is not named again.
    mentions = erasing.preview(memory_desk, told.person.id).mentions
    assert ("stories", told.story.id) not in mentions
