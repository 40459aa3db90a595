"""The gate over its whole grid: no exit without a current yes, nothing old opens again."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.story_paper import (
    CELL,
    DAY,
    NOW,
    TEXT,
    TODAY,
    answer,
    consent,
    occasion,
    papers,
    scope,
    story,
    version,
)

from edtui.records.narrator_care import NarratorState
from edtui.records.story_ask import AskAnswer
from edtui.records.story_consent import Cell, ConsentStatus
from edtui.records.story_exits import MEDIA, WORKROOM
from edtui.records.story_gate import Answer, Exit, may
from edtui.records.story_papers import Narrator, Papers
from edtui.records.story_version import digest
from edtui.records.story_words import Audience, Medium, Purpose, Value, Workflow

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
