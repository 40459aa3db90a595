"""Whom somebody who reads at this desk can turn to now: who sits at it, and a phone number."""

from edtui.desk.kiosk_settings import kiosk_settings
from edtui.desk.session import Desk
from edtui.desk.story_reading import near_by
from edtui.locale import _, spoken
from edtui.records.kiosk import HELP_PHONE
from edtui.tui.screens.reading.after import Help


def help_near(desk: Desk) -> Help:
    """Give it; the team's own line of help where it wrote one."""
    own = kiosk_settings(desk).help_words.spoken(spoken())
    phone = own or _("{phone}, free, day and night").format(phone=HELP_PHONE)
    return Help(_("{name}, here beside you").format(name=near_by(desk)), phone)


def near_death_help() -> str:
    """Give the line with a number for a text that touches on suicide or self-harm."""
    said = _("Do you think of ending your life? Call {phone}, free, day and night.")
    return said.format(phone=HELP_PHONE)
