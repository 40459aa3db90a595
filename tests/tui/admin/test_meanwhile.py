"""What another terminal does while a question stands there: only what was asked about is done."""

import pytest

from edtui.desk import kiosk_post, kiosk_send, kiosk_settings, members
from edtui.desk.kiosk_keys import read_key
from edtui.desk.kiosk_open import open_as_nobody
from edtui.desk.vault_of import vault_of
from edtui.tui.dialogs.confirm import Confirm


@pytest.fixture
def send(tmp_path, clock):
    """Give a way to let a kiosk send letters, the first said first."""

    def send(desk, *said):
        kiosk_settings.set_up(desk, "Hall", tmp_path / "hall.key")
        kiosk = open_as_nobody(vault_of(desk).path, read_key(tmp_path / "hall.key"), clock)
        for words in said:
            kiosk_send.say(kiosk, words, good=False)
        kiosk.close()
        desk.take_news()

    return send


@pytest.mark.parametrize("left", [1, 0])
async def test_a_letter_that_somebody_took_in_is_not_another_one(at_admin, send, left):
    async with at_admin(size=(100, 40)) as at:
        send(at.desk, *["De koffie is koud.", "Het is hier tochtig."][: left + 1])
        await at.area("kiosk_post")
        assert "De koffie is koud." in at.text()
        await at.press("x")
        assert isinstance(at.screen, Confirm)
        first = kiosk_post.letters(at.desk)[0]
        kiosk_post.take_in(at.desk, first.id)  # as another terminal does
        await at.settle()
        await at.press("right", "enter")
        await at.settle()
        assert len(kiosk_post.letters(at.desk)) == left
        assert "This is no longer there." in at.said()


async def test_the_cursor_stays_on_a_letter_when_one_before_it_goes(at_admin, send):
    async with at_admin(size=(100, 40)) as at:
        send(at.desk, "Een.", "Twee.", "Drie.")
        await at.area("kiosk_post")
        await at.press("down")
        letters = kiosk_post.letters(at.desk)
        assert at.screen.area.current.id == letters[1].id
        kiosk_post.take_in(at.desk, letters[0].id)
        await at.settle()
        assert at.screen.area.current.id == letters[1].id


async def test_the_keys_of_nobody_else_are_taken_away(at_admin, let_in):
    from edtui.desk import grants

    let_in("bea", grants.COORDINATOR, own=False)
    let_in("cas", grants.COORDINATOR, own=False)
    async with at_admin(size=(100, 40)) as at:
        await at.area("members")
        await at.press("down")
        asked = at.screen.area.current
        assert asked.name == "bea"
        await at.press("x")
        assert isinstance(at.screen, Confirm)
        members.remove_member(at.desk, asked.user_id)
        await at.settle()
        await at.press("right", "enter")
        await at.settle()
        assert [one.name for one in members.members(at.desk)] == ["anna", "cas"]
        assert "This is no longer there." in at.said()
