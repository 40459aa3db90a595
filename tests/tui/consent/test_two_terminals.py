"""Withdrawn at one terminal: what another one shows of it closes by itself, and keeps nothing."""

import pytest
from desk.story_team import CANARY, tell
from support.at_screen import at_vault

from edtui.desk import drafts, story_versions, story_withdrawing
from edtui.desk.team import create_team
from edtui.records.story import Story
from edtui.records.story_version import StoryVersion
from edtui.records.story_words import VersionKind
from edtui.tui.screens.consent.consent_form import ConsentForm
from edtui.tui.screens.consent.may_we import MayWeScreen
from edtui.tui.screens.stories.stories import StoriesScreen
from edtui.tui.vault_door import VaultDoor
from edtui.vault.kdf import FAST

PASSPHRASE = "kraan mos zeven linde vilt"


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch):
    from edtui.vault import kdf

    monkeypatch.setattr(kdf, "calibrated", lambda *_args, **_more: FAST, raising=False)


@pytest.fixture
def vault(tmp_path, clock):
    path = tmp_path / "team.edtui"
    desk = create_team(path, "Team Noord", "anna", PASSPHRASE, clock=clock, kdf=FAST).desk
    tell(desk)
    tell(desk)
    desk.close()
    return path


WAYS_IN = {
    "the page": ["enter"],
    "the consent": ["enter", "t"],
    "a text": ["enter", "v"],
    "two texts": ["enter", "v", "v"],
}


@pytest.mark.parametrize("keys", WAYS_IN.values(), ids=WAYS_IN)
async def test_what_stands_under_a_window_closes_with_it(vault, clock, keys):
    async with at_vault(VaultDoor(vault, clock), "anna", PASSPHRASE, "stories") as at:
        other = VaultDoor(vault, clock).open("anna", PASSPHRASE)
        for version in other.all(StoryVersion):
            story_versions.derive(other, version.id, VersionKind.SHORTENED)
        await at.see("Stories · 2")
        await at.press(*keys)
        seen = at.screen
        assert not isinstance(seen, StoriesScreen)
        await at.press("question_mark")
        assert at.screen is not seen
        story_withdrawing.withdraw(other, seen.number)
        await at.until(lambda: not seen.query_one("#body").display)
        await at.settle()
        assert at.screen is not seen
        assert CANARY not in at.text()
        await at.press("escape")
        await at.until(lambda: isinstance(at.screen, StoriesScreen))
        await at.see("Stories · 1")
        other.close()


async def test_what_another_terminal_shows_of_it_closes(vault, clock):
    async with at_vault(VaultDoor(vault, clock), "anna", PASSPHRASE, "stories") as at:
        other = VaultDoor(vault, clock).open("anna", PASSPHRASE)
        first, second = (story.id for story in other.all(Story))
        await at.see("Stories · 2")
        await at.press("enter")
        await at.press("t")
        await at.press("e")
        await at.press("down", "y")
        assert isinstance(at.screen, ConsentForm)
        at.screen.keep_now()
        about = at.screen._story_id
        story_withdrawing.withdraw(other, about)
        await at.until(lambda: isinstance(at.screen, StoriesScreen))
        await at.settle()
        assert drafts.drafts(at.app.desk) == []
        assert "Stories · 1" in at.text()
        # The answers of "May we?" too.
        await at.press("m")
        await at.type("lesson students paper")
        await at.press("enter")
        assert isinstance(at.screen, MayWeScreen)
        assert at.screen.answers.line is not None
        story_withdrawing.withdraw(other, second if about == first else first)
        await at.until(lambda: at.screen.answers.line is None)
        await at.settle()
        assert CANARY not in at.text()
        other.close()
