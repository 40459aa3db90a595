"""The areas that plug into what the desk does for all of them: find, Vandaag, ending, erasing.

Called once when somebody sits down, so that who is erased or stops leaves every area, also when
nobody looks at it. An area adds its own line.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edtui.desk.session import Desk


def take_part() -> None:
    """Let every area take part; a second call does nothing."""
    # Late: what the areas need is not needed before there is a key.
    from edtui.desk import (
        calendar_held,
        case_plugin,
        confidant_plugin,
        consent_plugin,
        kiosk_plugin,
        meeting_plugin,
        shelf_plugin,
        story_plugin,
        telling_plugin,
    )

    calendar_held.take_part()
    case_plugin.plug_in()
    confidant_plugin.plug_in()
    consent_plugin.plug_in()
    meeting_plugin.plug_in()
    story_plugin.plug_in()
    telling_plugin.plug_in()
    shelf_plugin.plug_in()
    kiosk_plugin.plug_in()


def sit_down(desk: "Desk") -> None:
    """Let every area look after its own at this desk, once, when somebody signed in."""
    from edtui.desk import kiosk_plugin, shelf_plugin

    shelf_plugin.sit_down(desk)
    kiosk_plugin.sit_down(desk)
