"""The kiosks' two parts of screen 9: set up, texts, hours, who is named, and their post."""

from datetime import time

from edtui.desk import kiosk_plugin, kiosk_send, kiosk_settings
from edtui.desk.kiosk_keys import read_key
from edtui.desk.kiosk_open import open_as_nobody
from edtui.desk.kiosk_publish import shown
from edtui.desk.vault_of import vault_of
from edtui.records.action_point import ActionPoint
from edtui.records.client_talk import ClientTalk
from edtui.records.kiosk_letter import TalkWish


async def save(at):
    at.form.action_save()
    await at.settle()


async def test_a_kiosk_is_set_up_and_what_it_shows_is_chosen(at_admin, tmp_path):
    async with at_admin(size=(100, 40)) as at:
        await at.area("kiosks")
        assert "There is no kiosk yet" in at.text()
        await at.press("n")
        key_file = tmp_path / "sub" / "hall.key"
        await at.fill(name="Hall [/b]", key_file=str(key_file))
        await save(at)
        assert "Hall [/b]" in at.text()
        assert "never" in at.text()
        assert key_file.stat().st_mode & 0o077 == 0

        await at.press("t")
        await at.fill(message_nl="Taart! [/b]", message_en="Cake! [/b]")
        await save(at)
        assert "Message: Cake! [/b]" in at.text()

        await at.press("h")
        await at.fill(opening=["altijd"])
        await save(at)
        assert "is not understood" in at.text()
        await at.fill(opening=["mo-fr 9:00-17:00"])
        await save(at)
        settings = kiosk_settings.kiosk_settings(at.desk)
        assert {one.end for one in settings.opening} == {time(17)}
        assert "closed" in at.text()  # it is Saturday

        await at.press("w")
        await at.fill(shows=("stories", "talk"), days=7)
        await save(at)
        assert kiosk_settings.kiosk_settings(at.desk).shows == ("stories", "talk")

        await at.press("q")
        await at.fill(question_nl="Fijn?", answers_nl=["ja", "nee"], answers_en=["yes"])
        await save(at)
        assert kiosk_settings.kiosk_settings(at.desk).poll.whole

        await at.press("f")
        part = {"person_id": 2, "name": "Riet", "role": "peer_worker", "in_timetable": True}
        await at.fill(faces=[{**part, "agreed_on": "2026-11-01"}])
        await save(at)
        assert kiosk_settings.kiosk_settings(at.desk).faces[0].in_timetable
        assert "Riet (peer worker)" in at.text()
        kiosk_plugin.look_after(at.desk)
        assert shown(at.desk).first == at.desk.clock.today()

        await at.press("c", "r")
        kiosk = kiosk_settings.kiosks(at.desk)[0]
        assert kiosk.closed
        assert kiosk.reset_at
        await at.press("x")
        assert "Its key file" in at.text()
        await at.press("right", "enter")
        await at.settle()
        assert kiosk_settings.kiosks(at.desk) == []


async def test_letters_are_taken_in_and_put_away(at_admin, tmp_path, clock):
    async with at_admin(size=(100, 40), mode="") as at:
        kiosk_settings.set_up(at.desk, "Hall", tmp_path / "hall.key")
        path = vault_of(at.desk).path
        kiosk = open_as_nobody(path, read_key(tmp_path / "hall.key"), clock)
        kiosk_send.ask_talk(kiosk, TalkWish(handle="[/b] tuin", reach="kamer 4"))
        kiosk_send.say(kiosk, "De koffie is koud.", good=False)
        kiosk_send.say(kiosk, "Fijn team.", good=True)
        kiosk.close()
        at.desk.take_news()
        await at.settle()
        assert "Asks for a talk" in at.text()
        await at.press("enter")
        await at.settle()
        assert "Post of kiosks" in at.text()
        assert "How to reach: kamer 4" in at.text()
        await at.press("t")
        await at.settle()
        assert [one.handle for one in at.desk.all(ClientTalk)] == ["[/b] tuin"]
        await at.press("t")
        await at.settle()
        assert [one.what for one in at.desk.all(ActionPoint)] == ["De koffie is koud."]
        await at.press("x", "right", "enter")
        await at.settle()
        assert "Nothing was sent" in at.text()
