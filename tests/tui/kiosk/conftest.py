"""A team with a kiosk, made once, and a copy of it for each test."""

import os
import shutil
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from desk.kiosk_team import make_team

from edtui import locale
from edtui.clock import FixedClock
from edtui.desk import kiosk_open, kiosk_plugin, kiosk_settings
from edtui.desk.kiosk_own import own
from edtui.errors import Sentence
from edtui.records.kiosk import Poll, Words
from edtui.records.shelf_story import ShelfStory
from edtui.records.story_parts import ContentNote
from edtui.records.story_words import Audience, NotesState
from edtui.tui.kiosk.at import At

NINE = datetime(2026, 11, 21, 12, 4, tzinfo=ZoneInfo("Europe/Amsterdam"))
TEXT = "Ik was meubelmaker.\n\nToen kwam de opname.\n\nNu maak ik weer stoelen."
HOSTILE = "[/b] [@click=app.quit]weg[/] \x1b[31mrood\u202e"


def _story(today) -> ShelfStory:
    return ShelfStory(
        story_id=7, version_id=1, title=HOSTILE, text=TEXT, byline="Jan",
        purpose_of_narrator="Laten zien dat het kan.", notes_state=NotesState.LISTED,
        notes=(ContentNote(domain="coercion_care", level="described", first=2, last=2),),
        help_line=True, audiences=(Audience.PUBLIC,), published_on=today,
        until=today + timedelta(days=30),
    )  # fmt: skip


@pytest.fixture(scope="session")
def kiosk_made(tmp_path_factory):
    """The team, with a story, a question and a message."""
    folder = tmp_path_factory.mktemp("kiosk")
    before = {name: os.environ.get(name) for name in ("EDTUI_STATE", "EDTUI_CONFIG")}
    os.environ["EDTUI_STATE"], os.environ["EDTUI_CONFIG"] = str(folder / "s"), str(folder / "c")
    try:
        team = make_team(folder, FixedClock(NINE))
        desk = team.desk()
        with desk.act(Sentence("story"), undoable=False) as act:
            act.put(_story(desk.clock.today()))
        kiosk_settings.change(
            desk,
            poll=Poll(
                mark="p", question=Words(nl="Fijn hier?"), answers=(Words(nl="ja"), Words(nl="nee"))
            ),
            message=Words(nl="Er is taart.", en="There is cake."),
        )
        kiosk_plugin.look_after(desk)
        desk.close()
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    return team


@pytest.fixture
def team(kiosk_made, tmp_path):
    """An own copy of the team, with a clock of its own."""
    for name in ("team.edtui", "hall.key"):
        shutil.copy2(kiosk_made.path.with_name(name), tmp_path / name)
    locale.speak("en")
    return kiosk_made._replace(
        path=tmp_path / "team.edtui", key_file=tmp_path / "hall.key", clock=FixedClock(NINE)
    )


@pytest.fixture
def at(team):
    """A kiosk at which nobody sits."""
    made = At(team.nobody(), team.path, team.clock)
    yield made
    made.close()


@pytest.fixture
def riet(team):
    """A kiosk at which Riet signed in."""
    made = At(team.nobody(), team.path, team.clock)
    desk = kiosk_open.sign_in(team.path, "riet", "vuur kers lamp negen wolk", team.clock)
    own(desk)
    made.become(desk)
    yield made
    made.close()
