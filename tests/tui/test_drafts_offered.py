"""What was half typed when the desk closed is offered again, once."""

from support.doors import PASSPHRASE
from support.shell import opened, settle, text_of, type_text

from edtui.tui.dialogs.discard import OfferDraft


async def half_typed(pilot) -> None:
    """Type half a person, lock, sign in again."""
    await pilot.press("2")
    await settle(pilot)
    await pilot.press("n")
    await pilot.pause()
    await type_text(pilot, "Noor")
    await pilot.press("ctrl+l")
    await settle(pilot)
    await type_text(pilot, PASSPHRASE)
    await pilot.press("enter")
    await settle(pilot)


async def test_a_draft_is_offered_once_and_gone_on_with():
    async with opened() as pilot:
        await half_typed(pilot)
        await pilot.press("1")
        await settle(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert sum(isinstance(one, OfferDraft) for one in pilot.app.screen_stack) == 1
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, OfferDraft)
        assert "Noor" in text_of(pilot.app.screen)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Noor" in text_of(pilot.app.screen)
