"""Each role finds what it may use, and nothing that it may not."""

from datetime import timedelta

import pytest
from tui.admin.conftest import THEIRS

from edtui.desk.log_view import LogFilter


@pytest.mark.parametrize(
    ("role", "digits"),
    [
        ("confidant", "1349"),
        ("peer_worker", "139"),
        ("auditor", "9"),
    ],
)
async def test_the_screens_of_a_role(at_admin, let_in, role, digits):
    let_in("bram", role)
    async with at_admin(user="bram", passphrase=THEIRS, mode="") as at:
        line = at.text().splitlines()[1]
        shown = [sign for sign in line if sign.isdigit()]
        assert "".join(shown) == digits
        for digit in "123456789":
            await at.press(digit)
            assert at.app.is_running
            mode = next(one for one in at.app.modes if one.name == at.app.current_mode)
            assert str(mode.digit) in digits
            if digit in digits:
                assert mode.digit == int(digit)
        await at.app.workers.wait_for_complete()
        assert "went wrong" not in at.said()


@pytest.mark.parametrize(
    ("role", "parts", "keys_not"),
    [
        ("confidant", ["members", "terminals", "backups", "file", "settings"], "let in"),
        ("peer_worker", ["members", "settings"], "let in"),
        ("auditor", ["log", "members", "file", "settings"], "write anew"),
    ],
)
async def test_the_parts_of_screen_9_and_their_keys(at_admin, let_in, role, parts, keys_not):
    let_in("bram", role)
    async with at_admin(user="bram", passphrase=THEIRS) as at:
        assert [area.NAME for area in at.app.screen.areas] == parts
        for part in parts:
            await at.area(part)
            assert keys_not not in at.key_line()
            assert "take keys" not in at.key_line()
            assert "You have no key" not in at.text()
        await at.press("x", "n", "r")
        assert not at.app.screen.is_modal or role == "confidant"


async def test_find_and_undo_of_a_role_without_the_roster_break_nothing(at_admin, let_in):
    let_in("bram", "confidant")
    async with at_admin(user="bram", passphrase=THEIRS, mode="") as at:
        await at.press("ctrl+f")
        for sign in "riet":
            await at.press(sign)
        assert "Riet van Dam" not in at.text()
        await at.press("escape", "u", "ctrl+r", "f9", "ctrl+p", "escape")
        assert at.app.is_running


async def test_the_auditor_reads_the_log_by_person_day_and_kind(at_admin, let_in):
    let_in("kees", "auditor")
    let_in("bram", "confidant")
    async with at_admin(user="kees", passphrase=THEIRS, size=(110, 30)) as at:
        text = at.text()
        assert "signed in" in text
        assert "bram" in text
        at.picture("log")
        lines = len(at.app.screen.area.items)
        await at.press("f")
        at.app.screen.sheet.fields["event"].fill("sign_in")
        at.app.screen.action_save()
        await at.settle()
        assert 0 < len(at.app.screen.area.items) < lines
        month = LogFilter(since=at.app.clock.today() - timedelta(days=30))
        assert at.app.screen.area.wanted == month._replace(events=("sign_in",))
        await at.press("f")
        at.app.screen.sheet.fields["person"].fill(4711)
        at.app.screen.action_save()
        await at.settle()
        assert "There is nothing in the log for this choice." in at.text()
        await at.press("escape")
        assert at.app.screen.area.wanted == LogFilter()
        assert len(at.app.screen.area.items) >= lines
