"""The gate: what stays in and why, what has to be asked, by which yes it leaves."""

from datetime import date

import pytest
from support.story_paper import (
    CELL,
    DAY,
    NOW,
    TODAY,
    answer,
    consent,
    occasion,
    papers,
    said,
    scope,
    story,
    version,
)

from edtui.config import data_dir
from edtui.records import story_reasons as why
from edtui.records import story_words
from edtui.records.narrator_care import NarratorState
from edtui.records.story_ask import AskAnswer
from edtui.records.story_consent import ConsentStatus, StoryConsent, months_later
from edtui.records.story_exits import WORKROOM
from edtui.records.story_gate import Answer, Exit, may
from edtui.records.story_papers import Narrator, Reader
from edtui.records.story_parts import ContentNote, ThirdParty
from edtui.records.story_version import digest
from edtui.records.story_words import Attribution, Audience, Later, Medium, Purpose, Value
from edtui.records.vocabulary import load_vocabularies


def test_a_current_yes_lets_it_out_and_says_until_when():
    verdict = may(papers(consent()), occasion(), Exit.PRINTING)
    assert verdict.answer is Answer.YES
    assert said(verdict) == {why.YES}
    assert (verdict.consent_id, verdict.attribution) == (10, Attribution.FIRST_NAME)


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        (papers(), why.NO_CONSENT),
        (papers(consent(scopes=())), why.NOT_FOR_THIS),
        (papers(consent(scopes=(scope(), scope(Value.NO)))), why.NOT_FOR_THIS),
        (papers(consent(status="withdrawn")), why.BY_STATUS[ConsentStatus.WITHDRAWN]),
        (papers(consent(), consent(id=11, status="refused")), why.BY_STATUS[ConsentStatus.REFUSED]),
        (papers(consent(valid_until=TODAY - DAY)), why.EXPIRED),
        (papers(consent(valid_from=TODAY + DAY)), why.NOT_YET),
        (papers(consent(), history_before=NOW), why.HISTORY),
        (papers(consent(text_digest=digest("ander"))), why.OTHER_TEXT),
        (papers(consent(), version=version(approved_on=None)), why.NOT_APPROVED),
        (papers(consent(), version=version(text="anders")), why.NOT_APPROVED),
        (papers(consent(), version=version(text="", purged_on=TODAY)), why.PURGED),
        (papers(consent(), version=None), why.NO_TEXT),
        (papers(consent(), withdrawn=True), why.WITHDRAWN),
        (papers(consent(), story=None), why.WITHDRAWN),
        (papers(consent(), story=story(workflow="resting")), why.RESTING),
        (papers(consent(), story=story(workflow="writing")), why.NOT_READY),
        (
            papers(consent(), story=story(workflow="writing", third_checked_on=None)),
            why.THIRD_PARTIES,
        ),
        (
            papers(consent(), story=story(inclusion="refused", inclusion_reason="dubbel")),
            why.REFUSED_BY_TEAM,
        ),
        (papers(consent(), story=story(embargo_until=TODAY + DAY)), why.EMBARGO),
        (papers(consent(), story=story(embargo_until=TODAY - DAY)), why.EMBARGO_OVER),
        (papers(consent(), story=story(embargo_open_ended=True)), why.EMBARGO_OPEN),
        (papers(consent(), story=story(attribution=None)), why.NAME_NOT_CHOSEN),
        (papers(consent(anonymity_wanted=2)), why.TOO_RECOGNISABLE),
        (papers(consent(), narrator=Narrator(not_now_until=TODAY)), why.PAUSE),
        (
            papers(consent(), narrator=Narrator(state=NarratorState.DIED)),
            why.BY_STATE[NarratorState.DIED],
        ),
    ],
)
def test_it_stays_in_and_says_why(held, reason):
    verdict = may(held, occasion(), Exit.PRINTING)
    assert verdict.answer is Answer.NO
    assert reason in said(verdict)


def test_a_form_of_sharing_is_not_another_one():
    assert said(may(papers(consent()), occasion(), Exit.KIOSK)) == {why.OTHER_FORM}


def test_what_has_to_be_asked_is_asked_and_answered_for_one_day():
    asking = consent(scopes=(scope(Value.ASK),))
    assert may(papers(asking), occasion(), Exit.PRINTING).answer is Answer.ASK
    for told in (consent(see_before_use=True), asking):
        yes = papers(told, asks=(answer(AskAnswer.YES),))
        assert may(yes, occasion(), Exit.PRINTING).answer is Answer.YES
        assert may(yes, occasion(), Exit.PRINTING).ask_id == 3
        assert may(yes, occasion(on=TODAY + DAY), Exit.PRINTING).answer is Answer.ASK
    no = papers(consent(), asks=(answer(AskAnswer.YES), answer(AskAnswer.NO, id=4)))
    assert said(may(no, occasion(), Exit.PRINTING)) == {why.ASKED_NO}


@pytest.mark.parametrize(
    ("sees", "reason"), [(True, why.SEES_FIRST), (None, why.SEES_UNKNOWN), (False, why.YES)]
)
def test_who_was_never_asked_whether_they_see_it_first_is_asked_each_time(sees, reason):
    told = consent(see_before_use=sees)
    assert said(may(papers(told), occasion(), Exit.PRINTING)) == {reason}
    again = StoryConsent.from_document(10, told.document())
    assert again.see_before_use is sees


def test_a_consent_of_an_older_program_says_what_it_said():
    held = {**consent().document(), "v": 1}
    assert "see_before_use" not in held
    assert StoryConsent.from_document(1, held).see_before_use is False
    nothing = {**consent(see_before_use=None).document()}
    assert (nothing["v"], nothing["see_before_use"]) == (2, None)


def test_an_answer_from_before_the_consent_that_counts_is_history():
    asking = consent(scopes=(scope(Value.ASK),), given_at=NOW + DAY)
    held = papers(asking, asks=(answer(AskAnswer.YES),))
    assert may(held, occasion(), Exit.PRINTING).answer is Answer.ASK


def test_somebody_else_is_asked_where_the_narrator_chose_so():
    chosen = consent(after_death=Later.ASK_PERSON, ask_whom="zus M.")
    verdict = may(
        papers(chosen, narrator=Narrator(state=NarratorState.DIED)), occasion(), Exit.PRINTING
    )
    assert (verdict.answer, verdict.reasons[0].params) == (Answer.ASK, {"name": "zus M."})


def test_a_full_month_is_kept_for_telling_alone():
    cell = CELL._replace(medium=Medium.TOLD_BY_SELF)
    held = papers(
        consent(scopes=(scope(cell=cell), scope())), narrator=Narrator(month_is_full=True)
    )
    assert said(may(held, occasion(cell), Exit.TELLING)) == {why.MONTH_FULL}
    assert may(held, occasion(), Exit.PRINTING).answer is Answer.YES


def test_quoting_asks_for_a_right_of_its_own():
    cell = CELL._replace(medium=Medium.QUOTE_ONLY)
    for right, wanted in ((Value.NO, Answer.NO), (Value.ASK, Answer.ASK), (Value.YES, Answer.YES)):
        held = papers(consent(scopes=(scope(cell=cell),), quote_right=right))
        assert may(held, occasion(cell), Exit.QUOTING).answer is wanted


def test_what_a_reader_avoids_is_not_offered():
    note = ContentNote(domain="suicide")
    held = papers(consent(), story=story(notes=(note,), notes_state="listed"))
    assert may(held, occasion(), Exit.PRINTING).answer is Answer.YES
    for reader in (Reader(hidden=frozenset({1})), Reader(avoided=frozenset({"suicide"}))):
        assert may(held, occasion(), Exit.PRINTING, reader).answer is Answer.NO


def test_the_desk_and_the_narrator_read_it_without_consent():
    for audience, way in WORKROOM:
        cell = CELL._replace(audience=audience)
        assert may(papers(), occasion(cell), way).answer is Answer.YES
        assert may(papers(withdrawn=True), occasion(cell), way).answer is Answer.NO


def test_the_strictest_name_counts_and_an_end_that_is_near_is_told():
    ending = consent(attribution="anonymous", valid_until=TODAY + 30 * DAY)
    verdict = may(papers(ending), occasion(), Exit.PRINTING)
    assert verdict.attribution is Attribution.ANONYMOUS
    assert why.ENDS_SOON in {warning.msgid for warning in verdict.warnings}


def test_a_story_is_not_ready_while_nobody_looked_at_others_in_it():
    with pytest.raises(ValueError, match="Look first"):
        story(third_parties=(ThirdParty(role="zus"),))


def test_terms():
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_later(date(2026, 11, 21), 24) == date(2028, 11, 21)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (story_words.Workflow, "story_workflows"),
        (story_words.Catalogue, "story_catalogue"),
        (story_words.VersionKind, "story_version_kinds"),
        (story_words.NotesState, "story_notes_states"),
        (Attribution, "story_attributions"),
        (Purpose, "story_purposes"),
        (Audience, "story_audiences"),
        (Medium, "story_media"),
        (Value, "story_values"),
        (Later, "story_later"),
        (story_words.Reach, "story_reach"),
        (ConsentStatus, "story_consent_statuses"),
        (AskAnswer, "story_ask_answers"),
    ],
)
def test_the_words_of_the_rules_are_in_the_vocabularies(kind, name):
    vocabulary = load_vocabularies(data_dir() / "vocabulary")[name]
    assert [term.code for term in vocabulary] == [one.value for one in kind]
    assert not vocabulary.open
