"""The ways into reading: for one's own work, and with others through the gate."""

from typing import TYPE_CHECKING, Any

from edtui.desk import story_reading
from edtui.desk.session import Desk
from edtui.desk.story_reading import Opened
from edtui.errors import EdtuiError
from edtui.locale import _, explain
from edtui.records.story import Story
from edtui.records.story_exits import Exit
from edtui.records.story_papers import Occasion
from edtui.tui.screens.reading.screen import Reading

if TYPE_CHECKING:
    from edtui.tui.screens.reading.occasion_fields import Sharing


def read(app: Any, story_id: int, version_id: int) -> None:
    """Read a text for one's own work: no exit, but the log has it."""
    desk: Desk = app.desk
    try:
        opened = story_reading.open_for_work(desk, story_id, version_id)
    except EdtuiError as error:
        app.notify(explain(error), severity="warning", markup=False)
        return

    def left(shared: bool | None) -> None:
        if shared:
            share(app, story_id, version_id)

    app.push_screen(Reading(desk, opened), left)


def share(app: Any, story_id: int, version_id: int = 0) -> None:
    """Ask for whom and how a story is shared, then open it if the gate says yes."""
    from edtui.tui.screens.people.tools import Tools
    from edtui.tui.screens.reading.occasion_fields import sharing_form

    desk: Desk = app.desk
    story = desk.find(Story, story_id)
    if story is None:
        return

    def open_(sharing: "Sharing") -> Opened:
        opened = story_reading.open_for(
            desk, story_id, sharing.version.id, sharing.when, sharing.way, told_by=sharing.told_by
        )
        if version_id and sharing.version.id != version_id:
            said = _("This is version {number}: of the texts the one that may.")
            app.notify(said.format(number=sharing.version.no), markup=False)
        return opened

    def asked(opened: Opened | None) -> None:
        if opened is not None:
            app.push_screen(Reading(desk, opened))

    tools = Tools(desk, app, lambda: ())
    app.push_screen(sharing_form(tools, story, version_id, open_), asked)


def share_now(
    app: Any, story_id: int, version_id: int, when: Occasion, way: Exit = Exit.READING
) -> None:
    """Open a story for an occasion that is known, if the gate says yes."""
    desk: Desk = app.desk
    try:
        opened = story_reading.open_for(desk, story_id, version_id, when, way)
    except EdtuiError as error:
        app.notify(explain(error), severity="warning", markup=False)
        return
    app.push_screen(Reading(desk, opened))
