"""One story that may be printed for students, on paper: what the gate looks at."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from edtui.records.story import Story
from edtui.records.story_ask import AskAnswer, StoryAsk
from edtui.records.story_consent import Cell, Scope, StoryConsent
from edtui.records.story_papers import Occasion, Papers
from edtui.records.story_version import StoryVersion, digest
from edtui.records.story_words import Audience, Medium, Purpose, Value

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
