"""The gate: no exit without a current yes, and nothing that ended or was replaced opens again."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edtui.config import data_dir
from edtui.records import story_reasons as why
from edtui.records import story_words
from edtui.records.narrator_care import NarratorState
from edtui.records.story import Story
from edtui.records.story_ask import AskAnswer, StoryAsk
from edtui.records.story_consent import Cell, ConsentStatus, Scope, StoryConsent, months_later
from edtui.records.story_exits import MEDIA, WORKROOM
from edtui.records.story_gate import Answer, Exit, may
from edtui.records.story_papers import Narrator, Occasion, Papers, Reader
from edtui.records.story_parts import ContentNote, ThirdParty
from edtui.records.story_version import StoryVersion, digest
from edtui.records.story_words import Attribution, Audience, Later, Medium, Purpose, Value, Workflow
from edtui.records.vocabulary import load_vocabularies

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 4, tzinfo=ZoneInfo("Europe/Amsterdam"))
DAY = timedelta(days=1)
TEXT = "Het regende die dag.\n\nToen kwam er iemand naast me zitten."
CELL = Cell(Purpose.TRAINING, Audience.STUDENTS, Medium.ON_PAPER)


def story(**changes) -> Story:
    known = {"id": 1, "title": "Regen", "workflow": "ready", "third_checked_on": TODAY}
    return Story.model_validate({**known, "attribution": "first_name", **changes})


def version(**changes) -> StoryVersion:
    known = {"id": 5, "story_id": 1, "no": 1, "text": TEXT, "locked": True, "approved_on": TODAY}
    return StoryVersion.model_validate({**known, "approved_digest": digest(TEXT), **changes})


def scope(value: Value = Value.YES, cell: Cell = CELL) -> Scope:
    return Scope(purpose=cell.purpose, audience=cell.audience, medium=cell.medium, value=value)


def consent(**changes) -> StoryConsent:
    known = {
        "id": 10,
        "story_id": 1,
        "version_id": 5,
        "text_digest": digest(TEXT),
        "status": "given",
        "given_at": NOW,
        "scopes": (scope(),),
        "valid_until": TODAY + 365 * DAY,
    }
    return StoryConsent.model_validate({**known, **changes})


def answer(said: AskAnswer, **changes) -> StoryAsk:
    known = {"id": 3, "story_id": 1, "version_id": 5, "text_digest": digest(TEXT), "on": TODAY}
    known |= {**CELL._asdict(), "answer": said, "answered_at": NOW}
    return StoryAsk.model_validate({**known, **changes})


def papers(*consents: StoryConsent, **changes) -> Papers:
    known = {"story": story(), "version": version(), "consents": consents}
    return Papers(**{**known, **changes})


def occasion(cell: Cell = CELL, on: date = TODAY) -> Occasion:
    return Occasion(*cell, on=on, today=TODAY)


def said(verdict) -> set[str]:
    return {reason.msgid for reason in verdict.reasons}


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


EVERY = [Cell(*one) for one in product(Purpose, Audience, Medium)]


def test_every_use_by_every_exit_is_no_until_it_is_said():
    """The whole grid: unset is no, and a yes to one use is a yes to no other."""
    allowed = consent(quote_right="yes", image_voice_right="yes")
    for cell, way in product(EVERY, Exit):
        if (cell.audience, way) in WORKROOM:
            continue
        verdict = may(papers(allowed), occasion(cell), way)
        wanted = cell == CELL and cell.medium in MEDIA[way]
        assert (verdict.answer is Answer.YES) == wanted
        assert verdict.answer is not Answer.ASK


@pytest.mark.parametrize("way", list(Exit))
def test_a_yes_to_everything_opens_each_exit_for_its_own_forms_only(way):
    every = tuple(scope(cell=cell) for cell in EVERY if cell.purpose is Purpose.TRAINING)
    allowed = papers(consent(scopes=every, quote_right="yes", image_voice_right="yes"))
    for medium in Medium:
        verdict = may(allowed, occasion(CELL._replace(medium=medium)), way)
        assert (verdict.answer is Answer.YES) == (medium in MEDIA[way])


MOMENTS = st.integers(-40, 40).map(lambda days: NOW + days * DAY)
DAYS = st.integers(-40, 40).map(lambda days: TODAY + days * DAY)
FEW = st.sampled_from(
    [CELL, CELL._replace(medium=Medium.WEB), CELL._replace(purpose=Purpose.FUNDRAISING_PR)]
)
CONSENTS = st.builds(
    lambda number, status, moment, cell, value, until, text, of: consent(
        id=number,
        status=status,
        given_at=moment,
        scopes=(scope(value, cell),),
        valid_until=until,
        text_digest=digest(text),
        version_id=of if status == "given" else None,
    ),
    st.integers(1, 50),
    st.sampled_from(list(ConsentStatus)),
    MOMENTS,
    FEW,
    st.sampled_from(list(Value)),
    DAYS,
    st.sampled_from([TEXT, TEXT, TEXT, "ander"]),
    st.sampled_from([5, 5, 5, 6]),
)
ASKS = st.builds(
    lambda number, told, cell, on, moment: answer(
        told, id=number, **cell._asdict(), on=on, answered_at=moment
    ),
    st.integers(1, 50),
    st.sampled_from([AskAnswer.YES, AskAnswer.NO]),
    FEW,
    DAYS,
    MOMENTS,
)
OFTEN = st.lists(CONSENTS, max_size=5, unique_by=lambda one: one.id).map(tuple)
HELD = st.builds(
    lambda consents, asks, mark, work, embargo, approved, gone, state: Papers(
        story=story(workflow=work, embargo_until=embargo),
        version=version(approved_digest=digest(approved)),
        consents=consents,
        asks=tuple(asks),
        history_before=mark,
        withdrawn=gone,
        narrator=Narrator(state=state),
    ),
    OFTEN,
    st.lists(ASKS, max_size=2, unique_by=lambda one: one.id),
    st.none() | MOMENTS,
    st.sampled_from([Workflow.READY, Workflow.READY, *Workflow]),
    st.none() | DAYS,
    st.sampled_from([TEXT, TEXT, "eerder"]),
    st.sampled_from([False, False, False, True]),
    st.sampled_from([NarratorState.IN_TOUCH, *NarratorState]),
)


@settings(max_examples=300, deadline=None)
@given(HELD, FEW, DAYS, st.sampled_from(list(Exit)))
def test_no_exit_without_a_current_yes(held, cell, on, way):
    verdict = may(held, occasion(cell, on), way)
    newest = max(
        (
            one
            for one in held.consents
            if one.status is not ConsentStatus.PENDING and one.version_id in (None, 5)
        ),
        key=lambda one: one.id,
        default=None,
    )
    assert verdict.reasons
    if verdict.answer is Answer.NO:
        return
    assert not held.withdrawn
    assert newest is not None
    assert newest.status is ConsentStatus.GIVEN
    assert newest.text_digest == held.version.digest == held.version.approved_digest
    assert max(on, TODAY) <= newest.valid_until
    assert held.history_before is None or newest.given_at > held.history_before
    assert held.story.workflow is Workflow.READY
    assert held.story.embargo_until is None
    assert cell.medium in MEDIA[way]
    assert held.narrator.state is NarratorState.IN_TOUCH
    values = {one.value for one in newest.scopes if one.cell == cell}
    if verdict.answer is Answer.YES:
        asked = [one for one in held.asks if one.id == verdict.ask_id]
        assert values == {Value.YES} or (values == {Value.ASK} and asked)
        assert all(one.on == on and one.cell == cell for one in asked)
        assert all(one.answer is AskAnswer.YES for one in asked)
    else:
        assert values == {Value.ASK}


@settings(max_examples=150, deadline=None)
@given(HELD, CONSENTS, FEW, DAYS, st.sampled_from(list(Exit)))
def test_an_older_consent_never_revives(held, older, cell, on, way):
    """What came before the statement that counts changes nothing, whatever it said."""
    counting = [one for one in held.consents if one.status is not ConsentStatus.PENDING]
    ours = [one.id for one in counting if one.version_id in (None, 5)]
    before = may(held, occasion(cell, on), way)
    if ours:
        old = older.with_(id=0)
        more = replace(held, consents=(*held.consents, old))
        assert may(more, occasion(cell, on), way) == before
    stop = consent(id=99, status="withdrawn", version_id=None, text_digest="")
    stopped = replace(held, consents=(*held.consents, stop))
    assert may(stopped, occasion(cell, on), way).answer is Answer.NO
    restored = replace(held, history_before=NOW + 99 * DAY)
    assert may(restored, occasion(cell, on), way).answer is Answer.NO
